"""How far an activity has come, in the words that plans and reports have for it."""

import re
from typing import Final

from radslag.agreement.vocabulary import ActivityStatus, Certainty
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece

NOT_CARRIED_OUT: Final = (
    "Det sägs att den inte blev av; om den är inställd eller uppskjuten sägs inte."
)
IN_A_STORY: Final = "Läget är taget ur en löpande text."
MOST_WORDS: Final = 3
_STATUS: Final = (
    (
        ActivityStatus.CANCELLED,
        r"inställ|utgå|avbrut|avslut\w* utan|ej aktuell|inte aktuell|struken"
        r"|genomförs inte",
    ),
    (
        ActivityStatus.POSTPONED,
        r"framflytt|framsk(?:jut|öt)|skjut|flytta(?:[sd]|ts?|des?)\b(?!\s+från)|senareläg|uppskjut"
        r"|vilande|bordlag|pausa",
    ),
    (
        ActivityStatus.PLANNED,
        r"planera|ej påbörja|inte påbörja|ej start|inte start|kommande"
        r"|återstår",
    ),
    (
        ActivityStatus.ONGOING,
        r"pågå|löpande|delvis|påbörja|startad|under arbete|fortsätter|fortlöpande",
    ),
    (
        ActivityStatus.DONE,
        r"klar|genomför[dt]|avslutad|utför[dt]|färdig|slutför|uppnå|ja$|grön",
    ),
)
# What was to be done and was not may be put off, or given up; it does not say which.
_NOT_DONE: Final = re.compile(
    r"^\W*(?:(?:ej|inte|icke|delvis ej)\s+(?:genomför|klar|slutför|utför)|nej\W*$)"
)
# "Nej, klart i maj" and "ännu inte klar" are not done.
_NEGATED: Final = re.compile(
    r"^\W*nej\b|\b(?:ej|inte|icke)\s+(?:\w+\s+)?(?:klar|genomför|slutför|färdig|utför)"
)


def status_word(text: str) -> ActivityStatus | None:
    """Return the status that a cell says and nothing else: "Pågår", "ej påbörjad"."""
    return status_in(text) if len(text.split()) <= MOST_WORDS else None


def status_in(text: str) -> ActivityStatus | None:
    """Return how far an activity has come, where the words say it."""
    plain = text.strip().casefold()
    if _NOT_DONE.search(plain):
        return None
    found = (s for s, words in _STATUS if re.search(rf"\b(?:{words})", plain))
    status = next(found, None)
    is_denied = status is ActivityStatus.DONE and _NEGATED.search(plain)
    return None if is_denied else status


def says_more(text: str) -> bool:
    """Tell whether words say how it went and not only how far: "Klart. 64 kom."."""
    lead = _lead(text)
    return len(text.split()) > max(len(lead.split()), MOST_WORDS - 1)


def status_of(piece: Piece) -> Value | None:
    """Return the status that words say; a story says it less surely than a word."""
    status = status_in(_lead(str(piece))) or status_in(str(piece))
    if status is None:
        return _not_done(piece)
    if status_word(_lead(str(piece))):
        return piece.value(status.value)
    return piece.value(status.value, Certainty.PROBABLE, IN_A_STORY)


def _not_done(piece: Piece) -> Value | None:
    """Return what did not come about as cancelled, with the doubt there is of it."""
    plain = str(piece).strip().casefold()
    if not _NOT_DONE.search(plain) or "klar" in plain:
        return None
    cancelled = ActivityStatus.CANCELLED.value
    return piece.value(cancelled, Certainty.DOUBTFUL, NOT_CARRIED_OUT)


def _lead(text: str) -> str:
    """Return what stands first: "Klar. 86 deltagare kom." begins with its status."""
    return re.split(r"[.,;:\n]|\s[-–—]\s", text.strip(), maxsplit=1)[0]
