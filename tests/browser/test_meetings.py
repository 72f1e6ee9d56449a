"""Meetings, organisation and adoptions as a person meets them, without a script too."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation

PAGES = (
    "moten/",
    "moten/?ar=1066",
    "moten/lg-2022-10-28/",
    "moten/ssk-2026-01-22/",
    "organisation/?den=2022-10-28",
    "organisation/?den=hej",
    "organisation/kommitten/",
    "antaganden/",
    "antaganden/sup-2035/ks-haninge/",
    "antaganden/sup-2035/ks-salem/",
)
OVERFLOW = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "dark"), (768, "light"), (1280, "light")]
)
def test_pages_are_accessible_and_fit_the_window(
    demonstration: Cooperation,
    browser_page: Page,
    sign_in: Callable[[Page, AccessRole], User],
    assert_accessible: Callable[[Page], None],
    width: int,
    scheme: str,
) -> None:
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.set_viewport_size({"width": width, "height": 800})
    sign_in(browser_page, AccessRole.SECRETARIAT)

    for page in PAGES:
        browser_page.goto(f"/{demonstration.key}/{page}")

        assert_accessible(browser_page)
        assert (page, browser_page.evaluate(OVERFLOW)) == (page, 0)


def test_salem_is_found_by_keyboard_without_a_script(
    demonstration: Cooperation, live_server, browser: Browser
) -> None:
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, locale="sv-SE"
    )
    page = context.new_page()
    page.goto(f"/{demonstration.key}/organisation/")

    page.get_by_label("Visa organisationen den").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("2022-10-28")
    page.keyboard.press("Enter")

    page.wait_for_url("**?den=2022-10-28")
    row = page.get_by_role("row", name="Salem").first
    assert "Kommunstyrelsens ordförande" in row.inner_text()
    context.close()


def test_postponed_item_is_followed_from_meeting_to_meeting(
    demonstration: Cooperation,
    browser_page: Page,
    sign_in: Callable[[Page, AccessRole], User],
) -> None:
    sign_in(browser_page, AccessRole.SECRETARIAT)
    browser_page.goto(f"/{demonstration.key}/moten/")

    browser_page.get_by_label("År", exact=True).select_option("2022")
    browser_page.get_by_role("button", name="Visa", exact=True).click()
    browser_page.get_by_role("link", name="28 oktober 2022").first.click()
    browser_page.locator("#punkt-3").get_by_role(
        "link", name="mötet det sköts upp till"
    ).click()

    heading = browser_page.get_by_role("heading", level=1).inner_text()
    assert (
        heading.replace("\N{NO-BREAK SPACE}", " ") == "Ledningsgruppen 2 december 2022"
    )
