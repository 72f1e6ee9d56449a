"""Finding by typing and by keyboard alone, in a real browser."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation

Signing = Callable[[Page, AccessRole], User]
Checking = Callable[[Page], None]
OPTIONS = "#palett [role=option]"
OVERFLOW = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"


@pytest.fixture
def signed_in(demonstration: Cooperation, browser_page: Page, sign_in: Signing) -> Page:
    sign_in(browser_page, AccessRole.SECRETARIAT)
    browser_page.goto("/sodertorn/laget/")
    return browser_page


def test_who_represented_salem_on_a_day_is_found_by_typing(
    signed_in: Page, assert_accessible: Checking
) -> None:
    signed_in.goto("/sodertorn/sok/")
    signed_in.get_by_label("Ord att söka efter").press_sequentially(
        "vem representerade Salem 2022-10-28"
    )

    expect(signed_in.locator("main [role=status]")).to_have_text("4 träffar")
    first = signed_in.locator(".hit a").first
    expect(first).to_contain_text("Salem")
    assert_accessible(signed_in)
    first.click()
    expect(signed_in.locator("h1")).to_contain_text("Salem")
    assert_accessible(signed_in)


def test_palette_is_opened_and_used_by_keyboard_alone(
    signed_in: Page, assert_accessible: Checking
) -> None:
    page = signed_in
    button = page.get_by_role("button", name=re.compile("Gå till"))
    button.focus()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    expect(page.locator(OPTIONS).first).to_contain_text("Läget")
    assert_accessible(page)

    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("ekonomi 2020")
    expect(page.locator(OPTIONS).first).to_contain_text("Ekonomi 2020")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ekonomi/2020/")

    page.keyboard.press("Control+k")
    page.keyboard.type("Avgift 2020 Haninge")
    expect(page.locator("#palett [role=status]")).to_contain_text("träff")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{OPTIONS}[aria-selected=true]")).to_contain_text("Haninge")
    assert_accessible(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/post/fees/*/")


def test_single_key_shortcuts_can_be_turned_off_and_stay_off(
    signed_in: Page, assert_accessible: Checking
) -> None:
    page = signed_in
    page.keyboard.press("?")
    choice = page.get_by_label("Använd kortkommandon med en tangent")
    expect(choice).to_be_visible()
    assert_accessible(page)
    choice.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")

    page.reload()
    page.keyboard.press("/")
    page.keyboard.press("?")

    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator("dialog[open]")).to_have_count(1)


def test_a_key_in_a_field_is_a_letter_there(signed_in: Page) -> None:
    field = signed_in.get_by_label("Sök i samverkan")
    field.focus()

    signed_in.keyboard.type("a/b?")

    expect(field).to_have_value("a/b?")
    expect(signed_in.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768])
def test_search_fits_the_window(
    signed_in: Page, assert_accessible: Checking, width: int
) -> None:
    signed_in.emulate_media(color_scheme="dark")
    signed_in.set_viewport_size({"width": width, "height": 700})
    places = ("sok/?q=avgift", "sok/?q=zyxw", "sok/?q=!!!", "sok/")
    for place in (*places, "post/adoptions/sup-2035-ks-haninge/"):
        signed_in.goto(f"/sodertorn/{place}")

        assert_accessible(signed_in)
        assert (place, signed_in.evaluate(OVERFLOW)) == (place, 0)
