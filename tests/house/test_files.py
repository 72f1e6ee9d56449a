"""Files are short, well named, and say nothing of the machine they were written on."""

import re
from pathlib import Path

import pytest

from tests.house.tree import lines, name_of, python_files, text_files

LONGEST = 400
SETTINGS_LONGEST = 200
EMPTY_NAMES = {"base", "common", "core", "helper", "helpers", "manager", "managers"}
EMPTY_NAMES |= {"misc", "stuff", "tools", "util", "utils"}
# Written in parts, so that this file does not hold what it looks for.
HOSTS = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com"]
HOSTS += ["yarnpkg" + ".com", "proxy.golang" + ".org", "extra-" + "index-url"]
FOLDERS = ["/" + name + "/" for name in ("work", "root", "tmp", "home", "Users")]
MACHINE = re.compile(
    "|".join([*map(re.escape, HOSTS), *(rf"(?<![\w.}}*>]){path}" for path in FOLDERS)])
)
EXCUSE = re.compile(r"# (?:noqa\b|type: ignore)(?P<codes>[^#]*)(?:# ?)?(?P<rest>.*)")
REASON = re.compile(r"^(?::|\[)\s*[\w-]+(?:,\s*[\w-]+)*\]?\s+\W*\w+\W+\w+")


def length_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_files_are_short() -> None:
    long = {name_of(path): length_of(path) for path in python_files()}

    assert {name: length for name, length in long.items() if length > LONGEST} == {}


def test_settings_are_shorter_still() -> None:
    (settings,) = [path for path in python_files() if path.name == "settings.py"]

    assert length_of(settings) < SETTINGS_LONGEST


def test_module_names_say_something() -> None:
    inside = python_files("src", "tests", "benchmarks")

    empty = [
        name_of(path)
        for path in inside
        if EMPTY_NAMES & {path.stem, *path.relative_to(path.parents[-2]).parts}
    ]

    assert empty == []


def machine_words(line: str) -> list[str]:
    return MACHINE.findall(line)


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = [
        place for path in text_files() for place, line in lines(path)
        if path.name != "test_files.py" and machine_words(line)
    ]  # fmt: skip

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "see https://" + "pypi" + ".org/simple",
        "open /" + "work/main",
        "'/" + "tmp/file'",
    ],
)
def test_a_machine_word_is_noticed(line: str) -> None:
    assert machine_words(line)


@pytest.mark.parametrize("line", ["web/homework/", "{{ top }}/" + "tmp/", "a/root/"])
def test_a_path_within_something_is_allowed(line: str) -> None:
    assert machine_words(line) == []


def has_reason(line: str) -> bool:
    """Tell whether an excuse, if the line holds one, says why."""
    excuse = EXCUSE.search(line)
    if excuse is None:
        return True
    words = (excuse["codes"] + " " + excuse["rest"]).strip()
    return REASON.match(words) is not None


def test_every_excuse_gives_its_reason() -> None:
    mute = [
        place for path in python_files() for place, line in lines(path)
        if path.name != "test_files.py" and not has_reason(line)
    ]  # fmt: skip

    assert mute == []


@pytest.mark.parametrize(
    ("line", "is_said"),
    [
        ("x = 1  # noqa", False),
        ("x = 1  # noqa: S608", False),
        ("x = 1  # noqa: S608, S607", False),
        ("x = 1  # noqa: S608 - the name is ours.", True),
        ("x = 1  # noqa: S608, S607 the words are ours", True),
        ("x = 1  # type: ignore[misc]", False),
        ("x = 1  # type: ignore[misc]  # allauth has no types", True),
        ("x = 1  # a plain comment", True),
    ],
)
def test_an_excuse_without_reason_is_noticed(line: str, *, is_said: bool) -> None:
    assert has_reason(line) is is_said
