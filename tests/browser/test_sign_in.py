"""The sign-in page in a real browser: usable by all, and by nobody without password."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from radslag.services.accounts import open_account

PASSWORD = "correct horse battery staple"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_sign_in_page_is_accessible(
    browser_page: Page,
    assert_accessible: Callable[[Page], None],
    scheme: str,
    width: int,
) -> None:
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.set_viewport_size({"width": width, "height": 800})

    browser_page.goto("/konto/login/")

    assert_accessible(browser_page)


def test_wrong_password_is_told_and_the_right_one_lets_in(
    browser_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    open_account(email="eva@exempel.se", name="Eva Exempel", password=PASSWORD)
    browser_page.goto("/konto/login/")
    name = browser_page.locator("input[name=login]")
    password = browser_page.locator("input[name=password]")
    send = browser_page.locator("main button[type=submit]")

    name.fill("eva@exempel.se")
    password.fill("something else entirely")
    send.click()

    expect(browser_page).to_have_title(re.compile("^Fel: "))
    assert_accessible(browser_page)

    password.fill(PASSWORD)
    send.click()

    expect(browser_page).not_to_have_url(re.compile("/konto/login/"))
