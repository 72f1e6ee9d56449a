"""Mål, Plan and Ekonomi as a person meets them: by keyboard, narrow, without script."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation

PAGES = (
    "mal",
    "mal/sup-2035",
    "mal/sup-2040/sup-2040-infrastruktur",
    "mal/jamfor/?fran=sup-2035&till=sup-2040",
    "mal/jamfor/?fran=nej&till=nej",
    "plan/2020/?tid=host",
    "plan/2020/?tid=nonsens",
    "plan/2020/tidslinje",
    "plan/2020/arshjul",
    "ekonomi/2026",
)
OVERFLOW = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"
# Names each text of a picture that reaches outside its box, or outside the picture.
LOOSE_TEXTS = """() => [...document.querySelectorAll("svg.picture text")]
.filter(text => {
  const box = text.parentNode.querySelector("rect.tree-box") || text.ownerSVGElement;
  const around = box.getBoundingClientRect(), own = text.getBoundingClientRect();
  return own.left < around.left - 1 || own.right > around.right + 1
    || own.top < around.top - 1 || own.bottom > around.bottom + 1;
}).map(text => text.textContent)"""

SignIn = Callable[[Page, AccessRole], User]


def address(key: str, page: str) -> str:
    """Return the address of a page, with or without a question."""
    return f"/{key}/{page}" if "?" in page else f"/{key}/{page}/"


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_pages_are_accessible_fit_the_window_and_keep_texts_in_place(
    demonstration: Cooperation,
    browser_page: Page,
    sign_in: SignIn,
    assert_accessible: Callable[[Page], None],
    width: int,
    scheme: str,
) -> None:
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.set_viewport_size({"width": width, "height": 800})
    sign_in(browser_page, AccessRole.SECRETARIAT)

    for page in PAGES:
        browser_page.goto(address(demonstration.key, page))

        assert_accessible(browser_page)
        assert (page, browser_page.evaluate(OVERFLOW)) == (page, 0)
        assert (page, browser_page.evaluate(LOOSE_TEXTS)) == (page, [])


def test_a_new_user_finds_which_goal_of_2020_had_no_activity(
    demonstration: Cooperation, browser_page: Page, sign_in: SignIn
) -> None:
    sign_in(browser_page, AccessRole.AUDITOR)
    browser_page.goto(f"/{demonstration.key}/laget/")

    browser_page.get_by_role("link", name="Mål", exact=True).click()
    browser_page.get_by_role("link", name="SUP 2035", exact=True).click()

    expect(browser_page.get_by_text("2 utan aktivitet 2020").first).to_be_visible()
    browser_page.get_by_role("link", name="Akademisk utbildning för alla").first.click()
    expect(browser_page.get_by_role("heading", level=1)).to_have_text(
        "Akademisk utbildning för alla"
    )


def test_a_new_user_finds_what_changed_between_two_programmes(
    demonstration: Cooperation, browser_page: Page, sign_in: SignIn
) -> None:
    sign_in(browser_page, AccessRole.COMMITTEE_MEMBER)
    browser_page.goto(f"/{demonstration.key}/mal/")

    browser_page.get_by_role("link", name="Vad ändrades? till SUP 2040").click()

    expect(browser_page.get_by_role("heading", level=1)).to_have_text(
        "Från SUP 2035 till SUP 2040"
    )
    expect(browser_page.locator("ins")).to_have_text("Infrastruktur")


def test_activities_are_chosen_with_the_keyboard_alone(
    demonstration: Cooperation, browser_page: Page, sign_in: SignIn
) -> None:
    sign_in(browser_page, AccessRole.SECRETARIAT)
    browser_page.goto(f"/{demonstration.key}/plan/2020/")

    browser_page.locator(".plan-filter > summary").focus()
    browser_page.keyboard.press("Enter")
    browser_page.get_by_label("Kommun").focus()
    browser_page.keyboard.type("Salem")
    browser_page.get_by_role("button", name="Visa urvalet").focus()
    browser_page.keyboard.press("Enter")

    expect(browser_page.locator(".plan-count")).to_contain_text("Visar 1 av 24")
    assert "kommun=salem" in browser_page.url


def test_activities_are_chosen_without_script(
    demonstration: Cooperation, browser: Browser, browser_page: Page, sign_in: SignIn
) -> None:
    sign_in(browser_page, AccessRole.SECRETARIAT)
    here = browser_page.context
    browser_page.goto(f"/{demonstration.key}/plan/2020/")
    plain = browser.new_context(
        java_script_enabled=False, locale="sv-SE", storage_state=here.storage_state()
    )
    page = plain.new_page()
    page.goto(browser_page.url)

    page.locator(".plan-filter > summary").click()
    page.get_by_label("Organ").select_option(label="Klimatnätverket")
    page.get_by_role("button", name="Visa urvalet").click()

    expect(page.locator(".plan-count")).to_contain_text("Visar 3 av 24")
    plain.close()
