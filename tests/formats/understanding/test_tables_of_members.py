"""Tables and sentences where each municipality or each body has a share of its own."""

from datetime import date, time
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import (
    agreement_fee_tables,
    agreements,
    programmes,
)
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import column, gathered
from tests.formats.understanding.reading_plans import activity, table
from tests.formats.understanding.reading_plans import gathered as planned
from tests.formats.understanding.reading_text import portion_of

CALENDAR = """# Verksamhetsplan 2026
## Möten

| Datum | Styrgruppen | Kommunchefsgruppen | Plats |
|---|---|---|---|
| on 14 jan | | 10–12 | Heby |
| to 12 mars | 9–11.30 | | Sala |
| må 4 maj | x | 13–15 | Teams |
"""
AGREEMENT = """Samarbetsavtal

mellan Bodens kommun, Luleå kommun och Piteå kommun

1. Tid
Avtalet gäller från och med den 1 januari 2016 och tills vidare.

2. Avgift
Avgiften är 4 kronor per invånare. Folkmängden räknas den 31 december 2014.

| Kommun | Folkmängd | Avgift 2016, kr |
|---|---|---|
| Boden | 28 042 | 112 168 |
| Luleå | 76 088 | 304 352 |
| Piteå | 41 548 | 166 192 |

3. Underskrifter

| Kommun | Beslut i fullmäktige | Undertecknat | Namn |
|---|---|---|---|
| Bodens kommun | 2015-10-12, § 9 | Boden den 3/11 2015 | Anna Ek |
| Luleå kommun | 2015-10-14, § 12 | 2015-11-05 | Bo Lind |
| Piteå kommun | 2015-10-19, § 7 | | |
"""


def agreed() -> Gathering:
    gathering, portion = Gathering(), portion_of(AGREEMENT, DocumentKind.AGREEMENT)
    agreements.extract(portion, gathering)
    agreement_fee_tables.extract(portion, gathering)
    return gathering


def test_each_body_with_a_mark_meets_on_the_day_in_front_of_the_row() -> None:
    found = gathered(CALENDAR, "calendar")
    told = {m.key: (m["starts_at"], m["ends_at"]) for m in found.of("meetings")}
    assert told == {
        "ledningsgruppen-2026-01-14": (time(10), time(12)),
        "kommitten-2026-03-12": (time(9), time(11, 30)),
        "kommitten-2026-05-04": (None, None),
        "ledningsgruppen-2026-05-04": (time(13), time(15)),
    }
    assert column(found, "meetings", "host")[:2] == ["heby", "sala"]


def test_a_sentence_shares_the_contributions_among_the_members() -> None:
    found = gathered(
        "# Plan 2026\n\nKommunbidragen blir dessa: Heby 90 tkr, Sala 140 tkr. De "
        "faktureras i januari och betalas senast 31 mars 2026.\n",
        "populations",
        "fee_days",
    )
    assert column(found, "fees", "amount_sek") == [Decimal(90_000), Decimal(140_000)]
    assert column(found, "fees", "due_on") == [date(2026, 3, 31)] * 2


def test_towns_that_are_named_together_were_shown_the_plan_on_one_day() -> None:
    found = gathered(
        "# Verksamhetsplan 2026\n\nStyrgruppen antog planen den 4 december 2025. "
        "Förslagen hade tidigare presenterats i Heby och Sala den 6 oktober samt i "
        "Enköping den 9 oktober 2025.\n",
        "plans",
        "presentations",
    )
    told = {
        p["municipality"]: (p["presented_on"], p.values["presented_on"].certainty)
        for p in found.of("presentations")
    }
    assert told == {
        "heby": (date(2025, 10, 6), Certainty.PROBABLE),
        "sala": (date(2025, 10, 6), Certainty.PROBABLE),
        "enkoping": (date(2025, 10, 9), Certainty.CERTAIN),
    }


def test_a_conference_is_known_by_being_called_one() -> None:
    found = gathered(
        "# Plan 2026\n\nKonferensen Norrskenet hålls den 7 maj 2026 i Boden.\n",
        "conferences",
    )
    assert column(found, "conferences", "name") == ["Norrskenet"]
    assert column(found, "conferences", "held_on") == [date(2026, 5, 7)]


