"""Words: the same text gives the same words, and nothing but letters and figures."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from radslag.services.search.words import (
    FUNCTION_WORDS,
    LONGEST_WORD,
    asked_words,
    pieces,
    stem,
    stems_of,
    words_of,
)


@pytest.mark.parametrize(
    "forms",
    [
        ("kommun", "kommunen", "kommuner", "kommunernas"),
        ("avgift", "avgiften", "avgifter", "avgifterna"),
        ("elförsörjning", "elförsörjningen"),
        ("mål", "målen", "målet"),
        ("nätverk", "nätverken", "nätverket", "nätverkets"),
        ("program", "programmet", "programmen"),
        ("ärend", "ärende", "ärendet", "ärenden"),
        ("kansli", "kansliet", "kansliets"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms):
    assert stems_of(forms) == [forms[0]]


@pytest.mark.parametrize(
    ("one", "other"), [("mål", "mal"), ("hålla", "hälla"), ("ör", "or"), ("får", "far")]
)
def test_swedish_letters_are_letters_of_their_own(one, other):
    assert stem(one) != stem(other)


def test_letters_written_in_two_parts_are_the_same_word():
    assert words_of("ma\u030al") == words_of("mål") == ["mål"]


@pytest.mark.parametrize(
    "written", ["2022-10-28", "28 oktober 2022", "28\u00a0oktober\u00a02022"]
)
def test_a_day_is_one_word_however_it_is_written(written):
    assert asked_words(f"den {written}") == ["den", "20221028"]
    assert "20221028" in words_of(f"Möte {written}.")


@pytest.mark.parametrize("written", ["§ 8", "§8", "§§ 8", "paragraf 8", "Paragrafen 8"])
def test_a_paragraph_is_one_word_with_its_number(written):
    assert asked_words(written) == ["paragraf8"]
    assert words_of(written)[-2:] == ["8", "paragraf8"]


@given(some.text())
def test_words_are_letters_and_figures_only(text):
    for word in [*words_of(text), *asked_words(text)]:
        assert word.isalnum()
        assert 0 < len(word) <= LONGEST_WORD


@given(some.text())
def test_pieces_make_the_text_again(text):
    joined = "".join(piece for piece, _ in pieces(text))

    assert joined == unicodedata.normalize("NFC", text)


@given(some.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=30))
def test_a_stem_begins_its_word(word):
    # Parts of words are looked for by their stems, which is right only because of this.
    assert word.startswith(stem(word))
    assert stem(word)


def test_function_words_are_words():
    assert {word for word in FUNCTION_WORDS if words_of(word) != [word]} == set()
