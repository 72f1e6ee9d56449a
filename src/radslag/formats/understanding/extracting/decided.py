"""When and by whom a programme, plan or report says at its top that it was decided."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Paragraph, Table
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, day_in, days_in
from radslag.formats.understanding.wording.register_numbers import (
    LABEL,
    register_number_in,
)
from radslag.formats.understanding.wording.sentences import sentences_of

TOP_BLOCKS: Final = 16
LONGEST_LINE: Final = 400
BARE_DAY: Final = "Dagen står överst utan att sägas vara beslutsdagen."
_DECIDED: Final = (
    r"(?:antog|fastställde|godkände|beslutade(?:\s+om)?|ställde\s+sig\s+bakom)"
    r"(?=\s+(?:denna\s+|den\s+här\s+)?\w{0,20}"
    r"(?:planen?|programmet|strategin|budgeten|redovisningen|riktningen|målbilden"
    r"|visionen)\b)"
    r"|beslut(?:ad|at|ades|ats|sdatum|sdag|s?(?:instans|organ|fattare|ande\s+(?:instans|organ))"
    r"|(?=\s*:))|fastställ(?:d|t|des|ts|elsedatum)"
    r"|antag(?:en|et|its)|antogs|godkän(?:d|t|des|ts)|upprättad\s+och\s+beslutad"
)
DECIDED: Final = re.compile(rf"(?i)\b(?P<word>{_DECIDED})\b")
_PROPOSED: Final = re.compile(
    r"(?i)^\W*(?:utkast|förslag|arbetsmaterial|remissversion|samrådsversion|koncept)\b"
    r"|\b(?:utkast|arbetsmaterial|ej beslutad|förslag till (?:verksamhets"
    r"|handlings)plan"
    r"|förslag till (?:beslut|årsredovisning))\b"
)
# "Rådet ställde sig bakom programmet, och det har antagits av": two who decide.
_NEXT_CLAUSE: Final = re.compile(
    r",?\s+och\s+(?=(?:det|den|programmet|strategin|planen)\s+"
    r"(?:har|är|antogs|godkändes|fastställdes|blev)\b"
    r"|(?:sände|skickade|översände|överlämnade)\b)"
)
_CONTINUES: Final = re.compile(r"(?:,|\boch|\bsamt)\s*$")
_MUNICIPAL: Final = re.compile(r"(?i)\bkommun(?:styrels|fullmäktig)")
_HAS_BEEN: Final = re.compile(
    r"(?i)(?:ska|skall|kommer att|planeras|förväntas|kan|ersätter|avtal\w*)\b[^.]*$"
)


# "Enligt fastställd turordning" tells of the order, and not of this paper.
_WITH: Final = re.compile(r"(?i)\b(?:enligt|inom|utifrån|med|mot|ett?|per|utöver)\s+$")
_ITS_NOUN: Final = re.compile(
    r"\s+(?!(?:av|den|i|vid|på|genom|och|som|under|enligt|samt|för)\b)[a-zåäö]"
)


class Decided(NamedTuple):
    """The line that tells of the decision, the word for it, and the day if it is said.

    A day that stands alone is the decision's only probably, and has no word.
    """

    line: Piece
    word: Piece | None
    day: FoundDay | None

    @property
    def is_by_municipalities(self) -> bool:
        """Tell whether the members' own boards or councils decided it."""
        own = [
            clause
            for clause in _clauses(self.line)
            if self.word and clause.start <= self.word.start < clause.end
        ]
        return any(_MUNICIPAL.search(said.text) for said in own or [self.line])

    @property
    def decided_on(self) -> Value | None:
        """The day as a value."""
        if self.day is None:
            return None
        if self.word is None:
            return self.day.piece.value(self.day.day, Certainty.PROBABLE, BARE_DAY)
        return self.day.piece.value(self.day.day)


def top_lines(portion: Portion) -> Iterator[Piece]:
    """Give the first lines of a part; a row of a table is a line."""
    for block in portion.blocks[:TOP_BLOCKS]:
        if not isinstance(block, Table):
            yield portion.piece(block)
            continue
        for row in filter(None, block.rows):
            yield portion.source.piece(row[0]).until(portion.source.piece(row[-1]))


