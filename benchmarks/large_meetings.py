"""The meetings of the large cooperation, with items, decisions and minutes."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from benchmarks.large_sizes import (
    COMMITTEE_MEETINGS_A_YEAR,
    DAY,
    LAST_YEAR,
    MEETINGS_A_YEAR,
    MUNICIPALITIES,
    NETWORKS,
    YEARS,
    municipality,
)

Tree = dict[str, Any]
ITEMS = ("Dagordning", "Lägesrapport")


def meetings() -> Iterator[Tree]:
    """Yield every year's meetings, most of them the networks'."""
    for year in YEARS:
        for number in range(MEETINGS_A_YEAR):
            yield _meeting(year, number)


def deliveries() -> Iterator[Tree]:
    """Yield the committee's minutes, of the last two years, sent to everybody."""
    for year in (LAST_YEAR - 1, LAST_YEAR):
        for number in range(COMMITTEE_MEETINGS_A_YEAR):
            if not _is_held(year, number):
                continue
            for each in range(MUNICIPALITIES):
                yield {
                    "minutes": f"{_key(year, number)}-anteckningar",
                    "municipality": municipality(each),
                    "sent_on": _day(year, number).isoformat(),
                }


def _key(year: int, number: int) -> str:
    return f"mote-{year}-{number}"


def _day(year: int, number: int) -> date:
    is_committee = number < COMMITTEE_MEETINGS_A_YEAR
    days = 14 + number * 55 if is_committee else number * 347 % 361
    return date(year, 1, 1) + timedelta(days=days)


def _is_held(year: int, number: int) -> bool:
    return _day(year, number) < date.fromisoformat(DAY)


def _meeting(year: int, number: int) -> Tree:
    held_on = _day(year, number)
    is_committee = number < COMMITTEE_MEETINGS_A_YEAR
    meeting: Tree = {
        "key": _key(year, number),
        "body": "kommitten" if is_committee else f"natverk-{number % NETWORKS}",
        "status": "held" if _is_held(year, number) else "planned",
        "held_on": held_on.isoformat(),
        "starts_at": "13:00",
        "ends_at": "15:00",
        "place": f"Sal {number % 7}",
        "is_public": True,
    }
    if not _is_held(year, number):
        return meeting
    meeting["items"] = [
        {
            "key": f"{_key(year, number)}-{position}",
            "number": position,
            "title": title,
            "decisions": [{"wording": "Antecknas.", "outcome": "noted"}],
        }
        for position, title in enumerate(ITEMS, start=1)
    ]
    meeting["minutes"] = {
        "key": f"{_key(year, number)}-anteckningar",
        "written_on": held_on.isoformat(),
        "verified_on": held_on.isoformat(),
        "secretary": "Kansliet",
    }
    if is_committee and year >= LAST_YEAR - 1:
        meeting["attendance"] = [
            {"municipality": municipality(each), "role": "ledamot", "is_member": True}
            for each in range(MUNICIPALITIES)
        ]
    return meeting
