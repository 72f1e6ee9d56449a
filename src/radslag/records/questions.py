"""Questions: put together once, and asked any number of times.

Django puts a question together anew each time, which takes ten times as long as asking
it. Here the SQL is kept, and only the values in it change; the database is asked every
time, so that no answer is ever older than the facts.
"""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from typing import Any, Generic, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from radslag.records.models.tenancy import Cooperation, choose, chosen_id

P = ParamSpec("P")
RowT = TypeVar("RowT")
RecordT = TypeVar("RecordT", bound=Model)
RowT_co = TypeVar("RowT_co", covariant=True)
Raw = tuple[tuple[Any, ...], ...]
Ask = Callable[..., QuerySet[Any, Any]]

# One question may be asked in so many shapes; those asked for long ago are forgotten.
MOST_SHAPES = 100
# The chosen cooperation's number among the values of a question, and nobody's.
_CHOSEN, _UNKNOWN = -1, -2
# What values may be, and a first value that stands for each while the SQL is made.
_STAND_INS: dict[type, Callable[[int], Any]] = {
    str: "stand-in {}".format,
    int: lambda number: 9_000 + number,
    date: lambda number: date(2301, 1, 1) + timedelta(days=number),
    datetime: lambda number: datetime(2301, 1, 1, tzinfo=UTC) + timedelta(days=number),
}


class BadQuestion(TypeError):
    """A question that cannot be kept; the sentence says why, to who wrote it."""


class Answers(Generic[RowT_co]):
    """What was answered, alike when every value in it is alike.

    So it may be the key of what is worked out from it, or drawn. The rows are made
    anew each time it is read through.
    """

    __slots__ = ("_prepared", "raw")

    def __init__(self, prepared: "_Prepared", raw: Raw) -> None:
        self._prepared = prepared
        self.raw = raw

    def __eq__(self, other: object) -> bool:
        """Say whether the other is the same answer to the same question."""
        if not isinstance(other, Answers):
            return NotImplemented
        return self.raw == other.raw and self._prepared is other._prepared

    def __hash__(self) -> int:
        """Return the same number for the same answer."""
        return hash(self.raw)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.raw)

    def __iter__(self) -> Iterator[RowT_co]:
        """Make the rows."""
        return iter(self._prepared.rows(self.raw))

    def first(self) -> RowT_co | None:
        """Return the first row, if there is any."""
        return next(iter(self), None)


class Same(Generic[RowT]):
    """A thing that is alike only to itself, as a key of what is worked out from it.

    What is worked out once for the same answers is the same thing for them.
    """

    __slots__ = ("thing",)

    def __init__(self, thing: RowT) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        """Say whether the other holds the very same thing."""
        return isinstance(other, Same) and self.thing is other.thing

    def __hash__(self) -> int:
        """Return the thing's own number; the thing is held, so it stays its own."""
        return id(self.thing)


class Question(Generic[P, RowT]):
    """A question to the records, kept as SQL in each shape it is asked in.

    What it is asked with in order are values in the SQL: words, whole numbers, days
    and moments. What it is asked with by name gives it its shape.
    """

    def __init__(self, ask: Ask, row: Callable[[Any], RowT] | None = None) -> None:
        """Keep a question that Django puts together."""
        self._prepare = lru_cache(maxsize=MOST_SHAPES)(partial(_prepared, ask, row))

    def __call__(self, *values: P.args, **shape: P.kwargs) -> Answers[RowT]:
        """Ask the database, and return what it answers just now."""
        prepared = self._prepare(tuple(map(type, values)), tuple(shape.items()))
        return Answers(prepared, prepared.ask(values))


def question(ask: Callable[P, QuerySet[RecordT]]) -> Question[P, RecordT]:
    """Keep a question that is answered by records."""
    return Question(ask)


def answered_as(
    row: Callable[[Any], RowT],
) -> Callable[[Callable[P, QuerySet[Any, Any]]], Question[P, RowT]]:
    """Keep a question that is answered by values, each row made into what is said."""
    return lambda ask: Question(ask, row)


