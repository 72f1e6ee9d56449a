"""The text with its words framed: nothing is lost, nothing else is framed."""

from hypothesis import given
from hypothesis import strategies as st

from radslag.records.models import ReadingFile
from radslag.services.readings.source_text import (
    LINES_AFTER,
    LINES_BEFORE,
    Frame,
    excerpt_of,
)

TEXTS = st.text(st.sampled_from("ab å\n\t§"), max_size=120)
SPANS = st.tuples(st.integers(0, 130), st.integers(0, 130), st.booleans())


def file(text: str, places: list[list[int | None]] | None = None) -> ReadingFile:
    return ReadingFile(name="a", text=text, places=places or [])


@given(text=TEXTS, spans=st.lists(SPANS, max_size=5))
def test_all_text_is_shown_whatever_is_framed(
    text: str, spans: list[tuple[int, int, bool]]
) -> None:
    frames = [Frame(*span) for span in spans]

    shown = excerpt_of(file(text), frames, is_whole=True)

    lines = ["".join(piece.text for piece in line.pieces) for line in shown.lines]
    assert "\n".join(lines) == text


@given(text=TEXTS, span=SPANS)
def test_exactly_the_words_are_framed(text: str, span: tuple[int, int, bool]) -> None:
    start, end, is_asked = span

    shown = excerpt_of(file(text), [Frame(start, end, is_asked)], is_whole=True)

    framed = "".join(
        piece.text for line in shown.lines for piece in line.pieces if piece.frame
    )
    assert framed == text[start:end].replace("\n", "")


def test_asked_words_are_seen_where_frames_lie_over_each_other() -> None:
    frames = [Frame(0, 9), Frame(4, 6, is_asked=True)]

    (line,) = excerpt_of(file("Norrsjöby"), frames).lines

    assert [(piece.text, piece.frame) for piece in line.pieces] == [
        ("Norr", "other"),
        ("sj", "asked"),
        ("öby", "other"),
    ]


def test_lines_and_pages_are_those_of_the_file() -> None:
    text = "ett\ntvå\ntre\nfyra"
    places: list[list[int | None]] = [[0, 1, 7], [8, 2, 1]]

    lines = excerpt_of(file(text, places), [], is_whole=True).lines

    assert [(line.number, line.page) for line in lines] == [
        (7, 1), (8, None), (1, 2), (2, None),
    ]  # fmt: skip


def test_long_text_is_cut_around_the_asked_words() -> None:
    text = "\n".join(f"rad {number}" for number in range(1000))
    start = text.index("rad 500")

    shown = excerpt_of(file(text), [Frame(start, start + 7, is_asked=True)])

    assert (shown.before, len(shown.lines)) == (
        500 - LINES_BEFORE,
        LINES_BEFORE + LINES_AFTER,
    )
    assert shown.before + len(shown.lines) + shown.after == 1000
    assert [line for line in shown.lines if line.is_first_framed]
