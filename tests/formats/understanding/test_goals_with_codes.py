"""A programme whose tables give a goal's code and, beside it, the goal itself."""

import pytest

from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_programmes import gathered, goal, the, tree

PROGRAMME = """
# Där åsarna möts

Gemensam utvecklingsstrategi för Åsbygden 2026–2033

| Antagen av | Styrgruppen 2025-10-02 § 12 |
|---|---|
| {replaces} | Gemensam väg för åsarna 2018–2025 |

## Vad den är till för

Det handlar om sådant som kommunerna i Torsby, Sunne och Hagfors måste lösa tillsammans.

## Vision

Åsbygden är värd att stanna i.

## Insatsområde A: Leva och lära hela livet

{image}: Det ska gå att läsa vidare utan att flytta.

Ansvarigt nätverk: Skol- och biblioteksnätverket

| Delmål | {meaning} |
|---|---|
| A1 | Lärcentrum i varje kommun |
| A2 | Nattöppna bibliotek |

## Så följer vi upp

| Nyckeltal | {of} | Enhet | Utgångsläge 2024-12-31 |
|---|---|---|---|
| Vuxna i studier | A1 | antal | 312 |
"""
WORDS = {
    "replaces": "Ersätter",
    "image": "Målbild",
    "meaning": "Innebörd",
    "of": "Hör till",
}


def read(**other: str) -> Gathering:
    return gathered(PROGRAMME.format(**WORDS | other))


@pytest.mark.parametrize("meaning", ["Innebörd", "Lydelse", "Beskrivning", "Text"])
def test_what_stands_beside_a_code_is_the_goal(meaning: str) -> None:
    assert tree(read(meaning=meaning)) == [
        ("vision", "Vision", ""),
        ("focus_area", "Leva och lära hela livet", "Vision"),
        ("sub_goal", "Lärcentrum i varje kommun", "Leva och lära hela livet"),
        ("sub_goal", "Nattöppna bibliotek", "Leva och lära hela livet"),
    ]


@pytest.mark.parametrize("image", ["Målbild", "Målbilden", "**Målbild**"])
def test_the_image_of_an_area_words_the_area(image: str) -> None:
    area = goal(read(image=image), "Leva och lära hela livet")

    assert the(area, "title") == ["Det ska gå att läsa vidare utan att flytta"]


@pytest.mark.parametrize(
    "of", ["Hör till", "Koppling", "Kopplas till", "Tillhör", "Bidrar till", "Mäter"]
)
def test_a_measure_is_of_the_goal_whose_code_it_bears(of: str) -> None:
    found = read(of=of)

    goals = {g.key: g["name"] for g in found.of("goals")}
    assert [goals[i["goal"]] for i in found.of("indicators")] == [
        "Lärcentrum i varje kommun"
    ]


def test_a_network_for_two_things_answers_as_one() -> None:
    found = read()

    bodies = {b.key: b["name"] for b in found.of("bodies")}
    assert [bodies[a["body"]] for a in found.of("goal_responsibilities")] == [
        "Skol- och biblioteksnätverket"
    ]


@pytest.mark.parametrize("replaces", ["Ersätter", "Ersätter:"])
def test_the_line_with_its_years_is_its_name_and_what_it_replaces_is_known(
    replaces: str,
) -> None:
    found = read(replaces=replaces)

    names = {p.key: p["name"] for p in found.of("programmes")}
    own = next(p for p in found.of("programmes") if p["replaces"])
    assert own["name"] == "Gemensam utvecklingsstrategi för Åsbygden 2026–2033"
    assert names[own["replaces"]] == "Gemensam väg för åsarna 2018–2025"
