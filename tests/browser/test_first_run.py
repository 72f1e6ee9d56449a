"""An administrator opens the first cooperation, as a person does it."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from radslag.services.accounts import open_account, set_administrator

OVERFLOW = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_file_is_refused_with_reasons_and_then_read_in(
    live_server: Any,
    browser_page: Page,
    assert_accessible: Callable[[Page], None],
    settings_folder: Path,
    width: int,
    scheme: str,
) -> None:
    page = browser_page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    sign_in_administrator(page, live_server.url)
    good = files("radslag.web.demo").joinpath("sodertorn.yaml").read_bytes()

    def send(content: bytes) -> None:
        page.locator("input[type=file]").set_input_files(
            [{"name": "prov.yaml", "mimeType": "text/plain", "buffer": content}]
        )
        page.get_by_role("button", name="Visa vad som ändras").click()

    def look() -> None:
        assert_accessible(page)
        assert page.evaluate(OVERFLOW) == 0

    page.goto("/")
    look()
    send(good.replace(b'code: "0140"', b'code: "140"'))
    look()
    assert "kan inte läsas in" in page.locator("*:focus").inner_text()
    send(good)
    look()
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.wait_for_url("**/sodertorn/laget/")
    look()
    for address in ("ord", "fil"):
        page.goto(f"/sodertorn/{address}/")
        look()


@pytest.fixture
def settings_folder(settings: Any, tmp_path: Path) -> Path:
    """Let files that wait lie in a folder of the test's own."""
    settings.WORKPLACE = tmp_path
    return tmp_path


def sign_in_administrator(page: Page, url: str) -> None:
    """Give the browser an administrator's session."""
    user = open_account(email="ada@exempel.se", name="Ada")
    set_administrator(user, is_administrator=True)
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": url}]
    )
