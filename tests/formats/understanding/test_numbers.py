"""Numbers and shares in words and in figures, and sentences."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.numbers import (
    number_of,
    number_pattern,
    share_in,
)
from radslag.formats.understanding.wording.sentences import sentences_of
from tests.formats.understanding.reading_text import source_of


def piece_of(text: str) -> Piece:
    source = source_of(text)
    return Piece(source, 0, len(source.text))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("en", 1),
        ("ett", 1),
        ("tolv", 12),
        ("aderton", 18),
        ("tjugotvå", 22),
        ("nittionio", 99),
        ("hundra", 100),
        ("tolv (12)", 12),
        ("tolv (13)", None),
        ("många", None),
    ],
)
def test_number_words_are_numbers(words: str, number: int | None) -> None:
    assert number_of(words) == number


@given(st.integers(min_value=1, max_value=999))
def test_figures_are_found_as_written(number: int) -> None:
    match = re.search(number_pattern(), f"minst {number} ledamöter")
    assert match is not None
    assert number_of(match[0]) == number


@given(st.integers(min_value=1, max_value=12), st.integers(min_value=1, max_value=12))
def test_shares_are_found_as_written(over: int, under: int) -> None:
    found = share_in(piece_of(f"minst {over}/{under} av ledamöterna"))
    expected = Fraction(over, under)
    assert (found.share if found else None) == (expected if expected <= 1 else None)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("mer än hälften", Fraction(1, 2)),
        ("två tredjedelar", Fraction(2, 3)),
        ("tre fjärdedelars majoritet", Fraction(3, 4)),
        ("en femtedel", Fraction(1, 5)),
        ("75 procent", Fraction(3, 4)),
        ("60 %", Fraction(3, 5)),
        ("den 1/3 2024", None),
        ("150 procent", None),
        ("alla ledamöter", None),
    ],
)
def test_shares_are_read_in_words(text: str, share: Fraction | None) -> None:
    found = share_in(piece_of(text))
    assert (found.share if found else None) == share


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ett möte hålls. Nästa hålls senare.", 2),
        ("Avtalet gäller fr.o.m. Den dagen räknas inte.", 1),
        ("Ca. 6 möten hålls, t.ex. Mora. Det räcker.", 2),
        ("Bl.a. Mora deltar, m.fl. kommuner.", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_they_do(text: str, count: int) -> None:
    assert len(list(sentences_of(piece_of(text)))) == count
