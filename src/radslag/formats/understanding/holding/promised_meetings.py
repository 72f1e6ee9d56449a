"""Fewer meetings in a year's calendar than the agreement or the programme promises."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import BodyKind, MeetingStatus
from radslag.agreement.wording import body_name
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.holding import Together
from radslag.formats.understanding.model import Contradiction, Found

NUMBERS: Final = (
    *("inget", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
    *("elva", "tolv"),
)
QUALIFIERS: Final = {"about": "ungefär", "at_least": "minst"}
# A few days named in minutes are no calendar of the year.
A_CALENDAR: Final = 2


def contradictions(together: Together) -> Iterator[Contradiction]:
    """Give each body and year with fewer meetings than each rule promises."""
    gathering = together.gathering
    for term in gathering.of("terms"):
        value = term["value"]
        if term["kind"] == "meetings" and isinstance(value, dict):
            for year, meetings in _calendars(gathering, str(value.get("body"))):
                if _applies(term, year) and len(meetings) < int(value["per_year"]):
                    yield _clash(term, year, meetings)


def _calendars(gathering: Gathering, body: str) -> Iterator[tuple[int, list[Found]]]:
    years = {plan["year"] for plan in gathering.of("plans")}
    by_year: dict[int, list[Found]] = defaultdict(list)
    for meeting in gathering.of("meetings"):
        kind = gathering.get("bodies", str(meeting["body"]))
        day = meeting["held_on"]
        is_held = meeting["status"] != MeetingStatus.CANCELLED.value
        if kind and kind["kind"] == body and isinstance(day, date) and is_held:
            by_year[day.year].append(meeting)
    for year, meetings in by_year.items():
        if year in years and len(meetings) >= A_CALENDAR:
            yield year, meetings


def _applies(term: Found, year: int) -> bool:
    since, until = term["applies_from"], term["applies_until"]
    begins = not isinstance(since, date) or since.year <= year
    return begins and (not isinstance(until, date) or until.year > year)


def _clash(term: Found, year: int, meetings: list[Found]) -> Contradiction:
    value = term["value"]
    promised = _number(int(value["per_year"]))
    qualifier = QUALIFIERS.get(str(value.get("qualifier")), "")
    where = f"§ {term['paragraph']}" if term["paragraph"] else "Villkoret"
    body = body_name(BodyKind(value["body"]).value)
    sentence = (
        f"Kalendern för {year} har {_number(len(meetings))} möten med {body}; "
        f"{where} säger {qualifier} {promised} om året."
    )
    quotes = [*term.values["value"].quotes]
    quotes += [quote for one in meetings for quote in one.values["held_on"].quotes]
    return Contradiction(
        "promised_meetings", sentence, tuple(quotes), "terms", term.key, "value"
    )


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
