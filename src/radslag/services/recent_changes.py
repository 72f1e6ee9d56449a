"""What changed lately, and by whom: one line for each act, however many its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby

from django.db.models import OuterRef, QuerySet, Subquery

from radslag.records.models import Change, SearchEntry
from radslag.records.questions import Answers, question
from radslag.services.naming import kind_of

# An act is one line; this many rows of the journal are enough to fill the page.
ROWS_READ = 100
# Journals whose latest rows are put together once for the same answers.
MOST_JOURNALS = 50


@dataclass(frozen=True)
class RecentChange:
    """An act (ändring): who did what, when, and to which record or how many."""

    changed_at: datetime
    who: str
    occasion: str
    done: str
    kind: str
    name: str
    section: str
    key: str
    rows: int

    @property
    def is_one(self) -> bool:
        """Say whether it is about a single record."""
        return self.rows == 1


def recent_changes(number: int) -> tuple[RecentChange, ...]:
    """Return the latest acts in the chosen cooperation, newest first, in one query.

    Rows written at the same moment by the same hand are one act. An act larger than
    what is read counts as many rows as were. Citations belong to what they are of, and
    are not told of by themselves.
    """
    return _acts(_latest())[:number]


@question
def _latest() -> QuerySet[Change]:
    name = SearchEntry.objects.filter(
        section=OuterRef("section"), record_key=OuterRef("record_key")
    ).values("name")[:1]
    return (
        Change.objects.exclude(section="citations")
        .annotate(record_name=Subquery(name))
        .defer("before", "after")[:ROWS_READ]
    )


@lru_cache(maxsize=MOST_JOURNALS)
def _acts(rows: Answers[Change]) -> tuple[RecentChange, ...]:
    acts = groupby(rows, key=lambda row: (row.changed_at, row.changed_by_name))
    return tuple(_act(list(of_one)) for _, of_one in acts)


def _act(rows: Sequence[Change]) -> RecentChange:
    row = rows[0]
    name: str | None = getattr(row, "record_name", None)
    return RecentChange(
        changed_at=row.changed_at,
        who=row.changed_by_name,
        occasion=row.occasion,
        done=_done(rows),
        kind=kind_of(row.section),
        name=name or row.record_key,
        section=row.section,
        key=row.record_key,
        rows=len(rows),
    )


def _done(rows: Iterable[Change]) -> str:
    """Return the one word for what was done, or the widest when they differ."""
    actions = {row.action for row in rows}
    only = actions.pop() if len(actions) == 1 else Change.Action.CHANGED
    return str(Change.Action(only).label)
