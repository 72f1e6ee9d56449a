"""Adoptions: what each member's board did with each joint programme.

What is only said to be adopted is kept apart from what is known by day or §, and what
nobody has written down apart from what a board is yet to decide.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from radslag.agreement.boards import BoardSteps, DaysOutOfOrder, board_steps
from radslag.agreement.goals import InForce
from radslag.agreement.goals import in_force_from as rule_of_force
from radslag.agreement.parties import Party
from radslag.agreement.terms import AdoptionTerm, NoTermInForce, Terms
from radslag.agreement.vocabulary import AdoptionOutcome, BodyKind
from radslag.agreement.wording import listed
from radslag.records.models import (
    Adoption,
    Body,
    Citation,
    Dissent,
    Programme,
    SeparateStatement,
)
from radslag.services.access import Viewer, visible
from radslag.services.populations import (
    alphabetical,
    member_periods,
    members_among,
    party_of,
)
from radslag.services.rulebook import rulebook

SAID_YES = (AdoptionOutcome.ADOPTED, AdoptionOutcome.CHANGED)


@dataclass(frozen=True)
class Cell:
    """What a board (styrelse) did with a programme, or that nothing is known."""

    board: Body
    programme: Programme
    adoption: Adoption | None

    @property
    def outcome(self) -> AdoptionOutcome | None:
        """The outcome that is written, if any is."""
        return AdoptionOutcome(self.adoption.outcome) if self.adoption else None

    @property
    def has_said_yes(self) -> bool:
        """Say whether the board has adopted it, changed or not."""
        return self.outcome in SAID_YES

    @property
    def is_said_only(self) -> bool:
        """Say whether it is said to be adopted, while day and § are both missing."""
        row = self.adoption
        return self.has_said_yes and not (row and (row.decided_on or row.paragraph))

    @property
    def is_inferred(self) -> bool:
        """Say whether it is a conclusion that the board should confirm."""
        return bool(self.adoption and self.adoption.is_inferred)

    @property
    def is_waiting(self) -> bool:
        """Say whether the board is yet to decide."""
        return self.outcome in (AdoptionOutcome.PENDING, AdoptionOutcome.REFERRED_BACK)

    @property
    def steps(self) -> BoardSteps | None:
        """What follows on the decision, or nothing when its days contradict."""
        row = self.adoption
        try:
            return board_steps(
                decided_on=row.decided_on if row else None,
                verified_on=row.verified_on if row else None,
                announced_on=row.announced_on if row else None,
            )
        except DaysOutOfOrder:
            return None

    @property
    def name(self) -> str:
        """The municipality that the board is of."""
        return str(self.board.municipality or self.board)


@dataclass(frozen=True)
class Column:
    """A programme with its cells, and whether it is in force."""

    programme: Programme
    cells: tuple[Cell, ...]
    in_force: InForce | None
    silence: str = ""

    @property
    def summary(self) -> str:
        """Say how many have adopted it, and who is yet to decide."""
        return summary_of(self.cells, [cell.name for cell in self.cells])


@dataclass(frozen=True)
class Row:
    """A board with its cells, in the order of the programmes."""

    board: Body
    cells: tuple[Cell, ...]

    @property
    def summary(self) -> str:
        """Say how many programmes the board has adopted, and how surely."""
        yes = sum(cell.has_said_yes for cell in self.cells)
        said_only = sum(cell.is_said_only for cell in self.cells)
        how = f", varav {said_only} utan datum och §" if said_only else ""
        return f"{yes} av {len(self.cells)}{how}"


@dataclass(frozen=True)
class Matrix:
    """Every board against every programme, the newest programme first."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def cell(self, programme_key: str, board_key: str) -> Cell | None:
        """Return the cell of a programme and a board, if both are here."""
        return next(
            (
                cell
                for row in self.rows
                for cell in row.cells
                if (cell.programme.key, cell.board.key) == (programme_key, board_key)
            ),
            None,
        )


def summary_of(cells: Sequence[Cell], names: Sequence[str]) -> str:
    """Say in words what the cells come to; each cell is counted exactly once."""
    whole = len(cells)
    said_only = sum(cell.is_said_only for cell in cells)
    known = [cell.outcome for cell in cells if not cell.is_said_only]
    adopted = known.count(AdoptionOutcome.ADOPTED)
    changed = known.count(AdoptionOutcome.CHANGED)
    sentences = []
    if adopted or not said_only:
        sentences.append(f"{adopted} av {whole} har antagit.")
    if changed:
        sentences.append(f"{changed} av {whole} har antagit med ändring.")
    if said_only:
        sentences.append(
            f"{said_only} av {whole} sägs ha antagit, men datum och § saknas."
        )
    inferred = sum(cell.is_inferred for cell in cells)
    if inferred:
        sentences.append(f"Slutledning som ska bekräftas: {inferred}.")
    return " ".join([*sentences, *_named_states(cells, names)])


