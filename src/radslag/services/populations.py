"""Populations and members: who is in the cooperation on a day, and how many they are.

A population that is not known is named, never counted as zero. Where only the sum
of all members is known, the sum answers for all and for nobody in particular.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from django.db.models import QuerySet

from radslag.agreement.fees import MissingPopulation
from radslag.agreement.fees import Population as Residents
from radslag.agreement.parties import Party
from radslag.records.models import Membership, Municipality, Population
from radslag.records.questions import Answers, question

# Answers from which memberships and populations are read once.
MOST_READ = 100
# The three letters that Swedish puts last, in its own order.
_LAST_LETTERS = str.maketrans("åäö", "{|}")


@dataclass(frozen=True)
class MemberPeriod:
    """A municipality's membership (medlemskap): from a day, until another."""

    party: Party
    member_from: date
    member_until: date | None = None

    def holds(self, on: date) -> bool:
        """Say whether the municipality is a member on the day."""
        has_left = self.member_until is not None and self.member_until <= on
        return self.member_from <= on and not has_left


@dataclass(frozen=True)
class Count:
    """A population (invånarantal) as counted: how many, and who says so."""

    residents: int
    source: str = ""
    is_confirmed: bool = True


@dataclass(frozen=True)
class MunicipalityCount:
    """A member's population on a counting day, or nothing when it is not known."""

    party: Party
    count: Count | None

    @property
    def residents(self) -> int | None:
        """How many they are, if it is known."""
        return self.count.residents if self.count else None


@dataclass(frozen=True)
class CountingDay:
    """A counting day (räknedag): each member's population, the sum, what is missing."""

    counted_on: date
    rows: tuple[MunicipalityCount, ...]
    written_sum: Count | None = None

    @property
    def missing(self) -> tuple[MissingPopulation, ...]:
        """The members whose own population is not known."""
        return tuple(
            MissingPopulation(row.party, self.counted_on)
            for row in self.rows
            if row.count is None
        )

    @property
    def added_residents(self) -> int | None:
        """The members' populations added up, when all of them are known."""
        if self.missing or not self.rows:
            return None
        return sum(row.count.residents for row in self.rows if row.count)

    @property
    def total_residents(self) -> int | None:
        """Everybody: added up where possible, otherwise the sum as written."""
        if self.added_residents is not None:
            return self.added_residents
        return self.written_sum.residents if self.written_sum else None

    @property
    def is_sum_only(self) -> bool:
        """Say whether the total rests on the written sum alone."""
        return self.added_residents is None and self.written_sum is not None


@dataclass(frozen=True)
class Counts:
    """The populations that are known: by municipality and day, and sums by day."""

    by_party: Mapping[Party, Mapping[date, Count]]
    sums: Mapping[date, Count] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def residents(self) -> Residents:
        """The same populations as the rules take them."""
        return {
            party: {day: count.residents for day, count in days.items()}
            for party, days in self.by_party.items()
        }

    def count_of(self, party: Party, on: date) -> Count | None:
        """Return a municipality's population on a day, if it is known."""
        return self.by_party.get(party, {}).get(on)

    def on(self, counted_on: date, parties: Iterable[Party]) -> CountingDay:
        """Return the counting day for these members, by name."""
        rows = tuple(
            MunicipalityCount(party, self.count_of(party, counted_on))
            for party in by_name(parties)
        )
        return CountingDay(counted_on, rows, self.sums.get(counted_on))


def alphabetical(name: str) -> str:
    """Return the key that puts names in Swedish order, å ä ö last."""
    return name.lower().translate(_LAST_LETTERS)


def by_name(parties: Iterable[Party]) -> list[Party]:
    """Return municipalities by name, in Swedish order."""
    return sorted(parties, key=lambda party: (alphabetical(party.name), party.code))


def party_of(municipality: Municipality) -> Party:
    """Return the municipality as the rules know it."""
    return Party(municipality.code, municipality.key, municipality.name)


def member_periods() -> tuple[MemberPeriod, ...]:
    """Return every membership there has been, in one query."""
    return _periods(_memberships())


@question
def _memberships() -> QuerySet[Membership]:
    return Membership.objects.select_related("municipality")


@lru_cache(maxsize=MOST_READ)
def _periods(rows: Answers[Membership]) -> tuple[MemberPeriod, ...]:
    return periods_of(rows)


def periods_of(rows: Iterable[Membership]) -> tuple[MemberPeriod, ...]:
    """Read memberships that are already fetched with their municipalities."""
    return tuple(
        MemberPeriod(party_of(row.municipality), row.member_from, row.member_until)
        for row in rows
    )


def members_among(periods: Iterable[MemberPeriod], on: date) -> tuple[Party, ...]:
    """Return who of them are members on the day, each once, by municipality code."""
    return tuple(sorted({period.party for period in periods if period.holds(on)}))


def members(on: date) -> tuple[Party, ...]:
    """Return the members on a day by municipality code, in one query."""
    return members_among(member_periods(), on)


def known_counts(days: Collection[date] | None = None) -> Counts:
    """Return the populations of the days, or all there are, in one query."""
    return _counts(_populations(days=None if days is None else tuple(days)))


@question
def _populations(*, days: tuple[date, ...] | None) -> QuerySet[Population]:
    rows = Population.objects.select_related("municipality")
    return rows if days is None else rows.filter(counted_on__in=days)


@lru_cache(maxsize=MOST_READ)
def _counts(rows: Answers[Population]) -> Counts:
    return counts_of(rows)


def counts_of(rows: Iterable[Population]) -> Counts:
    """Read populations that are already fetched with their municipalities."""
    by_party: dict[Party, dict[date, Count]] = {}
    sums: dict[date, Count] = {}
    for row in rows:
        count = Count(row.residents, row.source, row.is_confirmed)
        if row.municipality is None:
            sums[row.counted_on] = count
        else:
            days = by_party.setdefault(party_of(row.municipality), {})
            days[row.counted_on] = count
    return Counts(by_party, sums)


def counting_day(counted_on: date, *, members_on: date) -> CountingDay:
    """Return who were members on one day with their populations on another.

    Two queries, however many the municipalities are.
    """
    return known_counts([counted_on]).on(counted_on, members(members_on))
