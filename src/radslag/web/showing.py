"""Facts as the components of the pages take them: labels, addresses, marks.

Nothing is decided here; see docs/components.md for what each component shows.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.agreement.vocabulary import ReadingState
from radslag.services.calendar import DIGITAL, CalendarEntry, Month
from radslag.services.fees import Reason
from radslag.services.overview import Task, Week
from radslag.web.record_words import translated
from radslag.web.templatetags.radslag_text import day_short
from radslag.web.templatetags.radslag_text import month as month_name

Shown = dict[str, Any]

_IN_PLAN = {"plans", "activities"}
_IN_ECONOMY = {"fees", "budget_lines", "populations"}
_IN_AGREEMENT = {"agreements", "paragraphs", "terms"}
# The pages of records that have one of their own, by what the path needs.
_OWN_PAGE = {
    "programmes": "goals-programme",
    "goals": "goals-one",
    "meetings": "meetings-one",
    "meeting_notices": "meetings-one",
    "agenda_items": "meetings-one",
    "attendance": "meetings-one",
    "decisions": "meetings-one",
    "minutes": "meetings-one",
    "verifiers": "meetings-one",
    "adoptions": "adoptions-one",
    "bodies": "organisation-body",
}
# What the colour and the shape of a reading's state say.
READING_KINDS = {
    ReadingState.WAITING: "neutral",
    ReadingState.READING: "info",
    ReadingState.READ: "warning",
    ReadingState.FAILED: "danger",
    ReadingState.APPLIED: "success",
    ReadingState.UNDONE: "neutral",
}
# Of what is undone nothing is asked for, though it may be chosen again.
_TELLS_LEFT = (ReadingState.READ, ReadingState.APPLIED)
_SHOWN_NAMES = 4


def chain(reasons: Iterable[Reason], cooperation: str) -> list[Shown]:
    """Return the links behind a figure, paragraphs leading to the agreement."""
    agreement = reverse("agreement", args=[cooperation])
    links: list[Shown] = []
    for reason in reasons:
        links.append({"label": translated(reason.rule), "text": reason.sentence})
        if reason.paragraph:
            links.append(
                {
                    "label": _("Paragraf"),
                    "text": reason.paragraph,
                    "url": f"{agreement}#{anchor_of(reason.paragraph)}",
                }
            )
        if reason.source:
            links.append({"label": _("Källa"), "text": reason.source})
    return links


def address_of(
    section: str,
    key: str,
    cooperation: str,
    *,
    year: int | None = None,
    paragraph: str = "",
    path: Sequence[str] = (),
) -> str:
    """Return where a record is shown among its own kind, or else its own page.

    `cooperation` is the cooperation's key. With the year an activity leads to its row
    in the plan, and what has a sum to that year's economy; with the paragraph's number
    a paragraph and a term lead to the agreement; with the keys of `path` a goal, a
    meeting and an adoption lead to their pages. All else leads to the record's page.
    """
    if section in _IN_PLAN and year:
        place = "" if section == "plans" else f"#{key}"
        return reverse("plan-year", args=[cooperation, year]) + place
    if section in _IN_ECONOMY and year:
        return reverse("economy-year", args=[cooperation, year])
    if section in _IN_AGREEMENT and (paragraph or section == "agreements"):
        place = f"#{anchor_of(paragraph)}" if paragraph else ""
        return reverse("agreement", args=[cooperation]) + place
    if section in _OWN_PAGE and path:
        return reverse(_OWN_PAGE[section], args=[cooperation, *path])
    return record_address(section, key, cooperation)


def record_address(section: str, key: str, cooperation: str) -> str:
    """Return the address of a record's own page."""
    return reverse("record", args=[cooperation, section, key])


def anchor_of(paragraph: str) -> str:
    """Return the place on the agreement's page that a paragraph has.

    >>> anchor_of("§ 8")
    'p8'
    """
    return "p" + paragraph.replace("§", "").strip().replace(" ", "-")


