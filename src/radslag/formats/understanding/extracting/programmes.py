"""Development programmes: name, years, decision, what they replace, and their goals."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import (
    AdoptionOutcome,
    BodyKind,
    Certainty,
    DocumentKind,
)
from radslag.formats.readers.model import Block, Heading, ListItem, Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.matters import record_document
from radslag.formats.understanding.extracting.case_parts.outcomes import outcome_in
from radslag.formats.understanding.extracting.decided import (
    Decided,
    adoptions_below,
    decision_of,
    decisions,
    top_lines,
)
from radslag.formats.understanding.extracting.goal_trees.answering import Answering
from radslag.formats.understanding.extracting.goal_trees.goal_sentences import (
    in_sentences,
)
from radslag.formats.understanding.extracting.goal_trees.indicator_tables import (
    IndicatorTables,
)
from radslag.formats.understanding.extracting.goal_trees.indicators import Indicators
from radslag.formats.understanding.extracting.goal_trees.lines import (
    LONGEST_HEADING_NAME,
    is_line,
)
from radslag.formats.understanding.extracting.goal_trees.tables import GoalTables
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.extracting.programme_names import (
    SHORT,
    YEARS,
    NamedProgramme,
    added,
    programmes_in,
    short_name_of,
)
from radslag.formats.understanding.extracting.programme_periods import say_when
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising.titles import title_kind
from radslag.formats.understanding.source import Piece, tidy
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.register_numbers import (
    LABEL,
    register_number_in,
)

TITLE_BLOCKS, LONGEST_LINE = 12, 200
_ANNEX: Final = re.compile(r"(?i)^bilaga\s*(?:nr\.?\s*)?(?:\d{1,2}|[a-z])?\b[\s:.–-]*")
ONE_DAY: Final = "En enda dag står för alla kommunerna."
RELATION: Final = "Handlingen nämner detta som något den förhåller sig till."
OVER_ITS_KIND: Final = "Rubriken står över raden som säger att det är ett program."
_SHORTEST_TITLE: Final = 3
_WHOSE: Final = re.compile(
    r"(?i)\w*(?:kommitté|nämnd|råd|förbund|samverkan|samarbete|nätverk|kansli|styrelse"
    r"|region|grupp)(?:e?[nt]|a)?s?\b|\bkommun(?:en|erna)?s?\b|\b(?:program|strategi|plan"
    r"|bilaga|dokument|datum|diarie|dnr)|\d{4}"
)
_AND: Final = re.compile(r"\s*[A-ZÅÄÖ][a-zåäö]+\s+(?:och|samt)\s+")
# "Kusten mot 2040" is what a programme is called, and no date.
_AIMED_AT: Final = re.compile(r"(?i)\s+(?:mot|till)\s+(?:år\s+)?(?:19|20|21)\d\d\W*$")
_SIGN: Final = re.compile(r"§\s*\d{1,4}\b")
_REPLACES: Final = re.compile(
    r"(?i)\b(?:ersätter|ersatte|avlöser|efterträder|tar\s+(?:vid|över)\s+efter"
    r"|träder\s+i\s+stället\s+för|föregångare|ersatt\s+(?:program|dokument))\b(.*)$",
    re.S,
)
_QUOTED: Final = re.compile(
    r"^\s*[”\"“»](?P<name>[A-ZÅÄÖ][^”\"“«»]{3,80}?(?:19|20)\d\d\s*[–-]\s*(?:20)?\d\d)[”\"“«]"
)
_PLACED: Final = re.compile(r"\b(?:för|i)\s+[A-ZÅÄÖ]|^[A-ZÅÄÖ][\wåäö]+s\s")
_ALONE: Final = re.compile(
    r"^[\s:]*(?P<name>[A-ZÅÄÖ][^.:;”\"]{3,80}?\s(?:19|20)\d\d\s*[–-]\s*(?:20)?\d\d)[\s.]*$"
)
_PLAIN: Final = re.compile(
    r"^\s*(?:(?:den|det|nuvarande|tidigare|gällande|förra)\s+){0,3}"
    r"(?P<name>[A-ZÅÄÖ][\wåäöé-]*(?:plan|program|strategi|inriktning|målbild|policy)"
    r"\s+(?:(?:19|20)\d\d\s*[–-]\s*(?:20)?\d\d))(?!\d)"
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
    say_when(programme, portion, gathering)
    _say_decided(programme, portion, gathering)
    record_document(portion, _number(portion), None, gathering)
    say_replaced(programme, portion, gathering)
    _say_relations(programme, portion)
    portion = in_sentences(portion)
    walk = GoalWalk(portion, gathering, key)
    tables, indicators = GoalTables(walk), Indicators(portion, gathering, walk)
    measured = IndicatorTables(walk, gathering)
    for block in portion.blocks:
        if indicators.see(block):
            continue
        if isinstance(block, Table):
            if not measured.see(block, is_announced=indicators.is_announced):
                walk.see(block)
                tables.see(block)
        else:
            walk.see(block)
    Answering(portion, walk.tree, walk.responsibility).read()


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


def _number(portion: Portion) -> Piece | None:
    """Return the register number that a line at the top bears."""
    pieces = [portion.piece(block) for block in _top(portion)]
    # A number beside a paragraph is that of a board's decision, and not of this.
    own = [p for p in pieces if not (_SIGN.search(p.text) and municipalities_in(p))]
    own += [line for line in top_lines(portion) if LABEL.match(line.text)]
    numbers = (register_number_in(piece) for piece in own)
    return next(filter(None, numbers), None)


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
        return _heading_over(piece, portion) or NamedProgramme(name, short, piece)
    said = (_whole_heading(n, p, headings) for p in pieces for n in programmes_in(p))
    return next(said, None) or _by_recognition(portion, pieces)


def _whole_heading(
    named: NamedProgramme, piece: Piece, headings: set[int]
) -> NamedProgramme:
    """Return the heading that a name ends: "Mål och inriktning för samverkan i …"."""
    before = piece.text[: named.piece.start - piece.start]
    is_end = named.piece.end == piece.strip().end and piece.start in headings
    if not (is_end and _AND.fullmatch(before)):
        return named
    return named._replace(name=tidy(str(piece)), piece=piece.strip())


def _heading_over(piece: Piece, portion: Portion) -> NamedProgramme | None:
    """Return the title that stands over a line that only says what kind it is.

    The name of a body or of municipalities says whose it is, and is no title.
    """
    for above, below in pairwise(portion.blocks[:TITLE_BLOCKS]):
        if isinstance(below, Table) or not _is_top(above) or _is_top(below):
            continue
        title = portion.piece(above)
        is_right_over = title.end <= piece.start <= portion.piece(below).end
        is_long = len(title.text.split()) >= _SHORTEST_TITLE
        is_called = is_long and is_line(title, LONGEST_HEADING_NAME)
        called = _AIMED_AT.sub("", title.text)
        if called == title.text and _says_all(piece):
            return None
        if is_right_over and is_called and not _WHOSE.search(called):
            named = NamedProgramme(tidy(str(title)), "", title, reason=OVER_ITS_KIND)
            return None if any(municipalities_in(title)) else named
    return None


def _says_all(piece: Piece) -> bool:
    """Tell whether a line names a programme in full, with its place and its years."""
    inside = next(programmes_in(piece), None)
    is_placed = inside is not None and _PLACED.search(inside.name) is not None
    return is_placed and YEARS.search(piece.text) is not None


def _is_top(block: Block) -> bool:
    return isinstance(block, Heading) and block.level <= 1


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
    starts = [piece.start for piece, _ in named[1:]]
    starts += [line.end] if named else []
    days = list(days_in(line))
    for (piece, name), end in zip(named, starts, strict=True):
        municipality = gathering.municipality(piece, name)
        if municipality is None:
            continue
        own = next((d for d in days if piece.start < d.piece.start < end), None)
        on = own.piece.value(own.day) if own and own.has_year else None
        if len(days) == 1 and len(named) > 1:
            on = days[0].piece.value(days[0].day, Certainty.PROBABLE, ONE_DAY)
        said = line.part(piece.start - line.start, end - line.start)
        sign, told = said.find(_SIGN), outcome_in(line if len(named) == 1 else said)
        adopted = word.value(AdoptionOutcome.ADOPTED.value)
        values = {
            "outcome": told.value if told else adopted,
            "decided_on": on,
            "paragraph": sign.value(f"§ {sign.text.strip('§ ')}") if sign else None,
        }
        adopt(programme, line, municipality, values, gathering)


def adopt(
    programme: Found,
    line: Piece,
    municipality: Value,
    values: dict[str, Value | None],
    gathering: Gathering,
) -> str:
    """Add what a municipality's board or council did; return the adoption's key."""
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
    key = f"{programme.key}-{board.value}"
    return gathering.add("adoptions", key, whose | values).key


def say_replaced(programme: Found, portion: Portion, gathering: Gathering) -> None:
    """Tell which programme it replaces, where that one's years are known too."""
    for piece in [*portion.pieces(), *top_lines(portion)]:
        after = piece.find(_REPLACES)
        if not after:
            continue
        is_label = piece.text.lstrip().lower().startswith("ersätter")
        named = next(programmes_in(after), None) or _quoted(after)
        named = named or _plain(after) or (_labelled(after) if is_label else None)
        shorts = [short_name_of(str(s)) for s in after.find_all(SHORT)]
        known = [gathering.get("programmes", slug(short)) for short in shorts]
        earlier = next((k for k in known if k), None) or (
            _earlier(named, gathering) if named else None
        )
        if earlier and earlier.key != programme.key:
            value = (named.piece if named else after).value(earlier.key)
            gathering.add("programmes", programme.key, {"replaces": value})
            return


def _quoted(after: Piece) -> NamedProgramme | None:
    """Return what stands first in quotation marks with its years: "X 2018–2022"."""
    words = after.find(_QUOTED)
    return NamedProgramme(tidy(words.text), "", words) if words else None


def _labelled(after: Piece) -> NamedProgramme | None:
    """Return what is alone after the label "Ersätter", where its years end it."""
    words = after.find(_ALONE)
    return NamedProgramme(tidy(words.text), "", words) if words else None


def _plain(after: Piece) -> NamedProgramme | None:
    """Return a plan of any subject with its years: "Vattenplan 2022–2029"."""
    words = after.find(_PLAIN)
    return NamedProgramme(tidy(words.text), "", words) if words else None


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
