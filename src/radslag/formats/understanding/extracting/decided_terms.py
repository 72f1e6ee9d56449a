"""Terms that are decided outside the agreement, as plans and programmes tell of them.

A fee that a committee decided later, how often the bodies meet, who adopts what. What
says the same as the agreement is no new term.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty, DocumentKind
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.terms import fees, meeting
from radslag.formats.understanding.extracting.terms.clauses import (
    Clause,
    Said,
    Term,
    clauses_of,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in

FROM_DECISION: Final = "Det antas gälla från beslutets dag; texten säger inte när."
FROM_YEAR: Final = "Det antas gälla från årets början; texten säger inte när."
FROM_PROGRAMME: Final = "Det antas gälla från den dag då programmet beslutades."
_READERS: Final = (fees.per_resident, meeting.meetings, meeting.adoption)
_BY_DECISION: Final = re.compile(
    r"(?i)(?:enligt|genom|efter|i)\s+(?:ett\s+)?(?:\w+\s+)?beslut|beslut\w*\s+(?:av|den)"
)
_DECIDED: Final = re.compile(
    r"(?i)\b(?:beslutat|beslutad|fastställd|fastställt|antagen|antaget)\b"
)
FROM_CONTEXT: Final = "Organet är taget ur sammanhanget."
_COMMITTEE: Final = r"kommitté|styrgrupp|nämnd|\w+råd(?:et)?\b|direktion|styrelse"
_FIRST_BLOCKS: Final = 14


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put the terms that a plan or a programme tells of into the gathering."""
    terms_outside(portion, gathering)


def terms_outside(portion: Portion, gathering: Gathering) -> None:
    """Add the terms that are decided outside the agreement, each from its own day."""
    said = Said(tuple(_clauses(portion)), gathering)
    agreement = _agreement(gathering)
    for read in _READERS:
        for term in read(said):
            start = _applies_from(term, portion, gathering)
            if not _is_known(term, gathering):
                _add(term, agreement, start, portion, gathering)


def _clauses(portion: Portion) -> Iterator[Clause]:
    for heading, blocks in portion.under_headings():
        pieces = [portion.piece(b) for b in blocks if not isinstance(b, Table)]
        title = portion.piece(heading) if heading else None
        # Each heading's clauses stand together as an agreement's paragraph does.
        together = Value(title.text if title else "")
        yield from clauses_of(pieces, together, title)


def _agreement(gathering: Gathering) -> Found | None:
    """Return the agreement that terms are added to: the one that began last."""
    known = gathering.of("agreements")
    return max(known, key=lambda one: str(one["in_force_from"] or ""), default=None)


def _is_known(term: Term, gathering: Gathering) -> bool:
    return any(
        found["kind"] == term.kind and found["value"] == term.value
        for found in gathering.of("terms")
    )


def _applies_from(term: Term, portion: Portion, gathering: Gathering) -> Value | None:
    decided = _decision(term.clause)
    if decided:
        return decided.doubted(Certainty.PROBABLE, FROM_DECISION)
    if portion.kind is DocumentKind.PROGRAMME:
        return _of_programme(portion, gathering)
    year = _plan_year(portion, gathering)
    if year is None:
        return None
    said = year.as_value(date(int(year.value), 1, 1))
    return said.doubted(Certainty.PROBABLE, FROM_YEAR)


def _plan_year(portion: Portion, gathering: Gathering) -> Value | None:
    """Return the year of the plan that stands in the same document, if there is one."""
    years = [
        year
        for plan in gathering.of("plans")
        if (year := plan.values.get("year")) and _is_here(year, portion)
    ]
    if len(years) == 1:
        return years[0]
    return portion.whole.part(0, 0).value(portion.year) if portion.year else None


def _of_programme(portion: Portion, gathering: Gathering) -> Value | None:
    """Return the day a programme was decided, else the first that it covers."""
    decided = _programme_decided(portion)
    if decided:
        return decided.doubted(Certainty.PROBABLE, FROM_PROGRAMME)
    first = [
        value
        for found in gathering.of("programmes")
        if (value := found.values.get("valid_from")) and _is_here(value, portion)
    ]
    return first[0].doubted(Certainty.PROBABLE, FROM_YEAR) if len(first) == 1 else None


def _is_here(value: Value, portion: Portion) -> bool:
    return any(quote.document == portion.source.key for quote in value.quotes)


def _decision(clause: Clause) -> Value | None:
    """Return the day of the decision that the sentence refers to."""
    match = _BY_DECISION.search(clause.text)
    if match is None:
        return None
    rest = clause.piece.part(match.start(), len(clause.text))
    days = [day for day in days_in(rest) if day.last is None]
    return days[0].piece.value(days[0].day) if days else None


def _programme_decided(portion: Portion) -> Value | None:
    for block in portion.blocks[:_FIRST_BLOCKS]:
        piece: Piece = portion.piece(block)
        for line in piece.split(r"\n"):
            day = next(days_in(line), None)
            if day and _DECIDED.search(line.text):
                return day.piece.value(day.day)
    return None


def _add(
    term: Term,
    agreement: Found | None,
    start: Value | None,
    portion: Portion,
    gathering: Gathering,
) -> None:
    body = str(term.value.get("body") or term.value.get("subject") or "")
    day = start.value.isoformat() if start else portion.source.key
    decided = _decision(term.clause)
    gathering.add(
        "terms",
        slug("-".join(part for part in (term.kind, body, day) if part)),
        {
            "agreement": _belongs_to(term, agreement),
            "kind": term.clause.piece.value(term.kind),
            "value": _value(term),
            "applies_from": start,
            "decided_on": decided,
        },
    )


def _belongs_to(term: Term, agreement: Found | None) -> Value | None:
    return term.clause.piece.value(agreement.key) if agreement else None


def _value(term: Term) -> Value:
    is_committee = term.value.get("body") == BodyKind.COMMITTEE.value
    if is_committee and not term.clause.has(_COMMITTEE):
        term.doubt(FROM_CONTEXT)
    return term.whole_value
