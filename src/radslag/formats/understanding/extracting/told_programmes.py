"""A programme that a letter or an extract is about: its time, goals and adoptions.

The programme itself is not read, so what is told of it is only probable where its own
words would be needed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from radslag.agreement.vocabulary import (
    AdoptionOutcome,
    Certainty,
    DocumentKind,
    GoalLevel,
)
from radslag.formats.readers.model import ListItem, Table
from radslag.formats.understanding.extracting.case_parts.joint_decisions import (
    deciding_body_in,
    joint_decision_in,
)
from radslag.formats.understanding.extracting.case_parts.outcomes import outcome_in
from radslag.formats.understanding.extracting.case_parts.sending import (
    days_of_sending,
)
from radslag.formats.understanding.extracting.goal_trees.announcing import (
    announced_in,
    introduces_a_list,
)
from radslag.formats.understanding.extracting.goal_trees.tables import (
    GoalTables,
    is_answered_for,
)
from radslag.formats.understanding.extracting.goal_trees.tree import (
    PLAINLY,
    GoalTree,
    Told,
)
from radslag.formats.understanding.extracting.goal_trees.walk import GoalWalk
from radslag.formats.understanding.extracting.programme_adopters import (
    adopted_by_towns,
)
from radslag.formats.understanding.extracting.programme_names import (
    BY_NAME,
    added,
    programmes_in,
)
from radslag.formats.understanding.extracting.programme_periods import period_in
from radslag.formats.understanding.extracting.programmes import (
    adopt,
    say_replaced,
)
from radslag.formats.understanding.extracting.told_areas import (
    counted_areas,
    say_first_and_last,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.sentences import sentences_of

PROPOSED: Final = "Handlingen föreslår; styrelsen har ännu inte beslutat."
_WHAT: Final = r"(?:programmet|strategin|målbilden|visionen|förslaget|det)"
_HOLDS: Final = re.compile(
    r"(?i)\b(?:programmet|strategin|målbilden|visionen|det)\s+(?:ska\s+|skall\s+"
    r"|föreslås\s+|är\s+tänkt\s+att\s+)?(?:gäller|gälla|avser|avse|omfattar)\b"
)
_BOARD: Final = re.compile(r"(?i)\b(?:kommun|stads)(?:styrelse|fullmäktige)")
_ADOPTS: Final = re.compile(r"(?i)\bant(?:a|as|ar|agande|agandet)\b")
_SIGN: Final = re.compile(r"§\s*(\d{1,4})\b")
_QUOTED: Final = re.compile(
    r"(?i)\bvision(?:en)?\s+(?:är|lyder)\s*:?\s*[”\"»](?P<words>[^”\"«]{5,160})[”\"«]"
)
# "Visionen är en bygd där alla kan bo": what it is like, and no talk of it as a text.
_LIKE: Final = re.compile(
    r"(?i)\bvisionen\s+är\s+(?P<words>(?:en|ett)\s+(?!dokument|text|del\b|rubrik)"
    r"[\wåäö-]+\s+(?:[\wåäö-]+\s+)?där\s[^.;:]{5,120})"
)
# The overarching goal that a programme has, told after a colon.
_OVERARCHING: Final = re.compile(
    r"(?i)\bett\s+övergripande\s+mål(?:\s+är)?\s*:\s+"
    r"(?P<words>(?-i:[A-ZÅÄÖ])[^.:;]{10,200}\.)"
)
IN_OWN_WORDS: Final = "Visionen är återgiven i en mening och inte citerad."


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add what the document tells of the programme that it is about."""
    sentences = [each for p in portion.pieces() for each in sentences_of(p)]
    programme = _programme(portion, sentences, gathering)
    if programme is None:
        return
    _say_when(programme, sentences, gathering)
    for sentence in sentences:
        say_first_and_last(programme, sentence, gathering)
    decided = joint_decision_in(portion.pieces())
    body = deciding_body_in(portion.pieces()) if decided else None
    if body:
        gathering.body(body.kind, body.piece, body.name)
    if decided and "decided_on" not in programme.values:
        gathering.add("programmes", programme.key, {"decided_on": decided})
    say_replaced(programme, portion, gathering)
    _goals(programme, portion, gathering)
    _adoptions(programme, portion, sentences, gathering)


def _programme(
    portion: Portion, sentences: Sequence[Piece], gathering: Gathering
) -> Found | None:
    """Return the programme that is known from here, or one whose time is told of."""
    here = portion.source.key
    for found in gathering.of("programmes"):
        if found.values["name"].quotes[0].document == here:
            return found
    named = next((n for p in portion.pieces() for n in programmes_in(p)), None)
    is_told = any(_HOLDS.search(s.text) and list(period_in(s)) for s in sentences)
    return added(named, gathering) if named and is_told else None


