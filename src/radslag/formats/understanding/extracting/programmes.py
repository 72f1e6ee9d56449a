"""Development programmes: name, years, decision, what they replace, and their goals."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import (
    AdoptionOutcome,
    BodyKind,
    Certainty,
    DocumentKind,
)
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.decided import (
    Decided,
    adoptions_below,
    decision_of,
    decisions,
    top_lines,
)
from radslag.formats.understanding.extracting.goal_trees.indicators import Indicators
from radslag.formats.understanding.extracting.goal_trees.tables import GoalTables
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.extracting.programme_names import (
    BY_NAME,
    SHORT,
    YEARS,
    NamedProgramme,
    added,
    programmes_in,
    short_name_of,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising.titles import title_kind
from radslag.formats.understanding.source import Piece, tidy
from radslag.formats.understanding.wording.days import days_in

TITLE_BLOCKS, LONGEST_LINE = 12, 200
_ANNEX: Final = re.compile(r"(?i)^bilaga\s*(?:nr\.?\s*)?(?:\d{1,2}|[a-z])?\b[\s:.–-]*")
ONE_DAY: Final = "En enda dag står för alla kommunerna."
BY_TERM: Final = "Giltighetstiden är mandatperioden, läst som hela kalenderår."
RELATION: Final = "Handlingen nämner detta som något den förhåller sig till."
_VALID: Final = re.compile(
    r"(?i)\b(?:gäller|gälla|giltig\w*|avser|omfattar|löper|sträcker sig"
    r"|programperiod\w*"
    r"|gällande|period\w*)\b"
)
_SIGN: Final = re.compile(r"§\s*\d{1,4}\b")
_TERM: Final = re.compile(r"(?i)mandatperiod\w*")
_REPLACES: Final = re.compile(
    r"(?i)\b(?:ersätter|ersatte|avlöser|efterträder)\b(.*)$", re.S
)
_RELATES: Final = re.compile(
    r"(?i)förhåll\w* sig till|relaterar|bidra\w* till|utgår från|utgångspunkt i"
    r"|koppla\w*"
    r"|beakta\w*|tar hänsyn|i linje med|bygger på|anknyt\w*|samspel\w*|stödjer"
    r"|beskriver hur"
)
_OUTSIDE: Final = re.compile(
    r"(?<![\wåäö])(?:RUFS?\s?\d{4}|Agenda 2030|Parisavtalet|[Mm]iljömål\w*"
    r"|[Gg]lobala mål\w*"
    r"|de globala (?:hållbarhets)?målen|[Rr]egional\w* utvecklings(?:strategi|plan"
    r"|program)\w*"
    r"(?: för [A-ZÅÄÖ]\w+)?|[Rr]egionplan\w*|[Ll]änstransportplan\w*"
    r"|[Nn]ationell\w* plan\w*(?: för \w+)?|Trafikverkets (?:\w+ )?mål|RUS \d{4})"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put the programme, its adoptions and its goals into the gathering."""
    named = _named(portion)
    if named is None:
        return
    programme = added(named, gathering)
    key = named.piece.value(programme.key)
    _say_when(programme, portion, gathering)
    _say_decided(programme, portion, gathering)
    _say_replaced(programme, portion, gathering)
    _say_relations(programme, portion)
    walk = GoalWalk(portion, gathering, key)
    tables, indicators = GoalTables(walk), Indicators(portion, gathering, walk)
    for block in portion.blocks:
        if indicators.see(block):
            continue
        if not walk.see(block) and isinstance(block, Table):
            tables.see(block)


def _named(portion: Portion) -> NamedProgramme | None:
    """Return what the programme calls itself, with its letters if it has any."""
    pieces = [portion.piece(b) for b in _top(portion)]
    best = _titled(portion, pieces)
    if best is None:
        return None
    if best.short_name:
        return best
    short = _short(portion, pieces)
    name = short_name_of(str(short)) if short else ""
    return best._replace(short_name=name, short_piece=short)


def _top(portion: Portion) -> list[Block]:
    blocks = [b for b in portion.blocks if not isinstance(b, Table)][:TITLE_BLOCKS]
    return [b for b in blocks if len(b.text) <= LONGEST_LINE]


