"""Wording and citation: how answers are written, and what they point at."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.citation import Ruling, cited_rules, cites
from radslag.agreement.wording import (
    MONTHS,
    according_to,
    body_name,
    capitalised,
    kronor,
    listed,
    long_date,
    means_name,
    number,
    own_body_name,
    role_name,
    share_in_words,
    subject_name,
)
from tests.agreement.cases import DAYS, plain


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0", "0 kr"),
        ("999", "999 kr"),
        ("2102500.00", "2 102 500 kr"),
        ("0.5", "0,50 kr"),
        ("1234567.89", "1 234 567,89 kr"),
        ("0.125", "0,125 kr"),
        ("-4", "-4 kr"),
    ],
)
def test_sums_are_written_with_hard_spaces(amount, written) -> None:
    assert kronor(Decimal(amount)) == written.replace(" ", "\N{NO-BREAK SPACE}")


@given(st.integers(0, 10**12))
def test_numbers_keep_their_digits(value) -> None:
    assert int(number(value).replace("\N{NO-BREAK SPACE}", "")) == value


@given(DAYS)
def test_days_are_written_in_full(day) -> None:
    written = long_date(day).split()

    assert written == [str(day.day), MONTHS[day.month - 1], str(day.year)]


@pytest.mark.parametrize(
    ("words", "written"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_lists_end_with_och(words, written) -> None:
    assert listed(words) == written


def test_words_of_its_own_are_kept() -> None:
    assert [named("eget") for named in (body_name, role_name, subject_name)] == [
        "eget"
    ] * 3
    assert (means_name("eget"), share_in_words(Fraction(3, 7))) == ("eget", "3/7")
    assert (capitalised(""), plain(according_to("§ 3"))) == ("", " enligt § 3")


def test_ruling_answers_as_it_allows() -> None:
    assert Ruling(allowed=True, because="Ja.", paragraph="§ 1")
    assert not Ruling(allowed=False, because="Nej.")


def test_rules_are_remembered_with_their_paragraphs() -> None:
    @cites("§ 1", "§ 2")
    def rule_for_this_test(on: date) -> date:
        """Promise this.

        And say more.
        """
        return on

    (found,) = [each for each in cited_rules() if "rule_for_this_test" in each.name]

    assert (found.paragraphs, found.promise) == (("§ 1", "§ 2"), "Promise this.")
    assert rule_for_this_test(date.min) == date.min
    assert list(cited_rules()) == sorted(cited_rules())


def test_rule_without_paragraph_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one paragraph"):
        cites()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Styrgrupp", "styrgruppen"),
        ("Styrgruppen", "styrgruppen"),
        ("Kommunchefsnätverk", "kommunchefsnätverket"),
        ("Gemensam nämnd", "Gemensam nämnd"),
        ("KSAU", "KSAU"),
        ("", ""),
    ],
)
def test_own_names_of_bodies_stand_within_a_sentence(name: str, said: str) -> None:
    assert own_body_name(name) == said


@given(st.text(max_size=20))
def test_a_name_said_once_is_said_alike_again(name: str) -> None:
    assert own_body_name(own_body_name(name)) == own_body_name(name)
