"""Plans and their activities: tables of any kind, lists, and labelled lines."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import activities, plans, programmes
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import portion_of, source_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"
PROGRAMME = """
Målprogram för Åsbygden 2024–2027

Fokusområde: Skola

Delmål: Fler väljer yrkesprogram

Fokusområde: Näringsliv

Delmål: Lärlingsplatserna blir fler
"""
TABLE = """
# Verksamhetsplan 2025 för Åsbygden

Antagen av styrgruppen den 30 januari 2025

Planen utgår från Målprogram för Åsbygden 2024–2027.

## Aktiviteter under 2025

| Fokusområde | Aktivitet | Ansvarig | Tidplan | Budget (tkr) | Status |
|---|---|---|---|---|---|
| Skola | Läxhjälp på nätet | Skolchefsnätverket | Q1–Q2 | 150 | Pågår |
| | Mässa för yrken | Köping, Arboga | Oktober | 80 | Ej påbörjad |
| Näringsliv | Lärlingskampanj | Åsbygden | Hela året | - | Planerad |
| | Enkät till företag | Kansliet | Senast 31 mars | 12,5 | Klar |
| Summa | | | | 242,5 | |
"""
HEAD = "Handlingsplan 2025\n\n"
LISTS = """
# Aktivitetsplan 2026

## Planerade aktiviteter

1. Trygghetsmätning. Ansvarig: Håbo. Klart: maj.
2. Nattvandring

## Kommunikation

- Nyhetsbrev (Ansvarig: kansliet, Tid: varje månad)
- Ny webbplats

## Kansliets uppdrag

Aktivitet: Bereda möten
Ansvarig: Kansliet
Tid: Löpande
Kostnad: ingår i budgeten

### Laddkarta

Ansvarig: Miljöchefsnätverket

Tid: våren 2026

Kostnad: 90 000 kronor

## Bakgrund

- Samverkan har funnits länge
"""
GLUED = """
Handlingsplan 2026 för Norrskogen

Kompetens

