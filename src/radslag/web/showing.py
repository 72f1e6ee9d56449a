"""Facts as the components of the pages take them: labels, addresses, marks.

Nothing is decided here; see docs/components.md for what each component shows.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from radslag.records.models import Cooperation
from radslag.services.calendar import CalendarEntry, Month
from radslag.services.fees import Reason
from radslag.services.overview import Task, Week
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


def chain(reasons: Iterable[Reason], cooperation: Cooperation) -> list[Shown]:
    """Return the links behind a figure, paragraphs leading to the agreement."""
    agreement = reverse("agreement", args=[cooperation.key])
    links: list[Shown] = []
    for reason in reasons:
        links.append({"label": reason.rule, "text": reason.sentence})
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


def months(calendar: Sequence[Month], cooperation: Cooperation) -> list[Shown]:
    """Return a calendar's months as the calendar component takes them."""
    return [
        {
            "name": month_name(month.first_on),
            "entries": [_calendar_line(entry, cooperation) for entry in month.entries],
        }
        for month in calendar
    ]


def _calendar_line(entry: CalendarEntry, cooperation: Cooperation) -> Shown:
    return {
        "day": entry.on,
        "starts_at": entry.starts_at,
        "ends_at": entry.ends_at,
        "title": _titled(entry),
        "url": _meeting_address(entry, cooperation),
        "place": entry.place,
        "is_cancelled": entry.is_cancelled,
    }


def _titled(entry: CalendarEntry) -> str:
    return f"{entry.who}, {entry.what}" if entry.what else entry.who


def weeks(shown: Sequence[Week], cooperation: Cooperation) -> list[Shown]:
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


def late(tasks: Sequence[Task], cooperation: Cooperation) -> list[Shown]:
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


def task_line(task: Task, cooperation: Cooperation) -> Shown:
    """Return something to be done as a line, leading to where it is done."""
    agreement = reverse("agreement", args=[cooperation.key])
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


def _address(task: Task, cooperation: Cooperation) -> str:
    if not task.address:
        return ""
    if task.year is None:
        return reverse(task.address, args=[cooperation.key])
    return reverse(f"{task.address}-year", args=[cooperation.key, task.year])


def _meeting_address(entry: CalendarEntry, cooperation: Cooperation) -> str:
    if not entry.meeting_key:
        return ""
    return reverse("meetings-one", args=[cooperation.key, entry.meeting_key])


def _event_line(entry: CalendarEntry, cooperation: Cooperation) -> Shown:
    return {
        "day": entry.on,
        "title": _titled(entry),
        "url": _meeting_address(entry, cooperation),
        "detail": entry.place,
        "kind": "danger" if entry.is_cancelled else "info",
        "status": entry.status.capitalize(),
    }
