"""Programmes of any subject, named with and without "för" before the place."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.programme_names import (
    programme_of,
    programmes_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.source import Piece
from tests.formats.understanding.reading_text import portion_of, source_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Förslag till samverkansprogram Sörbygden 2025–2028",
            "samverkansprogram Sörbygden 2025–2028",
        ),
        (
            "Gemensamt kulturprogram för Åbygden 2024-2027 (KS 2023/3)",
            "kulturprogram för Åbygden 2024-2027",
        ),
        (
            "att godkänna beredskapsprogrammet för Älvbygden 2024–2026",
            "beredskapsprogrammet för Älvbygden 2024–2026",
        ),
        (
            "Utvecklingsprogram för Sju sjöar",
            "Utvecklingsprogram för Sju",
        ),
        (
            "Kommunstyrelsen antar Målbild 2035 för Åbygden",
            "Målbild 2035 för Åbygden",
        ),
        (
            "anta Vattenfärdplan Åbygden 2026–2031 med ändringen",
            "Vattenfärdplan Åbygden 2026–2031",
        ),
        (
            "Energiöverenskommelse för Åbygden 2024–2029 ersätts",
            "Energiöverenskommelse för Åbygden 2024–2029",
        ),
        (
            "Året är det första i programmet Ådalen 2035, som gäller 2028–2035",
            "Ådalen 2035",
        ),
        ("Norra Åbygdens vision 2040", "Norra Åbygdens vision 2040"),
        ("Gemensam vision för Nedre Ån 2040", "Gemensam vision för Nedre Ån 2040"),
        (
            "Strategi för gemensam omställning i Åbygden 2024–2028",
            "Strategi för gemensam omställning i Åbygden 2024–2028",
        ),
        (
            "Utvecklingsprogram för Bergs, Åre och Krokoms kommuner 2025–2030",
            "Utvecklingsprogram för Bergs, Åre och Krokoms kommuner 2025–2030",
        ),
        (
            "Förslag till plan för samverkan i Åbygden 2025-2028",
            "plan för samverkan i Åbygden 2025-2028",
        ),
        (
            "kulturprogram för Ånäset och Åbygden åren 2022–2026",
            "kulturprogram för Ånäset och Åbygden åren 2022–2026",
        ),
    ],
)
def test_programme_is_named_by_its_subject_place_and_years(
    words: str, name: str
) -> None:
    whole = portion_of(f"{words}.", DocumentKind.PAPER).whole
    assert [each.name for each in programmes_in(whole)] == [name]


def test_computer_program_is_none() -> None:
    text = "Avtalet om datorprogram Kalle 2024–2026 löper ut. Kulturprogram visas."
    assert not list(programmes_in(portion_of(text, DocumentKind.PAPER).whole))


@pytest.mark.parametrize(
    "text",
    [
        "Vision 2040 för Mora kommun antas.",
        "Vi har en vision om ett gott liv 2030.",
        "Konferensprogram för Ån 2024–2025 bifogas.",
        "En plan för 2025 och en strategi för 2024–2026 behövs.",
        "Nationell strategi för Sverige 2020–2030 beaktas.",
    ],
)
def test_what_is_not_joint_and_not_named_is_none(text: str) -> None:
    assert not list(programmes_in(portion_of(text, DocumentKind.PAPER).whole))


@pytest.mark.parametrize(
    "words",
    [
        "målen i Utvecklingsprogram för Åbygden, som gäller 2024–2027.",
        "Utvecklingsprogram för Åbygden med giltighet för åren 2024-2027",
    ],
)
def test_the_years_may_stand_after_the_name(words: str) -> None:
    gathering = Gathering()
    programme_of(portion_of(words, DocumentKind.ACTION_PLAN).whole, gathering)
    (found,) = gathering.of("programmes")

    assert found["name"] == "Utvecklingsprogram för Åbygden"
    assert (found["valid_from"], found["valid_to"]) == (
        date(2024, 1, 1),
        date(2027, 12, 31),
    )
    assert found.certainty is Certainty.CERTAIN


@pytest.mark.parametrize(
    "name",
    [
        "Folkhälsoprogram norra Åsbygden 2024–2027",
        "Kulturprogram inre Åsbygden 2024–2027",
        "Samverkansprogram södra Åsbygden 2024–2027",
        "Miljöprogram övre Åsdalen 2024–2027",
    ],
)
def test_a_quarter_in_small_letters_is_of_the_name(name: str) -> None:
    source = source_of(f"Den verkställer {name}, som följer de nationella målen.")
    named = next(programmes_in(Piece(source, 0, len(source.text))))

    assert named.name == name
