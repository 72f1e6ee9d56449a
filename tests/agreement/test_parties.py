"""Withdrawal and dissolution: days, rights, and what is shared at the end."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.parties import (
    has_refund,
    is_agreement_in_force,
    may_dissolve,
    must_be_told,
    share_on_dissolution,
    withdrawal,
    withdrawal_counts,
)
from tests.agreement.cases import DAYS, A, B, C, examples, plain, term

ONE_DAY = timedelta(days=1)


def withdrawal_term(counted_from="next_month_turn", months=12, **more):
    return term(
        "withdrawal",
        "§ 2",
        months=months,
        counted_from=counted_from,
        decided_by="municipal_council",
        received_by="committee_chair",
        **more,
    )


@pytest.mark.parametrize("case", examples("withdrawal"), ids=str)
def test_withdrawal_examples(case) -> None:
    found = withdrawal(
        case["kom"], withdrawal_term(case["counted_from"], case["månader"])
    )

    assert (found.received_on, found.counted_from, found.last_day_on) == (
        case["kom"],
        case["räknas_från"],
        case["sista_dagen"],
    )


@given(DAYS, st.integers(1, 60))
def test_withdrawal_from_month_turn_ends_with_a_month(received_on, months) -> None:
    found = withdrawal(received_on, withdrawal_term(months=months))

    assert found.counted_from.day == (found.last_day_on + ONE_DAY).day == 1
    assert timedelta(0) < found.counted_from - received_on <= timedelta(days=31)


@given(DAYS, st.integers(1, 60), st.sampled_from(["next_month_turn", "day_received"]))
def test_later_receipt_never_ends_earlier(received_on, months, counted_from) -> None:
    value = withdrawal_term(counted_from, months)

    today = withdrawal(received_on, value)
    tomorrow = withdrawal(received_on + ONE_DAY, value)

    assert today.last_day_on <= tomorrow.last_day_on
    assert today.last_day_on >= today.counted_from


@given(DAYS, st.integers(1, 60))
def test_withdrawal_from_the_day_received_lasts_its_months(received_on, months) -> None:
    found = withdrawal(received_on, withdrawal_term("day_received", months))

    after = found.last_day_on + ONE_DAY
    passed = (after.year - received_on.year) * 12 + after.month - received_on.month
    assert (passed, after.day) in {(months, received_on.day), (months + 1, 1)}


def test_withdrawal_says_why() -> None:
    found = withdrawal(date(2026, 3, 10), withdrawal_term())

    assert plain(found.because) == (
        "Uppsägningen kom 10 mars 2026 till kommitténs ordförande. Tiden är 12 månader "
        "och räknas från 1 april 2026 enligt § 2. Sista dagen i samverkan är "
        "31 mars 2027."
    )
    assert found.paragraph == "§ 2"


@pytest.mark.parametrize(
    ("decided_by", "received_by", "because"),
    [
        (
            "board",
            "committee_chair",
            "Uppsägningen gäller inte: den ska vara beslutad av kommunfullmäktige "
            "enligt § 2.",
        ),
        (
            "municipal_council",
            None,
            "Uppsägningen räknas inte förrän den har kommit till kommitténs ordförande "
            "enligt § 2.",
        ),
        (
            "municipal_council",
            "committee_chair",
            "Uppsägningen är beslutad av kommunfullmäktige och har kommit till "
            "kommitténs ordförande enligt § 2.",
        ),
    ],
)
def test_withdrawal_counts_when_decided_and_received(
    decided_by, received_by, because
) -> None:
    ruling = withdrawal_counts(
        decided_by=decided_by, received_by=received_by, term=withdrawal_term()
    )

    assert plain(ruling.because) == because
    assert ruling.allowed is because.startswith("Uppsägningen är beslutad")


def test_all_others_are_told_of_a_withdrawal() -> None:
    assert must_be_told(B, [C, B, A, A]) == (A, C)


@pytest.mark.parametrize(("refund", "word"), [(True, "har rätt"), (False, "har inte")])
def test_refund_is_what_the_agreement_says(refund, word) -> None:
    ruling = has_refund(withdrawal_term(refund=refund))

    assert ruling.allowed is refund
    assert word in ruling.because


@pytest.mark.parametrize(
    ("on", "runs", "expected"),
    [
        (date(2009, 12, 31), {"runs": "until_further_notice"}, False),
        (date(2010, 1, 1), {"runs": "until_further_notice"}, True),
        (date(2099, 1, 1), {"runs": "until_further_notice"}, True),
        (date(2030, 12, 31), {"runs": "until", "until": "2030-12-31"}, True),
        (date(2031, 1, 1), {"runs": "until", "until": "2030-12-31"}, False),
    ],
)
def test_agreement_runs_until_its_last_day(on, runs, expected) -> None:
    ruling = is_agreement_in_force(on, term("duration", "", **runs))

    assert ruling.allowed is expected
    until = "tills vidare" if "until" not in runs else "till och med 31 december 2030"
    assert ruling.because == f"Avtalet gäller från 1 januari 2010 {until}."


@pytest.mark.parametrize(
    ("value", "assets", "debts"),
    [
        ({"shared_by": "fee"}, ["2.50", "7.50"], ["0.25", "0.75"]),
        ({"shared_by": "population"}, ["2.50", "7.50"], ["0.25", "0.75"]),
        ({"shared_by": "equal"}, ["5", "5"], ["0.50", "0.50"]),
        (
            {"shared_by": "fixed_shares", "shares": {"alby": "1/5", "boda": "4/5"}},
            ["2", "8"],
            ["0.20", "0.80"],
        ),
    ],
)
def test_dissolution_shares_by_the_agreed_ground(value, assets, debts) -> None:
    parting = share_on_dissolution(
        assets_sek=Decimal(10),
        debts_sek=Decimal(1),
        term=term("dissolution", "§ 10", decided_by="committee", **value),
        weights={B: Decimal("3.3"), A: Decimal("1.1")},
    )

    assert parting.assets_sek == dict(zip((A, B), map(Decimal, assets), strict=True))
    assert parting.debts_sek == dict(zip((A, B), map(Decimal, debts), strict=True))
    assert plain(parting.because).endswith("enligt § 10.")


@pytest.mark.parametrize(("body", "may"), [("committee", True), ("board", False)])
def test_dissolution_is_decided_by_the_agreed_body(body, may) -> None:
    agreed = term("dissolution", "§ 10", decided_by="committee", shared_by="equal")

    ruling = may_dissolve(decided_by=body, term=agreed)

    assert ruling.allowed is may
    assert plain(ruling.because) == (
        "Det är samarbetskommittén som beslutar om upplösning enligt § 10."
    )
