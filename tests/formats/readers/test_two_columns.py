"""A brochure in two columns: paragraphs are whole, in the order they are read."""

import re
from itertools import cycle, islice, product

import pytest

from radslag.formats.readers.dispatch import read_here
from radslag.formats.readers.model import Box, Heading
from radslag.formats.readers.page_lines import PageLine, in_order
from tests.formats.understanding.made_documents import as_pdf
from tools import chromium

WORDS = [
    "kommunerna",
    "samverkar",
    "om",
    "vatten",
    "bostäder",
    "och",
    "kollektivtrafik",
    "så",
    "att",
    "regionen",
    "växer",
    "med",
    "god",
    "miljö",
    "för",
    "alla",
    "som",
    "bor",
    "här",
    "nu",
    "och",
    "i",
    "framtiden",
    "skolan",
    "näringslivet",
    "kultur",
    "möter",
    "behov",
    "av",
    "kompetens",
    "på",
    "landsbygden",
    "längs",
    "kusten",
]


def sentence(number: int, length: int) -> str:
    """Return words that no other number gives in the same order."""
    words = islice(cycle(WORDS), number * 5 % len(WORDS), None)
    return " ".join(["Vidare", f"{number}", *islice(words, length)]) + "."


def paragraph(number: int) -> str:
    return " ".join(sentence(number * 7 + at, 9 + (number + at) % 9) for at in range(6))


def brochure() -> str:
    return "".join(
        f"<h2>Målområde {number}</h2><p>{paragraph(number)}</p>"
        f"<p>{paragraph(number + 40)}</p>"
        for number in range(1, 9)
    )


@pytest.mark.skipif(chromium.find() is None, reason=f"no browser. {chromium.HOW}")
def test_every_paragraph_of_two_columns_is_whole_and_in_order() -> None:
    style = "<style>div{column-count:2;column-gap:10mm}p{break-inside:avoid}</style>"
    written = f"<h1>Program</h1><div>{brochure()}</div>"

    document = read_here(as_pdf(style + written), "").document

    assert document is not None
    assert document.is_complete
    expected = re.findall(r"<(?:h[12]|p)>(.*?)</", written)
    assert [block.text for block in document.blocks] == expected
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert len(headings) == 9


@pytest.mark.skipif(chromium.find() is None, reason=f"no browser. {chromium.HOW}")
def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    style = "<style>div{column-count:2;column-gap:10mm}</style>"
    # No line is like another, so that none is taken for a page's head or foot.
    ends = ("".join(each) for each in product("bdfgklmnprst", repeat=3))
    words = [word + end for word, end in zip(cycle(WORDS), ends, strict=False)]
    long = f"Vidare {' '.join(words)}."

    document = read_here(as_pdf(f"{style}<h1>Program</h1><div><p>{long}</div>"), "")

    assert document.document is not None
    assert len({page.number for page in document.document.pages}) > 1
    assert [block.text for block in document.document.blocks] == ["Program", long]


def line(text: str, left: float, right: float, top: float) -> PageLine:
    return PageLine(text, Box(left, top, right, top + 10), 10, 1)


def test_lines_over_the_whole_page_have_no_column() -> None:
    lines = [line("x" * 70, 60, 530 - at % 3, 20 * at) for at in range(30)]

    assert {each.edge for each in in_order(lines)} == {0}


def test_short_words_beside_sums_are_no_columns_of_text() -> None:
    names = [line("Möten", 60, 120, 20 * at) for at in range(20)]
    sums = [line("12 000", 400, 450, 20 * at + 400) for at in range(20)]

    assert {each.edge for each in in_order(names + sums)} == {0}


def test_a_left_column_goes_as_far_as_its_lines() -> None:
    left = [line("x" * 40, 60, 280 - at % 4, 20 * at) for at in range(20)]
    right = [line("x" * 40, 310, 530, 20 * at) for at in range(20)]

    found = in_order(left + right)

    assert [each.edge for each in found] == [*[280] * 20, *[0] * 20]
