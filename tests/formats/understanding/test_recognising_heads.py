"""Short heads of documents of all kinds: what each is, and what it only speaks of.

They stand in `heads.txt`, each below its name and the kinds of its parts.
"""

import re
from pathlib import Path

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import source_of

WHOLE = Path(__file__).with_name("heads.txt").read_text("utf-8")
HEADS = re.findall(r"(?ms)^=== ([^:]+): ([^\n]+)\n+(.*?)(?=^===|\Z)", WHOLE)
FEWEST = 30


def test_all_heads_are_read_from_the_file() -> None:
    assert len(HEADS) == WHOLE.count("===")
    assert len(HEADS) >= FEWEST


@pytest.mark.parametrize(
    ("kinds", "text"), [head[1:] for head in HEADS], ids=[head[0] for head in HEADS]
)
def test_kind_is_told_from_how_a_document_is_built(kinds: str, text: str) -> None:
    parts = recognise(source_of(text))
    assert [part.kind for part in parts] == [DocumentKind(k) for k in kinds.split()]


def test_what_somebody_has_decided_is_no_proposal() -> None:
    """The headings of the proposal stay in the extract; what was said shows which."""
    head = (
        "PROTOKOLLSUTDRAG\tKs § 4\n\nVattenplan\n\nSammanfattning\n\nKommunerna "
        "samverkar.\n\n"
    )
    proposes = "Förslag till beslut på sammanträdet\n\n"
    decided = (
        "Eva Alm (C) yrkar avslag på planen.\n\nBeslutsgång\n\nOrdföranden ställer "
        "förslagen mot varandra.\n\nEva Alm (C) reserverar sig mot beslutet.\n"
    )

    (part,) = recognise(source_of(head + proposes + decided))

    assert part.kind is DocumentKind.MINUTES_EXTRACT
