"""Money: budget lines and outcomes, fees, special grants, the annual report.

Sums are whole öre. A decided fee is never recomputed in place: the rule's answer
stands beside it and the review says where they part.
"""

from django.db import models
from django.db.models import Q

from radslag.agreement.vocabulary import BudgetSide, ReportStatus
from radslag.records.models.parties import Municipality
from radslag.records.models.plans import AnnualPlan
from radslag.records.models.tenancy import Record, holds_word, word_field


class BudgetLine(Record):
    """A budget line (budgetpost) of a year's budget."""

    plan = models.ForeignKey(
        AnnualPlan, on_delete=models.CASCADE, related_name="budget_lines"
    )
    side = word_field(BudgetSide, "sida")
    position = models.PositiveIntegerField("ordning", default=0)
    name = models.CharField("post", max_length=200)
    amount_sek = models.DecimalField("belopp", max_digits=14, decimal_places=2)
    is_approximate = models.BooleanField("ungefärligt", default=False)
    note = models.CharField("anmärkning", max_length=400, blank=True)

    class Meta(Record.Meta):
        verbose_name = "budgetpost"
        verbose_name_plural = "budgetposter"
        ordering = ["plan", "side", "position"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("side", BudgetSide, "budget_line_side_known"),
        ]

    def __str__(self) -> str:
        """Return the name of the line."""
        return self.name


class BudgetOutcome(Record):
    """An outcome (utfall) booked on a budget line."""

    line = models.ForeignKey(
        BudgetLine, on_delete=models.CASCADE, related_name="outcomes"
    )
    booked_on = models.DateField("bokfört till och med")
    amount_sek = models.DecimalField("utfall", max_digits=14, decimal_places=2)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta(Record.Meta):
        verbose_name = "utfall"
        verbose_name_plural = "utfall"
        ordering = ["line", "-booked_on"]


class Fee(Record):
    """A municipality's fee (avgift) for a year, as decided and invoiced."""

    year = models.PositiveSmallIntegerField("år")
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="fees"
    )
    amount_sek = models.DecimalField("avgift", max_digits=14, decimal_places=2)
    decided_on = models.DateField("beslutad", null=True, blank=True)
    invoiced_on = models.DateField("fakturerad", null=True, blank=True)
    due_on = models.DateField("betalas senast", null=True, blank=True)
    paid_on = models.DateField("betald", null=True, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta(Record.Meta):
        verbose_name = "avgift"
        verbose_name_plural = "avgifter"
        ordering = ["-year", "municipality__name"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["cooperation", "year", "municipality"], name="fee_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(amount_sek__gte=0), name="fee_not_negative"
            ),
        ]


class SpecialGrant(Record):
    """A special grant (särskilt anslag) for a project outside the budget."""

    name = models.CharField("projekt", max_length=200)
    total_sek = models.DecimalField("belopp", max_digits=14, decimal_places=2)
    decided_on = models.DateField("beslutat", null=True, blank=True)
    purpose = models.TextField("ändamål", blank=True)

    class Meta(Record.Meta):
        verbose_name = "särskilt anslag"
        verbose_name_plural = "särskilda anslag"
        ordering = ["-decided_on", "name"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(total_sek__gte=0), name="special_grant_not_negative"
            ),
        ]


class GrantShare(Record):
    """A municipality's share of a special grant."""

    grant = models.ForeignKey(
        SpecialGrant, on_delete=models.CASCADE, related_name="shares"
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="grant_shares"
    )
    amount_sek = models.DecimalField("andel", max_digits=14, decimal_places=2)

    class Meta(Record.Meta):
        verbose_name = "anslagsandel"
        verbose_name_plural = "anslagsandelar"
        ordering = ["grant", "municipality__name"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["grant", "municipality"], name="grant_share_once"
            ),
        ]


class AnnualReport(Record):
    """An annual report (årsredovisning) with accounts for a year."""

    plan = models.OneToOneField(
        AnnualPlan, on_delete=models.CASCADE, related_name="report"
    )
    title = models.CharField("rubrik", max_length=200)
    status = word_field(ReportStatus, "läge", default=ReportStatus.DRAFT)
    decided_on = models.DateField("beslutad", null=True, blank=True)
    summary = models.TextField("sammanfattning", blank=True)
    is_public = models.BooleanField("offentlig", default=False)

    class Meta(Record.Meta):
        verbose_name = "årsredovisning"
        verbose_name_plural = "årsredovisningar"
        ordering = ["-plan__year"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("status", ReportStatus, "annual_report_status_known"),
        ]
