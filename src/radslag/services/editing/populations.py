"""Entering every member's population for a counting day in one act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from radslag.records.models import Cooperation, Municipality, Population
from radslag.records.models.tenancy import chosen_id
from radslag.services import journal
from radslag.services.belonging import facts_of
from radslag.services.editing.besides import stamp_of
from radslag.services.editing.keys import free_key
from radslag.services.journal import Actor
from radslag.services.populations import alphabetical, members

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DayCounts:
    """A counting day as it stands: whose populations are asked for, and the rows."""

    counted_on: date
    municipalities: tuple[Municipality, ...]
    rows: Mapping[int, Population]
    earlier: Mapping[int, Population]

    def residents(self, municipality: Municipality) -> int | None:
        """Return a municipality's population on the day, if it is known."""
        row = self.rows.get(municipality.pk)
        return row.residents if row else None

    @property
    def source(self) -> str:
        """Return the source that the rows name, when they name the same."""
        sources = {row.source for row in self.rows.values()}
        return sources.pop() if len(sources) == 1 else ""

    @property
    def stamp(self) -> str:
        """Return a mark that changes whenever one of the rows does."""
        return ".".join(
            f"{row.key}:{stamp_of(row)}"
            for row in sorted(self.rows.values(), key=lambda row: row.key)
        )


class CountsChanged(Exception):
    """Somebody else saved populations for the day after they were read."""

    def __init__(self, counts: DayCounts) -> None:
        """Keep the counts as they stand now."""
        super().__init__(str(counts.counted_on))
        self.counts = counts


def counts_on(counted_on: date) -> DayCounts:
    """Return the day's populations, those before, and the members to ask for, by name.

    Members are those of the day and of the day after: who joins at the turn of the
    year pays by the population of its eve. Five queries.
    """
    parties = {*members(counted_on), *members(counted_on + A_DAY)}
    keys = [party.key for party in parties]
    rows = Population.objects.filter(counted_on=counted_on, municipality__isnull=False)
    asked = Municipality.objects.filter(key__in=keys)
    by_name = sorted(asked, key=lambda each: alphabetical(each.name))
    known = {row.municipality_id: row for row in rows if row.municipality_id}
    return DayCounts(counted_on, tuple(by_name), known, _latest_before(counted_on))


def _latest_before(counted_on: date) -> dict[int, Population]:
    """Return each municipality's latest population of an earlier day."""
    rows = Population.objects.filter(
        counted_on__lt=counted_on, municipality__isnull=False
    ).order_by("counted_on")
    return {row.municipality_id: row for row in rows if row.municipality_id}


@transaction.atomic
def enter(
    actor: Actor,
    counts: DayCounts,
    residents: Mapping[Municipality, int],
    *,
    source: str,
    stamp: str,
) -> int:
    """Save the day's populations, all or none; return how many rows changed.

    Raises CountsChanged, with nothing written, when another was first.
    """
    Cooperation.objects.select_for_update().get(pk=chosen_id())
    fresh = counts_on(counts.counted_on)
    if fresh.stamp != stamp:
        raise CountsChanged(fresh)
    known = [
        (fresh.rows[each.pk], {"residents": number, "source": source})
        for each, number in residents.items()
        if each.pk in fresh.rows
    ]
    new = [
        _row(each, number, counts.counted_on, source)
        for each, number in residents.items()
        if each.pk not in fresh.rows
    ]
    journal.add_many(actor, new)
    return len(new) + (journal.change_many(actor, known) if known else 0)


def _row(
    municipality: Municipality, number: int, counted_on: date, source: str
) -> Population:
    row = Population(
        municipality=municipality,
        counted_on=counted_on,
        residents=number,
        source=source,
    )
    row.key = free_key(row, facts_of([row])[0])
    return row
