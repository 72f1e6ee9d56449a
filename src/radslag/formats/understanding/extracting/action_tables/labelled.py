"""Lines with labels, as "Ansvarig: kansliet. Tid: våren", wherever they stand."""

import re
from typing import Any, Final

from radslag.agreement.calendar import understand_time
from radslag.formats.understanding.extracting.action_tables.columns import Says, says_of
from radslag.formats.understanding.source import Piece

_WORD: Final = (
    r"(?:Aktivitet|Åtgärd|Insats|Uppdrag|(?:[Hh]uvud)?[Aa]nsvarig(?:a|t)?(?: nätverk"
    r"| organ"
    r"| kommun| part| funktion)?|Ansvar|Vem|Utförare|Samordnare|Genomförs av"
    r"|Medverkande"
    r"|Deltagare|(?:Uppskattad |Beräknad )?[Kk]ostnad(?:er)?|Budget|Resurser"
    r"|Finansiering"
    r"|Tid(?:plan|punkt|speriod)?|När|Klart?(?: senast)?|Period|Start|Slut|Datum|Status"
    r"|Läge|Uppföljning|Resultat|Kommentar(?:er)?|Beskrivning|Syfte|Notering|Mål|Delmål"
    r"|Fokusområde|Målområde|Långsiktigt mål)"
)
_LABEL: Final = re.compile(
    rf"(?:^|(?<=[\s.;,|(•–-]))[*_]{{0,2}}(?P<label>{_WORD}|(?i:ansvarig|ansvar"
    rf"|tid|när|klart|kostnad|budget|status)"
    r"(?=\s*:))[*_]{0,2}\s*(?:\d{1,2}(?:\.\d{1,2})?)?\s*:[*_]{0,2}\s*"
)
A_YEAR: Final = 2000
_GOALS: Final = re.compile(
    r"(?i)^(?:mål|delmål|fokusområde|målområde|långsiktigt mål)$"
)


def labelled_in(piece: Piece) -> dict[str, tuple[Says | None, Piece]]:
    """Return what a piece says by label; one without a meaning names a goal."""
    matches = list(_LABEL.finditer(piece.text))
    starts = [match.start() for match in matches]
    ends = [*starts[1:], *([len(piece.text)] if starts else [])]
    found: dict[str, tuple[Says | None, Piece]] = {}
    for match, end in zip(matches, ends, strict=True):
        value = piece.part(match.end(), end).strip(" \n\t,;|()•*_").strip()
        if value.text.count(".") == 1:
            value = value.strip(".")
        label = match["label"]
        says = None if _GOALS.match(label) else says_of(label)
        if value:
            found.setdefault(label.capitalize(), (says, value))
    return _with_time(found)


def _with_time(found: dict[str, tuple[Says | None, Piece]]) -> dict[str, Any]:
    """Part a time from those responsible: "kansliet, klart i mars"."""
    for label, (says, piece) in list(found.items()):
        place = piece.text.rfind(",")
        rest = piece.part(place + 1, len(piece.text)).strip()
        if says is Says.RESPONSIBLE and place > 0 and is_time(str(rest)):
            found[label] = (says, piece.part(0, place).strip())
            found.setdefault("Tid", (Says.TIME, rest))
    return found


def is_time(words: str) -> bool:
    """Tell whether words are a time and nothing else."""
    return understand_time(re.sub(r"\bi\s+", "", words), A_YEAR).kind != "unknown"


def first_label(piece: Piece) -> int | None:
    """Return where the first label of a piece stands, or None."""
    match = _LABEL.search(piece.text)
    return match.start() if match else None
