"""The pages in English: every sentence is put into it, and the pages say so."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.test import Client
from lxml import html

from tests.house.tree import PACKAGE
from tests.web.conftest import OPEN, House

WEB = PACKAGE / "web"
TRANSLATIONS = Path("locale/en/LC_MESSAGES/django.po")
PARAMETER = re.compile(r"%\((\w+)\)s")
HEADINGS = {
    "": "Samverkan oppen",
    "laget/": "Overview",
    "mal/": "zqsprogrammesname",
    "mal/jamfor/": "Compare programmes",
    "plan/": "zqsplanstitle",
    "moten/": "Meetings",
    "organisation/": "Organisation",
    "antaganden/": "Adoptions",
    "avtalet/": "zqsagreementstitle",
    "avtalet/uppsagning/": "Work out a withdrawal",
    "avtalet/sarskilt-projekt/": "Work out a special project",
    "granskning/": "Review",
    "sok/": "Search",
    "ord/": "The words we use",
    "andra/": "Records to edit",
    "ny/invanarantal/": "Fill in population figures",
    "ny/meetings/": "Add a meeting",
    "fil/": "Cooperation file",
}
OUTSIDE = {
    "/konto/login/": "Sign in",
    "/konto/signup/": "Accounts are given by the secretariat",
    "/konto/password/reset/": "Forgotten password",
    "/konto/password/reset/done/": "Check your email",
    "/finns/inte/": "The page does not exist, or you do not have access to it",
}


def catalogue(folder: Path) -> Catalog:
    """Read the translations under a folder."""
    with (folder / TRANSLATIONS).open("rb") as file:
        return read_po(file)


def translated() -> list[Message]:
    """Return every sentence of the pages with its English."""
    return [message for message in catalogue(WEB) if message.id]


def texts(said: str | tuple[str, ...] | list[str]) -> list[str]:
    """Return a text, or the texts for one and for many, as a list."""
    return [said] if isinstance(said, str) else list(said)


def test_every_sentence_is_put_into_english() -> None:
    missing = [
        message.id
        for message in translated()
        if message.fuzzy or not all(texts(message.string))
    ]

    assert missing == []
    assert len(translated()) > 1000


def test_english_says_what_varies() -> None:
    """A name that is lost in translation would be an error on the page."""
    lost = [
        message.id
        for message in translated()
        for swedish, said in zip(texts(message.id), texts(message.string), strict=True)
        if set(PARAMETER.findall(said)) != set(PARAMETER.findall(swedish))
    ]

    assert lost == []


def test_translations_hold_every_sentence_of_the_pages(tmp_path: Path) -> None:
    if shutil.which("xgettext") is None:
        pytest.skip("no gettext here; to have it: apt-get install gettext")
    copy = tmp_path / "web"
    shutil.copytree(WEB, copy, ignore=shutil.ignore_patterns("static", "__pycache__"))
    words = ("makemessages", "--locale", "en", "--no-obsolete", "--verbosity", "0")

    subprocess.run(
        [sys.executable, "-m", "django", *words], cwd=copy, check=True, text=True
    )

    gathered = {str(message.id) for message in catalogue(copy)}
    known = {str(message.id) for message in catalogue(WEB)}
    assert gathered - known == set(), "run: make translate"
    assert known - gathered == set(), "run: make translate"


def told(client: Client, address: str) -> tuple[str, str]:
    """Return a page's language and its heading."""
    page = html.fromstring(client.get(address).content)
    (heading,) = page.cssselect("h1")
    return page.get("lang", ""), " ".join(heading.text_content().split())


@pytest.mark.parametrize("page", HEADINGS)
def test_page_of_a_cooperation_is_in_english(house: House, page: str) -> None:
    client = house.visitor("secretariat").client
    client.post("/sprak/", {"language": "en"})

    assert told(client, f"/{OPEN}/{page}") == ("en", HEADINGS[page])


def test_page_with_a_year_is_in_english(house: House) -> None:
    client = house.visitor("secretariat").client
    client.post("/sprak/", {"language": "en"})
    year = house.today.year

    assert told(client, f"/{OPEN}/ekonomi/") == ("en", f"Finances {year}")


@pytest.mark.parametrize("address", OUTSIDE)
def test_page_outside_is_in_english(db: None, address: str) -> None:
    english = Client(headers={"accept-language": "en"})

    assert told(english, address) == ("en", OUTSIDE[address])


def test_pages_are_in_swedish_unless_asked(db: None) -> None:
    assert told(Client(), "/konto/login/") == ("sv", "Logga in")


def test_roles_and_menu_are_in_english(house: House) -> None:
    client = house.visitor("management_group").client
    client.post("/sprak/", {"language": "en"})

    page = html.fromstring(client.get(f"/{OPEN}/plan/").content)

    menu = [link.text_content() for link in page.cssselect(".site-navigation a")]
    assert menu == [
        "Overview",
        "Goals",
        "Plan",
        "Meetings",
        "Finances",
        "Organisation",
        "Adoptions",
        "Agreement",
        "Review",
    ]
    (roles,) = page.cssselect(".viewer-roles")
    assert roles.text_content() == "management group"


def test_menu_holds_only_what_may_be_opened(house: House) -> None:
    page = html.fromstring(house.visitor("registrar").client.get("/oppen/").content)

    menu = {
        link.text_content(): link.get("href")
        for link in page.cssselect(".site-navigation a")
    }
    assert menu == {
        "Läget": "/oppen/laget/",
        "Mål": "/oppen/mal/",
        "Plan": "/oppen/plan/",
        "Möten": "/oppen/moten/",
        "Ekonomi": "/oppen/ekonomi/",
        "Organisation": "/oppen/organisation/",
        "Antaganden": "/oppen/antaganden/",
        "Avtalet": "/oppen/avtalet/",
    }
