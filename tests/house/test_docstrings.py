"""Every module says what it holds; every public rule and service what it promises."""

import ast

from tests.house.tree import name_of, python_files, syntax

Function = ast.FunctionDef | ast.AsyncFunctionDef
ROOMS = ("src/radslag/agreement", "src/radslag/services")
VAGUE = {"data", "info", "manager", "handler", "process"}


def mute_functions(tree: ast.Module) -> list[str]:
    """Name the public functions and methods that have no docstring."""
    scopes: list[ast.Module | ast.ClassDef] = [tree]
    scopes += [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return [
        node.name
        for scope in scopes
        for node in scope.body
        if isinstance(node, Function)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not any("overload" in ast.unparse(mark) for mark in node.decorator_list)
    ]


def vague_names(tree: ast.Module) -> list[str]:
    """Name the functions, classes and arguments that say nothing."""
    names = [
        node.name if isinstance(node, Function | ast.ClassDef) else node.arg
        for node in ast.walk(tree)
        if isinstance(node, Function | ast.ClassDef | ast.arg)
    ]
    return [name for name in names if name.lower() in VAGUE]


def test_modules_say_what_they_hold() -> None:
    mute = [
        name_of(path)
        for path in python_files("src")
        if path.stat().st_size and not ast.get_docstring(syntax(path))
    ]

    assert mute == []


def test_public_functions_say_what_they_promise() -> None:
    mute = {
        name_of(path): mute_functions(syntax(path)) for path in python_files(*ROOMS)
    }

    assert {name: found for name, found in mute.items() if found} == {}


def test_names_say_something() -> None:
    vague = {name_of(path): vague_names(syntax(path)) for path in python_files("src")}

    assert {name: found for name, found in vague.items() if found} == {}


def test_a_mute_function_is_noticed() -> None:
    tree = ast.parse('def a(): ...\ndef _b(): ...\nclass C:\n  def d(self): "Say."')

    assert mute_functions(tree) == ["a"]
