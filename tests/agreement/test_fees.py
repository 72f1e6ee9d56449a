"""Fees: four rules, each with its reasons; what is missing is named."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.fees import (
    MissingPopulation,
    NoFeeBefore,
    fee_per_resident,
    fee_with_base,
    fees,
    indexed_fee,
    total_fee,
)
from radslag.agreement.parties import NegativePopulation, NobodyToShareWith, Party
from tests.agreement.cases import (
    RESIDENTS,
    A,
    B,
    examples,
    plain,
    populations,
    term,
)

Y2024, Y2025 = date(2024, 12, 31), date(2025, 12, 31)
INDEXED = {
    "rule": "indexed",
    "first_year": 2010,
    "first_total_sek": "1000",
    "first_population_on": "2009-12-31",
}


def at_rate(rate="4", **more):
    return term("fee", "§ 8", rule="per_resident", rate_sek=rate, **more)


@pytest.mark.parametrize("case", examples("fees"), ids=lambda case: case["exempel"])
def test_fee_examples(case) -> None:
    parties = {
        row["kod"]: Party(row["kod"], row["namn"], row["namn"])
        for row in case["kommuner"]
    }

    charges = fees(
        year=case["år"],
        term=term("fee", **case["regel"]),
        parties=parties.values(),
        population={parties[row["kod"]]: row["invånare"] for row in case["kommuner"]},
    )

    assert charges.amounts_sek == {
        parties[row["kod"]]: Decimal(row["betalar"]) for row in case["kommuner"]
    }
    assert charges.total_sek == Decimal(case["tillsammans"])
    assert charges.missing == ()


def test_fee_per_resident_answers_why() -> None:
    agreed = at_rate()

    (charge,) = fees(
        year=2020, term=agreed, parties=[A], population={A: {date(2019, 12, 31): 92095}}
    ).charges

    assert [plain(step.sentence) for step in charge.reasons] == [
        "Avgiften är 4 kr per invånare och år enligt § 8.",
        "Alby hade 92 095 invånare den 31 december 2019.",
        "92 095 invånare × 4 kr = 368 380 kr",
    ]
    assert charge.reasons[0].paragraph == "§ 8"
    assert charge.reasons[1].residents == 92095
    assert charge.reasons[1].counted_on == date(2019, 12, 31)
    assert "\N{NO-BREAK SPACE}" in charge.reasons[2].sentence


@given(RESIDENTS, RESIDENTS, st.decimals(0, 100, places=3))
def test_more_residents_never_pay_less(one, other, rate) -> None:
    value = at_rate(str(rate)).value

    fewer, more = sorted((one, other))

    assert 0 <= fee_per_resident(fewer, value) <= fee_per_resident(more, value)


@given(RESIDENTS, st.decimals(0, 100, places=4))
def test_fee_per_resident_is_within_half_an_ore_of_exact(residents, rate) -> None:
    fee_sek = fee_per_resident(residents, at_rate(str(rate)).value)

    assert abs(Fraction(fee_sek) - residents * Fraction(rate)) <= Fraction(1, 200)
    assert fee_sek == fee_sek.quantize(Decimal("0.01"))


def with_base(base="75000", rate="9", **more):
    value = {"rule": "base_and_rate", "base_sek": base, "rate_sek": rate}
    return term("fee", "§ 8", **value, **more)


def test_fee_with_base_answers_why() -> None:
    (charge,) = fees(
        year=2025, term=with_base(), parties=[A], population={A: {Y2024: 21000}}
    ).charges

    assert charge.amount_sek == 264_000
    assert [plain(step.sentence) for step in charge.reasons] == [
        "Avgiften är 75 000 kr för varje kommun och 9 kr per invånare och år enligt "
        "§ 8.",
        "Alby hade 21 000 invånare den 31 december 2024.",
        "75 000 kr + 21 000 invånare × 9 kr = 264 000 kr",
    ]


@given(RESIDENTS, RESIDENTS, st.integers(0, 10**9), st.decimals(0, 100, places=3))
def test_more_residents_never_pay_less_and_all_pay_the_base(
    one, other, ore, rate
) -> None:
    base_sek = Decimal(ore) / 100
    value = with_base(f"{base_sek:.2f}", str(rate)).value

    fewer, more = sorted((one, other))

    assert base_sek <= fee_with_base(fewer, value) <= fee_with_base(more, value)
    assert fee_with_base(0, value) == base_sek


@given(RESIDENTS, st.integers(0, 10**9), st.decimals(0, 100, places=4))
def test_fee_with_base_is_the_base_and_the_fee_per_resident(
    residents, ore, rate
) -> None:
    base_sek = Decimal(ore) / 100
    value = with_base(f"{base_sek:.2f}", str(rate)).value

    own_sek = fee_per_resident(residents, at_rate(str(rate)).value)

    assert fee_with_base(residents, value) == base_sek + own_sek


def test_fee_with_base_names_the_missing_and_refuses_what_cannot_be() -> None:
    charges = fees(
        year=2026, term=with_base(), parties=[A, B], population={A: {Y2025: 1}, B: {}}
    )
    assert charges.missing == (MissingPopulation(B, Y2025),)
    assert charges.total_sek is None
    with pytest.raises(NegativePopulation):
        fee_with_base(-1, with_base().value)


def test_missing_population_is_named_and_never_zero() -> None:
    charges = fees(
        year=2026, term=at_rate(), parties=[B, A], population={A: {Y2025: 10}, B: {}}
    )

    assert charges.amounts_sek == {A: Decimal(40)}
    assert charges.missing == (MissingPopulation(B, Y2025),)
    assert charges.total_sek is None


def test_population_of_another_day_is_not_used() -> None:
    charges = fees(year=2026, term=at_rate(), parties=[A], population={A: {Y2024: 10}})

    assert (charges.charges, charges.missing) == ((), (MissingPopulation(A, Y2025),))


def test_negative_population_is_refused() -> None:
    with pytest.raises(NegativePopulation, match="Alby"):
        fees(year=2026, term=at_rate(), parties=[A], population={A: {Y2025: -1}})
    with pytest.raises(NegativePopulation):
        fee_per_resident(-1, at_rate().value)


def test_no_residents_is_a_fact_and_no_missing() -> None:
    charges = fees(year=2026, term=at_rate(), parties=[A], population={A: {Y2025: 0}})

    assert (charges.total_sek, charges.missing) == (Decimal(0), ())


def test_total_fee_comes_from_everybodys_residents() -> None:
    charge = total_fee(2026, 525625, at_rate())

    assert charge.amount_sek == Decimal(2102500)
    assert [plain(step.sentence) for step in charge.reasons[1:]] == [
        "Kommunerna tillsammans hade 525 625 invånare den 31 december 2025.",
        "525 625 invånare × 4 kr = 2 102 500 kr",
    ]


@given(RESIDENTS, st.integers(1, 10**6), st.integers(0, 10**9))
def test_indexed_fee_is_within_half_an_ore_of_exact(after, before, ore) -> None:
    previous_sek = Decimal(ore) / 100

    fee_sek = indexed_fee(
        previous_sek, residents=after, residents_before=before, rounded_to="ore"
    )

    exact = Fraction(previous_sek) * after / before
    assert abs(Fraction(fee_sek) - exact) <= Fraction(1, 200)
    assert fee_sek >= 0


@given(st.integers(1, 10**6), st.integers(0, 10**9))
def test_indexed_fee_stands_still_with_its_population(residents, ore) -> None:
    previous_sek = Decimal(ore) / 100

    assert previous_sek == indexed_fee(
        previous_sek, residents=residents, residents_before=residents, rounded_to="ore"
    )


@pytest.mark.parametrize(
    ("residents", "before", "refusal"),
    [
        (5, 0, NobodyToShareWith),
        (-1, 5, NegativePopulation),
        (5, -1, NegativePopulation),
    ],
)
def test_indexed_fee_refuses_what_cannot_be(residents, before, refusal) -> None:
    with pytest.raises(refusal):
        indexed_fee(
            Decimal(1), residents=residents, residents_before=before, rounded_to="ore"
        )


def test_indexed_fee_answers_why() -> None:
    charges = fees(
        year=2026,
        term=term("fee", "§ 8", **INDEXED),
        parties=[A],
        population={A: {Y2024: 1000, Y2025: 1100}},
        previous_sek={A: Decimal("123.45")},
    )

    assert [plain(step.sentence) for step in charges.charges[0].reasons] == [
        "Avgiften för 2025, 123,45 kr, räknas om som kommunens eget invånarantal har "
        "ändrats enligt § 8.",
        "Alby hade 1 000 invånare den 31 december 2024.",
        "Alby hade 1 100 invånare den 31 december 2025.",
        "123,45 kr × 1 100 / 1 000 = 135,80 kr",
    ]


def test_indexed_fee_first_year_answers_why() -> None:
    day = date(2009, 12, 31)

    charges = fees(
        year=2010,
        term=term("fee", "§ 8", **INDEXED),
        parties=[A, B],
        population={A: {day: 3}, B: {day: 1}},
    )

    assert [plain(step.sentence) for step in charges.charges[0].reasons] == [
        "Den första avgiften, för 2010, var tillsammans 1 000 kr enligt § 8.",
        "Alby hade 3 invånare den 31 december 2009.",
        "1 000 kr × 3 invånare av 4 invånare = 750 kr",
    ]


def indexed_population(*counts):
    return {date(2009 + n, 12, 31): count for n, count in enumerate(counts)}


def test_indexed_fee_without_first_shares_names_what_is_missing() -> None:
    charges = fees(
        year=2011,
        term=term("fee", **INDEXED),
        parties=[A, B],
        population={A: indexed_population(5, 5), B: {date(2010, 12, 31): 5}},
    )

    assert charges.charges == ()
    assert charges.missing == (MissingPopulation(B, date(2009, 12, 31)),)


def test_indexed_fee_missing_on_the_way_leaves_the_others_known() -> None:
    population = {A: indexed_population(5, 5, 10), B: indexed_population(5, 5)}

    charges = fees(
        year=2012, term=term("fee", **INDEXED), parties=[A, B], population=population
    )

    assert charges.amounts_sek == {A: Decimal(1000)}
    assert charges.missing == (MissingPopulation(B, date(2011, 12, 31)),)


def test_indexed_fee_remembers_what_was_missing_on_the_way() -> None:
    with_gap = indexed_population(5, 5, 5, 5, 5)
    del with_gap[date(2011, 12, 31)]

    charges = fees(
        year=2014, term=term("fee", **INDEXED), parties=[A], population={A: with_gap}
    )

    assert charges.charges == ()
    assert charges.missing == (MissingPopulation(A, date(2011, 12, 31)),)


def test_indexed_fee_remembers_who_shared_the_first_year() -> None:
    population = {A: indexed_population(5, 5), B: indexed_population(15, 15)}
    indexed = term("fee", **INDEXED)

    for year in (2010, 2011):
        charges = fees(
            year=year,
            term=indexed,
            parties=[A],
            population=population,
            first_parties=[A, B],
        )

        assert charges.amounts_sek == {A: Decimal(250)}


def test_indexed_fee_needs_a_year_before() -> None:
    indexed = term("fee", **INDEXED)

    with pytest.raises(NoFeeBefore, match="finns inte för 2009"):
        fees(year=2009, term=indexed, parties=[A], population={})
    with pytest.raises(NoFeeBefore, match="Boda hade ingen avgift 2010"):
        fees(
            year=2011,
            term=indexed,
            parties=[B],
            population={B: indexed_population(5, 5)},
            previous_sek={},
        )


@given(populations(), st.integers(0, 1000))
def test_shared_total_adds_up_and_is_stable(residents, kronor) -> None:
    agreed = term("fee", rule="shared_total", total_sek=kronor, shared_by="population")
    population = {party: {Y2025: count} for party, count in residents.items()}

    charges = fees(year=2026, term=agreed, parties=residents, population=population)

    assert charges.total_sek == kronor


def test_shared_total_with_one_missing_leaves_all_open() -> None:
    agreed = term("fee", rule="shared_total", total_sek="9", shared_by="population")

    charges = fees(year=2026, term=agreed, parties=[A, B], population={A: {Y2025: 1}})

    assert (charges.charges, charges.missing) == ((), (MissingPopulation(B, Y2025),))


def test_shared_total_by_fixed_shares_answers_why() -> None:
    shares = {"alby": "1/3", "boda": "2/3"}
    value = {"total_sek": "9", "shared_by": "fixed_shares", "shares": shares}
    agreed = term("fee", "§ 6", rule="shared_total", **value)

    charges = fees(year=2026, term=agreed, parties=[A, B], population={})

    assert [plain(step.sentence) for step in charges.charges[1].reasons] == [
        "Avgifterna är tillsammans 9 kr per år enligt § 6.",
        "9 kr × 2/3 = 6 kr",
    ]


def test_source_of_the_rule_is_named() -> None:
    agreed = at_rate().__class__(
        "fee", at_rate().value, date(2017, 2, 2), source="beslut 2017-02-02"
    )

    charge = total_fee(2026, 1, agreed)

    assert plain(charge.reasons[0].sentence) == (
        "Avgiften är 4 kr per invånare och år (beslut 2017-02-02)."
    )