def _named_states(cells: Sequence[Cell], names: Sequence[str]) -> Iterator[str]:
    by_state = {
        "Väntar": [cell.is_waiting for cell in cells],
        "Avslaget": [cell.outcome == AdoptionOutcome.REJECTED for cell in cells],
        "Ingen uppgift": [cell.adoption is None for cell in cells],
    }
    for state, marks in by_state.items():
        named = [name for name, mark in zip(names, marks, strict=True) if mark]
        if named:
            yield f"{state}: {listed(named)}."


def matrix(viewer: Viewer) -> Matrix:
    """Return the boards against the programmes that the viewer may see.

    Seven queries, whatever the number of boards and programmes.
    """
    programmes = list(programmes_for(viewer))
    adoptions = {
        (row.programme_id, row.board_id): row for row in _adoptions_of(programmes)
    }
    boards = _boards({board_id for _programme, board_id in adoptions})
    rows = tuple(
        Row(
            board,
            tuple(
                Cell(board, programme, adoptions.get((programme.pk, board.pk)))
                for programme in programmes
            ),
        )
        for board in boards
    )
    return Matrix(_columns(programmes, rows, viewer), rows)


def programmes_for(viewer: Viewer) -> QuerySet[Programme]:
    """Return the programmes that the viewer may see, the newest first."""
    return visible(Programme.objects.select_related("replaces"), viewer)


def _adoptions_of(programmes: Iterable[Programme]) -> QuerySet[Adoption]:
    return Adoption.objects.filter(programme__in=programmes).prefetch_related(
        Prefetch("separate_statements", SeparateStatement.objects.all()),
        Prefetch("dissents", Dissent.objects.all()),
    )


def _boards(with_adoption: set[int]) -> list[Body]:
    boards = Body.objects.filter(
        Q(kind=BodyKind.BOARD) | Q(pk__in=with_adoption)
    ).select_related("municipality")
    return sorted(boards, key=lambda board: alphabetical(_sorted_by(board)))


def _sorted_by(board: Body) -> str:
    return f"{board.municipality.name if board.municipality else ''} {board.name}"


def _columns(
    programmes: Sequence[Programme], rows: Sequence[Row], viewer: Viewer
) -> tuple[Column, ...]:
    terms = rulebook(viewer)
    periods = member_periods()
    columns = []
    for place, programme in enumerate(programmes):
        cells = tuple(row.cells[place] for row in rows)
        on = programme.decided_on or programme.valid_from
        members = members_among(periods, on)
        columns.append(_column(programme, cells, members, terms))
    return tuple(columns)


def _column(
    programme: Programme,
    cells: tuple[Cell, ...],
    members: Iterable[Party],
    terms: Terms,
) -> Column:
    on = programme.decided_on or programme.valid_from
    try:
        term = terms.in_force(AdoptionTerm, on)
    except NoTermInForce as silence:
        return Column(programme, cells, None, str(silence))
    adopted_on = adopted_days(cells)
    if any(cell.has_said_yes and not adopted_on[_party(cell)] for cell in cells):
        return Column(programme, cells, None, _unknown_days(cells))
    return Column(
        programme,
        cells,
        rule_of_force({party: adopted_on.get(party) for party in members}, term),
    )


def adopted_days(cells: Iterable[Cell]) -> Mapping[Party | None, date | None]:
    """Return the day on which each municipality's board adopted, as far as known."""
    return {
        _party(cell): cell.adoption.decided_on
        if cell.adoption and cell.has_said_yes
        else None
        for cell in cells
    }


def _party(cell: Cell) -> Party | None:
    return party_of(cell.board.municipality) if cell.board.municipality else None


def _unknown_days(cells: Iterable[Cell]) -> str:
    names = [
        cell.name
        for cell in cells
        if cell.has_said_yes and cell.adoption and not cell.adoption.decided_on
    ]
    return (
        "Från vilken dag programmet gäller går inte att räkna ut: dagen för beslutet "
        f"saknas från {listed(names)}."
    )


def sources_of(adoption: Adoption, viewer: Viewer) -> list[Citation]:
    """Return where an adoption's facts come from; the public is told none."""
    if viewer.is_public:
        return []
    return list(
        Citation.objects.filter(
            section="adoptions", record_key=adoption.key
        ).select_related("document")
    )
