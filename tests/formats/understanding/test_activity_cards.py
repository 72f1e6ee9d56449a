"""Activities with labels below their names, and in tables of labels."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.action_tables.segments import BY_MARKS
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_plans import (
    HEAD,
    activity,
    answering,
    gathered,
    said,
)


def planned(text: str) -> Gathering:
    """Return what a plan tells below its name."""
    return gathered(HEAD + text, DocumentKind.ACTION_PLAN)


def titles(found: Gathering) -> list[str]:
    """Return the activities' names."""
    return [a["title"] for a in found.of("activities")]


def test_a_sentence_below_the_name_describes_and_is_no_name() -> None:
    found = planned(
        """
## Fokusområde: Besökare

### Ny cykelled

Leden skyltas på tre språk.

Ansvarig: Kansliet

När: kvartal 2

Kartan trycks sedan.

## Fokusområde: Vatten

### Provtagning

Alla tar prov samma dag.

Ansvarig: Köping

När: juni

Kostnad: 10 tkr

### Förstudie

Ansvarig: Kansliet

När: hösten
"""
    )

    assert titles(found) == ["Ny cykelled", "Provtagning", "Förstudie"]
    first, second, third = found.of("activities")
    assert first["comment"] == "Leden skyltas på tre språk.\nKartan trycks sedan."
    assert first["starts_from"] == date(2025, 4, 1)
    assert second["comment"] == "Alla tar prov samma dag."
    assert second["cost_sek"] == Decimal(10_000)
    goals = [found.get("goals", str(a["goal"])) for a in (first, second, third)]
    assert [g["name"] for g in goals if g] == ["Besökare", "Vatten", "Vatten"]


def test_lines_with_their_own_labels_under_one_heading_are_each_an_activity() -> None:
    found = planned(
        """
## Det vi gör

Ta fram en karta.

Ansvarig: Kansliet

Tid: våren

Ordna en mässa.

Ansvarig: Köping

Tid: hösten
"""
    )

    assert titles(found) == ["Ta fram en karta.", "Ordna en mässa."]


def test_a_line_that_ends_with_labels_is_told_of_the_name_above_it() -> None:
    found = planned(
        """
## Mål: Bättre skola

### Studiebesök

Elever besöker gymnasiet. (Ansvar: Köping, tid: mars)
"""
    )

    assert titles(found) == ["Studiebesök"]
    assert activity(found, "Studiebesök")["comment"] == "Elever besöker gymnasiet."
    assert answering(found, "Studiebesök") == ["koping"]


def test_a_goal_with_someone_responsible_is_no_activity() -> None:
    found = planned(
        """
## Fokusområde: Besökare

### Fler ska hitta hit

Ansvarig: Kansliet

## Mål: Bättre skola

Ansvarig: Köping
"""
    )

    assert titles(found) == []


def test_a_table_of_labels_is_the_activity_that_it_names() -> None:
    found = planned(
        """
| Aktivitet | Inventera broar |
|---|---|
| Beskrivning | Alla broar gås igenom. |
| Ansvarig | Köping |
| Tidplan | mars–maj |
| Kostnad | 45 tkr |
| Risk | Regn |
"""
    )

    assert titles(found) == ["Inventera broar"]
    only = activity(found, "Inventera broar")
    assert only["comment"] == "Alla broar gås igenom.\nRisk: Regn"
    assert only["cost_sek"] == Decimal(45_000)
    assert answering(found, "Inventera broar") == ["koping"]


def test_a_table_of_labels_tells_of_the_name_above_it() -> None:
    found = planned(
        """
## Mål: Bättre vägar

### Cykelplan

| Ansvarig | Kansliet | Tid | Q3 |
|---|---|---|---|
| Kostnad | 20 000 kr | Status | Pågår |
"""
    )

    assert titles(found) == ["Cykelplan"]
    only = activity(found, "Cykelplan")
    assert (only["starts_from"], only["status"]) == (date(2025, 7, 1), "ongoing")
    assert [g["title"] for g in found.of("goals") if g["name"] == "Bättre vägar"] == [
        None
    ]


def test_a_table_of_activities_in_two_columns_is_no_table_of_labels() -> None:
    found = planned(
        """
| Aktivitet | Ansvarig |
|---|---|
| Resultat av enkäten | Kansliet |
| Uppföljning av planen | Köping |
| Budget för nästa år | Kansliet |
"""
    )

    assert titles(found) == [
        "Resultat av enkäten",
        "Uppföljning av planen",
        "Budget för nästa år",
    ]


@pytest.mark.parametrize(
    "item",
    [
        "Ny karta – kansliet – mars 2025 – 80 tkr",
        "Ny karta (Köping, våren, 20 tkr)",
        "Ny karta, Köping, 20 tkr",
        "A. Ny karta; mars; ca 20 000 kr",
    ],
)
def test_an_item_is_parted_at_its_marks_but_only_probably(item: str) -> None:
    found = planned(f"\n## Fokusområde: Besökare\n\n- {item}\n")

    assert titles(found) == ["Ny karta"]
    only = activity(found, "Ny karta")
    assert only["cost_sek"] in (Decimal(80_000), Decimal(20_000))
    assert said(only, "title").certainty is Certainty.PROBABLE
    assert said(only, "cost_sek").reason == BY_MARKS


@pytest.mark.parametrize(
    "item",
    [
        "Fler besökare i Köping",
        "Fler besökare – i hela bygden",
        "Mötet är den 3 mars, Köping och Arboga deltar",
        "Besökarna ska bli fler, 2025",
    ],
)
def test_an_item_that_says_one_thing_or_none_is_no_activity(item: str) -> None:
    assert titles(planned(f"\n## Fokusområde: Besökare\n\n- {item}\n")) == []


def test_what_follows_on_who_is_responsible_is_not_who() -> None:
    found = planned(
        "\n## Aktiviteter\n\n- Ny karta, ansvarig: Köping, klart senast 30 juni, "
        "kostnad 45 tkr\n"
    )

    only = activity(found, "Ny karta")
    assert only["responsible_as_written"] == "Köping"
    assert only["cost_sek"] == Decimal(45_000)
    assert (only["starts_from"], only["ends_until"]) == (None, date(2025, 7, 1))
