"""Minutes as they are sent: in letters, in logs of decisions, in narrow columns."""

from datetime import date, time

from radslag.formats.understanding.model import Found
from tests.formats.understanding.minutes_read import gathered

LETTER = """
Minnesanteckningar kommundirektörsgruppen 12 mars

Hej alla,

här är mina anteckningar från kommundirektörsgruppen tisdag 12 mars 2024 kl 08.30-10.00.

Med var: Pia Gadd (Ronneby), Ulla Tenn (Olofström, antecknade).

1. Gemensam drift

Pia drog läget. Vi bestämde att Ronneby tar fram ett beslutsunderlag till i maj.

2. Budgetläget

Information.
"""
LOG = """
Minnesanteckningar samarbetskommittén

Datum:\t2023-05-04\tTid:\t10:00–11:45
Plats:\tLycksele kommunhus\tSekreterare:\tGun Lid

Nr\tÄrende\tBeslut\tAnsvarig\tKlart senast
1\tKemikalieplan\tPlanen godkänns\tVindeln\t2023-06-30
2\tSkoterleder\tBordläggs till nästa möte\tLycksele\t–
3\tNy logotyp\tFörslaget avslås\t\t
"""
NARROW = """
Protokoll samarbetskommittén

Sammanträdesdatum: 2024-10-17

Justeringens plats och

tid

Kansliet i Säter, 2024-10-24

Underskrifter

Sekreterare ................ Malin Ek

§ 1 Upprop

Kommittén beslutar att godkänna uppropet.
"""


def test_letter_tells_day_clock_and_who_wrote() -> None:
    found = gathered(LETTER)
    (meeting,) = found.of("meetings")
    assert meeting["held_on"] == date(2024, 3, 12)
    assert (meeting["starts_at"], meeting["ends_at"]) == (time(8, 30), time(10))
    assert meeting["weekday_as_written"] == "tisdag"
    assert [row["person"] for row in found.of("attendance")] == [
        "pia-gadd",
        "ulla-tenn",
    ]
    (notes,) = found.of("minutes")
    assert notes["secretary"] == "Ulla Tenn"


def test_what_they_agreed_on_is_decided_though_it_speaks_of_papers() -> None:
    (decision,) = gathered(LETTER).of("decisions")
    assert decision["outcome"] == "decided"
    assert "tar fram" in decision["wording"]


def test_column_of_decisions_gives_each_item_its_outcome() -> None:
    found = gathered(LOG)
    assert [d["outcome"] for d in found.of("decisions")] == [
        "decided",
        "postponed",
        "rejected",
    ]
    assert [row["person"] for row in found.of("attendance")] == ["gun-lid"]


def test_row_of_two_labels_is_two_lines() -> None:
    found = gathered(LOG)
    (meeting,) = found.of("meetings")
    assert meeting["place"] == "Lycksele kommunhus"
    assert meeting["starts_at"] == time(10)
    (notes,) = found.of("minutes")
    assert notes["secretary"] == "Gun Lid"


def test_label_broken_in_a_narrow_column_is_no_other_label() -> None:
    found = gathered(NARROW)
    (meeting,) = found.of("meetings")
    assert meeting["held_on"] == date(2024, 10, 17)
    (protocol,) = found.of("minutes")
    assert protocol["verified_on"] == date(2024, 10, 24)
    assert protocol["secretary"] == "Malin Ek"


def _attendance(text: str) -> list[Found]:
    return gathered(text).of("attendance")


def test_head_of_a_list_with_an_unknown_word_is_nobody() -> None:
    text = (
        "Protokoll beredningsgruppen\n\nDatum: 2025-09-18\n\nNärvarande\n\n"
        "Ledamot\tKommun\tTjg ers.\nEbba Lind\tBjuv\tJa\nPer\tLedamot\tDistans\n"
    )
    present = [row["person"] or row["outside_party"] for row in _attendance(text)]
    assert present == ["ebba-lind", "per"]
