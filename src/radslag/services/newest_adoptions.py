"""What the boards have said of the newest programme, in brief: one question."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from radslag.agreement.vocabulary import BodyKind
from radslag.records.models import Adoption, Body, Municipality, Programme
from radslag.records.questions import Answers, answered_as
from radslag.services.adoptions import Cell, summary_of
from radslag.services.populations import alphabetical

# Answers that are put together once.
MOST_ANSWERS = 50
_OF_ADOPTION = (
    *("outcome", "decided_on", "paragraph", "is_inferred", "programme__key"),
    *("programme__name", "programme__short_name", "programme__valid_from"),
)


class NewestAdoptions(NamedTuple):
    """A programme, each board's cell in order, and what they come to in words."""

    programme: Programme
    cells: tuple[Cell, ...]
    summary: str


class _Line(NamedTuple):
    """A board, and what it did with one programme, if anything is written."""

    board: str
    board_name: str
    municipality: str | None
    outcome: str | None
    decided_on: date | None
    paragraph: str | None
    is_inferred: bool | None
    programme: str | None
    programme_name: str | None
    programme_short_name: str | None
    valid_from: date | None


def newest_adoptions() -> NewestAdoptions | None:
    """Return what is written of the newest programme that any board has touched.

    None where nothing is written of any. The boards stand in alphabetical order; one
    of which nothing is written has an empty cell. It is for those who have a role: the
    public may not see every programme. One query, whatever the data.
    """
    return _put_together(_lines())


@answered_as(_Line._make)
def _lines() -> QuerySet[Body, Any]:
    boards = Body.objects.filter(Q(kind=BodyKind.BOARD) | Q(adoptions__isnull=False))
    return boards.order_by("pk", "adoptions__pk").values_list(
        *("key", "name", "municipality__name"),
        *(f"adoptions__{field}" for field in _OF_ADOPTION),
    )


@lru_cache(maxsize=MOST_ANSWERS)
def _put_together(lines: Answers[_Line]) -> NewestAdoptions | None:
    written = [line for line in lines if line.valid_from is not None]
    if not written:
        return None
    newest = max(
        written, key=lambda line: (line.valid_from or date.min, line.programme)
    )
    programme = Programme(
        key=newest.programme or "",
        name=newest.programme_name or "",
        short_name=newest.programme_short_name or "",
    )
    cells = tuple(_cells(lines, programme))
    return NewestAdoptions(
        programme, cells, summary_of(cells, [cell.name for cell in cells])
    )


def _cells(lines: Iterable[_Line], programme: Programme) -> Iterator[Cell]:
    """Yield a cell for each board, by the name of its municipality."""
    of_board: dict[str, _Line] = {}
    for line in lines:
        if line.board not in of_board or line.programme == programme.key:
            of_board[line.board] = line
    for line in sorted(of_board.values(), key=_sorted_by):
        adoption = _adoption(line) if line.programme == programme.key else None
        yield Cell(_board(line), programme, adoption)


def _sorted_by(line: _Line) -> tuple[Any, ...]:
    return (alphabetical(f"{line.municipality or ''} {line.board_name}"), line.board)


def _board(line: _Line) -> Body:
    board = Body(key=line.board, name=line.board_name)
    if line.municipality:
        board.municipality = Municipality(name=line.municipality)
    return board


def _adoption(line: _Line) -> Adoption:
    return Adoption(
        outcome=line.outcome or "",
        decided_on=line.decided_on,
        paragraph=line.paragraph or "",
        is_inferred=bool(line.is_inferred),
    )
