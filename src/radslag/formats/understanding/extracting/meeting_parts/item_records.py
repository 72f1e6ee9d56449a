"""Items of an agenda as records: title, register number, kind and text."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, ItemKind
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.matters import record_matter
from radslag.formats.understanding.extracting.meeting_parts.item_starts import (
    NUMBERED_IN_ORDER,
    Item,
)
from radslag.formats.understanding.extracting.meeting_parts.item_tables import Column
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
BY_ITS_SECTION: Final = "Slaget står i rubriken ovanför flera punkter."
BY_ITS_TEXT: Final = "Slaget är taget ur texten under punkten."
BY_ITS_DECISION: Final = "Punkten har ett beslut."
_LONGEST: Final = 300
_FORMAL: Final = re.compile(
    r"""(?ix)^(?:
      (?:mötets?|sammanträdets)\s+(?:öppnande|öppnas|avslut\w*)
      (?:\s+(?:och|samt)\s.*|,.*)? | öppnande | öppnas
    | välkom\w*\b.{0,40} | inledning(?:\s+och\s+presentation\w*)? | upprop\b.*
    | presentations?(?:runda|laget)?\b.* | incheckning | laget\srunt
    | (?:val\s+av|utseende\s+av|utse)\s+(?:protokolls?)?juster\w*.*
    | protokolljustering\b.*
    | (?:dagordningens|(?:föredragnings|ärende)listans)\s+(?:fastställ|godkänn)ande
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
    (ItemKind.FORMALITY, re.compile(r"(?i)^f$|^formali?a$|^formell\w*$")),
)
_KINDS_OF_SECTION: Final = (
    (ItemKind.DECISION, r"(?i)beslut\w*"),
    (ItemKind.INFORMATION, r"(?i)information\w*"),
    (ItemKind.DISCUSSION, r"(?i)diskussion\w*|dialog\w*|samråd\w*"),
    (ItemKind.FORMALITY, r"(?i)formalia"),
)
_OF_REFERRAL: Final = re.compile(r"(?i)\bremiss[^.]*\((?:dnr\.?|deras|med)?[^()]*$")
_ONLY_KIND: Final = re.compile(
    r"(?i)(?:beslut|info(?:rmation)?|diskussion|dialog)(?:s(?:ärende|punkt))?"
    r"|\((?P<letter>[BDFI])\)"
)
_BRACKETS: Final = re.compile(
    r"\s*[(\[](?P<in>[^)\]]*)[)\]]\s*$|\s+[–-]\s+(?P<in2>beslut|information|diskussion|"
    r"dialog)\s*$"
    # "Internkontroll. Beslutsärende"
    r"|[.,]?\s+(?P<in3>(?:besluts|informations|diskussions)(?:ärende|punkt))\s*$",
    re.IGNORECASE,
)
# "OFB IB 2026/31": a column of codes and numbers.
_NUMBER_LAST: Final = re.compile(r"^([A-ZÅÄÖ]{2,6}\s+\d{4}[/:]\d{1,5})$")
_CODE_AND_NUMBER: Final = re.compile(
    r"^[A-ZÅÄÖ]{2,4}\s+([A-ZÅÄÖ]{2,6}\s+\d{4}[/:]\d{1,5})$"
)
_LETTER_WITHIN: Final = re.compile(r"\s\(([BDFI])\)\s+(?=[a-zåäö])")
_STOP: Final = re.compile(r"([^.]*[^\W\d_]{4})\.")
# "Budget 2028  Föredragande: Eva Alm": a column that has run into the title.
_PRESENTER: Final = re.compile(
    r"(?i)\s+(?:föredragande|föredras\s+av|föredr\.?|presenteras\s+av)\s*:?\s*$"
)
_AFTER_LABEL: Final = re.compile(
    r"\s(?i:föredragande|föredras\s+av|föredr\.?|presenteras\s+av)\s*:?\s+([A-ZÅÄÖ][^,;:()]{3,50})$"
)
_AFTER_DASH: Final = re.compile(r"\s[–—-]\s+([^–—-][^–—]*)$")
# "Lägesrapport Eva Alm, Trafikverket, kl. 10.30": who comes, and when.
_BEFORE_HOUR: Final = re.compile(
    r"[a-zåäö0-9](?<!\bav)(?<!\bmed)(?<!\bfrån)(?<!\btill)(?<!\bhos)(?<!\boch)(?<!\bi)"
    r"(?<!\bför)\s+([A-ZÅÄÖ][\wåäöé-]+\s[A-ZÅÄÖ][\wåäöé-]+)(?:,\s[^,]{2,40}){0,2},"
    r"\s+kl\.?\s*\d{1,2}[.:]\d\d$"
)
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

