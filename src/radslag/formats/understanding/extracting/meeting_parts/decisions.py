"""The decisions of an item: their words, their outcome, votes and dissents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import Certainty, Outcome
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.extracting.meeting_parts.item_tables import Column
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.meeting_parts.outcomes import (
    decides,
    is_elsewhere,
    outcome_in,
    votes_in,
)
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name
from radslag.formats.understanding.wording.party_groups import PARTY_GROUP

NO_HEADING: Final = "Meningen står i texten och inte under rubriken Beslut."
BY_ITS_HEADING: Final = (
    "Orden står under rubriken Beslut; utgången sägs inte uttryckligen."
)
_DECISION: Final = re.compile(
    r"(?i)^(?P<label>(?:(?:[^\W\d_]+\s+){0,3}(?!mötes|årets)\w+s\s+)?beslut(?:et)?)(?:\s*\(enhälligt\))?"
    r"(?:\s*[:.–-]\s*(?P<rest>\S.*)?"
    # A reader joins "Beslut" with the line below; "Beslut att bygga togs i maj" tells.
    r"|\s+(?P<led>att\s(?!.*\b(?:togs|tas|fatta(?:s|des)|har)\b)\S.*)|\s*)$",
    re.DOTALL,
)
_PROPOSAL: Final = re.compile(
    r"(?i)^(?:(?:kansliets|ordförandens|förvaltningens|arbetsgruppens|ledningsgruppens|"
    r"presidiets|arbetsutskottets|\w+ns|\w+ens)?\s*(?:beslutsförslag\b|förslag till"
    r"(?: \w+)? ?beslut\b|förslag\s*(?::|$))|yrkanden?\b|ställningstagande\b)"
)
_OTHER: Final = re.compile(
    r"(?i)^(?P<label>bakgrund|sammanfattning\w*(?: av ärendet)?|"
    r"ärende(?:t|beskrivning)?|beskrivning(?: av ärendet)?|diskussion|dialog|"
    r"information|beslutsgång|"
    r"beslutsunderlag|handlingar|underlag|bilag\w*|propositions\w*|omröstning\w*|votering|"
    r"omröstningsresultat|voteringslista|kommentar\w*|protokollsanteckning\w*|"
    r"särskil(?:t|da) yttrande\w*|jäv|uppdrag|åtgärd\w*|nästa steg|ajournering|"
    r"tidigare beslut\w*|ekonomi\w*|inledning|redovisning)(?:\s*[:.]\s*|\s*$)"
)
_ARROW: Final = re.compile(r"\s*(?:[-–=]+>|→|⇒|»|\*+)\s*(?=\S)")
_DISSENT: Final = re.compile(r"(?i)^(?:skriftlig\w* )?reservation(?:er)?\b\W*")
_RECIPIENTS: Final = re.compile(
    r"(?i)^(?:beslutet )?(?:expedier\w*|skickas|delges|sändlista|kopia|för kännedom)\b"
)
_RESERVES: Final = re.compile(
    rf"(?P<who>{NAME}(?:\s*\([^)]*\))?(?:(?:,| och| samt)\s+{NAME}(?:\s*\([^)]*\))?)*)"
    r"[^.]{0,60}?\b(?:reserverar|reserverade)\s+sig\b"
)
_RESERVING: Final = re.compile(
    rf"\b(?:reserverar|reserverade)\s+sig\s+(?P<who>{NAME}"
    rf"(?:(?:\s*\([^)]*\))?(?:,| och| samt)\s+{NAME})*)"
)
_RESERVATION_OF: Final = re.compile(
    rf"(?i:reservation\w*\s+(?:av|från|lämnas av))\s+(?P<who>{NAME})"
)
# A party's members together: "Samtliga ledamöter från (M) reserverar sig".
_GROUP_RESERVES: Final = re.compile(
    rf"(?P<who>{PARTY_GROUP})[^.]{{0,60}}?\b(?:reserverar|reserverade)\s+sig\b"
)
_ATT_VERBS: Final = (
    r"godkänna|fastställa|anta|uppdra|lägga|notera|anteckna|bordlägga|återremittera|"
    r"avslå|bifalla|rekommendera|föreslå|utse|välja|ställa|överlämna|avge|bevilja|"
    r"tillstyrka|avstyrka|inrätta|upphäva|ändra|ge|förklara|omedelbart|paragrafen|"
    r"hemställa|uppmana|bemyndiga|teckna|ansöka"
)
# What the body decides ends what was proposed to it.
_OWN_DECISION: Final = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäö]*(?:\s[\wåäö]+){0,3}\s)?(?i:beslut(?:ar|ade|as|ades)|beslöt)\b"
    r"|[Mm]ed \w+ röster\b"
)
_CLAUSE: Final = re.compile(
    rf"(?i)(?:[,;.]\s*(?:och\s+|samt\s+|dels\s+)?|\s+(?:samt|dels)\s+)att\s"
    rf"|\s+och\s+att\s+(?:{_ATT_VERBS})\b"
)
_BARE_CLAUSE: Final = re.compile(rf"(?i)\s+att\s+(?:{_ATT_VERBS})\b")
_ASKS_OTHERS: Final = re.compile(
    r"(?i)\b(?:föresl[åo]|rekommender|uppdr[ao]|hemställ|uppman|bemyndig|begär|anmod|"
    r"erbjud|inbjud|beslut)"
)
_LEAD: Final = re.compile(
    r"(?i)^[^.]*\b(?:beslut(?:ar|ade|as|ades)|beslöt)\b[^.]*?(?=(?:\s+dels)?\s+att\s|:?$)"
)
_SENTENCE: Final = re.compile(
    r"(?<=[.!?])(?<!\bkl\.)(?<!\bdnr\.)(?<!\bca\.)(?<!\bt\.ex\.)(?<!\bbl\.a\.)"
    r"(?<!\bm\.m\.)(?<!\bnr\.)(?<!\bdvs\.)\s+(?=[A-ZÅÄÖ0-9\"”(])"
)


@dataclass
class Decided:
    """A decision's words, what they were cut from, and how surely they are one."""

    piece: Piece
    said_in: Piece
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""
    outcome: Piece | None = None


