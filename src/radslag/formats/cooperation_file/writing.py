"""Writing a cooperation file: the same facts give the same bytes.

Words that any reader of YAML, old or new, could take for something else are quoted.
"""

import json
import re
from typing import Any

import yaml

from radslag.formats.cooperation_file.entries import FORMAT, CooperationEntry
from radslag.formats.cooperation_file.flattening import Row, Rows
from radslag.formats.cooperation_file.nesting import Tree, nest, plain
from radslag.formats.cooperation_file.scalars import WITH_DECIMALS

WIDTH = 88
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


class _Dumper(yaml.CSafeDumper):
    """Writes long texts as blocks, and quotes what could be misread."""

    def ignore_aliases(self, value: object) -> bool:
        """Write equal values out each time."""
        return True


def _text(dumper: Any, text: str) -> Any:  # noqa: ANN401 - PyYAML is loosely typed
    style = "|" if _is_block(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _is_block(text: str) -> bool:
    # A block that ends with empty lines would need YAML's end mark after it.
    inner = text.removesuffix("\n")
    return "\n" in inner and inner == inner.strip()


_Dumper.add_representer(str, _text)
# A date is left unquoted: read as a text or as a date, it says the same.
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(f"(?:{WITH_DECIMALS.pattern})$"),
    list("-+0123456789"),
)
# Codes such as 0126 are read as octal numbers by other programs.
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789")
)


def file_tree(cooperation: Row, rows: Rows) -> Tree:
    """Return what a file of the cooperation holds, as plain mappings and lists."""
    return {"format": FORMAT, "cooperation": _own_facts(cooperation), **nest(rows)}


def _own_facts(cooperation: Row) -> Tree:
    return {
        name: plain(cooperation[name])
        for name, field in CooperationEntry.model_fields.items()
        if field.is_required() or cooperation[name] != field.default
    }


def write_yaml(cooperation: Row, rows: Rows) -> str:
    """Write a cooperation as YAML, one section after the other."""
    tree = file_tree(cooperation, rows)
    parts = [_dumped({name: held}) for name, held in tree.items()]
    return "\n".join([parts[0].rstrip("\n"), *parts[1:]])


def _dumped(tree: Tree) -> str:
    written: str = yaml.dump(
        tree,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=WIDTH,
    )
    return written


def write_json(cooperation: Row, rows: Rows) -> str:
    """Write a cooperation as JSON."""
    tree = file_tree(cooperation, rows)
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
