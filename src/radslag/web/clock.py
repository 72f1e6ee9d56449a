"""The only clock of the house: which day and moment it is.

A demonstration may pretend that it is another day (RADSLAG_TODAY); the hour is then
still the real one, so that what is written in a row keeps its order.
"""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Return the day here and now, or the day a demonstration pretends it is."""
    pretended: date | None = settings.PRETENDED_TODAY
    return pretended or timezone.localdate()


def now() -> datetime:
    """Return this moment, on the day a demonstration pretends it is."""
    moment = timezone.now()
    if settings.PRETENDED_TODAY is None:
        return moment
    return moment + (settings.PRETENDED_TODAY - timezone.localdate())
