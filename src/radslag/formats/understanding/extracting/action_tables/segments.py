"""Activities on one line without labels: "Jobbmässa – kansliet – mars – 80 000 kr"."""

import re
from collections.abc import Callable
from typing import Final

from radslag.agreement.calendar import understand_time
from radslag.formats.understanding.extracting.action_tables.columns import Says
from radslag.formats.understanding.source import Piece

BY_MARKS: Final = "Punkten är delad vid sina skiljetecken."
A_YEAR, LONGEST_ITEM, LONGEST_SEGMENT, FEWEST_SEGMENTS = 2000, 400, 60, 2
_BETWEEN: Final = re.compile(r"\s[–—-]\s|[,;|]\s")
_MARKED: Final = re.compile(r"\s[–—-]\s|[,;|(]")
_IN_BRACKETS: Final = re.compile(r"(?s)^(?P<title>.{3,}?)\s*\((?P<inside>[^()]+)\)\W*$")
_SUM: Final = re.compile(
    r"(?i)(?:kostnad|budget)?\W*(?:ca\.?|cirka|högst|max)?\s*\d[\d.,\u00a0 ]{0,20}"
    r"(?:kr(?:onor)?|tkr|kkr|mnkr|mkr)\W*"
)
# "pågår till 30 juni 2027": words about when, though no span can be made of them.
_GOES_ON: Final = re.compile(
    r"(?i)^(?:pågår|genomförs|startar|börjar|påbörjas|avslutas|slutförs|löper|hålls)\b"
    r".{0,30}?\b(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec|20\d\d|kvartal"
    r"|q[1-4]|vår|höst|sommar|vinter|året)"
)
_WHO: Final = re.compile(r"(?i)^(?:huvud)?ansvar(?:ig[at]?)?\W+")


def told_in_segments(
    piece: Piece, is_somebody: Callable[[str], bool]
) -> tuple[Piece, dict[Says, list[Piece]]] | None:
    """Return the name before what is said of who, when and cost; None where it is not.

    At least two of them must be said, last on the line or in brackets.
    """
    whole = piece.strip()
    if len(whole.text) > LONGEST_ITEM or not _MARKED.search(whole.text):
        return None
    match = _IN_BRACKETS.match(whole.text)
    if match:
        rest, says = peeled(whole.group(match, "inside"), is_somebody)
        title = None if rest else whole.group(match, "title")
    else:
        title, says = peeled(whole.strip(" ."), is_somebody)
    is_told = title is not None and bool(title.text.strip())
    return (title, says) if title and is_told and len(says) >= FEWEST_SEGMENTS else None


def peeled(
    piece: Piece, is_somebody: Callable[[str], bool]
) -> tuple[Piece, dict[Says, list[Piece]]]:
    """Return a piece without what stands last in it of who, when and cost, and that."""
    says: dict[Says, list[Piece]] = {}
    while piece.text.strip():
        marks = list(_BETWEEN.finditer(piece.text))
        start, end = marks[-1].span() if marks else (0, 0)
        last = piece.part(end, len(piece.text)).strip()
        kind = _kind(last, is_somebody)
        if kind is None or kind in says:
            break
        who = _WHO.match(last.text)
        says[kind] = [last.part(who.end(), len(last.text)) if who else last]
        piece = piece.part(0, start)
    return piece, says


def _kind(piece: Piece, is_somebody: Callable[[str], bool]) -> Says | None:
    text = piece.text.strip()
    if not text or len(text) > LONGEST_SEGMENT:
        return None
    if _SUM.fullmatch(text):
        return Says.COST
    if understand_time(re.sub(r"^(?:i|under)\s+", "", text), A_YEAR).kind != "unknown":
        return Says.TIME
    if _GOES_ON.match(text):
        return Says.TIME
    return Says.RESPONSIBLE if is_somebody(_WHO.sub("", text)) else None
