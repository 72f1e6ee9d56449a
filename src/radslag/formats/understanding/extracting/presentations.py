"""Presentations of a plan told in a sentence: to which municipality, and which day."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty, PlanSubject
from radslag.formats.understanding.extracting.plans import plan_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

YEAR_OF_DECISION: Final = "Året är det då planen beslutades."
ONE_FOR_ALL: Final = "En enda dag står för flera kommuner."
YEAR_AFTER: Final = "Året står vid en senare dag i samma mening."
_PRESENTED: Final = re.compile(
    r"(?i)^(?P<what>[^.:]{0,80}?\b(?:planen|budgeten|förslage[nt]))\s+"
    r"(?:till\s+(?:[\wåäö]+\s+och\s+)?[\wåäö]+\s+)?"
    r"(?:(?:ha(?:r|de)\s+(?:(?:dessförinnan|dessutom|tidigare|först|då|nu"
    r"|(?:inför|före)\s+beslutet)\s+)?)?"
    r"(?:presenterats|redovisats|föredragits)"
    r"|(?:presenterades|redovisades|föredrogs))\s+(?:för|i|hos)\b"
    r"|^(?P<agreed>[^.:]{0,80}?\b(?:planen|budgeten|förslaget))\s+(?:(?:har\s+)?"
    r"(?:stämts\s+av|diskuterats|förankrats)|(?:stämdes\s+av|förankrades))\s+"
    r"(?:med|hos|i)\b"
)
# "Styrelserna i X och Y fick förslaget redovisat den … respektive den …".
_WERE_SHOWN: Final = re.compile(
    r"(?i)\b(?:fick|har\s+fått)\s+(?P<what>(?:\w+\s+){0,3}?(?:planen|budgeten|förslaget)"
    r"(?:\s+till\s+[\wåäö]+)?)\s+(?:redovisa[dt]|presentera[dt]|föredrag(?:en|et)"
    r"|skriftligt|skriftligen|för\s+kännedom|till\s+sig)\b"
)
_JOINED: Final = re.compile(r"(?i)\s*(?:,|\boch\b|,\s*och\b)\s*")
_RESPECTIVELY: Final = re.compile(r"(?i)\brespektive\b|\bresp\b")
TO_ALL: Final = "Det sägs gälla alla medlemmarna tillsammans."
_SHOWN: Final = (
    r"(?:presentera|redovisa|föredra|förankra|stäm|diskutera)(?:des|ts|ats|gits|gs|s)?"
)
_TO_ALL: Final = re.compile(
    r"(?i)^(?P<what>[^.:]{0,110}?\b(?:plan|budget|förslag)\w*[^.:]{0,40}?)\s+"
    rf"(?:har\s+)?{_SHOWN}\s+(?:av\s+)?(?:för|hos|med|i)\s+"
    r"(?P<all>(?:(?:alla|samtliga|de\s+\w+|våra)\s+)?"
    r"(?:(?:medlems|ägar|samverkans|samarbets)?kommuner(?:na)?|medlemmar(?:na)?"
    r"|parter(?:na)?|ägarna))\b"
)
_SUBJECTS: Final = (
    (PlanSubject.ANNUAL_PLAN, re.compile(r"(?i)\b(?:\w*plan)(?:en)?\b")),
    (PlanSubject.BUDGET, re.compile(r"(?i)\bbudget(?:en)?\b")),
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
            _told_to_all(sentence, plan, gathering)
            match = _PRESENTED.search(sentence.text)
            shown = _WERE_SHOWN.search(sentence.text)
            if match:
                told = sentence.part(match.end(), len(sentence.text))
                said = match["what"] or match["agreed"]
                _read(told, _subject(said), plan, gathering)
            elif shown:
                _read(sentence, _subject(shown["what"]), plan, gathering)


def _told_to_all(sentence: Piece, plan: Value, gathering: Gathering) -> None:
    """Add what a sentence says that all the members were shown on one day."""
    match = _TO_ALL.search(sentence.text)
    days = [day for day in days_in(sentence) if day.has_year and not day.last]
    if match is None or len(days) != 1 or municipalities_in(sentence):
        return
    subjects = [s for s, words in _SUBJECTS if words.search(match["what"])]
    day = days[0].piece.value(days[0].day, Certainty.PROBABLE, TO_ALL)
    everybody = sentence.group(match, "all")
    for town in gathering.of("municipalities"):
        for subject in subjects or [PlanSubject.ANNUAL_PLAN]:
            values = {
                "plan": everybody.value(plan.value),
                "subject": everybody.value(subject.value),
                "municipality": everybody.value(town.key, Certainty.PROBABLE, TO_ALL),
                "presented_on": day,
            }
            key = f"{plan.value}-{subject.value.replace('_', '-')}-{town.key}"
            gathering.add("presentations", key, values)


def _subject(what: str) -> PlanSubject:
    is_budget = _BUDGET.search(what) and not _PLAN.search(what)
    return PlanSubject.BUDGET if is_budget else PlanSubject.ANNUAL_PLAN


def _read(told: Piece, subject: PlanSubject, plan: Value, gathering: Gathering) -> None:
    for town, name, day, reason in _days_of(told, _year_of(plan, gathering)):
        municipality = gathering.municipality(town, name)
        if municipality is None:
            continue
        certainty = Certainty.PROBABLE if reason else Certainty.CERTAIN
        values = {
            "plan": municipality.as_value(plan.value),
            "subject": municipality.as_value(subject.value),
            "municipality": municipality,
            "presented_on": day.piece.value(day.day, certainty, reason),
        }
        key = f"{plan.value}-{subject.value.replace('_', '-')}-{municipality.value}"
        gathering.add("presentations", key, values)


def _year_of(plan: Value, gathering: Gathering) -> int | None:
    """Return the year in which the plan was made, by the day of its decision."""
    found = gathering.get("plans", str(plan.value))
    adopted = found["adopted_on"] if found else None
    return adopted.year if adopted else None


_Told = Iterator[tuple[Piece, str, FoundDay, str]]


def _days_of(told: Piece, of_plan: int | None) -> _Told:
    """Give each municipality with the only day that stands between it and the next."""
    named = municipalities_in(told)
    if not named:
        return
    written = [day.day.year for day in days_in(told) if day.has_year]
    year = written[0] if len(set(written)) == 1 else None if written else of_plan
    days = list(days_in(told, year))
    why = YEAR_AFTER if written else YEAR_OF_DECISION
    for (piece, name), day, reason in _own_days(told, named, days):
        yield piece, name, day, reason or ("" if day.has_year else why)


def _own_days(
    told: Piece, named: list[tuple[Piece, str]], days: list[FoundDay]
) -> Iterator[tuple[tuple[Piece, str], FoundDay, str]]:
    towns = [piece for piece, _ in named]
    if _are_in_turn(told, towns, days):
        yield from ((town, day, "") for town, day in zip(named, days, strict=True))
    elif len(days) == 1 < len(named) and towns[-1].end <= days[0].piece.start:
        yield from ((town, days[0], ONE_FOR_ALL) for town in named)
    else:
        yield from _in_groups(told, named, days)


def _in_groups(
    told: Piece, named: list[tuple[Piece, str]], days: list[FoundDay]
) -> Iterator[tuple[tuple[Piece, str], FoundDay, str]]:
    """Give each town the day after it, also where "X, Y och Z den 3 maj" share one."""
    starts = [*(piece.start for piece, _ in named[1:]), told.end]
    shared: list[tuple[Piece, str]] = []
    for town, end in zip(named, starts, strict=True):
        own = [d for d in days if town[0].start < d.piece.start < end]
        between = told.source.text[town[0].end : end]
        if len(own) == 1:
            yield from ((each, own[0], ONE_FOR_ALL) for each in shared)
            yield town, own[0], ONE_FOR_ALL if shared else ""
        goes_on = not own and _JOINED.fullmatch(between)
        shared = [*shared, town] if goes_on else []


def _are_in_turn(told: Piece, towns: list[Piece], days: list[FoundDay]) -> bool:
    """Tell whether "i X och Y den 4 respektive den 11 maj" gives each town its day."""
    return (
        len(towns) == len(days) > 1
        and towns[-1].end <= days[0].piece.start
        and _RESPECTIVELY.search(told.text, days[0].piece.start - told.start)
        is not None
    )
