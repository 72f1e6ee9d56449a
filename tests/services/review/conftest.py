"""A correct cooperation, built once for all the tests that break and mend it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from radslag.records.models import Cooperation, choose
from tests.services.review.correct import build
from tests.services.review.factory import cooperation
from tests.services.review.tinkering import Tinkering


@pytest.fixture(scope="module")
def correct(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Cooperation]:
    """Give a correct cooperation; whoever breaks it puts it right."""
    with django_db_blocker.unblock(), transaction.atomic():
        with cooperation("ratt") as chosen:
            build()
        yield chosen
        transaction.set_rollback(True)


@pytest.fixture
def tinkering(correct: Cooperation) -> Iterator[Tinkering]:
    """Break the correct cooperation as you like; it is put right afterwards."""
    tinkering = Tinkering()
    with choose(correct):
        yield tinkering
        tinkering.put_right()
