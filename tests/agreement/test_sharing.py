"""Sharing: parts add up, nobody is wronged, and order never matters."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.parties import (
    UNITS_SEK,
    NegativePopulation,
    NobodyToShareWith,
    Party,
    SharesDoNotFit,
    SumTooFine,
    names_of,
    rounded,
    share_by_fixed_shares,
    share_by_population,
    share_by_weight,
    share_equally,
)
from tests.agreement.cases import PARTIES, A, B, C, populations

ROUNDINGS = st.sampled_from(["ore", "krona"])
UNITS = st.one_of(st.integers(0, 20), st.integers(0, 10**9))


@given(units=UNITS, residents=populations(), rounded_to=ROUNDINGS)
def test_sharing_adds_up_to_the_sum(units, residents, rounded_to) -> None:
    total_sek = units * UNITS_SEK[rounded_to]

    parts = share_by_population(total_sek, residents, rounded_to=rounded_to)

    assert sum(parts.values()) == total_sek
    assert parts.keys() == residents.keys()


@given(units=UNITS, residents=populations(), rounded_to=ROUNDINGS)
def test_sharing_stays_within_one_unit_of_exact(units, residents, rounded_to) -> None:
    unit_sek = UNITS_SEK[rounded_to]
    everyone = sum(residents.values())

    parts = share_by_population(units * unit_sek, residents, rounded_to=rounded_to)

    for party, part in parts.items():
        exact = Fraction(units * residents[party], everyone)
        assert part >= 0
        assert abs(Fraction(part / unit_sek) - exact) < 1


@given(units=UNITS, residents=populations())
def test_larger_population_never_pays_less(units, residents) -> None:
    parts = share_by_population(Decimal(units), residents, rounded_to="krona")

    for one in parts:
        for other in parts:
            if residents[one] > residents[other]:
                assert parts[one] >= parts[other]


@given(units=UNITS, residents=populations(), rounded_to=ROUNDINGS, shuffle=st.randoms())
def test_order_of_facts_does_not_matter(units, residents, rounded_to, shuffle) -> None:
    shuffled = list(residents.items())
    shuffle.shuffle(shuffled)
    total_sek = units * UNITS_SEK[rounded_to]

    parts = share_by_population(total_sek, residents, rounded_to=rounded_to)
    again = share_by_population(total_sek, dict(shuffled), rounded_to=rounded_to)

    assert list(parts.items()) == list(again.items())


@given(units=st.integers(0, 30), parties=st.sets(st.sampled_from(PARTIES), min_size=1))
def test_ties_are_settled_by_municipality_code(units, parties) -> None:
    parts = share_equally(Decimal(units), parties, rounded_to="krona")

    least, more = divmod(units, len(parties))
    assert list(parts.values()) == [
        Decimal(least + (place < more)) for place in range(len(parties))
    ]
    assert list(parts) == sorted(parties)


def test_largest_remainder_goes_before_code() -> None:
    parts = share_by_population(Decimal(10), {A: 1, B: 2}, rounded_to="krona")

    assert parts == {A: Decimal(3), B: Decimal(7)}


def test_those_without_residents_pay_nothing() -> None:
    assert share_by_population(Decimal(1), {A: 0, B: 3}) == {
        A: Decimal(0),
        B: Decimal(1),
    }


@pytest.mark.parametrize("residents", [{}, {A: 0}, {A: 0, B: 0}])
def test_nobody_to_share_with_is_refused(residents) -> None:
    with pytest.raises(NobodyToShareWith, match="ingen kommun"):
        share_by_population(Decimal(10), residents)


def test_negative_population_is_refused_by_name() -> None:
    with pytest.raises(NegativePopulation, match="för Boda"):
        share_by_population(Decimal(10), {A: 5, B: -1})


@pytest.mark.parametrize(
    ("total", "rounded_to"), [("-1", "ore"), ("0.001", "ore"), ("10.50", "krona")]
)
def test_sum_that_cannot_be_shared_whole_is_refused(total, rounded_to) -> None:
    with pytest.raises(SumTooFine, match="går inte att dela"):
        share_by_weight(Decimal(total), {A: 1}, rounded_to=rounded_to)


def test_fixed_shares_give_what_was_agreed() -> None:
    agreed = {"alby": Fraction(1, 2), "boda": Fraction(1, 3), "ceda": Fraction(1, 6)}

    parts = share_by_fixed_shares(Decimal(100), agreed, [C, B, A])

    assert parts == {A: Decimal(50), B: Decimal("33.33"), C: Decimal("16.67")}


@pytest.mark.parametrize("parties", [[A], [A, B, C]])
def test_fixed_shares_for_others_are_refused(parties) -> None:
    agreed = {"alby": Fraction(1, 2), "boda": Fraction(1, 2)}

    with pytest.raises(SharesDoNotFit, match=r"stämmer inte för (boda|ceda)"):
        share_by_fixed_shares(Decimal(100), agreed, parties)


@given(
    st.fractions(0, 10**6) | st.integers(0, 1000).map(lambda n: Fraction(n, 200)),
    ROUNDINGS,
)
def test_rounding_is_to_the_nearest_unit(amount, rounded_to) -> None:
    unit = Fraction(UNITS_SEK[rounded_to])

    error = Fraction(rounded(amount, rounded_to)) - amount

    assert -unit / 2 < error <= unit / 2


def test_parties_are_known_by_their_code() -> None:
    assert Party("0001", "alby", "Alby") == Party("0001", "alby", "Alby stad")
    assert names_of([C, A]) == "Alby och Ceda"
