"""Agendas parted by rows that say what the items below them are for."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.notices import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

HEAD = """Kallelse till styrelsen

Tid: onsdag 9 september 2026, kl. 10.00-12.00
Plats: Stadshuset, Hagfors

Ledamöter
Torsby: Alva Brun (S), ordförande, Egil Mo (C)
Hagfors: Nils Tall (M), vice ordförande
Munkfors: Siv Åkre (V)
Ersättare
Torsby: Ove Lid (L)

Dagordning

"""
AGENDA = """| Nr | Ärende | Diarienr | Föredragande | Cirka klockan |
|---|---|---|---|---|
| {first} | | | | |
| 1 | Ny taxa för slam | FB 2026/3 | Avdelningschef Mia Torp | 10.05 |
| 2 | Köp av lastbil | | Driftledaren | 10.20 |
| | Paus | | | 10.40 |
| {second} | | | | |
| 3 | Läget i hamnen | | Bo Nord | 10.50 |
| 4 | Övriga frågor | | | |
"""


def read(first: str, second: str) -> Gathering:
    gathering = Gathering()
    text = HEAD + AGENDA.format(first=first, second=second)
    extract(portion_of(text, DocumentKind.MEETING_NOTICE, 2026), gathering)
    return gathering


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Beslutsärenden", "Information"),
        ("Ärenden för beslut", "Informationsärenden"),
        ("Beslut", "Ärenden för information"),
        ("A. Beslutsärenden", "B. Informationsärenden"),
        ("Punkter för beslut", "Information och anmälningar"),
        ("Till beslut", "Rapporter och information"),
    ],
)
def test_a_row_says_what_the_items_below_it_are_for(first: str, second: str) -> None:
    kinds = [(i["number"], i["kind"]) for i in read(first, second).of("agenda_items")]
    assert kinds == [
        (1, "decision"),
        (2, "decision"),
        (3, "information"),
        (4, "formality"),
    ]


def test_a_clock_is_no_register_number() -> None:
    gathering = read("Beslut", "Information")
    assert [m["register_number"] for m in gathering.of("matters")] == ["FB 2026/3"]


def test_a_title_before_a_name_is_no_part_of_it() -> None:
    names = {p["name"] for p in read("Beslut", "Information").of("people")}
    assert {"Mia Torp", "Bo Nord"} <= names
    assert not any("chef" in name.lower() for name in names)


def test_members_who_are_called_have_their_offices() -> None:
    gathering = read("Beslut", "Information")
    held = {
        (a["person"], a["role"], a["municipality"])
        for a in gathering.of("appointments")
    }
    assert held == {
        ("alva-brun", "chair", "torsby"),
        ("egil-mo", "member", "torsby"),
        ("nils-tall", "vice_chair", "hagfors"),
        ("siv-akre", "member", "munkfors"),
        ("ove-lid", "substitute", "torsby"),
    }
