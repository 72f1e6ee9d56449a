"""Minutes of joint boards: their paragraphs' letters, their votes, their names."""

from datetime import date

import pytest

from radslag.formats.understanding.extracting.meeting_parts.bodies import body_in
from radslag.formats.understanding.extracting.meeting_parts.outcomes import votes_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.register_numbers import register_number_in
from tests.formats.understanding.minutes_read import BEGINNING, gathered, held
from tests.formats.understanding.reading_text import source_of


def piece_of(text: str) -> Piece:
    source = source_of(text)
    return Piece(source, 0, len(source.text))


@pytest.mark.parametrize("letters", ["ÖLN", "SÖAU", "KS AU", "NÄRF-DIR", "Äu"])
def test_a_paragraphs_letters_are_no_part_of_its_number_or_title(letters: str) -> None:
    text = "".join(
        f"### {letters} § {n} {title}\n\nNämnden godkänner rapporten.\n\n"
        for n, title in ((11, "Öppnande"), (12, "Lönekartläggning"), (13, "Avslut"))
    )
    items = gathered(BEGINNING + text).of("agenda_items")

    assert [(i["number"], i["title"]) for i in items] == [
        (11, "Öppnande"),
        (12, "Lönekartläggning"),
        (13, "Avslut"),
    ]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Fem ja-röster (Alm, Ek, Dahl) och tre nej-röster (Ros, Ask).", (5, 3)),
        ("Vi röstade: sex för kansliets förslag, en för Vaggeryds.", (6, 1)),
        ("Det röstades, 4 för bifall och 2 för avslag.", (4, 2)),
    ],
)
def test_votes_are_counted_though_it_stands_who_voted(
    text: str, counted: tuple[int, int]
) -> None:
    votes = votes_in(piece_of(text))

    assert votes is not None
    assert (votes.votes_for, votes.votes_against) == counted


@pytest.mark.parametrize("text", ["Tre skäl talar för länk, två för buss.", "En för."])
def test_what_is_not_voted_on_is_no_vote(text: str) -> None:
    assert votes_in(piece_of(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Södra Bergslagens överförmyndarnämnd  PROTOKOLL",
            "Södra Bergslagens överförmyndarnämnd",
        ),
        ("Tretalens lönenämnd Kallelse", "Tretalens lönenämnd"),
        ("Styrgruppen Sida 1", "Styrgruppen"),
    ],
)
def test_a_joint_board_is_named_without_what_stands_beside_it(
    text: str, name: str
) -> None:
    body = body_in(piece_of(text))

    assert body is not None
    assert body.name == name


def test_a_labelled_number_may_be_small_and_stand_before_its_year() -> None:
    found = register_number_in(piece_of("Ärendenummer: SAM 3/2025"))

    assert found is not None
    assert found.text == "SAM 3/2025"


def test_a_heading_below_the_items_tells_of_the_next_meeting_and_who_verified() -> None:
    gathering = gathered(
        BEGINNING.replace("Protokoll", "# Protokoll")
        + "## 1. Buss\n\nInfo.\n\n## 2. Tåg\n\nInfo.\n\n## Nästa träff\n\n"
        "14 maj 2024, Bollnäs\n\nProtokollet justerades av Eva Alm den 9 mars 2024.\n"
    )

    to_come = next(m for m in gathering.of("meetings") if m["status"] == "planned")
    assert (to_come["held_on"], to_come["place"]) == (date(2024, 5, 14), "Bollnäs")
    assert held(gathering)["held_on"] == date(2024, 3, 5)
    assert [v["person"] for v in gathering.of("verifiers")] == ["eva-alm"]
    assert gathering.of("minutes")[0]["verified_on"] == date(2024, 3, 9)
    assert [i["text"] for i in gathering.of("agenda_items")] == ["Info.", "Info."]
