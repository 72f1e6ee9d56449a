"""Collection: a cooperation's dated terms, and which of them is in force on a day.

Source: amendments add, never edit; the later term supersedes the earlier (§ 8 of
the model agreement was followed by the decision of 2017).
Units: days as calendar dates; periods are half-open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar, overload

from radslag.agreement.terms.kinds import KINDS, Kind, kind_of
from radslag.agreement.terms.shapes import BadTerm
from radslag.agreement.terms.values import FeeTerm, Value
from radslag.agreement.wording import body_name, long_date

V = TypeVar("V", bound=Value)
V_co = TypeVar("V_co", bound=Value, covariant=True)


class NoTermInForce(LookupError):
    """The agreement says nothing about this on that day."""


@dataclass(frozen=True)
class Term(Generic[V_co]):
    """A term (villkor): a value in force for a time, with its paragraph and source.

    `own_body_name` is what the cooperation itself calls the body it applies to, as it
    stands within a sentence: "styrgruppen".
    """

    kind: str
    value: V_co
    applies_from: date
    applies_until: date | None = None
    paragraph: str = ""
    source: str = ""
    own_body_name: str = ""

    def __post_init__(self) -> None:
        if kind_of(self.value).key != self.kind:
            raise BadTerm(kind=self.kind, expected="värdet är av ett annat slag")
        if self.applies_until is not None and self.applies_until <= self.applies_from:
            expected = "en dag efter den då villkoret börjar gälla"
            raise BadTerm(kind=self.kind, key="applies_until", expected=expected)

    @property
    def body(self) -> str | None:
        """The kind of body it applies to, or nothing when it applies to all."""
        body: str | None = getattr(self.value, "body", None)
        return body

    @property
    def body_name(self) -> str:
        """What the body it applies to is called: by its own name, or its kind's."""
        return self.own_body_name or body_name(self.body or "")

    def applies_on(self, on: date) -> bool:
        """Say whether the term's own period holds the day."""
        ended = self.applies_until is not None and self.applies_until <= on
        return self.applies_from <= on and not ended


@dataclass(frozen=True)
class Terms:
    """A cooperation's terms (villkor), in any order.

    >>> from radslag.agreement.terms import read_term
    >>> quorum = read_term(
    ...     "quorum", {"body": "board", "boundary": "more_than", "share": "1/2"})
    >>> terms = Terms.of([Term("quorum", quorum, date(2010, 1, 1))])
    >>> terms.in_force("quorum", date(2026, 1, 1), body="board").value.boundary
    'more_than'
    """

    terms: tuple[Term[Any], ...] = ()

    @classmethod
    def of(cls, terms: Iterable[Term[Any]]) -> "Terms":
        """Collect terms, from the first to apply to the last."""
        return cls(tuple(sorted(terms, key=_order)))

    @overload
    def in_force(self, kind: type[V], on: date, body: str | None = None) -> Term[V]: ...
    @overload
    def in_force(self, kind: str, on: date, body: str | None = None) -> Term[Any]: ...
    def in_force(
        self, kind: str | type[Any], on: date, body: str | None = None
    ) -> Term[Any]:
        """Return the term that applies on the day; the latest to begin wins.

        A term superseded by a later one does not come back when that one ends.
        Asked with a class of value instead of a kind, the answer is typed. Raises
        NoTermInForce when the agreement is silent.
        """
        begun = [term for term in self.history(kind, body) if term.applies_from <= on]
        if not begun or not begun[-1].applies_on(on):
            raise NoTermInForce(_silence(_kind(kind), on, body))
        return begun[-1]

    def history(
        self, kind: str | type[Any], body: str | None = None
    ) -> tuple[Term[Any], ...]:
        """Return the terms of a kind, for a kind of body, from first to last."""
        key = _kind(kind).key
        return tuple(
            term
            for term in self.terms
            if term.kind == key and body in (None, term.body)
        )

    def fee_term_for(self, year: int) -> Term[FeeTerm]:
        """Return the fee's rule for a year: the one in force on its first day."""
        return self.in_force(FeeTerm, date(year, 1, 1))


def _order(term: Term[Any]) -> tuple[date, str, str]:
    return term.applies_from, term.kind, term.paragraph


def _kind(kind: str | type[Any]) -> Kind:
    if isinstance(kind, str):
        return KINDS[kind]
    return next(
        each
        for each in KINDS.values()
        if any(issubclass(value_class, kind) for value_class in each.classes)
    )


def _silence(kind: Kind, on: date, body: str | None) -> str:
    whose = f" för {body_name(body)}" if body else ""
    return f"Avtalet har inget villkor om {kind.name}{whose} den {long_date(on)}."
