"""Programmes of any subject, named with and without "för" before the place."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.programme_names import programmes_in
from tests.formats.understanding.reading_text import portion_of


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
