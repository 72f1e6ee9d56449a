"""Annual plans and action plans themselves: year, title, programme, decision."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from radslag.agreement.vocabulary import Certainty, DocumentKind, PlanStatus
from radslag.formats.readers.model import Block, Heading, Table
from radslag.formats.understanding.extracting.action_tables.labelled import first_label
from radslag.formats.understanding.extracting.case_parts.matters import record_document
from radslag.formats.understanding.extracting.decided import (
    BARE_DAY,
    decision_of,
    proposed,
    register_number_at_top,
    top_lines,
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
from radslag.formats.understanding.wording.days import day_in

TITLE_BLOCKS, LONGEST_TITLE, LONGEST_REST = 14, 200, 80
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(?![\d-]|\s*[-–]\s*\d)")
_YEARS: Final = re.compile(
    r"(?<!\d)((?:19|20|21)\d\d)\s*[-–/]\s*(?:(?:20|21)?\d\d)(?!\d)"
)
_ANNEX: Final = re.compile(r"(?i)^bilaga\s*(?:nr\.?\s*)?(?:\d{1,2}|[a-z])?\b[\s:.–-]*")
_PLAN: Final = re.compile(
    r"(?i)(?:åtgärds|aktivitets|insats|uppdrags)(?:lista|förteckning)"
    r"|plan\b|planen\b|budget|inriktning|årsredovisning|berättelse|rapport"
    r"|uppföljning"
    r"|bokslut|program|^\W*(?:vår\s+)?verksamhet(?:en)?\b"
)
# A line of when it was adopted, or of several sentences, names no plan.
_NO_TITLE: Final = re.compile(
    r"(?i)^\W*(?:antag|fastställ|beslutad|godkän|dnr\b|diarie)|(?-i:[a-zåäö0-9][.!?]\s+[A-ZÅÄÖ])"
)
# "Årsredovisning med tillhörande" goes on in the line below.
_GOES_ON: Final = re.compile(r"(?i)\s(?:och|med|samt|för|av|tillhörande)$")
_TOP_OF_SHEET: Final = 3
_BUILDS_ON: Final = re.compile(
    r"(?i)^\W*(?:bygger\s+på|utgår\s+från|grundas\s+på|genomför|program)\b"
)
_PRESENTED: Final = re.compile(r"(?i)^\W*(?:redovisad|presenterad)\b")
_TOP: Final = 4
YEAR_OF_HEADING: Final = (
    "Året står i handlingens rubrik, som inte säger att den är plan."
)
YEAR_BY_CONTEXT: Final = "Året är taget ur handlingens början och inte ur planens namn."
SEVERAL_YEARS: Final = "Planen gäller flera år; det första har tagits."
MENTIONED: Final = "Programmet nämns i planen utan att det sägs vara planens grund."
BY_DECISION: Final = "Planen har en beslutsdag."
_DATED: Final = re.compile(
    r"(?i)^\W*(?:pm|promemoria|datum|daterad|upprättad|version|utkast|förslag|koncept"
    r"|arbetsmaterial|reviderad|uppdaterad)\b(?:\s+den)?\W*(?=\d)"
)
_BUDGET: Final = re.compile(r"(?i)\bbudget(?:en)?\b")
_WITH_BUDGET: Final = re.compile(
    r"(?i)\b(?:och|med|samt|&|/)\s*budget\b|\bbudget och\b"
)
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
    number = register_number_at_top(portion)
    record_document(portion, number, _dated_on(portion), gathering)
    if portion.kind is DocumentKind.ACTION_PLAN and _is_annexed(portion):
        _say_programme(portion, str(plan.value), gathering)
        return
    _say_title(portion, str(plan.value), gathering)
    _say_decided(portion, str(plan.value), gathering)
    _say_programme(portion, str(plan.value), gathering)


def _dated_on(portion: Portion) -> Value | None:
    """Return the day that a line at the top gives the document: "Utkast 2023-11-02"."""
    for line in top_lines(portion):
        label = line.find(_DATED)
        day = day_in(line) if label else None
        if label and day and day.has_year and day.piece.start <= label.end:
            return day.piece.value(day.day)
    return None


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
        several, found = piece.find(_YEARS), piece.find(_YEAR)
        # "Budget 2031 och plan för 2032–2033" is of the year it names first.
        if found and (several is None or found.start < several.start):
            return found.value(int(str(found)))
        if several:
            year = int(str(several)[:4])
            return several.value(year, Certainty.PROBABLE, SEVERAL_YEARS)
    return (
        _year_below(portion, titles)
        or _year_of_heading(portion)
        or _year_by_context(portion)
    )


def _year_below(portion: Portion, titles: list[Piece]) -> Value | None:
    """Return the year that stands alone on the line right below a title."""
    ends = {title.end for title in titles}
    above: Piece | None = None
    for block in portion.blocks[:TITLE_BLOCKS]:
        piece = portion.piece(block)
        alone = _YEAR.fullmatch(piece.text.strip())
        if alone and above and above.end in ends:
            return piece.strip().value(int(alone[1]))
        above = piece
    return None


def _year_of_heading(portion: Portion) -> Value | None:
    """Return the year that the document's own heading has: "Vad vi gör 2026"."""
    for block in portion.blocks[:_TOP]:
        if isinstance(block, Heading) and block.level <= 1:
            years = list(portion.piece(block).find_all(_YEAR))
            if len(years) == 1:
                year = int(years[0].text)
                return years[0].value(year, Certainty.PROBABLE, YEAR_OF_HEADING)
    return None


