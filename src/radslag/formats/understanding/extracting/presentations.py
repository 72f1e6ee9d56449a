"""Presentations of a plan told in a sentence: to which municipality, and which day."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty, PlanSubject
from radslag.formats.understanding.extracting.plans import plan_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

YEAR_AFTER: Final = "Året står vid en senare dag i samma mening."
_PRESENTED: Final = re.compile(
    r"(?i)^(?P<what>[^.:]{0,80}?\b(?:planen|budgeten|förslaget))\s+"
    r"(?:(?:har\s+)?(?:presenterats|redovisats|föredragits)"
    r"|(?:presenterades|redovisades|föredrogs))\s+(?:för|i|hos)\b"
)
_BUDGET: Final = re.compile(r"(?i)\bbudgeten\b")
_PLAN: Final = re.compile(r"(?i)plan")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add to whom the part's plan was presented, where each has a day of its own."""
    plan = plan_of(portion, gathering)
    if plan is None:
        return
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            match = _PRESENTED.search(sentence.text)
            if match:
                told = sentence.part(match.end(), len(sentence.text))
                _read(told, _subject(match["what"]), str(plan.value), gathering)


def _subject(what: str) -> PlanSubject:
    is_budget = _BUDGET.search(what) and not _PLAN.search(what)
    return PlanSubject.BUDGET if is_budget else PlanSubject.ANNUAL_PLAN


def _read(told: Piece, subject: PlanSubject, plan: str, gathering: Gathering) -> None:
    for town, name, day in _days_of(told):
        municipality = gathering.municipality(town, name)
        if municipality is None:
            continue
        certainty = Certainty.CERTAIN if day.has_year else Certainty.PROBABLE
        reason = "" if day.has_year else YEAR_AFTER
        values = {
            "plan": municipality.as_value(plan),
            "subject": municipality.as_value(subject.value),
            "municipality": municipality,
            "presented_on": day.piece.value(day.day, certainty, reason),
        }
        key = f"{plan}-{subject.value.replace('_', '-')}-{municipality.value}"
        gathering.add("presentations", key, values)


def _days_of(told: Piece) -> Iterator[tuple[Piece, str, FoundDay]]:
    """Give each municipality with the only day that stands between it and the next."""
    named = municipalities_in(told)
    written = [day.day.year for day in days_in(told) if day.has_year]
    year = written[0] if len(set(written)) == 1 else None
    starts = [*(piece.start for piece, _ in named[1:]), told.end]
    days = list(days_in(told, year))
    for (piece, name), end in zip(named, starts, strict=True):
        own = [day for day in days if piece.start < day.piece.start < end]
        if len(own) == 1:
            yield piece, name, own[0]
