"""Files that are broken or mean harm are sent with good ones; the good ones go on."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from radslag.agreement.vocabulary import ReadingState
from radslag.formats.readers.refusals import SENTENCES
from radslag.records.models import Reading
from radslag.services.readings.working import work
from radslag.web import clock
from tests.browser.test_first_run import OVERFLOW, sign_in_administrator
from tests.browser.test_reading_journey import Paper, drop, invented
from tests.formats.readers.hostile import all_cases

pytestmark = pytest.mark.usefixtures("transactional_db", "workplace")
# Sent in a test of its own: the browser's tool takes no file so large at once.
TOO_LARGE = "too_large"


def bad_ones() -> dict[str, Paper]:
    """Return one file for each way of being refused, by that way."""
    found: dict[str, Paper] = {}
    for case in all_cases():
        if case.outcome in SENTENCES and case.outcome not in {*found, TOO_LARGE}:
            found[case.outcome] = Paper(f"{case.outcome}-{case.name}", case.make())
    return found


def sent_and_read(page: Page, papers: list[Paper]) -> Reading:
    """Drop the files, leave the page while they are read, and come back."""
    page.goto("/las-in/handlingar/")
    drop(page, papers)
    page.get_by_role("button", name="Läs filerna").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Filerna läses")
    here = page.url
    page.goto("about:blank")
    reading = work("provet", clock.now, clock.today())
    assert reading is not None
    page.goto(here)
    return reading


def look(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    """See that the page fits and can be used, from a telephone to a desk."""
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERFLOW) == 0
    page.set_viewport_size({"width": 320, "height": 900})
    assert_accessible(page)


def told_of(page: Page, name: str) -> str:
    """Return what the list says of a file."""
    return page.locator(".read-file", has_text=name).first.inner_text()


def test_good_files_go_on_and_each_bad_one_says_why_and_what_to_do(
    live_server: Any, browser_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    page, bad = browser_page, bad_ones()
    sign_in_administrator(page, live_server.url)

    reading = sent_and_read(page, [*invented(), *bad.values()])

    assert reading.state == ReadingState.READ
    assert reading.proposals.filter(section="municipalities").count() == 4
    summary = page.locator(".review-files > summary")
    expect(summary).to_contain_text(f"{len(bad)} kunde inte läsas")
    summary.click()
    assert "Inte läst" in page.locator(".read-file").first.inner_text()
    for code, paper in bad.items():
        what, _why, cure = SENTENCES[code]
        said = told_of(page, paper.name)
        assert "Inte läst" in said
        assert what in said
        assert cure in said
    for paper in invented():
        assert "Läst som" in told_of(page, paper.name)
    look(page, assert_accessible)


def test_only_bad_files_leave_nothing_behind_and_say_so(
    live_server: Any, browser_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    page, bad = browser_page, bad_ones()
    sign_in_administrator(page, live_server.url)

    reading = sent_and_read(page, [bad["encrypted"], bad["empty"], bad["doctype"]])

    assert reading.state == ReadingState.FAILED
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Filerna kunde inte läsas")
    for code in ("encrypted", "empty", "doctype"):
        assert SENTENCES[code][2] in told_of(page, bad[code].name)
    look(page, assert_accessible)
    page.get_by_role("link", name="Kasta filerna").click()
    page.get_by_role("button", name="Kasta inläsningen").click()
    expect(heading).to_have_text("Läs in handlingar")
    assert not Reading.objects.exists()