def _say_when(
    programme: Found, sentences: Sequence[Piece], gathering: Gathering
) -> None:
    for sentence in sentences:
        told = _HOLDS.search(sentence.text)
        rest = sentence.part(told.start(), len(sentence.text)) if told else None
        period = next(period_in(rest), None) if rest else None
        if period is None:
            continue
        first, last, piece, certainty, reason = period
        for column, day in (("valid_from", first), ("valid_to", last)):
            before = programme.values.get(column)
            if before and before.reason == BY_NAME:
                del programme.values[column]
            value = piece.value(day, certainty, reason)
            gathering.add("programmes", programme.key, {column: value})
        return


def _goals(programme: Found, portion: Portion, gathering: Gathering) -> None:
    """Add the vision and the focus areas that running text or a list below it names."""
    blocks = [b for b in portion.blocks if not isinstance(b, Table)]
    of_programme = programme.values["name"].as_value(programme.key)
    tree = GoalTree(gathering, of_programme)
    tables = GoalTables(GoalWalk(portion, gathering, of_programme))
    for number, block in enumerate(blocks):
        for sentence in sentences_of(portion.piece(block)):
            _named_goals(sentence, tree)
            level = introduces_a_list(sentence)
            is_last = sentence.end >= portion.piece(block).strip().end
            if level and is_last:
                rest = blocks[number + 1 :]
                for item in takewhile(lambda b: isinstance(b, ListItem), rest):
                    tree.goal(level, portion.piece(item), PLAINLY)
    for table in portion.blocks:
        if isinstance(table, Table) and is_answered_for(table):
            tables.see_areas(table)


def _named_goals(sentence: Piece, tree: GoalTree) -> None:
    """Add the vision that a sentence quotes, and the areas that it names or counts."""
    said = _QUOTED.search(sentence.text)
    if said:
        words = sentence.group(said, "words")
        tree.goal(GoalLevel.VISION, words, PLAINLY)
    elif like := sentence.find(_LIKE):
        tree.goal(GoalLevel.VISION, like, Told(reason=IN_OWN_WORDS))
    overarching = _OVERARCHING.search(sentence.text)
    if overarching:
        words = sentence.group(overarching, "words")
        tree.goal(GoalLevel.OVERARCHING, words, PLAINLY)
    for name in counted_areas(sentence):
        tree.goal(GoalLevel.FOCUS_AREA, name, PLAINLY)
    named = list(announced_in(sentence))
    if named and all(str(each.name)[:1].isupper() for each in named):
        for each in named:
            tree.goal(each.level, each.name, PLAINLY)


def _adoptions(
    programme: Found, portion: Portion, sentences: Sequence[Piece], gathering: Gathering
) -> None:
    here = [a for a in gathering.of("adoptions") if a["programme"] == programme.key]
    known = {str(found["board"]) for found in here}
    sent = next(days_of_sending(sentences), None)
    keys = [found.key for found in here]
    for sentence in sentences:
        keys += _adopted(programme, sentence, known, gathering)
        keys += adopted_by_towns(programme, sentence, known, gathering)
    if portion.kind is DocumentKind.PROPOSAL:
        keys += _pending(programme, portion, known, gathering)
    for key in keys:
        gathering.add("adoptions", key, {"sent_on": sent})


def _adopted(
    programme: Found, sentence: Piece, known: set[str], gathering: Gathering
) -> Iterator[str]:
    """Give the adoption of another board that a sentence tells of, with its day."""
    towns = municipalities_in(sentence)
    days = [day for day in days_in(sentence) if day.has_year]
    outcome = outcome_in(sentence)
    is_of_board = _BOARD.search(sentence.text) and len({n for _, n in towns}) == 1
    if not is_of_board or outcome is None or len(days) != 1:
        return
    municipality = gathering.municipality(*towns[0])
    sign = sentence.find(_SIGN)
    values = {
        "outcome": outcome.value,
        "decided_on": days[0].piece.value(days[0].day),
        "paragraph": sign.value(f"§ {sign.text}") if sign else None,
    }
    if municipality and f"ks-{municipality.value}" not in known:
        yield adopt(programme, sentence, municipality, values, gathering)


def _pending(
    programme: Found, portion: Portion, known: set[str], gathering: Gathering
) -> Iterator[str]:
    """Give the adoption that is proposed to the board of the municipality itself."""
    for matter in gathering.of("matters"):
        town, title = matter.values.get("raised_by"), matter.values.get("title")
        about = f"{matter['title']} {matter['summary']}"
        is_here = title and title.quotes[0].document == portion.source.key
        if not (town and title and is_here and _ADOPTS.search(about)):
            continue
        if f"ks-{town.value}" in known:
            continue
        outcome = title.as_value(AdoptionOutcome.PENDING.value)
        values = {
            "outcome": outcome.doubted(Certainty.PROBABLE, PROPOSED),
            "register_number": matter.values.get("register_number"),
        }
        words = next(iter(portion.pieces()))
        yield adopt(programme, words, town.as_value(town.value), values, gathering)
