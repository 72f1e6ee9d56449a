"""Who is in the cooperation: municipalities, membership, population, terms of office.

A population is always kept with its counting day; a confirmed figure is never
overwritten by a later import but by a change that the journal shows.
"""

from django.db import models
from django.db.models import Q

from radslag.records.models.tenancy import Record, period_in_order


class Municipality(Record):
    """A municipality (kommun), with its four-digit code."""

    code = models.CharField("kommunkod", max_length=4)
    name = models.CharField("namn", max_length=80)
    website = models.URLField("webbplats", blank=True)
    registry_email = models.EmailField("registratorns e-post", blank=True)

    class Meta(Record.Meta):
        verbose_name = "kommun"
        verbose_name_plural = "kommuner"
        ordering = ["name"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["cooperation", "code"], name="municipality_code_once"
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9]{4}$"), name="municipality_code_digits"
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Membership(Record):
    """A municipality's membership (medlemskap), from–until."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="memberships"
    )
    member_from = models.DateField("medlem från")
    member_until = models.DateField("medlem till (ej med)", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = "medlemskap"
        verbose_name_plural = "medlemskap"
        ordering = ["member_from", "municipality__name"]
        constraints = [
            *Record.Meta.constraints,
            period_in_order("member_from", "member_until", "membership_in_order"),
        ]


class Population(Record):
    """A population (invånarantal) on a counting day.

    Without a municipality it is the sum of all members, where only the sum is known.
    """

    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="populations",
        null=True,
        blank=True,
    )
    counted_on = models.DateField("räknat den")
    residents = models.PositiveIntegerField("invånare")
    source = models.CharField("källa", max_length=300, blank=True)
    is_confirmed = models.BooleanField("bekräftad", default=True)

    class Meta(Record.Meta):
        verbose_name = "invånarantal"
        verbose_name_plural = "invånarantal"
        ordering = ["-counted_on", "municipality__name"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["cooperation", "municipality", "counted_on"],
                name="population_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["cooperation", "counted_on"],
                condition=Q(municipality__isnull=True),
                name="population_sum_once_a_day",
            ),
        ]
        indexes = [models.Index(fields=["cooperation", "counted_on"])]


class TermOfOffice(Record):
    """A term of office (mandatperiod), such as 2023–2026."""

    name = models.CharField("namn", max_length=60)
    starts_on = models.DateField("från")
    ends_on = models.DateField("till och med")

    class Meta(Record.Meta):
        verbose_name = "mandatperiod"
        verbose_name_plural = "mandatperioder"
        ordering = ["starts_on"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("starts_on")),
                name="term_of_office_in_order",
            ),
        ]


class OutsideParty(Record):
    """An outside party (motpart): a region, an agency, a company."""

    name = models.CharField("namn", max_length=200)
    kind = models.CharField("slag", max_length=80, blank=True)
    contact = models.CharField("kontakt", max_length=200, blank=True)

    class Meta(Record.Meta):
        verbose_name = "motpart"
        verbose_name_plural = "motparter"
        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
