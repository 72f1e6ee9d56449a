"""Who would not agree, and who had something to say: dissents and statements."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.sections import (
    Part,
    Section,
    of,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name
from radslag.formats.understanding.wording.party_groups import PARTY_GROUP
from radslag.formats.understanding.wording.sentences import sentences_of

BELOW: Final = "Orden står under samma rubrik som namnet."
_WHOSE: Final = {"dissents": "dissenter", "separate_statements": "stated_by"}
_LETTERS: Final = r"(?:\s*\((?:[A-ZÅÄÖa-zåäö]{1,5}|-)\))?"
_WHO: Final = re.compile(rf"(?:{NAME}{_LETTERS}|(?:{PARTY_GROUP}){_LETTERS})")
# "till förmån för Bo Eks förslag": whose words it is, and not who reserves herself.
_OF_WORDS: Final = re.compile(
    r"(?<=s)\s+(?:eget\s+|egna\s+)?\w{0,20}(?:förslag|yrkande|motion)\w*\b"
)
_PLACE: Final = re.compile(r"(?:I|På|Från|För|Av|Vid|Till)\s")
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


def told_in(sentence: Piece) -> Iterator[tuple[str, Voice]]:
    """Give section and voice of each that a sentence says had a view of its own."""
    section = "separate_statements" if _STATES.search(sentence.text) else "dissents"
    if section == "separate_statements" or _RESERVES.search(sentence.text):
        yield from ((section, Voice(who)) for who in _names(sentence))


def record_voice(
    section: str, adoption: Value, voice: Voice, gathering: Gathering
) -> None:
    """Add a dissent or a statement to an adoption."""
    written = voice.text
    values = {
        "adoption": adoption,
        _WHOSE[section]: voice.who.value(voice.name),
        "text": written.value(None, Certainty.PROBABLE, BELOW) if written else None,
    }
    gathering.add(section, slug(f"{adoption.value}-{voice.name}"), values)


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
        is_whose = _OF_WORDS.match(piece.text, match.end())
        is_person = is_name(bare) and not (_PLACE.match(bare) or is_whose)
        if is_person or re.fullmatch(PARTY_GROUP, bare):
            yield piece.group(match).strip()


def _once(voices: Iterator[Voice]) -> list[Voice]:
    by_name: dict[str, Voice] = {}
    for voice in voices:
        by_name.setdefault(voice.name.split(" (")[0], voice)
    return list(by_name.values())
