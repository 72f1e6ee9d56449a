"""Programmes: what they are called, when they hold, and their goals in many layouts."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import programmes
from radslag.formats.understanding.extracting.programme_names import (
    programme_of,
    programmes_in,
    short_name_of,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import portion_of, source_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"
NUMBERED = """
# Målprogram för Åsbygden 2024–2027

Fastställt av styrgruppen 2023-11-16, § 31.

Programmet ersätter Målprogram för Åsbygden 2020–2023.

## 1. Inledning

Programmet gäller 2024–2027. Programmet bidrar till Agenda 2030.

## 2. Vision

Ett Åsbygden som håller ihop

## 3. Fokusområden och mål

### 3.1 Skola och utbildning

Mål: Alla unga går ut gymnasiet

Delmål:

- Frånvaron minskar varje år
- Fler väljer yrkesprogram

Ansvarig: Skolchefsnätverket

### 3.2 Arbete och näringsliv

Mål: Företagen hittar rätt kompetens

Delmål:

- Lärlingsplatserna blir dubbelt så många

Ansvarig: Näringslivscheferna (NLC-gruppen)

## 4. Uppföljning

Programmet följs upp varje år. Det görs i en årsredovisning.
"""
LABELLED = """
Norrskogens utvecklingsstrategi
NUS 2035

Antagen av kommunfullmäktige i Arvidsjaur den 12 juni 2023 och kommunfullmäktige i \
Sorsele den 26 juni 2023.
Strategin gäller från den 1 juli 2023 till den 30 juni 2027.

Vår vision: Norrskogen – där det lilla växer

Övergripande mål
Fler ska kunna bo och verka i Norrskogen.

Insatsområde 1: Kommunikationer
Mål 1.1 Vägarna håller hela året
Mål 1.2 Bredband till alla byar

