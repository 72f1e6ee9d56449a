"""Makes the pictures of docs/using.md from the running demonstration.

They are made by a script so that they never show a page that is no more. The same
program gives the same pictures: the day is pretended, nothing moves, and a picture is
taken when the fonts have come. `make pictures` runs it; it needs Chromium.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import (
    Browser,
    FilePayload,
    Page,
    StorageState,
    ViewportSize,
    sync_playwright,
)

from tools import chromium

TOP = Path(__file__).resolve().parent.parent
FOLDER = TOP / "docs/pictures"
TODAY = "2026-11-21"
PASSWORD = "exempel-for-bilderna"  # noqa: S105 - of a demonstration that lives a minute
EMAIL = "strateg@exempel.se"
ADDRESS = "127.0.0.1"
WIDE, NARROW = 1280, 390
LARGEST_BYTES = 120_000
COLOURS = 128
HISTORY = ".edit-history"
PATIENCE_SECONDS = 120
# An invented document, for the pictures of reading one.
DOCUMENT_NAME = "anteckningar.txt"
DOCUMENT = """Minnesanteckningar

Ledningsgruppen, fredagen den 13 november 2026, kl. 9.00-11.30
Plats: Fyren, kommunhuset i Nynäshamn

Närvarande
Maja Lindqvist-Holm, kommundirektör, Botkyrka
Peter Granström, kommundirektör, Haninge
Olga Björnfors, biträdande kommundirektör, Salem

§ 1 Val av justerare
Ledningsgruppen utser Olga Björnfors att justera anteckningarna.

§ 2 Budget 2027
Kansliet visade ett utkast. Ledningsgruppen beslutade att bordlägga punkten.

