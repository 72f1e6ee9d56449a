"""The demonstration with a full calendar, for the pages that are served under load.

130 meetings are added to it, and two long ones: 30 items with decisions and minutes,
and 60 participants, once from a dozen parties and once from a party each. Nothing in
them is real, and they are the same at every run.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import yaml

Tree = dict[str, Any]
KEY = "sodertorn"
EARLIER, COMING = 80, 50
ITEMS, PARTICIPANTS = 30, 60
DAYS_BETWEEN = 5
FIRST_COMING = date(2026, 3, 5)
BODIES = ("kommitten", "ledningsgruppen", "klimatnatverket", "ekonominatverket")
OF_FEW, OF_MANY = "langt-mote", "langt-mote-manga-parter"
TEXT = (
    "Frågan bereddes av tjänstepersonerna, som gick igenom underlaget och svarade på "
    "frågor. Kommunerna redovisade läget hos sig och vad de vill se under året."
)
MINUTES = "\n\n".join([TEXT] * 20)


def tree() -> Tree:
    """Return the demonstration's file with the meetings added."""
    source = files("radslag.web.demo").joinpath("sodertorn.yaml").read_bytes()
    found: Tree = yaml.safe_load(source)
    members = [each["key"] for each in found["municipalities"]]
    found["outside_parties"] += [
        {"key": _party(number), "name": f"Part {number:02}"}
        for number in range(PARTICIPANTS)
    ]
    found["meetings"] += [
        *_ordinary_meetings(members),
        _long(OF_FEW, "2026-02-25", list(_of_few(members))),
        _long(OF_MANY, "2026-02-26", list(_of_many(members))),
    ]
    return found


def _ordinary_meetings(members: list[str]) -> Iterator[Tree]:
    for number in range(-EARLIER, COMING):
        held_on = FIRST_COMING + timedelta(days=number * DAYS_BETWEEN)
        meeting: Tree = {
            "key": f"mote-{number + EARLIER}",
            "body": BODIES[number % len(BODIES)],
            "status": "held" if number < 0 else "planned",
            "held_on": held_on.isoformat(),
            "starts_at": "13:00",
            "ends_at": "15:00",
            "place": f"Sal {number % 7}",
            "host": members[number % len(members)],
        }
        if number < 0:
            meeting["items"] = [_item(1)]
            meeting["attendance"] = [_member(each) for each in members]
        yield meeting


def _long(key: str, held_on: str, attendance: list[Tree]) -> Tree:
    return {
        "key": key,
        "body": "ledningsgruppen",
        "status": "held",
        "held_on": held_on,
        "starts_at": "09:00",
        "ends_at": "16:00",
        "place": "Stora salen",
        "items": [_item(number) for number in range(1, ITEMS + 1)],
        "attendance": attendance,
        "minutes": {
            "kind": "notes",
            "written_on": held_on,
            "verified_on": held_on,
            "secretary": "Kansliet",
            "text": MINUTES,
        },
    }


def _item(number: int) -> Tree:
    return {
        "number": number,
        "title": f"Punkt {number}: samordning och uppföljning",
        "kind": "decision",
        "text": TEXT,
        "decisions": [
            {"wording": f"Förslag {number} antas som det sändes ut."},
        ],
    }


def _member(municipality: str) -> Tree:
    return {"municipality": municipality, "role": "ledamot", "is_member": True}


def _of_few(members: list[str]) -> Iterator[Tree]:
    """Yield a member from each municipality, and others from a dozen parties."""
    yield from map(_member, members)
    parties: list[Tree] = [{"municipality": each} for each in members]
    parties += [{"outside_party": _party(number)} for number in range(4)]
    for number in range(PARTICIPANTS - len(members)):
        party = parties[number % len(parties)]
        yield {**party, "role": f"tjänsteperson {number}", "state": "guest"}


def _of_many(members: list[str]) -> Iterator[Tree]:
    """Yield a member from each municipality, and somebody each from other parties."""
    yield from map(_member, members)
    for number in range(PARTICIPANTS - len(members)):
        yield {"outside_party": _party(number), "role": "gäst", "state": "guest"}


def _party(number: int) -> str:
    return f"part-{number:02}"
