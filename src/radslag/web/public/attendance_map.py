"""The attendance map: municipalities against meetings, as a picture and its table."""

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from radslag.agreement.vocabulary import AttendanceState
from radslag.services.meetings import HeatMap, HeatRow, Quorum, Standing
from radslag.web.record_words import translated
from radslag.web.showing import Shown
from radslag.web.templatetags.radslag_text import day, day_short

NAME_WIDTH, CELL_WIDTH, CELL_HEIGHT, HEAD_HEIGHT = 104, 58, 30, 44
LETTERS: Final = {
    AttendanceState.PRESENT: gettext_lazy("N"),
    AttendanceState.REMOTE: gettext_lazy("D"),
    AttendanceState.GUEST: gettext_lazy("G"),
    AttendanceState.ABSENT: gettext_lazy("F"),
}


def standing_shown(standing: Standing) -> Shown:
    """Return how a party took part as letter, tone and word."""
    state = standing.state
    return {
        "state": str(state) if state else "unknown",
        "letter": LETTERS[state] if state else "–",
        "word": translated(state.swedish) if state else _("inte inlagd"),
        "others": standing.others,
    }


def quorum_words(quorum: Quorum) -> str:
    """Say in one line whether a body could decide, and what says so."""
    if not quorum.is_known:
        return _("Närvaron är inte inlagd")
    numbers = _("%(present)s av %(members)s") % {
        "present": quorum.present,
        "members": quorum.members,
    }
    if quorum.ruling is None:
        return _("%(numbers)s närvarande – avtalet har ingen gräns") % {
            "numbers": numbers
        }
    word = _("beslutför") if quorum.ruling else _("inte beslutför")
    paragraph = quorum.ruling.paragraph
    by = _(" enligt %(paragraph)s") % {"paragraph": paragraph} if paragraph else ""
    return f"{numbers} – {word}{by}"


def quorum_kind(quorum: Quorum) -> str:
    """Return the tone of the quorum lamp."""
    if quorum.ruling is None:
        return "neutral"
    return "success" if quorum.ruling else "danger"


def map_of(found: HeatMap, cooperation: str) -> Shown:
    """Return the map with the places of its cells."""
    width = NAME_WIDTH + CELL_WIDTH * len(found.meetings)
    return {
        "width": max(width, NAME_WIDTH + 3 * CELL_WIDTH),
        "height": HEAD_HEIGHT + CELL_HEIGHT * (len(found.rows) + 1),
        "heads": [
            {
                "x": NAME_WIDTH + CELL_WIDTH * place + CELL_WIDTH / 2 - 2,
                "day": day_short(meeting.held_on),
                "year": meeting.held_on.year,
                "name": f"{meeting.body} {day(meeting.held_on)}",
                "url": reverse("meetings-one", args=[cooperation, meeting.key]),
            }
            for place, meeting in enumerate(found.meetings)
        ],
        "rows": [_row(place, row) for place, row in enumerate(found.rows)],
        "quorums": [
            {
                "words": quorum_words(quorum),
                "kind": quorum_kind(quorum),
                "numbers": f"{quorum.present}/{quorum.members}",
                "x": NAME_WIDTH + CELL_WIDTH * place + CELL_WIDTH / 2 - 2,
            }
            for place, quorum in enumerate(found.quorums)
        ],
        "quorum_y": HEAD_HEIGHT + CELL_HEIGHT * len(found.rows) + 19,
        "sentences": [sentence for row in found.rows if (sentence := _absences(row))],
    }


def _row(place: int, row: HeatRow) -> Shown:
    top = HEAD_HEIGHT + place * CELL_HEIGHT
    return {
        "name": row.name,
        "text_y": top + 18,
        "cells": [
            standing_shown(standing)
            | {
                "x": NAME_WIDTH + CELL_WIDTH * number,
                "y": top,
                "width": CELL_WIDTH - 4,
                "height": CELL_HEIGHT - 4,
                "text_x": NAME_WIDTH + CELL_WIDTH * number + CELL_WIDTH / 2 - 2,
            }
            for number, standing in enumerate(row.standings)
        ],
    }


def _absences(row: HeatRow) -> str:
    if not row.times_absent:
        return ""
    return ngettext(
        "%(name)s frånvarande %(absent)s av %(known)s möte.",
        "%(name)s frånvarande %(absent)s av %(known)s möten.",
        row.times_known,
    ) % {"name": row.name, "absent": row.times_absent, "known": row.times_known}
