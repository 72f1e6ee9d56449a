"""Annual reports with a balance sheet, fees in a note, and what happened that year."""

from datetime import date
from decimal import Decimal

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import certainties, column
from tests.formats.understanding.reading_text import portion_of

REPORT = """
# Årsredovisning 2031

Kommunsamverkan Dalabygden

Mora och Orsa har en gemensam kommitté.

Verksamhetsplan och budget för 2031 fastställdes \
av kommittén den 28 november 2030.

## Samverkanskommittén

| Kommun | Ledamot | Ersättare |
|---|---|---|
| Mora | Anna Ek (S), ordförande | Siv Holm (M) |
| Orsa | Bo Lind (C) | Per Alm (S) |

## Året som gick

Den 14 maj lämnade kommittén en skrivelse till Trafikverket om vägen.

{held}

## Ekonomi

Driftredovisning (tkr)

| | Budget 2031 | Utfall 2031 |
|---|---|---|
| Intäkter | | |
| Medlemsavgifter | 400 | 400 |
| Kostnader | | |
| Personal | -300 | -290 |
| Möten | -100 | -90 |

Balansräkning (tkr)

| | 2031-12-31 | 2030-12-31 |
|---|---|---|
| Kassa och bank | 118 | 204 |
| Summa tillgångar | 118 | 204 |
| Eget kapital | 100 | 180 |
| Leverantörsskulder | 18 | 24 |
| Summa skulder och eget kapital | 118 | 204 |

{note}
"""
HELD = (
    "Den 16 oktober 2031 hölls Kompetensdagen i Mora Kulturhus med temat Hur behåller "
    "vi de unga? och 140 deltagare."
)
NOTE = "Not 1 Medlemsavgifter 2031, tkr: Mora 250, Orsa 150."


def read(*, held: str = HELD, note: str = NOTE) -> Gathering:
    gathering = Gathering()
    text = REPORT.format(held=held, note=note)
    extract(portion_of(text, DocumentKind.ANNUAL_REPORT, 2031), gathering)
    return gathering


def test_a_balance_sheet_is_no_budget() -> None:
    found = read()

    assert column(found, "budget_lines", "name") == [
        "Medlemsavgifter",
        "Personal",
        "Möten",
    ]
    assert column(found, "budget_lines", "amount_sek") == [
        Decimal(400_000),
        Decimal(300_000),
        Decimal(100_000),
    ]


def test_fees_may_have_their_unit_before_them_all() -> None:
    assert column(read(), "fees", "amount_sek") == [Decimal(250_000), Decimal(150_000)]


def test_figures_after_names_with_no_unit_are_no_fees() -> None:
    found = read(note="Not 1 Medlemsavgifter 2031: Mora 250, Orsa 150.")

    assert found.of("fees") == []


def test_what_a_report_tells_of_a_conference_has_been() -> None:
    (found,) = read().of("conferences")

    assert found["name"] == "Kompetensdagen"
    assert found["held_on"] == date(2031, 10, 16)
    assert found["theme"] == "Hur behåller vi de unga?"
    assert found["place"] == "Mora Kulturhus"
    assert found["status"] == "held"


def test_a_weekday_is_no_conference() -> None:
    assert (
        read(held="Torsdagen den 16 oktober 2031 hölls ett möte.").of("conferences")
        == []
    )


def test_a_letter_that_was_left_is_sent() -> None:
    assert column(read(), "advocacy", "sent_on") == [date(2031, 5, 14)]


def test_a_report_may_tell_when_its_plan_was_adopted() -> None:
    (plan,) = read().of("plans")

    assert (plan["status"], plan["adopted_on"]) == ("adopted", date(2030, 11, 28))
    assert certainties(read(), "plans", "adopted_on") == ["probable"]


def test_a_body_that_a_heading_names_has_the_seats_below_it() -> None:
    bodies = column(read(), "appointments", "body")

    assert bodies == ["kommitten"] * 4
