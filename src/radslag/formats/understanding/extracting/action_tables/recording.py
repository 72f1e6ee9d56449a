"""Puts an activity that was read into the gathering, value by value."""

import re
from dataclasses import dataclass, field
from typing import Final

from radslag.agreement.vocabulary import ActivityKind, ActivityStatus, Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.action_tables.columns import Says
from radslag.formats.understanding.extracting.action_tables.times import (
    VAGUE_TIME,
    from_start_to_end,
    understood,
)
from radslag.formats.understanding.extracting.responsibility import Responsibility
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece, tidy
from radslag.formats.understanding.wording.sums import MALFORMED, sums_in

LONGEST_TITLE, LONGEST_WORDS, KEY_LENGTH = 400, 200, 60
SHIFTED: Final = (
    "Raden är förskjuten i tabellen; värdet står en kolumn för långt till höger."
)
BY_CHAPTER: Final = "Aktivitetens slag är taget ur kapitlet den står i."
BY_PLACE: Final = "Målet är det som aktiviteten står under."
BY_GOAL: Final = "Ansvarig är den som svarar för målet som aktiviteten står under."
COST_IN_TEXT: Final = "Kostnaden är nämnd i kommentaren."
TIME_AS_COST: Final = "Orden står i tidens kolumn men handlar om kostnad."
SEVERAL_SUMS: Final = (
    "Flera belopp står tillsammans; vilket som är kostnaden framgår inte."
)
STATUS_FROM_TIME: Final = "Läget är taget ur orden om tid."
_STATUS: Final = (
    (
        ActivityStatus.CANCELLED,
        r"inställ|utgå|avbrut|avslut\w* utan|ej aktuell|inte aktuell|struken"
        r"|genomförs inte",
    ),
    (
        ActivityStatus.POSTPONED,
        r"framflytt|skjut|flytta[st]|senareläg|uppskjut|vilande|bordlag|pausa",
    ),
    (
        ActivityStatus.PLANNED,
        r"planera|ej påbörja|inte påbörja|ej start|inte start|kommande"
        r"|återstår",
    ),
    (
        ActivityStatus.ONGOING,
        r"pågå|löpande|delvis|påbörja|startad|under arbete|fortsätter|fortlöpande",
    ),
    (
        ActivityStatus.DONE,
        r"klar|genomför[dt]|avslutad|utför[dt]|färdig|slutför|uppnå|ja$|grön",
    ),
)
_DONE: Final = re.compile(r"(?i)\s*klart?\.?\s*(?:\(.*\))?\s*$")
# What was to be done and was not may be put off, or given up; it does not say which.
_NOT_DONE: Final = re.compile(
    r"^(?:ej|inte|icke|delvis ej)\s+(?:genomför|klar|slutför|utför)"
)
_COST_WORDS: Final = re.compile(
    r"(?i)beställning|upphandl|kostnad|offert|avrop|budget|konsult"
)
_COST: Final = re.compile(
    r"(?i)(?:kostnad\w*|budget\w*)\s*(?:är|på|uppgår till|beräknas till"
    r"|uppskattas till|:)?\s*"
    r"(?P<sum>(?:ca\.?|cirka|högst|max)?\s*\d[\d  .,]*\s*(?:kr(?:onor)?|tkr|mnkr"
    r"|mkr)\b)"
)
_SENTENCE: Final = re.compile(r"(?<=[.!?;:])\s+|\n")


@dataclass
class Activity:
    """What was read of an activity: its words, and the goal it stands under."""

    title: Piece
    says: dict[Says, list[Piece]] = field(default_factory=dict)
    goal: Value | None = None
    kind: Value | None = None
    is_shifted: bool = False
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""
    unit: str = ""
    responsible: tuple[tuple[str, Value], ...] = ()

    def first(self, says: Says) -> Piece | None:
        """Return the first words about this, or None."""
        return next(iter(self.says.get(says, ())), None)


