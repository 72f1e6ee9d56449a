"""Quorum: whether enough members are present, near or at a distance.

Source: § 3 of the model agreement, fourth subparagraph.
Units: members in whole numbers, shares as fractions of all members.
"""

from radslag.agreement.citation import Ruling, cites
from radslag.agreement.terms import Quorum, Remote, Term
from radslag.agreement.wording import (
    according_to,
    capitalised,
    listed,
    means_name,
    share_in_words,
)

_BOUNDARY_WORDS = {"at_least": "minst", "more_than": "mer än"}


class MoreThanAll(ValueError):
    """More members are counted than there are, or fewer than none."""


@cites("§ 3")
def members_needed(members: int, term: Term[Quorum]) -> int:
    """Return how many members must be present; always at least one.

    >>> from datetime import date
    >>> from fractions import Fraction
    >>> value = Quorum(body="committee", boundary="at_least", share=Fraction(1, 2))
    >>> members_needed(7, Term("quorum", value, date(2010, 1, 1)))
    4
    """
    boundary = members * term.value.share
    if term.value.boundary == "more_than":
        return boundary.__floor__() + 1
    return max(boundary.__ceil__(), 1)


@cites("§ 3")
def is_quorate(*, members: int, present: int, term: Term[Quorum]) -> Ruling:
    """Say whether the body may decide with this many of its members present.

    One more member present never makes a quorate meeting inquorate. Nobody present
    is never enough. Raises MoreThanAll when the numbers cannot be.

    >>> from datetime import date
    >>> from fractions import Fraction
    >>> value = Quorum(body="committee", boundary="at_least", share=Fraction(1, 2))
    >>> term = Term("quorum", value, date(2010, 1, 1), paragraph="§ 3")
    >>> is_quorate(members=8, present=3, term=term).allowed
    False
    """
    check_numbers(members, present)
    needed = members_needed(members, term)
    quorate = present >= needed
    because = (
        f"{present} av {members} ledamöter är närvarande. "
        f"{capitalised(term.body_name)} är "
        f"{'' if quorate else 'inte '}beslutför: "
        f"{_boundary_in_words(term.value)} ska vara närvarande, alltså minst "
        f"{needed}{according_to(term.paragraph)}."
    )
    return Ruling(quorate, because, term.paragraph)


def _boundary_in_words(value: Quorum) -> str:
    if value.share == 1:
        return "alla ledamöter"
    words = _BOUNDARY_WORDS[value.boundary]
    return f"{words} {share_in_words(value.share)} av ledamöterna"


def check_numbers(whole: int, part: int) -> None:
    """Refuse a part that is larger than the whole, or less than nothing.

    >>> check_numbers(8, 4)
    """
    if not 0 <= part <= whole:
        message = f"{part} av {whole} ledamöter går inte ihop."
        raise MoreThanAll(message)


@cites("§ 3")
def may_decide_remotely(means: str, term: Term[Remote]) -> Ruling:
    """Say whether a decision may be made by this means of meeting at a distance.

    >>> from datetime import date
    >>> value = Remote(body="committee", means=("telephone", "network"))
    >>> may_decide_remotely("letter", Term("remote", value, date(2010, 1, 1))).because
    'Samarbetskommittén får fatta beslut på distans genom telefon och datanät.'
    """
    allowed = listed(means_name(each) for each in term.value.means) or "inget medel"
    because = (
        f"{capitalised(term.body_name)} får fatta beslut på distans genom "
        f"{allowed}{according_to(term.paragraph)}."
    )
    return Ruling(means in term.value.means, because, term.paragraph)
