"""Editing what is sent, received, measured and shared out, and who verifies."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from radslag.records.models import (
    AgendaItem,
    Delivery,
    GrantShare,
    Indicator,
    Meeting,
    MeetingNotice,
    Minutes,
    Observation,
    Paper,
    Referral,
    ReferralResponse,
    SpecialGrant,
    Verifier,
)
from tests.web.editing_forms import address, faults, opened, send, typed_in, undo

pytestmark = pytest.mark.django_db
MEETING = "lg-2022-10-28"


def adding(client, section: str, query: str, **typed: str):
    """Open the form for a new record, fill it in and send it."""
    where = address("ny", section) + query
    return client.post(where, typed_in(client.get(where)) | typed)


def test_a_notice_its_delivery_and_the_receipt_are_recorded(anna):
    answer = adding(
        anna,
        "meeting_notices",
        f"?meeting={MEETING}",
        sent_on="14 oktober 2022",
        recipients="Alla kommundirektörer",
    )
    assert answer.headers["Location"] == f"/sodertorn/moten/{MEETING}/"
    notice = MeetingNotice.objects.get(meeting__key=MEETING)
    assert notice.sent_on == date(2022, 10, 14)

    adding(
        anna,
        "deliveries",
        f"?meeting_notice={notice.key}",
        municipality="salem",
        sent_on="2022-10-14",
    )
    delivery = Delivery.objects.get(meeting_notice=notice)
    assert delivery.received_on is None

    typed = opened(anna, "deliveries", delivery.key)
    answer = send(
        anna,
        "deliveries",
        delivery.key,
        typed,
        received_on="2022-10-17",
        their_register_number="KS 2022/17",
    )
    delivery.refresh_from_db()
    assert delivery.received_on == date(2022, 10, 17)
    assert delivery.their_register_number == "KS 2022/17"

    undo(anna, answer)
    delivery.refresh_from_db()
    assert delivery.received_on is None


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"sent_on": "2022-10-29"}, "sent_on"),
        ({"sent_on": "2030-01-01"}, "sent_on"),
    ],
)
def test_a_notice_goes_out_before_its_meeting(anna, typed, field):
    answer = adding(anna, "meeting_notices", f"?meeting={MEETING}", **typed)

    assert answer.status_code == 422
    assert set(faults(answer)) == {field}
    assert not MeetingNotice.objects.filter(meeting__key=MEETING).exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "minutes"),
        ({"minutes": MEETING, "plan": "plan-2026"}, "plan"),
        ({"minutes": MEETING, "received_on": "2022-11-01"}, "received_on"),
        ({"minutes": MEETING, "received_on": "2027-11-01"}, "received_on"),
        ({"minutes": MEETING, "sent_on": "2027-11-01"}, "sent_on"),
    ],
)
def test_a_delivery_is_of_one_thing_and_received_after_it_is_sent(anna, typed, field):
    before = Delivery.objects.count()
    known = {"municipality": "salem", "sent_on": "2022-11-10", "minutes": ""}
    assert Minutes.objects.filter(key=MEETING).exists()

    answer = adding(anna, "deliveries", "", **known | typed)

    assert answer.status_code == 422
    assert field in faults(answer)
    assert Delivery.objects.count() == before


def test_a_verifier_is_recorded_with_the_day(anna):
    answer = adding(
        anna,
        "verifiers",
        f"?minutes={MEETING}",
        municipality="salem",
        role="kommundirektör",
        verified_on="2022-11-08",
    )

    assert answer.headers["Location"] == f"/sodertorn/moten/{MEETING}/"
    verifier = Verifier.objects.get(minutes__key=MEETING, municipality__key="salem")
    assert (verifier.role, verifier.verified_on) == (
        "kommundirektör",
        date(2022, 11, 8),
    )


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "municipality"),
        ({"role": "x", "verified_on": "2022-10-27"}, "verified_on"),
        ({"role": "x", "verified_on": "2027-01-01"}, "verified_on"),
    ],
)
def test_a_verifier_is_somebody_and_verifies_after_the_meeting(anna, typed, field):
    answer = adding(anna, "verifiers", f"?minutes={MEETING}", **typed)

    assert answer.status_code == 422
    assert set(faults(answer)) == {field}


def test_a_paper_belongs_to_an_item_of_its_own_meeting(anna):
    own = AgendaItem.objects.filter(meeting__key=MEETING).first()
    other = AgendaItem.objects.exclude(meeting__key=MEETING).first()

    adding(anna, "papers", f"?meeting={MEETING}", title="Underlag", item=own.key)
    refused = adding(anna, "papers", f"?meeting={MEETING}", title="Fel", item=other.key)

    assert Paper.objects.get(title="Underlag").item == own
    assert refused.status_code == 422
    assert set(faults(refused)) == {"item"}


def test_a_paper_moved_to_another_meeting_lets_go_of_its_item(anna):
    own = AgendaItem.objects.filter(meeting__key=MEETING).first()
    adding(anna, "papers", f"?meeting={MEETING}", title="Underlag", item=own.key)
    paper = Paper.objects.get(title="Underlag")
    other = Meeting.objects.exclude(key=MEETING).filter(items=None).first()

    typed = opened(anna, "papers", paper.key)
    answer = send(anna, "papers", paper.key, typed, meeting=other.key)

    assert answer.status_code == 422
    assert set(faults(answer)) == {"item"}


def test_a_referral_is_answered_together_and_by_one(anna):
    adding(
        anna,
        "referrals",
        "",
        title="Trafikplan",
        received_on="2026-03-02",
        due_on="2026-06-01",
    )
    referral = Referral.objects.get(title="Trafikplan")
    for municipality in ("", "salem"):
        adding(
            anna,
            "referral_responses",
            f"?referral={referral.key}",
            municipality=municipality,
            answered_on="2026-05-20",
            text="Tillstyrks.",
        )

    answers = ReferralResponse.objects.filter(referral=referral)
    assert {each.municipality and each.municipality.key for each in answers} == {
        None,
        "salem",
    }
    early = adding(
        anna,
        "referral_responses",
        f"?referral={referral.key}",
        answered_on="2026-03-01",
    )
    assert set(faults(early)) == {"answered_on"}
    late = adding(
        anna, "referrals", "", title="X", received_on="2026-03-02", due_on="2026-03-01"
    )
    assert set(faults(late)) == {"due_on"}


def test_an_indicator_is_observed_with_four_decimals(anna):
    adding(anna, "indicators", "", name="Resor med kollektivtrafik", unit="procent")
    indicator = Indicator.objects.get(name="Resor med kollektivtrafik")
    adding(
        anna,
        "observations",
        f"?indicator={indicator.key}",
        observed_on="2025-12-31",
        value="31,4159",
        source="Undersökning",
    )

    observation = Observation.objects.get(indicator=indicator)
    assert observation.value == Decimal("31.4159")
    typed = opened(anna, "observations", observation.key)
    assert typed["value"] == ["31,4159"]
    too_fine = send(anna, "observations", observation.key, typed, value="31,41592")
    assert faults(too_fine)["value"] == "Skriv talet med högst 4 decimaler."


def test_the_shares_of_a_grant_are_no_more_than_the_grant(anna):
    adding(anna, "special_grants", "", name="Gemensam bro", total_sek="1 000")
    grant = SpecialGrant.objects.get(name="Gemensam bro")
    where = f"?grant={grant.key}"

    adding(anna, "grant_shares", where, municipality="salem", amount_sek="600")
    refused = adding(
        anna, "grant_shares", where, municipality="haninge", amount_sek="400,50"
    )
    twice = adding(anna, "grant_shares", where, municipality="salem", amount_sek="1")
    below = adding(anna, "grant_shares", where, municipality="haninge", amount_sek="-1")
    adding(anna, "grant_shares", where, municipality="haninge", amount_sek="400")

    assert "400 kr är kvar" in faults(refused)["amount_sek"].replace("\u00a0", " ")
    assert set(faults(twice)) == {"municipality"}
    assert set(faults(below)) == {"amount_sek"}
    shares = GrantShare.objects.filter(grant=grant).values_list("amount_sek", flat=True)
    assert sorted(shares) == [Decimal(400), Decimal(600)]
    # A share that is corrected does not count itself.
    own = GrantShare.objects.get(grant=grant, municipality__key="salem")
    typed = opened(anna, "grant_shares", own.key)
    answer = send(anna, "grant_shares", own.key, typed, amount_sek="599")
    assert answer.status_code == 302


def test_a_delivery_that_two_open_is_not_written_over(anna, bo):
    adding(
        anna,
        "deliveries",
        f"?minutes={MEETING}",
        municipality="salem",
        sent_on="2022-11-10",
    )
    delivery = Delivery.objects.get(minutes__key=MEETING, municipality__key="salem")
    mine, theirs = (opened(each, "deliveries", delivery.key) for each in (anna, bo))
    later = str(delivery.sent_on + timedelta(days=3))

    send(bo, "deliveries", delivery.key, theirs, received_on=later)
    answer = send(
        anna, "deliveries", delivery.key, mine, their_register_number="KS 2022/5"
    )

    assert answer.status_code == 409
    delivery.refresh_from_db()
    assert (str(delivery.received_on), delivery.their_register_number) == (later, "")
