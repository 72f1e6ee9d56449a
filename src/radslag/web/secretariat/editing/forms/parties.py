"""Forms for municipalities, memberships, populations and terms of office."""

from django.utils.translation import gettext_lazy as _

from radslag.records.models import (
    Membership,
    Municipality,
    OutsideParty,
    Population,
    TermOfOffice,
)
from radslag.web.secretariat.editing.record_forms import RecordForm

DAY_HELP = _("Till exempel 2026-04-23.")
UNTIL_HELP = _("Första dagen då det inte gäller längre. Lämna tomt om det gäller än.")


class MunicipalityForm(RecordForm):
    """A municipality."""

    model = Municipality
    columns = ("name", "code", "website", "registry_email")
    helps = {
        "code": _("Fyra siffror, till exempel 0126."),
        "website": _("Adressen börjar med https://."),
    }


class MembershipForm(RecordForm):
    """When a municipality is a member."""

    model = Membership
    parents = ("municipality",)
    columns = ("member_from", "member_until")
    helps = {
        "member_from": DAY_HELP,
        "member_until": _("Dagen efter den sista. Lämna tomt för den som är med."),
    }


class PopulationForm(RecordForm):
    """A population on a counting day."""

    model = Population
    columns = ("municipality", "counted_on", "residents", "source", "is_confirmed")
    labels = {"is_confirmed": _("Bekräftad mot källan")}
    helps = {
        "municipality": _("Lämna tomt när bara summan för alla är känd."),
        "counted_on": _("Oftast den 31 december, till exempel 2025-12-31."),
        "source": _("Varifrån siffran kommer, till exempel SCB."),
    }


class TermOfOfficeForm(RecordForm):
    """A term of office."""

    model = TermOfOffice
    columns = ("name", "starts_on", "ends_on")
    helps = {"name": _("Till exempel 2027–2030."), "starts_on": DAY_HELP}


class OutsidePartyForm(RecordForm):
    """Somebody outside the cooperation."""

    model = OutsideParty
    columns = ("name", "kind", "contact")
    helps = {"kind": _("Till exempel region, myndighet eller bolag.")}