def _titled(portion: Portion, pieces: list[Piece]) -> NamedProgramme | None:
    """Return the line that is its title: with its years rather than without."""
    lines = [_bare_title(p) for p in pieces if not p.text.rstrip().endswith((".", ":"))]
    titles = [p for p in lines if title_kind(str(p)) is DocumentKind.PROGRAMME]
    titles = [p for p in titles if not re.search(r"[.:!?]\s", str(p))]
    named = [(p, next(programmes_in(p), None)) for p in titles]
    headings = {b.place.span.start for b in portion.blocks if isinstance(b, Heading)}
    ranked = sorted(
        named,
        key=lambda pair: (
            not YEARS.search(pair[0].text),
            pair[0].start not in headings,
        ),
    )
    for piece, inside in ranked:
        short = inside.short_name if inside else ""
        name = _without_short(tidy(str(piece)))
        return NamedProgramme(name, short, piece)
    said = (n for piece in pieces for n in programmes_in(piece))
    return next(said, None) or _by_recognition(portion, pieces)


def _by_recognition(portion: Portion, pieces: list[Piece]) -> NamedProgramme | None:
    title = tidy(portion.part.title)
    piece = next((p for p in pieces if title and title in tidy(p.text)), None)
    return NamedProgramme(title, "", piece) if piece and title else None


def _bare_title(piece: Piece) -> Piece:
    match = _ANNEX.match(piece.text)
    rest = piece.part(match.end(), len(piece.text)) if match else piece
    return rest.strip(" *_#\n").strip()


def _without_short(name: str) -> str:
    bare = re.sub(rf"\s*\({SHORT.pattern}\)|^{SHORT.pattern}\s*[–,:-]\s+", "", name)
    return bare.strip(" ,–-")


def _short(portion: Portion, pieces: list[Piece]) -> Piece | None:
    """Return the letters and year that stand alone at the top, or in its name."""
    for piece in pieces:
        found = piece.strip().find(SHORT)
        if found and str(found) == str(piece).strip():
            return found
    for piece in pieces:
        found = piece.find(SHORT)
        if found and re.match(r"(?i)dokumentnamn|namn|titel", piece.text):
            return found
    named = (n for piece in portion.pieces() for n in programmes_in(piece))
    return next((n.piece.find(SHORT) for n in named if n.short_name), None)


def _say_when(programme: Found, portion: Portion, gathering: Gathering) -> None:
    said = next(_periods(portion), None)
    if said is None:
        return
    for column in ("valid_from", "valid_to"):
        # What follows from its name gives way to what the programme says itself.
        value = programme.values.get(column)
        if value and value.reason == BY_NAME:
            del programme.values[column]
    first, last, piece, certainty, reason = said
    values = {
        "valid_from": piece.value(first, certainty, reason),
        "valid_to": piece.value(last, certainty, reason),
    }
    gathering.add("programmes", programme.key, values)


_Period = tuple[date, date, Piece, Certainty, str]


def _periods(portion: Portion) -> Iterator[_Period]:
    """Give the times the programme says that it is valid, the plainest first."""
    lines = [*portion.pieces(), *top_lines(portion)]
    pieces = [p for p in lines if _VALID.search(p.text)]
    for piece in pieces:
        for sentence in piece.split(r"(?<=[.!])\s+(?=[A-ZÅÄÖ])"):
            valid = _VALID.search(sentence.text)
            if valid:
                rest = sentence.part(valid.start(), len(sentence.text))
                yield from _period_in(rest)
    for piece in portion.pieces():
        for term in _TERM.finditer(piece.text):
            years = YEARS.match(piece.text[term.end() :].lstrip(" :(")[:20])
            if years:
                words = piece.part(term.start(), min(term.end() + 14, len(piece.text)))
                yield (*_whole_years(years), words, Certainty.PROBABLE, BY_TERM)


def _period_in(piece: Piece) -> Iterator[_Period]:
    days = [day for day in days_in(piece) if day.has_year]
    last = next((day.last for day in days if day.last), None)
    last = last or (days[1].day if len(days) > 1 else None)
    if last and days[0].day < last:
        words = days[0].piece.until(days[-1].piece)
        yield days[0].day, last, words, Certainty.CERTAIN, ""
        return
    match = YEARS.search(piece.text)
    if match and not days:
        is_term = _TERM.search(piece.text[: match.start()])
        certainty = Certainty.PROBABLE if is_term else Certainty.CERTAIN
        reason = BY_TERM if is_term else ""
        yield (*_whole_years(match), piece.group(match), certainty, reason)


