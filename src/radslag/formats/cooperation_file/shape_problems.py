"""Shape problems: what pydantic found wrong in an entry, said in Swedish."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from rapidfuzz import fuzz, process

from radslag.formats.cooperation_file.entry import metadata_of
from radslag.formats.cooperation_file.problems import Path, Problem, shown, written
from radslag.formats.cooperation_file.shapes import entry_in
from radslag.formats.cooperation_file.types import OneOf, Says

NEAR = 60


class Lines(Protocol):
    """Finds the line of a path, or of the nearest thing around it."""

    def of(self, path: Path) -> int | None:
        """Return the line."""


def nearest(word: str, known: list[str]) -> str:
    """Return a question with the known word most like this one, or nothing."""
    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=NEAR)
    return f'menade du "{found[0]}"?' if found else ""


def shape_problems(
    errors: list[Any], model: type[BaseModel], above: Path, lines: Lines
) -> Iterator[Problem]:
    """Say each of pydantic's errors in Swedish, with its place in the file."""
    for error in errors:
        inside: Path = tuple(error["loc"])
        holder, field = _field_at(model, inside)
        ctx = error.get("ctx", {})
        path = (*above, *inside, *ctx.get("at", ()))
        what, expected = _said(error, holder, field)
        yield Problem(lines.of(path), written(path), what, expected)


def _field_at(
    model: type[BaseModel], path: Path
) -> tuple[type[BaseModel], FieldInfo | None]:
    field: FieldInfo | None = None
    for part in path:
        if isinstance(part, int):
            continue
        if field is not None:
            model = entry_in(field.annotation) or model
        field = model.model_fields.get(part)
    return model, field


def _said(
    error: Mapping[str, Any], holder: type[BaseModel], field: FieldInfo | None
) -> tuple[str, str]:
    kind, found = error["type"], error["input"]
    awaited = f"{_expected(field)} väntades"
    if kind == "rule":
        return error["ctx"]["sentence"], ""
    if kind == "extra_forbidden":
        return _unknown_key(str(error["loc"][-1]), holder)
    if kind == "string_too_long":
        return _too_long(found, error["ctx"]["max_length"])
    fixed = {
        "missing": ("uppgiften saknas", awaited),
        "string_too_short": ("texten är tom", awaited),
        "model_type": (f"{shown(found)} är inte en post", _KEYS),
        "dict_type": (f"{shown(found)} är inte en post", _KEYS),
        "list_type": (f"{shown(found)} är inte en lista", _LIST),
    }
    return fixed.get(kind, (f"{shown(found)} är inte {_says(field).noun}", awaited))


_KEYS = "nycklar med värden väntades"
_LIST = "en lista (rader med -) väntades"


def _unknown_key(key: str, holder: type[BaseModel]) -> tuple[str, str]:
    known = list(holder.model_fields)
    meant = nearest(key, known) or f"nycklarna här är {', '.join(known)}"
    return "nyckeln är okänd", meant


def _too_long(found: str, most: int) -> tuple[str, str]:
    return f"texten är {len(found)} tecken lång", f"högst {most} tecken ryms"


def _expected(field: FieldInfo | None) -> str:
    return _says(field).expected.rstrip(",")


def _says(field: FieldInfo | None) -> Says:
    if field is None:
        return Says("ett värde som kan läsas", "ett annat värde")
    for kind in (OneOf, Says):
        found = next((m for m in field.metadata if isinstance(m, kind)), None)
        found = found or metadata_of(field.annotation, kind)
        if found is not None:
            return _choice(found) if isinstance(found, OneOf) else found
    return Says("ett giltigt värde", "ett annat värde")


def _choice(choice: OneOf) -> Says:
    return Says("något av de ord som gäller", f"något av {', '.join(choice.values)}")
