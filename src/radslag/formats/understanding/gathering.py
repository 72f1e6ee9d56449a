"""Where the extractors put what they find: one record of a thing, whoever tells of it.

Two places that say the same of a thing strengthen each other; two that differ are both
kept, the surer as the value and the other in a contradiction.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.model import (
    CERTAINTIES,
    Contradiction,
    Found,
    Value,
)
from radslag.formats.understanding.municipalities import code_of, known_name
from radslag.formats.understanding.source import Piece

# Of these kinds a cooperation has one; what it is called varies in its own documents.
ONE_OF_EACH = {
    BodyKind.COMMITTEE: "kommitten",
    BodyKind.MANAGEMENT_GROUP: "ledningsgruppen",
    BodyKind.SECRETARIAT: "kansliet",
}
SAID_OTHERWISE = "Ett annat ställe säger något annat."
CODE_FROM_NAME = "Kommunkoden följer av kommunens namn."


class Gathering:
    """All that has been found so far in the documents that are read together."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Found] = {}
        self.contradictions: list[Contradiction] = []
        # To which municipalities each document's decision was sent.
        self.recipients: dict[str, list[Value]] = {}
        # What an extractor could not place, said in Swedish: no loss is silent.
        self.remarks: list[str] = []

    def __iter__(self) -> Iterator[Found]:
        """Give all records in the order they were first found."""
        return iter(list(self._found.values()))

    def of(self, section: str) -> list[Found]:
        """Return the records of a section."""
        return [found for found in self if found.section == section]

    def get(self, section: str, key: str) -> Found | None:
        """Return a record, or None where nothing has the key."""
        return self._found.get((section, key))

    def add(self, section: str, key: str, values: Mapping[str, Value | None]) -> Found:
        """Add what is said of a record, to what others have said of it."""
        found = self._found.setdefault((section, key), Found(section, key))
        for column, value in values.items():
            if value is not None and value.value is not None:
                self._say(found, column, value)
        return found

    def remove(self, found: Found) -> None:
        """Take a record out again."""
        del self._found[found.section, found.key]

    def _say(self, found: Found, column: str, value: Value) -> None:
        before = found.values.get(column)
        if before is None:
            found.values[column] = value
        elif same(before.value, value.value):
            found.values[column] = before.also(value)
        else:
            surer, other = sorted(
                (before, value), key=lambda one: CERTAINTIES.index(one.certainty)
            )
            is_even = surer.certainty is other.certainty
            doubt = Certainty.DOUBTFUL if is_even else Certainty.PROBABLE
            found.values[column] = surer.doubted(doubt, SAID_OTHERWISE)
            self._contradict(found, column, surer, other)

    def _contradict(self, found: Found, column: str, one: Value, other: Value) -> None:
        if not (one.quotes and other.quotes):
            return
        self.contradictions.append(
            Contradiction(
                rule=f"{found.section}.{column}",
                sentence=f"”{one.quotes[0].words}” mot ”{other.quotes[0].words}”",
                quotes=(*one.quotes, *other.quotes),
                section=found.section,
                key=found.key,
                field=column,
            )
        )

    def cooperation(self, name: Piece | None = None) -> Found:
        """Return what is known of the cooperation itself, perhaps with a name more."""
        found = self.add("cooperation", "cooperation", {})
        if name and "name" not in found.values:
            found.values["name"] = name.value()
        return found

    def municipality(self, piece: Piece, name: str = "") -> Value | None:
        """Return the key of the municipality that a piece names; None if it names none.

        The name may stand with "kommun" or in the genitive.
        """
        whole = name or known_name(str(piece))
        if whole is None:
            return None
        key = slug(whole)
        code = piece.value(code_of(whole), reason=CODE_FROM_NAME)
        self.add("municipalities", key, {"name": piece.value(whole), "code": code})
        return piece.value(key)

    def body(
        self,
        kind: BodyKind,
        piece: Piece,
        name: str = "",
        municipality: Value | None = None,
    ) -> Value:
        """Return the key of a body, which is added if nobody has named it yet."""
        called = name or " ".join(str(piece).split())
        key = self._body_key(kind, called, municipality)
        if not self.get("bodies", key):
            values = {"kind": piece.value(kind.value), "name": piece.value(called)}
            self.add("bodies", key, values | {"municipality": municipality})
        return piece.value(key)

    def _body_key(self, kind: BodyKind, name: str, municipality: Value | None) -> str:
        if municipality and kind in (BodyKind.BOARD, BodyKind.COUNCIL):
            return f"{'ks' if kind is BodyKind.BOARD else 'kf'}-{municipality.value}"
        return ONE_OF_EACH.get(kind) or self._key_of_namesake(kind, name) or slug(name)

    def _key_of_namesake(self, kind: BodyKind, name: str) -> str | None:
        """Return the key of a body whose name differs only in its definite form."""
        return next(
            (
                found.key
                for found in self.of("bodies")
                if found["kind"] == kind.value
                and _indefinite(str(found["name"])) == _indefinite(name)
            ),
            None,
        )

    def person(self, piece: Piece) -> Value:
        """Return the key of a person, who is added if nobody has named her yet."""
        key = slug(str(piece))
        self.add("people", key, {"name": piece.value()})
        return piece.value(key)

    def parties(self) -> list[Found]:
        """Return the memberships: which municipalities the cooperation is made of."""
        return self.of("memberships")


def _indefinite(name: str) -> str:
    """Return a body's name as it is compared: "Klimatnätverket" as "klimatnätverk"."""
    return re.sub(
        r"(nätverk)et\b|(grupp)en\b", r"\1\2", " ".join(name.casefold().split())
    )


def same(one: object, other: object) -> bool:
    """Tell whether two values say the same; letters' case and spaces do not matter."""
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
    return one == other


def certain(value: Any, *quotes: Value) -> Value:  # noqa: ANN401 - values of every kind.
    """Return a value that follows with certainty from what others quote."""
    return Value(
        value,
        tuple(quote for said in quotes for quote in said.quotes),
        max(
            (q.certainty for q in quotes),
            key=CERTAINTIES.index,
            default=Certainty.CERTAIN,
        ),
    )


def iso(day: date) -> str:
    """Return a day as keys have it."""
    return day.isoformat()
