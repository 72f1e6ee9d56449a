"""What was understood, as a cooperation file in JSON with citations and certainty."""

import json
from typing import Any

from radslag.formats.cooperation_file.nesting import plain
from radslag.formats.cooperation_file.writing import file_tree
from radslag.formats.understanding.cooperation_rows import Incomplete, rows_of
from radslag.formats.understanding.model import (
    Contradiction,
    Understanding,
    UnderstoodDocument,
)


def as_json(
    understanding: Understanding, cooperation: "dict[str, Any] | None" = None
) -> str:
    """Return the file's text; `cooperation` are the facts of one that is there already.

    The file can be loaded as it is. What no file may hold yet is told of under
    `reading`, with the contradictions and what became of each document.
    """
    understood = rows_of(understanding)
    tree = file_tree(cooperation or understood.cooperation, understood.rows)
    tree["reading"] = {
        "files": [_file(document) for document in understanding.documents],
        "contradictions": [_clash(each) for each in understanding.contradictions],
        "incomplete": [_incomplete(each) for each in understood.incomplete],
        "remarks": list(understanding.remarks),
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _file(document: UnderstoodDocument) -> "dict[str, Any]":
    read = document.result.document
    return {
        "name": document.name,
        "document": document.key,
        "sha256": document.sha256,
        "kind": document.kind.value,
        "is_whole": bool(read and read.is_complete),
        "refusal": str(document.result.refusal or ""),
        "remarks": [str(remark) for remark in read.remarks] if read else [],
        "parts": [
            {
                "kind": part.kind.value,
                "title": part.title,
                "certainty": part.certainty.value,
                "reason": part.reason,
            }
            for part in document.parts
        ],
    }


def _clash(clash: Contradiction) -> "dict[str, Any]":
    return {
        "rule": clash.rule,
        "sentence": clash.sentence,
        "section": clash.section,
        "record_key": clash.key,
        "field": clash.field,
        "places": [
            {
                "document": quote.document,
                "place": quote.place,
                "starts_at_character": quote.span.start,
                "ends_at_character": quote.span.end,
                "words": quote.words,
            }
            for quote in clash.quotes
        ],
    }


def _incomplete(incomplete: Incomplete) -> "dict[str, Any]":
    found = incomplete.found
    return {
        "section": found.section,
        "record_key": found.key,
        "missing": list(incomplete.lacks),
        "said": {name: _said(value.value) for name, value in found.values.items()},
        "certainty": {n: v.certainty.value for n, v in found.values.items()},
        "places": {
            name: [f"{quote.document}, {quote.place}" for quote in value.quotes]
            for name, value in found.values.items()
        },
    }


def _said(value: Any) -> Any:  # noqa: ANN401 - values of every kind.
    return plain(value)
