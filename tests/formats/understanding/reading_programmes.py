"""Programmes read for tests: two of them, and what is asked of what is found."""

from typing import Any

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import programmes
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

NUMBERED = """
# Målprogram för Åsbygden 2024–2027

Fastställt av styrgruppen 2023-11-16, § 31.

Programmet ersätter Målprogram för Åsbygden 2020–2023.

## 1. Inledning

Programmet gäller 2024–2027. Programmet bidrar till Agenda 2030.

## 2. Vision

Ett Åsbygden som håller ihop

## 3. Fokusområden och mål

### 3.1 Skola och utbildning

Mål: Alla unga går ut gymnasiet

Delmål:

- Frånvaron minskar varje år
- Fler väljer yrkesprogram

Ansvarig: Skolchefsnätverket

### 3.2 Arbete och näringsliv

Mål: Företagen hittar rätt kompetens

Delmål:

- Lärlingsplatserna blir dubbelt så många

Ansvarig: Näringslivscheferna (NLC-gruppen)

## 4. Uppföljning

Programmet följs upp varje år. Det görs i en årsredovisning.
"""
LABELLED = """
Norrskogens utvecklingsstrategi
NUS 2035

Antagen av kommunfullmäktige i Arvidsjaur den 12 juni 2023 och kommunfullmäktige i \
Sorsele den 26 juni 2023.
Strategin gäller från den 1 juli 2023 till den 30 juni 2027.

Vår vision: Norrskogen – där det lilla växer

Övergripande mål
Fler ska kunna bo och verka i Norrskogen.

Insatsområde 1: Kommunikationer
Mål 1.1 Vägarna håller hela året
Mål 1.2 Bredband till alla byar

Insatsområde 2: Kompetens
Mål 2.1 Fler distansutbildningar
"""


def gathered(*texts: str) -> Gathering:
    """Return what programmes tell together."""
    gathering = Gathering()
    for text in texts:
        programmes.extract(portion_of(text, DocumentKind.PROGRAMME), gathering)
    return gathering


def goal(gathering: Gathering, name: str) -> Found:
    """Return the goal with a name."""
    return next(g for g in gathering.of("goals") if g["name"] == name)


def tree(gathering: Gathering) -> list[tuple[str, str, str]]:
    """Return each goal's level, name, and its parent's name."""
    names = {g.key: g["name"] for g in gathering.of("goals")}
    return [
        (g["level"], g["name"], names.get(g["parent"], ""))
        for g in gathering.of("goals")
    ]


def the(found: Found, *columns: str) -> list[Any]:
    """Return what some columns say."""
    return [found[column] for column in columns]
