"""What a board did with a joint proposal, told from the words of its decision."""

import re
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import AdoptionOutcome, Certainty
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.source import Piece

ONLY_PROPOSES: Final = "Organet föreslår ett annat organ att besluta."
AS_PROPOSED: Final = "Beslutet hänvisar till förslaget och säger inte själv vad det är."
_NOT: Final = (
    r"(?:inte|ej|icke)\s+(?:att\s+)?(?:anta|godkänna|godkänn|ställa|bifalla|tillstyrk)"
    r"|(?:antar|godkänner|ställer\s+sig|bifaller|antas|godkänns)\s+(?:inte|ej)\b"
)
_OUTCOMES: Final = (
    (AdoptionOutcome.REFERRED_BACK, r"\båterremi\w+"),
    (AdoptionOutcome.PENDING, r"\bbordl[äa]gg\w*|\bbordlagt"),
    (AdoptionOutcome.REJECTED, rf"\bavsl[åa]\w*|\bavstyrk\w*|{_NOT}"),
    (
        AdoptionOutcome.ADOPTED,
        r"\bgodk[äa]n\w+|\banta(?:r|s|gits|git|gen|get|ga)?\b|\bfastst[äa]ll\w*"
        r"|st[äa]ll(?:er|a|de)?\s+sig\s+bakom|\bbif[aå]ll\w*|\btillstyrk\w*|\bantog\w*"
        r"|\bge\s+sitt\s+bifall",
    ),
)
_CHANGE: Final = re.compile(
    r"(?i)\bmed\s+(?:följande\s+|nedanstående\s+|de\s+|den\s+|vissa\s+|dessa\s+"
    r"|några\s+"
    r"|en\s+|ett\s+|två\s+|tre\s+"
    r"|mindre\s+|föreslagna\s+|redaktionella\s+)*(?:ändring|justering|tillägg"
    r"|revidering"
    r"|korrigering|strykning|förtydligande)\w*|\bändras\b|med\s+undantag"
)
# What somebody at the meeting moved is no part of what is decided on, and may fall.
_CLAUSE: Final = re.compile(
    r"[^.;\n]+?(?=[.;\n]|$|\s(?:och|samt)\s(?:att\s)?"
    r"(?:anta|godkänn|fastställ|ställ|bifall|avsl|tillstyrk|återremi|bordl))"
)
_FALLS: Final = re.compile(r"(?i)\bavsl(?:å|og)\w*")
_MOTION: Final = re.compile(
    r"(?i)yrkande|(?:mot|tilläggs|ändrings)förslag"
    r"|\bförslag(?:et|en)?\s+(?:om|till|på)\s+(?:ändring|tillägg|återremi|strykning)"
)
_PROPOSES: Final = re.compile(
    r"(?i)\b(?:föreslår|föreslå|rekommenderar|rekommendera|hemställer)\b[^.]*"
    r"(?:fullmäktige|kommunstyrelsen)"
)
_REFERS: Final = re.compile(
    r"(?i)(?:i\s+enlighet\s+med|enligt)\s+(?:\w+\s+){0,3}?\w*förslag\w*"
)


class FoundOutcome(NamedTuple):
    """An outcome and the words that say it."""

    outcome: AdoptionOutcome
    piece: Piece
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""

    @property
    def value(self) -> Value:
        """The outcome as a record has it."""
        return self.piece.value(self.outcome.value, self.certainty, self.reason)


def outcome_in(decision: Piece, proposal: Piece | None = None) -> FoundOutcome | None:
    """Return what was decided; None where another is to decide or nothing is said.

    A decision that only says that it follows the proposal is as the proposal says.
    """
    if _PROPOSES.search(decision.text):
        return None
    said = _said(decision)
    if said:
        return said
    if proposal and _REFERS.search(decision.text):
        of_proposal = _said(proposal)
        if of_proposal:
            return of_proposal._replace(
                certainty=Certainty.PROBABLE, reason=AS_PROPOSED
            )
    return None


def proposes(decision: Piece) -> bool:
    """Tell whether a body only proposes to another one what to decide."""
    return _PROPOSES.search(decision.text) is not None


def _fallen_motions(piece: Piece) -> list[Piece]:
    """Return the clauses that only say that a motion was rejected."""
    clauses = [piece.group(match) for match in _CLAUSE.finditer(piece.text)]
    return [c for c in clauses if _FALLS.search(c.text) and _MOTION.search(c.text)]


def _is_within(words: Piece, clauses: list[Piece]) -> bool:
    return any(c.start <= words.start and words.end <= c.end for c in clauses)


def _said(piece: Piece) -> FoundOutcome | None:
    fallen = _fallen_motions(piece)
    for outcome, pattern in _OUTCOMES:
        every = piece.find_all(rf"(?i)(?:{pattern})")
        words = next((w for w in every if not _is_within(w, fallen)), None)
        if words is None:
            continue
        change = _CHANGE.search(piece.text)
        if outcome is AdoptionOutcome.ADOPTED and change:
            whole = words.until(piece.group(change))
            return FoundOutcome(AdoptionOutcome.CHANGED, whole if whole else words)
        return FoundOutcome(outcome, words)
    return None
