"""The worker: takes one reading at a time, reads its files, and says what it found.

A reading is taken by one worker, which gives signs of life while it works. Where they
stop, another worker begins it again from the start; nothing is done twice, for what a
reading proposes is replaced whole and is no record yet.
"""

import logging
from collections.abc import Callable
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING

from django.db import OperationalError, connection, transaction
from django.db.models import Q

from radslag.agreement.vocabulary import DocumentKind, ReadingState
from radslag.records.models import Reading, ReadingFile
from radslag.services.readings import keeping
from radslag.services.readings.reading import NothingRead, read_all

if TYPE_CHECKING:
    from collections.abc import Iterator

Clock = Callable[[], datetime]
BEATS_EVERY_SECONDS = 5.0
DEAD_AFTER = timedelta(seconds=45)
MOST_ATTEMPTS = 3
GAVE_UP = (
    "Läsningen har avbrutits flera gånger, så den har stoppats. Inget är sparat och "
    "filerna finns kvar. Läs in dem en och en, så syns vilken som inte går att läsa."
)
FELL = (
    "Något gick fel i programmet när handlingarna lästes. Inget är sparat och filerna "
    "finns kvar. Försök igen; går det inte då heller, läs in dem en och en och hör av "
    "dig till den som sköter installationen."
)
_log = logging.getLogger(__name__)


@transaction.atomic
def take_next(worker: str, now: datetime) -> Reading | None:
    """Take the oldest reading that waits, or whose worker has fallen; or nothing."""
    may_skip = connection.features.has_select_for_update_skip_locked
    rows = Reading.objects.filter(
        Q(state=ReadingState.WAITING)
        | Q(state=ReadingState.READING, beat_at__lt=now - DEAD_AFTER)
    ).order_by("id")
    for reading in rows.select_for_update(skip_locked=may_skip, of=("self",)):
        if reading.attempts < MOST_ATTEMPTS:
            keeping.set_reading(
                reading,
                state=ReadingState.READING,
                worker=worker,
                beat_at=now,
                attempts=reading.attempts + 1,
                fault="",
            )
            return reading
        keeping.set_reading(reading, state=ReadingState.FAILED, fault=GAVE_UP)
    return None


def work(worker: str, clock: Clock, today: date) -> Reading | None:
    """Take a reading and carry it through; return it, or nothing if none waits."""
    reading = take_next(worker, clock())
    if reading is None:
        return None
    with _giving_signs_of_life(reading, worker, clock):
        try:
            read_all(reading, clock, today)
        except NothingRead as nothing:
            _fail(reading, worker, str(nothing))
        except Exception:
            _log.exception("inläsning %s", reading.pk)
            _fail(reading, worker, FELL)
    reading.refresh_from_db()
    return reading


def start_again(reading: Reading) -> bool:
    """Let a reading that failed wait for a worker again; say whether it could."""
    return keeping.take(
        Reading.objects.filter(pk=reading.pk, state=ReadingState.FAILED),
        state=ReadingState.WAITING,
        attempts=0,
        fault="",
    )


def say_kind(file: ReadingFile, kind: DocumentKind) -> bool:
    """Say what a file is, and let the reading's files wait to be read again.

    What was proposed is replaced, choices among it. Answers whether it could: not once
    anything of the reading is a record, nor while it is being read.
    """
    reading = file.reading
    if not file.sha256:
        return False
    return keeping.take(
        Reading.objects.filter(pk=reading.pk, state=ReadingState.READ),
        state=ReadingState.WAITING,
        attempts=0,
        kinds_said=reading.kinds_said | {file.sha256: kind.value},
    )


def _fail(reading: Reading, worker: str, fault: str) -> None:
    mine = Reading.objects.filter(
        pk=reading.pk, worker=worker, state=ReadingState.READING
    )
    keeping.take(mine, state=ReadingState.FAILED, fault=fault)


@contextmanager
def _giving_signs_of_life(
    reading: Reading, worker: str, clock: Clock
) -> "Iterator[None]":
    is_over = Event()

    def beat() -> None:
        while not is_over.wait(BEATS_EVERY_SECONDS):
            mine = Reading.objects.filter(pk=reading.pk, worker=worker)
            # While a trial is saved the database may be busy; the next beat will do.
            with suppress(OperationalError):
                keeping.take(mine, beat_at=clock())
        connection.close()

    heart = Thread(target=beat, daemon=True)
    heart.start()
    try:
        yield
    finally:
        is_over.set()
        heart.join()
