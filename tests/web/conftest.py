"""Cooperations with rows in everything, and everybody who may come to the gate."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from radslag.records.models import Cooperation
from radslag.web import clock
from tests.web.canaries import Planted, plant
from tests.web.pages import TODAY, join
from tests.web.people import Visitor, visitors

OPEN, CLOSED, ELSEWHERE, MISSING = "oppen", "stangd", "annan", "saknas"


@dataclass
class House:
    """Three cooperations with their rows, and the visitors."""

    today: date
    shown: Planted
    hidden: Planted
    closed: Planted
    elsewhere: Planted
    visitors: list[Visitor]

    @property
    def words(self) -> set[str]:
        """Return every word that was planted."""
        planted = (self.shown, self.hidden, self.closed, self.elsewhere)
        return {word for each in planted for word in each.words}

    def visitor(self, name: str) -> Visitor:
        """Return the visitor of that name."""
        return next(each for each in self.visitors if each.name == name)


def cooperation(key: str, *, is_public: bool) -> Cooperation:
    """Make a cooperation whose own texts are open to all, or to nobody."""
    return Cooperation.objects.create(
        key=key, name=f"Samverkan {key}", is_public=is_public
    )


@pytest.fixture
def house(db: None) -> House:
    """Return the house: an open cooperation, a closed one, and another's."""
    today = clock.today()
    open_to_all = cooperation(OPEN, is_public=True)
    closed = cooperation(CLOSED, is_public=False)
    elsewhere = cooperation(ELSEWHERE, is_public=False)
    year = today.year
    return House(
        today=today,
        shown=plant(open_to_all, "zqs", year, is_public=True, code="0001"),
        hidden=plant(open_to_all, "zqh", year - 1, is_public=False, code="0002"),
        closed=plant(closed, "zqc", year, is_public=False, code="0001"),
        elsewhere=plant(elsewhere, "zqe", year, is_public=True, code="0001"),
        visitors=visitors([open_to_all, closed], elsewhere, today),
    )


@pytest.fixture
def strategist(settings, django_user_model) -> Client:
    """Return somebody signed in on a day that is pretended, ready for a role."""
    settings.PRETENDED_TODAY = TODAY
    client = Client()
    client.force_login(django_user_model.objects.create_user("strateg@exempel.se"))
    return client


@pytest.fixture
def sodertorn(shipped_sodertorn: None, strategist: Client) -> Client:
    """Return the strategist of Södertörn, as the program ships it."""
    join("sodertorn")
    return strategist
