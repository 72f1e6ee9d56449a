"""The goals of programmes, in many layouts: each once, of the right level."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.reading_programmes import (
    LABELLED,
    NUMBERED,
    gathered,
    goal,
    the,
    tree,
)

RUNNING = """
Utvecklingsprogram för Sju sjöar

Mandatperioden 2023–2026

Vision 2040

"Sju sjöar – nära till allt som betyder något"

Visionen beskriver det vi strävar efter tillsammans. Den ska vägleda våra val.

Prioriterade områden

Vi har valt tre prioriterade områden: infrastruktur, besöksnäring och kompetens.

Infrastruktur

Vägar och järnvägar är livsnerven. Vi vill att staten tar sitt ansvar.

Långsiktigt mål: Restiden till Borlänge ska vara under två timmar.
Delmål 2026:
• E16 har mötesfri väg hela sträckan
• Tågtrafiken har återupptagits

Besöksnäring

Långsiktigt mål: Vi har gäster året om.

Genomförande

Programmet genomförs genom handlingsplaner. Kansliet följer upp dem.
"""
TABLE = """
# Strategisk plan för Mälarkanten 2025-2028

| Beslutad av | Samverkansnämnden |
|---|---|
| Datum | 2024-12-05 |
| Gäller | 2025-2028 |

## Våra mål

