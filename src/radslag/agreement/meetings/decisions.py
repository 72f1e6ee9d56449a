"""Decisions: whether what was said at the meeting makes a decision.

Source: § 3 of the model agreement, fourth subparagraph; other agreements decide
unanimously, by majority or by qualified majority.
Units: members in whole numbers, shares as fractions.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from radslag.agreement.citation import Ruling, cites
from radslag.agreement.meetings.quorum import check_numbers
from radslag.agreement.terms import DecisionTerm, Term
from radslag.agreement.wording import according_to, share_in_words


@dataclass(frozen=True, kw_only=True)
class Stances:
    """How the members stood (ställningstaganden) when the decision was to be made."""

    members: int
    present: int
    in_favour: int
    objecting: int

    def __post_init__(self) -> None:
        check_numbers(self.members, self.present)
        check_numbers(self.present, self.in_favour)
        check_numbers(self.present - self.in_favour, self.objecting)


@dataclass(frozen=True, kw_only=True)
class OtherOrder:
    """Another order (annan beslutsordning), and how many members have agreed on it."""

    order: DecisionTerm
    agreed_by: int


@cites("§ 3")
def decision_stands(
    stances: Stances, term: Term[DecisionTerm], other: OtherOrder | None = None
) -> Ruling:
    """Say whether there is a decision, by the order that the agreement names.

    Another order is used only when the agreement allows it and all its members,
    not only those present, have agreed on it. Nobody present decides nothing.

    >>> from datetime import date
    >>> value = DecisionTerm(body="committee", rule="consensus")
    >>> term = Term("decision", value, date(2010, 1, 1))
    >>> decision_stands(
    ...     Stances(members=8, present=5, in_favour=4, objecting=1), term).because
    'Inget beslut: 1 närvarande ledamot motsätter sig, och det krävs enighet.'
    """
    if other is not None and term.value.unless_agreed_by == "all_members":
        check_numbers(stances.members, other.agreed_by)
        if other.agreed_by == stances.members:
            return _ruling(stances, other.order, _after_agreement(term), term.paragraph)
    return _ruling(stances, term.value, according_to(term.paragraph), term.paragraph)


def _after_agreement(term: Term[DecisionTerm]) -> str:
    return (
        f", den ordning som alla ledamöter har kommit överens om"
        f"{according_to(term.paragraph)}"
    )


def _ruling(
    stances: Stances, order: DecisionTerm, ending: str, paragraph: str
) -> Ruling:
    if stances.present == 0:
        because = "Inget beslut: ingen ledamot är närvarande."
        return Ruling(allowed=False, because=because, paragraph=paragraph)
    stands, why = _RULES[order.rule](stances, order)
    because = f"{'Beslut' if stands else 'Inget beslut'}: {why}{ending}."
    return Ruling(stands, because, paragraph)


def _everyone_counted(stances: Stances, order: DecisionTerm) -> int:
    return stances.members if order.of == "all" else stances.present


def _of_whom(order: DecisionTerm) -> str:
    return "alla ledamöter" if order.of == "all" else "de närvarande"


def _members(count: int) -> str:
    return f"{count} närvarande {'ledamot' if count == 1 else 'ledamöter'}"


def _by_consensus(stances: Stances, order: DecisionTerm) -> tuple[bool, str]:
    if stances.present < _everyone_counted(stances, order):
        absent = stances.members - stances.present
        return (
            False,
            f"{absent} av ledamöterna saknas, och det krävs enighet bland alla",
        )
    if stances.objecting:
        who = _members(stances.objecting)
        return False, f"{who} motsätter sig, och det krävs enighet"
    return True, "ingen närvarande ledamot motsätter sig, och det räcker för enighet"


def _by_unanimity(stances: Stances, order: DecisionTerm) -> tuple[bool, str]:
    needed = _everyone_counted(stances, order)
    why = f"{stances.in_favour} av {needed} är för, och det krävs att {_of_whom(order)}"
    return stances.in_favour == needed, f"{why} är för"


def _by_majority(stances: Stances, order: DecisionTerm) -> tuple[bool, str]:
    voters = _everyone_counted(stances, order)
    votes = f"{stances.in_favour} av {voters} är för"
    # A tie is no majority: the agreement gives nobody a casting vote.
    needed = f"det krävs fler än hälften av {_of_whom(order)}"
    return stances.in_favour * 2 > voters, f"{votes}, och {needed}"


def _by_qualified_majority(stances: Stances, order: DecisionTerm) -> tuple[bool, str]:
    # A term of this rule always has its share.
    share = cast("Fraction", order.share)
    voters = _everyone_counted(stances, order)
    needed = max((voters * share).__ceil__(), 1)
    why = (
        f"{stances.in_favour} av {voters} är för, och det krävs minst "
        f"{share_in_words(share)} av {_of_whom(order)}, alltså {needed}"
    )
    return stances.in_favour >= needed, why


_RULES = {
    "consensus": _by_consensus,
    "unanimity": _by_unanimity,
    "majority": _by_majority,
    "qualified_majority": _by_qualified_majority,
}