def test_a_decision_before_the_signing_is_no_day_of_signing() -> None:
    signed = [(s["municipality"], s["signed_on"]) for s in agreed().of("signatures")]
    assert signed == [("boden", date(2015, 11, 3)), ("lulea", date(2015, 11, 5))]


def test_the_table_that_explains_the_fee_gives_residents_and_fees() -> None:
    found = agreed()
    assert column(found, "populations", "residents") == [28_042, 76_088, 41_548]
    assert column(found, "populations", "counted_on") == [date(2014, 12, 31)] * 3
    assert column(found, "fees", "amount_sek")[0] == Decimal(112_168)
    assert column(found, "fees", "year") == [2016] * 3


def test_goals_are_rows_over_the_activities_of_a_column_named_for_both() -> None:
    found = planned(
        table(
            ["Mål och insats", "Vem", "", "När", "Pengar"],
            ["", "Ansvarar", "Medverkar", "", ""],
            ["Mål 1. Fler tar båten", "", "", "", ""],
            [
                "1.1 Ny brygga",
                "Kansliet",
                "Heby",
                "maj 2025",
                "90 tkr, varav 30 EU",
            ],
        ),
        DocumentKind.ACTION_PLAN,
    )
    (only,) = found.of("activities")
    assert (only["title"], only["responsible_as_written"]) == ("Ny brygga", "Kansliet")
    assert only["cost_sek"] == Decimal(90_000)
    goal = next(g for g in found.of("goals") if g.key == only["goal"])
    assert goal["name"] == "Fler tar båten"


@pytest.mark.parametrize("head", ["Hör till målet", "Bidrar till mål"])
def test_the_goal_stands_beside_and_a_sum_is_no_activity(head: str) -> None:
    found = planned(
        table(
            ["Nr", "Insats", head, "Tid", "Kostnad (tkr)"],
            ["1", "Ny brygga", "Fler tar båten", "maj", "90"],
            ["2", "Ny skylt", "", "juni", "10"],
            ["Summa insatser", "", "", "", "100"],
        ),
        DocumentKind.ACTION_PLAN,
    )
    assert column(found, "activities", "title") == ["Ny brygga", "Ny skylt"]
    goals = {g.key: g["name"] for g in found.of("goals")}
    assert goals[activity(found, "Ny skylt")["goal"]] == "Fler tar båten"


def test_a_host_that_is_named_so_calls_nobody_and_holds_the_secretariat() -> None:
    text = AGREEMENT.replace(
        "\n1. Tid\n", "\nLuleå kommun kallas nedan värdkommunen.\n\n1. Tid\n"
    ).replace(
        "\n3. Under",
        "\n3. Arbetssätt\nOrdföranden kallar till rådets möten.\n\nVärdkommunen håller "
        "sekretariat åt rådet med tre heltidstjänster.\n\n4. Under",
    )
    gathering = Gathering()
    agreements.extract(portion_of(text, DocumentKind.AGREEMENT), gathering)
    terms = {term["kind"]: term["value"] for term in gathering.of("terms")}
    assert terms["initiative"]["called_by"] == "chair"
    assert terms["secretariat"]["host"] == "lulea"
    assert terms["secretariat"]["full_time_officials"] == 3


def test_a_programme_is_called_what_stands_over_its_kind() -> None:
    text = """# Kusten mot 2040

Utvecklingsprogram för Boden, Luleå och Piteå 2028–2040

## Om programmet

Programmet gäller från den 1 januari 2028 till och med den 31 december 2040.

Piteå, kommunstyrelsen 2027-11-17, § 187 (dnr 2027/603)
"""
    gathering = Gathering()
    programmes.extract(portion_of(text, DocumentKind.PROGRAMME), gathering)
    (found,) = gathering.of("programmes")
    assert found["name"] == "Kusten mot 2040"
    assert found.values["name"].certainty is Certainty.PROBABLE
    assert gathering.of("documents") == []
