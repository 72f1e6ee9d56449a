"""The entry: what every kind of entry in a cooperation file has in common.

A subclass says in class variables what its fields cannot: which section it belongs
to, what its key is made from, what must be unique and which days come in order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from radslag.formats.cooperation_file.types import Key


@dataclass(frozen=True)
class Nested:
    """Entries that stand inside their parent, which they need not name.

    `parent_field` is the reference that is implied; `inherits` are references the
    child has in common with its parent.
    """

    parent_field: str
    inherits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Numbered:
    """A reference written as the number of a record under the same parent."""

    field: str
    section: str
    parent_field: str


class Entry(BaseModel):
    """One entry; what it leaves out has the default value."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    belongs_to: ClassVar[str] = ""
    # The fields the key is made from; "a|b" is the first of them that is given, and
    # "a=word" is the word when the field is not given.
    derived: ClassVar[tuple[str, ...]] = ()
    # References implied by where the entry stands, which are no fields of its own.
    implied: ClassVar[tuple[str, ...]] = ()
    unique: ClassVar[tuple[tuple[str, ...], ...]] = ()
    # Pairs of days where the second comes after the first, or may be the same.
    in_order: ClassVar[tuple[tuple[str, str], ...]] = ()
    same_or_later: ClassVar[tuple[tuple[str, str], ...]] = ()
    # The order entries are written in; those without stand as they were added.
    ordered_by: ClassVar[tuple[str, ...]] = ()
    numbered: ClassVar[Numbered | None] = None
    # The field that a plain text stands for, where an entry may be only that.
    as_text: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _leave_out_what_is_empty(cls, raw: object) -> object:
        if cls.as_text and isinstance(raw, str):
            return {cls.as_text: raw}
        if not isinstance(raw, Mapping):
            return raw
        if None not in raw.values():
            return raw
        known = cls.model_fields
        return {k: v for k, v in raw.items() if v is not None or k not in known}


class KeyedEntry(Entry):
    """An entry whose key somebody chooses."""

    key: Key = Field(description="Nyckeln som andra poster hänvisar till.")


class DerivedEntry(Entry):
    """An entry whose key is made from its other fields unless it is given."""

    key: Key = Field(default="", description="Behövs bara när den inte kan härledas.")


def refuse(sentence: str, *path: str) -> NoReturn:
    """Say in Swedish what is wrong with an entry, and where in it."""
    raise PydanticCustomError("rule", "{sentence}", {"sentence": sentence, "at": path})


def metadata_of(annotation: Any, kind: type[Any]) -> Any:  # noqa: ANN401 - an annotation may be anything
    """Return the first metadata of a kind in an annotation, however deep."""
    for extra in getattr(annotation, "__metadata__", ()):
        if isinstance(extra, kind):
            return extra
    parts = (getattr(annotation, "__origin__", None), *_arguments(annotation))
    for part in parts:
        found = metadata_of(part, kind) if part is not None else None
        if found is not None:
            return found
    return None


def _arguments(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 - an annotation may be anything
    return tuple(getattr(annotation, "__args__", ()))