@dataclass
class Told:
    """What an item tells: running text, decisions, and who would not agree."""

    text: list[Piece] = field(default_factory=list)
    proposed: list[Piece] = field(default_factory=list)
    decisions: list[Decided] = field(default_factory=list)
    dissents: list[tuple[Piece, Piece]] = field(default_factory=list)
    remarks: list[Piece] = field(default_factory=list)
    has_heading: bool = False


class _Reader:
    """Goes through an item's lines, remembering under which label it stands."""

    def __init__(self) -> None:
        self.told = Told()
        self.part = "text"
        self.under_heading = 0
        self.is_listed = False
        self.lead: Piece | None = None

    def read(self, lines: list[Line]) -> Told:
        for line in lines:
            self.is_listed = line.form.startswith("item")
            for piece in _before_lead(_without_arrow(line.piece)):
                self._read(piece, is_heading=line.is_heading)
        if not self.told.decisions:
            self._find_in_text()
        return self.told

    def _read(self, piece: Piece, *, is_heading: bool) -> None:
        text = piece.text
        decision = _DECISION.match(text)
        if decision:
            self._open_decision(piece, decision)
        elif _is_lead(text) and not is_elsewhere(text):
            self.part, self.under_heading, self.lead = "decision", 0, piece
            self.told.has_heading = True
        elif _DISSENT.match(text) and not _reserving(text):
            self._open_dissent(piece)
        elif _PROPOSAL.match(text) or _RECIPIENTS.match(text):
            self.part = "proposal"
            self._say(piece)
        elif other := _OTHER.match(text):
            self.part = "text"
            self._say(piece.part(other.end(), len(text)).strip())
        elif is_heading:
            self.part = "text"
            self._say(piece)
        else:
            self._say(piece)

    def _open_decision(self, piece: Piece, match: "re.Match[str]") -> None:
        self.part, self.under_heading, self.lead = "decision", 0, None
        self.told.has_heading = True
        for said in ("rest", "led"):
            if match[said]:
                self._say(piece.group(match, said).strip())

    def _open_dissent(self, piece: Piece) -> None:
        self.part = "dissent"
        label = _DISSENT.match(piece.text)
        rest = piece.part(label.end() if label else 0, len(piece.text)).strip()
        words = _RESERVATION_OF.search(piece.text)
        names = [piece.group(words, "who")] if words else list(_names(rest))
        self.told.dissents += [(name, piece) for name in names]

    def _say(self, piece: Piece) -> None:
        """Take words; who would not agree may be told in a decision's paragraph."""
        is_mixed = _reserving(piece.text) is not None
        for sentence in piece.split(_SENTENCE) if is_mixed else [piece]:
            if sentence:
                self._say_one(sentence)

    def _say_one(self, piece: Piece) -> None:
        if self.part == "proposal" and _OWN_DECISION.match(piece.text):
            self.part = "text"
        reserving = _reserving(piece.text)
        if reserving:
            who = piece.group(reserving, "who")
            self.told.dissents += [(name, piece) for name in _names(who)]
        elif self.part == "decision":
            self._decide(piece)
        elif self.part == "dissent" and is_name(_bare(piece).text):
            self.told.dissents.append((_bare(piece), piece))
        elif self.part in ("text", "dissent"):
            self.told.text.append(piece)
        else:
            self.told.proposed.append(piece)

    def _decide(self, piece: Piece) -> None:
        if _is_lead(piece.text):
            self.lead = piece
            return
        is_first = self.under_heading == 0
        if not (is_first or self.is_listed or _goes_on_deciding(piece.text)):
            self.told.text.append(piece)
            return
        self.under_heading += 1
        self.told.decisions += [
            Decided(clause, (self.lead or piece).until(piece))
            for clause in clauses(piece)
        ]

    def _find_in_text(self) -> None:
        kept: list[Piece] = []
        said = [piece for piece in self.told.text if decides(piece.text)]
        for piece in self.told.text:
            sentences = piece.split(_SENTENCE)
            deciding = [each for each in sentences if decides(each.text)]
            # How it was voted is told beside what was decided.
            if len(said) > 1:
                deciding = [each for each in deciding if not votes_in(each)]
            for each in deciding:
                self.told.decisions += [
                    Decided(clause, each, Certainty.PROBABLE, NO_HEADING)
                    for clause in clauses(each)
                ]
            kept += _without(piece, sentences, deciding)
        self.told.text = kept


