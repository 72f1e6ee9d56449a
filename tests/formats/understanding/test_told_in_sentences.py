"""What a plan says in a sentence: whom it was presented to, when fees are due."""

from datetime import date

import pytest

from tests.formats.understanding.gathered import certainties, column, gathered

PLAN = "# Verksamhetsplan 2026\n\n"
FEES = """
Kommunernas avgifter 2026

| Kommun | Avgift, kr |
|---|---|
| Arboga | 365 760 |
| Köping | 357 760 |

"""


def presented(sentence: str) -> list[tuple[str, date, str]]:
    gathering = gathered(PLAN + sentence, "plans", "presentations")
    rows = gathering.of("presentations")
    return [(r["municipality"], r["presented_on"], r["subject"]) for r in rows]


def test_a_plan_is_presented_to_each_municipality_on_its_own_day() -> None:
    told = presented(
        "Planen presenterades för kommunstyrelserna i Arboga den 14 oktober, "
        "Köping den 20 oktober och Orsa den 27 oktober 2025."
    )

    assert told == [
        ("arboga", date(2025, 10, 14), "annual_plan"),
        ("koping", date(2025, 10, 20), "annual_plan"),
        ("orsa", date(2025, 10, 27), "annual_plan"),
    ]


def test_a_day_whose_year_stands_later_is_only_probable() -> None:
    gathering = gathered(
        f"{PLAN}Budgeten har redovisats för Arboga kommun den 3 maj och för "
        "Köpings kommun den 4 maj 2025.",
        "plans",
        "presentations",
    )

    assert column(gathering, "presentations", "subject") == ["budget", "budget"]
    assert certainties(gathering, "presentations", "presented_on") == [
        "probable",
        "certain",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Planen presenteras för kommunstyrelsen i Arboga den 14 oktober 2025.",
        "Planen presenterades för kommunstyrelserna i Arboga och Köping under hösten.",
        "Projektet presenterades för kommunstyrelsen i Arboga den 14 oktober 2025.",
    ],
)
def test_what_is_to_come_or_has_no_day_or_is_no_plan_is_no_presentation(
    sentence: str,
) -> None:
    assert presented(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Avgiften ska vara inbetald senast den 31 mars 2026.",
        "Kommunavgiften betalas senast 2026-03-31.",
        "Avgifterna förfaller till betalning den 31 mars.",
        "Avgiften faktureras i januari och ska betalas senast den 31 mars.",
    ],
)
def test_the_last_day_after_the_table_is_every_fees(sentence: str) -> None:
    gathering = gathered(PLAN + FEES + sentence, "plans", "populations", "fee_days")

    assert column(gathering, "fees", "due_on") == [date(2026, 3, 31)] * 2
    assert certainties(gathering, "fees", "due_on") == ["probable"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Avgiften ska vara inbetald senast den 31 mars 2025.",
        "Avgiften betalas senast den 31 mars och senast den 30 september.",
        "Avgiften beslutas senast den 31 mars 2026.",
        "Hyran ska vara betald senast den 31 mars 2026.",
    ],
)
def test_two_days_another_year_and_another_matter_say_nothing(sentence: str) -> None:
    gathering = gathered(PLAN + FEES + sentence, "plans", "populations", "fee_days")

    assert column(gathering, "fees", "due_on") == [None, None]


def test_a_day_may_be_said_of_it_in_the_sentence_after() -> None:
    told = (
        "Avgiften är 12 kr per invånare. Den ska betalas senast den 27 februari 2026."
    )
    gathering = gathered(PLAN + FEES + told, "populations", "fee_days")

    assert column(gathering, "fees", "due_on") == [date(2026, 2, 27)] * 2


def test_a_day_for_another_thing_is_no_day_for_fees() -> None:
    told = "Avgiften är 12 kr. Handlingar betalas inte. Svar ska ges den 27 februari."
    gathering = gathered(PLAN + FEES + told, "populations", "fee_days")

    assert column(gathering, "fees", "due_on") == [None, None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Planen presenterades för kommunstyrelserna i Arboga och Köping den 14 oktober "
        "respektive den 20 oktober 2025.",
        "Kommunstyrelserna i Arboga och Köping fick förslaget redovisat den 14 oktober "
        "2025 respektive den 20 oktober 2025.",
    ],
)
def test_days_told_respectively_belong_to_the_towns_in_turn(sentence: str) -> None:
    assert presented(sentence) == [
        ("arboga", date(2025, 10, 14), "annual_plan"),
        ("koping", date(2025, 10, 20), "annual_plan"),
    ]


def test_fewer_days_than_towns_belong_to_none_of_them() -> None:
    assert not presented(
        "Planen presenterades för kommunstyrelserna i Arboga, Köping och Orsa den "
        "14 oktober respektive den 20 oktober 2025."
    )
