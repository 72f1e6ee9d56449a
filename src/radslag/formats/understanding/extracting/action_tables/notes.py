"""What notes below a plan's tables say became of an activity: "* X skjuts upp"."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.action_tables.states import status_in
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of

IN_A_NOTE: Final = "Läget är taget ur en mening som nämner aktiviteten vid namn."
_SHORTEST: Final = 8
_SOON: Final = 60
_STATED: Final = re.compile(
    r"(?i)^\W*(?:har\s+|är\s+|blev\s+|ska\s+)?(?:nu\s+|också\s+)?(?:skjut|flytta|ställ|utgå"
    r"|uppskjut|inställ|pausa|senareläg|avbr[uöy]t|avsluta|pågå|försena|slutför|klar)"
)


def note_below(portion: Portion, plan: str, gathering: Gathering) -> None:
    """Give an activity the status that a sentence beginning with its name says."""
    bare = [
        found
        for found in gathering.of("activities")
        if found["plan"] == plan and len(str(found["title"])) >= _SHORTEST
    ]
    for block in portion.blocks:
        if isinstance(block, (Table, Heading)):
            continue
        for sentence in sentences_of(portion.piece(block)):
            for found in bare:
                rest = _after(sentence, str(found["title"]))
                status = status_in(_whole(rest.text)) if rest else None
                if rest and status and "status" not in found.values:
                    said = rest.value(status.value, Certainty.PROBABLE, IN_A_NOTE)
                    gathering.add("activities", found.key, {"status": said})


def _after(sentence: Piece, title: str) -> Piece | None:
    """Return what follows a title that begins a sentence, where it says how it goes."""
    bare = sentence.text.lstrip("*¹²³ \u00a0\n")
    if not bare.casefold().startswith(title.casefold()):
        return None
    start = len(sentence.text) - len(bare) + len(title)
    rest = sentence.part(start, min(len(sentence.text), start + _SOON))
    return rest if _STATED.match(rest.text) else None


def _whole(text: str) -> str:
    """Return words with what a verb leaves for later put first: "ställs in"."""
    return re.sub(r"(?i)\bställ(?:s|des|ts)\s+in\b", "inställd", text)
