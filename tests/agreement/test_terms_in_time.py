"""Terms in time: later terms supersede earlier ones, each for its own body."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.terms import (
    BadTerm,
    FeeTerm,
    NoTermInForce,
    Quorum,
    Term,
    Terms,
    read_term,
)
from tests.agreement.cases import DAYS, term

FEE = {"rule": "per_resident"}
QUORUM = {"body": "committee", "boundary": "at_least", "share": "1/2"}


def test_term_must_be_of_its_kind_and_end_after_it_begins() -> None:
    value = read_term("quorum", QUORUM)

    with pytest.raises(BadTerm, match="av ett annat slag"):
        Term("remote", value, date(2010, 1, 1))
    with pytest.raises(BadTerm, match="applies_until"):
        Term("quorum", value, date(2010, 1, 1), date(2010, 1, 1))


def fee(rate, applies_from, applies_until=None):
    value = read_term("fee", FEE | {"rate_sek": rate})
    return Term("fee", value, applies_from, applies_until)


FIRST = fee(1, date(2010, 1, 1))
SECOND = fee(2, date(2017, 2, 2), date(2020, 1, 1))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2009, 12, 31), None),
        (date(2010, 1, 1), FIRST),
        (date(2017, 2, 1), FIRST),
        (date(2017, 2, 2), SECOND),
        (date(2019, 12, 31), SECOND),
        (date(2020, 1, 1), None),
    ],
)
def test_later_term_supersedes_from_its_first_day(on, expected) -> None:
    terms = Terms.of([SECOND, FIRST])

    if expected is None:
        with pytest.raises(NoTermInForce, match="inget villkor om avgift den"):
            terms.in_force("fee", on)
    else:
        assert terms.in_force("fee", on) == expected
    assert terms.history("fee") == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("year", "expected"), [(2010, FIRST), (2017, FIRST), (2018, SECOND), (2019, SECOND)]
)
def test_fee_term_of_a_year_is_that_of_its_first_day(year, expected) -> None:
    assert Terms.of([SECOND, FIRST]).fee_term_for(year) == expected


def test_terms_apply_to_their_own_body() -> None:
    committee = term("quorum", **QUORUM)
    board = term("quorum", body="board", boundary="more_than", share="1/2")
    terms = Terms.of([board, committee, FIRST])

    assert terms.in_force(Quorum, date(2026, 1, 1), body="board") == board
    assert terms.in_force("quorum", date(2026, 1, 1), body="committee") == committee
    assert set(terms.history("quorum")) == {board, committee}
    assert (board.body, FIRST.body) == ("board", None)
    assert terms.in_force(FeeTerm, date(2026, 1, 1)) == FIRST
    with pytest.raises(
        NoTermInForce,
        match=r"^Avtalet har inget villkor om beslutförhet för ledningsgruppen den 1 ",
    ):
        terms.in_force(Quorum, date(2026, 1, 1), body="management_group")


@given(st.lists(DAYS, min_size=1, unique=True), DAYS, st.randoms())
def test_the_latest_begun_term_wins_in_any_order(days, on, shuffle) -> None:
    terms = [fee(number, day) for number, day in enumerate(days)]
    shuffle.shuffle(terms)
    begun = [day for day in days if day <= on]

    if begun:
        assert Terms.of(terms).in_force("fee", on).applies_from == max(begun)
    else:
        with pytest.raises(NoTermInForce):
            Terms.of(terms).in_force("fee", on)
