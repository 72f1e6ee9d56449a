"""The cooperation file can say everything the records can hold, by the same rules."""

from typing import Any

import pytest
from annotated_types import MaxLen
from django.db.models import (
    NOT_PROVIDED,
    CharField,
    Field,
    ForeignKey,
    TextField,
    UniqueConstraint,
)

from radslag.formats.cooperation_file import SHAPES
from radslag.formats.cooperation_file.entry import metadata_of
from radslag.formats.cooperation_file.shapes import SectionShape
from radslag.formats.cooperation_file.types import OneOf, Says
from radslag.records.models import Cooperation, Record
from radslag.records.sections import SECTIONS, section_of
from radslag.services.cooperation_file.exporting import OWN_FACTS

# Each column that no file holds, and why.
NOT_IN_FILES = {
    "id": "differs between databases",
    "cooperation": "the file is one cooperation",
    "version": "counts changes in one database",
    "edition": "counts rows of the journal in one database",
}
EACH_SECTION = pytest.mark.parametrize("name", SECTIONS)


def columns(model: Any) -> dict[str, "Field[Any, Any]"]:
    return {
        field.name: field
        for field in model._meta.concrete_fields
        if field.name not in NOT_IN_FILES
    }


def metadata(shape: SectionShape, name: str, kind: type[Any]) -> Any:
    field = shape.entry.model_fields[name]
    own = next((each for each in field.metadata if isinstance(each, kind)), None)
    return own or metadata_of(field.annotation, kind)


def test_sections_are_those_of_the_records() -> None:
    assert SHAPES.keys() == SECTIONS.keys()
    assert {name: shape.name for name, shape in SHAPES.items()} == {
        name: name for name in SECTIONS
    }


@EACH_SECTION
def test_every_column_is_in_an_entry(name: str) -> None:
    assert {"key", *SHAPES[name].columns} == columns(SECTIONS[name]).keys()


def test_every_fact_of_the_cooperation_is_in_the_file() -> None:
    assert set(OWN_FACTS) == columns(Cooperation).keys()


@EACH_SECTION
def test_references_lead_to_the_same_sections(name: str) -> None:
    there = {
        column: section_of(field.related_model)
        for column, field in columns(SECTIONS[name]).items()
        if isinstance(field, ForeignKey)
    }

    assert SHAPES[name].references == there


@EACH_SECTION
def test_what_may_be_left_out_has_the_column_s_default(name: str) -> None:
    shape = SHAPES[name]
    differing = {
        column: (shape.defaults[column], default_of(field))
        for column, field in columns(SECTIONS[name]).items()
        if column in shape.defaults
        and column not in ("key", *shape.entry.implied)
        and shape.defaults[column] != default_of(field)
    }

    assert differing == {}


def default_of(field: "Field[Any, Any]") -> Any:
    if field.default is not NOT_PROVIDED:
        return field.default
    return "" if isinstance(field, CharField | TextField) else None


@EACH_SECTION
def test_what_the_column_needs_the_entry_needs(name: str) -> None:
    shape = SHAPES[name]
    needed = {
        column
        for column, field in columns(SECTIONS[name]).items()
        if field.default is NOT_PROVIDED and not field.null and not field.blank
    } - {"key", *shape.entry.implied}

    assert needed == {
        column for column in shape.fields if column not in shape.defaults
    } - {"key"}


@EACH_SECTION
def test_texts_have_the_column_s_length(name: str) -> None:
    shape = SHAPES[name]
    limits = {
        column: field.max_length
        for column, field in columns(SECTIONS[name]).items()
        if isinstance(field, CharField)
        and metadata(shape, column, OneOf) is None
        and metadata(shape, column, Says).noun not in FIXED_LENGTH
    }

    assert limits == {
        column: limit.max_length if (limit := metadata(shape, column, MaxLen)) else None
        for column in limits
    }


FIXED_LENGTH = {"en kommunkod", "en kontrollsumma"}


@EACH_SECTION
def test_words_are_those_of_the_column(name: str) -> None:
    shape = SHAPES[name]
    lists = {
        column: [value for value, _ in field.choices or ()]
        for column, field in columns(SECTIONS[name]).items()
        if field.choices
    }

    assert lists == {
        column: choice.values
        for column in shape.fields
        if (choice := metadata(shape, column, OneOf))
    }


@EACH_SECTION
def test_what_is_unique_is_checked_before_the_database_refuses(name: str) -> None:
    assert set(SHAPES[name].entry.unique) >= {
        fields for fields in unique_in(SECTIONS[name]) if fields != ("key",)
    }


def unique_in(model: type[Record]) -> set[tuple[str, ...]]:
    found = {
        tuple(field for field in constraint.fields if field != "cooperation")
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint) and constraint.condition is None
    }
    one_to_one = {(name,) for name, field in columns(model).items() if field.unique}
    return found | one_to_one


@EACH_SECTION
def test_periods_are_checked_before_the_database_refuses(name: str) -> None:
    checked = {last for _, last in SHAPES[name].entry.in_order} | {
        last for _, last in SHAPES[name].entry.same_or_later
    }
    ends = {
        column
        for column in columns(SECTIONS[name])
        if column.endswith("_until") or column in ("ends_on", "valid_to")
    }

    assert checked == ends


def test_a_missing_column_would_be_noticed() -> None:
    fees = columns(SECTIONS["fees"])

    assert {"key", *SHAPES["fees"].columns} != fees.keys() - {"paid_on"}


@EACH_SECTION
def test_every_field_says_what_is_expected(name: str) -> None:
    shape = SHAPES[name]

    mute = [
        field
        for field in shape.fields
        if not (metadata(shape, field, Says) or metadata(shape, field, OneOf))
    ]

    assert mute == []
