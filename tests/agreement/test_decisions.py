"""Decisions: consensus, unanimity and majorities, and orders agreed by all."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from radslag.agreement.meetings import (
    MoreThanAll,
    OtherOrder,
    Stances,
    decision_stands,
)
from radslag.agreement.terms import read_term
from tests.agreement.cases import examples, plain, term


def order(**value):
    return term("decision", "§ 3", body="committee", **value)


@pytest.mark.parametrize("case", examples("decision"), ids=lambda case: case["exempel"])
def test_decision_examples(case) -> None:
    other = None
    if "annan_ordning" in case:
        value = read_term("decision", {"body": "committee", **case["annan_ordning"]})
        other = OtherOrder(order=value, agreed_by=case["enats"])
    stances = Stances(
        members=case["ledamöter"],
        present=case["närvarande"],
        in_favour=case["för"],
        objecting=case["emot"],
    )

    ruling = decision_stands(stances, order(**case["regel"]), other)

    assert ruling.allowed is case["beslut"]
    assert ruling.because.startswith("Beslut:" if ruling else "Inget beslut:")


@given(st.lists(st.integers(0, 12), min_size=4, max_size=4), st.data())
def test_one_more_in_favour_never_undoes_a_decision(numbers, data) -> None:
    objecting, in_favour, present, members = sorted(numbers)
    assume(in_favour + objecting < present)
    rule = data.draw(
        st.sampled_from(
            [
                {"rule": "consensus"},
                {"rule": "unanimity"},
                {"rule": "majority"},
                {"rule": "qualified_majority", "share": "2/3"},
            ]
        )
    )
    of = data.draw(st.sampled_from(["present", "all"]))

    def stands(in_favour):
        stances = Stances(
            members=members, present=present, in_favour=in_favour, objecting=objecting
        )
        return decision_stands(stances, order(of=of, **rule)).allowed

    assert stands(in_favour) <= stands(in_favour + 1)


@pytest.mark.parametrize(
    ("rule", "numbers", "because"),
    [
        (
            {"rule": "consensus"},
            (8, 5, 3, 0),
            "Beslut: ingen närvarande ledamot motsätter sig, och det räcker för "
            "enighet enligt § 3.",
        ),
        (
            {"rule": "consensus"},
            (8, 5, 3, 2),
            "Inget beslut: 2 närvarande ledamöter motsätter sig, och det krävs enighet "
            "enligt § 3.",
        ),
        (
            {"rule": "consensus", "of": "all"},
            (8, 5, 5, 0),
            "Inget beslut: 3 av ledamöterna saknas, och det krävs enighet bland alla "
            "enligt § 3.",
        ),
        (
            {"rule": "unanimity"},
            (8, 5, 4, 0),
            "Inget beslut: 4 av 5 är för, och det krävs att de närvarande är för "
            "enligt § 3.",
        ),
        (
            {"rule": "majority", "of": "all"},
            (8, 5, 5, 0),
            "Beslut: 5 av 8 är för, och det krävs fler än hälften av alla ledamöter "
            "enligt § 3.",
        ),
        (
            {"rule": "qualified_majority", "share": "2/3"},
            (9, 7, 4, 3),
            "Inget beslut: 4 av 7 är för, och det krävs minst två tredjedelar av de "
            "närvarande, alltså 5 enligt § 3.",
        ),
    ],
)
def test_decision_says_why(rule, numbers, because) -> None:
    members, present, in_favour, objecting = numbers
    stances = Stances(
        members=members, present=present, in_favour=in_favour, objecting=objecting
    )

    assert plain(decision_stands(stances, order(**rule)).because) == because


def test_another_order_is_named_as_agreed_by_all() -> None:
    agreed = order(rule="consensus", unless_agreed_by="all_members")
    other = OtherOrder(order=order(rule="majority").value, agreed_by=3)

    ruling = decision_stands(
        Stances(members=3, present=3, in_favour=2, objecting=1), agreed, other
    )

    assert plain(ruling.because) == (
        "Beslut: 2 av 3 är för, och det krävs fler än hälften av de närvarande, den "
        "ordning som alla ledamöter har kommit överens om enligt § 3."
    )


@pytest.mark.parametrize("numbers", [(3, 4, 0, 0), (3, 3, 4, 0), (3, 3, 2, 2)])
def test_stances_refuse_impossible_numbers(numbers) -> None:
    members, present, in_favour, objecting = numbers

    with pytest.raises(MoreThanAll):
        Stances(
            members=members, present=present, in_favour=in_favour, objecting=objecting
        )


def test_another_order_cannot_be_agreed_by_more_than_all() -> None:
    agreed = order(rule="consensus", unless_agreed_by="all_members")
    other = OtherOrder(order=agreed.value, agreed_by=9)

    with pytest.raises(MoreThanAll):
        decision_stands(
            Stances(members=8, present=8, in_favour=8, objecting=0), agreed, other
        )
