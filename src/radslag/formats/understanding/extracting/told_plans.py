"""A plan or a budget that a board's or an officer's document is about.

Whose figures they are the document's title says; a fee may be told in a sentence.
"""

import re
from dataclasses import replace
from typing import Final

from radslag.agreement.vocabulary import Certainty, PlanStatus, PlanSubject
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting import budgets, fee_days, populations
from radslag.formats.understanding.extracting.keys import plan_key
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.outside import outside_parties_in
from radslag.formats.understanding.wording.sentences import sentences_of
from radslag.formats.understanding.wording.sums import sums_in

ON_THE_DAY: Final = "Den redovisades vid sammanträdet, alltså den dagen."
_PLAN: Final = re.compile(
    r"(?i)\b(?:verksamhetsplan|årsplan|budget|plan\s+och\s+budget)(?:en)?\b"
    r"(?:[ ,/&]+(?:och|med|samt|avgift\w*|budget\w*|verksamhetsplan\w*|års\w*|för|år"
    r"|gemensam)){0,6}\s+(?P<year>(?:19|20|21)\d\d)(?!\s*[-–]\s*\d|\d)"
)
_GRANT: Final = re.compile(r"(?i)\b(?:\w*bidrag|medel|medfinansiering)\b")
_LONGEST: Final = 200
_FEE: Final = re.compile(r"(?i)\bavgift(?:en)?\b")
_RATE: Final = re.compile(r"(?i)(?:per|/)\s*inv|höj|ökning|minsk|sänk|jämför|skillnad")
_YEAR: Final = re.compile(r"(?<![\d-])((?:19|20|21)\d\d)(?![\d-])")
_PRESENTED: Final = re.compile(
    r"(?i)\b(?:redovisa|presentera|föredra)(?:r|s|de|des|t|ts|gs|git)?\b"
    r"[^.;]{0,80}?\b(?P<what>(?:verksamhets|års)?plan\w*|budget\w*)\b"
    r"[^.;]{0,60}?\b(?:på|vid|under)\s+(?:dagens\s+)?(?:sammanträdet|mötet|överläggningen)"
)
_SUBJECTS: Final = (
    (PlanSubject.ANNUAL_PLAN, re.compile(r"(?i)\b(?:verksamhets|års)?plan(?:en)?\b")),
    (PlanSubject.BUDGET, re.compile(r"(?i)\bbudget(?:en)?\b")),
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the plan that the document is about, with its budget, fees and residents."""
    year = _year(portion)
    if year is None:
        return
    key = plan_key(year.value)
    gathering.add("plans", key, {"year": year})
    of_year = replace(portion, year=year.value)
    for subject in (populations, budgets):
        subject.extract(of_year, gathering)
    _givers(portion, gathering)
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            _fee(sentence, year.value, gathering)
            _presented(sentence, year.as_value(key), portion, gathering)
    fee_days.extract(of_year, gathering)


def _year(portion: Portion) -> Value | None:
    """Return the year of the plan that a title of the document names."""
    for block, piece in zip(
        portion.blocks, map(portion.piece, portion.blocks), strict=True
    ):
        is_title = len(block.text) <= _LONGEST and not block.text.rstrip().endswith(".")
        match = _PLAN.search(piece.text) if is_title else None
        if match:
            year = piece.group(match, "year")
            return year.value(int(year.text))
    return None


def _givers(portion: Portion, gathering: Gathering) -> None:
    """Add the regions and authorities whose grants the tables' rows name."""
    for block in portion.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            name = portion.source.piece(row[0]) if row else None
            if name and _GRANT.search(name.text):
                for party in outside_parties_in(name):
                    values = {"name": party.value()}
                    gathering.add("outside_parties", slug(party.text), values)


def _fee(sentence: Piece, year: int, gathering: Gathering) -> None:
    """Read one municipality's fee: "Karlsborgs avgift 2026 är 1 461 tkr"."""
    if not _FEE.search(sentence.text) or _RATE.search(sentence.text):
        return
    towns = municipalities_in(sentence)
    years = list(sentence.find_all(_YEAR))
    sums = [s for s in sums_in(sentence) if s.has_unit and s.amount_sek is not None]
    if len(towns) != 1 or len(sums) != 1 or {y.text for y in years} != {str(year)}:
        return
    piece, name = towns[0]
    after = sentence.text[piece.end - sentence.start :]
    if not re.match(r"(?i)\s*(?:års|medlems)?avgift\b", after):
        return
    found = sums[0]
    amount = found.piece.value(found.amount_sek, found.certainty, found.reason)
    municipality = gathering.municipality(piece, name)
    values = {
        "year": years[0].value(year),
        "municipality": municipality,
        "amount_sek": amount,
    }
    if municipality:
        gathering.add("fees", f"{year}-{municipality.value}", values)


def _presented(
    sentence: Piece, plan: Value, portion: Portion, gathering: Gathering
) -> None:
    """Add that the plan was presented where the board met, as its minutes say."""
    match = _PRESENTED.search(sentence.text)
    meeting = _meeting(portion, gathering) if match else None
    body = gathering.get("bodies", str(meeting["body"])) if meeting else None
    town = body.values.get("municipality") if body else None
    if match is None or meeting is None or town is None:
        return
    words = sentence.group(match)
    day = meeting.values["held_on"].doubted(Certainty.PROBABLE, ON_THE_DAY)
    status = words.value(PlanStatus.PRESENTED.value)
    gathering.add("plans", str(plan.value), {"status": status})
    for subject, pattern in _SUBJECTS:
        if pattern.search(words.text):
            values = {
                "plan": words.value(plan.value),
                "subject": words.value(subject.value),
                "municipality": words.value(town.value),
                "presented_on": day,
            }
            key = f"{plan.value}-{subject.value.replace('_', '-')}-{town.value}"
            gathering.add("presentations", key, values)


def _meeting(portion: Portion, gathering: Gathering) -> Found | None:
    """Return the meeting of a board that the document is from."""
    return next(
        (
            found
            for found in gathering.of("meetings")
            if (day := found.values.get("held_on"))
            and day.quotes[0].document == portion.source.key
            and str(found["body"]).startswith(("ks-", "kf-"))
        ),
        None,
    )
