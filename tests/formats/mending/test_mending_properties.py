"""What holds of mending whatever the text is."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from radslag.formats.mending import Mended, mend
from radslag.formats.readers.model import Document, Span, Table
from tests.formats.mending.damaged_words import DAMAGED, OWN_WORDS
from tests.formats.mending.drafting import paragraphs, with_table

PLAIN = [
    "det",
    "och",
    "2019",
    "§ 7",
    "KS 12/3",
    "den 1 mars",
    "Faninge",
    "4 kr",
    "Ek",
    "\t",
]
WORDS = st.sampled_from([*DAMAGED, *DAMAGED.values(), *PLAIN])
ODD = st.text("aåäoödié6 .,-1Sfrst", max_size=12)
TEXTS = st.lists(WORDS | ODD, max_size=14).map(" ".join)
NUMBER = re.compile(r"(?<![^\W\d_])\d+(?![^\W\d_])")


def mended_of(document: Document) -> Mended:
    return mend(document, OWN_WORDS)


@given(st.lists(TEXTS, max_size=4))
@settings(deadline=None)
def test_mending_twice_is_mending_once(texts: list[str]) -> None:
    once = mended_of(paragraphs(*texts)).document

    assert mended_of(once).document.whole_text() == once.whole_text()


@given(st.lists(TEXTS, max_size=4))
@settings(deadline=None)
def test_numbers_stand_as_they_were_read(texts: list[str]) -> None:
    document = paragraphs(*texts)

    after = mended_of(document).document.whole_text()

    assert NUMBER.findall(after) == NUMBER.findall(document.whole_text())


@given(TEXTS, st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=3))
@settings(deadline=None)
def test_blocks_rows_and_cells_are_the_same_and_know_their_places(
    text: str, rows: list[list[str]]
) -> None:
    document = with_table(text, rows)

    after = mended_of(document).document

    assert list(map(shape, after.blocks)) == list(map(shape, document.blocks))
    for block in after.blocks:
        assert after.words_at(block.place.span) == block.text


def shape(block: object) -> object:
    rows = block.rows if isinstance(block, Table) else ()
    return type(block), [len(row) for row in rows]


@given(st.lists(TEXTS, min_size=1, max_size=3), st.data())
@settings(deadline=None)
def test_spans_lead_back_and_forth(texts: list[str], data: st.DataObject) -> None:
    document = paragraphs(*texts)
    mended = mended_of(document)
    length = len(mended.document.whole_text())
    start = data.draw(st.integers(0, length))
    span = Span(start, data.draw(st.integers(min(start + 1, length), length)))

    back = mended.original_span(span)
    forth = mended.course.forth(back)

    assert 0 <= back.start <= back.end <= len(document.whole_text())
    assert span.start == span.end or forth.start <= span.start < span.end <= forth.end


@given(st.lists(TEXTS, max_size=3))
@settings(deadline=None)
def test_every_change_is_told_and_nothing_else_is_changed(texts: list[str]) -> None:
    document = paragraphs(*texts)
    mended = mended_of(document)
    text, reached, pieces = document.whole_text(), 0, []
    for each in mended.mendings:
        assert document.words_at(each.span) == each.original != each.mended
        pieces += [text[reached : each.span.start], each.mended]
        reached = each.span.end

    assert "".join([*pieces, text[reached:]]) == mended.document.whole_text()
