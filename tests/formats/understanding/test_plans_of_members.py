"""Plans that tell of all members together: what they pay, were shown and where to meet.

What is said of each, in a row of its own or by an exception, is said of that one alone.
"""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

PLAN = """
# Verksamhetsplan och budget 2031

Fastställd av förbundsstyrelsen 2030-11-20

Medlemmar är kommunerna Mora, Orsa och Älvdalen.

{shown}

## Budget 2031

Belopp i tusental kronor.

| Intäkter | Budget 2031 |
|---|---|
| {first} | 500 |
| Orsa kommun | 300 |
| Statsbidrag | 900 |
| Summa intäkter | 1 700 |

{paid}

## Sammanträden 2031

Förbundsstyrelsen: 6 mars, 29 maj och 18 september. {after}
"""


def read(
    *,
    shown: str = "",
    first: str = "Mora kommun",
    paid: str = "Kommunernas bidrag ska vara inbetalda senast den 31 januari 2031.",
    after: str = "",
) -> Gathering:
    gathering = Gathering()
    text = PLAN.format(shown=shown, first=first, paid=paid, after=after)
    extract(portion_of(text, DocumentKind.ANNUAL_PLAN, 2031), gathering)
    return gathering


@pytest.mark.parametrize(
    "first", ["Mora kommun", "Mora", "Bidrag från Mora kommun", "Mora kommuns bidrag"]
)
def test_a_row_for_each_municipality_is_what_it_pays(first: str) -> None:
    fees = read(first=first).of("fees")

    paid = {fee["municipality"]: fee["amount_sek"] for fee in fees}
    assert paid == {"mora": Decimal(500_000), "orsa": Decimal(300_000)}
    assert {fee["year"] for fee in fees} == {2031}
    assert {f.values["amount_sek"].certainty for f in fees} == {Certainty.PROBABLE}


@pytest.mark.parametrize("first", ["Ersättning från Mora kommun", "Konferensavgifter"])
def test_one_row_alone_and_other_incomes_are_no_fees(first: str) -> None:
    assert read(first=first).of("fees") == []


@pytest.mark.parametrize(
    "paid",
    [
        "Kommunernas bidrag ska vara inbetalda senast den 31 januari 2031.",
        "Medlemsbidraget betalas senast den 31 januari 2031.",
        "Kommunernas insatser ska vara betalda den 31 januari 2031.",
    ],
)
def test_the_last_day_is_of_all(paid: str) -> None:
    assert {fee["due_on"] for fee in read(paid=paid).of("fees")} == {date(2031, 1, 31)}


@pytest.mark.parametrize(
    ("shown", "subjects"),
    [
        (
            "Ett förslag till plan och budget presenterades för medlemskommunerna vid "
            "samrådet den 12 september 2030.",
            {"annual_plan", "budget"},
        ),
        (
            "Budgeten redovisades för samtliga kommuner den 12 september 2030.",
            {"budget"},
        ),
    ],
)
def test_what_all_were_shown_is_told_of_each(shown: str, subjects: set[str]) -> None:
    found = read(shown=shown).of("presentations")

    assert {p["municipality"] for p in found} == {"mora", "orsa", "alvdalen"}
    assert {p["subject"] for p in found} == subjects
    assert {p["presented_on"] for p in found} == {date(2030, 9, 12)}


def test_what_will_be_shown_without_a_day_is_not_told() -> None:
    shown = "Budgeten presenteras för medlemskommunerna i höst."

    assert read(shown=shown).of("presentations") == []


@pytest.mark.parametrize(
    ("after", "places"),
    [
        (
            "Mötet i maj hålls i Orsa, de övriga i Mora.",
            ["Mora", "Orsa", "Mora"],
        ),
        ("Samtliga möten hålls i Badhuset.", ["Badhuset"] * 3),
        ("Nästa års möten bestäms i höst.", [None] * 3),
    ],
)
def test_the_places_may_stand_after_the_days(
    after: str, places: list[str | None]
) -> None:
    meetings = read(after=after).of("meetings")

    assert [meeting["place"] for meeting in meetings] == places


@pytest.mark.parametrize(
    ("after", "is_digital"),
    [("Digitalt.", True), ("Alla möten är digitala.", True), ("Digitalt stöd.", None)],
)
def test_a_word_after_the_days_says_how_one_meets(
    after: str, is_digital: bool | None
) -> None:
    meetings = read(after=after).of("meetings")

    assert {meeting["is_digital"] for meeting in meetings} == {is_digital}
