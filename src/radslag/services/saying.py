"""Saying: what a stored term means, also when it cannot be read or is no more."""

from datetime import date
from typing import Any

from radslag.agreement.terms import KINDS, BadTerm, read_term, say, say_term
from radslag.agreement.terms import Term as RulesTerm
from radslag.agreement.wording import own_body_name
from radslag.records.models import Term
from radslag.services.rulebook import term_of


def said(term: Term) -> str:
    """Say what a term's value means; one that cannot be read says why."""
    try:
        return say_term(term_of(term))
    except BadTerm as bad:
        return str(bad)


def said_of(kind: str, value: Any, body_called: str = "") -> str:  # noqa: ANN401 - as a document was read
    """Say what a value means that is no term yet; raises BadTerm.

    `body_called` is what the cooperation calls the body it applies to, if known.
    """
    read = read_term(kind, value)
    return say_term(
        RulesTerm(kind, read, date.min, own_body_name=own_body_name(body_called))
    )


def said_then(kind: str, value: Any) -> str:  # noqa: ANN401 - as it stood in the journal
    """Say what a term of a kind meant when its value was this."""
    try:
        return say(read_term(kind, value))
    except BadTerm as bad:
        return str(bad)


def kind_said(kind: str) -> str:
    """Return what a kind of term is called; one that is not known keeps its key."""
    return KINDS[kind].name if kind in KINDS else kind
