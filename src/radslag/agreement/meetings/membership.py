"""Membership: who sits in the body, which officers it has, who gets its minutes.

Source: § 3 of the model agreement.
Units: seats in whole numbers.
"""

from collections.abc import Collection, Iterable, Mapping

from radslag.agreement.citation import Ruling, cites
from radslag.agreement.parties import Completeness, Party, names_of
from radslag.agreement.terms import Composition, MinutesTerm, Officers, Term
from radslag.agreement.wording import (
    according_to,
    capitalised,
    listed,
    role_name,
)

_PERIOD_WORDS = {"year": "varje år", "term_of_office": "varje mandatperiod"}


@cites("§ 3")
def is_composed(seats: Mapping[Party, int], term: Term[Composition]) -> Completeness:
    """Say whether each municipality has its seats in the body, no fewer and no more.

    >>> from datetime import date
    >>> value = Composition(body="committee", seats_per_municipality=1,
    ...     office="board_chair")
    >>> ruling = is_composed({Party("1", "a", "A"): 0, Party("2", "b", "B"): 1},
    ...     Term("composition", value, date(2010, 1, 1)))
    >>> [party.name for party in ruling.missing]
    ['A']
    """
    wanted = term.value.seats_per_municipality
    wrong = tuple(party for party in sorted(seats) if seats[party] != wanted)
    astray = f" Det stämmer inte för {names_of(wrong)}." if wrong else ""
    because = (
        f"Varje kommun har {wanted} {'plats' if wanted == 1 else 'platser'} i "
        f"{term.body_name}{according_to(term.paragraph)}.{astray}"
    )
    return Completeness(not wrong, because, term.paragraph, missing=wrong)


@cites("§ 3")
def has_officers(
    *, elected: Mapping[str, int], members_elected: bool, term: Term[Officers]
) -> Ruling:
    """Say whether each role has exactly one holder, elected for the period, among them.

    The numbers are of holders elected for the year or term of office asked about.

    >>> from datetime import date
    >>> value = Officers(body="committee", roles=("chair", "vice_chair"),
    ...     elected_each="year")
    >>> has_officers(elected={"chair": 1}, members_elected=True,
    ...     term=Term("officers", value, date(2010, 1, 1))).because
    'Samarbetskommittén väljer varje år ordförande och vice ordförande. Inte valt: \
vice ordförande.'
    """
    missing = [role for role in term.value.roles if elected.get(role, 0) == 0]
    double = [role for role in term.value.roles if elected.get(role, 0) > 1]
    outside = term.value.elected_from == "members" and not members_elected
    because = " ".join(
        sentence
        for sentence, said in (
            (_election(term), True),
            (f"Inte valt: {listed(map(role_name, missing))}.", missing),
            (f"Flera valda: {listed(map(role_name, double))}.", double),
            ("Någon vald är inte ledamot.", outside),
        )
        if said
    )
    return Ruling(not (missing or double or outside), because, term.paragraph)


def _election(term: Term[Officers]) -> str:
    return (
        f"{capitalised(term.body_name)} väljer "
        f"{_PERIOD_WORDS[term.value.elected_each]} "
        f"{listed(map(role_name, term.value.roles))}{according_to(term.paragraph)}."
    )


@cites("§ 3")
def has_minutes_delivered(
    parties: Iterable[Party], delivered_to: Collection[Party], term: Term[MinutesTerm]
) -> Completeness:
    """Say whether the minutes have been delivered to each municipality, or who lacks.

    >>> from datetime import date
    >>> value = MinutesTerm(body="committee", delivered_to="each_municipality")
    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> has_minutes_delivered([a, b], [b],
    ...     Term("minutes", value, date(2010, 1, 1))).missing == (a,)
    True
    """
    missing = tuple(sorted(set(parties) - set(delivered_to)))
    whom = "kommun" if term.value.delivered_to == "each_municipality" else "ledamot"
    lacking = f" Det saknas för {names_of(missing)}." if missing else ""
    because = (
        f"Minnesanteckningarna ska delges varje {whom}"
        f"{according_to(term.paragraph)}.{lacking}"
    )
    return Completeness(not missing, because, term.paragraph, missing=missing)
