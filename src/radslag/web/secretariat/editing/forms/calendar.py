"""Forms for meetings and conferences, with their hosts."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from radslag.records.models import (
    Conference,
    ConferenceHost,
    Meeting,
    Municipality,
)
from radslag.services.editing import Beside
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.forms.goals import keys_of
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.record_forms import RecordForm

HOUR_HELP = _("Till exempel 13.00.")


class MeetingForm(RecordForm):
    """A meeting of a body."""

    model = Meeting
    columns = (
        "body",
        "kind",
        "status",
        "held_on",
        "ends_on",
        "starts_at",
        "ends_at",
        "weekday_as_written",
        "place",
        "host",
        "is_digital",
        "note",
        "is_public",
    )
    labels = {
        "body": _("Organ"),
        "ends_on": _("Sista dagen"),
        "host": _("Värdkommun"),
        "is_digital": _("Digitalt möte"),
        "is_public": _("Får visas för alla"),
    }
    helps = {
        "held_on": DAY_HELP,
        "ends_on": _("Bara när mötet pågår flera dagar."),
        "starts_at": HOUR_HELP,
        "weekday_as_written": _(
            "Bara om handlingen anger veckodagen: granskningen jämför den med datumet."
        ),
    }


class ConferenceForm(RecordForm):
    """A conference with its theme, and the municipalities that host it."""

    model = Conference
    columns = (
        "name",
        "status",
        "held_on",
        "ends_on",
        "place",
        "theme",
        "target_groups",
        "purpose",
        "is_public",
    )
    labels = {
        "ends_on": _("Sista dagen"),
        "is_public": _("Får visas för alla"),
    }
    helps = {"held_on": _("Lämna tomt om dagen inte är bestämd.")}
    kept_beside = (Beside(ConferenceHost, "conference"),)

    def add_fields(self) -> None:
        """Ask which municipalities are hosts."""
        municipalities = list(Municipality.objects.all())
        self.fields["hosts"] = fields.RecordsField(
            records=municipalities,
            names=[name_of(each) for each in municipalities],
            label=_("Värdkommuner"),
        )

    def facts(self) -> dict[str, Any]:
        """Return the conference's facts, and its hosts."""
        return super().facts() | {
            "hosts": keys_of(self.fields["hosts"], self.standing[0], "municipality_id")
        }

    def besides(self) -> tuple[Beside, ...]:
        """Return the municipalities that are to be hosts."""
        rows = tuple({"municipality": each} for each in self.cleaned_data["hosts"])
        return (Beside(ConferenceHost, "conference", rows),)
