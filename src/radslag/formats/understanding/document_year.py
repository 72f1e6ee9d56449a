"""Which year a document is of: the year of its plan or report, else of its day.

A programme's target year, a register number and a span of years are no such year.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.model import Document
from radslag.formats.understanding.recognising.signals import LONGEST_BLOCK

TITLE_BLOCKS, DAY_BLOCKS = 12, 30
_ALONE: Final = 8
OF_A_YEAR: Final = (
    DocumentKind.ANNUAL_PLAN,
    DocumentKind.ACTION_PLAN,
    DocumentKind.ANNUAL_REPORT,
)
_YEAR: Final = r"(?<![\d/:.-])(?P<year>(?:19|20|21)\d\d)(?!\d)"
_BARE: Final = re.compile(_YEAR)
_PLAN: Final = re.compile(
    r"(?i)(?:verksamhets|handlings|aktivitets|arbets|års|mötes|genomförande)plan\w*"
    r"|verksamhetsinriktning|budget\w*|årsredovisning\w*|(?:verksamhets|års)berättelse\w*"
    r"|(?:års)?bokslut\w*|kalend\w+|årsrapport\w*|uppföljning\w*|sammanträdestider"
    r"|mötestider|\båtgärdsplan\w*|\båret|\bverksamhet(?:en)?\b(?:\s+och\s+\w+)?"
)
_AFTER_PLAN: Final = 70
_MONTH: Final = (
    r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.?,?\s+(?:år\s+)?"
)
_DAYS: Final = (
    re.compile(
        r"(?<![\d-])(?P<year>(?:19|20|21)\d\d)([-./])(?:0\d|1[0-2])\2[0-3]\d(?!\d)"
    ),
    re.compile(
        rf"(?i)(?<!\d)[0-3]?\d(?::?[ea])?\s+{_MONTH}(?P<year>(?:19|20|21)\d\d)(?!\d)"
    ),
    re.compile(r"(?<!\d)[0-3]?\d/[01]?\d[-\s]+(?P<year>(?:19|20|21)\d\d)(?!\d)"),
)
# A day that is told of, not the document's own.
_EARLIER: Final = re.compile(
    r"(?i)(?:ersätt\w*|föregående|antog\w*|fattade\w*|från\s+och\s+med|gäll\w*"
    r"|upphör\w*|senast|bilda(?:des|ts|d)|inrätta(?:des|ts|d)|grundades|startade)\b[^.;]{0,60}$"
)
_NAME: Final = (
    r"(?:,?\s+(?:för|i|mot|till|åren|år|perioden)|\s+[A-ZÅÄÖ][\wåäöé-]*){0,5}"
)
_TARGET: Final = re.compile(
    r"(?:(?i:program|strategi|vision|målbild|framtidsbild|agenda|utvecklingsplan"
    rf"|översiktsplan|mandatperiod|programperiod)[a-zåäö]*{_NAME}"
    r"|(?<!\w)(?!PLAN|BUDGET|ÅR|MAJ|MARS|JUNI|JULI|DEN|TID|APRIL|MÖTE|DATUM|HÖST|VÅR)"
    r"[A-ZÅÄÖ]{2,6}(?:\s+för(?:\s+[A-ZÅÄÖ][\wåäöé-]*){1,2})?)\s*[(–-]?\s*$"
)
_SPAN: Final = re.compile(r"^\s*[-–—/]\s*(?:(?:19|20|21)\d\d|\d\d)(?!\d|-)")
# The year of a register number, or of a day that did not count.
_OF_NUMBER: Final = re.compile(r"^\s?[/:.]\s?\d|^-\d\d-\d\d")
_NUMBER_BEFORE: Final = re.compile(
    r"(?i)\b(?:dnr|diarie\w*|KS|KF)[\s.:/-]*$|\d[/–—-]\s*$"
)

Years = Iterator[int]


def year_of_document(document: Document, kind: DocumentKind) -> int | None:
    """Return the year that a document of a kind is of; None where nothing says it."""
    texts = [document.title, *(block.text for block in document.blocks[:DAY_BLOCKS])]
    return year_of_texts([*texts, *(block.text for block in document.aside)], kind)


def year_of_texts(texts: Sequence[str], kind: DocumentKind) -> int | None:
    """Return the year that the first lines of a document of a kind say it is of."""
    texts = [text[:LONGEST_BLOCK] for text in texts]
    top = texts[: TITLE_BLOCKS + 1]
    if kind in OF_A_YEAR:
        return _first(
            (_planned, top),
            (_alone, top[:_ALONE]),
            (_whole_days, texts),
            (_bare, top),
            (_first_of_spans, top),
        )
    return _first((_whole_days, texts), (_unplanned, top))


def _first(*ways: tuple[Callable[[str], Years], Iterable[str]]) -> int | None:
    for way, texts in ways:
        for text in texts:
            found = next(way(text), None)
            if found:
                return found
    return None


def _planned(text: str) -> Years:
    """Give the years after the words for a plan, a budget or a report."""
    for word in _PLAN.finditer(text):
        for match in _BARE.finditer(text, word.end(), word.end() + _AFTER_PLAN):
            if not (_is_target(text, match) or _is_of_number(text, match)):
                yield int(match["year"])


def _alone(text: str) -> Years:
    """Give the year that is all there is on a line at the top."""
    if match := _BARE.fullmatch(text.strip()):
        yield int(match["year"])


def _whole_days(text: str) -> Years:
    found = [match for pattern in _DAYS for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda each: each.start()):
        if not _EARLIER.search(text[: match.start()]):
            yield int(match["year"])


def _bare(text: str) -> Years:
    for match in _BARE.finditer(text):
        is_span = _SPAN.match(text[match.end() :])
        if not (is_span or _is_target(text, match) or _is_of_number(text, match)):
            yield int(match["year"])


def _unplanned(text: str) -> Years:
    """Give the bare years of a line that is not about a year's plan or report."""
    if not _PLAN.search(text):
        yield from _bare(text)


def _first_of_spans(text: str) -> Years:
    for match in _BARE.finditer(text):
        if _SPAN.match(text[match.end() :]) and not _is_target(text, match):
            yield int(match["year"])


def _is_target(text: str, match: "re.Match[str]") -> bool:
    return _TARGET.search(text[: match.start()]) is not None


def _is_of_number(text: str, match: "re.Match[str]") -> bool:
    after = _OF_NUMBER.match(text[match.end() :])
    return bool(after or _NUMBER_BEFORE.search(text[: match.start()]))
