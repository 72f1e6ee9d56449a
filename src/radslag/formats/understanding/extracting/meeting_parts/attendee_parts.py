"""The parts of a line that names people: names, places, roles, items and the rest."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from radslag.agreement.vocabulary import AttendanceState
from radslag.formats.understanding.extracting.meeting_parts.header import DIGITAL
from radslag.formats.understanding.municipalities import is_ordinary_word, known_name
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import (
    NAME,
    has_no_name,
    is_name,
    is_party,
)


class Part(Enum):
    """What a part of a line is."""

    NAME = auto()
    PARTY = auto()
    MUNICIPALITY = auto()
    ORGANISATION = auto()
    ROLE = auto()
    ITEMS = auto()
    HOURS = auto()
    REMOTE = auto()
    STATE = auto()
    PLACE_BESIDE = auto()
    PLACE_BEFORE = auto()
    ROLE_BEFORE = auto()
    NOTHING = auto()


_ROLE_WORDS: Final = (
    r"(?:\d:?[ae] )?(?:v(?:ice|\.)\s*)?ord(?:f(?:örande(?:n)?)?)\b\.?|"
    r"(?:tjänstgörande |tj(?:g|änstg)\.? )?ers(?:ättare\b|\b\.?)|ledamot\b|"
    r"(?:mötes)?sekreterare\b|"
    r"(?:biträdande |bitr\. |t\.?f\.? |tf\.? )?(?:[\w-]{2,30}- och )?"
    r"[\w/-]*(?:direktör|chef)\w*|(?:administrativ|teknisk|operativ|regional|kommunal)"
    r" \w{0,30}(?:chef|direktör)\b|rektor\b|vd\b|"
    r"kommunalråd\b|oppositionsråd\b|[\w-]*(?:strateg|samordnare|handläggare|utredare|sekreterare"
    r"|administratör|planerare|ekonom|controller|jurist|konsult|ledare|revisor"
    r"|generalist|specialist|utvecklare|ombud)\b|"
    r"kommunstyrelsens\b|föredragande\b|adjungerad\b|protokollförare\b|justerare\b|"
    r"vid (?:anteckningarna|protokollet|pennan|tangenterna)\b|sekr\b\.?|"
    r"gruppledare\b|registrator\b|ks ordf\w*\.?|kso\b|kd\b(?=$)"
)
_BRACKETS: Final = re.compile(r"[(\[]([^)\]]{0,500})[)\]]")
# "§§ 3-9, 12 och 15" is one thing; "ers. B. Ek" says for whom somebody sits.
_SPLIT: Final = re.compile(
    r"[;\t\n|•]|,(?!\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*(?:$|[,;.)]|och\b))"
    r"|\s+[–—-]\s+|\s+/\s+|(?<![A-ZÅÄÖ])(?<!\bers)\.\s+(?=[A-ZÅÄÖ])"
    r"|\s+(?=[Aa]nmält förhinder)"
    r"|(?<=\d)\s+(?=[A-ZÅÄÖ][a-zåäöé]+[ -][A-ZÅÄÖ][a-zåäöé-]+)"
    # "sekreterare Bo Ek och planerare Eva Alm", but "kultur- och fritidschef Eva Alm".
    r"|(?<!-)\s+(?:och|samt)\s+"
    rf"(?=(?:{_ROLE_WORDS})\s+[A-ZÅÄÖ][\wåäöé-]+\s+[A-ZÅÄÖ])"
    r"|\s+(?:och|samt)\s+(?=[A-ZÅÄÖ])|\s+&\s+(?=[A-ZÅÄÖ]\S+\s+[A-ZÅÄÖ])"
)
_BY_LINK: Final = re.compile(
    r"(?i)(?:deltog )?(?:på|via|över|per) (?:länk|telefon|nätet|webben)"
)
_ITEMS: Final = re.compile(
    r"(?i)^(?:(?:ej|inte|utom|endast|enbart|bara|vid|under|deltog|deltar|närvarande|för|i"
    r"|t\.? ?o\.? ?m\.?|fr\.? ?o\.? ?m\.?|från(?: och med)?|till(?: och med)?)\s+){0,3}"
    r"(?:§§?|punkt(?:en|erna|er)?|p(?:kt)?\.?|ärende(?:na|t)?|paragraf(?:erna)?|delvis)\s*\d.*$"
    r"|^(?:(?:endast|enbart|bara|deltog|deltar|närvarande|under|vid|på|för)\s+){1,3}"
    r"(?:punkten|ärendet|frågan|informationen|delen)\s+\S.*$"
    r"|^(?:endast|enbart|bara|deltog|deltar)\s+(?:under|vid|på|för|om)\s+(?-i:[A-ZÅÄÖ])\S.*$"
    # The title of the item, between quotation marks.
    r"|^[\"”“»][^\"”“»«]{3,120}[\"”“«]$"
)
# Who comes after a name with nothing between, as a column that was lost has it.
_OUTSIDE_LAST: Final = re.compile(
    r"(?:Region(?:en|förbundet)?|Länsstyrelsen|[A-ZÅÄÖ][a-zåäö]+(?:verket|förbundet|myndigheten"
    r"|bolaget|föreningen|kassan|förmedlingen|sjukhuset|stiftelsen))\b"
)
_HOURS: Final = re.compile(
    r"(?i)^(?:deltog |närvarande |lämnade |anlände |kom |gick )?(?:t\.?o\.?m\.?"
    r"|fr\.?o\.?m\.?|till(?: och med)?|från(?: och med)?|efter|före|kl\.?|lämnade|"
    r"anlände)\s*(?:kl(?:ockan|\.)?\s*)?\d{1,2}(?:[.:]\d\d)?.*$"
    r"|^del av (?:mötet|tiden)$"
)
_STATES: Final = (
    (
        AttendanceState.ABSENT,
        re.compile(
            r"(?i)^(?:ej|inte) (?:närvarande|deltagande)$|^frånvarande$|^förhind\w+$"
            r"|^(?:ej|inte) representera\w*$|^anmält förhinder$|^frånv\.?$"
            r"|^återbud$|^nej$"
            r"|^(?:hade |har )?(?:anmält|meddelat|lämnat|fått) (?:förhinder|återbud"
            r"|frånvaro)$|^(?:var |är )?(?:frånvarande|förhindra\w+)$"
            r"|^(?:kunde|kan) (?:inte|ej) (?:komma|delta|närvara|vara med)$"
            r"|^deltog (?:inte|ej)$|^saknades$|^uteblev$"
        ),
    ),
    (
        AttendanceState.GUEST,
        re.compile(r"(?i)^gäst(?:er)?$|^inbjud(?:en|na)(?: gäst(?:er)?)?$"),
    ),
    (AttendanceState.PRESENT, re.compile(r"(?i)^närvarande$|^närv\.?$|^ja$|^x$")),
)
_ROLE: Final = re.compile(rf"(?i)^(?:{_ROLE_WORDS})")
_PATTERNS: Final = (
    (Part.ITEMS, _ITEMS),
    (Part.HOURS, _HOURS),
    *((Part.STATE, pattern) for _, pattern in _STATES),
)
_ROLE_FIRST: Final = re.compile(
    rf"^(?P<role>(?i:{_ROLE_WORDS})(?:\s+(?:i|för|på)\s+\S+)?)\s*:?\s+(?P<name>{NAME})$"
)
# A party's letters in a column or between commas; in brackets others are parties too.
_PARTY: Final = re.compile(r"(?i:S|M|C|L|V|KD|MP|SD|FP|FI)")
_ROLE_OF_OTHER: Final = re.compile(
    r"(?i)\bers(?:ättare|\.)? (?:för|åt)\b|^ersätter\b|^ers\. (?-i:[A-ZÅÄÖ])"
)
# A column that was lost parts a name from an office or an abbreviation after it.
_OFFICE: Final = re.compile(r"(?:IT-|HR-)?[A-ZÅÄÖ]?[a-zåäö-]+")
_ABBREVIATION: Final = re.compile(r"[A-ZÅÄÖ]{2,5}")
# A party's letter, or the cross of a column, that stands after a name.
_LETTER: Final = re.compile(r"[SMCLVX]|AU")
_FIRST: Final = (Part.NAME, Part.MUNICIPALITY)
_BEFORE_PLACE: Final = re.compile(r"^(.*?)(?:\s+(?:i|för|på|från))?$")
# "Bo Ek från Trafikverket": where a guest comes from, and no role.
_FROM: Final = re.compile(r"från\s+(?!och\s+med)[A-ZÅÄÖ]")
_LEADS: Final = re.compile(r"(?i)^(?:från|för|vid|i|på|genom)\s+")


def parts_of(cells: tuple[Piece, ...]) -> Iterator[tuple[Part, Piece]]:
    """Give the parts of a row's cells in their order, each with what it is."""
    for cell in cells:
        for piece, is_bracketed in _pieces(cell):
            yield from _told(piece, is_bracketed=is_bracketed)


