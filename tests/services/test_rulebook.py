"""The rulebook reads dated terms as the rules do."""

from datetime import date
from fractions import Fraction

import pytest
from pytest_django import DjangoAssertNumQueries

from radslag.agreement.terms import BadTerm, Quorum, say_term
from radslag.agreement.terms import Term as RulesTerm
from radslag.records.models import Agreement, Body, Paragraph, Term
from radslag.services.rulebook import rulebook
from tests.services.review.factory import add, cooperation

pytestmark = pytest.mark.django_db
QUORUM = {"body": "committee", "boundary": "at_least", "share": "1/2"}


def agreement() -> Agreement:
    return add(Agreement, "avtal", title="Avtal", in_force_from=date(2010, 1, 1))


def add_quorum(number: int, **values: object) -> Term:
    row = {"kind": "quorum", "value": QUORUM, "applies_from": date(2010 + number, 1, 1)}
    return add(Term, f"quorum-{number}", **(row | values))


def test_rulebook_reads_value_paragraph_and_period() -> None:
    with cooperation():
        written = agreement()
        third = add(Paragraph, "avtal-3", agreement=written, number="3", heading="H")
        add_quorum(
            0,
            agreement=written,
            paragraph=third,
            applies_until=date(2020, 1, 1),
            source="beslut",
        )

        terms = rulebook().terms

    value = Quorum(body="committee", boundary="at_least", share=Fraction(1, 2))
    assert terms == (
        RulesTerm("quorum", value, date(2010, 1, 1), date(2020, 1, 1), "§ 3", "beslut"),
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_rulebook_asks_once(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with cooperation():
        written = agreement()
        for number in range(rows):
            paragraph = add(
                Paragraph, f"p{number}", agreement=written, number=number, heading="H"
            )
            add_quorum(number, agreement=written, paragraph=paragraph)

        with django_assert_num_queries(1):
            terms = rulebook()

    assert len(terms.terms) == rows


def test_rulebook_sees_only_the_chosen_cooperation() -> None:
    with cooperation("annan"):
        add_quorum(0, agreement=agreement())

    with cooperation():
        assert rulebook().terms == ()


def test_rulebook_refuses_a_value_it_cannot_read() -> None:
    with cooperation():
        add_quorum(0, agreement=agreement(), value={"body": "committee"})

        with pytest.raises(BadTerm, match="boundary"):
            rulebook()


def body(key: str, name: str, **values: object) -> Body:
    return add(Body, key, **({"kind": "committee", "name": name} | values))


def said_of_quorum() -> str:
    add_quorum(0, agreement=agreement())
    (term,) = rulebook().terms
    return say_term(term).partition(" är")[0]


@pytest.mark.parametrize(
    ("name", "short", "said"),
    [
        ("Styrgrupp", "", "Styrgruppen"),
        ("Politiska rådet", "", "Politiska rådet"),
        ("Dalens gemensamma nämnd", "Dalnämnden", "Dalnämnden"),
    ],
)
def test_a_term_says_what_the_cooperation_calls_its_body(
    name: str, short: str, said: str
) -> None:
    with cooperation():
        body("styrgruppen", name, short_name=short)
        body("beredningen", "Beredningen", kind="management_group")

        assert said_of_quorum() == said


def test_of_several_bodies_none_is_meant() -> None:
    with cooperation():
        body("ena", "Ena rådet")
        body("andra", "Andra rådet")

        assert said_of_quorum() == "Samarbetskommittén"


def test_a_body_that_is_no_more_is_not_meant() -> None:
    with cooperation():
        body("forra", "Förra rådet", exists_until=date(2020, 1, 1))
        body("rådet", "Rådet")

        assert said_of_quorum() == "Rådet"
