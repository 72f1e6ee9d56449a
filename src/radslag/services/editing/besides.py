"""What is kept beside a record and edited with it, such as who answers for a goal."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from radslag.records.models import Record
from radslag.services import journal
from radslag.services.belonging import facts_of
from radslag.services.editing.keys import free_key
from radslag.services.journal import Actor


@dataclass(frozen=True)
class Beside:
    """Records of one kind beside another: the rows that shall stand, and no others.

    Rows that say what is wanted already are left as they are. With `most`, only so
    many of the first are touched; they are then corrected rather than replaced.
    """

    model: type[Record]
    parent: str
    rows: tuple[Mapping[str, Any], ...] = ()
    most: int | None = None


def beside_rows(record: Record, beside: Beside) -> list[Record]:
    """Return what stands beside the record now, in the order it was written."""
    rows = beside.model.objects.filter(**{beside.parent: record}).order_by("pk")
    return list(rows[: beside.most])


def stamp_of(record: Record, rows: Iterable[Sequence[Record]] = ()) -> str:
    """Return a mark that changes whenever the record or what is beside it does."""
    beside = [[row.key, row.version] for some in rows for row in some]
    if not beside:
        return str(record.version)
    digest = hashlib.sha256(json.dumps(beside).encode()).hexdigest()
    return f"{record.version}-{digest[:10]}"


def settle(actor: Actor, record: Record, beside: Beside) -> bool:
    """Make what stands beside the record what it shall be; say if anything changed."""
    standing = beside_rows(record, beside)
    wanted = list(beside.rows)
    for row in list(standing):
        match = next((each for each in wanted if _says(row, each)), None)
        if match is not None:
            wanted.remove(match)
            standing.remove(row)
    if beside.most is not None:
        paired = list(zip(standing, wanted, strict=False))
        journal.change_many(actor, paired)
        standing, wanted = standing[len(paired) :], wanted[len(paired) :]
    else:
        paired = []
    journal.remove_many(actor, standing)
    for values in wanted:
        _add(actor, record, beside, values)
    return bool(paired or standing or wanted)


def _says(row: Record, values: Mapping[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in values.items())


def _add(
    actor: Actor, record: Record, beside: Beside, values: Mapping[str, Any]
) -> None:
    row = beside.model(**{beside.parent: record}, **values)
    row.key = free_key(row, facts_of([row])[0])
    journal.add(actor, row)
