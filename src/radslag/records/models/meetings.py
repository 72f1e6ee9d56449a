"""Meetings: notice, agenda, attendance, decisions, minutes.

Verified minutes and the decisions in them are not edited; a correction is a new
decision at a later meeting.
"""

from django.db import models
from django.db.models import F, Q

from radslag.agreement.vocabulary import (
    AttendanceState,
    ItemKind,
    MeetingKind,
    MeetingStatus,
    MinutesKind,
    Outcome,
)
from radslag.records.models.bodies import Body, Person
from radslag.records.models.matters import Matter
from radslag.records.models.parties import Municipality, OutsideParty
from radslag.records.models.tenancy import Record, holds_word, word_field


class Meeting(Record):
    """A meeting (möte, sammanträde) of a body; also an entry in the calendar."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="meetings")
    kind = word_field(MeetingKind, "slag", default=MeetingKind.ORDINARY)
    status = word_field(MeetingStatus, "läge", default=MeetingStatus.PLANNED)
    held_on = models.DateField("datum")
    ends_on = models.DateField("slutar", null=True, blank=True)
    starts_at = models.TimeField("börjar", null=True, blank=True)
    ends_at = models.TimeField("slutar kl", null=True, blank=True)
    weekday_as_written = models.CharField(
        "veckodag, som det står", max_length=20, blank=True
    )
    place = models.CharField("plats", max_length=200, blank=True)
    host = models.ForeignKey(
        Municipality,
        on_delete=models.SET_NULL,
        related_name="hosted_meetings",
        null=True,
        blank=True,
    )
    is_digital = models.BooleanField("digitalt", default=False)
    note = models.CharField("anmärkning", max_length=300, blank=True)
    is_public = models.BooleanField("offentlig", default=False)

    class Meta(Record.Meta):
        verbose_name = "möte"
        verbose_name_plural = "möten"
        ordering = ["held_on", "starts_at"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("kind", MeetingKind, "meeting_kind_known"),
            holds_word("status", MeetingStatus, "meeting_status_known"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("held_on")),
                name="meeting_days_in_order",
            ),
        ]
        indexes = [models.Index(fields=["cooperation", "held_on"])]


class MeetingNotice(Record):
    """A notice of meeting (kallelse) as sent out."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="meeting_notices"
    )
    sent_on = models.DateField("utsänd")
    recipients = models.TextField("mottagare", blank=True)

    class Meta(Record.Meta):
        verbose_name = "kallelse"
        verbose_name_plural = "kallelser"
        ordering = ["meeting", "sent_on"]


class AgendaItem(Record):
    """An agenda item (punkt); one matter can be many items."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField("punkt")
    title = models.CharField("rubrik", max_length=300)
    kind = word_field(ItemKind, "slag", default=ItemKind.INFORMATION)
    matter = models.ForeignKey(
        Matter,
        on_delete=models.SET_NULL,
        related_name="items",
        null=True,
        blank=True,
    )
    register_number = models.CharField("diarienummer", max_length=60, blank=True)
    text = models.TextField("anteckning", blank=True)

    class Meta(Record.Meta):
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        ordering = ["meeting", "number"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("kind", ItemKind, "agenda_item_kind_known"),
            models.UniqueConstraint(
                fields=["meeting", "number"], name="agenda_item_number_once"
            ),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class Attendance(Record):
    """Attendance (närvaro): at the whole meeting, or at a single item."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="attendance"
    )
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.CASCADE,
        related_name="attendance",
        null=True,
        blank=True,
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.SET_NULL,
        related_name="attendance",
        null=True,
        blank=True,
    )
    outside_party = models.ForeignKey(
        OutsideParty,
        on_delete=models.SET_NULL,
        related_name="attendance",
        null=True,
        blank=True,
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        related_name="attendance",
        null=True,
        blank=True,
    )
    role = models.CharField("roll", max_length=120, blank=True)
    is_member = models.BooleanField("ledamot", default=False)
    state = word_field(AttendanceState, "närvaro", default=AttendanceState.PRESENT)

    class Meta(Record.Meta):
        verbose_name = "närvaro"
        verbose_name_plural = "närvaro"
        ordering = ["meeting", "id"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("state", AttendanceState, "attendance_state_known"),
        ]


class Decision(Record):
    """A decision (beslut), or another outcome, of an agenda item."""

    item = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, related_name="decisions"
    )
    position = models.PositiveSmallIntegerField("ordning", default=1)
    wording = models.TextField("lydelse", blank=True)
    outcome = word_field(Outcome, "utfall", default=Outcome.DECIDED)
    has_consensus = models.BooleanField("enighet", null=True, blank=True)
    votes_for = models.PositiveSmallIntegerField("ja", null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField("nej", null=True, blank=True)
    postponed_to = models.ForeignKey(
        Meeting,
        on_delete=models.SET_NULL,
        related_name="postponed_decisions",
        null=True,
        blank=True,
    )
    is_public = models.BooleanField("offentligt", default=False)

    class Meta(Record.Meta):
        verbose_name = "beslut"
        verbose_name_plural = "beslut"
        ordering = ["item", "position"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("outcome", Outcome, "decision_outcome_known"),
        ]


class Minutes(Record):
    """The minutes (minnesanteckningar, protokoll) of a meeting."""

    meeting = models.OneToOneField(
        Meeting, on_delete=models.CASCADE, related_name="minutes"
    )
    kind = word_field(MinutesKind, "slag", default=MinutesKind.NOTES)
    written_on = models.DateField("upprättade", null=True, blank=True)
    verified_on = models.DateField("justerade", null=True, blank=True)
    secretary = models.CharField("sekreterare", max_length=160, blank=True)
    text = models.TextField("text", blank=True)
    is_public = models.BooleanField("offentliga", default=False)

    class Meta(Record.Meta):
        verbose_name = "minnesanteckningar"
        verbose_name_plural = "minnesanteckningar"
        ordering = ["-meeting__held_on"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("kind", MinutesKind, "minutes_kind_known"),
        ]


class Verifier(Record):
    """A verifier (justerare) of minutes."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.CASCADE, related_name="verifiers"
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.SET_NULL,
        related_name="verifications",
        null=True,
        blank=True,
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        related_name="verifications",
        null=True,
        blank=True,
    )
    role = models.CharField("roll", max_length=120, blank=True)
    verified_on = models.DateField("justerat", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = "justerare"
        verbose_name_plural = "justerare"
        ordering = ["minutes", "id"]