def _reserving(text: str) -> "re.Match[str] | None":
    """Return who reserves; the names are looked for only where the word stands."""
    if "reserver" not in text:
        return None
    return (
        _RESERVES.search(text)
        or _RESERVING.search(text)
        or _GROUP_RESERVES.search(text)
    )


def told_by(lines: list[Line]) -> Told:
    """Return what an item's lines tell; proposals are no decisions."""
    return _Reader().read(lines)


def tell_row(item: Item, told: Told) -> None:
    """Add what the columns of an item's rows tell of decisions and who reserved."""
    for said in (item.said, *item.further):
        outcome = said.get(Column.OUTCOME)
        decision = said.get(Column.DECISION) or outcome
        if decision and re.search(r"\w", decision.text):
            told.decisions += [
                Decided(each, each, outcome=outcome) for each in clauses(decision)
            ]
        _tell_beside(said, told)


def _tell_beside(said: dict[Column, Piece], told: Told) -> None:
    dissent, remark = said.get(Column.DISSENT), said.get(Column.REMARK)
    if dissent:
        told.dissents += [(name, dissent) for name in _names(dissent)]
    if remark:
        told.remarks.append(remark)
        reserving = _reserving(remark.text)
        if reserving:
            who = remark.group(reserving, "who")
            told.dissents += [(name, remark) for name in _names(who)]