def _pieces(cell: Piece) -> Iterator[tuple[Piece, bool]]:
    start = 0
    for match in _BRACKETS.finditer(cell.text):
        yield from ((p, False) for p in cell.part(start, match.start()).split(_SPLIT))
        yield from ((p, True) for p in cell.group(match, 1).split(r",(?!\s*\d)|;"))
        start = match.end()
    yield from ((p, False) for p in cell.part(start, len(cell.text)).split(_SPLIT))


def _told(piece: Piece, *, is_bracketed: bool) -> Iterator[tuple[Part, Piece]]:
    bare = piece.strip(" \t.:*")
    if not bare:
        return
    kind = kind_of_part(bare)
    if kind is Part.ROLE and _BY_LINK.fullmatch(bare.text):
        kind = Part.REMOTE
    if _PARTY.fullmatch(bare.text) or (is_bracketed and is_party(bare.text)):
        return
    place = _place_before(bare) if kind is Part.NAME else None
    if place:
        yield Part.PLACE_BEFORE, place
        yield Part.NAME, bare.part(place.end - bare.start, len(bare.text)).strip()
    elif kind is Part.ROLE and (items := _items_last(list(bare.find_all(r"\S+")))):
        before = bare.part(0, items.start - bare.start).strip()
        yield from _told(before, is_bracketed=False)
        yield Part.ITEMS, items
    elif kind is Part.NAME:
        yield from _name_alone(bare)
    elif kind is Part.ORGANISATION:
        yield from _mixed(bare)
    else:
        yield from _role_and_place(kind, bare)


