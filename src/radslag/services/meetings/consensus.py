"""Consensus: whether a decision stands, as far as what is written down tells."""

from radslag.agreement.meetings import Stances, decision_stands
from radslag.agreement.terms import DecisionTerm, NoTermInForce, Term, Terms
from radslag.agreement.vocabulary import Outcome
from radslag.agreement.wording import according_to
from radslag.records.models import Decision, Meeting
from radslag.services.meetings.attendance import Quorum


def stands(row: Decision, meeting: Meeting, quorum: Quorum, terms: Terms) -> str:
    """Say whether a decision stands, or that it is not written; else nothing.

    The rule is asked only with numbers that somebody has written down.
    """
    if row.outcome not in (Outcome.DECIDED, Outcome.REJECTED):
        return ""
    if row.has_consensus is None and row.votes_for is None:
        return "Enigheten är inte antecknad."
    try:
        term = terms.in_force(DecisionTerm, meeting.held_on, body=meeting.body.kind)
    except NoTermInForce:
        return _as_written(row)
    if row.has_consensus is False and not row.votes_against:
        return f"Enighet saknas{according_to(term.paragraph)}."
    return _by_rule(row, quorum, term) if quorum.is_known else _as_written(row)


def _by_rule(row: Decision, quorum: Quorum, term: Term[DecisionTerm]) -> str:
    against = row.votes_against or 0
    in_favour = quorum.present - against if row.votes_for is None else row.votes_for
    if in_favour < 0 or in_favour + against > quorum.present:
        return "Rösterna är fler än de närvarande; se efter i anteckningarna."
    counted = Stances(
        members=quorum.members,
        present=quorum.present,
        in_favour=in_favour,
        objecting=against,
    )
    return decision_stands(counted, term).because


def _as_written(row: Decision) -> str:
    if row.has_consensus is None:
        return f"{row.votes_for} röster för och {row.votes_against or 0} emot."
    return "Enighet är antecknad." if row.has_consensus else "Enighet saknas."