| Målområde | Långsiktigt mål | Delmål | Ansvarigt nätverk |
|---|---|---|---|
| Klimat | Fossilfria transporter | Laddplatser i alla orter | Miljöchefsnätverket |
|  |  | Samordnade varutransporter | |
|  | Effektiv energi | Halverad energi i lokaler | Fastighetsnätverket |
| Trygghet | Alla känner sig trygga | Färre anmälda brott | Säkerhetssamordnarna |
"""


def test_areas_under_a_heading_have_their_wording_and_their_sub_goals() -> None:
    gathering = gathered(NUMBERED)

    assert tree(gathering) == [
        ("vision", "Vision", ""),
        ("focus_area", "Skola och utbildning", "Vision"),
        ("sub_goal", "Frånvaron minskar varje år", "Skola och utbildning"),
        ("sub_goal", "Fler väljer yrkesprogram", "Skola och utbildning"),
        ("focus_area", "Arbete och näringsliv", "Vision"),
        (
            "sub_goal",
            "Lärlingsplatserna blir dubbelt så många",
            "Arbete och näringsliv",
        ),
    ]
    assert goal(gathering, "Vision")["title"] == "Ett Åsbygden som håller ihop"
    school = goal(gathering, "Skola och utbildning")
    assert school["title"] == "Alla unga går ut gymnasiet"
    assert school.values["title"].certainty is Certainty.CERTAIN
    assert school.values["level"].certainty is Certainty.PROBABLE


def test_who_answers_after_a_list_of_sub_goals_answers_for_the_goal_above() -> None:
    gathering = gathered(NUMBERED)
    answers = {
        (r["goal"].removeprefix("malprogram-for-asbygden-2024-2027-"), r["body"])
        for r in gathering.of("goal_responsibilities")
    }

    assert answers == {
        ("skola-och-utbildning", "skolchefsnatverket"),
        ("arbete-och-naringsliv", "naringslivscheferna"),
    }
    body = gathering.get("bodies", "naringslivscheferna")
    assert body is not None
    assert body["short_name"] == "NLC-gruppen"


def test_labels_with_numbers_make_a_tree_that_the_numbers_prove() -> None:
    gathering = gathered(LABELLED)

    assert tree(gathering) == [
        ("vision", "Vision", ""),
        ("overarching", "Övergripande mål", "Vision"),
        ("focus_area", "Kommunikationer", "Övergripande mål"),
        ("long_term", "Vägarna håller hela året", "Kommunikationer"),
        ("long_term", "Bredband till alla byar", "Kommunikationer"),
        ("focus_area", "Kompetens", "Övergripande mål"),
        ("long_term", "Fler distansutbildningar", "Kompetens"),
    ]
    roads = goal(gathering, "Vägarna håller hela året")
    assert roads.values["parent"].certainty is Certainty.CERTAIN
    area = goal(gathering, "Kommunikationer")
    assert area.values["parent"].certainty is Certainty.PROBABLE
    assert goal(gathering, "Övergripande mål")["title"].startswith("Fler ska kunna bo")


def test_a_heading_that_the_text_named_as_an_area_is_one() -> None:
    gathering = gathered(RUNNING)

    assert tree(gathering) == [
        ("vision", "Vision", ""),
        ("focus_area", "Infrastruktur", "Vision"),
        (
            "long_term",
            "Restiden till Borlänge ska vara under två timmar",
            "Infrastruktur",
        ),
        (
            "sub_goal",
            "E16 har mötesfri väg hela sträckan",
            "Restiden till Borlänge ska vara under två timmar",
        ),
        (
            "sub_goal",
            "Tågtrafiken har återupptagits",
            "Restiden till Borlänge ska vara under två timmar",
        ),
        ("focus_area", "Besöksnäring", "Vision"),
        ("long_term", "Vi har gäster året om", "Besöksnäring"),
    ]
    vision = goal(gathering, "Vision")
    assert vision["title"] == "Sju sjöar – nära till allt som betyder något"
    assert goal(gathering, "Infrastruktur")["title"] is None
    programme = gathering.of("programmes")[0]
    assert programme["name"] == "Utvecklingsprogram för Sju sjöar"
    assert programme.values["valid_to"].certainty is Certainty.PROBABLE


def test_a_table_of_goals_has_a_level_in_each_column() -> None:
    gathering = gathered(TABLE)

    assert tree(gathering) == [
        ("focus_area", "Klimat", ""),
        ("long_term", "Fossilfria transporter", "Klimat"),
        ("sub_goal", "Laddplatser i alla orter", "Fossilfria transporter"),
        ("sub_goal", "Samordnade varutransporter", "Fossilfria transporter"),
        ("long_term", "Effektiv energi", "Klimat"),
        ("sub_goal", "Halverad energi i lokaler", "Effektiv energi"),
        ("focus_area", "Trygghet", ""),
        ("long_term", "Alla känner sig trygga", "Trygghet"),
        ("sub_goal", "Färre anmälda brott", "Alla känner sig trygga"),
    ]
    levels = {g.values["level"].certainty for g in gathering.of("goals")}
    assert levels == {Certainty.CERTAIN}
    programme = gathering.of("programmes")[0]
    assert the(programme, "decided_on", "valid_from") == [
        date(2024, 12, 5),
        date(2025, 1, 1),
    ]
    bodies = [r["body"] for r in gathering.of("goal_responsibilities")]
    assert bodies == [
        "miljochefsnatverket",
        "fastighetsnatverket",
        "sakerhetssamordnarna",
    ]


def test_the_same_goal_named_again_in_a_picture_comes_once() -> None:
    goals = "Fler väljer yrkesprogram\n\nFrånvaron minskar varje år\n"
    again = f"\nMålbild\n\nDelmål\n\n{goals}"
    gathering = gathered(NUMBERED, NUMBERED + again)

    names = [g["name"] for g in gathering.of("goals")]
    assert len(names) == len(set(names)) == 6


def test_a_goal_worded_a_little_differently_is_the_same_and_says_so() -> None:
    other = NUMBERED.replace("Frånvaron minskar varje år", "Frånvaron minskar vart år")
    gathering = gathered(
        NUMBERED.replace(
            "Frånvaron minskar varje år", "Elevernas frånvaro minskar mest i Åsbygden"
        ),
        other.replace(
            "Frånvaron minskar vart år",
            "Elevernas frånvaro minskar allra mest i Åsbygden",
        ),
    )

    same = goal(gathering, "Elevernas frånvaro minskar mest i Åsbygden")
    assert same["other_names"] == "Elevernas frånvaro minskar allra mest i Åsbygden"
    assert same.values["other_names"].certainty is Certainty.PROBABLE
    assert len(gathering.of("goals")) == 6


def test_running_text_about_goals_makes_no_goals() -> None:
    gathering = gathered(
        "Målprogram för Åsbygden 2024–2027\n\n"
        "Målet är ett steg mot något större. Delmålen följs upp varje år i planen.\n\n"
        "Visionen gäller tills vidare. De långsiktiga målen förhåller sig till:\n\n"
        "- Agenda 2030\n- Parisavtalet\n"
    )

    assert gathering.of("goals") == []


def test_a_long_wording_is_shortened_to_a_name_and_kept_whole() -> None:
    words = (
        "Kommunerna ska "
        + "samverka om allt som går att samverka om " * 4
        + "utan dröjsmål"
    )
    gathering = gathered(f"Målprogram för Åsbygden 2024–2027\n\nDelmål: {words}\n")

    found = gathering.of("goals")[0]
    assert len(found["name"]) <= 120
    assert words.startswith(found["name"])
    assert found["title"] == words
    assert found.values["name"].certainty is Certainty.PROBABLE


def test_of_several_overarching_goals_none_stands_over_the_areas() -> None:
    gathering = gathered(
        "Utvecklingsplan för Fyrkanten\n\nVision\n\nEn bygd där alla räknas\n\n"
        "Övergripande mål\n\n* Befolkningen ökar\n* Arbetslösheten minskar\n\n"
        "Fokusområden\n\n* Kollektivtrafik\n* Digitalisering\n"
    )

    assert tree(gathering) == [
        ("vision", "Vision", ""),
        ("overarching", "Övergripande mål", "Vision"),
        ("overarching", "Arbetslösheten minskar", "Vision"),
        ("focus_area", "Kollektivtrafik", "Vision"),
        ("focus_area", "Digitalisering", "Vision"),
    ]


def test_a_list_of_one_numbered_goal_is_a_goal_too() -> None:
    gathering = gathered(
        "# Samverkansprogram 2023–2026\n\n## Målområde A – Trygghet\n\n"
        "Inriktningsmål: Ingen är rädd\n\nEtappmål:\n\n1. Gemensam jour\n\n"
        "Ansvarig grupp: Säkerhetsgruppen\n"
    )

    assert tree(gathering)[-1] == ("sub_goal", "Gemensam jour", "Ingen är rädd")
    answers = [r["goal"] for r in gathering.of("goal_responsibilities")]
    assert answers == [
        "samverkansprogram-2023-2026-trygghet",
        "samverkansprogram-2023-2026-ingen-ar-radd",
    ]


def test_a_heading_right_over_a_labelled_goal_is_its_area_but_not_surely() -> None:
    gathering = gathered(
        "# Utvecklingsprogram för Fyrkanten 2023–2026\n\n## Övergripande mål\n\n"
        "Fler ska kunna bo här.\n\n## 1. Boende\n\n"
        "Långsiktigt mål: Det finns bostäder för alla\n\nDelmål\n\n"
        "- 1.1 Gemensam planering\n- 1.2 Fler hyresrätter\n\n"
        "Ansvarig: Nätverket för planering\n\n## 2. Besök\n\n"
        "Långsiktigt mål: Gästerna stannar längre\n"
    )

    assert tree(gathering) == [
        ("overarching", "Övergripande mål", ""),
        ("focus_area", "Boende", "Övergripande mål"),
        ("long_term", "Det finns bostäder för alla", "Boende"),
        ("sub_goal", "Gemensam planering", "Det finns bostäder för alla"),
        ("sub_goal", "Fler hyresrätter", "Det finns bostäder för alla"),
        ("focus_area", "Besök", "Övergripande mål"),
        ("long_term", "Gästerna stannar längre", "Besök"),
    ]
    assert goal(gathering, "Boende").certainty is Certainty.PROBABLE


def test_a_line_below_goal_words_the_area_and_a_sentence_is_no_goal() -> None:
    gathering = gathered(
        "Målprogram för Åsbygden 2024–2027\n\nMålet är att nå alla.\n\n"
        "Fokusområde 1 – Klimat\n\nMål\n\nUtsläppen ska halveras\n"
    )

    assert tree(gathering) == [("focus_area", "Klimat", "")]
    climate = goal(gathering, "Klimat")
    assert climate["title"] == "Utsläppen ska halveras"
    assert climate.values["title"].certainty is Certainty.PROBABLE


def sub_goals(*lines: str, area: str = "Fokusområde A: Service") -> list[object]:
    """Return the names of the goals that are listed under an area."""
    items = "".join(f"- {line}\n" for line in lines)
    gathering = gathered(
        f"# Samverkansprogram 2023–2026\n\n## {area}\n\n"
        f"Långsiktigt mål: Alla når all service\n\nDelmål\n\n{items}"
    )
    return [g["name"] for g in gathering.of("goals") if g["level"] == "sub_goal"]


@pytest.mark.parametrize(
    "mark", ["A{}.", "A{})", "A{}:", "A{}", "A{} –", "A.{}", "1.{}"]
)
def test_the_mark_of_a_listed_goal_is_no_part_of_its_name(mark: str) -> None:
    first, second = mark.format(1), mark.format(2)
    names = sub_goals(f"{first} Fiber till alla hem", f"{second} Gemensam e-tjänst")

    assert names == ["Fiber till alla hem", "Gemensam e-tjänst"]


@pytest.mark.parametrize("name", ["E4 byggs ut norrut", "E16: mötesfri väg hela året"])
def test_a_road_is_no_mark(name: str) -> None:
    assert sub_goals(name) == [name]


def test_two_words_for_a_goal_are_not_its_wording() -> None:
    text = (
        "# Målprogram för Ådalen 2031–2040\n\n## Övergripande mål – visionen\n\n"
        "Ådalen är år 2040 en bygd där alla kan bo kvar.\n"
    )

    titles = [goal["title"] for goal in gathered(text).of("goals")]

    assert [t.rstrip(".") for t in titles] == [
        "Ådalen är år 2040 en bygd där alla kan bo kvar"
    ]


def test_a_vision_may_be_worded_in_two_sentences_but_not_surely() -> None:
    worded = "Ådalen är år 2040 en bygd där alla kan bo kvar. Här växer företagen."
    text = (
        f"# Målprogram för Ådalen 2031–2040\n\n## Vision\n\n{worded}\n\nVi gör mer.\n"
    )

    (goal,) = gathered(text).of("goals")

    assert goal["title"] == worded.rstrip(".")
    assert goal.values["title"].certainty is Certainty.PROBABLE


def test_sentences_of_how_a_vision_came_about_do_not_word_it() -> None:
    told = "Den togs fram tillsammans. Alla kommuner var med om det."
    text = f"# Målprogram för Ådalen 2031–2040\n\n## Vision\n\n{told}\n"

    assert gathered(text).of("goals") == []


def test_two_goals_of_an_area_are_goals_of_their_own() -> None:
    text = (
        "# Målprogram för Ådalen 2031–2040\n\nFokusområde 1: Service\n\n"
        "Mål: Varje ort har en livsmedelsbutik.\n\n"
        "Mål: Väntan på bygglov är högst sex veckor.\n\n"
        "Fokusområde 2: Resande\n\nMål: Tågen går varje timme.\n"
    )

    goals = gathered(text).of("goals")

    assert [(goal["level"], goal["name"], goal["title"]) for goal in goals] == [
        ("focus_area", "Service", None),
        ("long_term", *["Varje ort har en livsmedelsbutik"] * 2),
        ("long_term", *["Väntan på bygglov är högst sex veckor"] * 2),
        ("focus_area", "Resande", "Tågen går varje timme"),
    ]
    assert [goal["parent"] for goal in goals[1:3]] == [goals[0].key] * 2