def _name_alone(name: Piece) -> Iterator[tuple[Part, Piece]]:
    """Give a name, and by itself the office or abbreviation that has run into it."""
    last = _beside_name(name)
    if last is None:
        yield from _role_and_place(Part.NAME, name)
        return
    yield Part.NAME, name.part(0, last.start - name.start).strip()
    if _LETTER.fullmatch(last.text) or _PARTY.fullmatch(last.text):
        return
    is_office = _ABBREVIATION.fullmatch(last.text) is None
    yield (Part.ROLE if is_office else Part.ORGANISATION), last


def _beside_name(name: Piece) -> Piece | None:
    """Return the office or the abbreviation that ends a name: "Bo Ek Kommunchef"."""
    words = list(name.find_all(r"\S+"))
    last = words[-1]
    if len(words) < 3:  # noqa: PLR2004 - a name has two words.
        return None
    is_office = _OFFICE.fullmatch(last.text) and _ROLE.fullmatch(last.text)
    is_short = _ABBREVIATION.fullmatch(last.text) or _LETTER.fullmatch(last.text)
    return last if is_office or is_short else None


def _place_before(name: Piece) -> Piece | None:
    """Return a municipality of the line above that has run into a name."""
    place = _place_first(name)
    if place is None or is_ordinary_word(place.text):
        return None
    return place if is_name(name.text[len(place.text) :].strip()) else None


def _placed(piece: Piece) -> Piece:
    lead = _LEADS.match(piece.text)
    return piece.part(lead.end(), len(piece.text)) if lead else piece


def _role_and_place(kind: Part, piece: Piece) -> Iterator[tuple[Part, Piece]]:
    """Give a part; a role that ends with a municipality as the two it is."""
    if kind is Part.MUNICIPALITY:
        yield kind, _placed(piece)
        return
    if kind is Part.ROLE and _FROM.match(piece.text):
        yield Part.ORGANISATION, _placed(piece)
        return
    words = list(piece.find_all(r"\S+")) if kind is Part.ROLE else []
    for count in (2, 1):
        if len(words) > count and known_name(words[-count].until(words[-1]).text):
            role = words[0].until(words[-count - 1])
            yield kind, role.find(_BEFORE_PLACE) or role
            yield Part.MUNICIPALITY, words[-count].until(words[-1])
            return
    yield kind, piece


