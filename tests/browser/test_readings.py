"""Documents are reviewed with the keyboard alone, beside their own words."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from radslag.agreement.vocabulary import Choice
from radslag.records.models import Cooperation, Reading
from radslag.services.readings import keeping
from radslag.services.readings.choosing import change
from tests.browser.test_first_run import OVERFLOW, sign_in_administrator
from tests.services.readings.invented import ACTOR, TEXT, proposed, record

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


def test_click_or_tab_on_a_record_shows_its_words(
    live_server: Any, browser_page: Page
) -> None:
    page = browser_page
    reading = reviewed(page, live_server.url, 1280)
    asked = page.locator('#dokument mark[data-frame="asked"]')
    line = page.locator(f"#p{record(reading, 'budget_lines', 'konsulter').pk}")
    town = page.locator(f"#p{record(reading, 'municipalities', 'sodersjo').pk}")

    line.get_by_role("heading").click()

    expect(asked).to_have_text(["500 00"])
    expect(line).to_have_attribute("aria-current", "true")
    town.get_by_role("button", name="Godta").focus()
    expect(asked).to_have_text(["Sodersjö"])
    expect(line).not_to_have_attribute("aria-current", "true")
    line.get_by_role("link", name="Visa orden").click()
    expect(asked).to_have_text(["500 00"])
    assert page.url.endswith(f"/{reading.pk}/")


def test_pane_moves_to_words_far_down_and_to_a_document_without_words(
    live_server: Any, browser_page: Page
) -> None:
    page = browser_page
    sign_in_administrator(page, live_server.url)
    reading = proposed()
    text = TEXT + "\nen rad" * 400 + "\nlängst ned"
    start = text.index("längst ned")
    line = record(reading, "budget_lines", "konsulter")
    for value in line.values.values():
        value["quotes"][0] |= {"start": start, "end": len(text), "line": 405}
    keeping.set_proposal(line, values=line.values)
    keeping.set_file(reading.files.get(), text=text)
    paper = record(reading, "documents", "plan").pk
    page.goto(f"{START}{reading.pk}/")

    page.locator(f"#p{line.pk}").get_by_role("heading").click()
    asked = page.locator('#dokument mark[data-frame="asked"]')
    expect(asked).to_have_text(["längst ned"])
    expect(asked).to_be_in_viewport()
    page.locator(f"#p{paper}").get_by_role("link", name="Visa handlingen").click()

    expect(asked).to_have_count(0)
    expect(page.locator("#dokument")).to_contain_text("Samverkan Sjöviken")


def test_narrow_window_goes_to_the_words_in_their_document(
    live_server: Any, browser_page: Page
) -> None:
    page = browser_page
    reading = reviewed(page, live_server.url, 320)
    line = page.locator(f"#p{record(reading, 'budget_lines', 'konsulter').pk}")
    expect(line.get_by_role("link", name="Visa orden")).to_be_hidden()

    line.get_by_role("link", name="rad 3").first.click()

    assert page.url.endswith("#orden")
    expect(page.locator("#orden mark")).to_have_text("500 00")
    page.get_by_role("link", name="Tillbaka till granskningen").click()
    expect(line).to_be_in_viewport()


def test_words_that_somebody_marks_are_left_marked(
    live_server: Any, browser_page: Page
) -> None:
    page = browser_page
    reading = reviewed(page, live_server.url, 1280)
    line = page.locator(f"#p{record(reading, 'budget_lines', 'konsulter').pk}")

    line.get_by_role("heading").dblclick(position={"x": 12, "y": 10})

    assert page.evaluate("getSelection().toString().trim()") == "Konsulter"


def test_link_shows_a_record_s_words_without_script(
    live_server: Any, browser_without_script: Page
) -> None:
    page = browser_without_script
    reading = reviewed(page, live_server.url, 1280)
    number = record(reading, "budget_lines", "konsulter").pk
    expect(page.locator("[data-steps]")).to_be_hidden()

    page.locator(f"#p{number}").get_by_role("link", name="Visa orden").click()

    assert page.url.endswith(f"?post={number}#p{number}")
    asked = page.locator('#dokument mark[data-frame="asked"]')
    expect(asked).to_have_text(["500 00"])
    expect(page.locator(f"#p{number}")).to_have_attribute("aria-current", "true")


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


@pytest.mark.parametrize("width", [320, 1280])
def test_two_who_change_one_record_see_both_texts_in_its_place(
    live_server: Any,
    browser_page: Page,
    assert_accessible: Callable[[Page], None],
    width: int,
) -> None:
    page = browser_page
    reading = reviewed(page, live_server.url, width)
    plan = record(reading, "plans", "plan-2026")
    shown = page.locator(f"#p{plan.pk}")
    shown.get_by_role("link", name="Ändra").click()
    shown.get_by_label("Rubrik").fill("Min rubrik")
    change(ACTOR, reading, plan.pk, {"title": "Andras rubrik"})

    page.get_by_role("button", name="Godta med ändringen").click()

    expect(shown.get_by_role("alert")).to_be_focused()
    expect(shown.get_by_text("Min rubrik")).to_be_visible()
    expect(shown.get_by_text("Andras rubrik")).to_be_visible()
    assert_accessible(page)
    assert page.evaluate(OVERFLOW) == 0
    shown.get_by_label("Behåll båda").check()
    shown.get_by_role("button", name="Spara det valda").click()
    expect(shown).to_have_attribute("data-choice", "accepted")
    expect(shown).to_contain_text("Andras rubrik – Min rubrik")


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
