"""Tables that say two things in a column, aims without the word, notes below."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.action_tables.columns import Says
from radslag.formats.understanding.extracting.action_tables.mixed import says_several
from radslag.formats.understanding.extracting.action_tables.states import status_in
from radslag.formats.understanding.extracting.action_tables.times import understood
from tests.formats.understanding.gathered import column, gathered

TABLE = """# Handlingsplan 2026

| {aim} | Vad vi gör | {who} |
|---|---|---|
| Tryggare cykling | Hjälmkampanj | Trafikchefsnätverket. Hösten 2026. 40 000 kr |
| | Cykelskola | Mora. Varje termin |
| | Nytt räcke | Senast 31 maj 2026 |
"""


@pytest.mark.parametrize("aim", ["Vad vi vill", "Dit vill vi nå", "Önskat läge"])
@pytest.mark.parametrize("who", ["Vem och när", "Ansvarig/tid", "Ansvar, tidplan"])
def test_a_column_may_say_who_and_when(aim: str, who: str) -> None:
    text = TABLE.format(aim=aim, who=who)
    found = gathered(text, "activities", kind=DocumentKind.ACTION_PLAN)

    assert column(found, "goals", "name") == ["Tryggare cykling"]
    assert column(found, "activities", "title") == [
        "Hjälmkampanj",
        "Cykelskola",
        "Nytt räcke",
    ]
    assert column(found, "activities", "responsible_as_written") == [
        "Trafikchefsnätverket",
        "Mora",
        None,
    ]
    assert column(found, "activities", "time_as_written") == [
        "Hösten 2026",
        "Varje termin",
        "Senast 31 maj 2026",
    ]
    assert column(found, "activities", "cost_sek") == [Decimal(40000), None, None]


@pytest.mark.parametrize("head", ["Ansvarig och medverkande", "Vem", "Tid och plats"])
def test_a_head_that_says_one_thing_is_not_parted(head: str) -> None:
    assert says_several(head) == ()


def test_a_head_of_three_things_says_them_in_order() -> None:
    several = says_several("Vem? När? Kostnad?")

    assert several == (Says.RESPONSIBLE, Says.TIME, Says.COST)


def test_a_note_below_says_what_became_of_an_activity_by_name() -> None:
    text = TABLE.format(aim="Mål", who="Vem och när")
    text += "\nCykelskola ställs in för att lärare saknas.\n"
    found = gathered(text, "activities", kind=DocumentKind.ACTION_PLAN)

    activity = found.of("activities")[1]
    assert activity["status"] == "cancelled"
    assert activity.values["status"].certainty is Certainty.PROBABLE
    assert column(found, "activities", "status") == [None, "cancelled", None]


@pytest.mark.parametrize(
    ("words", "from_on", "until_on"),
    [
        ("Invigs 4 maj 2026", date(2026, 5, 4), None),
        ("Börjar i mars", date(2026, 3, 1), None),
        ("Ska vara klart till den 31 mars 2026", None, date(2026, 4, 1)),
        ("Slutredovisas 30 juni 2026", None, date(2026, 7, 1)),
    ],
)
def test_a_verb_says_whether_a_day_is_the_first_or_the_last(
    words: str, from_on: date | None, until_on: date | None
) -> None:
    time = understood(words, 2026)

    assert (time.from_on, time.until_on) == (from_on, until_on)
    assert time.as_written == words


@pytest.mark.parametrize(
    ("words", "status"),
    [("Flyttad till 2027", "postponed"), ("Flyttad från 2025", None)],
)
def test_what_is_moved_on_is_put_off_but_not_what_came(
    words: str, status: str | None
) -> None:
    assert status_in(words) == status
