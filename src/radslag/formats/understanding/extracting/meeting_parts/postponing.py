"""To which meeting a matter was postponed, where the document names that meeting."""

import re
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty, Outcome
from radslag.agreement.wording import MONTHS
from radslag.formats.understanding.extracting.meeting_parts.bodies import kind_named
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found

THE_NEXT_NAMED: Final = "Nästa möte är taget som det närmaste som handlingen nämner."
_NEXT: Final = re.compile(r"(?i)\bnäst(?:a|kommande)\b[^.]{0,30}?(?:möte|sammanträde)")
# "Frågan tas upp på mötet i november": the only one to come in that month.
_IN_MONTH: Final = re.compile(
    r"(?i)\b(?:möte|sammanträde|träff)(?:t|et|en)?\s+(?:i\s+)?"
    rf"(?P<month>{'|'.join(MONTHS)})\b"
)


def add_postponed_to(
    decisions: list[Found], meeting: Found, planned: list[Found], gathering: Gathering
) -> None:
    """Say where postponed matters went: the meeting of a day, or the body's next."""
    for decision in decisions:
        if decision["outcome"] != Outcome.POSTPONED.value:
            continue
        wording = decision.values["wording"]
        to = _meeting_to(str(wording.value), meeting, planned, gathering)
        if to:
            decision.values["postponed_to"] = wording.as_value(to.key).doubted(
                Certainty.PROBABLE, THE_NEXT_NAMED
            )


def _meeting_to(
    words: str, meeting: Found, planned: list[Found], gathering: Gathering
) -> Found | None:
    by_day = [each for each in planned if _names_day(words, each["held_on"])]
    if by_day:
        return by_day[0]
    month = _IN_MONTH.search(words)
    in_month = [m for m in planned if month and _is_in(m["held_on"], month["month"])]
    if len(in_month) == 1:
        return in_month[0]
    if not _NEXT.search(words):
        return None
    kind = kind_named(words)
    same = [
        each
        for each in planned
        if (_kind(each, gathering) == kind if kind else each["body"] == meeting["body"])
    ]
    return min(same, key=lambda found: str(found["held_on"]), default=None)


def _is_in(day: date, month: str) -> bool:
    return MONTHS[day.month - 1] == month.lower()


def _kind(meeting: Found, gathering: Gathering) -> str | None:
    body = gathering.get("bodies", str(meeting["body"]))
    return body["kind"] if body else None


def _names_day(words: str, day: date) -> bool:
    written = (
        rf"\b{day.day}(?::?e)?\s+{MONTHS[day.month - 1][:3]}|\b{day.isoformat()}\b"
    )
    return re.search(rf"(?i){written}|\b{day.day}/{day.month}\b", words) is not None