# How an agenda says what is to become of an item; the first that fits is taken.
_ANNOUNCED: Final = (
    (
        ItemKind.DECISION,
        re.compile(
            r"(?i)\bbeslut(?:a|as)?\s+(?:om|att|krävs|behövs|fattas|behöver)\b"
            r"|\bför\s+beslut\b|\btar?\s+ställning\b|\bställningstagande\b"
            r"|\bantagande(?:\s+av)?\b|\bfastställande\b"
        ),
    ),
    (
        ItemKind.DISCUSSION,
        re.compile(r"(?i)\b(?:\w*diskussion\w*|diskutera\w*|dialog|samtal\s+om)\b"),
    ),
    (
        ItemKind.INFORMATION,
        re.compile(
            r"(?i)\b\w*information(?:en)?\b|\binformera(?:r|s)?\b|\bberättar?\b"
            r"|\bredogör(?:else|s)?\b|\bföredra(?:r|s|gning)\b|\blägesrapport\w*"
            r"|^muntlig\w*(?:\s+(?:information|rapport|föredragning))?$"
        ),
    ),
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
        "kind": _kind_said(item.said.get(Column.KIND))
        or _kind_said(inside)
        or _kind_in_cell(item)
        or _kind_said(title.find(_LETTER_WITHIN))
        or _kind_of_title(title)
        or _kind_of_section(item),
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
    within = _LETTER_WITHIN.search(str(value.value))
    if within:
        # The letter of a column that the title's second line came after.
        words = str(value.value)
        whole = f"{words[: within.start()]} {words[within.end() :]}"
        value = value.as_value(whole)
    return value.as_value(str(value.value)[:_LONGEST]) if value.value else None


def _titled(title: Piece) -> tuple[Piece, Piece | None]:
    """Return the title alone, and what stands in brackets after it, of its kind."""
    bare = _without_presenter(without_register_number(title))
    match = _BRACKETS.search(bare.text)
    if match is None:
        return _without_stop(bare.strip(" \t:*")), _kind_last(title)
    group = next(name for name in ("in", "in2", "in3") if match[name] is not None)
    inside = bare.group(match, group)
    if not (_kind_said(inside) or _MINUTES.search(inside.text)):
        return bare.strip(" \t:*"), None
    return bare.part(0, match.start()).strip(" \t:*"), inside


def _kind_last(title: Piece) -> Piece | None:
    """Return the kind that stands last, after the number: "Taxa (dnr …) – beslut"."""
    match = _BRACKETS.search(title.text)
    inside = title.group(match, "in2") if match and match["in2"] else None
    return inside if inside and _kind_said(inside) else None


def _without_stop(title: Piece) -> Piece:
    """Return a title without the full stop after its one sentence."""
    match = _STOP.fullmatch(title.text)
    return title.part(0, match.end(1)) if match else title


def _without_presenter(title: Piece) -> Piece:
    name = presenter_in_title(title)
    if name is None:
        return title
    before = title.part(0, name.start - title.start).strip(" \t–—-")
    label = _PRESENTER.search(before.text)
    return before.part(0, label.start()).strip() if label else before


def presenter_in_title(title: Piece) -> Piece | None:
    """Return the person a dash parts from a title: "Rapport – Eva Alm"; or None."""
    name = title.find(_AFTER_DASH) or title.find(_AFTER_LABEL)
    if name and is_name(name.text):
        return name
    return title.find(_BEFORE_HOUR)


def _register_number(item: Item) -> Piece | None:
    column = item.said.get(Column.REGISTER_NUMBER)
    others = [cell for cell in item.cells[1:] if cell not in item.said.values()]
    for cell in [column] if column else others:
        whole = whole_register_number(cell) or register_number_in(cell)
        if whole:
            return whole
    places = (item.title, *(line.piece for line in item.lines[:2]), *_in_column(item))
    found = ((p, n) for p in places if (n := register_number_in(p)))
    return next((n for p, n in found if not _is_theirs(p, n)), None)


def _in_column(item: Item) -> list[Piece]:
    """Return the number that a column of codes has beside an item, if it is one.

    The column comes after its item's lines or among them.
    """
    last = [line.piece.find(_NUMBER_LAST) for line in item.lines[-1:]]
    coded = [line.piece.find(_CODE_AND_NUMBER) for line in item.lines]
    found = list(filter(None, coded))
    return found if len(found) == 1 else list(filter(None, last))


def _is_theirs(piece: Piece, number: Piece) -> bool:
    """Tell whether a number stands in brackets after a referral: who sent it has it."""
    before = piece.text[: number.start - piece.start]
    return _OF_REFERRAL.search(before) is not None


def _kind_said(inside: Piece | None) -> Value | None:
    for kind, pattern in _KIND_WORDS:
        words = inside.find(pattern) if inside else None
        if words:
            return words.value(kind.value)
    return None


def is_kind(cell: Piece) -> bool:
    """Tell whether a cell says what an item is for and nothing else."""
    return _ONLY_KIND.fullmatch(cell.text.strip()) is not None


def _kind_in_cell(item: Item) -> Value | None:
    """Return the kind that a cell beside the title says and nothing else: BESLUT."""
    cell = next((cell for cell in item.cells[1:] if is_kind(cell)), None)
    return _kind_said(cell.strip(" ()")) if cell else None


def _kind_of_section(item: Item) -> Value | None:
    """Return what the line above an item and those beside it says they are for."""
    for kind, pattern in _KINDS_OF_SECTION:
        words = item.section.find(pattern) if item.section else None
        if words:
            return words.value(kind.value, Certainty.PROBABLE, BY_ITS_SECTION)
    return None


def _kind_of_title(title: Piece) -> Value | None:
    if _FORMAL.match(title.text.strip()):
        return title.value(ItemKind.FORMALITY.value, Certainty.PROBABLE, BY_ITS_TITLE)
    for kind, pattern in _KIND_WORDS:
        words = title.find(pattern)
        before = title.text[: words.start - title.start] if words else ""
        if words and (not before or before.endswith(", ")):
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


def add_kind_announced(item: Found, pieces: list[Piece]) -> None:
    """Say what an item on an agenda is for, by the words it is announced with."""
    if item["kind"] is not None:
        return
    for kind, pattern in _ANNOUNCED:
        words = next((found for p in pieces if (found := p.find(pattern))), None)
        if words:
            said = words.value(kind.value, Certainty.PROBABLE, BY_ITS_TEXT)
            item.values["kind"] = said
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
