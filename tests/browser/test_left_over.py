"""What is left of a reading is found again, looked through and read in."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from radslag.agreement.vocabulary import AccessRole, Choice
from radslag.records.models import Cooperation, Reading
from radslag.services.readings.applying import NewCooperation, apply
from radslag.services.readings.choosing import choose_for
from radslag.services.readings.taking_back import take_back
from tests.browser.test_first_run import OVERFLOW
from tests.services.readings.invented import (
    TODAY,
    actor,
    latest,
    proposed,
    record,
    sent,
)

pytestmark = pytest.mark.usefixtures("transactional_db", "workplace")


def accept(reading: Reading, section: str, key: str) -> None:
    number = record(reading, section, key).pk
    choose_for(actor(), reading, number, Choice.ACCEPTED)


@pytest.fixture
def half() -> Reading:
    """Return a reading with one record applied, and the rest left."""
    reading = proposed()
    accept(reading, "municipalities", "norrsjo")
    apply(actor(), reading, TODAY, NewCooperation("Samverkan Sjöviken", "sjoviken"))
    return reading


def test_what_is_left_is_read_in_from_the_list_with_keys(
    browser_page: Page,
    sign_in: Callable[..., Any],
    half: Reading,
    assert_accessible: Callable[[Page], None],
) -> None:
    page = browser_page
    sign_in(page, AccessRole.SECRETARIAT)
    page.goto("/sjoviken/lasningar/")
    expect(page.get_by_role("table")).to_contain_text("3 kvar att ta ställning till")
    page.get_by_role("link", name="plan.txt").click()
    page.get_by_role("link", name="Granska det som är kvar").click()

    # The script has run; what is seen before the page is painted says nothing.
    expect(page.locator("[data-steps]")).not_to_have_attribute("hidden", "")
    page.keyboard.press("a")

    plan = page.locator(f"#p{record(half, 'plans', 'plan-2026').pk}")
    expect(plan).to_have_attribute("data-choice", "accepted")
    assert_accessible(page)
    page.get_by_role("link", name="Läs in det godkända").click()
    page.get_by_role("button", name="Läs in", exact=True).click()
    expect(page.get_by_role("heading", name="Omgång 2")).to_be_visible()
    expect(page.locator("main")).to_contain_text("2 poster är kvar")
    page.get_by_role("link", name="Ångra omgång 2").click()
    page.get_by_role("button", name="Ångra inläsningen").click()
    expect(page.locator("main")).to_contain_text("3 poster är kvar")
    expect(page.get_by_role("link", name="Ångra omgång 1")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (768, "light")])
def test_every_page_after_reading_in_fits_and_can_be_used(
    browser_page: Page,
    sign_in: Callable[..., Any],
    half: Reading,
    assert_accessible: Callable[[Page], None],
    width: int,
    scheme: str,
) -> None:
    page = browser_page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    accept(half, "plans", "plan-2026")
    apply(actor(), half, TODAY)
    take_back(actor(), latest(half))
    waiting = sent(Cooperation.objects.get())
    sign_in(page, AccessRole.SECRETARIAT)
    here = f"/sjoviken/lasningar/{half.pk}/"
    there = f"/sjoviken/lasningar/{waiting.pk}/"

    for address in (
        "/sjoviken/lasningar/", here, f"{here}?visa=alla", f"{here}las-in/",
        f"{here}angra/?omgang=1", "/sjoviken/kalla/municipalities/norrsjo/",
        there, f"{there}kasta/",
    ):  # fmt: skip
        page.goto(address)
        assert_accessible(page)
        assert page.evaluate(OVERFLOW) == 0, address
