"""Text: how sums, days, hours and words of the closed lists are shown on a page.

Every filter follows the language in force and answers with an empty text for a
value that is missing, so that a page may pass the result on to ``or_missing``.
Source: Swedish typography as in ``radslag.agreement.wording``.
Units: money in kronor, shares between 0 and 1.
"""

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from babel.dates import format_date
from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from radslag.agreement import wording
from radslag.agreement.vocabulary import Word

register = template.Library()

HARD_SPACE: Final = wording.HARD_SPACE
MINUS: Final = "\N{MINUS SIGN}"
_LOCALES: Final = {"sv": "sv_SE", "en": "en_GB"}
_LONG: Final = "d MMMM y"
_WITH_WEEKDAY: Final = "EEEE d MMMM y"
_SHORT: Final = "d MMM"
_ANY_YEAR: Final = 2000

# What the colour and the shape of a status say, for the words of the closed lists.
_KINDS: Final = {
    "success": {"adopted", "done", "held", "decided", "carried_out", "certain"}
    | {"followed_up", "present"},
    "info": {"note", "presented", "ongoing", "called", "changed", "prepared"}
    | {"placed_on_file", "noted", "remote", "probable"},
    "warning": {"warning", "pending", "postponed", "referred_back", "doubtful"},
    "danger": {"error", "cancelled", "rejected", "absent"},
}


def _is_english() -> bool:
    return (get_language() or "sv").startswith("en")


def _locale() -> str:
    return _LOCALES["en" if _is_english() else "sv"]


def _with_minus(written: str) -> str:
    return written.replace("-", MINUS)


@register.filter
def sek(amount_sek: Decimal | int | None) -> str:
    """Write a sum of money, with öre only when it is not whole."""
    if amount_sek is None:
        return ""
    exact = Decimal(amount_sek)
    if not _is_english():
        return _with_minus(wording.kronor(exact))
    is_whole = exact == exact.to_integral_value()
    return _with_minus(f"SEK{HARD_SPACE}{exact:,.{0 if is_whole else 2}f}")


@register.filter
def number(value: Decimal | int | None, decimals: int = 0) -> str:
    """Write a number in groups of three digits."""
    if value is None:
        return ""
    written = _with_minus(f"{value:,.{decimals}f}")
    if _is_english():
        return written
    return written.replace(",", HARD_SPACE).replace(".", ",")


@register.filter
def percent(share: Fraction | Decimal | float | None, decimals: int = 1) -> str:
    """Write a share as hundredths, with decimals only when they say something."""
    if share is None:
        return ""
    hundredths = round(Decimal(str(float(share * 100))), decimals)
    if hundredths == hundredths.to_integral_value():
        decimals = 0
    unit = "%" if _is_english() else f"{HARD_SPACE}%"
    return f"{number(hundredths, decimals)}{unit}"


def _on_day(moment: date | None) -> date | None:
    """Take the day of a moment as it is in the house's own time zone."""
    if isinstance(moment, datetime):
        return timezone.localdate(moment) if moment.tzinfo else moment.date()
    return moment


def _day_as(value: date | None, pattern: str) -> str:
    shown = _on_day(value)
    if shown is None:
        return ""
    return _written(shown, pattern, _locale())


@lru_cache(maxsize=4_000)
def _written(shown: date, pattern: str, locale: str) -> str:
    written = format_date(shown, pattern, locale=locale)
    return written.replace(".", "").replace(" ", HARD_SPACE, 1)


@register.filter
def day(value: date | None) -> str:
    """Write a day as it is said: 22 januari 2026."""
    return _day_as(value, _LONG)


@register.filter
def day_with_weekday(value: date | None) -> str:
    """Write a day with its weekday: torsdag 22 januari 2026."""
    return _day_as(value, _WITH_WEEKDAY)


@register.filter
def day_short(value: date | None) -> str:
    """Write a day where the year is known: 22 jan."""
    return _day_as(value, _SHORT)


@register.filter
def weekday_short(value: date | None) -> str:
    """Write the first letters of the weekday: tors."""
    return _day_as(value, "EEE")


@register.filter
def month(value: date | None) -> str:
    """Write the month with its year: januari 2026."""
    return _day_as(value, "LLLL y")


def month_name(number: int) -> str:
    """Write a month without its year: januari."""
    return _day_as(date(_ANY_YEAR, number, 1), "LLLL")


@register.filter
def hour(value: time | None) -> str:
    """Write an hour of the day: 13.00."""
    if value is None:
        return ""
    return f"{value:%H:%M}" if _is_english() else f"{value:%H.%M}"


@register.filter
def time_span(start: time | None, end: time | None = None) -> str:
    """Write from when until when: 13.00–15.00, or the start alone."""
    if start is None or end is None:
        return hour(start)
    return f"{hour(start)}–{hour(end)}"


@register.filter
def time_tag(value: date | None, form: str = "day") -> SafeString | str:
    """Write a day so that machines read it too; form is day, weekday or short."""
    shown = _on_day(value)
    if shown is None:
        return ""
    writers = {"day": day, "weekday": day_with_weekday, "short": day_short}
    return format_html(
        '<time datetime="{}">{}</time>', shown.isoformat(), writers[form](shown)
    )


@register.filter
def word(value: object) -> str:
    """Write a word of a closed list; anything else is written as it is."""
    if value is None:
        return ""
    if not isinstance(value, Word):
        return str(value)
    return value.value.replace("_", " ") if _is_english() else value.swedish


@register.filter
def kind(value: object) -> str:
    """Tell which kind of status a word of a closed list is."""
    plain = str(value)
    return next((name for name, words in _KINDS.items() if plain in words), "neutral")


@register.filter
def unbroken(text: object) -> str:
    """Keep a short text, such as a paragraph's number, on one line."""
    return "" if text is None else str(text).replace(" ", HARD_SPACE)


@register.filter
def or_missing(text: object) -> SafeString | str:
    """Write the text, or say in a muted voice that it is not given."""
    if text is None or text == "":
        return format_html('<span class="missing">{}</span>', gettext("Ej angivet"))
    return text if isinstance(text, SafeString) else str(text)
