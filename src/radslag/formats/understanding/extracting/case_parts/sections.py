"""A case's document cut at its labels: decision, proposal, dissents, recipients."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.source import Piece


class Part(Enum):
    """What a section of a case's document is."""

    HEAD = auto()
    DECISION = auto()
    PROPOSAL = auto()
    DISSENT = auto()
    STATEMENT = auto()
    RECIPIENTS = auto()
    SIGNING = auto()
    REVIEW = auto()
    TEXT = auto()


_WHO: Final = (
    r"(?:(?:kommun|stads|region|förbunds)?(?:styrelsen?|fullmäktige)s?|nämndens)"
)
_DECIDES: Final = (
    r"(?:beslutar|beslutade|beslutat|beslöt|godkänner|antar|avslår|avstyrker"
    r"|tillstyrker"
    r"|återremitterar|bordlägger|fastställer|föreslår|ställer\s+sig\s+bakom"
    r"|föreslås\s+(?:besluta|föreslå))"
)
_LABELS: Final = (
    (
        Part.PROPOSAL,
        r"(?:\w+(?:s|ns|ets)\s+)?(?:förslag\s+till\s+(?:\w+\s+)?(?:beslut|kommun\w+"
        r"|\w+ut"
        r"skottet)(?:\s+i\s+\w+)?|beslutsförslag|förslag\s+för\s+beslut|föreslaget\s+"
        r"beslut|förslag\s+till\s+\w+)",
    ),
    (
        Part.PROPOSAL,
        r"\w+(?:s|ns)\s+f[öo]rslag(?:\s+till\b[^:]{0,80})?|yrkanden?|förslag",
    ),
    (
        Part.STATEMENT,
        r"särskil(?:t|da)\s+yttranden?(?:\s*/\s*protokollsanteckning(?:ar)?)?"
        r"|protokollsanteckning(?:ar)?(?:\s*(?:/|och|eller)\s*särskil(?:t|da)"
        r"\s+yttranden?)?"
        r"|anteckning(?:ar)?\s+till"
        r"\s+protokollet",
    ),
    (Part.DISSENT, r"(?:skriftlig\w*\s+)?reservation(?:er)?"),
    (
        Part.RECIPIENTS,
        r"(?:beslutet\s+|protokollsutdrag(?:et)?\s+|utdrag\s+)?(?:expedier\w*|skickas"
        r"|sänds"
        r"|delges|ska\s+skickas|sändlista|kopia|för\s+kännedom|för\s+verkställighet"
        r"|för\s+åtgärd|mottagare|beslutsexpediering|delgivning|meddelas"
        r"|(?:beslut(?:et)?|paragrafen|protokollsutdrag|utdrag)(?=\s+till))(?:\s+(?:till"
        r"|beslutet))?",
    ),
    (
        Part.SIGNING,
        r"(?:(?:protokollet|paragrafen)\s+(?:är\s+)?)?(?:justera\w*|justering\w*"
        r"|utdragsbestyrk\w*|anslag\w*"
        r"|anslås"
        r"|rätt\s+utdraget|vid\s+protokollet|underskrift\w*|bestyrk\w*|sekreterare)",
    ),
    (
        Part.REVIEW,
        r"beslutsgång|proposition\w*|överläggning\w*(?:\s+i\s+\w+)?|omröstning\w*"
        r"|ajourn\w*"
        r"|beslutsordning|voteringsordning",
    ),
    (
        Part.DECISION,
        rf"(?:{_WHO}\s+)?beslut(?:et)?|{_WHO}\s+beslut|beslutsformulering"
        rf"|delegationsbeslut",
    ),
    (
        Part.TEXT,
        r"sammanfattning\w*(?:\s+av\s+\w+)?|bakgrund|ärende(?:t|beskrivning)?|underlag"
        r"(?:\s+för\s+beslut)?|beslutsunderlag|handlingar|beskrivning(?:\s+av\s+\w+)?"
        r"|tidigare\s+(?:beslut|behandling)|förvaltningens\s+\w+"
        r"|ekonomi\w*(?:\s+\w+){0,2}"
        r"|bilag(?:a|or)|\w*konsekvenser(?:\s+\w+){0,3}|övervägande\w*|motiv\w*|syfte"
        r"|barnrätt\w*|barnperspektiv\w*|jäv",
    ),
)
_LABEL: Final = re.compile(
    "(?i:^(?:"
    + "|".join(rf"(?P<L{number}>{words})" for number, (_, words) in enumerate(_LABELS))
    + r"))(?P<mark>\s*(?:[:;–]|\.(?=\s*$))|\s*$|\s+(?=den\s+\d|\d{4}|[A-ZÅÄÖ]))\s*"
)
_LEAD: Final = re.compile(
    rf"(?i)^(?:att\s+)?(?:{_WHO}|\w+utskottet|\w+nämnden)\s+{_DECIDES}\b"
)
_NEEDS_MARK: Final = (Part.PROPOSAL, Part.DECISION, Part.TEXT, Part.REVIEW)
# In running text these begin sentences too, so what follows must begin like a value.
_LONGEST_LABEL: Final = 120


@dataclass
class Section:
    """A part of the document: what it is, its label, and its lines."""

    part: Part
    label: Piece | None = None
    pieces: list[Piece] = field(default_factory=list)
    is_led: bool = False

    @property
    def whole(self) -> Piece | None:
        """All its lines as one piece, or None where there are none."""
        return self.pieces[0].until(self.pieces[-1]) if self.pieces else None


def sections_of(lines: Iterable[Line]) -> list[Section]:
    """Return the document's sections in order; the first is its head."""
    sections = [Section(Part.HEAD)]
    for line in lines:
        if _ends(line, sections[-1]):
            sections.append(Section(Part.TEXT))
        for piece in _pieces(line):
            _read(piece, sections)
    return sections


def _ends(line: Line, last: Section) -> bool:
    """Tell whether a heading of its own ends what was to be decided."""
    return (
        line.is_heading
        and last.part in (Part.PROPOSAL, Part.DECISION)
        and bool(last.pieces)
        and not (_LEAD.match(line.text) or _LABEL.match(line.text))
    )


def _pieces(line: Line) -> Iterator[Piece]:
    for cell in line.cells:
        yield from cell.split(r"\n")


def _read(piece: Piece, sections: list[Section]) -> None:
    last = sections[-1]
    match = _LABEL.match(piece.text)
    part = _part(match) if match else None
    if match and part and _is_label(match, part, piece):
        label = piece.part(0, match.end()).strip(" :;")
        sections.append(Section(part, label))
        rest = piece.part(match.end(), len(piece.text)).strip()
        if rest:
            sections[-1].pieces.append(rest)
    elif _LEAD.match(piece.text) and last.part in (Part.HEAD, Part.TEXT, Part.REVIEW):
        sections.append(Section(Part.DECISION, None, [piece], is_led=True))
    else:
        last.pieces.append(piece)


def _part(match: "re.Match[str]") -> Part:
    return next(part for number, (part, _) in enumerate(_LABELS) if match[f"L{number}"])


def _is_label(match: "re.Match[str]", part: Part, piece: Piece) -> bool:
    rest = piece.text[match.end() :]
    has_mark = bool(match["mark"].strip())
    if not rest:
        return len(match[0]) <= _LONGEST_LABEL
    # "Beslut Kommunstyrelsen antar …": a reader has put the label on its text's line.
    return has_mark or part not in _NEEDS_MARK or bool(_LEAD.match(rest))


def of(sections: Iterable[Section], part: Part) -> list[Section]:
    """Return the sections that are a part of this kind and have words."""
    return [section for section in sections if section.part is part and section.pieces]
