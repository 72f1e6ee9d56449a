"""Forms for what is said at meetings: matters, items, decisions and minutes."""

from collections.abc import Iterable
from typing import cast

from django.utils.translation import gettext_lazy as _

from radslag.records.models import (
    AgendaItem,
    Decision,
    Matter,
    Meeting,
    Minutes,
    Record,
)
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.record_forms import RecordForm


class MatterForm(RecordForm):
    """A matter with its register number."""

    model = Matter
    columns = (
        "title",
        "register_number",
        "state",
        "raised_on",
        "raised_by",
        "closed_on",
        "summary",
    )
    labels = {"raised_by": _("Väckt av")}
    helps = {"raised_on": DAY_HELP}


class AgendaItemForm(RecordForm):
    """An item on a meeting's agenda."""

    model = AgendaItem
    parents = ("meeting",)
    columns = ("number", "title", "kind", "matter", "register_number", "text")
    labels = {"matter": _("Ärende"), "number": _("Punktens nummer")}


class DecisionForm(RecordForm):
    """What became of an item."""

    model = Decision
    parents = ("item",)
    columns = (
        "outcome",
        "wording",
        "has_consensus",
        "votes_for",
        "votes_against",
        "postponed_to",
        "position",
        "is_public",
    )
    labels = {
        "postponed_to": _("Bordlagt till mötet"),
        "has_consensus": _("Var alla eniga?"),
        "is_public": _("Får visas för alla"),
        "position": _("Plats i ordningen"),
    }
    helps = {"votes_for": _("Bara om det blev omröstning.")}

    def options(self, name: str) -> Iterable[Record]:
        """Offer the later meetings of the same body."""
        meeting = cast("Decision", self.record).item.meeting
        later = Meeting.objects.filter(body=meeting.body_id)
        return later.filter(held_on__gt=meeting.held_on).select_related("body")


class MinutesForm(RecordForm):
    """A meeting's minutes."""

    model = Minutes
    parents = ("meeting",)
    columns = ("kind", "written_on", "verified_on", "secretary", "text", "is_public")
    labels = {"is_public": _("Får visas för alla")}
    helps = {
        "verified_on": _(
            "När anteckningarna är justerade går de inte att ändra längre."
        ),
    }
