"""The JSON Schema of a cooperation file, for editors and other programs."""

import json
from typing import Any

from radslag.agreement.terms import KINDS, schema_of
from radslag.formats.cooperation_file.entries import FORMAT, WholeFile
from radslag.formats.cooperation_file.shapes import SHAPES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the format."""
    made = WholeFile.model_json_schema()
    definitions = made["$defs"]
    _allow_plain_texts(definitions)
    _say_what_terms_hold(definitions["TermEntry"])
    made["title"] = f"Samverkansfil {FORMAT}"
    return {"$schema": DIALECT, **made}


def schema_text() -> str:
    """Return the JSON Schema as text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _allow_plain_texts(definitions: dict[str, Any]) -> None:
    for shape in SHAPES.values():
        if shape.entry.as_text:
            name = shape.entry.__name__
            text = definitions[name]["properties"][shape.entry.as_text]
            definitions[name] = {
                "anyOf": [text, definitions[name]],
                "description": definitions[name]["description"],
            }


def _say_what_terms_hold(entry: dict[str, Any]) -> None:
    entry["properties"]["kind"] = {"enum": list(KINDS), "title": "Kind"}
    entry["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind.key}}},
            "then": {
                "properties": {
                    "value": {"anyOf": [schema_of(each) for each in kind.classes]}
                }
            },
        }
        for kind in KINDS.values()
    ]
