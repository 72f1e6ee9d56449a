"""Reading pages in tests: who looks, and what a browser would read."""

import functools
import gc
from datetime import UTC, date, datetime
from importlib.resources import files

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation
from radslag.services.accounts import give_role
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from radslag.web import drawn

ACTOR = Actor("Kansliet", datetime(2026, 1, 22, 13, tzinfo=UTC))
TODAY = date(2026, 11, 21)


def load_sodertorn() -> None:
    """Load the cooperation that is shipped as an example."""
    text = files("radslag.web.demo").joinpath("sodertorn.yaml").read_bytes()
    load(text, actor=ACTOR)


def join(key: str) -> None:
    """Give the one user the secretariat's role."""
    give_role(
        User.objects.get(),
        Cooperation.objects.get(key=key),
        AccessRole.SECRETARIAT,
        granted_from=date(2010, 1, 1),
    )


def seen(client: Client, address: str, key: str = "sodertorn") -> html.HtmlElement:
    """Return the page at an address of a cooperation, as a browser reads it."""
    answer = client.get(f"/{key}/{address}")
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def words(element: html.HtmlElement) -> str:
    """Return the words of a piece of a page, with plain spaces."""
    return " ".join(element.text_content().replace("\N{NO-BREAK SPACE}", " ").split())


def row_of(page: html.HtmlElement, name: str) -> list[str]:
    """Return the cells of the first table row whose heading is this name."""
    row = page.xpath("//tr[th[normalize-space()=$name]]", name=name)[0]
    return [words(cell) for cell in row.xpath("td")]


def questions_for(client: Client, address: str, key: str = "prov") -> list[str]:
    """Return what the database is asked for a page that nothing is known of.

    Asked again, when all that was worked out and drawn is at hand, the page must ask
    the same: what is found again may not stand for a question.
    """
    forget_all()
    first, again = (_asked(client, f"/{key}/{address}") for _ in range(2))
    assert len(first) == len(again), "\n".join(first)
    return first


def _asked(client: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200
    return [each["sql"] for each in asked]


def forget_all() -> None:
    """Forget what has been worked out and drawn in this process."""
    drawn.forget()
    for found in gc.get_objects():
        # Asking a lazy object what it is would make it.
        if type(found) is not functools._lru_cache_wrapper:
            continue
        if str(found.__module__).startswith("radslag."):
            found.cache_clear()
