"""The pages that are measured: their time, their questions, the rows they show."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

WARM_UPS, FEWEST, MOST, SECONDS = 2, 7, 60, 3.0
YEAR = 2026
_ROWS = "count(//main//tbody/tr | //main//li | //main//dl/div | //main//article)"
PAGES: tuple[tuple[str, str, dict[str, object], bool], ...] = (
    ("Läget", "overview", {}, True),
    ("Plan", "plan-year", {"year": YEAR}, True),
    ("Ekonomi", "economy-year", {"year": YEAR}, True),
    ("Avtalet", "agreement", {}, True),
    ("Granskning", "review", {}, True),
    ("Öppna sidan", "open", {}, False),
)


@dataclass(frozen=True)
class Measured:
    """One page of one cooperation, measured."""

    name: str
    milliseconds: float
    queries: int
    rows: int
    html_bytes: int


def client_of(user: User | None) -> Client:
    """Return a visitor, signed in or not."""
    client = Client(headers={"accept-language": "sv"})
    if user:
        client.force_login(user)
    return client


def measure_pages(cooperation_key: str, user: User) -> list[Measured]:
    """Measure each page of a cooperation."""
    return [
        measure(
            name,
            reverse(address, kwargs={"cooperation": cooperation_key, **values}),
            user if is_signed_in else None,
        )
        for name, address, values, is_signed_in in PAGES
    ]


def measure(name: str, address: str, user: User | None) -> Measured:
    """Ask for a page until its median time is steady; look at the last answer."""
    client = client_of(user)

    def ask() -> bytes:
        answer = client.get(address, secure=True)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answered {answer.status_code}.")
        return bytes(answer.content)

    milliseconds = median_milliseconds(ask)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = ask()
    return Measured(
        name=name,
        milliseconds=milliseconds,
        queries=len(queries),
        rows=int(html.document_fromstring(page).xpath(_ROWS)),
        html_bytes=len(page),
    )


def median_milliseconds(ask: Callable[[], object]) -> float:
    """Return the median of many askings, or of as many as a few seconds allow."""
    for _ in range(WARM_UPS):
        ask()
    taken: list[float] = []
    while len(taken) < FEWEST or (len(taken) < MOST and sum(taken) < SECONDS):
        begun = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1000
