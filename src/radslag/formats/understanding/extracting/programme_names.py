"""Which development programme some words name, however it is written.

A programme is named in full, by the years it covers, or by letters and a year; the same
programme has the same key in every document that names it.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece, tidy

_PROGRAMME: Final = (
    r"(?:utvecklings|mål|samverkans|samarbets|inriktnings|tillväxt|handlings)program"
    r"|utvecklingsstrategi|utvecklingsplan|samverkansstrategi|samverkansplan"
    r"|måldokument|färdriktning|färdplan"
    r"|strategisk[at]?\s+plan|gemensam(?:ma)?\s+strategi|program(?=\s+för\s)"
    # "programmet Kusten 2035, som gäller …": a name of its own, and what it holds for.
    r"|program(?=met\s+(?!agenda|interreg)(?-i:[A-ZÅÄÖ])[a-zåäö]{2,}\s+(?:19|20)\d\d"
    r",?\s+(?:som\s+(?:gäller|löper|omfattar|avser|sträcker)|gällande|med\s+giltighet))"
)
# A programme of any subject, "kulturprogram", where its years stand after its name.
_ANY_PROGRAMME: Final = (
    r"(?!(?:data|dator|tv|radio|avhandlings|arbets|utbildnings|tid|vård|stöd|kur"
    r"|konferens|mötes|dag)s?program)"
    r"[a-zåäö]{3,30}(?:program|strategi|färdplan|målbild|överenskommelse)"
)
# What boards adopt together under other names, where both place and years are said.
_LOOSE: Final = (
    r"(?:gemensam\s+)?(?:målbild|vision|framtidsbild)|strategi"
    r"|(?:plan|inriktning|program)\s+för\s+(?:samverkan|samarbete)"
    r"|(?:samverkans|samarbets)inriktning"
)
YEARS: Final = re.compile(
    r"(?<!\d)((?:19|20|21)\d\d)(?:\s*[-–—]\s*|\s+till\s+(?:och\s+med\s+)?)"
    r"((?:(?:19|20|21)\d\d|\d\d))(?!\d)"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
# Letters with a year that are no programme of a municipal cooperation's own.
_NOT_SHORT: Final = (
    r"RUFS?|RTP|AGENDA|EU|FN|KS|KF|KSAU|VP|HT|VT|DNR|SFS|SOU|KSF|LOU|KTP|UTM|TKR|SEK"
)
_SHORT: Final = (
    rf"(?!(?:{_NOT_SHORT})\b)[A-ZÅÄÖ]{{2,6}}[ \u00a0-]?(?:19|20|21)\d\d(?![\d/:–-])"
)
SHORT: Final = re.compile(rf"(?<![\wÅÄÖ])({_SHORT})")
_QUARTER: Final = (
    r"(?:(?:Norra|Södra|Västra|Östra|Övre|Nedre|Inre|Yttre|Mellersta)\s+)?"
)
# At a word's start only: a word without end would else be tried at every letter.
_FIRST: Final = r"(?<![\w-])"
_OWNER: Final = rf"(?:{_FIRST}{_QUARTER}[A-ZÅÄÖ][\wåäöé-]+s\s+(?:gemensamma\s+)?)?"
_FOR: Final = (
    r"(?:\s+för\s+(?:samverkan\s+i\s+|kommunerna\s+i\s+)?[A-ZÅÄÖ][\wåäöé-]+"
    r"(?:\s+[A-ZÅÄÖ][\wåäöé-]+)?(?:\s+(?:samverkan|samarbete)\b)?)?"
)
# "samverkansprogram Sörmlandskusten": the name right after, before the years.
_CALLED: Final = (
    r"(?:\s+(?:norra|södra|västra|östra|övre|nedre|inre|yttre|mellersta))?"
    r"(?:\s+(?!Dnr|Diarie|KS\b)[A-ZÅÄÖ][\wåäöé-]+(?:–[A-ZÅÄÖ][\wåäöé-]+)?){1,3}"
)
_PLACE: Final = r"[A-ZÅÄÖ][\wåäöé-]+"
# "för gemensam omställning i Åsbygden", "för Bergs, Åre och Krokoms kommuner"; what is
# for one municipality is its own.
_WHERE: Final = (
    r"\s+(?:för|i)\s+(?:(?!att\b|som\b|en\b|ett\b|vår)[a-zåäö]+\s+){0,4}?"
    rf"{_PLACE}(?:(?:,\s+|\s+och\s+|\s+){_PLACE}){{0,9}}"
    r"(?:\s+(?!under\b|från\b|med\b|år|period|mellan\b|inför\b|kommuns?\b|stads?\b)"
    r"[a-zåäö]{3,})?(?!\w|\s+kommuns?\b|\s+stads?\b)"
)
_YEARS_AFTER: Final = r",?\s+(?:(?:för\s+)?(?:åren|perioden|år)\s+)?"
_ONE_OR_MORE: Final = rf"(?:{YEARS.pattern}|(?:19|20|21)\d\d(?![\d/:–-]))"
_NAMED: Final = re.compile(
    rf"(?P<name>{_OWNER}(?<![\wåäö])(?:"
    # "Program för god och jämlik hälsa 2023–2026": a subject, and the years after it.
    rf"(?:Gemensamt?\s+(?:program|strategi|inriktning)|Program|Strategi|Inriktning"
    rf"|Målbild|Färdplan)\s+för\s+(?:[a-zåäöé-]+,?\s+){{1,7}}?{YEARS.pattern}|"
    rf"(?i:{_PROGRAMME}|{_ANY_PROGRAMME}|{_LOOSE})(?:met|en|n)?"
    rf"(?:{_CALLED}|{_WHERE}|{_FOR}){_YEARS_AFTER}{YEARS.pattern}"
    rf"|(?i:{_PROGRAMME}|(?:gemensam\s+)?(?:målbild|vision|framtidsbild))(?:met|en|n)?"
    rf"(?:(?:{_CALLED}|{_WHERE}){_YEARS_AFTER}{_ONE_OR_MORE}"
    rf"|\s+{_ONE_OR_MORE}{_WHERE})"
    rf"|(?i:{_PROGRAMME})(?:met|n)?{_FOR}"
    rf"(?:,?\s+(?:{YEARS.pattern}|(?:19|20|21)\d\d(?!\d)))?"
    rf")|{_FIRST}{_QUARTER}{_PLACE}s\s+(?:gemensamma\s+)?(?:målbild|vision)\s+{_ONE_OR_MORE})"
    rf"(?:,?\s*[(–-]?\s*(?P<short>{_SHORT})\)?)?"
)
# What a region or the state has decided is not the cooperation's own.
_OTHERS: Final = re.compile(r"(?i)(?:regional\w*|nationell\w*|ny[at]?|kommande)\s*$")
_NEW: Final = re.compile(r"(?i)ny[at]?\b")
# "samverkansprogrammet Mälarporten 2027–2030" is called by its own name.
_OWN_NAME: Final = re.compile(
    r"(?:programmet|[a-zåäö]{3,}(?:programmet|strategin|planen))\s+(?=[A-ZÅÄÖ][a-zåäö]{3,}\s+(?:19|20)\d\d)"
)
# "Levande Bygder – gemensamt utvecklingsprogram 2024–2030": its own name before a dash.
_OWN_BEFORE: Final = re.compile(
    r"(?<![\wåäö])[A-ZÅÄÖ][\wåäöé-]*(?:\s+(?:(?:i|och|för|på|vid)\s+)?[A-ZÅÄÖ0-9][\wåäöé-]*)"
    r"{1,4}\s+[–—-]\s+(?:(?:ett|en|vårt?|det|den)\s+)?(?:gemensam\w*\s+)?$"
)
_LONGEST_OWN: Final = 110
_NO_OWN_NAME: Final = re.compile(
    r"(?i)kommun|styrelse|nämnd|fullmäktige|stad\b|samverkan|bilaga|beslut|dnr"
)
# "…, som gäller 2024–2027", "…, med giltighet 2024–2027".
_APPLIES: Final = re.compile(
    r",?\s+(?:som\s+(?:gäller|sträcker\s+sig|löper|omfattar|avser)|gällande"
    r"|med\s+giltighet)\s+(?:(?:för|under|över|från|åren|perioden)\s+){0,2}"
    rf"(?P<years>{YEARS.pattern})"
)
LONGEST_KEY: Final = 60
BY_YEAR: Final = "Programmet nämns utan namn; det är det som gäller året."
BY_NAME: Final = "Åren är tagna ur programmets namn."
BY_NUMBER: Final = "Programmet känns igen på sitt årtal."


class NamedProgramme(NamedTuple):
    """A programme as it is named somewhere: its name, letters, years, and the words."""

    name: str
    short_name: str
    piece: Piece
    short_piece: Piece | None = None
    applies: Piece | None = None
    reason: str = ""

    @property
    def years(self) -> set[str]:
        """The years that stand in what it is called, or right after."""
        after = self.applies.text if self.applies else ""
        return set(_all_years(f"{self.name} {self.short_name} {after}"))


def short_name_of(text: str) -> str:
    """Return letters and year with one space between them, "SUP 2040"."""
    return re.sub(r"[ \u00a0-]?(\d{4})$", r" \1", tidy(text))


def programmes_in(piece: Piece) -> Iterator[NamedProgramme]:
    """Give the programmes that a piece names by a word for programmes, in order."""
    for match in _NAMED.finditer(piece.text):
        name = tidy(match["name"])
        before = _OTHERS.search(piece.text[: match.start()])
        own = _OWN_NAME.match(name)
        if before and not (own and _NEW.match(before[0])):
            continue
        name = name[own.end() :] if own else name
        if match["short"] or _YEAR.search(name) or " " in name:
            short = short_name_of(match["short"]) if match["short"] else ""
            words = _with_own_name(piece.group(match).strip(" ,(–-"), piece)
            if words.start < piece.start + match.start():
                name = tidy(words.text)
            after = _APPLIES.match(piece.text, match.end())
            applies = piece.group(after, "years") if after else None
            yield NamedProgramme(name, short, words, None, applies)


def _with_own_name(words: Piece, piece: Piece) -> Piece:
    """Return the words of a name with the own name that a dash parts from them."""
    at = words.start - piece.start
    start = max(0, at - _LONGEST_OWN)
    own = _OWN_BEFORE.search(piece.text[start:at])
    if own is None or _NO_OWN_NAME.search(own[0]):
        return words
    return piece.part(start + own.start(), at).until(words)


def programme_of(piece: Piece, gathering: Gathering) -> Value | None:
    """Return the key of the programme that a piece names; None if it names none.

    It is added where nobody has named it yet.
    """
    for short in piece.find_all(SHORT):
        known = _with_short_name(short_name_of(str(short)), gathering)
        if known:
            return short.value(known.key)
    named = next(programmes_in(piece), None)
    return recorded(named, gathering) if named else None


def recorded(named: NamedProgramme, gathering: Gathering) -> Value | None:
    """Return the key of a named programme, the known one where it is known."""
    known = _known(named, gathering)
    if known:
        is_same = named.name.casefold() == str(known["name"]).casefold()
        is_same = is_same or named.short_name == known["short_name"] != ""
        key = named.piece.value(known.key)
        return key if is_same else key.doubted(Certainty.PROBABLE, BY_NUMBER)
    if not named.years:
        return None
    return named.piece.value(added(named, gathering).key)


def added(named: NamedProgramme, gathering: Gathering) -> Found:
    """Return the programme's record, made if it is new."""
    key = key_of(named.short_name or named.name)
    certainty = Certainty.PROBABLE if named.reason else Certainty.CERTAIN
    name = named.name[:1].upper() + named.name[1:]
    values = {"name": named.piece.value(name, certainty, named.reason)}
    if named.short_name:
        values["short_name"] = (named.short_piece or named.piece).value(
            named.short_name
        )
    values |= _period(named)
    found = gathering.get("programmes", key)
    return found or gathering.add("programmes", key, values)


