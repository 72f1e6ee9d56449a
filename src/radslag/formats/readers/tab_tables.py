"""Tables in a text: lines with tabs, with bars as in Markdown, or with semicolons."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from radslag.formats.readers.text_lines import Line

Cells: TypeAlias = list[str]

RULE = re.compile(r"[\s|:+=_–—-]*$")
DRAWN = re.compile(r"[-=_–—]{2}")
BARS = re.compile(r"\s*\|.*\|\s*$", re.DOTALL)
NUMBER = re.compile(r"(?:ca )?[-–]?\d[\d\s.,]*(?: ?(?:kr|tkr|mnkr|%|:-))?$")
# Words that head a column in the documents of cooperations, by their beginnings.
COLUMN_WORDS = re.compile(
    r"^(?:aktivitet|ansvar|avgift|befolkning|belopp|beskriv|beslut|budget|datum|delmål|"
    r"dag\b|dnr|enhet|fokus|frekvens|funktion|förvalt|huvudmål|indikator|insats|"
    r"invånar|klar|kommentar|kommun|konto|kostnad|lokal|mål|möte|namn|nr\b|nyckeltal|"
    r"nätverk|område|organisation|parti|plats|period|post|prognos|punkt|resultat|roll|"
    r"status|summa|tid|titel|typ|uppdrag|uppfölj|utfall|vad\b|vem\b|när\b|år\b|\d{4}$|"
    r"ärende|åtgärd|månad|rådet|styrgrupp|ledningsgrupp|andel|differens|avvikelse|intäkt|ordförande|ledamot|ersättare)",
    re.IGNORECASE,
)
# Words that name the row beside them, however much they look like a column's head.
ROW_WORDS = re.compile(
    r"^(?:deltagare|närvarande|ej närvarande|frånvarande|plats|tid)$", re.I
)
YEAR = re.compile(r"\d{4}$")
# A longer field is refused by what reads separated values.
LONGEST_ROW = 131_072
SHARE_OF_LINES = 0.8


def is_rule(text: str) -> bool:
    """Tell whether the line is only dashes, drawn under a row."""
    return RULE.match(text) is not None and DRAWN.search(text) is not None


def is_row(text: str, tabs_before: int = 0) -> bool:
    """Tell whether the line is a row, given how many tabs the row before it has."""
    if BARS.match(text) and text.count("|") > 2:  # noqa: PLR2004 - two bars frame one cell.
        return True
    tabs = text.count("\t")
    if tabs == 0 or not text.strip():
        return False
    inner = text.strip().count("\t")
    return inner > 0 or tabs == tabs_before or tabs > 1 or text.endswith("\t")


def cells_of(text: str) -> Cells:
    """Return a row's cells, the empty ones at its end left out."""
    if "\t" not in text:
        cells = text.strip().removeprefix("|").removesuffix("|").split("|")
    else:
        cells = text.split("\t")
    cells = [cell.strip() for cell in cells]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def header_rows(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows head the columns, by what they say: none or one.

    A row heads the columns when most of its cells are words that columns are called by,
    or when figures stand below its words.
    """
    if len(rows) < 2 or sum(map(bool, rows[0])) < 2:  # noqa: PLR2004 - one cell heads nothing.
        return 0
    first = [cell for cell in rows[0] if cell]
    if ROW_WORDS.match(first[0]) and rows[0][0]:
        return 0
    known = sum(COLUMN_WORDS.match(cell) is not None for cell in first)
    is_named = not any(len(cell) > 40 or is_sum(cell) for cell in first)  # noqa: PLR2004 - a sentence, not a column's name.
    if known * 2 >= len(first) and is_named:
        return 1
    return int(stands_above_figures(rows))


def is_sum(cell: str) -> bool:
    """Tell whether a cell is a figure, and not a year, which may head a column."""
    return NUMBER.match(cell) is not None and YEAR.match(cell) is None


def stands_above_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row has words where all later rows have figures."""
    head, *rest = rows
    if len(rest) < 2 or any(NUMBER.match(cell) for cell in head):  # noqa: PLR2004 - one row shows no pattern.
        return False
    columns = range(1, len(head))
    return any(
        head[column]
        and all(len(row) > column and NUMBER.match(row[column]) for row in rest)
        for column in columns
    )


def with_tabs(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a file of separated values as lines with tabs.

    A file counts as one when nearly all of its lines have equally many separators.
    """
    filled = [line for line in lines if line.text.strip()]
    if any(len(line.text) > LONGEST_ROW for line in filled):
        return list(lines)
    for separator, fewest in ((";", 1), (",", 2)):
        counts = [line.text.count(separator) for line in filled]
        usual = max(set(counts), key=counts.count, default=0)
        even = counts.count(usual)
        if len(filled) > 1 and usual >= fewest and even >= SHARE_OF_LINES * len(filled):
            return [
                line._replace(text=with_tab(line.text, separator)) for line in lines
            ]
    return list(lines)


def with_tab(text: str, separator: str) -> str:
    """Return one line of separated values with tabs between them."""
    import csv  # noqa: PLC0415 - few texts are of separated values.

    row = next(csv.reader([text], delimiter=separator), [])
    return "\t".join(cell.replace("\t", " ") for cell in row) + ("\t" if row else "")
