"""Annual plans: activities, who answers for them, what became of them.

What was written about time and cost is kept as written beside what was
understood; a vague word is never turned into a false date.
"""

from django.db import models
from django.db.models import Q

from radslag.agreement.vocabulary import (
    ActivityKind,
    ActivityStatus,
    PlanStatus,
    PlanSubject,
)
from radslag.records.models.bodies import Body
from radslag.records.models.goals import Goal, Programme
from radslag.records.models.parties import Municipality
from radslag.records.models.tenancy import (
    Record,
    holds_word,
    period_in_order,
    word_field,
)


class AnnualPlan(Record):
    """A year's plan and budget (verksamhetsplan och budget)."""

    year = models.PositiveSmallIntegerField("år")
    title = models.CharField("rubrik", max_length=200)
    programme = models.ForeignKey(
        Programme,
        on_delete=models.SET_NULL,
        related_name="plans",
        null=True,
        blank=True,
    )
    status = word_field(PlanStatus, "läge", default=PlanStatus.DRAFT)
    adopted_on = models.DateField("fastställd", null=True, blank=True)
    budget_adopted_on = models.DateField("budget fastställd", null=True, blank=True)
    introduction = models.TextField("inledning", blank=True)
    is_public = models.BooleanField("offentlig", default=False)

    class Meta(Record.Meta):
        verbose_name = "verksamhetsplan"
        verbose_name_plural = "verksamhetsplaner"
        ordering = ["-year"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("status", PlanStatus, "annual_plan_status_known"),
            models.UniqueConstraint(
                fields=["cooperation", "year"], name="annual_plan_once_a_year"
            ),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class Presentation(Record):
    """A plan or budget presented (redovisad) to a municipality before adoption."""

    plan = models.ForeignKey(
        AnnualPlan, on_delete=models.CASCADE, related_name="presentations"
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="presentations"
    )
    subject = word_field(PlanSubject, "avser", default=PlanSubject.ANNUAL_PLAN)
    presented_on = models.DateField("redovisad", null=True, blank=True)
    note = models.CharField("anmärkning", max_length=300, blank=True)

    class Meta(Record.Meta):
        verbose_name = "redovisning"
        verbose_name_plural = "redovisningar"
        ordering = ["plan", "municipality__name"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("subject", PlanSubject, "presentation_subject_known"),
            models.UniqueConstraint(
                fields=["plan", "municipality", "subject"], name="presentation_once"
            ),
        ]


class Activity(Record):
    """An activity (aktivitet): what shall be done, why, by whom, when, at what cost."""

    plan = models.ForeignKey(
        AnnualPlan, on_delete=models.CASCADE, related_name="activities"
    )
    goal = models.ForeignKey(
        Goal,
        on_delete=models.SET_NULL,
        related_name="activities",
        null=True,
        blank=True,
    )
    kind = word_field(ActivityKind, "slag", default=ActivityKind.DEVELOPMENT)
    position = models.PositiveIntegerField("ordning", default=0)
    title = models.CharField("aktivitet", max_length=400)
    comment = models.TextField("kommentar", blank=True)
    responsible_as_written = models.CharField(
        "ansvarig, som det står", max_length=200, blank=True
    )
    time_as_written = models.CharField("tid, som det står", max_length=200, blank=True)
    starts_from = models.DateField("börjar", null=True, blank=True)
    ends_until = models.DateField("slutar (ej med)", null=True, blank=True)
    cost_as_written = models.CharField(
        "kostnad, som det står", max_length=200, blank=True
    )
    cost_sek = models.DecimalField(
        "kostnad, kronor", max_digits=14, decimal_places=2, null=True, blank=True
    )
    status = word_field(ActivityStatus, "läge", default=ActivityStatus.PLANNED)
    continues = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="continued_by",
        null=True,
        blank=True,
    )

    class Meta(Record.Meta):
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["plan", "position"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("kind", ActivityKind, "activity_kind_known"),
            holds_word("status", ActivityStatus, "activity_status_known"),
            period_in_order("starts_from", "ends_until", "activity_in_order"),
            models.CheckConstraint(
                condition=Q(cost_sek__isnull=True) | Q(cost_sek__gte=0),
                name="activity_cost_not_negative",
            ),
        ]
        indexes = [models.Index(fields=["cooperation", "plan", "position"])]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class ActivityResponsibility(Record):
    """A body or a municipality that answers for an activity."""

    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, related_name="responsibilities"
    )
    body = models.ForeignKey(
        Body,
        on_delete=models.CASCADE,
        related_name="activities",
        null=True,
        blank=True,
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="activities",
        null=True,
        blank=True,
    )

    class Meta(Record.Meta):
        verbose_name = "aktivitetsansvar"
        verbose_name_plural = "aktivitetsansvar"
        ordering = ["activity", "id"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(body__isnull=True) ^ Q(municipality__isnull=True),
                name="activity_answered_for_by_one",
            ),
        ]


class FollowUp(Record):
    """A follow-up note (uppföljning) on an activity."""

    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, related_name="follow_ups"
    )
    noted_on = models.DateField("antecknat")
    text = models.TextField("anteckning")
    status = word_field(ActivityStatus, "läge", blank=True)

    class Meta(Record.Meta):
        verbose_name = "uppföljning"
        verbose_name_plural = "uppföljningar"
        ordering = ["activity", "-noted_on"]
