"""An invented agreement and plan as they would be read, for tests of readings."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from radslag.agreement.vocabulary import Certainty, Choice, ReadingState
from radslag.formats.readers.model import (
    Document,
    FileKind,
    Paragraph,
    Place,
    ReadResult,
    Span,
)
from radslag.formats.understanding import (
    Contradiction,
    Found,
    Quote,
    Understanding,
    UnderstoodDocument,
    Value,
)
from radslag.records.models import Applying, Cooperation, ProposedRecord, Reading
from radslag.services.journal import Actor
from radslag.services.readings import keeping
from radslag.services.readings.choosing import accept_certain
from radslag.services.readings.proposing import proposal_of
from radslag.services.readings.sending import SentFile, send

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
ACTOR = Actor("Sonja Strateg", AT)
TEXT = "Samverkan Sjöviken\nNorrsjö och Sodersjö\nca 500 00 kr\nden 4 mars 2026"
_minutes = iter(range(1, 100_000))


def actor() -> Actor:
    """Return somebody who acts at a moment of her own."""
    return Actor("Sonja Strateg", AT + timedelta(minutes=next(_minutes)))


def quoted(words: str, document: str = "plan") -> Quote:
    """Return the words as they stand in the text."""
    start = TEXT.index(words)
    line = TEXT.count("\n", 0, start) + 1
    return Quote(document, Span(start, start + len(words)), words, line=line)


def said(value: Any, words: str, certainty: Certainty = Certainty.CERTAIN) -> Value:
    """Return a value with its words."""
    reason = "" if certainty is Certainty.CERTAIN else "Svårläst."
    return Value(value, (quoted(words),), certainty, reason)


def understanding(*extra: Found, name: str = "Samverkan Sjöviken") -> Understanding:
    """Return an understanding of one plan: two municipalities, a goal and more."""
    document = Document(
        FileKind.TEXT,
        "Plan 2026",
        (Paragraph(TEXT, Place(Span(0, len(TEXT)), line=1)),),
    )
    result = ReadResult("plan.txt", document)
    found = (
        Found("cooperation", "cooperation", {"name": said(name, "Samverkan Sjöviken")}),
        _municipality("norrsjo", "Norrsjö", "9001"),
        Found(
            "municipalities",
            "sodersjo",
            {
                "name": said("Södersjö", "Sodersjö", Certainty.DOUBTFUL),
                "code": said("9002", "Sodersjö"),
            },
        ),
        Found(
            "plans",
            "plan-2026",
            {"year": said(2026, "2026"), "title": said("Plan 2026", "2026")},
        ),
        Found(
            "budget_lines",
            "konsulter",
            {
                "plan": said("plan-2026", "2026"),
                "side": said("cost", "500 00"),
                "name": said("konsulter", "500 00"),
            },
        ),
        *extra,
    )
    clash = Contradiction(
        "spelling",
        "”Norrsjö” mot ”Sodersjö”",
        (quoted("Norrsjö"), quoted("Sodersjö")),
        "plans",
        "plan-2026",
        "title",
    )
    return Understanding(
        (UnderstoodDocument("plan", "plan.txt", result),), found, (clash,)
    )


def _municipality(key: str, name: str, code: str) -> Found:
    values = {"name": said(name, "Norrsjö"), "code": said(code, "Norrsjö")}
    return Found("municipalities", key, values)


def sent(
    cooperation: Cooperation | None = None, content: bytes = TEXT.encode()
) -> Reading:
    """Send a file in."""
    return send(actor(), cooperation, [SentFile.of("plan.txt", content)])


def proposed(
    cooperation: Cooperation | None = None,
    understood: Understanding | None = None,
    existing: Any = None,
) -> Reading:
    """Return a reading that waits for review, without a worker having read it."""
    reading = sent(cooperation)
    (file,) = reading.files.all()
    keeping.set_file(
        file,
        document_key="plan",
        title="Plan 2026",
        text=TEXT,
        places=[[0, None, 1]],
        is_read=True,
    )
    made = proposal_of(
        reading, understood or understanding(), {"plan": file}, existing or {}
    )
    keeping.replace_proposals(reading, made.records)
    keeping.set_reading(
        reading,
        state=ReadingState.READ,
        proposed_name=made.name,
        proposed_key="sjoviken",
        contradictions=made.contradictions,
    )
    return reading


def record(reading: Reading, section: str, key: str) -> ProposedRecord:
    """Return one proposed record as it stands now."""
    found: ProposedRecord = reading.proposals.get(section=section, key=key)
    return found


def latest(reading: Reading) -> Applying:
    """Return the latest time that something of the reading became records."""
    found = reading.applyings.select_related("reading").last()
    assert found is not None
    return found


def accept_all(reading: Reading) -> None:
    """Accept everything that can be accepted."""
    accept_certain(ACTOR, reading)
    records = [r for r in reading.proposals.all() if not r.missing]
    for each in records:
        each.choice = Choice.ACCEPTED
    keeping.set_choices(records)