def key_of(name: str) -> str:
    """Return a programme's key; of a long name it is the beginning."""
    key = slug(name)
    return key if len(key) <= LONGEST_KEY else key[:LONGEST_KEY].rpartition("-")[0]


def _period(named: NamedProgramme) -> dict[str, Value]:
    """Return the first and last day of the years in a name, "2024–2027"."""
    years = YEARS.search(named.applies.text if named.applies else named.name)
    if years is None:
        return {}
    first, last = (int(year) for year in _both(years))
    of_name = named.piece.value(None, Certainty.PROBABLE, BY_NAME)
    if named.applies:
        of_name = named.applies.value()
    return {
        "valid_from": of_name.as_value(date(first, 1, 1)),
        "valid_to": of_name.as_value(date(last, 12, 31)),
    }


def _both(years: "re.Match[str]") -> tuple[str, str]:
    first, last = years.groups()
    return first, last if len(last) > 2 else first[:2] + last  # noqa: PLR2004 - "23-26".


def in_force(year: int, gathering: Gathering) -> Found | None:
    """Return the only known programme that covers a year, or None."""
    found = [p for p in gathering.of("programmes") if _covers(p, year)]
    return found[0] if len(found) == 1 else None


def _known(named: NamedProgramme, gathering: Gathering) -> Found | None:
    if named.short_name:
        return _with_short_name(named.short_name, gathering)
    programmes = gathering.of("programmes")
    fits = [p for p in programmes if named.years and named.years <= _years_of(p)]
    same = [p for p in programmes if str(p["name"]).casefold() == named.name.casefold()]
    return next(iter(same or (fits if len(fits) == 1 else [])), None)


def _with_short_name(short: str, gathering: Gathering) -> Found | None:
    said = (p for p in gathering.of("programmes") if p["short_name"] == short)
    return next(said, None) or gathering.get("programmes", slug(short))


def _years_of(programme: Found) -> set[str]:
    called = f"{programme['name'] or ''} {programme['short_name'] or ''}"
    days = (programme["valid_from"], programme["valid_to"])
    return set(_all_years(called)) | {str(day.year) for day in days if day}


def _all_years(text: str) -> Iterator[str]:
    for match in YEARS.finditer(text):
        yield from _both(match)
    yield from _YEAR.findall(text)


def _covers(programme: Found, year: int) -> bool:
    first, last = programme["valid_from"], programme["valid_to"]
    return bool(first and last and first.year <= year <= last.year)
