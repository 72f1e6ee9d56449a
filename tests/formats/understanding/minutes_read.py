"""Minutes written for tests, read, and asked for what was found in them."""

from pathlib import Path

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.minutes import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

DOCUMENTS = Path(__file__).parent / "documents"
SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"


def gathered(text: str, year: int | None = None) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.MINUTES, year), gathering)
    return gathering


def in_file(name: str) -> Gathering:
    return gathered((DOCUMENTS / name).read_text("utf-8"))


def held(gathering: Gathering) -> Found:
    return next(m for m in gathering.of("meetings") if m["status"] == "held")


def names(gathering: Gathering, **wanted: object) -> list[str]:
    """Return the people of the rows of attendance that say what is wanted."""
    return [
        row["person"]
        for row in gathering.of("attendance")
        if all(row[column] == value for column, value in wanted.items())
    ]


def row(gathering: Gathering, person: str) -> Found:
    return next(r for r in gathering.of("attendance") if r["person"] == person)


def outcomes(gathering: Gathering) -> dict[str, str]:
    return {
        str(each.key).removeprefix(f"{held(gathering).key}-"): each["outcome"]
        for each in gathering.of("decisions")
    }


BEGINNING = "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n"
ITEMS = "\n\n1. Öppnande\n\nVälkomna.\n\n2. Avslut\n\nTack.\n\n3. Sist\n\nHej.\n"
