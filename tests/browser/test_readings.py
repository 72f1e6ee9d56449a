"""Documents are reviewed with the keyboard alone, beside their own words."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from radslag.agreement.vocabulary import Choice
from radslag.records.models import Cooperation, Reading
from tests.browser.test_first_run import OVERFLOW, sign_in_administrator
from tests.services.readings.invented import proposed, record

pytestmark = pytest.mark.usefixtures("transactional_db")
START = "/las-in/handlingar/"


def reviewed(page: Page, url: str, width: int) -> Reading:
    """Open the review of an invented plan."""
    page.set_viewport_size({"width": width, "height": 800})
    sign_in_administrator(page, url)
    reading = proposed()
    page.goto(f"{START}{reading.pk}/")
    return reading


def choices(reading: Reading) -> dict[str, str]:
    return dict(reading.proposals.values_list("key", "choice"))


def test_records_are_accepted_changed_skipped_and_taken_back_with_keys(
    live_server: Any, browser_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    page = browser_page
    reading = reviewed(page, live_server.url, 1280)
    assert_accessible(page)
    first, second, third = page.locator("[data-record]").all()[:3]

    page.keyboard.press("a")
    expect(first).to_have_attribute("data-choice", "accepted")
    expect(second).to_be_focused()
    page.keyboard.press("s")
    expect(second).to_have_attribute("data-choice", "skipped")
    expect(third).to_be_focused()
    page.keyboard.press("k")
    expect(second).to_be_focused()
    page.keyboard.press("z")
    expect(second).to_have_attribute("data-choice", "open")
    assert_accessible(page)

    assert choices(reading)["plan-2026"] == Choice.ACCEPTED
    assert sorted(choices(reading).values()).count(Choice.OPEN) == 4


def test_words_are_framed_as_one_goes_from_record_to_record(
    live_server: Any, browser_page: Page
) -> None:
    page = browser_page
    reading = reviewed(page, live_server.url, 1280)
    asked = page.locator('#dokument mark[data-frame="asked"]')
    expect(asked).to_have_text(["2026"])
    line = record(reading, "budget_lines", "konsulter").pk

    while page.locator(f"#p{line}:focus").count() == 0:
        page.keyboard.press("j")
        page.wait_for_timeout(100)

    expect(asked).to_have_text(["500 00"])


def test_missing_value_is_filled_in_where_it_is_missed(
    live_server: Any, browser_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    page = browser_page
    reading = reviewed(page, live_server.url, 1280)
    line = page.locator(f"#p{record(reading, 'budget_lines', 'konsulter').pk}")

    line.focus()
    page.keyboard.press("a")
    refusal = page.locator("[data-refusal]")
    expect(refusal).to_contain_text("uppgiften saknas")
    line.focus()
    page.keyboard.press("r")
    amount = line.get_by_label("Belopp")
    expect(line.locator("form.proposal-form")).to_be_visible()
    assert_accessible(page)
    amount.fill("inget tal")
    page.get_by_role("button", name="Godta med ändringen").click()
    expect(line.locator(".error-summary")).to_be_visible()
    line.get_by_label("Belopp").fill("500 000")
    page.get_by_role("button", name="Godta med ändringen").click()

    expect(line).to_have_attribute("data-choice", "accepted")
    expect(refusal).to_be_empty()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (768, "light")])
def test_every_page_of_a_reading_fits_and_can_be_used(
    live_server: Any,
    browser_page: Page,
    assert_accessible: Callable[[Page], None],
    width: int,
    scheme: str,
) -> None:
    page = browser_page
    page.emulate_media(color_scheme=scheme)
    reading = reviewed(page, live_server.url, width)
    (file,) = reading.files.all()
    line = record(reading, "budget_lines", "konsulter").pk
    here = f"{START}{reading.pk}/"

    for address in (
        START, here, f"{here}andra/{line}/", f"{here}handling/{file.pk}/?post={line}",
        f"{here}las-in/",
    ):  # fmt: skip
        page.goto(address)
        assert_accessible(page)
        assert page.evaluate(OVERFLOW) == 0


def test_what_is_accepted_becomes_a_cooperation_with_its_sources(
    live_server: Any, browser_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    page = browser_page
    reviewed(page, live_server.url, 1280)
    page.get_by_role("button", name="Godta alla säkra").click()
    expect(page.locator(".review-summary")).to_contain_text("1 godkänd")
    page.get_by_role("link", name="Läs in det godkända").click()
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.wait_for_url("**/sjoviken/lasningar/*/")
    assert_accessible(page)

    page.goto("/sjoviken/kalla/municipalities/norrsjo/")

    expect(page.locator('mark[data-frame="asked"]')).to_have_text("Norrsjö")
    assert_accessible(page)
    assert Cooperation.objects.get().name == "Samverkan Sjöviken"
