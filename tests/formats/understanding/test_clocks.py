"""Clock times as documents write them: written in every way, and read back."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.clocks import clock_in
from tests.formats.understanding.reading_text import source_of

CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def piece_of(text):
    source = source_of(text)
    return Piece(source, 0, len(source.text))


def read(text):
    found = clock_in(piece_of(text))
    return found and (found.starts_at, found.ends_at)


@given(
    st.tuples(CLOCKS, CLOCKS).filter(lambda two: two[0] < two[1]),
    st.sampled_from([".", ":"]),
    st.sampled_from(["-", "–", " - ", " – ", " till "]),
    st.sampled_from(["", "kl ", "kl. ", "Kl.", "klockan "]),
)
def test_from_and_until_are_read_back(clocks, colon, dash, word):
    start, end = clocks
    written = (
        f"{word}{start.hour}{colon}{start:%M}{dash}{end:%H}{colon}{end.minute:02d}"
    )
    assert read(f"torsdag {written}, Salem") == (start, end)


@given(CLOCKS)
def test_a_beginning_alone_is_read_back(clock):
    assert read(f"kl {clock.hour}.{clock:%M}") == (clock, None)
    assert read(f"kl. {clock:%H%M}") == (clock, None)
    assert read(f"den 3 mars {clock:%H:%M}") == (clock, None)


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("kl 9-11.30", (time(9), time(11, 30))),
        ("kl. 13.00–ca 15.00", (time(13), time(15))),
        ("mellan kl 9 och 11", (time(9), time(11))),
        ("kl 9 och 13", (time(9), None)),
        ("kl. 12.00 (lunch)", (time(12), None)),
    ],
)
def test_clocks_read(text, clocks):
    assert read(text) == clocks


@pytest.mark.parametrize(
    "text",
    [
        "3.10 Budget",
        "13–15",
        "12.50 kr",
        "2026-01-22",
        "22.1.2026",
        "§ 12.30",
        "kl 15-13",
        "kl 25",
        "4,5",
    ],
)
def test_what_is_no_clock_is_not_read(text):
    assert read(text) is None
