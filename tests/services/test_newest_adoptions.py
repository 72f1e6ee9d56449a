"""The newest programme in brief says what the whole matrix says of it."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.agreement.vocabulary import AccessRole
from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import Adoption, Cooperation, Programme, choose
from radslag.services.access import Viewer
from radslag.services.adoptions import Cell, matrix
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from radslag.services.newest_adoptions import newest_adoptions
from tests.factories import cooperation_facts, exactly

pytestmark = pytest.mark.django_db
ACTOR = Actor("Kansliet", datetime(2026, 1, 22, 13, tzinfo=UTC))
STRATEGIST = Viewer(name="Kansliet", roles=frozenset({AccessRole.SECRETARIAT}))


def said(cell: Cell) -> tuple[object, ...]:
    return (
        cell.board.key,
        cell.name,
        cell.outcome,
        cell.is_said_only,
        cell.is_inferred,
        cell.is_waiting,
    )


def the_same_in_the_matrix(programme: str) -> tuple[str, list[tuple[object, ...]]]:
    (column,) = [
        each for each in matrix(STRATEGIST).columns if each.programme.key == programme
    ]
    return column.summary, [said(cell) for cell in column.cells]


def in_brief() -> tuple[str, list[tuple[object, ...]]]:
    found = newest_adoptions()
    assert found is not None
    return found.summary, [said(cell) for cell in found.cells]


def test_it_says_what_the_matrix_says(sodertorn):
    assert in_brief() == the_same_in_the_matrix("sup-2040")

    Adoption.objects.filter(board__key="ks-salem").update(
        outcome="changed", decided_on=date(2023, 2, 6), paragraph="§ 1"
    )
    Adoption.objects.filter(board__key="ks-nykvarn").update(outcome="referred_back")
    assert in_brief() == the_same_in_the_matrix("sup-2040")


def test_a_board_of_which_nothing_is_written_has_an_empty_cell(sodertorn):
    Adoption.objects.filter(programme__key="sup-2040").delete()

    found = newest_adoptions()
    assert found is not None
    assert found.programme.key == "sup-2035"
    assert in_brief() == the_same_in_the_matrix("sup-2035")
    assert [cell.outcome is None for cell in found.cells].count(True) == 7


def test_nothing_is_written_of_any_programme(sodertorn):
    Adoption.objects.all().delete()

    assert Programme.objects.exists()
    assert newest_adoptions() is None


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_once_whatever_the_data(rows):
    load(write_yaml(cooperation_facts("prov"), exactly(rows)), actor=ACTOR)
    with choose(Cooperation.objects.get(key="prov")):
        newest_adoptions()
        with CaptureQueriesContext(connection) as asked:
            found = newest_adoptions()

    assert found is not None
    assert len(found.cells) >= 1
    assert len(asked) == 1