def months(calendar: Sequence[Month], cooperation: str) -> list[Shown]:
    """Return a calendar's months as the calendar component takes them."""
    return [
        {
            "name": month_name(month.first_on),
            "entries": [_calendar_line(entry, cooperation) for entry in month.entries],
        }
        for month in calendar
    ]


def _calendar_line(entry: CalendarEntry, cooperation: str) -> Shown:
    return {
        "day": entry.on,
        "starts_at": entry.starts_at,
        "ends_at": entry.ends_at,
        "title": titled(entry),
        "url": _meeting_address(entry, cooperation),
        "place": place_of(entry),
        "is_cancelled": entry.is_cancelled,
    }


def titled(entry: CalendarEntry) -> str:
    """Return who meets, and what it is when it is not an ordinary meeting."""
    return f"{entry.who}, {translated(entry.what)}" if entry.what else entry.who


def place_of(entry: CalendarEntry) -> str:
    """Return where it is; the program's own word for no place at all is translated."""
    return translated(entry.place) if entry.place == DIGITAL else entry.place


def weeks(shown: Sequence[Week], cooperation: str) -> list[Shown]:
    """Return the weeks ahead as the timeline component takes them."""
    return [
        {
            "label": _("Vecka %(number)s") % {"number": week.number},
            "span": _span(week),
            "entries": sorted(
                [
                    *(task_line(task, cooperation) for task in week.tasks),
                    *(_event_line(event, cooperation) for event in week.events),
                ],
                key=lambda line: line["day"],
            ),
        }
        for week in shown
    ]


def late(tasks: Sequence[Task], cooperation: str) -> list[Shown]:
    """Return what should have been done already, as one piece of the timeline."""
    if not tasks:
        return []
    lines = [task_line(task, cooperation) for task in tasks]
    late_lines = [line | {"kind": "danger", "status": _("Försenat")} for line in lines]
    return [{"label": _("Tidigare"), "entries": late_lines}]


def _span(week: Week) -> str:
    first, last = week.first_on, week.last_on
    begins = str(first.day) if first.month == last.month else day_short(first)
    return f"{begins}–{day_short(last)}"


def task_line(task: Task, cooperation: str) -> Shown:
    """Return something to be done as a line, leading to where it is done."""
    agreement = reverse("agreement", args=[cooperation])
    return {
        "day": task.by,
        "title": task.what,
        "detail": task.why,
        "kind": "warning",
        "status": _("Att göra"),
        "url": _address(task, cooperation),
        "paragraph": task.paragraph,
        "paragraph_url": f"{agreement}#{anchor_of(task.paragraph)}",
    }


def _address(task: Task, cooperation: str) -> str:
    if not task.address:
        return ""
    if task.year is None:
        return reverse(task.address, args=[cooperation])
    return reverse(f"{task.address}-year", args=[cooperation, task.year])


def _meeting_address(entry: CalendarEntry, cooperation: str) -> str:
    if not entry.meeting_key:
        return ""
    return reverse("meetings-one", args=[cooperation, entry.meeting_key])


def _event_line(entry: CalendarEntry, cooperation: str) -> Shown:
    return {
        "day": entry.on,
        "title": titled(entry),
        "url": _meeting_address(entry, cooperation),
        "detail": place_of(entry),
        "kind": "danger" if entry.is_cancelled else "info",
        "status": translated(entry.status).capitalize(),
    }


def reading_line(reading: Any, url: str) -> Shown:  # noqa: ANN401 - with its `left`
    """Return a reading as the list of readings takes it."""
    state = ReadingState(reading.state)
    names = [file.name for file in reading.files.all()]
    more = len(names) - _SHOWN_NAMES
    said = ", ".join(names[:_SHOWN_NAMES])
    if more > 0:
        said += _(" och %(more)s till") % {"more": more}
    return {
        "names": said,
        "url": url,
        "at": reading.started_at,
        "by": reading.started_by_name,
        "state": state,
        "kind": READING_KINDS[state],
        "left": reading.left if state in _TELLS_LEFT else 0,
    }