def titles_of(portion: Portion) -> list[Piece]:
    """Return the lines at the top that name the document, the plainest first."""
    blocks = [b for b in portion.blocks if not isinstance(b, Table)][:TITLE_BLOCKS]
    named = [
        (isinstance(b, Heading), _without_annex(_whole_title(portion, b, below)))
        for b, below in zip_longest(blocks, blocks[1:])
        if len(b.text) <= LONGEST_TITLE
        and _PLAN.search(b.text)
        and first_label(portion.piece(b)) != 0
    ]
    named += [(False, line) for line in _lines_of_sheet(portion)]
    lines = [
        (is_heading, p)
        for is_heading, p in named
        if not (p.text.rstrip().endswith(".") or _NO_TITLE.search(p.text))
    ]
    title = tidy(portion.part.title)
    ranked = sorted(
        lines, key=lambda pair: (title not in tidy(pair[1].text), not pair[0])
    )
    return [piece for _, piece in ranked]


def _whole_title(portion: Portion, block: Block, below: Block | None) -> Piece:
    """Return a title with the line below it where it ends with a word as "och"."""
    piece = portion.piece(block)
    if below and _GOES_ON.search(piece.text) and len(below.text) <= LONGEST_REST:
        return piece.until(portion.piece(below))
    return piece


def _lines_of_sheet(portion: Portion) -> Iterator[Piece]:
    """Give the rows of the first table that have one cell, as a sheet's title has."""
    tables = (b for b in portion.blocks[:_TOP_OF_SHEET] if isinstance(b, Table))
    for row in next((table.rows[:_TOP_OF_SHEET] for table in tables), ()):
        filled = [cell for cell in row if cell.text.strip()]
        is_title = len(filled) == 1 and len(filled[0].text) <= LONGEST_TITLE
        if is_title and _PLAN.search(filled[0].text):
            yield portion.source.piece(filled[0]).strip()


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
    values = {"status": status, "adopted_on": decided.decided_on}
    title = gathering.get("plans", plan)
    is_with_budget = title is not None and _WITH_BUDGET.search(str(title["title"]))
    if decided.word and (is_with_budget or _BUDGET.search(decided.line.text)):
        values["budget_adopted_on"] = decided.decided_on
    gathering.add("plans", plan, values)


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
    for line in top_lines(portion):
        value = programme_of(line, gathering) if _BUILDS_ON.match(line.text) else None
        if value:
            return value
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
