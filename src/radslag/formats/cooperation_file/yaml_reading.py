"""Reading YAML: mappings, lists and scalars, and none of YAML's cleverness.

Built from the parser's events rather than by PyYAML's constructor: nothing is made
but plain values, depth is bounded, and the line of everything can be known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from radslag.formats.cooperation_file.problems import BadFile, Path, Problem, written
from radslag.formats.cooperation_file.scalars import meaning

DEEPEST = 60
Tagged: TypeAlias = yaml.ScalarEvent | yaml.CollectionStartEvent


@dataclass
class _Level:
    """A mapping or list being read, and for a mapping the key awaiting a value."""

    holds: dict[str, object] | list[object]
    path: Path
    key: str | None = None
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def next_path(self) -> Path:
        """Return the path of the value that comes next."""
        if isinstance(self.holds, list):
            return (*self.path, len(self.holds))
        return self.path if self.key is None else (*self.path, self.key)


class _Reader:
    """Builds the tree from the events, and keeps what is wrong."""

    def __init__(self, *, with_lines: bool) -> None:
        self.tree: object = None
        self.problems: list[Problem] = []
        self.lines: dict[Path, int] | None = {} if with_lines else None
        self._documents = 0
        self._levels: list[_Level] = []

    def read(self, event: yaml.Event) -> None:
        """Take the next event of the stream."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_cleverness(event)
            self._put_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_cleverness(event)
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._levels.pop()
        elif isinstance(event, yaml.AliasEvent):
            what = f"hänvisningen *{event.anchor} kan inte läsas"
            self._problem(event, what, "skriv ut värdet i stället")
            self._put(None, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)

    def _start_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            what = "här börjar en andra samverkan i samma fil (---)"
            advice = "en fil innehåller en samverkan; dela upp filen"
            self._problem(event, what, advice)
            raise BadFile(self.problems)

    def _refuse_cleverness(self, event: Tagged) -> None:
        if event.anchor is not None:
            what = f"ankaret &{event.anchor} kan inte läsas"
            self._problem(event, what, "skriv ut värdet på varje ställe")
        if event.tag is not None:
            self._problem(event, f"typmärkningen {event.tag} kan inte läsas", _NO_TAGS)

    def _put_scalar(self, event: yaml.ScalarEvent) -> None:
        level = self._levels[-1] if self._levels else None
        if level and isinstance(level.holds, dict) and level.key is None:
            self._start_pair(level, event)
        else:
            is_plain = event.implicit[0]
            self._put(meaning(event.value) if is_plain else event.value, event)

    def _start_pair(self, level: _Level, event: yaml.ScalarEvent) -> None:
        level.key = event.value
        first = level.lines.setdefault(event.value, _line(event))
        if event.value in level.holds:
            what = f'nyckeln "{event.value}" står två gånger'
            self._problem(event, what, f"den första står på rad {first}; ta bort en")
        elif self.lines is not None:
            self.lines[level.next_path] = first

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._levels) >= DEEPEST:
            what = f"filen är djupare än {DEEPEST} nivåer"
            raise BadFile([*self.problems, Problem(_line(event), "", what)])
        path = self._levels[-1].next_path if self._levels else ()
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        holds: dict[str, object] | list[object] = {} if is_mapping else []
        self._put(holds, event)
        self._levels.append(_Level(holds, path))

    def _put(self, value: object, event: yaml.Event) -> None:
        level = self._levels[-1] if self._levels else None
        if level is None:
            self.tree = value
        elif isinstance(level.holds, list):
            if self.lines is not None:
                self.lines[level.next_path] = _line(event)
            level.holds.append(value)
        elif level.key is None:
            self._problem(event, "en nyckel kan bara vara en text", "")
            raise BadFile(self.problems)
        else:
            level.holds[level.key] = value
            level.key = None

    def _problem(self, event: yaml.Event, what: str, expected: str) -> None:
        path = self._levels[-1].next_path if self._levels else ()
        self.problems.append(Problem(_line(event), written(path), what, expected))


_NO_TAGS = "ta bort den; värdets slag framgår av hur det är skrivet"


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def read_yaml(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what the text holds; raise BadFile with everything YAML has wrong."""
    return _read(text, with_lines=False).tree


def yaml_lines(text: str) -> dict[Path, int]:
    """Return the line of every path in the text."""
    return _read(text, with_lines=True).lines or {}


def _read(text: str, *, with_lines: bool) -> _Reader:
    reader = _Reader(with_lines=with_lines)
    try:
        for event in _events(text):
            reader.read(event)
    except yaml.MarkedYAMLError as error:
        reader.problems.append(_malformed(error))
    except yaml.YAMLError as error:
        reader.problems.append(_unreadable(text, error))
    if reader.problems:
        raise BadFile(reader.problems)
    return reader


def _events(text: str) -> Iterator[yaml.Event]:
    loader = yaml.CSafeLoader(text)
    try:
        while event := loader.get_event():
            yield event
    finally:
        loader.dispose()


def _malformed(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    advice = _ADVICE.get(str(error.problem), _LOOK)
    line = mark.line + 1 if mark else None
    return Problem(line, "", "filen går inte att läsa som YAML här", advice)


_LOOK = "se efter indrag, kolon och citattecken på raden och den före"
_INDENT = "raden har fel indrag, eller så saknas ett kolon eller citattecken före den"
_ADVICE = {
    "found character that cannot start any token": "ta bort tabbar, och sätt "
    "citattecken om texten börjar med ett skiljetecken",
    "mapping values are not allowed in this context": "texten innehåller ett kolon; "
    "sätt citattecken om den",
    "did not find expected key": _INDENT,
    "did not find expected '-' indicator": _INDENT,
    "could not find expected ':'": "ett kolon saknas efter nyckeln",
    "found unexpected end of stream": "ett citattecken eller en klammer saknar slut",
}


def _unreadable(text: str, error: yaml.YAMLError) -> Problem:
    position = getattr(error, "position", None)
    line = None if position is None else text.count("\n", 0, position) + 1
    return Problem(line, "", "filen innehåller ett tecken som inte kan läsas", _REWRITE)


_REWRITE = "skriv om raden utan det"
