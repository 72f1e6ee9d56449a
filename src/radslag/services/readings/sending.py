"""Sending files in: what is taken, what is refused at once, and what is known of it.

Nothing is read here. A file that was sent before is said to be so, and what became of
it then.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import NamedTuple

from django.db.models import QuerySet, Sum
from django.utils.timezone import localtime

from radslag.agreement.vocabulary import ReadingState
from radslag.agreement.wording import long_date
from radslag.records.models import Cooperation, Reading, ReadingFile
from radslag.services.journal import Actor
from radslag.services.readings import keeping

MEGABYTE = 1_000_000
MOST_FILES = 100
MOST_FILE_MEGABYTES = 50
MOST_DAY_MEGABYTES = 500
LONGEST_NAME = 255
A_DAY = timedelta(days=1)


class SentFile(NamedTuple):
    """A file as somebody sent it; it is read when it is its turn to be kept."""

    name: str
    size_bytes: int
    read: Callable[[], bytes]

    @classmethod
    def of(cls, name: str, content: bytes) -> "SentFile":
        """Return a file whose bytes are at hand."""
        return cls(name, len(content), lambda: content)


class TooMuch(Exception):
    """More was sent than is taken; the Swedish sentence says what to do."""


@dataclass(frozen=True)
class Earlier:
    """An earlier reading of the very same file."""

    reading: Reading
    state: ReadingState

    def __str__(self) -> str:
        """Say when the file was read and what became of it."""
        day = long_date(localtime(self.reading.started_at).date())
        return (
            f"Samma fil lästes {day} av {self.reading.started_by_name}: "
            f"{_BECAME[self.state]}"
        )


_BECAME = {
    ReadingState.WAITING: "den väntar på att läsas.",
    ReadingState.READING: "den läses just nu.",
    ReadingState.READ: "den väntar på granskning.",
    ReadingState.FAILED: "den gick inte att läsa.",
    ReadingState.APPLIED: "den lästes in. Nu visas bara det som skiljer.",
    ReadingState.UNDONE: "den lästes in, men inläsningen ångrades.",
}


def send(
    actor: Actor, cooperation: Cooperation | None, files: Sequence[SentFile]
) -> Reading:
    """Let files wait to be read together; raises TooMuch, and then nothing is kept.

    Without a cooperation the reading is to set one up.
    """
    refuse_too_much(files, already_bytes=_sent_since(actor, actor.at - A_DAY))
    reading = Reading(
        cooperation=cooperation,
        started_by_id=actor.user_id,
        started_by_name=actor.name,
        started_at=actor.at,
    )
    return keeping.add_reading(reading, _rows(files))


def refuse_too_much(files: Sequence[SentFile], *, already_bytes: int = 0) -> None:
    """Raise TooMuch where there are too many files, or too large together."""
    if len(files) > MOST_FILES:
        raise TooMuch(
            f"Du valde {len(files)} filer. Högst {MOST_FILES} läses tillsammans. "
            "Inget är sänt. Dela upp dem på flera inläsningar."
        )
    total = already_bytes + sum(file.size_bytes for file in files)
    if total > MOST_DAY_MEGABYTES * MEGABYTE:
        raise TooMuch(
            f"Tillsammans med det du redan har sänt det senaste dygnet blir det mer än "
            f"{MOST_DAY_MEGABYTES} MB. Inget nytt är sänt. Sänd färre filer, eller "
            "vänta till i morgon."
        )


def _sent_since(actor: Actor, since: datetime) -> int:
    rows = ReadingFile.objects.filter(
        reading__started_by=actor.user_id,
        reading__started_at__gte=since,
        within__isnull=True,
    )
    if actor.user_id is None:
        rows = rows.filter(reading__started_by_name=actor.name)
    total: int = rows.aggregate(total=Sum("size_bytes"))["total"] or 0
    return total


def _rows(files: Iterable[SentFile]) -> Iterator[ReadingFile]:
    """Give the files one at a time, so that no more than one is held."""
    for position, file in enumerate(files):
        content = file.read()
        yield ReadingFile(
            position=position,
            name=_name(file.name),
            size_bytes=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
        )


def _name(name: str) -> str:
    kept = "".join(each for each in PurePath(name).name if each.isprintable())
    return kept[-LONGEST_NAME:] or "namnlös"


def twins_in(files: Iterable[ReadingFile]) -> dict[int, ReadingFile]:
    """Return, for each file that was sent twice in one reading, the first of them."""
    first: dict[str, ReadingFile] = {}
    found: dict[int, ReadingFile] = {}
    # What came inside another file was not sent by itself.
    for file in (file for file in files if file.within_id is None):
        same = first.setdefault(file.sha256 or f"inside-{file.pk}", file)
        if same is not file:
            found[file.pk] = same
    return found


def earlier_of(
    files: Iterable[ReadingFile], cooperation: Cooperation | None
) -> dict[str, Earlier]:
    """Return the latest earlier reading of each of the files, by checksum.

    One query. Only readings of the same cooperation are told of.
    """
    files = list(files)
    rows = _others(files, cooperation).select_related("reading")
    found: dict[str, Earlier] = {}
    for row in rows.only("sha256", "reading").order_by("-reading__started_at", "-pk"):
        state = ReadingState(row.reading.state)
        found.setdefault(row.sha256, Earlier(row.reading, state))
    return found


def _others(
    files: Sequence[ReadingFile], cooperation: Cooperation | None
) -> QuerySet[ReadingFile]:
    newest = max((file.reading_id for file in files), default=0)
    return ReadingFile.objects.filter(
        sha256__in=[file.sha256 for file in files],
        reading__cooperation=cooperation,
        reading__lt=newest,
    )
