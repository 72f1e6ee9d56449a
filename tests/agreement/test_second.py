"""A second, invented cooperation: the same rules give its own answers."""

from datetime import date
from decimal import Decimal

from radslag.agreement.fees import due_on, fees, special_project_shares
from radslag.agreement.meetings import (
    Stances,
    decision_stands,
    fewest_meetings,
    is_quorate,
    may_decide_remotely,
    must_be_called_by,
)
from radslag.agreement.parties import Party, has_refund, withdrawal
from radslag.agreement.terms import Term, Terms, read_term
from tests.agreement.cases import examples

FILE = examples("second")
ANSWERS = FILE["svar"]
PARTIES = [Party(row["kod"], row["nyckel"], row["namn"]) for row in FILE["kommuner"]]
TERMS = Terms.of(
    Term(
        row["slag"],
        read_term(row["slag"], row["värde"]),
        row["gäller_från"],
        paragraph=row["paragraf"],
    )
    for row in FILE["villkor"]
)
TODAY = date(2026, 1, 1)


def in_force(kind):
    return TERMS.in_force(kind, TODAY)


def amounts(charges):
    return {party.key: amount for party, amount in charges.amounts_sek.items()}


def expected(key):
    return {party: Decimal(amount) for party, amount in ANSWERS[key].items()}


def test_second_cooperation_has_its_own_quorum() -> None:
    quorate = {
        present: is_quorate(members=4, present=present, term=in_force("quorum")).allowed
        for present in (2, 3)
    }

    assert quorate == {
        2: ANSWERS["beslutför_med_2_av_4"],
        3: ANSWERS["beslutför_med_3_av_4"],
    }


def test_second_cooperation_decides_by_two_thirds_of_all() -> None:
    stands = {
        in_favour: decision_stands(
            Stances(members=6, present=5, in_favour=in_favour, objecting=1),
            in_force("decision"),
        ).allowed
        for in_favour in (3, 4)
    }

    assert stands == {
        3: ANSWERS["beslut_med_3_för_av_6"],
        4: ANSWERS["beslut_med_4_för_av_6"],
    }


def test_second_cooperation_lets_go_in_its_own_time() -> None:
    found = withdrawal(ANSWERS["uppsägning_kom"], in_force("withdrawal"))

    assert found.last_day_on == ANSWERS["sista_dagen"]
    assert has_refund(in_force("withdrawal")).allowed is ANSWERS["pengar_tillbaka"]


def test_second_cooperation_meets_in_its_own_way() -> None:
    remotely = may_decide_remotely("network", in_force("remote"))

    assert remotely.allowed is ANSWERS["får_mötas_via_datanät"]
    assert fewest_meetings(in_force("meetings").value) == ANSWERS["möten_som_räcker"]
    assert (
        must_be_called_by(date(2026, 6, 11), in_force("initiative"))
        == ANSWERS["kallas_senast_för_2026_06_11"]
    )


def test_second_cooperation_had_one_fee_rule_and_then_another() -> None:
    population = {
        party: {date(2022, 12, 31): residents}
        for party, residents in zip(PARTIES, (10, 11, 12), strict=True)
    }

    by_year = {
        year: amounts(
            fees(
                year=year,
                term=TERMS.fee_term_for(year),
                parties=PARTIES,
                population=population,
            )
        )
        for year in (2020, 2023)
    }

    assert by_year == {
        2020: expected("avgifter_2020"),
        2023: expected("avgifter_2023_med_10_11_12_invånare"),
    }
    assert (
        due_on(2026, in_force("due")).due_on == ANSWERS["avgiften_betald_senast_2026"]
    )


def test_second_cooperation_shares_special_projects_equally() -> None:
    charges = special_project_shares(
        Decimal(3),
        term=in_force("special_project"),
        parties=PARTIES,
        population={},
        counted_on=TODAY,
    )

    assert set(charges.amounts_sek.values()) == {Decimal(1)}
