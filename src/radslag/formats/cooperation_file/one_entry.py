"""One entry by itself: read as a file's entries are, before it stands in any file."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from pydantic import ValidationError

from radslag.formats.cooperation_file.flattening import Row
from radslag.formats.cooperation_file.nesting import plain
from radslag.formats.cooperation_file.shape_problems import shape_problems
from radslag.formats.cooperation_file.shapes import SHAPES, SectionShape

# What is wrong, in Swedish, by field; under "" what is wrong with the whole.
Faults: TypeAlias = dict[str, list[str]]
MISSING = "uppgiften saknas"


class _NoLines:
    def of(self, path: object) -> None:
        """Return no line: the entry stands in no file."""


def read_entry(section: str, key: str, values: Mapping[str, Any]) -> tuple[Row, Faults]:
    """Return the flat row that an entry is, and what is wrong with it.

    What it leaves out has its default. The row can be used only where nothing is
    wrong.
    """
    shape = SHAPES[section]
    implied = {name: values.get(name) for name in shape.entry.implied}
    faults = _without_place(shape, implied)
    own = {
        name: plain(value)
        for name, value in values.items()
        if name in shape.fields and name != "key"
        # What has its default goes without saying, as it does in files.
        if value is not None and value != shape.defaults.get(name)
    }
    row: Row = {"key": key} | dict.fromkeys(shape.columns) | shape.defaults | implied
    try:
        entry = shape.entry.model_validate(own | {"key": key})
    except ValidationError as error:
        return row | {"key": key}, faults | _faults(error, shape)
    for name in shape.fields:
        row[name] = getattr(entry, name)
    return row | {"key": key}, faults


def _without_place(shape: SectionShape, implied: Mapping[str, Any]) -> Faults:
    """Say which parent is missing; an entry that may have several needs one."""
    if not implied or any(implied.values()):
        return {}
    return {shape.entry.implied[0]: [MISSING]}


def _faults(error: ValidationError, shape: SectionShape) -> Faults:
    found: Faults = {}
    errors = error.errors(include_url=False)
    for problem in shape_problems(errors, shape.entry, (), _NoLines()):
        field = problem.path.partition(".")[0].partition("[")[0]
        # How a file would write what is missing helps nobody who fills in a form.
        parts = (problem.what, problem.what != MISSING and problem.expected)
        said = "; ".join(part for part in parts if part)
        found.setdefault(field if field in shape.fields else "", []).append(said)
    return found
