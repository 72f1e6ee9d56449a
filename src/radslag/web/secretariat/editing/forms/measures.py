"""Forms for what is measured: indicators and their observations."""

from django.utils.translation import gettext_lazy as _

from radslag.records.models import Indicator, Observation
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.record_forms import RecordForm


class IndicatorForm(RecordForm):
    """An indicator or key figure, for a goal or for the whole."""

    model = Indicator
    columns = ("name", "goal", "unit", "outside_code", "wanted")
    labels = {"goal": _("Mäter målet")}
    helps = {
        "unit": _("Till exempel procent eller kronor per invånare."),
        "outside_code": _("Nyckeltalets kod där siffran hämtas, om den har en."),
        "wanted": _("Till exempel ökar, minskar eller minst 90 procent."),
    }


class ObservationForm(RecordForm):
    """A measured value, for all together or for one municipality."""

    model = Observation
    parents = ("indicator",)
    columns = ("observed_on", "municipality", "value", "source")
    labels = {"municipality": _("Kommun"), "observed_on": _("Avser dagen")}
    helps = {
        "observed_on": DAY_HELP,
        "municipality": _("Lämna tomt när värdet gäller alla tillsammans."),
        "value": _("Med högst fyra decimaler, till exempel 87,5."),
        "source": _("Varifrån värdet kommer."),
    }
