"""Pictures of the organisation: who prepares for whom, and seats over time."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from radslag.agreement.vocabulary import BodyKind, Role
from radslag.records.models import Appointment
from radslag.services.access import Viewer
from radslag.services.organisation import BodyLine, Organisation
from radslag.web.record_words import translated
from radslag.web.showing import Shown
from radslag.web.templatetags.radslag_text import day

WIDTH, BOX_HEIGHT, GAP, ROW_GAP = 760, 44, 8, 40
TO_A_ROW = 8
BAR_NAME_WIDTH, BAR_WIDTH, BAR_HEIGHT, BAR_STEP = 180, 520, 18, 30


def chart_of(found: Organisation) -> Shown | None:
    """Return the organisation as boxes in rows, or nothing without a committee."""
    by_kind = {
        kind: [line for line in found.bodies if line.body.kind == kind and line.exists]
        for kind in BodyKind
    }
    if not by_kind[BodyKind.COMMITTEE]:
        return None
    boards = by_kind[BodyKind.BOARD]
    networks = by_kind[BodyKind.NETWORK]
    rows: list[list[Shown]] = [
        *_spread([_municipality(line) for line in boards], "board"),
        _middle(by_kind[BodyKind.COMMITTEE], by_kind[BodyKind.SECRETARIAT]),
        _middle(by_kind[BodyKind.MANAGEMENT_GROUP], []),
        *_spread([_municipality(line) for line in networks], "network", to_a_row=3),
    ]
    boxes, bottom = _stacked([row for row in rows if row])
    return {
        "width": WIDTH,
        "height": bottom,
        "boxes": boxes,
        "lines": _lines(boxes),
        "text": _("De %(boards)s kommunstyrelserna skickar sina ordförande till "
                  "kommittén. Ledningsgruppen bereder kommitténs möten, kansliet "
                  "samordnar, och %(networks)s nätverk arbetar under ledningsgruppen.")
        % {"boards": len(boards), "networks": len(networks)},
    }  # fmt: skip


def _municipality(line: BodyLine) -> str:
    is_own = line.body.kind == BodyKind.BOARD and line.body.municipality
    return str(line.body.municipality if is_own else line.body)


def _spread(
    names: Sequence[str], kind: str, to_a_row: int = TO_A_ROW
) -> list[list[Shown]]:
    """Lay names in rows over the whole width."""
    rows = []
    for start in range(0, len(names), to_a_row):
        row = names[start : start + to_a_row]
        width = (WIDTH - GAP * (len(row) - 1)) / len(row)
        rows.append(
            [
                _box(name, kind, place * (width + GAP), width)
                for place, name in enumerate(row)
            ]
        )
    return rows


def _middle(main: Sequence[BodyLine], beside: Sequence[BodyLine]) -> list[Shown]:
    boxes = [_box(str(line.body), "main", 250, 260) for line in main[:1]]
    return boxes + [_box(str(line.body), "beside", 580, 180) for line in beside[:1]]


def _box(name: str, kind: str, x: float, width: float) -> Shown:
    return {
        "name": name,
        "kind": kind,
        "x": round(x),
        "width": round(width),
        "text_x": round(x + width / 2),
        "height": BOX_HEIGHT,
    }


def _stacked(rows: Sequence[list[Shown]]) -> tuple[list[Shown], int]:
    boxes, y, before = [], 0, ""
    for row in rows:
        kind = row[0]["kind"]
        if y:
            # Rows of one kind stand close, others leave room for the lines between.
            y += GAP if kind == before and kind != "main" else ROW_GAP
        boxes += [box | {"y": y, "text_y": y + BOX_HEIGHT // 2 + 5} for box in row]
        y, before = y + BOX_HEIGHT, kind
    return boxes, y


def _lines(boxes: Sequence[Shown]) -> list[Shown]:
    """Draw each box to the main box nearest it: boards down, the others up."""
    main = [box for box in boxes if box["kind"] == "main"]
    lines = [
        _line(box["text_x"], box["y"] + BOX_HEIGHT, main[0]["text_x"], main[0]["y"])
        for box in boxes
        if box["kind"] == "board"
    ]
    for upper, lower in pairwise(main):
        lines.append(
            _line(upper["text_x"], upper["y"] + BOX_HEIGHT, lower["text_x"], lower["y"])
        )
    bottom = main[-1]
    lines += [
        _line(bottom["text_x"], bottom["y"] + BOX_HEIGHT, box["text_x"], box["y"])
        for box in _first_row(boxes, "network")
    ]
    for box in boxes:
        if box["kind"] == "beside":
            middle = box["y"] + BOX_HEIGHT // 2
            lines.append(
                _line(main[0]["x"] + main[0]["width"], middle, box["x"], middle)
            )
    return lines


def _first_row(boxes: Sequence[Shown], kind: str) -> list[Shown]:
    found = [box for box in boxes if box["kind"] == kind]
    return [box for box in found if box["y"] == found[0]["y"]]


def _line(x1: int, y1: int, x2: int, y2: int) -> Shown:
    return {"x1": x1, "y1": y1, "x2": x2, "y2": y2}


def bars_of(seats: Sequence[Appointment], today: date, viewer: Viewer) -> Shown | None:
    """Return a body's seats as bars over time; a seat without an end is open."""
    if not seats:
        return None
    first = min(seat.appointed_from for seat in seats)
    ends = [seat.appointed_until for seat in seats if seat.appointed_until]
    last = max([today, *ends, *(seat.appointed_from for seat in seats)])
    days = max((last - first).days, 1)
    return {
        "width": BAR_NAME_WIDTH + BAR_WIDTH + 20,
        "height": 26 + BAR_STEP * len(seats),
        "rows": [
            _bar(place, seat, (first, days), viewer) for place, seat in enumerate(seats)
        ],
        "years": [
            {
                "year": year,
                "x": BAR_NAME_WIDTH
                + round(max((date(year, 1, 1) - first).days, 0) * BAR_WIDTH / days),
            }
            for year in _years(first, last)
        ],
        "bottom": 26 + BAR_STEP * len(seats),
    }


def _years(first: date, last: date) -> list[int]:
    """Return the years to mark, few enough to be read."""
    years = list(range(first.year, last.year + 1))
    step = max(1, -(-len(years) // 9))
    return years[::step]


def _bar(
    place: int, seat: Appointment, scale: tuple[date, int], viewer: Viewer
) -> Shown:
    first, days = scale
    start = round((seat.appointed_from - first).days * BAR_WIDTH / days)
    until = (seat.appointed_until - first).days if seat.appointed_until else days
    width = max(round(until * BAR_WIDTH / days) - start, 3)
    top = 24 + place * BAR_STEP
    return {
        "role": translated(Role(seat.role).swedish),
        "municipality": str(seat.municipality or ""),
        "person": str(seat.person) if seat.person and not viewer.is_public else "",
        "follows": str(seat.follows_body or ""),
        "note": "" if viewer.is_public else seat.note,
        "appointed_from": day(seat.appointed_from),
        "appointed_until": day(seat.appointed_until),
        "is_open": seat.appointed_until is None,
        "x": BAR_NAME_WIDTH + start,
        "y": top,
        "width": width,
        "height": BAR_HEIGHT,
        "arrow_x": BAR_NAME_WIDTH + start + width,
        "middle": top + BAR_HEIGHT // 2,
        "text_y": top + 14,
    }
