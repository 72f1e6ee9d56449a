"""Minutes in prose: headings without numbers, and signatures side by side below."""

from datetime import date

import pytest

from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import column
from tests.formats.understanding.minutes_read import gathered, row

MINUTES = """# Protokoll från styrgruppsmöte i Samverkan Silja

Tisdag den 24 november 2026, kl. 13:15–16:00

**Närvarande:** Anna Ek, Orsa (ordförande), Bo Lind, Mora, Eva Alm, strateg

**Inbjudna:** Ida Ström, Länsstyrelsen Dalarna ("Beredskap för alla")

## Mötet öppnas

Bo saknade en mening om växeln, och det noterades.

## Beredskap för alla

Föredragande: Eva Alm och Ida Ström

**Beslut:** Styrgruppen beslutade att begära en offert.

**Beslut:** Styrgruppen beslutade att avsätta 120 000 kr.

Bo Lind reserverade sig mot det {ordinal} beslutet.

## Avslutning

Ordföranden avslutade mötet.

| Vid protokollet<br>Eva Alm | Justerat den 2 december 2026<br>{chair} | Bo Lind |
|---|---|---|

## Att göra efter mötet

| Vem | Ska göra | Senast |
|---|---|---|
| Eva | Utkast | 4 dec |
"""


def read(ordinal: str = "första") -> Gathering:
    return gathered(MINUTES.format(ordinal=ordinal, chair="Anna Ek, ordförande"))


def test_who_reports_on_an_item_ends_no_head_and_what_is_signed_ends_the_items() -> (
    None
):
    titles = column(read(), "agenda_items", "title")
    assert titles == ["Mötet öppnas", "Beredskap för alla", "Avslutning"]


def test_what_was_noted_in_passing_is_no_decision() -> None:
    assert len(read().of("decisions")) == 2


@pytest.mark.parametrize(("ordinal", "number"), [("första", 1), ("andra", 2)])
def test_a_dissent_is_of_the_decision_in_its_turn(ordinal: str, number: int) -> None:
    dissent = read(ordinal).of("dissents")[0]
    assert dissent["decision"] == f"kommitten-2026-11-24-2-{number}"


def test_a_title_between_quotation_marks_is_the_item_somebody_came_for() -> None:
    assert row(read(), "ida-strom")["item"] == "2"


def test_signatures_stand_side_by_side_under_what_each_is_of() -> None:
    found = read()
    minutes = found.of("minutes")[0]
    assert (minutes["secretary"], minutes["verified_on"]) == (
        "Eva Alm",
        date(2026, 12, 2),
    )
    signed = [(v["person"], v["role"]) for v in found.of("verifiers")]
    assert signed == [("anna-ek", "ordförande"), ("bo-lind", "justerare")]


def test_a_group_is_not_called_by_where_its_meeting_is() -> None:
    assert column(read(), "bodies", "name") == ["styrgruppen"]
