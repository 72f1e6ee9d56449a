"""Lanes: how far each board has come with a programme, as a picture and its table.

A day that is only counted is drawn apart from one that is known, and what is unknown
is hatched: nothing is drawn as surer than it is.
"""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from radslag.services.adoptions import Cell, Column
from radslag.web.record_words import translated
from radslag.web.showing import Shown
from radslag.web.templatetags.radslag_text import day_short

NAME_WIDTH, STAGE_WIDTH, LANE_HEIGHT, HEAD_HEIGHT, BAR_HEIGHT = 104, 126, 34, 30, 24
LETTER_WIDTH = 7


class Stage(NamedTuple):
    """A stage of a lane: how sure it is, and the word that stands in it."""

    state: str
    word: str


def stage_names() -> tuple[str, ...]:
    """Return the stages' names, in the order that they happen."""
    return (
        _("Utsänt"),
        _("Beslutat"),
        _("Justerat"),
        _("Anslaget"),
        _("Kan inte överklagas"),
    )


def lanes_of(column: Column, today: date) -> Shown:
    """Return a programme's lanes with their places in the picture."""
    names = stage_names()
    rows = [
        _lane(place, cell, today) | {"name": cell.name}
        for place, cell in enumerate(column.cells)
    ]
    return {
        "programme": str(column.programme),
        "width": NAME_WIDTH + STAGE_WIDTH * len(names),
        "height": HEAD_HEIGHT + LANE_HEIGHT * len(rows),
        "heads": [
            {"x": NAME_WIDTH + STAGE_WIDTH * place + 4, "name": name}
            for place, name in enumerate(names)
        ],
        "rows": rows,
        "summary": column.summary,
    }


def _lane(place: int, cell: Cell, today: date) -> Shown:
    top = HEAD_HEIGHT + place * LANE_HEIGHT
    return {
        "text_y": top + BAR_HEIGHT - 7,
        "stages": [
            {
                "x": NAME_WIDTH + STAGE_WIDTH * number,
                "y": top,
                "width": STAGE_WIDTH - 4,
                "height": BAR_HEIGHT,
                "text_x": NAME_WIDTH + STAGE_WIDTH * number + 8,
                "name": name,
                "state": stage.state,
                "word": stage.word,
                "word_width": len(stage.word) * LETTER_WIDTH + 8,
                "word_x": NAME_WIDTH + STAGE_WIDTH * number + 4,
            }
            for number, (name, stage) in enumerate(
                zip(stage_names(), stages_of(cell, today), strict=True)
            )
        ],
    }


def stages_of(cell: Cell, today: date) -> list[Stage]:
    """Return the five stages of a board's decision, each known, counted or unknown."""
    row, steps = cell.adoption, cell.steps
    if row is None or steps is None:
        return [_unknown()] * 5
    return [
        _stage(row.sent_on),
        _stage(row.decided_on, _said(cell)),
        _stage(steps.verification.done_on, due_by=steps.verification.due_by),
        _stage(steps.announcement.done_on, due_by=steps.announcement.due_by),
        _final(steps.final_from, steps.appeal.due_by, today),
    ]


def _unknown(word: str = "") -> Stage:
    return Stage("unknown", word or _("okänt"))


def _said(cell: Cell) -> str:
    if cell.has_said_yes:
        return _("ja, dag okänd")
    return translated(cell.outcome.swedish) if cell.outcome else ""


def _stage(
    done_on: date | None, word: str = "", *, due_by: date | None = None
) -> Stage:
    if done_on is not None:
        return Stage("done", _written(done_on))
    if due_by is not None:
        return Stage("due", _("senast %(day)s") % {"day": _written(due_by)})
    return _unknown(word)


def _final(final_from: date | None, appeal_until: date | None, today: date) -> Stage:
    if final_from is not None:
        return Stage("done" if final_from <= today else "due", _written(final_from))
    if appeal_until is not None:
        return Stage("unknown", _("anslag okänt"))
    return _unknown()


def _written(day: date) -> str:
    return f"{day_short(day)} {day.year}"
