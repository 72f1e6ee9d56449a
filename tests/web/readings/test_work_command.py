"""`radslag work`: what waits is read in turn, and the command says how it went."""

import os
from io import StringIO

import pytest
from django.core.management import call_command

from radslag.agreement.vocabulary import ReadingState
from radslag.records.models import Reading
from tests.services.readings.invented import sent

pytestmark = pytest.mark.django_db


def test_all_that_waits_is_read_oldest_first() -> None:
    first, second = sent(), sent()
    said = StringIO()

    call_command("work", once=True, stdout=said)

    assert said.getvalue() == (
        f"Inläsning {first.pk}: att granska.\nInläsning {second.pk}: att granska.\n"
    )
    assert set(Reading.objects.values_list("state", flat=True)) == {ReadingState.READ}


def test_nothing_waiting_says_nothing() -> None:
    said = StringIO()

    call_command("work", once=True, stdout=said)

    assert said.getvalue() == ""


def test_a_parent_that_is_gone_from_the_start_is_not_waited_for() -> None:
    waiting = sent()

    call_command("work", with_parent=os.getppid() + 1)

    waiting.refresh_from_db()
    assert waiting.state == ReadingState.WAITING


def test_work_goes_on_while_the_parent_does() -> None:
    sent()
    said = StringIO()

    call_command("work", once=True, with_parent=os.getppid(), stdout=said)

    assert "att granska" in said.getvalue()
