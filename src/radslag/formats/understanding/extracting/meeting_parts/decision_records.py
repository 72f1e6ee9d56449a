"""Decisions as records: wording, outcome, votes, who would not agree."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, Outcome
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.decisions import (
    BY_ITS_HEADING,
    Decided,
    Told,
)
from radslag.formats.understanding.extracting.meeting_parts.outcomes import (
    consensus_in,
    disagreement_in,
    outcome_in,
    outcome_of_word,
    secret_in,
    votes_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value, least_certain
from radslag.formats.understanding.wording.sentences import sentences_of

VOTED: Final = "Det röstades, så alla var inte eniga."
NOT_AGREED: Final = "Det står att de inte var överens."
IN_THE_TEXT: Final = "Enigheten står i texten vid beslutet."
_DECIDING: Final = re.compile(
    r"(?i)\bbeslut(?:ar|ade|as|ades)\b|\bbeslöt\b|\bbeslutet\s+(?:är|var|fatta\w+)\b"
)
OF_THE_FIRST: Final = "Flera beslut fattades; vilket av dem det gäller sägs inte."
# "Reserverar sig mot beslutspunkt 2": the decision that is meant.
_OF_POINT: Final = re.compile(
    r"(?i)\b(?:besluts?)?(?:punkt(?:en)?|(?:att-?)?sats(?:en)?|strecksats(?:en)?|beslut)\s+"
    r"(?:nr\.?\s*)?([1-9]\d?)(?![\d§-])"
)
# "Reserverade sig mot det första beslutet".
_OF_ORDINAL: Final = re.compile(
    r"(?i)\b(?P<n>första|andra|tredje|fjärde|femte)\s+"
    r"(?:beslut(?:et|spunkten)?|punkten|(?:att-?)?satsen)\b"
)
_ORDINALS: Final = ("första", "andra", "tredje", "fjärde", "femte")
BY_ITS_COLUMN: Final = "Tabellens kolumn säger utgången; beslutets ord säger en annan."


def add_decisions(item: Found, told: Told, gathering: Gathering) -> list[Found]:
    """Add an item's decisions with their outcomes, votes and dissents."""
    added = [
        _add(item, position, decided, gathering)
        for position, decided in enumerate(told.decisions, 1)
    ]
    if added:
        _add_disagreement(added[0], told.decisions[0], told)
        _add_votes(added[0], told)
        _add_remarks(added[0], told)
        _add_dissents(added, told, gathering)
    return added


def _add(item: Found, position: int, decided: Decided, gathering: Gathering) -> Found:
    piece = decided.piece
    wording = piece.value(None, decided.certainty, decided.reason)
    consensus = consensus_in(decided.said_in)
    return gathering.add(
        "decisions",
        f"{item.key}-{position}",
        {
            "item": wording.as_value(item.key),
            "position": wording.as_value(position),
            "wording": wording,
            "outcome": _outcome(decided),
            "has_consensus": consensus.value(value=True) if consensus else None,
        },
    )


def _outcome(decided: Decided) -> Value:
    said = outcome_in(decided.piece.text)
    column = outcome_of_word(decided.outcome) if decided.outcome else None
    if column:
        words = column.piece.value(column.outcome.value)
        is_other = said and Outcome.DECIDED not in (said[0], column.outcome)
        if is_other and said and said[0] is not column.outcome:
            return words.doubted(Certainty.DOUBTFUL, BY_ITS_COLUMN)
        return words
    if said:
        outcome, match = said
        words_said = decided.piece.group(match)
        return words_said.value(outcome.value, decided.certainty, decided.reason)
    if re.match(r"(?i)^(?:dels\s+)?att\b", decided.piece.text):
        return decided.piece.value(
            Outcome.DECIDED.value, decided.certainty, decided.reason
        )
    return decided.piece.value(
        Outcome.DECIDED.value, Certainty.PROBABLE, BY_ITS_HEADING
    )


def _add_disagreement(decision: Found, decided: Decided, told: Told) -> None:
    """Say that they did not agree, where the decision or what led to it says so."""
    for piece in (decided.said_in, *told.text):
        words = disagreement_in(piece)
        if words:
            said = words.value(False, Certainty.PROBABLE, NOT_AGREED)  # noqa: FBT003 - the value said.
            decision.values["has_consensus"] = said
            return


def _add_votes(decision: Found, told: Told) -> None:
    # A vote may be told right below what it was about: "Yrkanden".
    beside = [*told.text, *told.remarks, *told.proposed]
    pieces = [decided.said_in for decided in told.decisions] + beside
    votes = next((found for piece in pieces if (found := votes_in(piece))), None)
    if votes is None:
        return
    certainty, reason = votes.certainty
    both = {"votes_for": votes.votes_for, "votes_against": votes.votes_against}
    for column, number in both.items():
        decision.values[column] = votes.piece.value(number, certainty, reason)
    if votes.votes_for and votes.votes_against:
        # What was voted on was not agreed on, whatever else was.
        decision.values["has_consensus"] = votes.piece.value(
            False,  # noqa: FBT003 - the value said.
            least_certain(certainty, Certainty.PROBABLE),
            reason or VOTED,
        )


def _add_remarks(decision: Found, told: Told) -> None:
    """Say what stands beside a decision: that all agreed, that it is not public."""
    for piece in told.remarks:
        agreed, secret = consensus_in(piece), secret_in(piece)
        if agreed:
            decision.values.setdefault("has_consensus", agreed.value(value=True))
        if secret:
            decision.values["is_public"] = secret.value(value=False)
    for piece in told.text:
        for sentence in sentences_of(piece):
            agreed = consensus_in(sentence)
            if agreed and _DECIDING.search(sentence.text):
                said = agreed.value(True, Certainty.PROBABLE, IN_THE_TEXT)  # noqa: FBT003 - the value said.
                decision.values.setdefault("has_consensus", said)


def _add_dissents(decisions: list[Found], told: Told, gathering: Gathering) -> None:
    """Add who would not agree, to the decision that is named, else to the first."""
    for who, words in told.dissents:
        dissenter = who.value()
        at = _point_named(words.text)
        is_named = at is not None and at < len(decisions)
        decision = decisions[at if is_named and at else 0]
        of = dissenter.as_value(decision.key)
        if len(decisions) > 1 and not is_named:
            of = of.doubted(Certainty.PROBABLE, OF_THE_FIRST)
        gathering.add(
            "dissents",
            f"{decision.key}-{slug(str(dissenter.value))}",
            {
                "decision": of,
                "dissenter": dissenter,
                "text": words.value() if words != who else None,
            },
        )


def _point_named(words: str) -> int | None:
    """Return which of several decisions words are of, counted from none; or None."""
    number = _OF_POINT.search(words)
    if number:
        return int(number[1]) - 1
    ordinal = _OF_ORDINAL.search(words)
    return _ORDINALS.index(ordinal["n"].lower()) if ordinal else None