@dataclass(frozen=True)
class _Draft:
    """A question as Django puts it together, with stand-ins for its values."""

    queryset: QuerySet[Any, Any]
    compiler: SQLCompiler
    sql: str
    parameters: tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class _Prepared:
    """A question in one shape, and which of its parameters are which values."""

    draft: _Draft
    row: Callable[[Any], Any] | None
    places: tuple[tuple[int, int], ...]

    def ask(self, values: tuple[Any, ...]) -> Raw:
        """Ask the database with these values."""
        draft = self.draft
        if not draft.sql:
            return ()
        connection = connections[draft.queryset.db]
        parameters = list(draft.parameters)
        for place, number in self.places:
            value = chosen_id() if number == _CHOSEN else values[number]
            parameters[place] = connection.ops.adapt_unknown_value(value)
        with connection.cursor() as cursor:
            cursor.execute(draft.sql, parameters)
            rows = cursor.fetchall()
        if draft.compiler.has_extra_select:  # An order that is not part of the answer.
            return tuple(row[: draft.compiler.col_count] for row in rows)
        return tuple(rows)

    def rows(self, raw: Raw) -> list[Any]:
        """Make rows of what was answered, as Django makes them."""
        answered: Any = copy(self.draft.compiler)
        answered.execute_sql = lambda *_args, **_options: [raw]
        fresh: Any = self.draft.queryset.all()
        fresh.query.get_compiler = lambda *_args, **_options: answered
        return list(fresh) if self.row is None else [self.row(each) for each in fresh]


def _prepared(
    ask: Ask,
    row: Callable[[Any], Any] | None,
    kinds: tuple[type, ...],
    shape: tuple[tuple[str, Any], ...],
) -> _Prepared:
    """Put a question together twice: what differs is where its values stand."""
    one, other = (_draft(ask, kinds, dict(shape), which) for which in (0, 1))
    if one.sql != other.sql:
        raise BadQuestion(f"{ask.__name__}: a value changes more than itself.")
    places = tuple(_places(one, other, _stand_ins(kinds, which=0)))
    known = {number for _, number in places}
    if _UNKNOWN in known or (one.sql and not known.issuperset(range(len(kinds)))):
        raise BadQuestion(f"{ask.__name__}: each value must stand as it is in the SQL.")
    return _Prepared(one, row, places)


def _places(
    one: _Draft, other: _Draft, stand_ins: dict[int, Any]
) -> Iterator[tuple[int, int]]:
    """Yield each parameter that differs, with the number of the value it is."""
    adapt = connections[one.queryset.db].ops.adapt_unknown_value
    numbers = {adapt(value): number for number, value in stand_ins.items()}
    pairs = zip(one.parameters, other.parameters, strict=True)
    for place, (first, last) in enumerate(pairs):
        if first != last:
            yield place, numbers.get(first, _UNKNOWN)


def _draft(
    ask: Ask, kinds: tuple[type, ...], shape: dict[str, Any], which: int
) -> _Draft:
    values = _stand_ins(kinds, which)
    with choose(Cooperation(pk=values.pop(_CHOSEN))):
        queryset = ask(*values.values(), **shape)
    compiler = queryset.query.get_compiler(using=queryset.db)
    try:
        sql, parameters = compiler.as_sql()
    except EmptyResultSet:
        sql, parameters = "", ()
    return _Draft(queryset, compiler, sql, tuple(parameters))


def _stand_ins(kinds: tuple[type, ...], which: int) -> dict[int, Any]:
    """Return a stand-in for the chosen cooperation, and for each value by number."""
    unknown = set(kinds) - set(_STAND_INS)
    if unknown:
        raise BadQuestion(f"No value may be {unknown}; shapes are asked with by name.")
    numbered = enumerate((int, *kinds), start=_CHOSEN)
    return {
        number: _STAND_INS[kind](2 * number + which + 2) for number, kind in numbered
    }
