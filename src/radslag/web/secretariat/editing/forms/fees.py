"""Forms for money: budget lines, outcomes, fees and special grants."""

from django.utils.translation import gettext_lazy as _

from radslag.records.models import (
    BudgetLine,
    BudgetOutcome,
    Fee,
    GrantShare,
    SpecialGrant,
)
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.record_forms import RecordForm

SUM_HELP = _("I kronor, till exempel 52 500 eller 52 500,50.")


class BudgetLineForm(RecordForm):
    """A line of a year's budget."""

    model = BudgetLine
    parents = ("plan",)
    columns = ("side", "name", "amount_sek", "is_approximate", "note", "position")
    labels = {
        "side": _("Intäkt eller kostnad"),
        "is_approximate": _("Summan är ungefärlig"),
        "position": _("Plats i ordningen"),
    }
    helps = {"amount_sek": SUM_HELP, "position": _("Lägst nummer kommer först.")}


class BudgetOutcomeForm(RecordForm):
    """What has been booked on a line so far."""

    model = BudgetOutcome
    parents = ("line",)
    columns = ("booked_on", "amount_sek", "source")
    helps = {
        "booked_on": DAY_HELP,
        "amount_sek": _("Hela utfallet fram till dagen, i kronor."),
        "source": _("Varifrån siffran kommer, till exempel ekonomisystemet."),
    }


class FeeForm(RecordForm):
    """A fee as decided and invoiced; the rule's answer stands beside it."""

    model = Fee
    columns = (
        "year",
        "municipality",
        "amount_sek",
        "decided_on",
        "invoiced_on",
        "due_on",
        "paid_on",
        "source",
    )
    labels = {"municipality": _("Kommun")}
    helps = {
        "amount_sek": _(
            "Avgiften som den beslutades. Vad regeln ger räknas ut för sig och skrivs "
            "aldrig över."
        ),
    }


class SpecialGrantForm(RecordForm):
    """A grant for a project outside the budget."""

    model = SpecialGrant
    columns = ("name", "total_sek", "decided_on", "purpose")
    helps = {"total_sek": SUM_HELP}


class GrantShareForm(RecordForm):
    """A municipality's share of a special grant."""

    model = GrantShare
    parents = ("grant",)
    columns = ("municipality", "amount_sek")
    labels = {"municipality": _("Kommun")}
    helps = {"amount_sek": SUM_HELP}
