"""A cooperation written as a file and read again is the same cooperation."""

import json

from hypothesis import given, settings

from radslag.formats.cooperation_file import (
    SHAPES,
    CooperationFile,
    Rows,
    check,
    read,
    write_json,
    write_yaml,
)
from tests.factories import cooperation_facts, cooperations, made_rows


def by_key(rows: Rows) -> dict[str, dict[str, dict[str, object]]]:
    return {name: {row["key"]: row for row in held} for name, held in rows.items()}


def checked(text: str) -> CooperationFile:
    file = read(text)
    assert check(file, existing={}, known={}, is_new=True) == []
    return file


@settings(max_examples=60, deadline=None)
@given(rows=cooperations())
def test_yaml_gives_back_every_row(rows: Rows) -> None:
    text = write_yaml(cooperation_facts(), rows)

    file = checked(text)

    assert by_key(file.flat.rows) == by_key(rows)
    assert file.cooperation == cooperation_facts()


@settings(max_examples=40, deadline=None)
@given(rows=cooperations())
def test_json_and_yaml_say_the_same(rows: Rows) -> None:
    as_json = write_json(cooperation_facts(), rows)

    file = checked(as_json)

    assert file.flat.rows == checked(write_yaml(cooperation_facts(), rows)).flat.rows
    assert file.cooperation == cooperation_facts()


@settings(max_examples=40, deadline=None)
@given(rows=cooperations())
def test_writing_what_was_read_gives_the_same_bytes(rows: Rows) -> None:
    text = write_yaml(cooperation_facts(), rows)

    again = write_yaml(cooperation_facts(), checked(text).flat.rows)

    assert again == text


@settings(max_examples=20, deadline=None)
@given(rows=cooperations())
def test_bytes_with_a_byte_order_mark_are_read(rows: Rows) -> None:
    text = write_yaml(cooperation_facts(), rows)

    file = read(b"\xef\xbb\xbf" + text.encode())

    assert file.flat.rows.keys() == rows.keys()
    assert file.problems == []


def test_every_section_is_made_by_the_factory() -> None:
    made = {
        name for seed in range(40) for name, rows in made_rows(seed).items() if rows
    }

    assert made == set(SHAPES)


def test_every_field_is_made_with_and_without_its_default() -> None:
    seen: dict[tuple[str, str], set[bool]] = {}
    for seed in range(150):
        for name, rows in made_rows(seed).items():
            shape = SHAPES[name]
            for row in rows:
                for field, default in shape.defaults.items():
                    if field != "key" and field not in shape.entry.implied:
                        seen.setdefault((name, field), set()).add(row[field] == default)

    always = {place for place, values in seen.items() if values != {True, False}}

    assert always == set()


def test_defaults_and_derived_keys_are_left_out() -> None:
    rows: Rows = {name: [] for name in SHAPES}
    rows["municipalities"] = [
        {"key": "a", "code": "0126", "name": "A", "website": "", "registry_email": ""}
    ]
    rows["populations"] = [
        {
            "key": "alla-2019-12-31",
            "municipality": None,
            "counted_on": "2019-12-31",
            "residents": 7,
            "source": "",
            "is_confirmed": True,
        }
    ]

    tree = json.loads(write_json(cooperation_facts(), rows))

    assert tree["municipalities"] == [{"key": "a", "code": "0126", "name": "A"}]
    assert tree["populations"] == [{"counted_on": "2019-12-31", "residents": 7}]
