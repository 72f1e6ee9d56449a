"""Checking how the entries of a file hang together: keys, references, rules.

`existing` are the rows that were there before, which a file may refer to and must
agree with; only what the file itself says is reported.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from radslag.formats.cooperation_file.flattening import (
    Path,
    Row,
    Rows,
    refer_by_key,
)
from radslag.formats.cooperation_file.problems import Problem, shown, written
from radslag.formats.cooperation_file.reading import CooperationFile
from radslag.formats.cooperation_file.shape_problems import nearest
from radslag.formats.cooperation_file.shapes import SHAPES, SectionShape, roots_of

Placed: TypeAlias = tuple[Row, Path]


def check(
    file: CooperationFile,
    *,
    existing: Rows,
    known: Mapping[str, Collection[str]],
    is_new: bool,
) -> list[Problem]:
    """Return everything wrong in the file, in the order it stands there.

    References written as numbers become keys, in the file's own rows.
    """
    refer_by_key(file.flat.rows, existing)
    whole = _Whole(file, existing, known)
    found = [*file.problems, *_cooperation(file, is_new=is_new)]
    for rule in RULES:
        found += rule(whole)
    return sorted(found, key=lambda problem: (problem.line or 0, problem.path))


def _cooperation(file: CooperationFile, *, is_new: bool) -> Iterator[Problem]:
    if not file.cooperation or file.cooperation["name"]:
        return
    line = file.lines.of(("cooperation",))
    if file.describes_cooperation:
        yield Problem(line, "cooperation.name", "uppgiften saknas", "ett namn väntades")
    elif is_new:
        key = file.cooperation["key"]
        yield Problem(line, "cooperation.key", f'samverkan "{key}" finns inte här',
                      "ange dess namn (name) för att lägga till den")  # fmt: skip


@dataclass
class _Whole:
    """What would be there after the load: the file's rows over the existing."""

    file: CooperationFile
    existing: Rows
    known: Mapping[str, Collection[str]]

    def placed(self, name: str) -> Iterator[Placed]:
        """Give the file's rows of a section, each with its place."""
        flat = self.file.flat
        yield from zip(flat.rows[name], flat.places[name], strict=True)

    @cached_property
    def keys(self) -> dict[str, set[str]]:
        """Return every key that may be referred to, by section."""
        return {
            name: {row["key"] for row in self.file.flat.rows[name]}
            | set(self.known.get(name, ()))
            for name in SHAPES
        }

    def before(self, name: str) -> list[Row]:
        """Return the existing rows of a section that the file does not rewrite."""
        said = {row["key"] for row in self.file.flat.rows[name]}
        return [row for row in self.existing.get(name, ()) if row["key"] not in said]

    def may_be_missing(self, name: str) -> bool:
        """Say whether records of the section may stand in entries already refused."""
        return bool(roots_of(name) & self.file.broken)

    def problem(self, path: Path, what: str, expected: str = "") -> Problem:
        """Make a problem at a place in the file."""
        return Problem(self.file.lines.of(path), written(path), what, expected)

    def line(self, path: Path) -> int | None:
        """Return the line of a place."""
        return self.file.lines.of(path)


def _keys_twice(whole: _Whole) -> Iterator[Problem]:
    for name, shape in SHAPES.items():
        first: dict[str, Path] = {}
        for row, path in whole.placed(name):
            earlier = first.setdefault(row["key"], path)
            if earlier is not path:
                what = f'nyckeln "{row["key"]}" finns redan bland {name}'
                yield whole.problem(
                    (*path, "key"), what, _key_advice(whole, shape, earlier)
                )


def _key_advice(whole: _Whole, shape: SectionShape, earlier: Path) -> str:
    there = f"den första står på rad {whole.line((*earlier, 'key'))}"
    if shape.entry.derived:
        return f"{there}; ta bort en av dem eller ge den ena en egen nyckel (key)"
    return f"{there}; byt nyckel på en av dem"


def _references_to_nothing(whole: _Whole) -> Iterator[Problem]:
    for name, shape in SHAPES.items():
        for row, path in whole.placed(name):
            for field, section in shape.references.items():
                key = row[field]
                if key is not None and key not in whole.keys[section]:
                    yield from _nothing(whole, (*path, field), section, key)


def _nothing(whole: _Whole, path: Path, section: str, key: str) -> Iterator[Problem]:
    if whole.may_be_missing(section):
        return
    known = sorted(whole.keys[section])
    expected = nearest(key, known) or f"en nyckel bland {section} väntades"
    yield whole.problem(path, f'"{key}" finns inte bland {section}', expected)


def _values_of_terms(whole: _Whole) -> Iterator[Problem]:
    """Find terms that name municipalities that do not exist."""
    for row, path in whole.placed("terms"):
        for at, key in _named_in(row["value"]):
            if key not in whole.keys["municipalities"]:
                yield from _nothing(whole, (*path, "value", *at), "municipalities", key)


