"""Times of activities, as they are said in the language of the page."""

from django.utils.translation import gettext as _

from radslag.services.activity_times import ActivityTime, Speech
from radslag.web.templatetags.radslag_text import month_name

_MONTHS_PER_YEAR = 12


def time_in_words(time: ActivityTime) -> str:
    """Say what the words of a plan are understood as, where that adds something."""
    return time.said(_speech())


def _speech() -> Speech:
    return Speech(
        months=tuple(month_name(number + 1) for number in range(_MONTHS_PER_YEAR)),
        whole=_("hela {}"),
        since=_("från {}"),
        until=_("till och med {}"),
        once_a_year=_("1 gång om året"),
        times_a_year=_("{} gånger om året"),
    )
