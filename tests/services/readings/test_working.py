"""The worker: one reading at a time, each file by itself, and none lost by a fall."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection

from radslag.agreement.vocabulary import ProposedChange, ReadingState
from radslag.records.models import Reading
from radslag.services.readings import keeping
from radslag.services.readings.applying import NewCooperation, apply
from radslag.services.readings.sending import SentFile, TooMuch, send
from radslag.services.readings.working import (
    DEAD_AFTER,
    MOST_ATTEMPTS,
    start_again,
    take_next,
    work,
)
from tests.services.readings.invented import ACTOR, AT, TODAY, accept_all, actor, sent

pytestmark = pytest.mark.django_db
PLAN = """Verksamhetsplan och budget 2026

Samverkan Sjöviken består av Botkyrka, Haninge och Salem.

Handlingsplan
"""


def clock():
    return AT


def test_file_is_read_and_waits_for_review() -> None:
    reading = sent(content=PLAN.encode())

    done = work("a", clock, TODAY)

    assert done == reading
    assert done.state == ReadingState.READ
    (file,) = done.files.all()
    assert "Verksamhetsplan" in file.text
    assert file.outcome.startswith("Läst")
    assert done.proposals.filter(section="documents").exists()


def test_same_file_again_is_the_same_document() -> None:
    reading = sent(content=PLAN.encode())
    work("a", clock, TODAY)
    accept_all(reading)
    apply(actor(), reading, TODAY, NewCooperation("Sjöviken", "sjoviken"))

    again = sent(reading.cooperation, PLAN.encode())
    newer = sent(reading.cooperation, PLAN.replace("2026", "2027").encode())
    work("a", clock, TODAY)
    work("a", clock, TODAY)

    before = reading.proposals.get(section="documents")
    same = again.proposals.get(section="documents")
    other = newer.proposals.get(section="documents")
    assert (same.key, same.change) == (before.key, ProposedChange.SAME)
    assert (other.key, other.change) == (f"{before.key}-2", ProposedChange.NEW)


def test_each_file_fails_alone_with_reason_and_cure() -> None:
    files = [SentFile.of("plan.txt", PLAN.encode()), SentFile.of("tom.txt", b"")]
    send(actor(), None, files)

    done = work("a", clock, TODAY)

    good, bad = done.files.all()
    assert done.state == ReadingState.READ
    assert good.text
    assert bad.outcome.startswith("Filen är tom.")


def test_nothing_readable_fails_and_can_be_started_again() -> None:
    send(actor(), None, [SentFile.of("tom.txt", b"")])

    done = work("a", clock, TODAY)

    assert done.state == ReadingState.FAILED
    assert "Ingen av filerna" in done.fault
    assert start_again(done)
    assert not start_again(done)
    assert take_next("a", AT) == done


def test_reading_is_taken_by_one_worker_and_again_when_that_has_fallen() -> None:
    reading = sent()

    assert take_next("a", AT) == reading
    assert take_next("b", AT + DEAD_AFTER / 2) is None
    assert take_next("b", AT + DEAD_AFTER + timedelta(seconds=1)) == reading
    reading.refresh_from_db()
    assert (reading.worker, reading.attempts) == ("b", 2)


def test_reading_that_takes_every_worker_with_it_is_given_up() -> None:
    reading = sent()
    keeping.set_reading(reading, attempts=MOST_ATTEMPTS)

    assert take_next("a", AT) is None
    reading.refresh_from_db()
    assert reading.state == ReadingState.FAILED
    assert "en och en" in reading.fault


def test_old_worker_that_wakes_up_changes_nothing() -> None:
    reading = sent(content=PLAN.encode())

    def taken_over():
        keeping.take(Reading.objects.filter(pk=reading.pk), worker="b")
        return AT

    work("a", taken_over, TODAY)

    reading.refresh_from_db()
    assert reading.state == ReadingState.READING
    assert not reading.proposals.exists()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([SentFile.of("a.txt", b"a")] * 101, "Högst 100"),
        ([SentFile.of("a.txt", bytes(50_000_000))] * 11, "500 MB"),
    ],
)
def test_too_much_is_refused_before_anything_is_kept(files, said) -> None:
    with pytest.raises(TooMuch, match=said):
        send(ACTOR, None, files)

    assert not Reading.objects.exists()


@pytest.fixture
def killed_worker(transactional_db) -> Iterator[subprocess.Popen[bytes]]:
    """Start a worker that has taken a reading and then stands still."""
    code = (
        "import django, time; django.setup();"
        "from radslag.config import settings;"
        "from django.db import connections;"
        "connections['default'].settings_dict['NAME'] = {name!r};"
        "from datetime import datetime, UTC;"
        "from radslag.services.readings import working, reading;"
        "working.read_all = lambda *rest: (print('tagen', flush=True), time.sleep(60));"
        "working.work('forst', lambda: datetime.now(UTC), datetime.now(UTC).date())"
    ).format(name=str(connection.settings_dict["NAME"]))
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "radslag.config.settings",
        "PYTHONPATH": "src",
    }
    worker = subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE
    )
    yield worker
    worker.kill()
    worker.wait()
    assert worker.stdout is not None
    worker.stdout.close()


def test_worker_killed_in_the_middle_loses_nothing(killed_worker) -> None:
    reading = sent(content=PLAN.encode())
    assert killed_worker.stdout.readline() == b"tagen\n"
    os.kill(killed_worker.pid, signal.SIGKILL)
    killed_worker.wait()
    reading.refresh_from_db()
    assert (reading.state, reading.worker) == (ReadingState.READING, "forst")

    later = reading.beat_at + DEAD_AFTER + timedelta(seconds=1)
    done = work("nast", lambda: later, TODAY)

    assert done is not None
    assert (done.state, done.attempts) == (ReadingState.READ, 2)
