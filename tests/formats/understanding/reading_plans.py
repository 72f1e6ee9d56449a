"""Plans read for tests, their programme known."""

from collections.abc import Sequence

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import activities, plans, programmes
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from tests.formats.understanding.reading_text import portion_of

PROGRAMME = """
Målprogram för Åsbygden 2024–2027

Fokusområde: Skola

Delmål: Fler väljer yrkesprogram

Fokusområde: Näringsliv

Delmål: Lärlingsplatserna blir fler
"""
TABLE = """
# Verksamhetsplan 2025 för Åsbygden

Antagen av styrgruppen den 30 januari 2025

Planen utgår från Målprogram för Åsbygden 2024–2027.

## Aktiviteter under 2025

| Fokusområde | Aktivitet | Ansvarig | Tidplan | Budget (tkr) | Status |
|---|---|---|---|---|---|
| Skola | Läxhjälp på nätet | Skolchefsnätverket | Q1–Q2 | 150 | Pågår |
| | Mässa för yrken | Köping, Arboga | Oktober | 80 | Ej påbörjad |
| Näringsliv | Lärlingskampanj | Åsbygden | Hela året | - | Planerad |
| | Enkät till företag | Kansliet | Senast 31 mars | 12,5 | Klar |
| Summa | | | | 242,5 | |
"""
HEAD = "Handlingsplan 2025\n\n"


def gathered(text: str, kind: DocumentKind = DocumentKind.ANNUAL_PLAN) -> Gathering:
    """Return what a plan tells when its programme is known."""
    gathering = Gathering()
    programmes.extract(portion_of(PROGRAMME, DocumentKind.PROGRAMME), gathering)
    return read_into(gathering, portion_of(text, kind))


def read_into(gathering: Gathering, portion: Portion) -> Gathering:
    """Read a plan."""
    plans.extract(portion, gathering)
    activities.extract(portion, gathering)
    return gathering


def table(heads: Sequence[str], *rows: Sequence[str]) -> str:
    """Write a table with bars."""
    lines = [heads, ["---"] * len(heads), *rows]
    return HEAD + "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def activity(gathering: Gathering, title: str) -> Found:
    """Return the activity with a title."""
    return next(a for a in gathering.of("activities") if a["title"] == title)


def answering(gathering: Gathering, title: str) -> list[str]:
    """Return who answers for an activity."""
    key = activity(gathering, title).key
    return [
        r["body"] or r["municipality"]
        for r in gathering.of("activity_responsibilities")
        if r["activity"] == key
    ]


def said(found: Found, column: str) -> Value:
    """Return a value with its words."""
    return found.values[column]
