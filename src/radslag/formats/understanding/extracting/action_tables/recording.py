"""Puts an activity that was read into the gathering, value by value."""

import re
from dataclasses import dataclass, field
from typing import Final

from radslag.agreement.vocabulary import ActivityKind, ActivityStatus, Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.action_tables.columns import Says
from radslag.formats.understanding.extracting.action_tables.following import (
    follow_dated,
)
from radslag.formats.understanding.extracting.action_tables.states import status_of
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
BY_CHAPTER: Final = "Aktivitetens slag är taget ur kapitlet den står i."
BY_PLACE: Final = "Målet är det som aktiviteten står under."
BY_GOAL: Final = "Ansvarig är den som svarar för målet som aktiviteten står under."
COST_IN_TEXT: Final = "Kostnaden är nämnd i kommentaren."
TIME_AS_COST: Final = "Orden står i tidens kolumn men handlar om kostnad."
SEVERAL_SUMS: Final = (
    "Flera belopp står tillsammans; vilket som är kostnaden framgår inte."
)
STATUS_FROM_TIME: Final = "Läget är taget ur orden om tid."
_DONE: Final = re.compile(r"(?i)\s*klart?\.?\s*(?:\(.*\))?\s*$")
_COST_WORDS: Final = re.compile(
    r"(?i)beställning|upphandl|kostnad|offert|avrop|budget|konsult"
)
_COST: Final = re.compile(
    r"(?i)(?:kostnad\w*|budget\w*)\s*(?:är|på|uppgår till|beräknas till"
    r"|uppskattas till|:)?\s*"
    r"(?P<sum>(?:ca\.?|cirka|högst|max)?\s*\d[\d  .,]*\s*(?:kr(?:onor)?|tkr|mnkr"
    r"|mkr)\b)"
)
_PART_OF_IT: Final = re.compile(r"(?i)[,;(]?\s*\b(?:varav|därav)\b")
_SENTENCE: Final = re.compile(r"(?<=[.!?;:])\s+|\n")
# "3.", "B2)", and "1.2" before a name: "1.5 miljoner lampor byts" has no capital.
_NUMBER: Final = re.compile(
    r"\s*(?:(?:\d{1,3}|[A-ZÅÄÖ]\d{0,2})[.)]\s+(?=\S)"
    r"|[A-ZÅÄÖ]?\d{1,2}(?:\.\d{1,2}){1,2}[.:)]?\s+(?=[A-ZÅÄÖ]))"
)
# "3 Lärlingscenter", and "Insats 3: Lärlingscenter".
_BARE_NUMBER: Final = re.compile(
    r"\s*(?:(?:aktivitet|insats|åtgärd|kort|projekt|nr)\s+)?(?P<n>\d{1,3})"
    r"(?:\s*[.):–-]\s*|\s+)(?=(?-i:[A-ZÅÄÖ]))"
    r"(?!(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
    r"|november|december)\b)",
    re.IGNORECASE,
)


@dataclass
class Activity:
    """What was read of an activity: its words, and the goal it stands under.

    `others` are words with a head that is not known; `doubts` says of columns why they
    are not certain; `notes` are what became of it, each with its day, and the status is
    of that day too where `is_status_noted`.
    """

    title: Piece
    says: dict[Says, list[Piece]] = field(default_factory=dict)
    goal: Value | None = None
    kind: Value | None = None
    others: list[tuple[str, Piece]] = field(default_factory=list)
    doubts: dict[str, str] = field(default_factory=dict)
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""
    unit: str = ""
    responsible: tuple[tuple[str, Value], ...] = ()
    notes: list[tuple[Value, Piece]] = field(default_factory=list)
    number: str = ""
    is_status_noted: bool = False

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
        # Which activity has which number, where a table gives them numbers.
        self.numbered: dict[str, str] = {}
        self._numbered = 0
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def add(self, activity: Activity) -> Found:
        """Put an activity among the plan's, with who answers for it."""
        self.count += 1
        title, rest = _cut(self._unnumbered(activity.title))
        key = self._key(tidy(str(title)))
        if activity.number:
            self.numbered.setdefault(activity.number, key)
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
        for column, reason in activity.doubts.items():
            value = values.get(column)
            if value:
                values[column] = value.doubted(Certainty.PROBABLE, reason)
        found = self.gathering.add("activities", key, values)
        status = values.get("status") if activity.is_status_noted else None
        follow_dated(self.gathering, found, activity.notes, status)
        return found

    def _unnumbered(self, piece: Piece) -> Piece:
        """Return a title without its number, which may be bare if it is the next."""
        bare = _BARE_NUMBER.match(piece.text)
        if bare and int(bare["n"]) == self._numbered + 1:
            self._numbered += 1
            return piece.part(bare.end(), len(piece.text))
        return _unnumbered(piece)

    def _key(self, title: str) -> str:
        wish = f"{self.year}-{_shortened(slug(title.replace('.', ' ')))}"
        number = self._last.get(wish, 1)
        key = wish
        while key in self._taken:
            number += 1
            key = f"{wish}-{number}"
        self._taken.add(key)
        self._last[wish] = number
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
    # "75 tkr, varav 25 tkr från staten": what is a part of it is no other sum.
    part = _PART_OF_IT.search(said.text)
    whole = said.part(0, part.start()) if part else said
    sums = [found for found in sums_in(whole, unit) if not _is_a_year(found.piece)]
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
    if activity.first(Says.START) or activity.first(Says.END):
        pieces += activity.says.get(Says.TIME, [])
    texts = [piece.text.strip() for piece in pieces]
    texts += [f"{head}: {piece.text.strip()}" for head, piece in activity.others]
    pieces += [piece for _, piece in activity.others]
    return _of_all(pieces, "\n".join(texts)) if pieces else None


def _of_all(pieces: list[Piece], text: str) -> Value:
    return pieces[0].value(text).also(*(piece.value(text) for piece in pieces[1:]))


def _words(piece: Piece | None) -> Value | None:
    return piece.value(tidy(str(piece))[:LONGEST_WORDS]) if piece else None


def _unnumbered(piece: Piece) -> Piece:
    match = _NUMBER.match(piece.text)
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


def _shortened(key: str) -> str:
    return key if len(key) <= KEY_LENGTH else key[:KEY_LENGTH].rpartition("-")[0]
