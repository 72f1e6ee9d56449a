"""Bodies, people and appointments: who sits where, for whom, from when until when.

A seat that follows an office names the office, not the person: when the office
changes hands the seat follows, with no row to correct.
"""

from django.db import models
from django.db.models import Q

from radslag.agreement.vocabulary import BodyKind, Role
from radslag.records.models.parties import Municipality
from radslag.records.models.tenancy import (
    Record,
    holds_word,
    period_in_order,
    word_field,
)


class Body(Record):
    """A body (organ): committee, management group, network, a member's board."""

    kind = word_field(BodyKind, "slag")
    name = models.CharField("namn", max_length=160)
    short_name = models.CharField("kort namn", max_length=60, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="bodies",
        null=True,
        blank=True,
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="children",
        null=True,
        blank=True,
    )
    purpose = models.TextField("uppgift", blank=True)
    exists_from = models.DateField("finns från", null=True, blank=True)
    exists_until = models.DateField("finns till (ej med)", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = "organ"
        verbose_name_plural = "organ"
        ordering = ["kind", "name"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("kind", BodyKind, "body_kind_known"),
            models.CheckConstraint(
                condition=~Q(kind__in=["board", "council"])
                | Q(municipality__isnull=False),
                name="body_board_has_municipality",
            ),
        ]

    def __str__(self) -> str:
        """Return the name people use."""
        return self.short_name or self.name


class Person(Record):
    """A person who holds or has held an appointment; invented in demonstrations."""

    name = models.CharField("namn", max_length=160)
    email = models.EmailField("e-post", blank=True)
    is_invented = models.BooleanField("påhittad", default=False)

    class Meta(Record.Meta):
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Appointment(Record):
    """An appointment (uppdrag): role in a body, for a municipality, from–until.

    Held by a person, by an office whose holder is not named here, or by whoever
    holds another office (`follows_body`, `follows_role`).
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    role = word_field(Role, "roll")
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="appointments",
        null=True,
        blank=True,
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        related_name="appointments",
        null=True,
        blank=True,
    )
    follows_body = models.ForeignKey(
        Body,
        on_delete=models.CASCADE,
        related_name="seats_that_follow",
        null=True,
        blank=True,
    )
    follows_role = word_field(Role, "följer rollen", blank=True)
    appointed_from = models.DateField("från")
    appointed_until = models.DateField("till (ej med)", null=True, blank=True)
    note = models.CharField("anmärkning", max_length=300, blank=True)

    class Meta(Record.Meta):
        verbose_name = "uppdrag"
        verbose_name_plural = "uppdrag"
        ordering = ["body", "role", "municipality__name", "appointed_from"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("role", Role, "appointment_role_known"),
            period_in_order("appointed_from", "appointed_until", "seat_in_order"),
            models.CheckConstraint(
                condition=Q(follows_body__isnull=True, follows_role="")
                | (
                    Q(follows_body__isnull=False, person__isnull=True)
                    & ~Q(follows_role="")
                ),
                name="appointment_follows_office_whole",
            ),
        ]
        indexes = [models.Index(fields=["cooperation", "body", "appointed_from"])]
