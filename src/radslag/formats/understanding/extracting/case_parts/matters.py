"""The matter a case's document is of: its title, register number and §."""

import re
from collections.abc import Sequence
from typing import Final

from radslag.formats.slugs import slug
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in
from radslag.formats.understanding.wording.register_numbers import (
    without_register_number,
)

# A matter that answers what somebody else has asked about a text of their own.
ANSWERS: Final = re.compile(
    r"(?i)^(?:gemensamt\s+)?(?:remis(?:svar|syttrande)|yttrande|svar|synpunkter)"
    r"\s+(?:på|över|om|angående|gällande|till)\b|\bsvar\s+på\s+[^.]{0,60}\bremiss"
)
SIGN: Final = re.compile(
    r"(?i)§\s*(?P<number>\d{1,4})(?!\s*§)|(?P<first>\d{1,4})\s*§(?!\s*\d)"
)
IN_RUNNING_TEXT: Final = re.compile(
    r"(?i)\b(?:enligt|jämlikt|i|se|och)\s+(?:\w+\s+)?§|§\s*\d+\s*(?:\)|kommunallagen"
    r"|i\s+\w)"
    r"|\b(?:kap|lagen|avtalet)\b"
    # The items of the whole meeting: "Kommunstyrelsen §§ 118–131".
    r"|§§\s*\d{1,4}\s*[-–—]\s*\d"
)
_CLASS: Final = re.compile(r"[ \u00a0]\d{3}")
_NO_TITLE: Final = re.compile(
    r"(?i)^(?:dnr|diarie|ärende(?:nr|nummer)?$|datum|sammanträd|protokoll|utdrag|sida"
    r"|sid\b"
    r"|(?:rubrik|paragraf|ärende|handläggare|rubricering|ärendemening)\W*$"
    r"|beslut|\S+(?:s|ns) förslag till beslut\b"
    r"|kommunstyrelsen$|kommunfullmäktige$|plats|tid\b|\W*$|[\d\s./-]+$)"
)
_SHORTEST, _LONGEST, _NEAR_LINES = 4, 20, 6
# Right below the § a title may name all the parties: "Avtal mellan Ale kommun, …".
_LONGEST_BELOW: Final = 45


def sign_at(lines: Sequence[Piece]) -> int:
    """Return which line has the decision's §; the first where none has."""
    for at, line in enumerate(lines):
        if SIGN.search(line.text) and not IN_RUNNING_TEXT.search(line.text):
            return at
    return 0


def title_of(lines: Sequence[Piece]) -> Piece | None:
    """Return the case's title: after the § on its line, else on the line below it."""
    at = sign_at(lines)
    for below, line in enumerate(lines[at : at + _NEAR_LINES]):
        bare = without_register_number(_without_sign(line))
        longest = _LONGEST_BELOW if below < 2 and line.text[-1:] != "." else _LONGEST  # noqa: PLR2004 - at the §.
        if may_be_title(bare, longest):
            return bare.strip(" .")
    return None


def _without_sign(line: Piece) -> Piece:
    match = SIGN.search(line.text)
    if match is None:
        return line
    after = line.part(match.end(), len(line.text)).strip(" .:–-\t")
    if after:
        return after
    before = line.part(0, match.start()).strip(" .:–-\t")
    return before if len(before.text) > _SHORTEST else before.part(0, 0)


def may_be_title(piece: Piece, longest: int = _LONGEST) -> bool:
    """Tell whether a line can be a case's title; a label, a day and a place cannot."""
    text = piece.text.strip()
    return (
        len(text) > _SHORTEST
        and len(text.split()) <= longest
        and not _NO_TITLE.search(text)
        and known_name(text) is None
        and day_in(piece) is None
    )


def record_matter(
    title: Piece | None, number: Piece | None, gathering: Gathering
) -> Value | None:
    """Add the matter that a document is of, by its register number or its title."""
    if title is None and number is None:
        return None
    name = number or title
    known = _known_with_class(number, gathering) if number else None
    if known and name:
        return name.value(known)
    key = slug(" ".join(str(name).split()))
    gathering.add(
        "matters",
        key,
        {
            "title": title.value() if title else None,
            "register_number": number.value() if number else None,
        },
    )
    return name.value(key) if name else None


def _known_with_class(number: Piece, gathering: Gathering) -> str | None:
    """Return the matter whose number is this one with its class: "KS 2031-4 530"."""
    for found in gathering.of("matters"):
        said = str(found["register_number"] or "")
        if said.startswith(number.text) and _CLASS.fullmatch(said[len(number.text) :]):
            return found.key
    return None


def record_document(
    portion: Portion, number: Piece | None, day: Value | None, gathering: Gathering
) -> None:
    """Add the day and the register number that a document bears, and its kind."""
    values = {"register_number": number.value() if number else None, "dated_on": day}
    if any(values.values()):
        kind = _title_piece(portion).value(
            portion.kind.value, portion.part.certainty, portion.part.reason
        )
        gathering.add("documents", portion.source.key, values | {"kind": kind})


def _title_piece(portion: Portion) -> Piece:
    """Return the words that a part was known by, else its first ones."""
    pieces = list(portion.pieces())
    titled = (p for p in pieces if p.text.strip() == portion.part.title)
    return next(titled, pieces[0] if pieces else portion.whole)
