"""Granskning with hundreds of findings: in groups, page by page, as few questions."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from radslag.records.models import Body, Cooperation, Meeting

pytestmark = pytest.mark.django_db
PAGE = "/sodertorn/granskning/"


def meetings_on_wrong_weekdays(cooperation: Cooperation, number: int) -> None:
    """Write down meetings whose weekday does not go with their day."""
    body = Body.objects.get(key="kommitten")
    first = date(2024, 1, 2)
    Meeting.objects.bulk_create(
        Meeting(
            cooperation=cooperation,
            key=f"fel-{place}",
            body=body,
            held_on=first + timedelta(weeks=place),
            weekday_as_written="söndag",
        )
        for place in range(number)
    )
    cache.clear()
    caches["pages"].clear()


def seen(client: Client, query: str = "") -> html.HtmlElement:
    """Return the page."""
    answer = client.get(PAGE + query)
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def groups(page: html.HtmlElement) -> dict[str, tuple[int, int]]:
    """Return for each group how many there are, and how many are shown."""
    return {
        section.cssselect("h2")[0].text.strip(): (
            int(section.cssselect("h2 .count")[0].text),
            len(section.cssselect("article")),
        )
        for section in page.cssselect("main section[aria-labelledby$='-rubrik']")
        if section.cssselect("h2 .count")
    }


def test_a_long_group_shows_its_first_fifty_and_leads_to_the_rest(anna, cooperation):
    meetings_on_wrong_weekdays(cooperation, 120)

    page = seen(anna)
    long = {name: found for name, found in groups(page).items() if found[0] > 50}

    assert long
    assert all(shown == 50 for _number, shown in long.values())
    assert all(n == shown for n, shown in groups(page).values() if n <= 50)
    links = page.xpath("//main//a[starts-with(normalize-space(), 'Visa alla')]/@href")
    assert len(links) == len(long)
    for link, (total, _shown) in zip(links, long.values(), strict=True):
        found: list[str] = []
        for number in range(1, -(-total // 50) + 1):
            one = seen(anna, f"{link.removeprefix(PAGE)}&page={number}")
            assert len(groups(one)) == 1
            found += [each.get("id") for each in one.cssselect("main article")]
        assert len(found) == len(set(found)) == total


@pytest.mark.parametrize(
    ("query", "is_told"),
    [("?visa=hej", True), ("?visa=%00", True), ("?visa=note&page=9999", False),
     ("?visa=warning&page=x", False), ("?page=2", False)],
)  # fmt: skip
def test_nonsense_in_the_address_shows_what_there_is(anna, cooperation, query, is_told):
    page = seen(anna, query)

    assert groups(page)
    told = "Urvalet gick inte att förstå" in page.text_content()
    assert told == is_told


def asked(client: Client, query: str = "") -> int:
    """Return how many questions the page puts when its review is known."""
    seen(client, query)
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as queries:
        seen(client, query)
    return len(queries)


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_page_asks_as_little_of_many_as_of_few(anna, cooperation, number):
    meetings_on_wrong_weekdays(cooperation, number)

    assert asked(anna) == asked(anna, "?visa=warning") == 4