def clauses(piece: Piece) -> list[Piece]:
    """Return the parts of a decision, one for each "att"; one where it has but one."""
    lead = _LEAD.match(piece.text)
    start = lead.end() if lead else 0
    cuts = [m.start() + _att(m[0]) for m in _CLAUSE.finditer(piece.text, start + 1)]
    cuts += _bare_cuts(piece.text, start + 4, cuts)
    if not cuts:
        return [_trimmed(piece)]
    begin = start + _att(piece.text[start:])
    places = sorted({begin, *cuts, len(piece.text)})
    parts = [piece.part(a, b) for a, b in pairwise(places)]
    return [part for each in parts if (part := _trimmed(each))]


def _trimmed(clause: Piece) -> Piece:
    bare = clause.strip()
    ending = re.search(r"(?i)(?:(?:[,;]\s*|\s+)(?:och|samt|dels)|[,;])?$", bare.text)
    return bare.part(0, ending.start()) if ending else bare


def _att(text: str) -> int:
    found = re.search(r"(?i)\batt\b", text)
    return found.start() if found else 0


def _bare_cuts(text: str, start: int, cuts: list[int]) -> list[int]:
    """Return where a clause begins without a comma, lines having been glued."""
    found: list[int] = []
    for match in _BARE_CLAUSE.finditer(text, start):
        at = match.start() + _att(match[0])
        begun = max((cut for cut in (*cuts, *found) if cut < at), default=start - 4)
        if not _ASKS_OTHERS.search(text[begun:at]) and at not in cuts:
            found.append(at)
    return found


def _is_lead(text: str) -> bool:
    """Tell whether words only lead to the decision below: "Kommittén beslutar att"."""
    return (
        re.fullmatch(
            r"(?i)[^.]{0,80}\b(?:beslut(?:ar|ade|as|ades)|beslöt)(?:\s+(?:enhälligt|enigt"
            r"|följande))?(?:\s+att)?\s*[:.]?",
            text.strip(),
        )
        is not None
    )


def _without_arrow(piece: Piece) -> Piece:
    """Return a line without the arrow by which notes point out what was decided."""
    arrow = _ARROW.match(piece.text)
    return piece.part(arrow.end(), len(piece.text)) if arrow else piece


def _before_lead(piece: Piece) -> list[Piece]:
    """Return a paragraph that ends "Kommittén beslutade:" as its talk and its lead."""
    if not piece.text.rstrip().endswith(":"):
        return [piece]
    *talk, last = piece.split(_SENTENCE) or [piece]
    return [talk[0].until(talk[-1]), last] if talk and _is_lead(last.text) else [piece]


def _goes_on_deciding(text: str) -> bool:
    return re.match(r"(?i)^(?:dels\s+)?att\b", text) is not None or (
        (found := outcome_in(text)) is not None and found[0] is not Outcome.NOTED
    )


def _without(piece: Piece, all_of: list[Piece], taken: list[Piece]) -> list[Piece]:
    if not taken:
        return [piece]
    return [each for each in all_of if each not in taken]


def _names(who: Piece) -> Iterator[Piece]:
    if re.fullmatch(PARTY_GROUP, who.text.strip()):
        yield who.strip()
        return
    for part in who.split(r",|\boch\b|\bsamt\b"):
        if is_name(_bare(part).text):
            yield _bare(part)


def _bare(piece: Piece) -> Piece:
    """Return a name without the party and the municipality after it."""
    end = re.search(r"[(,]|$", piece.text)
    return piece.part(0, end.start() if end else 0).strip()
