"""Saying: what a stored term means, also when it cannot be read."""

from radslag.agreement.terms import BadTerm, say
from radslag.records.models import Term
from radslag.services.rulebook import term_of


def said(term: Term) -> str:
    """Say what a term's value means; one that cannot be read says why."""
    try:
        return say(term_of(term).value)
    except BadTerm as bad:
        return str(bad)
