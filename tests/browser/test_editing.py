"""Journeys of the secretariat: two who edit at once, populations, an adoption."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Activity, Cooperation, choose
from radslag.services.accounts import give_role, open_account

pytestmark = pytest.mark.django_db(transaction=True)
ACTIVITY = "/sodertorn/andra/activities/2026-regional-plan/"
Enter = Callable[..., Page]


@pytest.fixture(autouse=True)
def _pretended_day(settings):
    settings.PRETENDED_TODAY = date(2026, 11, 21)


@pytest.fixture
def enter(
    demonstration: Cooperation, live_server: Any, browser: Browser
) -> Iterator[Enter]:
    """Return a function that gives somebody of the secretariat a browser."""
    opened: list[BrowserContext] = []

    def enter_as(name: str, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url, locale="sv-SE", **options
        )
        context.add_cookies([cookie_of(member(name, demonstration), live_server.url)])
        context.set_default_timeout(10_000)
        opened.append(context)
        return context.new_page()

    yield enter_as
    for context in opened:
        context.close()


def member(name: str, cooperation: Cooperation) -> User:
    """Open an account with the secretariat's role."""
    user = open_account(
        email=f"{name}@exempel.se", name=name, password="correct horse battery staple"
    )
    give_role(user, cooperation, AccessRole.SECRETARIAT, granted_from=date(2000, 1, 1))
    return user


def cookie_of(user: User, url: str) -> Any:
    """Return the cookie of somebody who is signed in."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def comment_of(cooperation: Cooperation) -> str:
    """Return what is saved about the activity."""
    with choose(cooperation):
        return Activity.objects.get(key="2026-regional-plan").comment


@pytest.mark.parametrize("has_script", [True, False])
def test_two_browsers_edit_one_activity_and_neither_text_is_lost(
    enter: Enter,
    demonstration: Cooperation,
    assert_accessible: Callable[[Page], None],
    has_script: bool,
) -> None:
    anna = enter("Anna", java_script_enabled=has_script)
    bo = enter("Bo", java_script_enabled=has_script)
    anna.goto(ACTIVITY)
    bo.goto(ACTIVITY)
    bo.get_by_label("Kommentar").fill("Bos text")
    bo.get_by_role("button", name="Spara").click()
    expect(bo.get_by_role("status").get_by_text("Sparat")).to_be_visible()

    anna.get_by_label("Kommentar").fill("Annas text")
    anna.get_by_role("button", name="Spara").click()

    expect(anna.get_by_role("heading", level=1)).to_have_text(
        "Någon annan har sparat medan du skrev"
    )
    expect(anna.get_by_text("Annas text")).to_be_visible()
    expect(anna.get_by_text("Bos text")).to_be_visible()
    if has_script:
        assert_accessible(anna)
        expect(anna.get_by_role("alert")).to_be_focused()
    anna.get_by_role("group", name="Kommentar").get_by_label("Behåll båda").check()
    anna.get_by_role("button", name="Spara det valda").click()
    expect(anna.get_by_role("status").get_by_text("Sparat")).to_be_visible()
    assert comment_of(demonstration) == "Bos text\n\nAnnas text"

    anna.get_by_role("button", name="Ångra").click()
    expect(anna.get_by_role("status").get_by_text("Ångrat")).to_be_visible()
    assert comment_of(demonstration) == "Bos text"


def test_eight_populations_show_the_eight_fees(
    enter: Enter, assert_accessible: Callable[[Page], None]
) -> None:
    page = enter("Anna")
    page.goto("/sodertorn/ekonomi/2026/")
    page.get_by_role("link", name=re.compile("^Fyll i invånarantalen")).click()
    assert_accessible(page)
    for place, name in enumerate(
        ("Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn", "Salem")
    ):
        page.get_by_label(name).fill(f"{10 + place} 000")
    page.get_by_label("Södertälje").fill("sjutton")
    page.get_by_label("Tyresö").fill("17000")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Botkyrka")).to_have_value("10 000")
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Södertälje")).to_be_focused()
    page.get_by_label("Södertälje").fill("16 000")
    page.get_by_role("button", name="Spara invånarantalen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ekonomi 2026")
    for name, fee in (("Botkyrka", "40 000 kr"), ("Tyresö", "68 000 kr")):
        row = page.get_by_role("row").filter(
            has=page.get_by_role("rowheader", name=name)
        )
        expect(row.first).to_contain_text(fee.replace(" ", "\u00a0"))


def test_an_adoption_is_recorded_and_the_matrix_follows(
    enter: Enter, assert_accessible: Callable[[Page], None]
) -> None:
    page = enter("Anna")
    page.goto("/sodertorn/andra/adoptions/")
    page.get_by_role("link", name=re.compile("SUP 2040.*Salem")).click()
    assert_accessible(page)
    page.get_by_label("Utfall").select_option(label="antaget med ändring")
    page.get_by_label("Beslutsdag").fill("24 april 2023")
    page.get_by_label("Paragraf i protokollet").fill("§ 88")
    page.get_by_label("Diarienummer").fill("KS 2023/77")
    page.get_by_label("Särskilt yttrande av").fill("Ett parti")
    page.get_by_label("Yttrandet", exact=False).last.fill("Vi vill mer.")
    page.get_by_role("button", name="Spara").click()

    expect(page.get_by_role("status").get_by_text("Sparat")).to_be_visible()
    page.goto("/sodertorn/antaganden/")
    expect(page.get_by_text("§ 88").first).to_be_visible()


def test_what_was_typed_when_the_line_broke_is_offered_back(enter: Enter) -> None:
    page = enter("Anna")
    page.goto(ACTIVITY)
    page.get_by_label("Kommentar").fill("Skrivet i tunneln")
    page.context.set_offline(True)
    page.get_by_role("button", name="Spara").click()
    expect(page).to_have_url(re.compile("^chrome-error:"))
    page.context.set_offline(False)

    page.goto(ACTIVITY)
    expect(page.get_by_label("Kommentar")).not_to_have_value("Skrivet i tunneln")
    page.get_by_role("button", name="Ta tillbaka det jag skrev").click()

    expect(page.get_by_label("Kommentar")).to_have_value("Skrivet i tunneln")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("status").get_by_text("Sparat")).to_be_visible()
    page.goto(ACTIVITY)
    expect(page.get_by_role("button", name="Ta tillbaka")).to_have_count(0)
