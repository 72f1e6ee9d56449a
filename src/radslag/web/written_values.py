"""A record's values as the pages write them, whatever column they stand in."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from radslag.web.templatetags import radslag_text as text


def written(name: str, value: Any) -> str:  # noqa: ANN401 - any column's value
    """Return a plain value of a column in Swedish form; nothing for one not given."""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if isinstance(value, date):
        return text.day(value)
    if isinstance(value, time):
        return text.hour(value)
    if isinstance(value, Decimal):
        return text.sek(value) if name.endswith("_sek") else _plain(value)
    if isinstance(value, int) and name == "residents":
        return text.number(value)
    return "" if value is None else str(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
