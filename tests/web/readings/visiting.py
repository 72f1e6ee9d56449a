"""Visiting the pages of readings: who, and what they send and see."""

from io import BytesIO

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from radslag.agreement.vocabulary import AccessRole
from radslag.formats.understanding import Found
from radslag.records.models import (
    Cooperation,
    Reading,
)
from radslag.services.accounts import give_role, open_account
from radslag.services.readings.applying import NewCooperation, apply
from tests.services.readings.invented import (
    TODAY,
    accept_all,
    actor,
    proposed,
    said,
)
from tests.web.people import LONG_AGO

START = "/las-in/handlingar/"
PLAN = "Verksamhetsplan och budget 2026\n\nSamverkan mellan Botkyrka och Salem.\n"


def secretariat(cooperation: Cooperation) -> Client:
    user = open_account(email="sonja@exempel.se", name="Sonja")
    give_role(user, cooperation, AccessRole.SECRETARIAT, granted_from=LONG_AGO)
    client = Client()
    client.force_login(user)
    return client


def sent_file(name: str, content: str | bytes) -> BytesIO:
    file = BytesIO(content.encode() if isinstance(content, str) else content)
    file.name = name
    return file


def page_of(client: Client, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def number_of_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def send(client: Client, *files: BytesIO, address: str = START):
    return client.post(address, {"documents": list(files)})


def filled(page: html.HtmlElement, **typed: str) -> dict[str, str]:
    form = page.cssselect("main form.proposal-form")[0]
    return {name: value or "" for name, value in form.form_values()} | typed


def applied_in_a_cooperation() -> tuple[Reading, Client]:
    reading = proposed()
    accept_all(reading)
    apply(actor(), reading, TODAY, NewCooperation("Samverkan Sjöviken", "sjoviken"))
    assert reading.cooperation is not None
    return reading, secretariat(reading.cooperation)


def people(number: int) -> list[Found]:
    return [
        Found("people", f"p-{each}", {"name": said(f"Person {each}", "Norrsjö")})
        for each in range(number)
    ]
