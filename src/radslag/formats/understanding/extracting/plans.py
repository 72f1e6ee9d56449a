"""Annual plans and action plans themselves: year, title, programme, decision."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, DocumentKind, PlanStatus
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.decided import (
    BARE_DAY,
    decision_of,
    proposed,
)
from radslag.formats.understanding.extracting.keys import plan_key
from radslag.formats.understanding.extracting.programme_names import (
    BY_YEAR,
    in_force,
    programme_of,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece, tidy

TITLE_BLOCKS, LONGEST_TITLE = 14, 200
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(?![\d-]|\s*[-–]\s*\d)")
_YEARS: Final = re.compile(
    r"(?<!\d)((?:19|20|21)\d\d)\s*[-–/]\s*(?:(?:20|21)?\d\d)(?!\d)"
)
_ANNEX: Final = re.compile(r"(?i)^bilaga\s*(?:nr\.?\s*)?(?:\d{1,2}|[a-z])?\b[\s:.–-]*")
_PLAN: Final = re.compile(
    r"(?i)plan\b|planen\b|budget|inriktning|årsredovisning|berättelse|rapport"
    r"|uppföljning"
    r"|bokslut|program"
)
_PRESENTED: Final = re.compile(r"(?i)^\W*(?:redovisad|presenterad)\b")
YEAR_BY_CONTEXT: Final = "Året är taget ur handlingens början och inte ur planens namn."
SEVERAL_YEARS: Final = "Planen gäller flera år; det första har tagits."
MENTIONED: Final = "Programmet nämns i planen utan att det sägs vara planens grund."
BY_DECISION: Final = "Planen har en beslutsdag."
_FOUNDATION: Final = re.compile(
    r"(?i)utgångspunkt i|utgår från|bygger på|grundar sig|enligt|inom|konkretiser"
    r"|målen i"
    r"|uppfyll|genomför\w* av|i linje med|baseras"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put the plan into the gathering, and which programme it carries out."""
    plan = plan_of(portion, gathering)
    if plan is None:
        return
    if portion.kind is DocumentKind.ACTION_PLAN and _is_annexed(portion):
        _say_programme(portion, str(plan.value), gathering)
        return
    _say_title(portion, str(plan.value), gathering)
    _say_decided(portion, str(plan.value), gathering)
    _say_programme(portion, str(plan.value), gathering)


def plan_of(portion: Portion, gathering: Gathering) -> Value | None:
    """Return the key of the plan a part is about, by its year; None without a year."""
    year = year_of(portion)
    if year is None:
        return None
    key = plan_key(year.value)
    is_new = gathering.get("plans", key) is None
    if is_new or portion.kind is DocumentKind.ANNUAL_PLAN:
        gathering.add("plans", key, {"year": year})
    return year.as_value(key)


def year_of(portion: Portion) -> Value | None:
    """Return the year of a plan or a report: of its name, else of its beginning."""
    titles = titles_of(portion)
    for piece in titles:
        several = piece.find(_YEARS)
        if several:
            year = int(str(several)[:4])
            return several.value(year, Certainty.PROBABLE, SEVERAL_YEARS)
        found = piece.find(_YEAR)
        if found:
            return found.value(int(str(found)))
    return _year_by_context(portion)


def titles_of(portion: Portion) -> list[Piece]:
    """Return the lines at the top that name the document, the plainest first."""
    blocks = [b for b in portion.blocks if not isinstance(b, Table)][:TITLE_BLOCKS]
    named = [
        (isinstance(b, Heading), _without_annex(portion.piece(b)))
        for b in blocks
        if len(b.text) <= LONGEST_TITLE and _PLAN.search(b.text)
    ]
    lines = [
        (is_heading, p) for is_heading, p in named if not p.text.rstrip().endswith(".")
    ]
    title = tidy(portion.part.title)
    ranked = sorted(
        lines, key=lambda pair: (title not in tidy(pair[1].text), not pair[0])
    )
    return [piece for _, piece in ranked]


def _without_annex(piece: Piece) -> Piece:
    match = _ANNEX.match(piece.text)
    rest = piece.part(match.end(), len(piece.text)) if match else piece
    return rest if rest else piece


def _year_by_context(portion: Portion) -> Value | None:
    if portion.year is None:
        return None
    text = portion.source.text
    place = text.find(str(portion.year))
    piece = Piece(portion.source, place, place + 4) if place >= 0 else portion.whole
    return piece.value(portion.year, Certainty.PROBABLE, YEAR_BY_CONTEXT)


def _is_annexed(portion: Portion) -> bool:
    return portion.of is DocumentKind.ANNUAL_PLAN


def _say_title(portion: Portion, plan: str, gathering: Gathering) -> None:
    found = gathering.get("plans", plan)
    is_annual = portion.kind is DocumentKind.ANNUAL_PLAN
    if found and "title" in found.values and not is_annual:
        return
    piece = next((p for p in titles_of(portion) if _YEAR.search(p.text)), None)
    piece = piece or next(iter(titles_of(portion)), None)
    if found and piece and ("title" not in found.values or is_annual):
        gathering.add("plans", plan, {"title": piece.strip(" *_\n").value()})


def _say_decided(portion: Portion, plan: str, gathering: Gathering) -> None:
    draft = proposed(portion)
    if draft:
        gathering.add("plans", plan, {"status": draft.value(PlanStatus.DRAFT.value)})
        return
    decided = decision_of(portion)
    if decided is None:
        return
    adopted = PlanStatus.ADOPTED.value
    status = decided.word.value(adopted) if decided.word else None
    if decided.word is None and decided.day:
        status = decided.day.piece.value(adopted, Certainty.PROBABLE, BARE_DAY)
    gathering.add("plans", plan, {"status": status, "adopted_on": decided.decided_on})


def _say_programme(portion: Portion, plan: str, gathering: Gathering) -> None:
    found = gathering.get("plans", plan)
    if found is None or "programme" in found.values:
        return
    value = _programme(portion, gathering)
    year = found["year"]
    if value is None and year and (programme := in_force(year, gathering)):
        named = portion.whole.find(
            r"(?i)utvecklingsprogram\w*|målprogram\w*|programmet"
        )
        if named:
            value = named.value(programme.key, Certainty.PROBABLE, BY_YEAR)
    if value:
        gathering.add("plans", plan, {"programme": value})


def _programme(portion: Portion, gathering: Gathering) -> Value | None:
    """Return the programme first named as what the plan builds on, else first named."""
    first: Value | None = None
    for block in portion.blocks:
        if isinstance(block, Table):
            continue
        piece = portion.piece(block)
        value = programme_of(piece, gathering)
        if value is None:
            continue
        if _FOUNDATION.search(piece.text):
            return value
        first = first or value.doubted(Certainty.PROBABLE, MENTIONED)
    return first
