"""Forms for bodies, people and appointments."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from radslag.records.models import Appointment, Body, Person, Record
from radslag.web.secretariat.editing.forms.parties import DAY_HELP, UNTIL_HELP
from radslag.web.secretariat.editing.record_forms import RecordForm


class BodyForm(RecordForm):
    """A body: the committee, a network, a member's board."""

    model = Body
    columns = (
        "kind",
        "name",
        "short_name",
        "municipality",
        "parent",
        "purpose",
        "exists_from",
        "exists_until",
    )
    labels = {"parent": _("Hör till"), "municipality": _("Kommun")}
    helps = {
        "municipality": _("Behövs för en kommunstyrelse eller ett kommunfullmäktige."),
        "parent": _("Organet som det är en del av eller svarar inför."),
        "exists_until": UNTIL_HELP,
    }


class PersonForm(RecordForm):
    """A person who holds appointments."""

    model = Person
    columns = ("name", "email", "is_invented")
    labels = {"is_invented": _("Påhittad, bara för att prova")}


class AppointmentForm(RecordForm):
    """Who sits in a body, in which role, for whom, from when until when."""

    model = Appointment
    columns = (
        "body",
        "role",
        "municipality",
        "person",
        "follows_body",
        "follows_role",
        "appointed_from",
        "appointed_until",
        "note",
    )
    labels = {
        "body": _("Organ"),
        "municipality": _("Kommun"),
        "person": _("Person"),
        "follows_body": _("Följer ett uppdrag i"),
    }
    helps = {
        "person": _("Lämna tomt när uppdraget följer ett annat, eller är okänt."),
        "follows_body": _(
            "När den som har ett visst uppdrag alltid får det här också: välj organet "
            "och rollen. Då följer platsen med när uppdraget byter person."
        ),
        "appointed_from": DAY_HELP,
        "appointed_until": UNTIL_HELP,
    }

    def options(self, name: str) -> Iterable[Record]:
        """Read the bodies once for both columns that choose one."""
        if name not in {"body", "follows_body"}:
            return super().options(name)
        if not hasattr(self, "_bodies"):
            self._bodies = list(Body.objects.order_by("kind", "name"))
        return self._bodies
