"""Forms for adoptions, with separate statements and dissents beside them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from radslag.agreement.vocabulary import BodyKind
from radslag.records.models import (
    Adoption,
    Body,
    Dissent,
    Record,
    SeparateStatement,
)
from radslag.services.editing import Beside
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.record_forms import MOST_CHARACTERS, RecordForm


class AdoptionForm(RecordForm):
    """One board's decision on a joint programme, and a statement beside it."""

    model = Adoption
    parents = ("programme",)
    columns = (
        "board",
        "outcome",
        "decided_on",
        "paragraph",
        "register_number",
        "sent_on",
        "verified_on",
        "announced_on",
        "is_inferred",
        "note",
    )
    labels = {
        "board": _("Styrelse"),
        "paragraph": _("Paragraf i protokollet"),
        "is_inferred": _("Slutledning, inte bekräftad"),
        "sent_on": _("Skickades till kommunen"),
        "decided_on": _("Beslutsdag"),
    }
    helps = {
        "decided_on": DAY_HELP,
        "paragraph": _("Till exempel § 162."),
        "register_number": _("Kommunens eget, till exempel KS 2019/324."),
        "is_inferred": _(
            "När handlingen inte säger rakt ut vilken kommun det gäller. Skriv skälet "
            "som anmärkning."
        ),
    }
    kept_beside = (Beside(SeparateStatement, "adoption", most=1),)
    order = (
        "board",
        "outcome",
        "decided_on",
        "paragraph",
        "register_number",
        "stated_by",
        "statement",
    )

    def options(self, name: str) -> Iterable[Record]:
        """Offer the members' boards and councils."""
        kinds = (BodyKind.BOARD, BodyKind.COUNCIL)
        return Body.objects.filter(kind__in=kinds).order_by("name")

    def add_fields(self) -> None:
        """Ask for a separate statement."""
        self.fields["stated_by"] = fields.TextField(
            label=_("Särskilt yttrande av"),
            required=False,
            max_length=160,
            help_text=_(
                "Den eller det parti som lämnade yttrandet. Ett särskilt yttrande är "
                "inte en reservation: beslutet står kvar odelat."
            ),
        )
        self.fields["statement"] = fields.TextField(
            label=_("Yttrandet"), required=False, max_length=MOST_CHARACTERS, lines=4
        )

    def facts(self) -> dict[str, Any]:
        """Return the adoption's facts, and the first statement beside it."""
        found: Any = next(iter(self.standing[0]), None)
        return super().facts() | {
            "stated_by": found.stated_by if found else "",
            "statement": found.text if found else "",
        }

    def clean(self) -> dict[str, Any]:
        """Ask who stated what is stated."""
        cleaned = self.cleaned_data
        if cleaned.get("statement") and not cleaned.get("stated_by"):
            self.add_error("stated_by", _("Skriv vem som lämnade yttrandet."))
        return super().clean()

    def besides(self) -> tuple[Beside, ...]:
        """Return the statement that is to stand beside it."""
        said = self.cleaned_data
        row = {"stated_by": said["stated_by"], "text": said["statement"]}
        rows = (row,) if said["stated_by"] else ()
        return (Beside(SeparateStatement, "adoption", rows, most=1),)


class SeparateStatementForm(RecordForm):
    """A further separate statement."""

    model = SeparateStatement
    parents = ("adoption",)
    columns = ("stated_by", "text")


class DissentForm(RecordForm):
    """A recorded dissent against an adoption."""

    model = Dissent
    parents = ("adoption",)
    columns = ("dissenter", "text")
