"""Programmes, plans and reports in any disorder: read, and nothing unfounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import (
    activities,
    plans,
    programmes,
    reports,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_plans import PROGRAMME, TABLE
from tests.formats.understanding.reading_programmes import LABELLED, NUMBERED
from tests.formats.understanding.reading_text import portion_of

MORE = """
Aktivitet: Läxhjälp. Ansvarig: Köping, klart i maj. Kostnad: 500 00 kr
Aktivitet Ansvarig Tidplan
Karta Kansliet Våren
Delmål:
1. Ett
1.1 Två
| | |
|---|---|
|
Mål\tÅtgärd\tVem\t
\t\tKöping\t
Övergripande mål och fokusområden
Det långsiktiga målet inom område skola är:
tre fokusområden: skola, vård och omsorg.
Fokusområdena delas i yttre (skola) och inre (vård och omsorg)
"""
LINES = [*(PROGRAMME + TABLE + NUMBERED + LABELLED + MORE).split("\n")]
READERS = {
    DocumentKind.PROGRAMME: (programmes,),
    DocumentKind.ANNUAL_PLAN: (plans, activities),
    DocumentKind.ANNUAL_REPORT: (reports,),
}


def unfounded(found: Found) -> list[str]:
    """Return the columns that say something no words say."""
    return [name for name, value in found.values.items() if not value.quotes]


@pytest.mark.parametrize("kind", READERS)
@given(lines=st.lists(st.sampled_from(LINES), max_size=25))
def test_lines_in_any_order_are_read_and_every_value_has_its_words(
    kind: DocumentKind, lines: list[str]
) -> None:
    gathering = Gathering()
    for reader in READERS[kind]:
        reader.extract(portion_of("\n".join(lines), kind, 2025), gathering)

    assert [f.key for f in gathering if unfounded(f)] == []
    goals = {goal.key for goal in gathering.of("goals")}
    named = [goal["parent"] for goal in gathering.of("goals")]
    named += [activity["goal"] for activity in gathering.of("activities")]
    assert {key for key in named if key} <= goals


def test_a_table_with_rows_of_nothing_is_passed_by() -> None:
    gathering = Gathering()
    portion = portion_of(
        "|\n|---|\n|\n\nVerksamhetsplan 2025\n", DocumentKind.ANNUAL_PLAN
    )
    plans.extract(portion, gathering)
    activities.extract(portion, gathering)

    assert [plan.key for plan in gathering.of("plans")] == ["plan-2025"]
