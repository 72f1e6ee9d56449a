"""Who sits for each municipality, fees below a heading, and numbers in a foot."""

from dataclasses import replace
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.decided import register_number_at_top
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising.parts import _is_annex
from radslag.formats.understanding.source import Source
from tests.formats.understanding.gathered import column, gathered
from tests.formats.understanding.reading_text import portion_of


@pytest.mark.parametrize(
    ("seat", "other"),
    [
        ("Ledamot", "Ersättare"),
        ("Ordinarie", "Suppleant"),
        ("Ledamöter", "Ersättare"),
        ("Ordinarie ledamot", "Personlig ersättare"),
    ],
)
def test_a_report_tells_who_has_sat(seat: str, other: str) -> None:
    text = (
        f"# Årsredovisning 2025\n\n| Kommun | {seat} | {other} |\n|---|---|---|\n"
        "| Krokom | Ada Holm (S), ordf. | Bo Ek (M) |\n"
        "| Berg | Cia Dahl (C), v. ordf. | – (vakant) |\n"
    )
    found = gathered(text, "seat_tables", year=2025, kind=DocumentKind.ANNUAL_REPORT)

    people = {person.key: person["name"] for person in found.of("people")}
    told = [
        (people[a["person"]], a["role"], a["municipality"])
        for a in found.of("appointments")
    ]
    assert sorted(told) == [
        ("Ada Holm", "chair", "krokom"),
        ("Bo Ek", "substitute", "krokom"),
        ("Cia Dahl", "vice_chair", "berg"),
    ]


def test_an_agreement_tells_whom_to_turn_to() -> None:
    text = (
        "# Avtal\n\n| Kommun | Org.nr | Kontaktperson |\n|---|---|---|\n"
        "| Krokoms kommun | 212000-2494 | Ada Holm, kommundirektör |\n"
        "| Bergs kommun | 212000-2502 | Bo Ek, t.f. kommunchef |\n"
    )
    found = gathered(text, "seat_tables", kind=DocumentKind.AGREEMENT)

    assert column(found, "people", "name") == ["Ada Holm", "Bo Ek"]
    assert column(found, "appointments", "role") == ["chief_executive"] * 2


def test_a_table_of_fees_seats_nobody() -> None:
    text = "# Årsredovisning 2025\n\n| Kommun | Avgift |\n|---|---|\n| Krokom | 90 |\n"
    found = gathered(text, "seat_tables", year=2025, kind=DocumentKind.ANNUAL_REPORT)

    assert list(found.of("people")) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Kommunbidrag per kommun",
        "Avgifter för varje kommun",
        "Kommunernas bidrag",
        "Medlemmarnas avgifter",
        "Tillskott från medlemskommunerna",
    ],
)
def test_sums_below_such_a_heading_are_the_fees(heading: str) -> None:
    text = (
        f"# Årsredovisning 2025\n\n## {heading}\n\n"
        "Krokom 480 tkr, Berg 240 tkr och Åre 130 tkr.\n\n## Annat\n\n"
        "Ragunda 90 tkr och Bräcke 80 tkr.\n"
    )
    found = gathered(text, "populations", year=2025, kind=DocumentKind.ANNUAL_REPORT)

    assert column(found, "fees", "amount_sek") == [
        Decimal(480000),
        Decimal(240000),
        Decimal(130000),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Bilaga 1. Andelar enligt punkterna 8 och 11",
        "Bilaga 2 – Fördelningsnyckel",
        "Bilaga A: Kostnadsfördelning",
        "Bilaga 1 till paragraf 9",
        "Bilaga 3. Belopp enligt § 7",
    ],
)
def test_a_table_that_an_agreement_speaks_of_is_of_the_agreement(title: str) -> None:
    assert not _is_annex(title)


def test_an_annex_with_a_document_of_its_own_stands_apart() -> None:
    assert _is_annex("Bilaga 1. Handlingsplan 2026")


@pytest.mark.parametrize(
    "foot", ["Årsredovisning 2025. Dnr KN 2025/004", "Diarienummer: KN 2025/004"]
)
def test_a_register_number_may_stand_in_the_foot(foot: str) -> None:
    kind = DocumentKind.ANNUAL_REPORT
    portion = portion_of(f"# Årsredovisning 2025\n\n{foot}\n", kind)
    *blocks, last = portion.source.document.blocks
    document = replace(portion.source.document, blocks=tuple(blocks), aside=(last,))
    part = replace(portion.part, last=1)
    number = register_number_at_top(Portion(Source("k", document), part, 2025, kind))

    assert number is not None
    assert number.text == "KN 2025/004"
