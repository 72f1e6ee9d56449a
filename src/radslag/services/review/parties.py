"""Checks of who is in the cooperation, and how many they are."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import pairwise

from radslag.agreement.parties import Party, names_of
from radslag.agreement.vocabulary import Severity
from radslag.agreement.wording import listed, long_date, number, people
from radslag.records.models import Membership, Population
from radslag.services.review.facts import Facts, grouped
from radslag.services.review.findings import (
    Found,
    Mention,
    check,
    mention,
    milder_when_old,
    subject_of,
)

# A municipality that changes more than this in a year is more likely a slip of a key.
GREAT_CHANGE = Fraction(1, 10)


@check(
    "duplicate_municipality",
    title="Två kommuner med samma namn",
    severity=Severity.ERROR,
    cure="Ta bort den ena kommunen, eller rätta namnet om det är två olika.",
)
def duplicate_municipality(facts: Facts, today: date) -> Iterator[Found]:
    """Find municipalities that bear the same name, whatever the case."""
    by_name = grouped(
        (row.name.strip().casefold(), row) for row in facts.municipalities
    )
    for rows in by_name.values():
        if len(rows) > 1:
            codes = listed(sorted(row.code for row in rows))
            yield Found(
                subject=subject_of(min(rows, key=lambda row: row.code)),
                what=f"{rows[0].name} finns {len(rows)} gånger, med kod {codes}.",
                says="Varje kommun finns en gång.",
                about=tuple(sorted((row.code, row.name) for row in rows)),
                records=tuple(mention(row) for row in rows),
            )


@check(
    "memberships_overlap",
    title="Två medlemskap samtidigt för samma kommun",
    severity=Severity.ERROR,
    cure="Avsluta det tidigare medlemskapet eller ta bort det som är dubblerat.",
)
def memberships_overlap(facts: Facts, today: date) -> Iterator[Found]:
    """Find municipalities that are members twice on the same day."""
    by_municipality = grouped((row.municipality_id, row) for row in facts.memberships)
    for rows in by_municipality.values():
        ordered = sorted(rows, key=lambda row: row.member_from)
        for earlier, later in pairwise(ordered):
            if earlier.member_until is None or earlier.member_until > later.member_from:
                yield Found(
                    subject=subject_of(later),
                    what=f"{later.municipality.name} har två medlemskap som gäller "
                    f"samtidigt från {long_date(later.member_from)}.",
                    says="En kommun är medlem en gång i taget.",
                    about=(_days(earlier), _days(later)),
                    records=(_membership(earlier), _membership(later)),
                )


@check(
    "membership_without_agreement",
    title="Medlemskap utan avtal",
    severity=Severity.WARNING,
    paragraph="§ 2",
    cure="Lägg in avtalet som gäller, eller rätta medlemskapets dagar.",
)
def membership_without_agreement(facts: Facts, today: date) -> Iterator[Found]:
    """Find members today, and first days as member, without any agreement in force."""
    bare = [
        row
        for row in facts.memberships
        if not _has_agreement(facts, row.member_from)
        or (_is_member(row, today) and not _has_agreement(facts, today))
    ]
    if bare:
        parties = {facts.party_by_id(row.municipality_id) for row in bare}
        yield Found(
            subject="memberships",
            what=f"Inget samarbetsavtal gäller för medlemskapet för {_names(parties)}.",
            says="Ett medlemskap vilar på ett avtal som gäller.",
            about=(
                tuple(sorted((row.key, *_days(row)) for row in bare)),
                tuple(_periods(facts)),
            ),
            records=tuple(_membership(row) for row in bare),
        )


def _names(parties: Iterable[Party | None]) -> str:
    return names_of(party for party in parties if party is not None)


def _periods(facts: Facts) -> Iterator[tuple[date, date | None]]:
    for row in facts.agreements:
        yield row.in_force_from, row.in_force_until


def _has_agreement(facts: Facts, on: date) -> bool:
    return any(
        start <= on and (end is None or on < end) for start, end in _periods(facts)
    )


def _is_member(row: Membership, on: date) -> bool:
    ended = row.member_until is not None and row.member_until <= on
    return row.member_from <= on and not ended


def _days(row: Membership) -> tuple[date, date | None]:
    return row.member_from, row.member_until


def _membership(row: Membership) -> Mention:
    label = f"{row.municipality.name} från {long_date(row.member_from)}"
    return mention(row, label)


@check(
    "population_changed_much",
    title="Invånarantalet ändras mer än tio procent på ett år",
    severity=Severity.WARNING,
    cure="Jämför med källan och rätta talet, eller godta iakttagelsen om det stämmer.",
)
def population_changed_much(facts: Facts, today: date) -> Iterator[Found]:
    """Find populations that differ more than a tenth from a year before."""
    by_municipality = grouped(
        (row.municipality_id, row) for row in facts.populations if row.municipality_id
    )
    for rows in by_municipality.values():
        ordered = sorted(rows, key=lambda row: row.counted_on)
        for before, now in pairwise(ordered):
            if _is_within_a_year(before, now) and _is_great_change(before, now):
                yield Found(
                    subject=subject_of(now),
                    what=f"{_of_whom(now)} gick från {number(before.residents)} till "
                    f"{people(now.residents)} på ett år.",
                    says=_change(before, now),
                    about=(before.residents, now.residents),
                    records=(_population(before), _population(now)),
                    severity=milder_when_old(now.counted_on.year, today),
                )


def _is_within_a_year(before: Population, now: Population) -> bool:
    year, month, day = before.counted_on.timetuple()[:3]
    return (now.counted_on.year, now.counted_on.month, now.counted_on.day) <= (
        year + 1,
        month,
        day,
    )


def _is_great_change(before: Population, now: Population) -> bool:
    difference = abs(now.residents - before.residents)
    return difference > before.residents * GREAT_CHANGE


def _change(before: Population, now: Population) -> str:
    difference = now.residents - before.residents
    sign = "+" if difference > 0 else "−"
    return f"{sign}{people(abs(difference))} mellan två räknedagar"


def _of_whom(row: Population) -> str:
    return row.municipality.name if row.municipality else "Alla tillsammans"


def _population(row: Population) -> Mention:
    return mention(row, f"{_of_whom(row)} {long_date(row.counted_on)}")


@check(
    "population_sum_differs",
    title="Summan av invånarantalen stämmer inte med kommunernas egna",
    severity=Severity.ERROR,
    cure="Rätta summan eller den kommun vars tal är fel; jämför med källan.",
)
def population_sum_differs(facts: Facts, today: date) -> Iterator[Found]:
    """Find written sums that differ from the members' populations added up."""
    for row in facts.populations:
        if row.municipality_id is not None:
            continue
        day = facts.counts.on(row.counted_on, facts.members(row.counted_on))
        added = day.added_residents
        if added is not None and added != row.residents:
            yield Found(
                subject=subject_of(row),
                what=f"Summan den {long_date(row.counted_on)} är skriven som "
                f"{people(row.residents)}, men kommunernas egna tal är tillsammans "
                f"{people(added)}.",
                says=f"{number(row.residents)} − {number(added)} = "
                f"{number(row.residents - added)}",
                about=(row.residents, added),
                records=(_population(row),),
            )
