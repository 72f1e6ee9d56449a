"""Who would not agree, and who had something to say: dissents and statements."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.formats.understanding.extracting.case_parts.sections import (
    Part,
    Section,
    of,
)
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name
from radslag.formats.understanding.wording.sentences import sentences_of

_PARTIES: Final = (
    r"(?:Moderaterna|Socialdemokraterna|Sverigedemokraterna|Vänsterpartiet|Miljöpartiet"
    r"|Kristdemokraterna|Liberalerna|Centerpartiet|Folkpartiet"
    r"|Feministiskt\s+initiativ)"
)
_GROUP: Final = rf"{_PARTIES}|(?:\(?[A-ZÅÄÖ]{{1,2}}\)?-?(?:gruppen|ledamöterna))"
_LETTERS: Final = r"(?:\s*\((?:[A-ZÅÄÖa-zåäö]{1,5}|-)\))?"
_WHO: Final = re.compile(rf"(?:{NAME}{_LETTERS}|(?:{_GROUP}){_LETTERS})")
_RESERVES: Final = re.compile(r"(?i)\breserver(?:ar|ade|at)\s+sig\b|\breservation\b")
_STATES: Final = re.compile(r"(?i)\bsärskil(?:t|da)\s+yttrande|\bprotokollsanteckning")
_INLINE: Final = re.compile(
    r"(?is)\b(?:yttrand\w+|protokollsanteckning\w*|anför\w*|antecknas)[^:]{0,80}:\s*"
    r"(\S.*)$"
)


class Voice(NamedTuple):
    """Somebody by name, with the party's letters, and what was written down, if any."""

    who: Piece
    text: Piece | None = None

    @property
    def name(self) -> str:
        """The name with its party."""
        return " ".join(self.who.text.split())


def dissents(sections: list[Section]) -> list[Voice]:
    """Return who would not agree with the decision."""
    return _once(_voices(sections, Part.DISSENT, _RESERVES))


def statements(sections: list[Section]) -> list[Voice]:
    """Return who left a statement of their own without dissenting."""
    return _once(_voices(sections, Part.STATEMENT, _STATES))


def _voices(
    sections: list[Section], part: Part, says: "re.Pattern[str]"
) -> Iterator[Voice]:
    for section in of(sections, part):
        yield from _of_section(section, part)
    for section in sections:
        if section.part in (Part.PROPOSAL, Part.RECIPIENTS, part):
            continue
        for piece in section.pieces:
            for sentence in sentences_of(piece):
                if says.search(sentence.text):
                    yield from (Voice(who) for who in _names(sentence))


def _of_section(section: Section, part: Part) -> Iterator[Voice]:
    pieces = [p for p in section.pieces if not (part is Part.DISSENT and _states(p))]
    named = [(piece, list(_names(piece))) for piece in pieces]
    written = [piece for piece, names in named if not names]
    if part is Part.STATEMENT:
        written = [*filter(None, map(_said_inline, pieces)), *written]
    text = written[0].until(written[-1]) if written else None
    everybody = [name for _, names in named for name in names]
    for name in everybody:
        yield Voice(name, text if len(everybody) == 1 else None)


def _states(piece: Piece) -> bool:
    """Tell whether a line is of a statement only: who states is no dissenter."""
    return bool(_STATES.search(piece.text)) and not _RESERVES.search(piece.text)


def _said_inline(piece: Piece) -> Piece | None:
    """Return what a line quotes after saying who states it: "… yttrande: ”Vi …”"."""
    said = piece.find(_INLINE)
    return said.strip(' ”"»“') if said else None


def _names(piece: Piece) -> Iterator[Piece]:
    for match in _WHO.finditer(piece.text):
        bare = re.sub(r"\s*\([^)]*\)$", "", match[0])
        if is_name(bare) or re.fullmatch(_GROUP, bare):
            yield piece.group(match).strip()


def _once(voices: Iterator[Voice]) -> list[Voice]:
    by_name: dict[str, Voice] = {}
    for voice in voices:
        by_name.setdefault(voice.name.split(" (")[0], voice)
    return list(by_name.values())