§ 3 Nästa möte
Nästa möte hålls den 11 december 2026 i Tyresö.
"""


@dataclass(frozen=True)
class Picture:
    """One picture: the page it shows, how much of it, and what is opened first."""

    name: str
    address: str
    height: int = 800
    width: int = WIDE
    # Brought to the top of the picture: what the picture is about.
    top: str = ""
    # Clicked before the picture is taken.
    opens: str = ""
    # Left out, because it tells the hour: the journal does.
    hides: str = ""


PICTURES = (
    Picture("laget", "laget/", height=860),
    Picture("telefon", "laget/", width=NARROW, height=780),
    Picture("mal", "mal/"),
    Picture("jamfor", "mal/jamfor/"),
    Picture("plan", "plan/2026/", height=900),
    Picture("moten", "moten/"),
    Picture("mote", "moten/lg-2022-10-28/", height=900),
    Picture("ekonomi", "ekonomi/2020/", height=900),
    Picture("varfor", "ekonomi/2020/", height=560, top="main table",
            opens="tr:has(th:text-is('Haninge')) + tr summary"),
    Picture("invanarantal", "ny/invanarantal/?counted_on=2025-12-31", height=760),
    Picture("organisation", "organisation/?den=2022-10-28"),
    Picture("antaganden", "antaganden/", height=860),
    Picture("anta", "andra/adoptions/sup-2040-ks-salem/", height=860,
            hides=HISTORY),
    Picture("avtalet", "avtalet/"),
    Picture("granskning", "granskning/"),
    Picture("sok", "sok/?q=laddinfrastruktur", height=640),
    Picture("andra", "andra/activities/2026-regional-plan/", height=900,
            hides=HISTORY),
    Picture("narvaro", "ny/narvaro/lg-2022-10-28/", height=760),
    Picture("delgivning", "ny/deliveries/", height=900),
    Picture("indikator", "ny/indicators/", height=760),
    Picture("lasningar", "lasningar/", height=480, hides="main .table-region"),
    Picture("granska", "lasningar/1/", height=900),
    Picture("fil", "fil/", height=720),
)  # fmt: skip


def main() -> int:
    """Make every picture anew, and take away what is no longer one."""
    path = chromium.find()
    if path is None:
        print(f"No Chromium here, so no pictures are made. {chromium.HOW}")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with demonstration() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--font-render-hinting=none"],
            env={**os.environ, "LANGUAGE": "sv"},
        )
        signed_in = sign_in(browser, site)
        read_a_document(browser, site, signed_in)
        for picture in PICTURES:
            content = taken(browser, site, signed_in, picture)
            (FOLDER / f"{picture.name}.png").write_bytes(content)
            print(f"  {picture.name}.png  {len(content) // 1000} kB")
        browser.close()
    for old in set(FOLDER.glob("*.png")) - {
        FOLDER / f"{picture.name}.png" for picture in PICTURES
    }:
        old.unlink()
    return 0


@contextmanager
def demonstration() -> Iterator[str]:
    """Serve the demonstration on a free port for as long as it is needed."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "exempel-losenord.txt").write_text(f"{PASSWORD}\n", "utf-8")
        command = [sys.executable, "manage.py", "demo", "--port", str(port)]
        server = subprocess.Popen(
            command,
            cwd=TOP,
            env={
                **os.environ,
                "RADSLAG_FOLDER": folder,
                "RADSLAG_TODAY": TODAY,
                "RADSLAG_DEBUG": "1",
                "DATABASE_URL": f"sqlite:///{folder}/radslag.sqlite3",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(port, server)
            yield f"http://{ADDRESS}:{port}"
        finally:
            server.terminate()
            server.wait()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Wait until the program answers; stop if it has ended instead."""
    last = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < last and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((ADDRESS, port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("The demonstration did not start.")


def taken(
    browser: Browser, site: str, signed_in: StorageState, picture: Picture
) -> bytes:
    """Return a picture of a page, as the secretariat sees it."""
    context = browser.new_context(
        base_url=site,
        storage_state=signed_in,
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        viewport=ViewportSize(width=picture.width, height=picture.height),
        color_scheme="light",
        reduced_motion="reduce",
        device_scale_factor=1,
    )
    page = context.new_page()
    answer = page.goto(f"/sodertorn/{picture.address}")
    if answer is None or not answer.ok:
        raise SystemExit(f"/sodertorn/{picture.address} does not open.")
    show(page, picture)
    content = page.screenshot(animations="disabled", caret="hide", scale="css")
    context.close()
    return made_small(content)


def sign_in(browser: Browser, site: str) -> StorageState:
    """Sign the secretariat in by the ordinary page, once for all pictures."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto("/konto/login/")
    page.locator("input[name=login]").fill(EMAIL)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/laget/")
    state = context.storage_state()
    context.close()
    return state


def read_a_document(browser: Browser, site: str, signed_in: StorageState) -> None:
    """Send an invented document in, and wait until it can be reviewed."""
    context = browser.new_context(base_url=site, storage_state=signed_in)
    page = context.new_page()
    page.goto("/sodertorn/lasningar/")
    document = FilePayload(
        name=DOCUMENT_NAME, mimeType="text/plain", buffer=DOCUMENT.encode()
    )
    page.locator("input[type=file]").set_input_files(document)
    page.locator(".drop-form button[type=submit]").click()
    page.wait_for_selector(".review", timeout=PATIENCE_SECONDS * 1000)
    context.close()


def show(page: Page, picture: Picture) -> None:
    """Open and bring forward what the picture is about."""
    if picture.opens:
        page.locator(picture.opens).first.click()
    if picture.hides:
        page.locator(picture.hides).evaluate("it => it.remove()")
    if picture.top:
        page.locator(picture.top).first.evaluate("it => it.scrollIntoView()")
    page.evaluate("() => document.activeElement?.blur()")
    page.mouse.move(0, 0)
    page.evaluate("() => document.fonts.ready")


def made_small(content: bytes) -> bytes:
    """Return a picture with fewer colours: a page has few, and letters stay sharp."""
    written = BytesIO()
    with Image.open(BytesIO(content)) as picture:
        few = picture.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        few.save(written, "PNG", optimize=True)
    if len(written.getvalue()) > LARGEST_BYTES:
        raise SystemExit(f"A picture is larger than {LARGEST_BYTES} bytes.")
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main())
