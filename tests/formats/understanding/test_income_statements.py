"""Annual reports with an income statement, fees in a note's table, chosen members."""

from datetime import date
from decimal import Decimal

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import certainties, column, gathered
from tests.formats.understanding.reading_text import portion_of

REPORT = """
# Årsredovisning 2031

Kommunsamverkan Dalabygden

## Direktionen

Direktionens ledamöter är valda för tiden 2031-01-01–2034-12-31.

| Kommun | Ledamot | Ersättare |
|---|---|---|
| Mora | Anna Ek (S), ordförande | Siv Holm (M) |
| Orsa | Bo Lind (C) | Per Alm (S) |

Under 2031 har direktionen sammanträtt två gånger: den 5 mars och 9 oktober.

## Ekonomi

Resultaträkning (tkr)

| | Utfall 2031 | Budget 2031 |
|---|---|---|
| Medlemsbidrag | 400 | 400 |
| Hyror | 20 | 10 |
| Verksamhetens intäkter | 420 | 410 |
| Personal | -300 | -290 |
| Möten | -100 | -90 |
| Verksamhetens kostnader | -400 | {costs} |
| Verksamhetens resultat | 20 | 30 |
| Finansiella intäkter | 9 | 8 |
| Finansiella kostnader | -3 | -2 |
| Årets resultat | 26 | 36 |

{note}

| | 2031 | 2030 |
|---|---|---|
| Mora kommun | 250 | 240 |
| Orsa kommun | 150 | 140 |
| Summa | 400 | 380 |
"""


def read(*, costs: str = "-380", note: str = "Not 1 Medlemsbidrag (tkr)") -> Gathering:
    gathering = Gathering()
    text = REPORT.format(costs=costs, note=note)
    extract(portion_of(text, DocumentKind.ANNUAL_REPORT, 2031), gathering)
    return gathering


def test_a_side_may_stand_with_its_sum_below_its_lines() -> None:
    lines = [
        (line["name"], line["side"], line["amount_sek"])
        for line in read().of("budget_lines")
    ]

    assert lines == [
        ("Medlemsbidrag", "income", Decimal(400_000)),
        ("Hyror", "income", Decimal(10_000)),
        ("Personal", "cost", Decimal(290_000)),
        ("Möten", "cost", Decimal(90_000)),
        ("Finansiella intäkter", "income", Decimal(8_000)),
        ("Finansiella kostnader", "cost", Decimal(2_000)),
    ]
    assert set(certainties(read(), "budget_lines", "side")) == {"probable"}


def test_what_is_booked_of_a_cost_has_no_minus() -> None:
    booked = column(read(), "budget_outcomes", "amount_sek")

    assert booked == [
        Decimal(400_000),
        Decimal(20_000),
        Decimal(300_000),
        Decimal(100_000),
        Decimal(9_000),
        Decimal(3_000),
    ]


def test_interest_below_the_sides_contradicts_no_result() -> None:
    assert read().contradictions == []


def test_a_column_headed_by_a_year_is_of_the_fees_that_a_note_names() -> None:
    found = read()

    assert column(found, "fees", "year") == [2031, 2031, 2030, 2030]
    assert column(found, "fees", "amount_sek") == [
        Decimal(250_000),
        Decimal(150_000),
        Decimal(240_000),
        Decimal(140_000),
    ]


def test_a_column_headed_by_a_year_under_other_words_is_of_no_fees() -> None:
    assert read(note="Antal besökare (tkr)").of("fees") == []
    assert read(note="Not 1 Medlemsbidrag").of("fees") == []
    assert read(note="Not 1 Föreningsbidrag (tkr)").of("fees") == []
    assert read(note="Not 1 Bidrag till kommunerna (tkr)").of("fees") == []


def test_a_sentence_above_a_table_says_until_when_its_members_sit() -> None:
    found = read()

    assert set(column(found, "appointments", "appointed_from")) == {date(2031, 1, 1)}
    assert set(column(found, "appointments", "appointed_until")) == {date(2035, 1, 1)}


def test_a_body_may_stand_between_has_and_met() -> None:
    meetings = [(m["held_on"], m["status"]) for m in read().of("meetings")]

    assert meetings == [(date(2031, 3, 5), "held"), (date(2031, 10, 9), "held")]


def test_a_side_that_those_below_add_up_to_heads_them() -> None:
    text = """# Plan 2031
## Budget 2031 (kr)

| Post | Budget 2031 |
|---|---|
| Medlemsavgifter | 400 000 |
| Kostnader | 400 000 |
| Personal | 300 000 |
| Möten | 100 000 |
"""

    found = gathered(text, "budgets", year=2031)

    assert column(found, "budget_lines", "side") == ["income", "cost", "cost"]
