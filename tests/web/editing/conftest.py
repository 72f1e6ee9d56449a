"""The example cooperation, and two of its secretariat with a browser each."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation, choose
from tests.web.editing_forms import signed_in


@pytest.fixture(autouse=True)
def _pretended_day(settings) -> None:
    settings.PRETENDED_TODAY = date(2026, 11, 21)


@pytest.fixture
def cooperation(shipped_sodertorn: None, db: None) -> Iterator[Cooperation]:
    """Return the cooperation the program ships, chosen."""
    found = Cooperation.objects.get(key="sodertorn")
    with choose(found):
        yield found


@pytest.fixture
def anna(cooperation: Cooperation) -> Client:
    """Return one of the secretariat."""
    return signed_in(cooperation, "Anna", AccessRole.SECRETARIAT)


@pytest.fixture
def bo(cooperation: Cooperation) -> Client:
    """Return another of the secretariat."""
    return signed_in(cooperation, "Bo", AccessRole.SECRETARIAT)
