"""Plans that are not called plans, whose tables say much in few words."""

from datetime import date, time
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.gathered import certainties, column, gathered
from tests.formats.understanding.reading_text import source_of

PLAN = """
# {title}

Beslutad av direktionen 2028-11-02. Budgeten antogs samma dag. Dnr NÅS 2028-17

{told}

## Åtgärder

| Åtgärd | Vem | När | Avsatt |
|---|---|---|---|
| Karta över badplatser Lämnas till turistbyråerna i maj. | Mora | våren | 40 tkr |
| Skyltar vid lederna | Orsa | hösten | ej beräknat |
| Prov av Dalabuss i Särna. | Orsa | hösten | 15 tkr |

## Ekonomi

| Post | Bokslut 2027 | Budget 2028 | Budget 2029 |
|---|---|---|---|
| Avgifter | 500 000 | 510 000 | 520 000 |

| Avgifter 2029 | Folkmängd 2027-12-31 | Kronor |
|---|---|---|
| Mora | 20 400 | 204 000 |
| Orsa | 6 900 | 69 000 |

## Mötesdagar 2029

| Månad | Direktionen måndagar 8.30–10.00 | Ledningsgruppen |
|---|---|---|
| Mars | 12/3 Mora | 1/3 Orsa |

Konferensen Siljansdagen hålls den 4 maj 2029 i Mora.
"""


def read(title="Verksamhet och budget 2029", told="", *subjects):
    text = PLAN.format(title=title, told=told)
    return gathered(text, "plans", *subjects, year=2029, kind=DocumentKind.ANNUAL_PLAN)


@pytest.mark.parametrize(
    "title",
    [
        "Verksamhet och budget 2029",
        "Verksamheten och ekonomin 2029",
        "Inriktning och budget 2029",
        "Verksamhet 2029",
    ],
)
def test_a_plan_is_known_by_what_it_holds_and_its_title(title):
    text = PLAN.format(title=title, told="")
    assert recognise(source_of(text))[0].kind is DocumentKind.ANNUAL_PLAN


def test_the_line_of_its_decision_is_not_its_title():
    (plan,) = read().of("plans")
    assert (plan["title"], plan["year"]) == ("Verksamhet och budget 2029", 2029)


def test_what_is_told_after_the_name_in_a_cell_is_a_comment_and_not_sure():
    gathering = read("Verksamhet 2029", "", "activities")
    assert column(gathering, "activities", "title") == [
        "Karta över badplatser",
        "Skyltar vid lederna",
        "Prov av Dalabuss i Särna.",
    ]
    assert gathering.of("activities")[0]["comment"].startswith("Lämnas till")
    assert certainties(gathering, "activities", "title") == [
        "probable",
        "certain",
        "probable",
    ]


def test_what_is_set_aside_is_the_cost():
    gathering = read("Verksamhet 2029", "", "activities")
    assert column(gathering, "activities", "cost_sek") == [
        Decimal(40000),
        None,
        Decimal(15000),
    ]
    assert gathering.of("activities")[1]["cost_as_written"] == "ej beräknat"


def test_the_first_head_says_that_a_table_is_of_fees():
    gathering = read("Verksamhet 2029", "", "populations")
    assert column(gathering, "fees", "amount_sek") == [204000, 69000]
    assert column(gathering, "fees", "year") == [2029, 2029]


def test_a_head_says_when_its_body_meets():
    gathering = read("Verksamhet 2029", "", "calendar")
    meetings = gathering.of("meetings")
    assert [(m["starts_at"], m["ends_at"], m["host"]) for m in meetings] == [
        (time(8, 30), time(10), "mora"),
        (None, None, "orsa"),
    ]


def test_a_conference_that_has_a_day_in_the_plan_is_planned():
    gathering = read("Verksamhet 2029", "", "conferences")
    (conference,) = gathering.of("conferences")
    assert (conference["name"], conference["status"]) == ("Siljansdagen", "planned")


def test_days_in_brackets_are_of_the_year_of_the_decision():
    told = (
        "Planen har stämts av med kommunstyrelserna i Mora (3 oktober) och Orsa (5/10)."
    )
    presented = read("Verksamhet 2029", told, "presentations").of("presentations")
    assert [(p["municipality"], p["presented_on"]) for p in presented] == [
        ("mora", date(2028, 10, 3)),
        ("orsa", date(2028, 10, 5)),
    ]
    assert {p.certainty for p in presented} == {Certainty.PROBABLE}


def test_one_day_may_be_that_of_several_municipalities():
    told = "Mora och Orsa fick planen skriftligt den 3 oktober 2028."
    gathering = read("Verksamhet 2029", told, "presentations")
    assert column(gathering, "presentations", "presented_on") == [date(2028, 10, 3)] * 2
    assert set(certainties(gathering, "presentations", "presented_on")) == {"probable"}


def test_a_new_programme_with_a_name_of_its_own_is_the_plans():
    told = "Det nya samverkansprogrammet Siljansringen 2029–2032 börjar gälla."
    gathering = read("Verksamhet 2029", told)
    (programme,) = gathering.of("programmes")
    assert programme["name"] == "Siljansringen 2029–2032"
    assert programme["valid_from"] == date(2029, 1, 1)


def test_a_sentence_with_clock_and_place_leads_the_days_below_it() -> None:
    text = (
        "# Verksamhetsplan 2031\n\n## Möten\n\n"
        "Styrgruppen sammanträder torsdagar kl. 13.00–15.30 i Folkets hus i Kalix:\n\n"
        "- 6 februari\n- 12 juni\n"
    )
    found = gathered(text, "calendar", year=2031)

    assert column(found, "meetings", "held_on") == [date(2031, 2, 6), date(2031, 6, 12)]
    assert {str(t)[:5] for t in column(found, "meetings", "starts_at")} == {"13:00"}
    assert len(set(column(found, "meetings", "body"))) == 1


def test_contributions_shared_by_residents_are_fees() -> None:
    text = (
        "# Budget 2031\n\nBidragen för 2031 fördelas efter folkmängd: "
        "Kalix 410 tkr, Boden 720 tkr."
    )
    found = gathered(text, "populations", year=2031)

    assert column(found, "fees", "amount_sek") == [410000, 720000]
    assert found.of("populations") == []


def test_a_proposal_of_plan_and_budget_was_shown_to_each() -> None:
    text = (
        "# Verksamhetsplan 2031\n\nFörslaget till plan och budget presenterades för "
        "Kalix kommun den 4 maj och för Bodens kommun den 9 maj 2030."
    )
    found = gathered(text, "plans", "presentations", year=2031)

    days = column(found, "presentations", "presented_on")
    assert days == [date(2030, 5, 4), date(2030, 5, 9)]
