"""A real browser, for the few journeys that must be seen to work.

It is driven through Playwright, which brings no browser of its own here: Debian's
Chromium is used. Where that is missing the tests skip and say how to get it.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, Route, sync_playwright

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation
from radslag.services import cooperation_file
from radslag.services.accounts import give_role, open_account
from radslag.services.journal import Actor

TOP = Path(__file__).resolve().parent.parent.parent
AXE = TOP / "node_modules/axe-core/axe.min.js"
LONG_AGO = date(2000, 1, 1)
LOADED_AT = datetime(2026, 1, 2, 12, tzinfo=UTC)
PASSWORD = "correct horse battery staple"
PATIENCE_MILLISECONDS = 10_000
NAMES = ("chromium", "chromium-browser", "google-chrome")
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, and let one worker have the browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser once for all journeys."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium here; to have one: apt-get install chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright runs an event loop in this thread, which Django takes for
        # asynchronous code; the tests' own database calls are ordinary ones.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        running = playwright.chromium.launch(executable_path=path)
        yield running
        running.close()


@pytest.fixture
def browser_page(live_server: Any, browser: Browser) -> Iterator[Page]:
    """Open a window on the running program; fail on any complaint it makes."""
    with window_on(live_server.url, browser) as page:
        yield page


@pytest.fixture
def browser_without_script(live_server: Any, browser: Browser) -> Iterator[Page]:
    """Open a window where no script runs; fail on any complaint it makes."""
    with window_on(live_server.url, browser, java_script_enabled=False) as page:
        yield page


@contextmanager
def window_on(url: str, browser: Browser, **options: Any) -> Iterator[Page]:
    """Open a window that asks for nothing outside and complains of nothing."""
    context = browser.new_context(
        base_url=url,
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        viewport={"width": 1280, "height": 900},
        **options,
    )
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    complaints: list[str] = []

    def keep_inside(route: Route) -> None:
        if route.request.url.startswith(url):
            route.continue_()
        else:
            complaints.append(f"asked for {route.request.url}")
            route.abort()

    context.route("**/*", keep_inside)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if message.type == "error" else None
        ),
    )
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def demonstration(transactional_db: None) -> Cooperation:
    """Load the cooperation that is shipped as an example."""
    text = files("radslag.web.demo").joinpath("sodertorn.yaml").read_bytes()
    report = cooperation_file.load(text, actor=Actor("Provet", LOADED_AT))
    return Cooperation.objects.get(key=report.key)


@pytest.fixture
def workplace(settings: Any, tmp_path: Path) -> None:
    """Let what waits lie in a folder of the test's own."""
    settings.WORKPLACE = tmp_path


@pytest.fixture
def sign_in(live_server: Any) -> Callable[[Page, AccessRole], User]:
    """Return a function that signs somebody in, in the only cooperation there is.

    The sign-in page is passed by; it has its own journey.
    """

    def sign_in_as(page: Page, role: AccessRole) -> User:
        user = open_account(
            email=f"{role.value}@exempel.se", name=role.swedish, password=PASSWORD
        )
        cooperation = Cooperation.objects.get()
        give_role(user, cooperation, role, granted_from=LONG_AGO)
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        cookie = client.cookies[name].value
        page.context.add_cookies(
            [{"name": name, "value": cookie, "url": live_server.url}]
        )
        return user

    return sign_in_as


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Return a function that passes a page through the accessibility checker."""
    if not AXE.exists():
        pytest.skip("axe-core is not fetched; run make frontend")
    checker = AXE.read_text(encoding="utf-8")

    def check(page: Page) -> None:
        # A page that a button led to may not have its stylesheets yet.
        page.wait_for_load_state()
        # Evaluated by the debugger, not added to the page: the page's own security
        # policy stays in force while it is checked.
        page.evaluate(checker)
        found = page.evaluate(
            "standard => axe.run(document, {runOnly: standard})", STANDARD
        )
        assert faults(found["violations"]) == []

    return check


def faults(violations: list[dict[str, Any]]) -> list[str]:
    """Say each violation in a line that can be acted on."""
    return [
        f"{violation['id']}: {violation['help']} at {json.dumps(node['target'])}"
        for violation in violations
        for node in violation["nodes"]
    ]
