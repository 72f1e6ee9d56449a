"""Eight visitors at once, each asking for a page again as soon as it has come."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection
from itertools import count
from statistics import quantiles

from benchmarks.servers import Server

VISITORS = 8
MOST_REQUESTS, MOST_SECONDS = 400, 5.0
WARM_UPS, WARM_UP_SECONDS = 32, 2.0
_OK = 200

Headers = Mapping[str, str]
Act = Callable[[int], None]


def nothing(_number: int) -> None:
    """Do nothing."""


@dataclass(frozen=True)
class Served:
    """What a server did for its visitors during one round."""

    requests_per_second: float
    processor_ms: float
    p95_ms: float
    bytes: int


def visit(
    server: Server,
    address: str,
    visitors: Sequence[Headers],
    before_each: Act = nothing,
) -> Served:
    """Let all visitors ask for a page at once, after a few askings to warm it up.

    What is to be done before each asking is given its number; it is the visitor's own
    work, not the server's.
    """
    going = _Going(server.port, address, before_each)
    _all_at_once(going, visitors, WARM_UPS, WARM_UP_SECONDS)
    used = server.processor_seconds()
    begun = time.perf_counter()
    answers = _all_at_once(going, visitors, MOST_REQUESTS, MOST_SECONDS)
    taken = time.perf_counter() - begun
    used = server.processor_seconds() - used
    return Served(
        requests_per_second=len(answers) / taken,
        processor_ms=used * 1000 / len(answers),
        p95_ms=quantiles([seconds for seconds, _ in answers], n=20)[-1] * 1000,
        bytes=answers[-1][1],
    )


@dataclass(frozen=True)
class _Going:
    """Where the visitors go, and what they do before each asking."""

    port: int
    address: str
    before_each: Act


def _all_at_once(
    going: _Going, visitors: Sequence[Headers], most: int, seconds: float
) -> list[tuple[float, int]]:
    """Return each answer's time and size, from all visitors together."""
    numbers = count()
    until = time.perf_counter() + seconds

    def one(headers: Headers) -> list[tuple[float, int]]:
        with closing(HTTPConnection("127.0.0.1", going.port)) as connection:
            found = []
            while (number := next(numbers)) < most and time.perf_counter() < until:
                going.before_each(number)
                found.append(_ask(connection, going.address, headers))
            return found

    return list(_flat(_threads(len(visitors)).map(one, visitors)))


@cache
def _threads(number: int) -> ThreadPoolExecutor:
    """Return the same threads at each visit: each has a connection to the database."""
    return ThreadPoolExecutor(number)


def _flat(
    several: Iterator[list[tuple[float, int]]],
) -> Iterator[tuple[float, int]]:
    for each in several:
        yield from each


def _ask(
    connection: HTTPConnection, address: str, headers: Headers
) -> tuple[float, int]:
    begun = time.perf_counter()
    connection.request("GET", address, headers=dict(headers))
    answer = connection.getresponse()
    content = answer.read()
    taken = time.perf_counter() - begun
    if answer.status != _OK:
        raise SystemExit(f"{address} answered {answer.status}.")
    return taken, len(content)
