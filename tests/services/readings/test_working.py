"""The worker: one reading at a time, each file by itself, and none lost by a fall."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from hashlib import sha256

import pytest
from django.db import connection

from radslag.agreement.vocabulary import DocumentKind, ProposedChange, ReadingState
from radslag.records.models import Reading
from radslag.services.readings import keeping, sending
from radslag.services.readings.applying import NewCooperation, apply
from radslag.services.readings.sending import SentFile, TooMuch, send
from radslag.services.readings.working import (
    DEAD_AFTER,
    MOST_ATTEMPTS,
    say_kind,
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


def test_same_file_twice_in_one_reading_is_read_once() -> None:
    both = [SentFile.of(name, PLAN.encode()) for name in ("plan.txt", "kopia.txt")]
    send(actor(), None, both)

    done = work("a", clock, TODAY)

    first, second = done.files.all()
    assert first.outcome.startswith("Läst")
    assert second.outcome == "Samma fil som plan.txt. Den läses bara en gång."
    assert (second.is_read, second.document_key, second.text) == (True, "", "")
    assert done.proposals.filter(section="documents").count() == 1


def test_mail_sent_twice_keeps_what_came_inside_it_once() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Planen"
    mail.set_content("Se bifogad plan.")
    mail.add_attachment(PLAN, filename="plan.txt")
    send(actor(), None, [SentFile.of(f"{n}.eml", mail.as_bytes()) for n in "ab"])

    done = work("a", clock, TODAY)

    names = list(done.files.values_list("name", flat=True))
    assert names == ["a.eml", "b.eml", "a.eml: plan.txt"]


def test_files_in_a_letter_are_kept_bit_for_bit_beside_it() -> None:
    plan = PLAN.replace("\n", "\r\n").encode("cp1252")
    inner = EmailMessage()
    inner["Subject"] = "Bilagan till bilagan"
    inner.set_content("Text.")
    inner.add_attachment(
        b"%PDF-1.4 \x00\xff\r\n", "application", "pdf", filename="x.pdf"
    )
    mail = EmailMessage()
    mail["Subject"] = "Planen"
    mail.set_content("Se bifogad plan.")
    mail.add_attachment(
        plan, "text", "plain", filename="plan.txt", params={"charset": "cp1252"}
    )
    mail.add_attachment(inner, filename="vidare.eml")
    send(actor(), None, [SentFile.of("brev.eml", mail.as_bytes())])

    done = work("a", clock, TODAY)

    letter, *attached = done.files.all()
    assert bytes(letter.content) == mail.as_bytes()
    assert [(file.name, bytes(file.content)) for file in attached] == [
        ("brev.eml: plan.txt", plan),
        ("brev.eml: vidare.eml", inner.as_bytes()),
        ("brev.eml: x.pdf", b"%PDF-1.4 \x00\xff\r\n"),
    ]
    for file in attached:
        assert file.within == letter
        assert file.sha256 == sha256(bytes(file.content)).hexdigest()
        assert file.size_bytes == len(file.content)
    assert "Sjöviken" in attached[0].text


def test_what_came_in_a_letter_is_not_counted_as_sent_twice() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Planen"
    mail.set_content("Se bifogad plan.")
    mail.add_attachment(bytes(300_000), "application", "zip", filename="a.zip")
    send(actor(), None, [SentFile.of("brev.eml", mail.as_bytes())])
    work("a", clock, TODAY)

    most = sending.MOST_DAY_MEGABYTES * sending.MEGABYTE - len(mail.as_bytes())
    assert send(actor(), None, [SentFile("stor.txt", most, lambda: b"Text.")])


def test_reading_again_keeps_what_came_inside_once() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Planen"
    mail.add_attachment(b"", "text", "plain", filename="tom.txt")
    send(actor(), None, [SentFile.of("brev.eml", mail.as_bytes())])
    done = work("a", clock, TODAY)
    before = list(done.files.values_list("name", "sha256"))

    keeping.set_reading(done, state=ReadingState.WAITING)
    again = work("b", clock, TODAY)

    assert list(again.files.values_list("name", "sha256")) == before


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


ODD = """Blandat från i torsdags

Styrgruppen den 4 februari 2027 i Laxå

Närvarande: Anna Ek, Laxå
"""


def test_a_file_is_read_again_as_the_kind_it_is_said_to_be() -> None:
    reading = sent(content=ODD.encode())
    work("a", clock, TODAY)
    reading.refresh_from_db()
    (file,) = reading.files.all()
    assert say_kind(file, DocumentKind.ANNUAL_PLAN)
    reading.refresh_from_db()
    assert reading.state == ReadingState.WAITING

    work("a", clock, TODAY)

    file.refresh_from_db()
    assert file.kind == DocumentKind.ANNUAL_PLAN
    assert say_kind(file, DocumentKind.MINUTES)
    work("a", clock, TODAY)
    file.refresh_from_db()
    assert file.kind == DocumentKind.MINUTES
    assert reading.proposals.filter(section="meetings").exists()


def test_a_kind_is_not_said_of_what_is_being_read_or_is_read_in() -> None:
    reading = sent(content=PLAN.encode())
    (file,) = reading.files.all()
    assert not say_kind(file, DocumentKind.MINUTES)
    work("a", clock, TODAY)
    accept_all(reading)
    apply(actor(), reading, TODAY, NewCooperation("Sjöviken", "sjoviken"))

    file = reading.files.select_related("reading").get()
    assert not say_kind(file, DocumentKind.MINUTES)
    reading.refresh_from_db()
    assert reading.state == ReadingState.APPLIED
    assert reading.kinds_said == {}
