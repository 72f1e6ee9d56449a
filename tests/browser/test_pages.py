"""Every page of the example, as a person meets it: narrow and wide, light and dark."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation

PUBLIC = (
    "",
    "mal",
    "mal/sup-2035",
    "mal/jamfor/?fran=sup-2035&till=sup-2040",
    "plan/2020",
    "plan/2026",
    "plan/2020/tidslinje",
    "plan/2026/arshjul",
    "ekonomi/2020",
    "ekonomi/2026",
    "moten",
    "organisation/?den=2022-10-28",
    "antaganden",
    "antaganden/sup-2035/ks-haninge",
    "avtalet",
    "ord",
)
SIGNED_IN = (
    "laget",
    "moten/lg-2022-10-28",
    "organisation/kommitten",
    "avtalet/uppsagning/?municipality=salem&received_on=2026-03-10",
    "avtalet/uppsagning/?municipality=salem&received_on=i-morgon",
    "avtalet/sarskilt-projekt/?total_sek=400000",
    "granskning",
    "sok/?q=polisen",
    "sok/?q=finns-inte-alls",
    "post/activities/2026-polisen",
    "andra",
    "andra/activities/2026-polisen",
    "ny/invanarantal/?counted_on=2025-12-31",
    "fil",
)
WINDOWS = [(320, "dark"), (768, "light"), (1280, "light"), (1280, "dark")]
OVERFLOW = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"
TWICE_THE_TEXT = "document.documentElement.style.fontSize = '200%'"


def address(cooperation: Cooperation, page: str) -> str:
    """Return a page's address; a question mark ends the path."""
    path, mark, asked = page.partition("?")
    slash = "" if not path or path.endswith("/") else "/"
    return f"/{cooperation.key}/{path}{slash}{mark}{asked}"


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
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

    for page in PUBLIC + SIGNED_IN:
        browser_page.goto(address(demonstration, page))

        assert_accessible(browser_page)
        assert (page, browser_page.evaluate(OVERFLOW)) == (page, 0)


def test_public_pages_are_accessible(
    demonstration: Cooperation,
    browser_page: Page,
    assert_accessible: Callable[[Page], None],
) -> None:
    for page in PUBLIC:
        answer = browser_page.goto(address(demonstration, page))

        assert answer
        assert (page, answer.status) == (page, 200)
        assert_accessible(browser_page)


def test_pages_stand_text_of_twice_the_size(
    demonstration: Cooperation,
    browser_page: Page,
    sign_in: Callable[[Page, AccessRole], User],
) -> None:
    sign_in(browser_page, AccessRole.SECRETARIAT)

    for page in PUBLIC + SIGNED_IN:
        browser_page.goto(address(demonstration, page))
        browser_page.evaluate(TWICE_THE_TEXT)

        assert (page, browser_page.evaluate(OVERFLOW)) == (page, 0)


def test_pages_are_whole_without_script(
    demonstration: Cooperation,
    browser: Browser,
    browser_page: Page,
    sign_in: Callable[[Page, AccessRole], User],
) -> None:
    sign_in(browser_page, AccessRole.SECRETARIAT)
    browser_page.goto(address(demonstration, "laget"))
    state = browser_page.context.storage_state()
    plain = browser.new_context(
        java_script_enabled=False,
        locale="sv-SE",
        storage_state=state,
        base_url=browser_page.url,
    )
    page_of_it = plain.new_page()

    for page in PUBLIC + SIGNED_IN:
        answer = page_of_it.goto(address(demonstration, page))

        assert answer
        assert (page, answer.status in (200, 422)) == (page, True)
        assert (page, page_of_it.locator("main h1").count()) == (page, 1)
    plain.close()


def test_why_haninge_paid_what_it_paid_is_found_by_keyboard(
    demonstration: Cooperation,
    browser_page: Page,
    sign_in: Callable[[Page, AccessRole], User],
) -> None:
    sign_in(browser_page, AccessRole.COMMITTEE_MEMBER)
    browser_page.goto(address(demonstration, "laget"))

    browser_page.get_by_role("link", name="Ekonomi", exact=True).press("Enter")
    browser_page.get_by_role("link", name="2020", exact=True).press("Enter")
    row = browser_page.locator("tr:has(th:text-is('Haninge')) + tr")
    row.locator("summary").first.press("Enter")

    chain = " ".join(row.locator(".chain").first.inner_text().split())
    assert "92 095 invånare" in chain
    assert "368 380 kr" in chain
    assert "§ 8" in chain
