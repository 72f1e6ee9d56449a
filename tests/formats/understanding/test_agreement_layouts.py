"""Agreements in other layouts: numbers within chapters, rows of a table, one day."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.test_agreements import gathered

WITHIN = """# Samarbetsavtal för Kalmarbygden

## 1 Parter och syfte

### 1.1 Parter

Parter är Nybro kommun, Emmaboda kommun och Torsås kommun.

### 1.2 Syfte

Samarbetet ska stärka bygden.

## 2 Organisation

### 2.1 Styrgruppen

Styrgruppen består av två ledamöter från varje kommun.

### 2.2 Kansli

Nybro kommun är värdkommun för kansliet.

## 3 Avtalstid

Avtalet gäller från och med den 1 januari 2024 till och med den 31 december 2027.

{closing}

För Nybro kommun

Per Lundh

För Emmaboda kommun

Anna Ståhl

För Torsås kommun

Karin Lod
"""
CLOSINGS = [
    "Avtalet har upprättats i tre exemplar och undertecknats den 12 december 2023.",
    "Detta avtal undertecknades av kommunerna i Nybro den 12 december 2023.",
    "Avtalet har skrivits i tre exemplar, underskrivna i Nybro 2023-12-12.",
]


def numbered(gathering: Gathering) -> list[tuple[str, str]]:
    return [(p["number"], p["heading"]) for p in gathering.of("paragraphs")]


def test_paragraphs_may_be_numbered_within_their_chapter() -> None:
    found = gathered(WITHIN.format(closing=""))

    assert numbered(found) == [
        ("1.1", "Parter"),
        ("1.2", "Syfte"),
        ("2.1", "Styrgruppen"),
        ("2.2", "Kansli"),
        ("3", "Avtalstid"),
    ]
    terms = {term["kind"]: term["paragraph"] for term in found.of("terms")}
    assert terms["composition"] == "2.1"
    assert terms["duration"] == "3"


def test_numbered_sentences_are_parts_of_their_paragraph() -> None:
    found = gathered(
        "# Avtal om samverkan\n\nMellan Nybro kommun och Torsås kommun.\n\n"
        "1. Syfte\n\n1.1 Kommunerna ska samverka om vatten.\n\n"
        "1.2 Kommunerna ska samverka om vägar.\n\n"
        "2. Tid\n\n2.1 Avtalet gäller från den 1 januari 2024 och tills vidare.\n"
    )
    assert numbered(found) == [("1", "Syfte"), ("2", "Tid")]
    assert "vägar" in found.of("paragraphs")[0]["text"]


@pytest.mark.parametrize("closing", CLOSINGS)
def test_one_day_for_all_signatures_may_stand_in_the_closing_words(
    closing: str,
) -> None:
    found = gathered(WITHIN.format(closing=closing))

    days = [one["signed_on"] for one in found.of("signatures")]
    assert days == [date(2023, 12, 12)] * 3
    signed_on = found.of("agreements")[0].values["signed_on"]
    assert signed_on.value == date(2023, 12, 12)
    assert signed_on.certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "closing",
    [
        "Avtalet ersätter det avtal som undertecknades den 3 mars 2015.",
        "Avtalet ska undertecknas före den 31 december 2023.",
        "Avtalet har upprättats i tre exemplar.",
        "Avtalet godkändes av fullmäktige den 12 december 2023.",
    ],
)
def test_other_days_in_the_closing_words_are_no_signatures(closing: str) -> None:
    found = gathered(WITHIN.format(closing=closing))

    assert [one["signed_on"] for one in found.of("signatures")] == [None] * 3
    assert found.of("agreements")[0]["signed_on"] is None


def test_paragraphs_may_be_the_rows_of_a_table() -> None:
    found = gathered(
        "# Samverkansavtal\n\nMellan Nybro kommun och Torsås kommun.\n\n"
        "| Punkt | Innehåll |\n|---|---|\n"
        "| § 1 Organisation | Varje kommun utser två ledamöter i styrgruppen. |\n"
        "| § 2 Avgift | Avgiften är 3 kr per invånare. |\n"
        "| § 3 Tid | Avtalet gäller från den 1 januari 2024 och tills vidare. |\n"
    )
    assert numbered(found) == [("1", "Organisation"), ("2", "Avgift"), ("3", "Tid")]
    terms = {term["kind"]: term["paragraph"] for term in found.of("terms")}
    assert terms == {"duration": "3", "composition": "1", "fee": "2"}


def test_paragraphs_that_begin_anew_in_each_chapter_have_the_chapter_s_number() -> None:
    found = gathered(
        "# Samverkansavtal\n\nMellan Nybro kommun och Torsås kommun.\n\n"
        "1 kap. Inledning\n\n1 § Samverkan ska stärka bygden.\n\n"
        "2 § Avtalet gäller från den 1 januari 2024 och tills vidare.\n\n"
        "2 kap. Organisation\n\n1 § Samverkan styrs av Dalforum. Forumet består av "
        "åtta ledamöter, fyra från varje kommun.\n\n2 § Kallelse sänds av kansliet.\n"
    )
    assert [p["number"] for p in found.of("paragraphs")] == ["1.1", "1.2", "2.1", "2.2"]
    assert found.contradictions == []
    terms = {term["kind"]: term for term in found.of("terms")}
    assert terms["composition"]["paragraph"] == "2.1"
    assert terms["composition"]["value"]["seats_per_municipality"] == 4
    assert "Organisation" not in str(found.of("paragraphs")[1]["text"])
    assert {b["kind"]: b["name"] for b in found.of("bodies")}["committee"] == "Dalforum"


def test_facts_in_a_table_at_the_top_are_each_read_alone() -> None:
    found = gathered(
        "# Överenskommelse\n\n| Parter | Nybro kommun och Torsås kommun |\n|---|---|\n"
        "| Avtalstid | 2024-04-01 – 2027-03-31 |\n| Uppsägningstid | 6 månader |\n"
        "| Avgift | 2,50 kr per invånare och år |\n"
        "| Betalning | senast den 30 april, efter faktura från Nybro kommun |\n\n"
        "## Bakgrund\n\nKommunerna vill samverka.\n"
    )
    values = {term["kind"]: term["value"] for term in found.of("terms")}
    assert values == {
        "duration": {"runs": "until", "until": "2027-03-31"},
        "withdrawal": {"months": 6},
        "fee": {"rule": "per_resident", "rate_sek": "2.50"},
        "due": {"of": "fee", "month": 4, "day": 30, "invoiced_by": "nybro"},
    }


def test_a_place_and_a_day_above_all_signatures_are_everybody_s() -> None:
    whole = WITHIN.format(closing="Torsås den 12 december 2023")
    found = gathered(whole)
    days = {one["municipality"]: one["signed_on"] for one in found.of("signatures")}
    assert days == dict.fromkeys(("nybro", "emmaboda", "torsas"), date(2023, 12, 12))


def test_a_line_that_only_tells_the_parties_is_no_title() -> None:
    text = (
        "# Samverkansavtal Dalforum\n\nAvtal mellan Nybro kommun och {}.\n\n§ 1 Syfte\n"
    )
    for other in ("Torsås kommun", "Emmaboda kommun, nedan kallade parterna"):
        found = gathered(text.format(other))
        assert found.of("agreements")[0]["title"] == "Samverkansavtal Dalforum"


def test_signatures_beside_each_other_on_a_line_are_each_a_municipality_s() -> None:
    whole = WITHIN.format(closing=CLOSINGS[0])
    beside = whole.replace(
        "För Nybro kommun\n\nPer Lundh\n\nFör Emmaboda kommun\n\nAnna Ståhl",
        "För Nybro kommun För Emmaboda kommun\n\nPer Lundh Anna Ståhl",
    )
    found = gathered(beside)
    keys = [one["municipality"] for one in found.of("signatures")]
    assert keys == ["nybro", "emmaboda", "torsas"]
