"""Lines with labels, as "Ansvarig: kansliet. Tid: våren", wherever they stand."""

import re
from typing import Final, TypeAlias

from radslag.agreement.calendar import understand_time
from radslag.formats.understanding.extracting.action_tables.columns import Says, says_of
from radslag.formats.understanding.extracting.action_tables.segments import peeled
from radslag.formats.understanding.source import Piece

_WORD: Final = (
    r"(?:Aktivitet|Åtgärd|Insats|Uppdrag|(?:[Hh]uvud)?[Aa]nsvarig(?:a|t)?(?: nätverk"
    r"| organ"
    r"| kommun| part| funktion)?|Ansvar|Vem|Utförare|Samordnare|Genomförs av"
    r"|Medverkande"
    r"|Deltagare|(?:Uppskattad |Beräknad )?[Kk]ostnad(?:er)?|Budget|Resurser"
    r"|Finansiering"
    r"|Pengar|Ekonomi|Belopp|Pris(?:lapp)?|Utgift(?:er)?|(?:Vad )?[Kk]ostar(?: det)?"
    r"|Vem (?:gör (?:det|vad)|ansvarar|håller i det)|Ägare|(?:Projekt|Process)ledare"
    r"|Håller i|Sammankallande|Drivs av|Leds av|Utförs av"
    r"|Tid(?:plan|punkt|speriod|sram)?|När|Klart?(?: senast)?|Senast|Period|Start|Slut"
    r"|Datum|Status|Lägesrapport|Så går det|Hur går det"
    r"|Läget?|Uppföljning|Resultat|Kommentar(?:er)?|Beskrivning|Syfte|Notering|Mål|Delmål"
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


# A label is one word or few, and its words stand on the same line.
_OWN: Final = re.compile(
    r"^[*_]{0,2}(?P<label>[A-ZÅÄÖ][\wåäö/-]*(?: [\wåäö/-]+){0,3})[*_]{0,2}\s?:"
    r"[*_]{0,2}\s+(?P<words>\S.*)$"
)
# "Ansvarig: kansliet. Klart i juni.": a sentence of its own, and no "t.f." or "m.fl.".
_STOP: Final = re.compile(r"(?<=[a-zåäö]{3})\.\s+(?=[A-ZÅÄÖ\d])")
_NO_COST: Final = re.compile(
    r"(?i)(?:ingen|inga|utan|saknar)\s+(?:\w+\s+)?kostnad|kostnadsfri|gratis|ingen\s+budget"
    r"|(?:ryms\s+)?(?:inom|i)\s+(?:ordinarie|befintlig|ram\b)|kostar\s+(?:inget|ingenting)"
)
_WHEN: Final = re.compile(
    r"(?i)(?:klar[at]?|färdig[at]?|start(?:ar|as)?|börjar|påbörjas|pågår|löper|senast|avslutas"
    r"|slutförs|genomförs|hela\s+året|löpande|när|efter|före|från|under|vid|i|till|hösten?"
    r"|våren?|sommaren?|vintern?|kvartal|vecka|årligen|varje|januari|februari|mars|april|maj"
    r"|juni|juli|augusti|september|oktober|november|december)(?![\wåäö])"
)
LONGEST_TIME: Final = 60
_NAMES: Final = {Says.TIME: "Tid", Says.COST: "Kostnad"}
Said: TypeAlias = dict[str, tuple[Says | None, Piece]]


def labelled_in(piece: Piece) -> Said:
    """Return what a piece says by label; one without a meaning names a goal."""
    matches = list(_LABEL.finditer(piece.text))
    starts = [match.start() for match in matches]
    ends = [*starts[1:], *([len(piece.text)] if starts else [])]
    found: Said = {}
    for match, end in zip(matches, ends, strict=True):
        value = _bare(piece.part(match.end(), end))
        if value.text.count(".") == 1:
            value = value.strip(".")
        label = match["label"]
        says = None if _GOALS.match(label) else says_of(label)
        if value:
            found.setdefault(label.capitalize(), (says, value))
    return _with_time(found)


def own_label(piece: Piece) -> tuple[str, Piece] | None:
    """Return a label that is not known, and its words: "Nytta: fler cyklar"."""
    match = _OWN.match(piece.text)
    words = piece.group(match, "words").strip() if match else None
    return (match["label"], words) if match and words else None


def _bare(words: Piece) -> Piece:
    """Return words without marks around them; a bracket that begins inside is kept."""
    bare = words.strip(" \n\t,;|(•*_").strip()
    is_whole = bare.text.count("(") >= bare.text.count(")")
    return bare.strip(" \n\t,;|•*_") if is_whole else bare.strip(" \n\t,;|)•*_")


def _with_time(found: Said) -> Said:
    """Part what follows from those responsible: "kansliet, klart i mars, 45 tkr"."""
    for label, (says, piece) in list(found.items()):
        if says is Says.RESPONSIBLE and (stop := _STOP.search(piece.text)):
            found[label] = (says, piece.part(0, stop.start()))
            _take_after(piece.part(stop.end(), len(piece.text)), found)
            continue
        rest, more = peeled(piece, lambda words: False)
        if says is Says.RESPONSIBLE and rest and more:
            found[label] = (says, rest.strip())
            for kind, said in more.items():
                found.setdefault(_NAMES[kind], (kind, said[0]))
    return found


def _take_after(rest: Piece, found: Said) -> None:
    """Take the sentences after those responsible: when, what it costs, or more."""
    left = []
    for sentence in rest.split(_STOP):
        words = sentence.strip(" .\n")
        if _NO_COST.match(words.text):
            found.setdefault(_NAMES[Says.COST], (Says.COST, words))
        elif (is_time(words.text) or _WHEN.match(words.text)) and len(
            words.text
        ) <= LONGEST_TIME:
            found.setdefault(_NAMES[Says.TIME], (Says.TIME, words))
        else:
            left.append(words)
    if left:
        found.setdefault("Kommentar", (Says.COMMENT, left[0].until(left[-1])))


def is_time(words: str) -> bool:
    """Tell whether words are a time and nothing else."""
    return understand_time(words, A_YEAR).kind != "unknown"


def first_label(piece: Piece) -> int | None:
    """Return where the first label of a piece stands, or None."""
    match = _LABEL.search(piece.text)
    return match.start() if match else None