def _named_in(value: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    for name in ("host", "invoiced_by"):
        if value.get(name):
            yield (name,), str(value[name])
    for key in value.get("shares") or ():
        yield ("shares", key), str(key)


def _citations_of_nothing(whole: _Whole) -> Iterator[Problem]:
    for row, path in whole.placed("citations"):
        section = row["section"]
        if section not in SHAPES:
            expected = (
                nearest(section, list(SHAPES)) or "namnet på ett postslag väntades"
            )
            what = f"{shown(section)} är inget postslag"
            yield whole.problem((*path, "section"), what, expected)
            continue
        if row["record_key"] not in whole.keys[section]:
            yield from _nothing(
                whole, (*path, "record_key"), section, row["record_key"]
            )
        columns = SHAPES[section].columns
        if row["field"] and row["field"] not in columns:
            what = f'{section} har inget fält "{row["field"]}"'
            expected = nearest(row["field"], list(columns))
            yield whole.problem((*path, "field"), what, expected)


def _days_out_of_order(whole: _Whole) -> Iterator[Problem]:
    for name, shape in SHAPES.items():
        for row, path in whole.placed(name):
            for first, last, order in _orders(shape):
                if _is_wrong(row[first], row[last], may_be_same=order != AFTER):
                    what = f'"{row[last]}" kommer inte {order} "{row[first]}"'
                    expected = f"{last} ska vara {order} {first}"
                    yield whole.problem((*path, last), what, expected)


AFTER, SAME_OR_AFTER = "efter", "samma dag som eller efter"


def _orders(shape: SectionShape) -> Iterator[tuple[str, str, str]]:
    for first, last in shape.entry.in_order:
        yield first, last, AFTER
    for first, last in shape.entry.same_or_later:
        yield first, last, SAME_OR_AFTER


def _is_wrong(first: Any, last: Any, *, may_be_same: bool) -> bool:  # noqa: ANN401 - days, or nothing
    if first is None or last is None:
        return False
    return bool(last < first if may_be_same else last <= first)


def _said_twice(whole: _Whole) -> Iterator[Problem]:
    """Find records that are about the same thing under different keys."""
    for name, shape in SHAPES.items():
        for fields in shape.entry.unique:
            first: dict[tuple[Any, ...], Placed] = {
                _same(row, fields): (row, ()) for row in whole.before(name)
            }
            for row, path in whole.placed(name):
                earlier, place = first.setdefault(_same(row, fields), (row, path))
                if earlier["key"] != row["key"]:
                    yield _twice(whole, (name, fields), (row, path), (earlier, place))


def _same(row: Row, fields: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(row[field] for field in fields)


def _twice(
    whole: _Whole, what: tuple[str, tuple[str, ...]], later: Placed, earlier: Placed
) -> Problem:
    name, fields = what
    row, path = later
    same = ", ".join(
        f"{f} {row[f]}" if row[f] is not None else f"{f} saknas" for f in fields
    )
    where = f"på rad {whole.line(earlier[1])}" if earlier[1] else "i det som är sparat"
    said = f"två poster bland {name} gäller samma sak ({same})"
    expected = f'den andra står {where} och har nyckeln "{earlier[0]["key"]}"'
    return whole.problem(path, said, expected)


def _two_agreements_at_once(whole: _Whole) -> Iterator[Problem]:
    placed: list[Placed] = [*whole.placed("agreements")]
    placed += [(row, ()) for row in whole.before("agreements")]
    placed.sort(key=lambda each: each[0]["in_force_from"])
    for number, later in enumerate(placed):
        for earlier in placed[:number]:
            if _overlap(earlier[0], later[0]) and (later[1] or earlier[1]):
                yield _at_once(whole, earlier, later)


def _overlap(earlier: Row, later: Row) -> bool:
    until = earlier["in_force_until"]
    ends_later = later["in_force_until"]
    is_something = ends_later is None or ends_later > later["in_force_from"]
    return (until is None or later["in_force_from"] < until) and is_something


def _at_once(whole: _Whole, earlier: Placed, later: Placed) -> Problem:
    path = later[1] or earlier[1]
    field = "in_force_from" if later[1] else "in_force_until"
    said = (
        f'avtalen "{earlier[0]["key"]}" och "{later[0]["key"]}" gäller samtidigt '
        f"från {later[0]['in_force_from']}"
    )
    expected = (
        "ange när det första upphör (in_force_until), senast samma dag som det andra "
        "börjar gälla"
    )
    return whole.problem((*path, field), said, expected)


def _of_another_parent(whole: _Whole) -> Iterator[Problem]:
    """Find references that lead out of the programme, agreement or meeting."""
    for name, field, section, common in COMMON_PARENTS:
        there = {
            row["key"]: row[common]
            for row in (*whole.before(section), *whole.file.flat.rows[section])
        }
        for row, path in whole.placed(name):
            key = row[field]
            if key in there and row[common] and there[key] != row[common]:
                what = f'"{key}" hör till "{there[key]}"'
                expected = f'något som hör till "{row[common]}" väntades'
                yield whole.problem((*path, field), what, expected)


COMMON_PARENTS = (
    ("goals", "parent", "goals", "programme"),
    ("terms", "paragraph", "paragraphs", "agreement"),
    ("attendance", "item", "agenda_items", "meeting"),
    ("papers", "item", "agenda_items", "meeting"),
)


def _rings(whole: _Whole) -> Iterator[Problem]:
    """Find records that refer to themselves, straight or by way of others."""
    for name, shape in SHAPES.items():
        for field, section in shape.references.items():
            if section == name:
                yield from _rings_in(whole, name, field)


def _rings_in(whole: _Whole, name: str, field: str) -> Iterator[Problem]:
    onwards = {
        row["key"]: row[field]
        for row in (*whole.before(name), *whole.file.flat.rows[name])
    }
    safe: set[str] = set()
    for row, path in whole.placed(name):
        trail: dict[str, None] = {}
        key: str | None = row["key"]
        while key is not None and key not in safe and key not in trail:
            trail[key] = None
            key = onwards.get(key)
        if key in trail:
            said = f'"{key}" leder tillbaka till sig själv'
            yield whole.problem((*path, field), said, f"en annan {field} väntades")
        safe |= set(trail)


RULES: tuple[Callable[[_Whole], Iterator[Problem]], ...] = (
    _keys_twice,
    _references_to_nothing,
    _values_of_terms,
    _citations_of_nothing,
    _days_out_of_order,
    _said_twice,
    _two_agreements_at_once,
    _of_another_parent,
    _rings,
)
