"""Items of an agenda as records: title, register number, kind and text."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, ItemKind
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.matters import record_matter
from radslag.formats.understanding.extracting.meeting_parts.items import (
    NUMBERED_IN_ORDER,
    Item,
)
from radslag.formats.understanding.gathering import Gathering, same
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    whole_register_number,
    without_register_number,
)

BY_ITS_TITLE: Final = "Slaget är taget ur punktens rubrik."
BY_ITS_TEXT: Final = "Slaget är taget ur texten under punkten."
BY_ITS_DECISION: Final = "Punkten har ett beslut."
_LONGEST: Final = 300
_FORMAL: Final = re.compile(
    r"""(?ix)^(?:
      (?:mötets?|sammanträdets)\s+(?:öppnande|öppnas|avslut\w*)
      (?:\s+(?:och|samt)\s.*|,.*)? | öppnande | öppnas
    | välkom\w*\b.{0,40} | inledning(?:\s+och\s+presentation\w*)? | upprop\b.*
    | presentations?(?:runda|laget)?\b.* | incheckning | laget\srunt
    | (?:val|utseende|utse)\s+av\s+(?:protokoll)?juster\w*.* | protokolljustering\b.*
    | val\s+av\s+(?:mötes)?(?:ordförande|sekreterare)\s*(?:för\ mötet|och.*juster.*)?
    | justering\b.* | (?:godkännande|fastställande|fastställa|godkänna)\s+(?:av\s+)?
      (?:dagens\s+|dag|före|ärende)\w*.* | dagordning(?:en)?
    | föregående\s+(?:mötes?|protokoll|minnes|anteckning|sammanträde)\w*.*
    | (?:genomgång|uppföljning)\s+av\s+föregående.* | övrig(?:t|a\s+frågor)\W*
    | (?:nästa|kommande)\s+(?:möte|sammanträde)\w*\b.* | avslut\w*.* | mötet\s+avslutas
    )$"""
)
_ALWAYS_FORMAL: Final = re.compile(
    r"(?i)dagordning|föredragningslista|ärendelista|juster|öppn|upprop|välkom|avslut"
    r"|föregående (?:mötes?)?(?:protokoll|minnes|anteckning)"
)
_KIND_WORDS: Final = (
    (ItemKind.DECISION, re.compile(r"(?i)\bbeslut(?:s(?:ärende|punkt))?\b|^b$")),
    (ItemKind.INFORMATION, re.compile(r"(?i)\binfo(?:rmation\w*|rmeras)?\b|^i$")),
    (ItemKind.DISCUSSION, re.compile(r"(?i)\bdis(?:k|kussion\w*)\b|\bdialog\b|^d$")),
)
_BRACKETS: Final = re.compile(
    r"\s*[(\[](?P<in>[^)\]]*)[)\]]\s*$|\s+[–-]\s+(?P<in2>beslut|information|diskussion|"
    r"dialog)\s*$",
    re.IGNORECASE,
)
_AFTER_DASH: Final = re.compile(r"\s[–—-]\s+([^–—-][^–—]*)$")
_MINUTES: Final = re.compile(
    r"(?i)bifogas|\d+\s*min|kl\.?\s*\d|bilaga|^\s*[bid]\s*$|föredra"
)
_INFORMS: Final = re.compile(
    r"(?i)\b(?:informera(?:r|de|s|des)|berätta(?:r|de)|redogör\w*|redogjorde|presentera"
    r"(?:r|de|s|des)|informationen?|redovisa(?:r|de|s|des)|rapportera(?:r|de))\b"
)
_DISCUSSES: Final = re.compile(
    r"(?i)\b(?:diskut(?:era(?:r|de|s|des)|ion\w*)|diskussion\w*|dialog|resonera\w*)\b"
)


def add_item(item: Item, meeting: Found, gathering: Gathering) -> Found:
    """Add an item with its number, title and register number.

    Where another document had another title for the number, this one's is taken.
    """
    title, inside = _titled(item.title)
    number, number_said = _number(item), _register_number(item)
    found = gathering.add("agenda_items", f"{meeting.key}-{item.number}", {})
    values = {
        "meeting": number.as_value(meeting.key),
        "number": number,
        "title": _title(title),
        "register_number": number_said.value() if number_said else None,
        "matter": _matter(title, number_said, gathering) if number_said else None,
        "kind": _kind_said(inside) or _kind_of_title(title),
    }
    for column, value in values.items():
        if value is not None and not _is_said(found, column, value):
            found.values.pop(column, None)
            gathering.add("agenda_items", found.key, {column: value})
    return found


def _is_said(found: Found, column: str, value: Value) -> bool:
    before = found.values.get(column)
    return before is not None and same(before.value, value.value)


def _matter(title: Piece, number: Piece, gathering: Gathering) -> Value | None:
    """Add the matter an item is of; its first title stands, for items reword it."""
    known = gathering.get("matters", slug(" ".join(number.text.split())))
    is_titled = known is not None and "title" in known.values
    return record_matter(None if is_titled else title or None, number, gathering)


def _number(item: Item) -> Value:
    if item.is_numbered:
        return item.mark.value(item.number)
    return item.mark.value(item.number, Certainty.PROBABLE, NUMBERED_IN_ORDER)


def _title(piece: Piece) -> Value | None:
    value = piece.value()
    return value.as_value(str(value.value)[:_LONGEST]) if value.value else None


def _titled(title: Piece) -> tuple[Piece, Piece | None]:
    """Return the title alone, and what stands in brackets after it, of its kind."""
    bare = _without_presenter(without_register_number(title))
    match = _BRACKETS.search(bare.text)
    if match is None:
        return bare.strip(" \t:"), None
    group = "in" if match["in"] is not None else "in2"
    inside = bare.group(match, group)
    if not (_kind_said(inside) or _MINUTES.search(inside.text)):
        return bare.strip(" \t:"), None
    return bare.part(0, match.start()).strip(" \t:"), inside


def _without_presenter(title: Piece) -> Piece:
    name = presenter_in_title(title)
    if name is None:
        return title
    return title.part(0, name.start - title.start).strip(" \t–—-")


def presenter_in_title(title: Piece) -> Piece | None:
    """Return the person a dash parts from a title: "Rapport – Eva Alm"; or None."""
    name = title.find(_AFTER_DASH)
    return name if name and is_name(name.text) else None


def _register_number(item: Item) -> Piece | None:
    for cell in item.cells[1:]:
        whole = whole_register_number(cell)
        if whole:
            return whole
    places = (item.title, *(line.piece for line in item.lines[:2]))
    return next((n for p in places if (n := register_number_in(p))), None)


def _kind_said(inside: Piece | None) -> Value | None:
    for kind, pattern in _KIND_WORDS:
        words = inside.find(pattern) if inside else None
        if words:
            return words.value(kind.value)
    return None


def _kind_of_title(title: Piece) -> Value | None:
    if _FORMAL.match(title.text.strip()):
        return title.value(ItemKind.FORMALITY.value, Certainty.PROBABLE, BY_ITS_TITLE)
    for kind, pattern in _KIND_WORDS:
        words = title.find(pattern)
        if words and words.start - title.start == 0:
            return words.value(kind.value, Certainty.PROBABLE, BY_ITS_TITLE)
    return None


def add_kind_of_text(
    item: Found, text: list[Piece], decisions: list[Found], *, has_heading: bool
) -> None:
    """Say what an item is for by what became of it, where its title does not."""
    before = item.values.get("kind")
    if before and not (has_heading and _may_be_more(item, before)):
        return
    decided = [d for d in decisions if d["outcome"] not in ("noted", "placed_on_file")]
    if decided:
        wording = decided[0].values["wording"]
        kind = wording.as_value(ItemKind.DECISION.value)
        sure = (
            kind if has_heading else kind.doubted(Certainty.PROBABLE, BY_ITS_DECISION)
        )
        item.values["kind"] = sure
    if item["kind"] is not None:
        return
    for kind_word, pattern in (
        (ItemKind.DISCUSSION, _DISCUSSES),
        (ItemKind.INFORMATION, _INFORMS),
    ):
        for piece in text:
            words = piece.find(pattern)
            if words:
                item.values["kind"] = words.value(
                    kind_word.value, Certainty.PROBABLE, BY_ITS_TEXT
                )
                return


def _may_be_more(item: Found, kind: Value) -> bool:
    """Tell whether an item taken for a formality by its title may hold a decision."""
    is_by_title = kind.reason == BY_ITS_TITLE
    return is_by_title and not _ALWAYS_FORMAL.search(str(item["title"]))


def add_text(item: Found, text: list[Piece]) -> None:
    """Give an item the words below it, paragraph by paragraph."""
    said = [p for p in text if p and not whole_register_number(p)]
    pieces = sorted(said, key=lambda piece: piece.start)
    if not pieces:
        return
    whole = pieces[0].until(pieces[-1])
    words = "\n".join(" ".join(piece.text.split()) for piece in pieces)
    item.values["text"] = whole.value(words)
