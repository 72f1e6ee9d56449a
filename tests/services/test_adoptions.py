"""Adoptions: who has said yes, how surely, and what nobody has written down."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.agreement.vocabulary import AccessRole
from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import Adoption, Cooperation, Programme, choose
from radslag.services.access import NOBODY, Viewer
from radslag.services.adoptions import Matrix, matrix, sources_of
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from tests.factories import cooperation_facts, exactly

pytestmark = pytest.mark.django_db
ACTOR = Actor("Kansliet", datetime(2026, 1, 22, 13, tzinfo=UTC))
STRATEGIST = Viewer(name="Kansliet", roles=frozenset({AccessRole.SECRETARIAT}))


def summaries(found: Matrix) -> dict[str, str]:
    return {column.programme.key: column.summary for column in found.columns}


def change(programme: str, board: str, **values: object) -> None:
    found = Adoption.objects.filter(programme__key=programme, board__key=board)
    assert found.update(**values) == 1


def test_adoptions_said_without_day_and_paragraph_are_not_counted_as_known(sodertorn):
    assert summaries(matrix(STRATEGIST)) == {
        "sup-2040": "8 av 8 sägs ha antagit, men datum och § saknas.",
        "sup-2035": "1 av 8 har antagit. Slutledning som ska bekräftas: 1. Ingen "
        "uppgift: Botkyrka, Huddinge, Nykvarn, Nynäshamn, Salem, Södertälje och "
        "Tyresö.",
        "program-2013": "0 av 8 har antagit. Ingen uppgift: Botkyrka, Haninge, "
        "Huddinge, Nykvarn, Nynäshamn, Salem, Södertälje och Tyresö.",
    }


def test_adoption_with_changes_is_not_hidden_in_a_yes(sodertorn):
    Adoption.objects.update(decided_on=date(2023, 2, 6), paragraph="§ 1")
    change("sup-2040", "ks-salem", outcome="changed")
    change("sup-2040", "ks-nykvarn", outcome="pending", decided_on=None)
    change("sup-2040", "ks-tyreso", outcome="rejected")
    change("sup-2040", "ks-haninge", outcome="referred_back")

    assert summaries(matrix(STRATEGIST))["sup-2040"] == (
        "4 av 8 har antagit. 1 av 8 har antagit med ändring. Väntar: Haninge och "
        "Nykvarn. Avslaget: Tyresö."
    )


def test_programme_is_in_force_from_the_last_boards_day(sodertorn):
    Adoption.objects.update(decided_on=date(2023, 2, 6), paragraph="§ 1")
    change("sup-2040", "ks-salem", decided_on=date(2023, 4, 20))

    column = matrix(STRATEGIST).columns[0]

    assert column.in_force is not None
    assert column.in_force.in_force_from == date(2023, 4, 20)
    assert column.silence == ""


def test_programme_is_not_in_force_while_a_member_waits(sodertorn):
    Adoption.objects.update(decided_on=date(2023, 2, 6))
    change("sup-2040", "ks-salem", outcome="pending", decided_on=None)

    column = matrix(STRATEGIST).columns[0]

    assert column.in_force is not None
    assert column.in_force.in_force_from is None
    assert [party.name for party in column.in_force.missing] == ["Salem"]


def test_day_in_force_is_not_guessed_when_a_day_is_missing(sodertorn):
    column = matrix(STRATEGIST).columns[0]

    assert column.in_force is None
    assert column.silence.startswith(
        "Från vilken dag programmet gäller går inte att räkna ut: dagen för beslutet "
        "saknas från Botkyrka, Haninge"
    )


def test_rows_stand_in_swedish_order_with_their_counts(sodertorn):
    rows = matrix(STRATEGIST).rows

    assert [str(row.board.municipality) for row in rows] == [
        "Botkyrka", "Haninge", "Huddinge", "Nykvarn",
        "Nynäshamn", "Salem", "Södertälje", "Tyresö",
    ]  # fmt: skip
    assert rows[1].summary == "2 av 3, varav 1 utan datum och §"


def test_days_that_contradict_give_no_steps(sodertorn):
    days = {"decided_on": date(2023, 2, 6), "verified_on": date(2023, 2, 1)}
    change("sup-2040", "ks-salem", **days)

    cell = matrix(STRATEGIST).cell("sup-2040", "ks-salem")

    assert cell is not None
    assert cell.steps is None


def test_cell_that_does_not_exist_is_nothing(sodertorn):
    assert matrix(STRATEGIST).cell("sup-2040", "kommitten") is None
    assert matrix(STRATEGIST).cell("sup-1999", "ks-salem") is None


def test_public_sees_only_public_programmes_and_no_sources(sodertorn):
    shown = [column.programme.key for column in matrix(NOBODY).columns]
    adoption = Adoption.objects.get(key="sup-2035-ks-haninge")

    assert shown == list(
        Programme.objects.filter(is_public=True).values_list("key", flat=True)
    )
    assert "program-2013" not in shown
    assert sources_of(adoption, NOBODY) == []
    assert len(sources_of(adoption, STRATEGIST)) == 3


@pytest.mark.parametrize("rows", [1, 3])
def test_matrix_asks_seven_questions_however_many_rows(rows):
    load(write_yaml(cooperation_facts("prov"), exactly(rows)), actor=ACTOR)

    with (
        choose(Cooperation.objects.get(key="prov")),
        CaptureQueriesContext(connection) as asked,
    ):
        found = matrix(STRATEGIST)

    assert len(asked) == 7, "\n".join(each["sql"] for each in asked)
    assert len(found.columns) == rows
