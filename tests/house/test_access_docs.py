"""Every address is in the written table, and the page made of the table is current."""

import importlib.util
from types import ModuleType

from django.test import Client
from django.test.utils import override_settings
from django.urls import path

from radslag.config.urls import urlpatterns as real_urlpatterns
from radslag.web.access import TABLE
from radslag.web.public.start import start
from tests.house.tree import DOCS

urlpatterns = [path("glomd/", start, name="forgotten"), *real_urlpatterns]


def page_maker() -> ModuleType:
    path_of_maker = DOCS / "access_page.py"
    spec = importlib.util.spec_from_file_location("access_page", path_of_maker)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def unlisted() -> set[str]:
    """Name the addresses that the resolver knows and the table does not."""
    return {name for name, _address in page_maker().all_addresses()} - set(TABLE)


def test_access_page_is_current() -> None:
    page = (DOCS / "access.md").read_text(encoding="utf-8")

    assert page == page_maker().access_page(), "run: python docs/access_page.py"


def test_every_address_is_in_the_table() -> None:
    assert unlisted() == set()


def test_the_table_holds_no_other_addresses() -> None:
    names = {name for name, _address in page_maker().all_addresses()}

    assert set(TABLE) - names == set()


@override_settings(ROOT_URLCONF="tests.house.test_access_docs")
def test_an_address_outside_the_table_is_noticed() -> None:
    assert unlisted() == {"forgotten"}


@override_settings(ROOT_URLCONF="tests.house.test_access_docs")
def test_an_address_outside_the_table_answers_nobody() -> None:
    assert Client().get("/glomd/").status_code == 404


def test_nothing_is_sent_to_an_address_that_only_tells() -> None:
    told = [name for name, entry in TABLE.items() if entry.what.startswith("Besked")]

    assert {name for name in told if "POST" in TABLE[name].methods} == set()
