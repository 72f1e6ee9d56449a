"""A line of a page goes on with the one before it, or begins something of its own."""

import pytest

from radslag.formats.readers.model import Box
from radslag.formats.readers.page_lines import PageLine
from radslag.formats.readers.page_pieces import Piece, add_line

RIGHT = 500.0


def put_together(*texts: str) -> list[str]:
    """Return the pieces of lines below each other that all reach the right edge."""
    pieces: list[Piece] = []
    for at, text in enumerate(texts):
        box = Box(60, 14.0 * at, RIGHT, 14.0 * at + 10)
        add_line(pieces, PageLine(text, box, 10, 1), at, RIGHT, {})
    return [piece.text for piece in pieces]


def test_a_line_with_no_room_left_goes_on() -> None:
    assert put_together("Kommunerna samverkar om", "Vätterns vatten.") == [
        "Kommunerna samverkar om Vätterns vatten."
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Laxå: Anna Ek (S), tjänstgörande ersättare för Bo Lind (S)",
            "Örebro: Eva Alm",
        ),
        ("Stora Mellösa: Anna Ek med flera", "Norra Vi: Bo Lind"),
    ],
)
def test_each_line_with_a_name_and_a_colon_is_one_of_a_list(
    lines: tuple[str, ...],
) -> None:
    assert put_together(*lines) == list(lines)


def test_a_colon_in_one_of_two_lines_parts_nothing() -> None:
    assert put_together("Beslut: kommunerna ska samråda med", "Laxå i frågan.") == [
        "Beslut: kommunerna ska samråda med Laxå i frågan."
    ]