class Recording:
    """Adds a plan's activities, each once, in their order."""

    def __init__(
        self,
        gathering: Gathering,
        plan: Value,
        year: int,
        responsibility: Responsibility,
    ) -> None:
        self.gathering = gathering
        self.plan = plan
        self.year = year
        self.responsibility = responsibility
        self.count = 0
        self._taken: set[str] = set()

    def add(self, activity: Activity) -> Found:
        """Put an activity among the plan's, with who answers for it."""
        self.count += 1
        title, rest = _cut(_unnumbered(activity.title))
        key = self._key(tidy(str(title)))
        values: dict[str, Value | None] = {
            "plan": self.plan,
            "goal": activity.goal,
            "kind": activity.kind,
            "position": title.value(self.count),
            "title": title.value(None, activity.certainty, activity.reason),
            "comment": _comment(activity, rest),
        }
        values |= self._time(activity) | _cost(activity) | _status(activity)
        values |= self._responsible(activity, key)
        if activity.is_shifted:
            values = {c: _slipped(c, value) for c, value in values.items()}
        return self.gathering.add("activities", key, values)

    def _key(self, title: str) -> str:
        wish = f"{self.year}-{_shortened(slug(title.replace('.', ' ')))}"
        key, number = wish, 2
        while key in self._taken:
            key, number = f"{wish}-{number}", number + 1
        self._taken.add(key)
        return key

    def _responsible(self, activity: Activity, key: str) -> dict[str, Value | None]:
        said = activity.first(Says.RESPONSIBLE)
        found = list(activity.responsible)
        if said:
            found = self.responsibility.of(said)
        for column, value in found:
            values = {"activity": value.as_value(key), column: value}
            self.gathering.add(
                "activity_responsibilities", f"{key}-{value.value}", values
            )
        return {"responsible_as_written": _words(said)}

    def _time(self, activity: Activity) -> dict[str, Value | None]:
        starts, ends = activity.first(Says.START), activity.first(Says.END)
        if starts or ends:
            return from_start_to_end(starts, ends, self.year)
        pieces = activity.says.get(Says.TIME, [])
        if not pieces:
            return {}
        words = " – ".join(tidy(str(piece)) for piece in pieces)[:LONGEST_WORDS]
        time = understood(words, self.year)
        if time.kind == "unknown" and _is_about_cost(words, activity):
            value = pieces[0].value(words, Certainty.DOUBTFUL, TIME_AS_COST)
            return {"cost_as_written": value}
        certainty = Certainty.CERTAIN if time.certain else Certainty.PROBABLE
        reason = "" if time.certain else VAGUE_TIME
        values: dict[str, Value | None] = {"time_as_written": _of_all(pieces, words)}
        for column, day in (
            ("starts_from", time.from_on),
            ("ends_until", time.until_on),
        ):
            values[column] = pieces[0].value(day, certainty, reason) if day else None
        is_done = time.kind == "done" and _DONE.match(words)
        if is_done and not activity.first(Says.STATUS):
            done = ActivityStatus.DONE.value
            values["status"] = pieces[0].value(
                done, Certainty.PROBABLE, STATUS_FROM_TIME
            )
        return values


def status_of(piece: Piece) -> Value | None:
    """Return how far an activity has come, where the words say it."""
    text = str(piece).strip().casefold()
    if _NOT_DONE.search(text):
        return None
    for status, words in _STATUS:
        if re.search(rf"\b(?:{words})", text):
            is_short = len(text.split()) <= 3  # noqa: PLR2004 - a status, no story.
            certainty = Certainty.CERTAIN if is_short else Certainty.PROBABLE
            reason = "" if is_short else "Läget är taget ur en löpande text."
            return piece.value(status.value, certainty, reason)
    return None


def goal_value(key: str, piece: Piece, *, is_beside: bool) -> Value:
    """Return a reference to a goal; certain only where it stands in the same row."""
    if is_beside:
        return piece.value(key)
    return piece.value(key, Certainty.PROBABLE, BY_PLACE)


