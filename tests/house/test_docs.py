"""What the documents say exists, exists; and what exists is in the documents."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from tests.house.tree import (
    DOCS,
    PACKAGE,
    TOP,
    name_of,
    python_files,
    syntax,
    tracked_files,
)

RUNNING = DOCS / "running.md"
SETTING = re.compile(r"RADSLAG_[A-Z_]+|DATABASE_URL")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
# Set by whoever starts Django, not by whoever runs Rådslag.
NOT_SETTINGS = {"DJANGO_SETTINGS_MODULE"}


def settings_read(tree: ast.AST) -> Iterator[str]:
    """Give the name of each variable that the code reads from the environment.

    A reader is known by what it is given: a name that looks like a setting's.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and SETTING.fullmatch(str(first.value)):
                yield str(first.value)
        if isinstance(node, ast.Subscript) and "environ" in ast.unparse(node.value):
            yield ast.literal_eval(node.slice)


def all_settings() -> set[str]:
    found = {
        name for path in python_files("src") for name in settings_read(syntax(path))
    }
    return found - NOT_SETTINGS


def test_settings_are_read_in_one_place() -> None:
    readers = {
        name_of(path)
        for path in python_files("src")
        if set(settings_read(syntax(path))) - NOT_SETTINGS
    }

    assert readers == {"src/radslag/config/settings.py"}


def test_environment_example_lists_every_setting() -> None:
    example = (TOP / ".env.example").read_text(encoding="utf-8")

    listed = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))

    assert listed == all_settings()


def test_running_page_explains_every_setting() -> None:
    told = set(re.findall(r"^\| `([A-Z_]+)`", RUNNING.read_text("utf-8"), re.MULTILINE))

    assert told == all_settings()


def test_a_setting_read_any_way_is_noticed() -> None:
    code = 'a = text("RADSLAG_A", ""); b = os.environ["B"]; c = get("DATABASE_URL")'

    assert set(settings_read(ast.parse(code))) == {"RADSLAG_A", "B", "DATABASE_URL"}


def commands() -> list[Path]:
    folder = PACKAGE / "web/management/commands"
    return sorted(path for path in folder.glob("*.py") if path.stem[0] != "_")


# A command that starts without Django has its words in a module of its own.
WITHOUT_DJANGO = {"read": PACKAGE / "web/read_documents.py"}


def options_of(tree: ast.AST) -> set[str]:
    """Return the options that a command's parser is given."""
    return {
        word.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "add_argument"
        for word in node.args
        if isinstance(word, ast.Constant) and word.value.startswith("--")
    }


def test_running_page_explains_every_command_and_option() -> None:
    rows = re.findall(
        r"^\| `radslag ([a-z_]+)[^|]*\|(.*)\|$", RUNNING.read_text("utf-8"), re.M
    )
    told = {name: set(re.findall(r"`(--[a-z-]+)`", text)) for name, text in rows}

    assert {path.stem for path in commands()} <= set(told)
    assert {
        path.stem: options_of(syntax(WITHOUT_DJANGO.get(path.stem, path)))
        for path in commands()
    } == {path.stem: told[path.stem] for path in commands()}


def test_links_lead_somewhere() -> None:
    pages = [path for path in tracked_files() if path.suffix == ".md"]

    broken = {name_of(page): broken_links(page) for page in pages}

    assert {name: links for name, links in broken.items() if links} == {}


def broken_links(page: Path) -> list[str]:
    """Return the links of a page that lead to no file and no heading."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    broken = []
    for match in LINK.finditer(text):
        target = match[1] or match[2]
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        goal = (page.parent / name).resolve() if name else page
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            broken.append(target)
    return broken


def anchors(page: Path) -> set[str]:
    """Return the anchors a page's headings give."""
    headings = re.findall(r"^#+ +(.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
        for heading in headings
    }


def test_a_broken_link_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A b\n[x](gone.md) [y](#a-b) [z](#c) [w](page.md#a-b)")

    assert broken_links(page) == ["gone.md", "#c"]


def decisions() -> list[Path]:
    return sorted((DOCS / "decisions").glob("*.md"))


def test_decisions_are_short_and_name_what_was_rejected() -> None:
    parts = ("Context", "Decision", "Consequences", "Rejected alternatives")
    texts = {path.name: path.read_text(encoding="utf-8") for path in decisions()}

    assert [name for name, text in texts.items() if len(text.split()) > 500] == []
    assert [
        (name, part)
        for name, text in texts.items()
        for part in parts
        if f"\n## {part}\n" not in text
    ] == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in decisions()]

    assert numbers == list(range(1, len(numbers) + 1))


def test_every_dependency_has_its_reason() -> None:
    declared = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    names = set(re.findall(r'^  "([a-z][a-z0-9-]+)(?:\[.*?\])?>=', declared, re.M))
    reasons = (DOCS / "decisions/0008-dependencies.md").read_text(encoding="utf-8")

    assert {name for name in names if f"`{name}`" not in reasons} == set()


def test_glossary_holds_every_record_and_nothing_else() -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    settled, _, to_come = glossary.partition("## Words settled for what is to come")
    named = set(re.findall(r"`([A-Z][a-z]\w+)", settled))
    classes = {
        node.name
        for path in python_files("src")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ClassDef)
    }
    records = {model.__name__ for model in apps.get_app_config("records").get_models()}

    assert named - classes == set()
    assert records - named == set()
    assert set(re.findall(r"`([A-Z][a-z]\w+)", to_come)) & records == set()
