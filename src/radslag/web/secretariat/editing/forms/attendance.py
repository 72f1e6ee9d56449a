"""Forms for one who took part in a meeting, and for one who verifies its minutes."""

from collections.abc import Iterable
from typing import cast

from django.utils.translation import gettext_lazy as _

from radslag.records.models import AgendaItem, Attendance, Record, Verifier
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.record_forms import RecordForm


class AttendanceForm(RecordForm):
    """How somebody took part, in the whole meeting or in one item."""

    model = Attendance
    parents = ("meeting",)
    columns = (
        "municipality",
        "outside_party",
        "person",
        "role",
        "is_member",
        "state",
        "item",
    )
    labels = {
        "municipality": _("Kommun"),
        "outside_party": _("Annan part"),
        "person": _("Person"),
        "is_member": _("Är organets ledamot"),
        "item": _("Vid punkten"),
    }
    helps = {
        "role": _("Till exempel ordförande eller strateg."),
        "item": _("Lämna tomt när det gäller hela mötet."),
    }

    def options(self, name: str) -> Iterable[Record]:
        """Offer the meeting's own items."""
        if name == "item":
            meeting_id = cast("Attendance", self.record).meeting_id
            return AgendaItem.objects.filter(meeting=meeting_id)
        return super().options(name)


class VerifierForm(RecordForm):
    """One who verifies a meeting's minutes."""

    model = Verifier
    parents = ("minutes",)
    columns = ("municipality", "person", "role", "verified_on")
    labels = {
        "municipality": _("Kommun"),
        "person": _("Person"),
        "verified_on": _("Justerade den"),
    }
    helps = {"verified_on": DAY_HELP}
