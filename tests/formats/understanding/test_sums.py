"""Sums as documents write them: written in every way, and read back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sums import columns_in, sum_in, sums_in
from tests.formats.understanding.reading_text import source_of

KRONOR = st.integers(min_value=0, max_value=9_999_999_999)
SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])
UNITS = st.sampled_from([" kr", "kr", " kronor", " SEK", ":-", ",-", "\u00a0kr"])


def piece_of(text):
    source = source_of(text)
    return Piece(source, 0, len(source.text))


def amounts(text, unit=""):
    return [found.amount_sek for found in sums_in(piece_of(text), unit)]


@given(KRONOR, SPACES, UNITS)
def test_grouped_kronor_are_read_back(kronor, space, unit):
    written = f"{kronor:,}".replace(",", space) + unit
    (found,) = sums_in(piece_of(f"Möten {written}"))
    assert found.amount_sek == kronor
    assert found.certainty is Certainty.CERTAIN
    assert str(found.piece).split() == written.split()


@given(KRONOR, UNITS)
def test_solid_and_dotted_kronor_are_read_back(kronor, unit):
    dotted = f"{kronor:,}".replace(",", ".")
    assert amounts(f"Möten {kronor}{unit}") == [kronor]
    assert amounts(f"Möten {dotted}{unit}") == [kronor]


@given(st.integers(min_value=0, max_value=99_999_999))
def test_ore_are_read_back(ore):
    whole, rest = divmod(ore, 100)
    grouped = f"{whole:,}".replace(",", " ")
    assert amounts(f"Avgift {grouped},{rest:02d} kr") == [Decimal(ore) / 100]


@given(
    st.integers(min_value=0, max_value=99_999_999), st.sampled_from([" kr", " kronor"])
)
def test_ore_after_a_colon_are_read_back(ore, unit):
    whole, rest = divmod(ore, 100)
    grouped = f"{whole:,}".replace(",", " ")
    (found,) = sums_in(piece_of(f"Avgift {grouped}:{rest:02d}{unit}"))
    assert found.amount_sek == Decimal(ore) / 100
    assert found.certainty is Certainty.CERTAIN
    assert found.piece.text == f"{grouped}:{rest:02d}{unit}"


@given(st.integers(min_value=1, max_value=99_999))
def test_thousands_and_millions_are_read_back(thousands):
    grouped = f"{thousands:,}".replace(",", " ")
    million = f"{Decimal(thousands) / 1000:f}".replace(".", ",")
    assert amounts(f"Möten {grouped} tkr") == [thousands * 1_000]
    assert amounts(f"Möten {million} mnkr") == [thousands * 1_000]
    assert amounts(grouped, unit="tkr") == [thousands * 1_000]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_sign_at_the_number_makes_it_negative(kronor):
    grouped = f"{kronor:,}".replace(",", " ")
    for sign in ("-", "–", "−"):
        assert amounts(f"{sign}{grouped} kr") == [-kronor]
        cell = piece_of(f"Möten {sign} {grouped} kr").part(6, 99)
        assert [found.amount_sek for found in sums_in(cell)] == [-kronor]
        assert amounts(f"Möten {sign}{grouped} kr") == [-kronor]
        assert amounts(f"Möten {sign} {grouped} kr") == [kronor]


@given(st.lists(st.integers(1_000, 9_999_999), min_size=2, max_size=4))
def test_columns_of_equal_size_are_read_back(numbers):
    size = len(f"{numbers[0]:,}".split(","))
    same = [n for n in numbers if len(f"{n:,}".split(",")) == size]
    row = " ".join(f"{n:,}".replace(",", " ") for n in same)
    found = columns_in(piece_of(row), len(same))
    assert [each.amount_sek for each in found] in ([], same)
    assert all(each.certainty is not Certainty.CERTAIN for each in found)


@given(st.integers(1, 999), st.integers(0, 99), UNITS)
def test_a_broken_group_has_no_amount(first, rest, unit):
    """A slip of the pen, "500 00 kr", is never read as some other sum."""
    for broken in (f"{first:03d} {rest:02d}", f"1{first:03d} {first:03d}"):
        found = list(sums_in(piece_of(f"ca {broken}{unit}")))
        assert all(each.certainty is not Certainty.CERTAIN for each in found)
        assert not found or found[-1].amount_sek is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("6 2010", [6, 2010]),
        ("Avgift 2026 2 102 500 kr", [2026, 2_102_500]),
        ("100 000 kr 50 000 kr", [100_000, 50_000]),
        ("2 012 800 2 102 500", [2_012_800, 2_102_500]),
        ("SEK 500 000", [500_000]),
        ("4 kr per invånare", [4]),
        ("3,50 kr per invånare", [Decimal("3.5")]),
        ("1,5 miljoner kronor", [1_500_000]),
        ("2 milj. kr", [2_000_000]),
        ("300 tusen kronor", [300_000]),
        ("1 400 000 kr*", [1_400_000]),
        ("1,400,000 kr", [1_400_000]),
    ],
)
def test_sums_read(text, read):
    assert amounts(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "den 2026-01-22 kl 13.00-15.00",
        "22/1",
        "100 % av en tjänst",
        "10 procent",
        "E4:an",
        "SUP2040",
        "kl. 9:30, se sidan",
        "100-200 tkr",
        "den 3:e",
    ],
)
def test_what_is_no_sum_is_not_read(text):
    assert amounts(text) == []


@pytest.mark.parametrize("text", ["500 00 kr", "1.400 mnkr", "100 000 120 000", "0500"])
def test_what_can_be_read_in_two_ways_has_no_amount(text):
    (found,) = sums_in(piece_of(text))
    assert found.amount_sek is None
    assert found.certainty is Certainty.DOUBTFUL
    assert found.reason.endswith(".")


@pytest.mark.parametrize("word", ["ca", "cirka", "ca.", "c:a", "drygt", "högst", "~"])
def test_about_makes_a_sum_approximate(word):
    found = sum_in(piece_of(f"Möten {word} 70 000 kr"))
    assert found.amount_sek == 70_000
    assert found.is_approximate


def test_the_last_sum_with_a_unit_is_the_sum_of_a_line():
    found = sum_in(piece_of("2 möten 30 000 kr 2026"))
    assert found.amount_sek == 30_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("209 592:50", [Decimal("209592.50")]),
        ("1 209 592:50", [Decimal("1209592.50")]),
        ("kl. 14:30", []),
        ("SFS 2017:725", []),
        ("AFS 123:45", []),
    ],
)
def test_ore_after_thousands_need_no_unit(text, found):
    assert amounts(text, "kr") == found
