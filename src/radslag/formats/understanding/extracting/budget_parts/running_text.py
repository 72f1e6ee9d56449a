"""Budgets told in running text: "Kostnaderna fördelas på personal 800 000 kr och …"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from radslag.agreement.vocabulary import BudgetSide, Certainty
from radslag.formats.understanding.extracting.budget_parts.rows import Row, row_of_line
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sums import sums_in

_BEGINS: Final = re.compile(
    r"(?i)^\W*(?:de\s+|samverkans\s+|årets\s+|budgeterade\s+)*"
    r"(?P<word>(?P<income>intäkt(?:er)?(?:na)?)|(?:kostnad|utgift)(?:er)?(?:na)?)"
    r"[^:.,\d]{0,30}?\s*"
    r"(?:fördelas\s+(?:på|enligt följande)|fördelar sig på|består av|utgörs av|avser"
    r"|omfattar)\s*:?\s*"
)
_JOINS: Final = re.compile(r"(?i)^[\s,;]*(?:(?:och|samt|dels)\s+)?")
_WITH: Final = re.compile(r"(?i)\s+(?:om|på|med|för)\s*(?:ca|cirka)?\s*$")
_SENTENCE: Final = re.compile(r"(?<=[a-zåäö0-9)][.!?])\s+(?=[A-ZÅÄÖ])|\n")
RUNNING: Final = "Posten är läst ur löpande text."


def rows_of_text(paragraph: Piece) -> Iterator[Row]:
    """Give the lines that sentences about one side of a budget name with their sums."""
    for sentence in paragraph.split(_SENTENCE):
        match = _BEGINS.match(sentence.text)
        if match is None:
            continue
        side = BudgetSide.INCOME if match["income"] else BudgetSide.COST
        words = sentence.group(match, "word")
        for clause in _clauses(sentence.part(match.end(), len(sentence.text))):
            row = _row(clause)
            if row:
                yield replace(row, side=side, side_words=words)


def _clauses(told: Piece) -> Iterator[Piece]:
    """Give what stands before each sum, with the sum."""
    start = 0
    for found in sums_in(told):
        if not found.has_unit:
            continue
        end = found.piece.end - told.start
        clause = told.part(start, end)
        joins = _JOINS.match(clause.text)
        yield clause.part(joins.end() if joins else 0, len(clause.text))
        start = end


def _row(clause: Piece) -> Row | None:
    found = list(sums_in(clause))
    if not found:
        return None
    before = clause.part(0, found[-1].piece.start - clause.start)
    joins = _WITH.search(before.text)
    name = before.part(0, joins.start()) if joins else before.strip()
    row = row_of_line(clause, None)
    if row is None and name.text.strip():
        row = Row(name.strip(), found[-1], figures=found[-1].piece)
    if row is None or len(found) != 1:
        return None
    return replace(row, certainty=Certainty.PROBABLE, reason=RUNNING)
