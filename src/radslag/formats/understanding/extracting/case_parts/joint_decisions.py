"""The cooperation's own decision, as a board's extract tells of it in its text."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import NamedBody, bodies_in
from radslag.formats.understanding.wording.days import FoundDay, days_in
from radslag.formats.understanding.wording.sentences import sentences_of

SENT_FOR_ADOPTION: Final = (
    "Samverkans organ beslutade den dagen att sända programmet till kommunerna."
)
_BODY: Final = (
    r"(?:samverkans|samarbets|samråds)(?:kommittén?|råd(?:et)?|nämnd(?:en)?|styrelsen?"
    r"|grupp(?:en)?)"
    r"|styrgrupp(?:en)?|kommittén|rådet|direktionen"
    # A body with a name of its own, "Sjörådet", but no region's and no board.
    r"|(?-i:(?!Region|Landsting|Kommun)[A-ZÅÄÖ])[a-zåäöé-]{2,30}(?:rådet|beredningen)"
)
_WHAT: Final = (
    r"(?:\w*(?:programmet|strategin|målbilden|visionen|färdplanen|färdriktningen)"
    r"|(?:ett\s+|en\s+)?(?:förslag(?:et)?\s+till\s+)?(?:ett\s+|en\s+)?(?:nytt\s+|ny\s+)?"
    r"(?:gemensamt?\s+)?\w*(?:program|strategi|målbild|vision|färdplan|färdriktning))"
)
_DECIDED: Final = re.compile(
    rf"(?i)\b(?:{_BODY})\b(?:,\s+(?:där|som|i\s+vilket|med)\b[^.;]{{3,160}}?,)?"
    rf"[^.;]{{0,60}}?\b(?:"
    rf"(?:beslutade|beslöt)\b[^.;]{{0,60}}?\batt\s+(?:sända|skicka|överlämna"
    rf"|godkänna|anta|föreslå|rekommendera)\b[^.;]{{0,60}}?\b{_WHAT}"
    rf"|(?:beslutade|beslöt|enades)\b[^.;]{{0,40}}?\bom\s+{_WHAT}"
    rf"|(?:antog|godkände|fastställde|ställde\s+sig(?:\s+den\s+[^.;]{{5,25}}?)?\s+bakom)"
    rf"(?:\s+den\s+[^.;]{{5,25}}?)?\s+{_WHAT})\b"
)
# "Sjörådet Norra Vänern": where it is of is a part of its name.
_NAMED_AFTER: Final = re.compile(r"(?:\s+[A-ZÅÄÖ][a-zåäöé-]+){1,3}(?=\s+[a-zåäö])")
_RIGHT_AFTER: Final = 6
ON_REFERRAL: Final = re.compile(r"(?i)\b(?:remiss|samråd|yttrande|översyn)\b")


def joint_decision_in(lines: Iterable[Piece]) -> Value | None:
    """Return the day when the cooperation decided on the programme; several say none.

    A programme that is sent out to be commented on is not decided.
    """
    days = [day for said, match in _told(lines) for day in _days(said, match)]
    if len({day.day for day in days}) != 1:
        return None
    return days[0].piece.value(days[0].day, Certainty.PROBABLE, SENT_FOR_ADOPTION)


def deciding_body_in(lines: Iterable[Piece]) -> NamedBody | None:
    """Return the cooperation's body that decided on the programme, by its name."""
    for sentence, match in _told(lines):
        words = sentence.group(match)
        for body in bodies_in(words):
            if body.kind is BodyKind.COMMITTEE:
                named = _NAMED_AFTER.match(words.text, body.piece.end - words.start)
                end = named.end() if named else 0
                whole = words.part(body.piece.start - words.start, end)
                return body._replace(piece=whole) if named else body
    return None


def _told(lines: Iterable[Piece]) -> Iterator[tuple[Piece, "re.Match[str]"]]:
    """Give the sentences that tell of the decision, and where they do."""
    for line in lines:
        for sentence in sentences_of(line):
            match = _DECIDED.search(sentence.text)
            if match and not ON_REFERRAL.search(sentence.text):
                yield sentence, match


def _days(sentence: Piece, match: "re.Match[str]") -> list[FoundDay]:
    """Return the decision's day: within its words or right after, else the only one."""
    days = [day for day in days_in(sentence) if day.has_year]
    words = sentence.group(match)
    within = [day for day in days if words.start <= day.piece.start < words.end]
    after = [day for day in days if 0 <= day.piece.start - words.end <= _RIGHT_AFTER]
    chosen = within or after or days
    return chosen if len(chosen) == 1 else []