def _mixed(piece: Piece) -> Iterator[tuple[Part, Piece]]:
    """Give the parts of words that no comma parts: role, name and place in a row."""
    role_first = _ROLE_FIRST.match(piece.text)
    if role_first and is_name(role_first["name"]):
        yield Part.ROLE_BEFORE, piece.group(role_first, "role")
        yield from _told(piece.group(role_first, "name"), is_bracketed=False)
        return
    words = list(piece.find_all(r"\S+"))
    items = _items_last(words)
    if items:
        before = words[0].until(items)
        yield from _told(before.part(0, items.start - piece.start), is_bracketed=False)
        yield Part.ITEMS, items
        return
    for count in range(min(len(words) - 1, 5), 0, -1):
        first, rest = words[0].until(words[count - 1]), words[count].until(words[-1])
        is_outside = _OUTSIDE_LAST.match(rest.text) is not None
        if kind_of_part(first) in _FIRST and (is_outside or _may_follow(rest)):
            yield kind_of_part(first), first
            yield from _unparted(rest)
            return
    yield Part.ORGANISATION, piece


def _items_last(words: list[Piece]) -> Piece | None:
    """Return the items that end a piece, as in "Region Skåne § 3", or None."""
    rests = (words[n].until(words[-1]) for n in range(1, len(words)))
    return next((rest for rest in rests if _ITEMS.match(rest.text)), None)


def _may_follow(rest: Piece) -> bool:
    """Tell whether words can stand straight after a name or a place."""
    kind = kind_of_part(rest)
    if kind is Part.ORGANISATION:
        return has_no_name(rest.text.split()[0]) or _place_first(rest) is not None
    return kind is not Part.NAME


def _unparted(rest: Piece) -> Iterator[tuple[Part, Piece]]:
    """Give what stands after a name, a municipality that no comma parts as unsure."""
    place = _place_first(rest)
    if place is None:
        yield from _role_and_place(kind_of_part(rest), rest)
        return
    yield Part.PLACE_BESIDE, place
    after = rest.part(place.end - rest.start, len(rest.text)).strip()
    if after:
        yield from _told(after, is_bracketed=False)


def _place_first(piece: Piece) -> Piece | None:
    """Return the municipality that begins a piece, or None."""
    words = list(piece.find_all(r"\S+"))
    for count in (3, 2, 1):
        place = words[0].until(words[min(count, len(words)) - 1])
        if known_name(place.text):
            return place
    return None


def kind_of_part(piece: Piece) -> Part:
    """Return what a part is, told from its words alone."""
    text = piece.text.strip()
    if not any(map(str.isalpha, text)) and "§" not in text:
        return Part.NOTHING
    if known_name(_LEADS.sub("", text)):
        return Part.MUNICIPALITY
    for part, pattern in _PATTERNS:
        if pattern.match(text):
            return part
    if DIGITAL.search(text) and not is_name(text):
        return Part.REMOTE
    return _kind_of_words(text)


def _kind_of_words(text: str) -> Part:
    is_role = _ROLE.match(text) and not _ROLE_FIRST.match(text)
    if is_role or _ROLE_OF_OTHER.search(text):
        return Part.ROLE
    role_first = _ROLE_FIRST.match(text)
    if role_first and is_name(role_first["name"]):
        return Part.ORGANISATION
    if is_name(text) and not _ends_in_municipality(text):
        return Part.NAME
    return Part.ROLE if text[0].islower() else Part.ORGANISATION


def _ends_in_municipality(text: str) -> bool:
    """Tell whether three words or more end with a municipality: "Bo Ek Haninge".

    Where that is a surname as well, as Lund, it is taken for one.
    """
    words = text.split()
    places = [w for w in words[2:] if known_name(w) and not is_ordinary_word(w)]
    return bool(places)


def state_in(piece: Piece) -> AttendanceState | None:
    """Return the state that a part says somebody has, or None."""
    return next((s for s, pattern in _STATES if pattern.match(piece.text)), None)
