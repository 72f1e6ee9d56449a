"""Purity: the agreement reads no clock, no files, and nothing but itself."""

import ast
from pathlib import Path

import pytest

import radslag.agreement

ROOM = Path(radslag.agreement.__file__).parent
CALM = {
    "calendar",
    "collections.abc",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "functools",
    "re",
    "types",
    "typing",
    "unicodedata",
}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "time"}
DOORS = {"open", "print", "input", "eval", "exec", "__import__"}


def impurities(tree: ast.Module) -> list[str]:
    """Name what a module imports or calls that is not calm."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name not in CALM]
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            if module not in CALM and not module.startswith("radslag.agreement"):
                found.append(module)
        elif isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            found.append(node.attr)
        elif isinstance(node, ast.Name) and node.id in DOORS:
            found.append(node.id)
    return found


def floats(tree: ast.Module) -> list[float]:
    """Give the binary fractions written in a module: money is never one."""
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]


def modules():
    return sorted(ROOM.rglob("*.py"))


def test_agreement_is_pure() -> None:
    found = {
        path.name: impurities(ast.parse(path.read_text("utf-8"))) for path in modules()
    }

    assert {name: names for name, names in found.items() if names} == {}


def test_agreement_has_no_binary_fractions() -> None:
    found = {
        path.name: floats(ast.parse(path.read_text("utf-8"))) for path in modules()
    }

    assert {name: numbers for name, numbers in found.items() if numbers} == {}


def test_agreement_names_no_municipality() -> None:
    names = ("Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn", "Södertälje")

    found = [
        (path.name, name)
        for path in modules()
        for name in names
        if name.casefold() in path.read_text("utf-8").casefold()
    ]

    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "import os",
        "import random",
        "from django.db import models",
        "from . import x",
        "date.today()",
        "datetime.now()",
        "open('a')",
    ],
)
def test_an_impurity_is_noticed(code) -> None:
    assert impurities(ast.parse(code))
