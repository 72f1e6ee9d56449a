"""A table of goals with what each means, and indicators that name theirs by number."""

import pytest

from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_programmes import gathered, goal, the, tree

PROGRAMME = """
# Program för Moränbygden 2027–2030

## Fokusområde 1: Skog och mark

Långsiktigt mål: Skogen räcker till alla

| {head} | {meaning} |
|---|---|
| 1.1 Fler reservat | Var tionde hektar är skyddad mark. |
| 1.2 Renare bäckar | Dikena vid myrarna är igenlagda. |

## Så följer vi upp

| Indikator | {of} | Enhet | {wanted} |
|---|---|---|---|
| Skyddad mark | 1.1 | hektar | öka |
| Öppna diken | 1.2 | km | minska |
"""
HEADS = {"head": "Delmål", "meaning": "Innebörd", "of": "Delmål", "wanted": "Riktning"}


def read(**other: str) -> Gathering:
    return gathered(PROGRAMME.format(**HEADS | other))


@pytest.mark.parametrize(
    "head",
    ["Innebörd", "Det här betyder", "Vad målet innebär", "Beskrivning", "Lydelse"],
)
def test_what_a_goal_means_is_its_wording(head: str) -> None:
    found = read(meaning=head)

    assert the(goal(found, "Fler reservat"), "level", "title") == [
        "sub_goal",
        "Var tionde hektar är skyddad mark",
    ]
    assert [g["name"] for g in found.of("goals")] == [
        "Skog och mark",
        "Skogen räcker till alla",
        "Fler reservat",
        "Renare bäckar",
    ]


@pytest.mark.parametrize(
    "head",
    ["Hör till delmål", "Bidrar till delmål", "Avser delmål", "Koppling till delmål"],
)
def test_an_indicator_is_of_the_goal_with_its_number(head: str) -> None:
    found = read(of=head)

    goals = {g.key: g["name"] for g in found.of("goals")}
    assert [goals[i["goal"]] for i in found.of("indicators")] == [
        "Fler reservat",
        "Renare bäckar",
    ]


@pytest.mark.parametrize("head", ["Ska", "Ska öka/minska", "Värdet bör", "Vilket håll"])
def test_which_way_a_measure_is_to_go(head: str) -> None:
    found = read(wanted=head)

    assert [i["wanted"] for i in found.of("indicators")] == ["öka", "minska"]


@pytest.mark.parametrize(
    "chapter", ["Målområden", "Våra fokusområden", "Insatsområden"]
)
def test_numbered_headings_below_a_chapter_without_a_number_are_areas(
    chapter: str,
) -> None:
    found = gathered(
        f"# Program för Moränbygden 2027–2030\n\n## {chapter}\n\n### 1. Besök\n\n"
        "| Mål | Beskrivning |\n|---|---|\n"
        "| 1.1 Längre säsong | Hotell hela året. |\n\n"
        "### 2. Skog\n\n| Mål | Beskrivning |\n|---|---|\n"
        "| 2.1 Mer trä | Nya hus av trä. |\n\n## Uppföljning\n\nVarje år.\n"
    )
    assert tree(found) == [
        ("focus_area", "Besök", ""),
        ("long_term", "Längre säsong", "Besök"),
        ("focus_area", "Skog", ""),
        ("long_term", "Mer trä", "Skog"),
    ]
