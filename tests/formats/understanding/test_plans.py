"""Plans: year, title, decision and programme; and the real ones whole."""

from datetime import date
from pathlib import Path

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import plans, programmes
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_plans import (
    TABLE,
    gathered,
    read_into,
    said,
)
from tests.formats.understanding.reading_text import portion_of, source_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"


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


@pytest.mark.parametrize(
    ("line", "is_adopted"),
    [
        ("Styrgruppen fastställde planen och budgeten den 27 november 2025.", True),
        ("Styrgruppen fastställde planen den 27 november 2025.", False),
    ],
)
def test_the_budget_is_adopted_where_the_decision_names_it(
    line: str, is_adopted: bool
) -> None:
    plan = gathered(f"# Verksamhetsplan 2026\n\n{line}\n").of("plans")[0]

    assert plan["adopted_on"] == date(2025, 11, 27)
    assert plan["budget_adopted_on"] == (date(2025, 11, 27) if is_adopted else None)


@pytest.mark.parametrize(
    ("line", "dated_on"),
    [
        ("Utkast 2023-11-02", date(2023, 11, 2)),
        ("PM den 2 november 2023", date(2023, 11, 2)),
        ("Version 2, 2023-11-02", None),
        ("Synpunkter lämnas 2023-11-02", None),
    ],
)
def test_a_line_at_the_top_dates_the_document(line: str, dated_on: date | None) -> None:
    found = gathered(f"# Handlingsplan 2024\n\n{line}\n", DocumentKind.ACTION_PLAN)

    assert [d["dated_on"] for d in found.of("documents")] == (
        [dated_on] if dated_on else []
    )


def test_a_budget_with_a_look_ahead_is_of_its_first_year() -> None:
    portion = portion_of(
        "# Budget 2031 och plan för 2032–2033\n\nText.\n", DocumentKind.ANNUAL_PLAN
    )

    year = plans.year_of(portion)

    assert year is not None
    assert (year.value, year.certainty) == (2031, Certainty.CERTAIN)
