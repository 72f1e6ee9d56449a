"""The cooperation's own decision, as a board's extract tells of it in its text."""

import re
from collections.abc import Iterable
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.sentences import sentences_of

SENT_FOR_ADOPTION: Final = (
    "Samverkans organ beslutade den dagen att sända programmet till kommunerna."
)
_BODY: Final = (
    r"(?:samverkans|samarbets|samråds)(?:kommittén|rådet|nämnden|styrelsen|gruppen)"
    r"|styrgruppen|kommittén|rådet|direktionen"
)
_WHAT: Final = r"\w*(?:programmet|strategin|målbilden|visionen)"
_DECIDED: Final = re.compile(
    rf"(?i)\b(?:{_BODY})\b[^.;]{{0,60}}?\b(?:"
    rf"(?:beslutade|beslöt)\b[^.;]{{0,60}}?\batt\s+(?:sända|skicka|överlämna"
    rf"|godkänna|anta|föreslå|rekommendera)\b[^.;]{{0,60}}?\b{_WHAT}"
    rf"|(?:beslutade|beslöt)\b[^.;]{{0,40}}?\bom\s+{_WHAT}"
    rf"|(?:antog|godkände|fastställde|ställde\s+sig\s+bakom)\s+{_WHAT})\b"
)
_ON_REFERRAL: Final = re.compile(r"(?i)\b(?:remiss|samråd|yttrande|översyn)\b")


def joint_decision_in(lines: Iterable[Piece]) -> Value | None:
    """Return the day when the cooperation decided on the programme; several say none.

    A programme that is sent out to be commented on is not decided.
    """
    days = [
        found[0]
        for line in lines
        for sentence in sentences_of(line)
        if _DECIDED.search(sentence.text) and not _ON_REFERRAL.search(sentence.text)
        if len(found := [day for day in days_in(sentence) if day.has_year]) == 1
    ]
    if len({day.day for day in days}) != 1:
        return None
    return days[0].piece.value(days[0].day, Certainty.PROBABLE, SENT_FOR_ADOPTION)