def register_number_at_top(portion: Portion) -> Piece | None:
    """Return the register number that a line at the top gives after its label."""
    for line in top_lines(portion):
        if len(line.text) <= LONGEST_LINE and LABEL.search(line.text):
            number = register_number_in(line)
            if number:
                return number
    return _number_in_margins(portion)


def _number_in_margins(portion: Portion) -> Piece | None:
    """Return the only register number that the pages' heads and feet give."""
    pieces = [portion.source.piece(block) for block in portion.source.document.aside]
    said = (p for p in pieces if len(p.text) <= LONGEST_LINE and LABEL.search(p.text))
    numbers = [number for piece in said if (number := register_number_in(piece))]
    is_one = len({number.text for number in numbers}) == 1
    return numbers[0] if is_one else None


def decisions(portion: Portion) -> Iterator[Decided]:
    """Give the lines at the top that say when or by whom it was decided."""
    lines = [ln for ln in top_lines(portion) if len(ln.text) <= LONGEST_LINE]
    lines += _margins(portion)
    for place, line in enumerate(lines):
        match = DECIDED.search(line.text)
        if match is None or not _is_of_this(line.text, match):
            continue
        after = line.part(match.start(), len(line.text))
        below = lines[place + 1] if place + 1 < len(lines) else None
        is_label = re.fullmatch(r"\W*", line.text[match.end() :])
        is_dated = below and re.match(r"(?i)\W*(?:datum|den|dag)\b", below.text)
        day = day_in(after) or (
            day_in(below) if below and (is_label or is_dated) else None
        )
        yield Decided(line, line.group(match, "word"), day)
    yield from _bare_days(lines)


def _is_of_this(text: str, match: "re.Match[str]") -> bool:
    """Tell whether words for a decision tell of this paper, and as something done."""
    before = text[: match.start()]
    is_attribute = _WITH.search(before) and _ITS_NOUN.match(text[match.end() :])
    return not (is_attribute or _HAS_BEEN.search(before))


def _margins(portion: Portion) -> list[Piece]:
    """Return the lines of the page's head and foot, which are of the whole document."""
    if portion.part.first:
        return []
    texts = [portion.piece(block) for block in portion.source.document.aside]
    return [line for text in texts for line in text.split(r"\n|\s\|\s|\t|\s·\s")]


def adoptions_below(portion: Portion) -> Iterator[Decided]:
    """Give the sentences anywhere that say which day the members' boards decided."""
    for piece in _running(portion):
        for clause in _clauses(piece):
            match = DECIDED.search(clause.text)
            day = day_in(clause)
            if match is None or day is None or not day.has_year:
                continue
            is_to_come = _HAS_BEEN.search(clause.text[: match.start()])
            if _MUNICIPAL.search(clause.text) and not is_to_come:
                yield Decided(clause, clause.group(match, "word"), day)


def _clauses(piece: Piece) -> Iterator[Piece]:
    for sentence in sentences_of(piece):
        yield from sentence.split(_NEXT_CLAUSE)


def _running(portion: Portion) -> Iterator[Piece]:
    """Give the pieces; one broken in the middle of a list goes on into the next."""
    begun: Piece | None = None
    for block in portion.blocks:
        if isinstance(block, Table):
            continue
        piece = portion.piece(block)
        if begun and not isinstance(block, Paragraph):
            yield begun
            begun = None
        whole = begun.until(piece) if begun else piece
        is_begun = isinstance(block, Paragraph) and _CONTINUES.search(piece.text)
        begun = whole if is_begun else None
        if begun is None:
            yield whole
    if begun:
        yield begun


def _bare_days(lines: list[Piece]) -> Iterator[Decided]:
    for line in lines:
        day = next(days_in(line), None)
        rest = line.text.replace(day.piece.text, "") if day else line.text
        if day and day.has_year and not re.search(r"\w", rest.replace("Datum", "")):
            yield Decided(line, None, day)


def decision_of(portion: Portion) -> Decided | None:
    """Return the cooperation's own decision: with a day rather than without."""
    own = [d for d in decisions(portion) if not d.is_by_municipalities]
    dated = [d for d in own if d.day]
    said = [d for d in dated if d.word]
    return next(iter(said or dated or own), None)


def proposed(portion: Portion) -> Piece | None:
    """Return the words at the top that say that it is only a draft."""
    for line in top_lines(portion):
        found = line.find(_PROPOSED) if len(line.text) <= LONGEST_LINE else None
        if found:
            return found
    return None
