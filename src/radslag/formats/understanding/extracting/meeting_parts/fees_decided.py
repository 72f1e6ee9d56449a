"""Fees and residents that minutes have in tables, and the decision on the fees."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from radslag.agreement.vocabulary import Certainty, Outcome
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.populations import read_tables
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

FOR_ALL: Final = "Det sägs om avgifterna tillsammans och inte kommun för kommun."
_FEE: Final = re.compile(r"(?i)avgift|\bbidrag")
_DECIDES: Final = re.compile(
    r"(?i)\b(?:fastställ(?:er|s|de|des|a)|godkän(?:ner|ns|de|des|na)|beslut\w*|ant(?:ar|as|a)"
    r"|debitera(?:s|r|de|des)?)\b"
)
_PAID: Final = re.compile(r"(?i)\b(?:in)?betal\w+|\berlägg\w+|\bförf(?:aller|allodag)")
_LAST_DAY: Final = re.compile(
    r"(?i)(?:\bsenast|\bförfaller(?:\s+till\s+betalning)?|\btillhanda)\s*(?:den\s+)?$"
)


def add_fees(
    portion: Portion,
    told: Sequence[tuple[Item, Sequence[Found]]],
    meeting: Found,
    gathering: Gathering,
) -> None:
    """Add the fees and residents of tables; an item's fees are decided by its decision.

    The minutes' own year says nothing of which year a fee is for.
    """
    before = {found.key for found in gathering.of("fees")}
    read_tables(replace(portion, year=None), gathering)
    for fee in gathering.of("fees"):
        if fee.key in before:
            continue
        for item, decisions in told:
            if _holds(item, fee):
                _decide(fee, item, decisions, meeting, gathering)


def _holds(item: Item, fee: Found) -> bool:
    starts = [quote.span.start for quote in fee.values["amount_sek"].quotes]
    return any(
        line.piece.start <= start < line.piece.end
        for line in item.lines
        for start in starts
    )


def _decide(
    fee: Found,
    item: Item,
    decisions: Sequence[Found],
    meeting: Found,
    gathering: Gathering,
) -> None:
    decided = [
        found
        for found in decisions
        if found["outcome"] == Outcome.DECIDED.value
        and _FEE.search(f"{item.title.text} {found['wording']}")
        and _DECIDES.search(str(found["wording"]))
    ]
    day = meeting.values.get("held_on")
    if decided and day:
        said = day.doubted(Certainty.PROBABLE, FOR_ALL)
        gathering.add("fees", fee.key, {"decided_on": said, "due_on": _due(item)})


def _due(item: Item) -> Value | None:
    days = [day for line in item.lines for day in _last_days(line.piece)]
    if len({day.day for day in days}) != 1:
        return None
    return days[0].piece.value(days[0].day, Certainty.PROBABLE, FOR_ALL)


def _last_days(piece: Piece) -> Iterator[FoundDay]:
    for sentence in sentences_of(piece):
        for day in days_in(sentence) if _PAID.search(sentence.text) else ():
            before = sentence.text[: day.piece.start - sentence.start]
            if _LAST_DAY.search(before):
                yield day
