"""The written description of the format, made from the entries themselves."""

from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from radslag.formats.cooperation_file.entries import CooperationEntry
from radslag.formats.cooperation_file.entry import Entry, metadata_of
from radslag.formats.cooperation_file.shapes import LINKS, SHAPES, SectionShape
from radslag.formats.cooperation_file.types import OneOf, Reference, Says

MARK = "<!-- Allt nedanför skrivs av programmet; ändra i posterna, inte här. -->"


def page(current: str) -> str:
    """Return the page with everything below the mark written anew."""
    return f"{current.split(MARK, maxsplit=1)[0]}{MARK}\n\n{field_tables()}"


def field_tables() -> str:
    """Return a table of the fields of every section."""
    parts = ["## cooperation", "", _summary(CooperationEntry), "", *_HEAD]
    parts += _rows(CooperationEntry, tuple(CooperationEntry.model_fields))
    for shape in SHAPES.values():
        parts += ["", f"## {shape.name}", "", _summary(shape.entry)]
        parts += ["", _place(shape), "", *_HEAD, *_rows(shape.entry, shape.fields)]
        parts += [_child(shape, child.attribute) for child in shape.children]
    return "\n".join(parts) + "\n"


_HEAD = ["| fält | värde | krävs | förklaring |", "|---|---|---|---|"]


def _summary(entry: type[Entry]) -> str:
    return (entry.__doc__ or "").strip()


def _place(shape: SectionShape) -> str:
    places = [
        f"`{link.parent}[].{link.child.attribute}`"
        for link in LINKS
        if link.child.entry is shape.entry
    ]
    where = f"Står i {' eller '.join(places)}." if places else "Står överst i filen."
    return f"{where} {_key(shape.entry)}"


def _key(entry: type[Entry]) -> str:
    if not entry.derived:
        return "Nyckeln väljs."
    return f"Nyckeln härleds ur {', '.join(_part(part) for part in entry.derived)}."


def _part(part: str) -> str:
    choices, _, otherwise = part.partition("=")
    named = " eller ".join(f"`{choice}`" for choice in choices.split("|"))
    return f"{named} (annars ”{otherwise}”)" if otherwise else named


def _rows(entry: type[Entry], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        field = entry.model_fields[name]
        needed = "ja" if field.is_required() else ""
        told = field.description or ""
        yield f"| `{name}` | {_kind(field)} | {needed} | {told} |"


def _child(shape: SectionShape, attribute: str) -> str:
    child = next(each for each in shape.children if each.attribute == attribute)
    what = "en post" if child.is_single else "en lista"
    section = child.entry.belongs_to
    return f"| `{attribute}` | {what} | | [{section}](#{section}) |"


def _kind(field: FieldInfo) -> str:
    if choice := _metadata(field, OneOf):
        return ", ".join(f"`{value}`" for value in choice.values)
    if reference := _metadata(field, Reference):
        return f"nyckel i [{reference.section}](#{reference.section})"
    says = _metadata(field, Says)
    return str(says.noun) if says else "text"


def _metadata(field: FieldInfo, kind: type[Any]) -> Any:  # noqa: ANN401 - metadata of any kind
    own = next((each for each in field.metadata if isinstance(each, kind)), None)
    return own or metadata_of(field.annotation, kind)
