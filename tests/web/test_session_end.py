"""Staying signed in: until away too long, or a working day; and the way back."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from tests.web.conftest import OPEN, House

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PLACE = f"/{OPEN}/plan/"
FORM = f"/{OPEN}/ny/people/?name=Ny"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = MORNING

    def move(self, **ahead: float) -> None:
        """Move ahead by so many minutes or hours."""
        self.moment += timedelta(**ahead)


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock that everything here goes by."""
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.moment)
    return clock


@pytest.fixture
def client(frozen: Clock, house: House) -> Client:
    """Return one of the secretariat, just signed in."""
    return house.visitor("secretariat").client


def told_at_door(client: Client, address: str) -> str:
    """Return what the sign-in page says to whoever is led there."""
    page = html.fromstring(client.get(address).content)
    return " ".join(page.cssselect(".messages")[0].text_content().split())


def test_who_looks_now_and_then_stays_signed_in(client: Client, frozen: Clock) -> None:
    for _visit in range(11):
        frozen.move(minutes=59)
        assert client.get(PLACE).status_code == 200


def test_who_was_away_an_hour_is_told_and_comes_back(
    client: Client, frozen: Clock
) -> None:
    frozen.move(minutes=60)

    answer = client.get(f"{PLACE}?status=done")

    door = answer.headers["Location"]
    assert door == f"/konto/login/?next={PLACE}%3Fstatus%3Ddone"
    told = told_at_door(client, door)
    assert "inget hade hänt på 60 minuter" in told
    assert "Allt som var sparat finns kvar." in told
    assert "tillbaka till samma sida" in told
    page = html.fromstring(client.get(door).content)
    assert f"{PLACE}?status=done" in page.xpath("//input[@name='next']/@value")
    assert "_auth_user_id" not in client.session


def test_nobody_stays_longer_than_a_working_day(client: Client, frozen: Clock) -> None:
    for _visit in range(23):
        frozen.move(minutes=30)
        client.get(PLACE)
    assert client.get(PLACE).status_code == 200

    frozen.move(minutes=30)
    answer = client.get(PLACE)

    assert answer.status_code == 302
    told = told_at_door(client, answer.headers["Location"])
    assert "gått 12 timmar sedan du loggade in" in told


def test_a_form_that_came_too_late_leads_back_to_the_form(
    client: Client, frozen: Clock
) -> None:
    frozen.move(hours=2)

    answer = client.post(
        f"/{OPEN}/ny/people/",
        {"name": "Ny"},
        headers={"referer": f"http://testserver{FORM}"},
    )

    door = answer.headers["Location"]
    assert door == f"/konto/login/?next=/{OPEN}/ny/people/%3Fname%3DNy"
    told = told_at_door(client, door)
    assert "Det du just skickade är inte sparat" in told
    assert "erbjuder dig det du skrev" in told


@pytest.mark.parametrize("referer", ["https://annan.example/x", ""])
def test_nobody_is_led_to_another_site(
    client: Client, frozen: Clock, referer: str
) -> None:
    frozen.move(hours=2)

    answer = client.post(PLACE, headers={"referer": referer} if referer else {})

    assert answer.headers["Location"].startswith("/konto/login/?next=/")
    assert "annan" not in answer.headers["Location"]


def test_a_piece_of_a_page_takes_the_whole_page_to_the_door(
    client: Client, frozen: Clock
) -> None:
    frozen.move(hours=2)
    headers = {"hx-request": "true", "hx-current-url": f"http://testserver{PLACE}"}

    answer = client.get(f"/{OPEN}/sok/", headers=headers)

    assert answer.headers["HX-Redirect"] == f"/konto/login/?next={PLACE}"


def test_looking_at_pages_writes_the_session_at_most_once_a_minute(
    client: Client, frozen: Clock
) -> None:
    client.get(PLACE)
    first = client.session["last_seen_at"]
    frozen.move(seconds=50)
    client.get(PLACE)
    assert client.session["last_seen_at"] == first
    frozen.move(seconds=10)
    client.get(PLACE)
    assert client.session["last_seen_at"] == first + 60


def test_the_limits_are_settings(client: Client, frozen: Clock, settings) -> None:
    settings.RADSLAG_IDLE_MINUTES = 1
    frozen.move(minutes=1)

    answer = client.get(PLACE)

    assert "på 1 minut." in told_at_door(client, answer.headers["Location"])