def _whole_years(match: "re.Match[str]") -> tuple[date, date]:
    first, last = match[1], match[2]
    whole = last if len(last) > 2 else first[:2] + last  # noqa: PLR2004 - "2023-26".
    return date(int(first), 1, 1), date(int(whole), 12, 31)


def _say_decided(programme: Found, portion: Portion, gathering: Gathering) -> None:
    decided = decision_of(portion)
    if decided and decided.decided_on and decided.word:
        gathering.add("programmes", programme.key, {"decided_on": decided.decided_on})
    told = {each.line.start: each for each in decisions(portion)}
    told |= {each.line.start: each for each in adoptions_below(portion)}
    for each in told.values():
        if each.is_by_municipalities and each.word:
            _say_adopted(programme, each, each.word, gathering)


def _say_adopted(
    programme: Found, decided: Decided, word: Piece, gathering: Gathering
) -> None:
    """Say which boards adopted it; a day is only theirs whom it stands beside."""
    line = decided.line
    named = municipalities_in(line)
    starts = [*(piece.start for piece, _ in named[1:]), line.end]
    days = list(days_in(line))
    for (piece, name), end in zip(named, starts, strict=True):
        municipality = gathering.municipality(piece, name)
        if municipality is None:
            continue
        own = next((d for d in days if piece.start < d.piece.start < end), None)
        on = own.piece.value(own.day) if own and own.has_year else None
        if len(days) == 1 and len(named) > 1:
            on = days[0].piece.value(days[0].day, Certainty.PROBABLE, ONE_DAY)
        sign = line.part(piece.start - line.start, end - line.start).find(_SIGN)
        values = {
            "outcome": word.value(AdoptionOutcome.ADOPTED.value),
            "decided_on": on,
            "paragraph": sign.value(f"§ {sign.text.strip('§ ')}") if sign else None,
        }
        _adopt(programme, line, municipality, values, gathering)


def _adopt(
    programme: Found,
    line: Piece,
    municipality: Value,
    values: dict[str, Value | None],
    gathering: Gathering,
) -> None:
    is_council = re.search(r"(?i)fullmäktig", line.text) is not None
    kind = BodyKind.COUNCIL if is_council else BodyKind.BOARD
    called = "Kommunfullmäktige" if is_council else "Kommunstyrelsen"
    found = gathering.get("municipalities", str(municipality.value))
    name = f"{called} i {found['name']}" if found else called
    board = gathering.body(kind, line, name, municipality)
    whose = {
        "programme": municipality.as_value(programme.key),
        "board": municipality.as_value(board.value),
    }
    gathering.add("adoptions", f"{programme.key}-{board.value}", whose | values)


def _say_replaced(programme: Found, portion: Portion, gathering: Gathering) -> None:
    """Tell which programme it replaces, where that one's years are known too."""
    for piece in portion.pieces():
        after = piece.find(_REPLACES)
        if not after:
            continue
        named = next(programmes_in(after), None)
        shorts = [short_name_of(str(s)) for s in after.find_all(SHORT)]
        known = [gathering.get("programmes", slug(short)) for short in shorts]
        earlier = next((k for k in known if k), None) or (
            _earlier(named, gathering) if named else None
        )
        if earlier and earlier.key != programme.key:
            value = (named.piece if named else after).value(earlier.key)
            gathering.add("programmes", programme.key, {"replaces": value})
            return


def _earlier(named: NamedProgramme, gathering: Gathering) -> Found | None:
    if YEARS.search(named.name) is None:
        return None
    return added(named, gathering)


def _say_relations(programme: Found, portion: Portion) -> None:
    """Tell what outside the cooperation the programme relates to."""
    pieces = list(_related(portion))
    if not pieces or "relates_to" in programme.values:
        return
    names = dict.fromkeys(tidy(str(piece)) for piece in pieces)
    value = pieces[0].value("; ".join(names), Certainty.PROBABLE, RELATION)
    for piece in pieces[1:]:
        value = value.also(piece.value(value.value, Certainty.PROBABLE, RELATION))
    programme.values["relates_to"] = value


def _related(portion: Portion) -> Iterator[Piece]:
    is_listing = False
    for block in portion.blocks:
        if isinstance(block, Table):
            continue
        piece = portion.piece(block)
        if isinstance(block, ListItem) and is_listing:
            yield from piece.find_all(_OUTSIDE)
            continue
        relates = bool(_RELATES.search(piece.text))
        is_listing = relates and piece.text.rstrip().endswith(":")
        if relates:
            yield from piece.find_all(_OUTSIDE)
