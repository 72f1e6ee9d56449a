"""Reading a cooperation file: from bytes to checked, flat rows.

Everything that can be known from the file alone is found here, all at once.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pydantic import ValidationError

from radslag.formats.cooperation_file.entries import (
    FORMAT,
    CooperationEntry,
    WholeFile,
)
from radslag.formats.cooperation_file.entry import Entry
from radslag.formats.cooperation_file.flattening import Flat, Row
from radslag.formats.cooperation_file.foreign import text_of
from radslag.formats.cooperation_file.json_reading import json_lines, read_json
from radslag.formats.cooperation_file.problems import BadFile, Path, Problem, shown
from radslag.formats.cooperation_file.shape_problems import nearest, shape_problems
from radslag.formats.cooperation_file.shapes import SHAPES
from radslag.formats.cooperation_file.yaml_reading import read_yaml, yaml_lines

EntryT = TypeVar("EntryT", bound=Entry)
HEAD = ("format", "cooperation")
# What a reading says of itself is no fact of the cooperation.
NOTE = "reading"


@dataclass
class LinesOf:
    """The lines of a text, looked up only when something is wrong."""

    text: str
    is_json: bool

    @cached_property
    def _all(self) -> dict[Path, int]:
        return json_lines(self.text) if self.is_json else yaml_lines(self.text)

    def of(self, path: Path) -> int | None:
        """Return the line of a path, or of the nearest thing around it."""
        while path and path not in self._all:
            path = path[:-1]
        return self._all.get(path, 1)


@dataclass
class CooperationFile:
    """A file that has been read: the cooperation's own facts, and flat rows."""

    cooperation: Row
    flat: Flat
    lines: LinesOf
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    # A file may add to a cooperation that it only names by its key.
    describes_cooperation: bool = False


def read(source: bytes | str) -> CooperationFile:
    """Read a cooperation file, in YAML or JSON.

    What is wrong in single entries is kept in `problems`, so that the check of how
    they hang together can report everything at once. Raises BadFile when the file
    as a whole cannot be read.
    """
    text = source if isinstance(source, str) else text_of(source)
    is_json = text.lstrip()[:1] in ("{", "[")
    tree = read_json(text) if is_json else read_yaml(text)
    lines = LinesOf(text, is_json)
    _refuse_other_files(tree, lines)
    return _Validation(tree, lines).run()


def _refuse_other_files(tree: Any, lines: LinesOf) -> None:  # noqa: ANN401 - whatever was read
    if tree is None:
        raise BadFile([Problem(None, "", "filen är tom", f"överst väntades {_START}")])
    if not isinstance(tree, dict):
        problem = Problem(1, "", f"filen är {shown(tree)}, inte en samverkansfil",
                          f"överst väntades {_START}")  # fmt: skip
        raise BadFile([problem])
    if tree.get("format") != FORMAT:
        raise BadFile([_other_format(tree, lines)])
    if "cooperations" in tree or isinstance(tree.get("cooperation"), list):
        name = "cooperations" if "cooperations" in tree else "cooperation"
        problem = Problem(lines.of((name,)), name, "filen har flera samverkan",
                          "en fil innehåller en samverkan; dela upp filen")  # fmt: skip
        raise BadFile([problem])


_START = f"format: {FORMAT}"


def _other_format(tree: dict[str, Any], lines: LinesOf) -> Problem:
    found = tree.get("format")
    line = lines.of(("format",))
    if found is None:
        said = "filen säger inte vilket format den är skriven i"
        return Problem(1, "format", said, f"överst väntades {_START}")
    if isinstance(found, str) and found.startswith("radslag/"):
        said = f"filen är skriven i {found}, men det här programmet läser {FORMAT}"
        advice = f"uppdatera programmet, eller exportera filen på nytt i {FORMAT}"
        return Problem(line, "format", said, advice)
    return Problem(line, "format", f"{shown(found)} är inte ett format som kan läsas",
                   f"{FORMAT} väntades")  # fmt: skip


class _Validation:
    """Checks each top-level entry for itself, so that one bad hides no other."""

    def __init__(self, tree: dict[str, Any], lines: LinesOf) -> None:
        self.tree, self.lines = tree, lines
        self.file = CooperationFile({}, Flat(), lines)

    def run(self) -> CooperationFile:
        """Return the file with its rows and its problems."""
        cooperation = self._checked(
            CooperationEntry, self.tree.get("cooperation"), ("cooperation",)
        )
        if cooperation is not None:
            self.file.cooperation = dict(cooperation)
            said = cooperation.model_fields_set
            self.file.describes_cooperation = said != {"key"}
        for name, entries in self.tree.items():
            if name not in (*HEAD, NOTE):
                self._section(name, entries)
        return self.file

    def _section(self, name: str, entries: object) -> None:
        shape = SHAPES.get(name)
        if shape is None or not shape.is_top_level:
            self._unknown_section(name)
        elif isinstance(entries, list):
            for number, raw in enumerate(entries):
                entry = self._checked(shape.entry, raw, (name, number))
                if entry is None:
                    self.file.broken.add(name)
                else:
                    self.file.flat.add(entry, (name, number))
        elif entries is not None:
            self.file.broken.add(name)
            said = f"{shown(entries)} är inte en lista"
            self._problem((name,), said, "en lista (rader med -) väntades")

    def _unknown_section(self, name: str) -> None:
        known = [key for key in WholeFile.model_fields if key not in (*HEAD, NOTE)]
        if name in SHAPES:
            expected = "sådana poster står inuti den post de hör till"
        else:
            expected = nearest(name, known) or f"postslagen är {', '.join(known)}"
        self._problem((name,), "postslaget är okänt", expected)

    def _checked(self, model: type[EntryT], raw: object, path: Path) -> EntryT | None:
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            found = error.errors(include_url=False)
            self.file.problems += shape_problems(found, model, path, self.lines)
            return None

    def _problem(self, path: Path, what: str, expected: str) -> None:
        from_line = self.lines.of(path)
        self.file.problems.append(Problem(from_line, str(path[0]), what, expected))
