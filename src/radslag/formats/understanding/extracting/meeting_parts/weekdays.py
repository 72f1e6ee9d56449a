"""The weekday that is written beside a day, and whether it is the day's own."""

from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import WEEKDAYS
from radslag.formats.understanding.gathering import Gathering, iso
from radslag.formats.understanding.model import Contradiction, Found, Value
from radslag.formats.understanding.wording.days import FoundDay


def weekday_of(day: FoundDay | None) -> Value | None:
    """Return the weekday that is written before a day, as it is written."""
    if day is None or not day.weekday:
        return None
    words = day.piece.find(r"(?i)^\s*(\w+)")
    return words.value(day.weekday) if words else None


def contradict_weekday(
    day: FoundDay | None, found: Found, gathering: Gathering
) -> None:
    """List a weekday that is another than the day's own."""
    if day is None or not day.weekday or not day.has_year:
        return
    own = WEEKDAYS[day.day.weekday()]
    if day.weekday == own:
        return
    sentence = f"Dagen {iso(day.day)} är en {own}, inte en {day.weekday}."
    said = found.values.get("held_on")
    if said and said.value == day.day:
        found.values["held_on"] = said.doubted(Certainty.DOUBTFUL, sentence)
    gathering.contradictions.append(
        Contradiction(
            rule="meetings.weekday",
            sentence=sentence,
            quotes=(day.piece.quote,),
            section="meetings",
            key=found.key,
            field="held_on",
        )
    )
