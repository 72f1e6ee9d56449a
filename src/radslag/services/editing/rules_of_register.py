"""Rules between records of attendance, deliveries, referrals and measures, as typed."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from radslag.agreement.wording import kronor
from radslag.records.models import (
    Attendance,
    Delivery,
    GrantShare,
    MeetingNotice,
    Observation,
    Paper,
    Record,
    Referral,
    ReferralResponse,
    SpecialGrant,
    Verifier,
)

Fault = tuple[str, str]
Rule = Callable[[Any, date], Iterator[Fault]]
NOT_YET = "Dagen har inte varit än."
OF_ANOTHER_MEETING = "Punkten hör till ett annat möte."


def _attendance(row: Attendance, today: date) -> Iterator[Fault]:
    if not (row.municipality_id or row.outside_party_id or row.person_id or row.role):
        yield (
            "municipality",
            "Ange vem det gäller: en kommun, en annan part, en person eller en roll.",
        )
    if row.municipality_id and row.outside_party_id:
        yield "outside_party", "Ange antingen kommun eller annan part, inte båda."
    if row.item and row.item.meeting_id != row.meeting_id:
        yield "item", OF_ANOTHER_MEETING


def _verifier(row: Verifier, today: date) -> Iterator[Fault]:
    if not (row.municipality_id or row.person_id or row.role):
        yield (
            "municipality",
            "Ange vem som justerar: en kommun, en person eller en roll.",
        )
    if row.verified_on and row.verified_on > today:
        yield "verified_on", NOT_YET
    elif row.verified_on and row.verified_on < row.minutes.meeting.held_on:
        yield "verified_on", "Anteckningarna kan inte justeras före mötet."


def _notice(notice: MeetingNotice, today: date) -> Iterator[Fault]:
    if notice.sent_on > today:
        yield "sent_on", NOT_YET
    elif notice.sent_on > (notice.meeting.ends_on or notice.meeting.held_on):
        yield "sent_on", "Kallelsen kan inte skickas efter mötet."


def _paper(paper: Paper, today: date) -> Iterator[Fault]:
    if paper.item and paper.item.meeting_id != paper.meeting_id:
        yield "item", OF_ANOTHER_MEETING


def _delivery(row: Delivery, today: date) -> Iterator[Fault]:
    things = ("minutes", "meeting_notice", "paper", "plan")
    sent = [name for name in things if getattr(row, f"{name}_id")]
    if len(sent) > 1:
        yield sent[1], "Ange bara en sak. Skickades mer blir det flera delgivningar."
    if row.received_on and row.received_on < row.sent_on:
        yield "received_on", "Kvittensen kan inte komma före den dag det skickades."
    elif row.received_on and row.received_on > today:
        yield "received_on", NOT_YET
    if row.sent_on > today:
        yield "sent_on", NOT_YET


def _referral(referral: Referral, today: date) -> Iterator[Fault]:
    received_on, due_on = referral.received_on, referral.due_on
    if received_on and received_on > today:
        yield "received_on", NOT_YET
    if received_on and due_on and due_on < received_on:
        yield "due_on", "Sista svarsdagen kan inte vara före den dag remissen kom in."


def _response(response: ReferralResponse, today: date) -> Iterator[Fault]:
    if not (response.municipality_id or response.answered_on or response.text):
        yield (
            "text",
            "Ange något om svaret: vilken kommun, vilken dag eller vad det säger.",
        )
    answered_on, received_on = response.answered_on, response.referral.received_on
    if answered_on and answered_on > today:
        yield "answered_on", NOT_YET
    elif answered_on and received_on and answered_on < received_on:
        yield "answered_on", "Svaret kan inte lämnas före den dag remissen kom in."


def _observation(observation: Observation, today: date) -> Iterator[Fault]:
    if observation.observed_on > today:
        yield "observed_on", NOT_YET


def _grant_share(share: GrantShare, today: date) -> Iterator[Fault]:
    if share.amount_sek < 0:
        yield "amount_sek", "Andelen kan inte vara mindre än noll."
        return
    others = GrantShare.objects.filter(grant=share.grant_id).exclude(pk=share.pk)
    shared = others.aggregate(sum=Sum("amount_sek"))["sum"] or Decimal(0)
    grant: SpecialGrant = share.grant
    left = grant.total_sek - shared
    if share.amount_sek > left:
        yield (
            "amount_sek",
            f"Andelarna blir mer än anslaget: {kronor(max(left, Decimal(0)))} är kvar "
            "att fördela.",
        )


REGISTER_RULES: dict[type[Record], Rule] = {
    Attendance: _attendance,
    Delivery: _delivery,
    GrantShare: _grant_share,
    MeetingNotice: _notice,
    Observation: _observation,
    Paper: _paper,
    Referral: _referral,
    ReferralResponse: _response,
    Verifier: _verifier,
}