Aktivitet Ansvarig Tidplan
Rekryteringsmässa i Umeå Arvidsjaur Oktober
Gemensam annonsering Kansliet Löpande
Bostadsportal för inflyttade Arvidsjaur och Sorsele Hösten
"""


def gathered(text: str, kind: DocumentKind = DocumentKind.ANNUAL_PLAN) -> Gathering:
    """Return what a plan tells when its programme is known."""
    gathering = Gathering()
    programmes.extract(portion_of(PROGRAMME, DocumentKind.PROGRAMME), gathering)
    return read_into(gathering, portion_of(text, kind))


def read_into(gathering: Gathering, portion: Portion) -> Gathering:
    """Read a plan."""
    plans.extract(portion, gathering)
    activities.extract(portion, gathering)
    return gathering


def table(heads: Sequence[str], *rows: Sequence[str]) -> str:
    """Write a table with bars."""
    lines = [heads, ["---"] * len(heads), *rows]
    return HEAD + "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def activity(gathering: Gathering, title: str) -> Found:
    """Return the activity with a title."""
    return next(a for a in gathering.of("activities") if a["title"] == title)


def answering(gathering: Gathering, title: str) -> list[str]:
    """Return who answers for an activity."""
    key = activity(gathering, title).key
    return [
        r["body"] or r["municipality"]
        for r in gathering.of("activity_responsibilities")
        if r["activity"] == key
    ]


def said(found: Found, column: str) -> Value:
    """Return a value with its words."""
    return found.values[column]


def test_a_plan_says_its_year_its_title_its_decision_and_its_programme() -> None:
    plan = gathered(TABLE).of("plans")[0]

    assert plan.key == "plan-2025"
    assert plan["year"] == 2025
    assert plan["title"] == "Verksamhetsplan 2025 för Åsbygden"
    assert plan["status"] == "adopted"
    assert plan["adopted_on"] == date(2025, 1, 30)
    assert plan["programme"] == "malprogram-for-asbygden-2024-2027"
    assert plan["introduction"] is None
    assert plan.certainty is Certainty.CERTAIN


def test_a_bare_day_at_the_top_is_probably_the_day_of_decision() -> None:
    plan = gathered("2026-01-22\n\nVerksamhetsplan och budget 2026\n").of("plans")[0]

    assert plan["adopted_on"] == date(2026, 1, 22)
    assert said(plan, "adopted_on").certainty is Certainty.PROBABLE
    assert said(plan, "status").certainty is Certainty.PROBABLE


def test_a_draft_is_not_adopted() -> None:
    text = "Handlingsplan 2024 – Norrskogen\n\nUtkast 2023-11-02\n"
    plan = gathered(text, DocumentKind.ACTION_PLAN).of("plans")[0]

    assert plan["status"] == "draft"
    assert plan["adopted_on"] is None


def test_an_annexed_action_plan_is_of_the_plan_and_gives_it_no_other_name() -> None:
    gathering = gathered(TABLE)
    annex = portion_of("Bilaga 1 Handlingsplan 2025\n", DocumentKind.ACTION_PLAN)
    read_into(
        gathering, Portion(annex.source, annex.part, 2025, DocumentKind.ANNUAL_PLAN)
    )

    assert [p["title"] for p in gathering.of("plans")] == [
        "Verksamhetsplan 2025 för Åsbygden"
    ]
    assert gathering.contradictions == []


def test_a_table_becomes_activities_with_the_goals_carried_down() -> None:
    gathering = gathered(TABLE)
    found = gathering.of("activities")

    assert [a["title"] for a in found] == [
        "Läxhjälp på nätet",
        "Mässa för yrken",
        "Lärlingskampanj",
        "Enkät till företag",
    ]
    programme = "malprogram-for-asbygden-2024-2027"
    assert [a["goal"] for a in found] == [
        f"{programme}-skola",
        f"{programme}-skola",
        f"{programme}-naringsliv",
        f"{programme}-naringsliv",
    ]
    assert [said(a, "goal").certainty for a in found[:2]] == [
        Certainty.CERTAIN,
        Certainty.PROBABLE,
    ]
    assert len(gathering.of("goals")) == 4
    assert gathering.remarks == []


def test_times_costs_and_states_are_kept_as_written_and_understood() -> None:
    gathering = gathered(TABLE)
    first, second, third, last = gathering.of("activities")

    assert (first["time_as_written"], first["starts_from"], first["ends_until"]) == (
        "Q1–Q2",
        date(2025, 1, 1),
        date(2025, 7, 1),
    )
    assert (first["cost_as_written"], first["cost_sek"]) == ("150", Decimal(150_000))
    assert last["cost_sek"] == Decimal(12_500)
    assert last["ends_until"] == date(2025, 4, 1)
    assert third["cost_as_written"] is None
    assert [a["status"] for a in (first, second, third, last)] == [
        "ongoing",
        "planned",
        "planned",
        "done",
    ]


def test_who_answers_is_bodies_municipalities_or_the_secretariat_by_its_name() -> None:
    gathering = gathered(TABLE)

    assert answering(gathering, "Läxhjälp på nätet") == ["skolchefsnatverket"]
    assert answering(gathering, "Mässa för yrken") == ["koping", "arboga"]
    assert answering(gathering, "Lärlingskampanj") == ["kansliet"]
    own = next(
        r
        for r in gathering.of("activity_responsibilities")
        if r["activity"] == "2025-larlingskampanj"
    )
    assert said(own, "body").certainty is Certainty.PROBABLE
    assert "kansliet" in said(own, "body").reason
    assert (
        activity(gathering, "Lärlingskampanj")["responsible_as_written"] == "Åsbygden"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Köping och Arboga", ["koping", "arboga"]),
        ("Köping (sammankallande), Arboga", ["koping", "arboga"]),
        ("Köpings kommun", ["koping"]),
        ("Åsbygden + Skolchefsnätverket", ["kansliet", "skolchefsnatverket"]),
        ("Nätverket för klimat och energi", ["natverket-for-klimat-och-energi"]),
        ("Tekniska chefer", ["tekniska-chefer"]),
        ("Trafikgruppen m.fl.", ["trafikgruppen"]),
        ("Alla som vill", []),
        ("Anna", []),
    ],
)
def test_words_for_who_answers_are_understood_or_left(
    written: str, expected: list[str]
) -> None:
    text = table(["Aktivitet", "Ansvarig"], ["Möte i Åsbygden", written])
    text = text.replace("2025\n", "2025 för Åsbygden\n", 1)
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    assert answering(gathering, "Möte i Åsbygden") == expected
    assert activity(gathering, "Möte i Åsbygden")["responsible_as_written"] == written


def test_all_municipalities_are_the_members_that_are_known() -> None:
    gathering = Gathering()
    for key in ("arboga", "koping"):
        gathering.add("memberships", key, {"municipality": Value(key)})
    text = table(["Aktivitet", "Vem"], ["Möte", "Samtliga kommuner"])
    read_into(gathering, portion_of(text, DocumentKind.ACTION_PLAN))

    assert answering(gathering, "Möte") == ["arboga", "koping"]
    certainties = {
        said(r, "municipality").certainty
        for r in gathering.of("activity_responsibilities")
    }
    assert certainties == {Certainty.PROBABLE}


@pytest.mark.parametrize(
    "heads",
    [
        ["Aktivitet", "Ansvarig", "Kostnad", "Tid"],
        ["Tidplan", "Åtgärd", "Huvudansvarig", "Beräknad kostnad"],
        ["Vad", "Vem", "När", "Resurser"],
        ["Insats", "Budget", "Ansvar", "Klart"],
        ["Nr", "Kommentar", "Uppdrag", "Utförare", "Finansiering", "Tidpunkt"],
    ],
)
def test_columns_may_stand_in_any_order_under_any_name(heads: list[str]) -> None:
    cells = {
        ("Aktivitet", "Åtgärd", "Vad", "Insats", "Uppdrag"): "Karta",
        ("Ansvarig", "Huvudansvarig", "Vem", "Ansvar", "Utförare"): "Köping",
        (
            "Kostnad",
            "Beräknad kostnad",
            "Resurser",
            "Budget",
            "Finansiering",
        ): "9 000 kr",
        ("Tid", "Tidplan", "När", "Klart", "Tidpunkt"): "Maj",
        ("Nr",): "1",
        ("Kommentar",): "Ny",
    }
    row = [next(v for k, v in cells.items() if head in k) for head in heads]
    gathering = gathered(table(heads, row), DocumentKind.ACTION_PLAN)

    found = activity(gathering, "Karta")
    assert answering(gathering, "Karta") == ["koping"]
    assert found["cost_sek"] == Decimal(9000)
    assert found["starts_from"] == date(2025, 5, 1)
    assert found["comment"] == ("Ny" if "Kommentar" in heads else None)


def test_rows_over_the_whole_width_name_the_area_of_the_rows_below() -> None:
    gathering = gathered(
        HEAD + "Åtgärd\tVem\tNär\n"
        "Skola\t\t\nMässa\tKöping\tMaj\nNäringsliv\t\t\nEnkät\tArboga\tJuni\n"
    )

    goals = [a["goal"].rpartition("-")[2] for a in gathering.of("activities")]
    assert goals == ["skola", "naringsliv"]


def test_a_repeated_head_and_a_table_over_two_pages_lose_nothing() -> None:
    head = "| Delmål | Aktivitet | Ansvarig | Tid |\n|---|---|---|---|\n"
    text = (
        HEAD
        + head
        + "| Fler väljer yrkesprogram | Mässa | Köping | Maj |\n\n"
        + "Text mellan sidorna om något helt annat.\n\n"
        + head
        + "| | Film | Arboga | Juni |\n| Delmål | Aktivitet | Ansvarig | Tid |\n"
        + "| Lärlingsplatserna blir fler | Enkät | Kungsör | Juli |\n"
    )
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    assert [a["title"] for a in gathering.of("activities")] == [
        "Mässa",
        "Film",
        "Enkät",
    ]


def test_a_row_that_slipped_a_step_to_the_right_is_put_back_but_not_surely() -> None:
    text = (
        HEAD
        + "Aktivitet\tAnsvarig\tKostnad\tTid\tKommentar\t\n"
        + "Mässa\tKöping\t\tMaj\tI hallen\t\n"
        + "Översyn\tArboga\t\tStäms av före beställning\tHösten\tAv alla möten\n"
    )
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    found = activity(gathering, "Översyn")
    assert found["time_as_written"] == "Hösten"
    assert found["cost_as_written"] == "Stäms av före beställning"
    assert found["comment"] == "Av alla möten"
    assert said(found, "time_as_written").certainty is Certainty.PROBABLE
    assert activity(gathering, "Mässa")["comment"] == "I hallen"


@pytest.mark.parametrize(
    ("written", "amount", "certainty"),
    [
        ("ca 60 tkr", Decimal(60_000), Certainty.CERTAIN),
        ("1,2 mnkr", Decimal(1_200_000), Certainty.CERTAIN),
        ("250 000", Decimal(250_000), Certainty.PROBABLE),
        ("500 00 kr", None, Certainty.DOUBTFUL),
        ("50 000 kr eller 70 000 kr", None, Certainty.PROBABLE),
        ("ingår i budgeten", None, Certainty.CERTAIN),
    ],
)
def test_a_cost_is_a_sum_only_where_the_words_are_one(
    written: str, amount: Decimal | None, certainty: Certainty
) -> None:
    text = table(["Aktivitet", "Vem", "Kostnad"], ["Mässa", "Köping", written])
    found = activity(gathered(text, DocumentKind.ACTION_PLAN), "Mässa")

    assert found["cost_as_written"] == written
    assert found["cost_sek"] == amount
    column = "cost_sek" if amount else "cost_as_written"
    assert said(found, column).certainty is certainty


def test_a_cost_in_the_comment_is_found_and_doubted_where_it_is_misspelt() -> None:
    text = table(
        ["Aktivitet", "Kommentar"],
        ["Underlag", "Konsult anlitas. Uppskattad kostnad ca 500 00 kr. Mer följer."],
        ["Film", "Beräknad kostnad: 40 000 kr."],
    )
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    study = activity(gathering, "Underlag")
    assert study["cost_as_written"] == "ca 500 00 kr"
    assert study["cost_sek"] is None
    assert said(study, "cost_as_written").certainty is Certainty.DOUBTFUL
    film = activity(gathering, "Film")
    assert film["cost_sek"] == Decimal(40_000)
    assert said(film, "cost_sek").certainty is Certainty.PROBABLE


def test_lists_and_labelled_lines_are_activities_of_their_chapter() -> None:
    gathering = gathered(LISTS, DocumentKind.ACTION_PLAN)
    found = {a["title"]: a for a in gathering.of("activities")}

    assert list(found) == [
        "Trygghetsmätning",
        "Nattvandring",
        "Nyhetsbrev",
        "Ny webbplats",
        "Bereda möten",
        "Laddkarta",
    ]
    assert [a["kind"] for a in found.values()] == [
        None,
        None,
        "communication",
        "communication",
        "secretariat",
        "secretariat",
    ]
    assert found["Trygghetsmätning"]["starts_from"] == date(2026, 5, 1)
    assert answering(gathering, "Trygghetsmätning") == ["habo"]
    assert said(found["Nattvandring"], "title").certainty is Certainty.PROBABLE
    assert found["Laddkarta"]["cost_sek"] == Decimal(90_000)
    assert found["Bereda möten"]["cost_as_written"] == "ingår i budgeten"


def test_lines_whose_columns_were_lost_are_parted_but_not_surely() -> None:
    gathering = gathered(GLUED, DocumentKind.ACTION_PLAN)
    found = gathering.of("activities")

    assert [(a["title"], a["time_as_written"]) for a in found] == [
        ("Rekryteringsmässa i Umeå", "Oktober"),
        ("Gemensam annonsering", "Löpande"),
        ("Bostadsportal för inflyttade", "Hösten"),
    ]
    assert answering(gathering, found[2]["title"]) == ["arvidsjaur", "sorsele"]
    assert {said(a, "title").certainty for a in found} == {Certainty.PROBABLE}


def test_a_table_read_as_running_text_is_remarked_on() -> None:
    words = "Mässa Köping Maj Film Arboga Juni och så vidare utan att det går att dela"
    gathering = gathered(f"{HEAD}Aktivitet Ansvarig Tidplan {words}\n")

    assert gathering.of("activities") == []
    assert "behöver föras in för hand" in gathering.remarks[0]


def test_tables_of_budgets_and_meetings_are_no_activities() -> None:
    gathering = gathered(
        TABLE
        + "\n## Mötesplan\n\n| Möte | Datum | Plats |\n|---|---|---|\n"
        + "| Styrgruppen | 6 februari | Köping |\n"
        + "\n## Budget\n\n| Aktivitet | Budget 2025 |\n|---|---|\n| Kansli | 900 000 |\n"
    )

    assert len(gathering.of("activities")) == 4


def test_a_very_long_title_is_cut_and_the_rest_is_in_the_comment() -> None:
    first = "Ta fram ett gemensamt underlag om vägarna. "
    words = first + "Det ska gälla alla vägar i hela bygden och mer därtill. " * 9
    text = table(["Aktivitet", "Ansvarig"], [words.strip(), "Köping"])
    found = gathered(text, DocumentKind.ACTION_PLAN).of("activities")[0]

    assert len(found["title"]) <= 400
    whole = f"{found['title']} {found['comment']}"
    assert " ".join(whole.split()) == words.strip()


def test_the_same_title_twice_is_two_activities_and_again_the_same_two() -> None:
    rows = [["Skola", "Seminarium", "Köping"], ["Näringsliv", "Seminarium", "Arboga"]]
    text = table(["Fokusområde", "Aktivitet", "Ansvarig"], *rows)
    gathering = gathered(text, DocumentKind.ACTION_PLAN)
    keys = [a.key for a in gathering.of("activities")]
    read_into(gathering, portion_of(text, DocumentKind.ACTION_PLAN, key="igen"))

    assert keys == ["2025-seminarium", "2025-seminarium-2"]
    assert [a.key for a in gathering.of("activities")] == keys


WORDS = st.text(alphabet="abdefgiklmnoprstuvåäö", min_size=4, max_size=12)


@given(
    titles=st.lists(WORDS, min_size=1, max_size=6, unique=True),
    amounts=st.lists(st.integers(1, 9_999_999), min_size=6, max_size=6),
    day=st.dates(date(2025, 1, 1), date(2025, 12, 30)),
)
def test_what_is_written_in_a_table_is_what_is_read(
    titles: list[str], amounts: list[int], day: date
) -> None:
    rows = [
        [f"Gör {title}", "Köping", day.isoformat(), f"{amount:,} kr".replace(",", " ")]
        for title, amount in zip(titles, amounts, strict=False)
    ]
    text = table(["Aktivitet", "Ansvarig", "När", "Kostnad"], *rows)
    found = gathered(text, DocumentKind.ACTION_PLAN).of("activities")

    assert [a["title"] for a in found] == [f"Gör {title}" for title in titles]
    assert [a["cost_sek"] for a in found] == amounts[: len(titles)]
    assert {a["starts_from"] for a in found} == {day}
    assert {a["ends_until"] for a in found} == {day + timedelta(days=1)}


def _real(number: str) -> Gathering:
    files = sorted(SOURCES.glob(f"{number}_*.txt"))
    if not files:
        pytest.skip("handlingarna finns inte här: ../shared/sources")
    source = source_of(files[0].read_text(), number)
    parts = recognise(source)
    gathering = Gathering()
    portions = [Portion(source, part, None, parts[0].kind) for part in parts]
    for portion in portions:
        if portion.kind is DocumentKind.PROGRAMME:
            programmes.extract(portion, gathering)
    for portion in portions:
        if portion.kind in (DocumentKind.ANNUAL_PLAN, DocumentKind.ACTION_PLAN):
            year = (
                int(gathering.of("plans")[0]["year"]) if gathering.of("plans") else None
            )
            read_into(gathering, Portion(source, portion.part, year, parts[0].kind))
    return gathering


def test_the_real_plan_of_2020_has_all_its_activities() -> None:
    gathering = _real("002")
    found = gathering.of("activities")

    assert len(found) == 24
    assert len(gathering.of("goals")) == 17
    assert all(a["goal"] for a in found)
    assert sum(a["time_as_written"] is None for a in found) == 3
    assert gathering.of("plans")[0]["adopted_on"] == date(2020, 4, 2)
    assert gathering.of("plans")[0]["programme"] == "sup-2035"
    assert gathering.remarks == []


def test_the_real_plan_of_2026_gives_its_goals_their_networks() -> None:
    gathering = _real("004")
    found = gathering.of("activities")

    assert len(found) == 12
    assert [a["kind"] for a in found].count("secretariat") == 8
    assert len(gathering.of("goals")) == 6
    answers = [r["goal"] for r in gathering.of("goal_responsibilities")]
    assert len(answers) == 4
    doubtful = [a for a in found if a.certainty is Certainty.DOUBTFUL]
    assert [a["cost_as_written"] for a in doubtful] == ["ca 500 00 kr"]
