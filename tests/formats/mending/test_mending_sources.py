"""The real documents: the poorly read one is mended, and the others are left."""

import re
from pathlib import Path

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.mending import Mended, mend
from radslag.formats.mending.choosing import Chooser
from radslag.formats.mending.lexicon import Lexicon
from radslag.formats.mending.tokens import tokens
from radslag.formats.readers import Document, read_file
from tests.formats.mending.damaged_words import DAMAGED, OWN_WORDS

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"
WORD = re.compile(r"[^\W_]+")
ENOUGH = 0.9
MISREAD = {"Håninge": "Haninge", "Faninge": "Haninge"}

pytestmark = pytest.mark.sources


def document(name: str) -> Document:
    if not SOURCES.is_dir():
        pytest.skip("The documents are not beside the repository.")
    (path,) = SOURCES.glob(f"{name}*.txt")
    read = read_file(path).document
    assert read is not None
    return read


@pytest.fixture(scope="module")
def poor() -> Mended:
    return mend(document("001"), OWN_WORDS)


def test_nine_of_ten_damaged_words_are_mended(poor: Mended) -> None:
    found = {each.original: each.mended for each in poor.mendings}
    right = [word for word in DAMAGED if found.get(word) == DAMAGED[word]]

    assert len(right) >= ENOUGH * len(DAMAGED), set(DAMAGED) - set(right)


def test_no_word_is_mended_wrongly(poor: Mended) -> None:
    wrong = [
        each for each in poor.mendings if DAMAGED.get(each.original) != each.mended
    ]

    assert wrong == []


def test_what_is_certain_is_right(poor: Mended) -> None:
    sure = [each for each in poor.mendings if each.certainty is Certainty.CERTAIN]

    assert len(sure) > len(poor.mendings) / 3
    assert all(DAMAGED[each.original] == each.mended for each in sure)


def test_our_own_list_is_enough_for_nearly_as_much() -> None:
    chooser = Chooser(Lexicon(OWN_WORDS, is_large=False))
    chosen = {
        token.text: choice.text
        for token in tokens(document("001").whole_text())
        if (choice := chooser.choose(token, 0.97)) is not None
    }
    right = [word for word in DAMAGED if chosen.get(word) == DAMAGED[word]]

    assert len(right) >= 0.85 * len(DAMAGED), set(DAMAGED) - set(right)


@pytest.mark.parametrize("name", ["000", "003"])
def test_well_read_document_is_left(name: str) -> None:
    read = document(name)

    assert mend(read, OWN_WORDS).document is read


@pytest.mark.parametrize(("name", "misread"), [("002", "Håninge"), ("004", "Faninge")])
def test_only_a_misread_municipality_is_mended(name: str, misread: str) -> None:
    mended = mend(document(name), OWN_WORDS)

    assert {(each.original, each.mended) for each in mended.mendings} == {
        (misread, "Haninge")
    }


@pytest.mark.parametrize("name", ["000", "002", "003", "004"])
def test_well_read_words_stand_even_if_taken_for_damaged(name: str) -> None:
    """Whole words must stand by themselves, and not by the document being whole."""
    chooser = Chooser(Lexicon(OWN_WORDS))
    changed = {
        token.text: choice.text
        for token in tokens(document(name).whole_text())
        if (choice := chooser.choose(token, 0.1)) is not None
        and choice.text != token.text
        and choice.certainty is Certainty.CERTAIN
    }

    assert changed == {}
