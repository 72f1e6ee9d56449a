"""The format's page and schema say what the program does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from radslag.formats.cooperation_file import Rows, check, file_tree, read
from radslag.formats.cooperation_file.documentation import page
from radslag.formats.cooperation_file.schema import schema, schema_text
from tests.factories import cooperation_facts, cooperations

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
PAGE = DOCS / "cooperation-file.md"
VALIDATOR = Draft202012Validator(schema())
HEAD = {"format": "radslag/1", "cooperation": {"key": "a", "name": "A"}}


def test_page_is_written_from_the_entries_as_they_are() -> None:
    current = PAGE.read_text(encoding="utf-8")

    assert page(current) == current


def test_shipped_schema_is_the_one_the_program_prints() -> None:
    shipped = (DOCS / "cooperation-file.schema.json").read_text(encoding="utf-8")

    assert shipped == schema_text()


def test_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(schema())

    assert json.loads(schema_text()) == schema()


def test_example_of_the_page_can_be_loaded() -> None:
    found = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)

    problems = [check(read(e), existing={}, known={}, is_new=True) for e in found]

    assert problems == [[]]


@settings(max_examples=15, deadline=None)
@given(rows=cooperations())
def test_schema_accepts_what_is_exported(rows: Rows) -> None:
    tree = file_tree(cooperation_facts(), rows)

    assert [error.message for error in VALIDATOR.iter_errors(tree)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "radslag/2"},
        {"municipalites": []},
        {"municipalities": [{"key": "a", "name": "A"}]},
        {"municipalities": [{"key": "a", "name": "A", "code": "126"}]},
        {"populations": [{"counted_on": "2019-12-31", "residents": -1}]},
        {"bodies": [{"key": "a", "name": "A", "kind": "nämnd"}]},
        {"people": [{"key": "Å", "name": "A"}]},
        {
            "agreements": [
                {
                    "key": "a",
                    "title": "A",
                    "in_force_from": "2010-01-01",
                    "terms": [
                        {
                            "kind": "quorum",
                            "applies_from": "2010-01-01",
                            "value": {"body": "board", "share": "1/2"},
                        }
                    ],
                }
            ]
        },
    ],
)
def test_schema_refuses_what_the_program_refuses(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(HEAD | wrong)
