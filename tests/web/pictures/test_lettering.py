"""Texts fit where they are drawn, whatever their letters."""

from hypothesis import given
from hypothesis import strategies as st

from radslag.web.pictures.lettering import ELLIPSIS, shortened, width_of, wrapped

TEXTS = st.text(st.sampled_from("aiåmWÖ-. \n😀漢é\u0301"), max_size=80)
WIDTHS = st.integers(40, 200)


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_room(text, width):
    lines = wrapped(text, width, 15)

    assert [line for line in lines if width_of(line, 15) > width] == []


@given(TEXTS)
def test_no_letter_is_lost_where_there_is_room(text):
    assert " ".join(wrapped(text, 10_000, 15)) == " ".join(text.split())


@given(TEXTS, WIDTHS, st.integers(1, 3))
def test_no_more_lines_than_asked_for(text, width, most):
    lines = wrapped(text, width, 15, most)

    assert len(lines) <= most
    assert all(width_of(line, 15) <= width for line in lines)


def test_words_stay_whole_where_they_can():
    assert wrapped("Robust teknisk försörjning", 110, 15) == [
        "Robust teknisk",
        "försörjning",
    ]


def test_what_is_left_out_is_marked():
    assert wrapped("en två tre fyra fem", 60, 15, 1)[0].endswith(ELLIPSIS)
    assert shortened("en", 60, 15) == "en"


def test_wider_letters_take_more_room():
    assert width_of("WWW", 10) > width_of("nnn", 10) > width_of("iii", 10)
    assert width_of("漢", 10) > width_of("a", 10)
    assert width_of("", 10) == 0