def kind_value(kind: ActivityKind, piece: Piece) -> Value | None:
    """Return what the activity is part of; the usual kind needs not be said."""
    if kind is ActivityKind.DEVELOPMENT:
        return None
    return piece.value(kind.value, Certainty.PROBABLE, BY_CHAPTER)


def _status(activity: Activity) -> dict[str, Value | None]:
    said = activity.first(Says.STATUS)
    status = status_of(said) if said else None
    return {"status": status} if status else {}


def _cost(activity: Activity) -> dict[str, Value | None]:
    said = activity.first(Says.COST)
    if said is None:
        comment = activity.first(Says.COMMENT)
        found = comment.find(_COST) if comment else None
        return _sum(found.strip(), "", COST_IN_TEXT) if found else {}
    return _sum(said, activity.unit, "")


def _sum(said: Piece, unit: str, reason: str) -> dict[str, Value | None]:
    certainty = Certainty.PROBABLE if reason else Certainty.CERTAIN
    words = said.value(tidy(str(said))[:LONGEST_WORDS], certainty, reason)
    sums = [found for found in sums_in(said, unit) if not _is_a_year(found.piece)]
    if not sums:
        return {"cost_as_written": words}
    if any(found.amount_sek is None for found in sums):
        return {"cost_as_written": words.doubted(Certainty.DOUBTFUL, MALFORMED)}
    if len(sums) > 1:
        return {"cost_as_written": words.doubted(Certainty.PROBABLE, SEVERAL_SUMS)}
    found = sums[0]
    if found.amount_sek is None or found.amount_sek < 0:
        return {"cost_as_written": words}
    amount = found.piece.value(found.amount_sek, found.certainty, found.reason)
    return {
        "cost_as_written": words,
        "cost_sek": amount.doubted(certainty, reason) if reason else amount,
    }


def _is_a_year(piece: Piece) -> bool:
    return re.fullmatch(r"(?:19|20|21)\d\d", str(piece).strip()) is not None


def _is_about_cost(words: str, activity: Activity) -> bool:
    return not activity.first(Says.COST) and bool(_COST_WORDS.search(words))


def _comment(activity: Activity, rest: Piece | None) -> Value | None:
    pieces = [rest] if rest else []
    pieces += activity.says.get(Says.COMMENT, [])
    pieces += activity.says.get(Says.FOLLOW_UP, [])
    pieces += activity.says.get(Says.RESPONSIBLE, [])[1:]
    if not pieces:
        return None
    text = "\n".join(piece.text.strip() for piece in pieces)
    return _of_all(pieces, text)


def _of_all(pieces: list[Piece], text: str) -> Value:
    value = pieces[0].value(text)
    for piece in pieces[1:]:
        value = value.also(piece.value(text))
    return value


def _words(piece: Piece | None) -> Value | None:
    return piece.value(tidy(str(piece))[:LONGEST_WORDS]) if piece else None


def _unnumbered(piece: Piece) -> Piece:
    match = re.match(r"\s*\d{1,3}[.)]\s+(?=\S)", piece.text)
    return piece.part(match.end(), len(piece.text)) if match else piece


def _cut(piece: Piece) -> tuple[Piece, Piece | None]:
    """Return a title that is not too long, and what did not fit in it."""
    piece = piece.strip()
    if len(tidy(str(piece))) <= LONGEST_TITLE:
        return piece, None
    breaks = [
        m.start() for m in _SENTENCE.finditer(piece.text) if m.start() < LONGEST_TITLE
    ]
    at = breaks[-1] if breaks else piece.text.rfind(" ", 0, LONGEST_TITLE)
    return piece.part(0, at).strip(), piece.part(at, len(piece.text)).strip()


def _slipped(column: str, value: Value | None) -> Value | None:
    moved = (
        "time_as_written",
        "starts_from",
        "ends_until",
        "cost_as_written",
        "comment",
    )
    if value is None or column not in moved:
        return value
    return value.doubted(Certainty.PROBABLE, SHIFTED)


def _shortened(key: str) -> str:
    return key if len(key) <= KEY_LENGTH else key[:KEY_LENGTH].rpartition("-")[0]