Insatsområde 2: Kompetens
Mål 2.1 Fler distansutbildningar
"""
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


def gathered(*texts: str) -> Gathering:
    """Return what programmes tell together."""
    gathering = Gathering()
    for text in texts:
        programmes.extract(portion_of(text, DocumentKind.PROGRAMME), gathering)
    return gathering


def goal(gathering: Gathering, name: str) -> Found:
    """Return the goal with a name."""
    return next(g for g in gathering.of("goals") if g["name"] == name)


def tree(gathering: Gathering) -> list[tuple[str, str, str]]:
    """Return each goal's level, name, and its parent's name."""
    names = {g.key: g["name"] for g in gathering.of("goals")}
    return [
        (g["level"], g["name"], names.get(g["parent"], ""))
        for g in gathering.of("goals")
    ]


def the(found: Found, *columns: str) -> list[Any]:
    """Return what some columns say."""
    return [found[column] for column in columns]


def test_a_programme_says_its_name_years_decision_and_what_it_replaces() -> None:
    gathering = gathered(NUMBERED)
    programme = gathering.of("programmes")[0]

    assert programme.key == "malprogram-for-asbygden-2024-2027"
    assert programme["name"] == "Målprogram för Åsbygden 2024–2027"
    assert the(programme, "valid_from", "valid_to", "decided_on") == [
        date(2024, 1, 1),
        date(2027, 12, 31),
        date(2023, 11, 16),
    ]
    assert programme["replaces"] == "malprogram-for-asbygden-2020-2023"
    assert programme["relates_to"] == "Agenda 2030"
    assert programme.values["valid_from"].certainty is Certainty.CERTAIN
    assert programme.values["decided_on"].quotes[0].words == "2023-11-16"


def test_the_programme_before_it_gets_the_years_of_its_name_but_not_surely() -> None:
    gathering = gathered(NUMBERED)
    earlier = gathering.get("programmes", "malprogram-for-asbygden-2020-2023")

    assert earlier is not None
    assert the(earlier, "valid_from", "valid_to") == [
        date(2020, 1, 1),
        date(2023, 12, 31),
    ]
    assert earlier.certainty is Certainty.PROBABLE


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


def test_each_council_has_its_own_day_of_adoption() -> None:
    gathering = gathered(LABELLED)

    assert {a["board"]: a["decided_on"] for a in gathering.of("adoptions")} == {
        "kf-arvidsjaur": date(2023, 6, 12),
        "kf-sorsele": date(2023, 6, 26),
    }
    assert {a["outcome"] for a in gathering.of("adoptions")} == {"adopted"}
    programme = gathering.of("programmes")[0]
    assert the(programme, "short_name", "valid_from", "valid_to") == [
        "NUS 2035",
        date(2023, 7, 1),
        date(2027, 6, 30),
    ]
    assert programme["decided_on"] is None


def test_one_day_for_several_boards_is_not_sure() -> None:
    gathering = gathered(
        "Målprogram för Åsbygden 2024–2027\n\n"
        "Antaget av kommunstyrelserna i Arboga, Köping och Kungsör den 4 mars 2024\n"
    )

    adoptions = gathering.of("adoptions")
    assert [a["board"] for a in adoptions] == ["ks-arboga", "ks-koping", "ks-kungsor"]
    assert {a.values["decided_on"].certainty for a in adoptions} == {Certainty.PROBABLE}
    assert {a.values["outcome"].certainty for a in adoptions} == {Certainty.CERTAIN}


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


@given(
    first=st.integers(2000, 2090),
    length=st.integers(1, 6),
    sign=st.sampled_from(["-", "–", " – ", "—"]),
    is_short=st.booleans(),
)
def test_the_years_of_a_name_are_read_as_they_are_written(
    first: int, length: int, sign: str, *, is_short: bool
) -> None:
    last = first + length
    written = (
        f"{last % 100:02}" if is_short and last // 100 == first // 100 else f"{last}"
    )
    title = f"Målprogram för Åsbygden {first}{sign}{written}"
    programme = gathered(f"{title}\n\nVision\n\nEtt helt Åsbygden\n").of("programmes")[
        0
    ]

    assert programme["valid_from"] == date(first, 1, 1)
    assert programme["valid_to"] == date(last, 12, 31)
    assert programme.values["valid_to"].certainty is Certainty.PROBABLE


@given(st.sampled_from(["SUP", "NUS", "MP", "ÅSUP"]), st.integers(1950, 2150))
def test_letters_with_a_year_are_the_same_name_with_and_without_a_space(
    letters: str, year: int
) -> None:
    assert short_name_of(f"{letters}{year}") == short_name_of(f"{letters} {year}")


def test_what_others_have_decided_is_no_programme_of_the_cooperation() -> None:
    source = source_of(
        "Den regionala utvecklingsstrategin 2030 och RUFS 2050 samt KS 2019/324"
    )
    piece = source.piece(source.document.blocks[0])

    assert list(programmes_in(piece)) == []
    assert programme_of(piece, Gathering()) is None


def test_a_programme_is_known_by_its_letters_and_by_its_years() -> None:
    gathering = gathered(LABELLED, NUMBERED)
    source = source_of("målen i NUS2035\n\nMålprogram för Åsbygden 2024-2027\n")
    first, second = (source.piece(block) for block in source.document.blocks)

    known = [programme_of(first, gathering), programme_of(second, gathering)]
    assert [v.value for v in known if v] == [
        "nus-2035",
        "malprogram-for-asbygden-2024-2027",
    ]


def _source_portions(number: str) -> list[Portion]:
    files = sorted(SOURCES.glob(f"{number}_*.txt"))
    if not files:
        pytest.skip("handlingarna finns inte här: ../shared/sources")
    source = source_of(files[0].read_text(), number)
    parts = recognise(source)
    return [Portion(source, part, None, parts[0].kind) for part in parts]


@pytest.mark.parametrize(
    ("number", "key", "years", "levels"),
    [
        (
            "002",
            "sup-2035",
            (2019, 2022),
            {"vision": 1, "overarching": 1, "focus_area": 4, "sub_goal": 11},
        ),
        (
            "004",
            "sup-2040",
            (2023, 2026),
            {"vision": 1, "overarching": 1, "focus_area": 1, "long_term": 2},
        ),
    ],
)
def test_the_real_programmes_have_their_whole_trees(
    number: str, key: str, years: tuple[int, int], levels: dict[str, int]
) -> None:
    gathering = Gathering()
    for portion in _source_portions(number):
        if portion.kind is DocumentKind.PROGRAMME:
            programmes.extract(portion, gathering)

    programme = gathering.get("programmes", key)
    assert programme is not None
    assert (programme["valid_from"].year, programme["valid_to"].year) == years
    found = [g["level"] for g in gathering.of("goals")]
    assert {level: found.count(level) for level in set(found)} == levels
    assert all(g["parent"] for g in gathering.of("goals")[1:])


def test_the_programme_of_2023_was_decided_in_january_and_adopted_by_eight() -> None:
    gathering = Gathering()
    for portion in _source_portions("004"):
        if portion.kind is DocumentKind.PROGRAMME:
            programmes.extract(portion, gathering)

    assert gathering.of("programmes")[0]["decided_on"] == date(2023, 1, 12)
    assert len(gathering.of("adoptions")) == 8
    assert not any(a["decided_on"] for a in gathering.of("adoptions"))
