"""What an answer tells of others': a member's own one, and the meeting that took it."""

import re
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty, MeetingStatus
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.keys import meeting_key
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import bodies_in
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

TAKEN: Final = "Svaret togs den dagen, alltså hade organet möte."
_OWN: Final = re.compile(
    r"(?i)\b(?:lämna(?:r|de|t)|avger|avgav|avgett|skicka(?:r|de|t)|inkommer|svarar)\b"
    r"[^.;]{0,40}?\b(?:eget|egna|separata?|särskil[td]a?|sitt|sina)\s+"
    r"(?:\w+\s+)?(?:remis\w*|svar|yttrande\w*|synpunkter)"
)
_TAKEN: Final = re.compile(
    r"(?i)\b(?:svaret|yttrandet|remissvaret|synpunkterna)\b[^.;]{0,60}?"
    r"\b(?:antag\w+|antogs|beslut\w+|fastställ\w+|godkän\w+|behandla\w+)\b"
    r"|\b(?:antog|beslutade\s+om|fastställde|godkände)\s+(?:svaret|yttrandet|remissvaret)"
)
# In a list of papers: "Åbygdens samverkansråds yttrande, 2031-03-04".
_PAPER: Final = re.compile(
    r"(?i)s\s+(?:gemensamma\s+)?(?:remissvar|remissyttrande|yttrande|svar)\W*"
    r"(?:den\s+|daterat\s+)?$"
)
_KINDS: Final = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP)


def tell_of_others(
    portion: Portion, referral: Value, own: str, gathering: Gathering
) -> None:
    """Add the members' own answers that a joint one names, and when it was taken.

    `own` is the municipality that answers here, or nothing.
    """
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            days = [d for d in days_in(sentence) if d.has_year and not d.last]
            if _OWN.search(sentence.text):
                _answers(sentence, days, referral, own, gathering)
            elif _TAKEN.search(sentence.text) and len(days) == 1:
                _meeting(sentence, days[0], gathering)
            elif len(days) == 1:
                _joint(sentence, days[0], referral, gathering)


def _joint(
    sentence: Piece, day: FoundDay, referral: Value, gathering: Gathering
) -> None:
    """Add the answer of a joint body that a list of papers names with its day."""
    body = next((b for b in bodies_in(sentence) if b.kind in _KINDS), None)
    if body is None or body.piece.start != sentence.start:
        return
    between = sentence.text[body.piece.end - sentence.start :]
    if _PAPER.match(between[: day.piece.start - body.piece.end]) is None:
        return
    gathering.body(body.kind, body.piece, body.name)
    values = {
        "referral": body.piece.value(referral.value),
        "answered_on": day.piece.value(day.day),
    }
    gathering.add("referral_responses", slug(f"{referral.value}-gemensamt"), values)


def _answers(
    sentence: Piece,
    days: list[FoundDay],
    referral: Value,
    own: str,
    gathering: Gathering,
) -> None:
    """Add an answer that has been given, with its day; one to come has none."""
    towns = {name: piece for piece, name in municipalities_in(sentence)}
    if len(towns) != 1 or len(days) != 1:
        return
    ((name, piece),) = towns.items()
    town = gathering.municipality(piece, name)
    if town and town.value != own:
        values = {
            "referral": piece.value(referral.value),
            "municipality": town,
            "answered_on": days[0].piece.value(days[0].day),
        }
        key = slug(f"{referral.value}-{town.value}")
        gathering.add("referral_responses", key, values)


def _meeting(sentence: Piece, day: FoundDay, gathering: Gathering) -> None:
    bodies = [body for body in bodies_in(sentence) if body.kind in _KINDS]
    if len({body.name for body in bodies}) != 1:
        return
    body = gathering.body(bodies[0].kind, bodies[0].piece, bodies[0].name)
    held = day.piece.value(MeetingStatus.HELD.value)
    values = {
        "body": body,
        "held_on": day.piece.value(day.day),
        "status": held.doubted(Certainty.PROBABLE, TAKEN),
    }
    gathering.add("meetings", meeting_key(str(body.value), day.day), values)
