"""Forms for programmes and their goals, with those who answer for them."""

from collections.abc import Iterable
from typing import cast

from django.utils.translation import gettext_lazy as _

from radslag.agreement.vocabulary import BodyKind
from radslag.records.models import (
    Body,
    Goal,
    GoalResponsibility,
    Programme,
    Record,
)
from radslag.services.editing import Beside
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.record_forms import RecordForm

_OWN = (BodyKind.BOARD, BodyKind.COUNCIL)


def working_bodies() -> list[Body]:
    """Return the bodies that carry work, the members' own last and no boards."""
    kinds = list(BodyKind)
    bodies = Body.objects.exclude(kind__in=_OWN).order_by("name")
    return sorted(bodies, key=lambda body: kinds.index(BodyKind(body.kind)))


class ProgrammeForm(RecordForm):
    """A development programme."""

    model = Programme
    columns = (
        "name",
        "short_name",
        "term_of_office",
        "valid_from",
        "valid_to",
        "decided_on",
        "replaces",
        "summary",
        "relates_to",
        "is_public",
    )
    labels = {
        "term_of_office": _("Mandatperiod"),
        "replaces": _("Ersätter"),
        "is_public": _("Får visas för alla"),
    }
    helps = {
        "valid_from": DAY_HELP,
        "valid_to": _("Sista dagen som programmet gäller."),
        "relates_to": _("Andra mål och planer, till exempel en regional plan."),
    }

    def options(self, name: str) -> Iterable[Record]:
        """Offer terms of office, and the other programmes."""
        if name == "replaces":
            return Programme.objects.exclude(pk=self.record.pk)
        return super().options(name)


class GoalForm(RecordForm):
    """A goal at its level, with the bodies that answer for it."""

    model = Goal
    parents = ("programme",)
    columns = (
        "level",
        "name",
        "title",
        "parent",
        "position",
        "group_name",
        "other_names",
        "text",
        "continues",
    )
    labels = {
        "parent": _("Hör till målet"),
        "continues": _("Fortsätter målet"),
        "position": _("Plats i ordningen"),
    }
    helps = {
        "name": _("Ett kort namn att känna igen målet på."),
        "title": _("Målet som det står i programmet."),
        "parent": _("Målet närmast ovanför i trädet. Lämna tomt för det översta."),
        "position": _("Lägst nummer kommer först."),
        "other_names": _("Andra stavningar som förekommer i handlingarna."),
        "continues": _("Målet i det förra programmet som detta för vidare."),
    }
    kept_beside = (Beside(GoalResponsibility, "goal"),)
    order = ("level", "name", "title", "parent", "bodies")

    def options(self, name: str) -> Iterable[Record]:
        """Offer goals of the same programme above, and of earlier ones before."""
        goal = cast("Goal", self.record)
        if name == "parent":
            return Goal.objects.filter(programme=goal.programme_id).exclude(pk=goal.pk)
        before = Goal.objects.filter(programme=goal.programme.replaces_id)
        return before if goal.programme.replaces_id else []

    def add_fields(self) -> None:
        """Ask which bodies answer for the goal."""
        bodies = working_bodies()
        self.fields["bodies"] = fields.RecordsField(
            records=bodies,
            names=[name_of(body) for body in bodies],
            label=_("Ansvarar för målet"),
        )

    def facts(self) -> dict[str, object]:
        """Return the goal's facts, and who answers for it."""
        return super().facts() | {
            "bodies": keys_of(self.fields["bodies"], self.standing[0], "body_id")
        }

    def besides(self) -> tuple[Beside, ...]:
        """Return those who are to answer for it."""
        rows = tuple({"body": body} for body in self.cleaned_data["bodies"])
        return (Beside(GoalResponsibility, "goal", rows),)


def keys_of(field: object, rows: Iterable[Record], column: str) -> list[str]:
    """Return the keys of the records that rows beside refer to."""
    offered = cast("fields.RecordsField", field).records.values()
    ids = {getattr(row, column) for row in rows}
    return [record.key for record in offered if record.pk in ids]
