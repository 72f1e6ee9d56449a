"""A cell whose lines were run together: the activity's name, and what is told of it."""

import re
from typing import Final

from radslag.formats.understanding.source import Piece

RUN_TOGETHER: Final = "Rutans rader är hopskrivna; namnet är skilt från beskrivningen."
MAY_BE_LONGER: Final = "Rutan kan rymma mer än aktivitetens namn."
# How a description begins; no name has these with a capital letter inside it.
_BEGINS: Final = (
    r"(?:Fortsätter|Fortsättning|Lämnas|Genomförs|Görs|Startar|Startas|Påbörjas|Sker"
    r"|Ska|Vi|Här|Det|Den|De|Dessa|Detta|Samordnas|Bygger|Omfattar|Innehåller|Innebär"
    r"|Syftar|Syftet|Avser|Gäller|Riktar|Riktas|Upphandlas|Upphandling|Avslutas|Avslutat"
    r"|Pågår|Planeras|Redovisas|Utreds|Utreder|Tas|Ges|Ger|Hålls|Arrangeras|Finansieras"
    r"|Drivs|Leds|Ingår|Under|Efter|Inför|Med|För|Enligt|Tillsammans|Målet|Arbetet"
    r"|Projektet|Kansliet|Kommunerna|Nätverket|Även|Både|Minst|Högst|Alla|Varje)"
)
_TWO: Final = re.compile(
    rf"^(?P<name>[^.!?;\n]{{6,140}}?[\wåäö)”\"])\s+(?P<told>{_BEGINS}\b[^\n]*[.!?])$"
)
# A name does not end in the middle of itself.
_UNENDED: Final = re.compile(
    r"(?i)\b(?:i|på|av|för|till|med|om|och|vid|från|kring|mellan|inom|under|hos|samt"
    r"|eller|enligt|den|det|de|en|ett)$"
)
_SENTENCE_INSIDE: Final = re.compile(r"[a-zåäö0-9)]\s+[A-ZÅÄÖ][^.]*[a-zåäö]{3}\.$")


def parted_title(piece: Piece) -> tuple[Piece, Piece | None, str]:
    """Return an activity's name, what is told after it, and why it is not certain.

    A name that ends as a sentence, with a capital letter inside, may hold more than a
    name, and is not certain though it could not be parted.
    """
    whole = piece.strip()
    match = _TWO.match(whole.text)
    if match and not _UNENDED.search(match["name"]):
        return whole.group(match, "name"), whole.group(match, "told"), RUN_TOGETHER
    if _SENTENCE_INSIDE.search(whole.text):
        return piece, None, MAY_BE_LONGER
    return piece, None, ""
