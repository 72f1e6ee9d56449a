"""Fills in the forms of the editing pages the way a browser does."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation
from radslag.services.accounts import give_role, open_account
from radslag.web.secretariat.editing.editors import EDITORS

COOPERATION = "sodertorn"
Typed = dict[str, list[str]]


def address(*parts: str) -> str:
    """Return an address within the cooperation."""
    return "/" + "/".join([COOPERATION, *parts]) + "/"


def page_of(answer: Any) -> html.HtmlElement:
    """Return an answer's page."""
    return html.fromstring(answer.content)


def typed_in(answer: Any, css: str = "form.edit-form") -> Typed:
    """Return what the page's form would send as it stands."""
    (form,) = page_of(answer).cssselect(css)
    typed: Typed = {}
    texts = {each.get("name") for each in form.cssselect("textarea")}
    for name, value in form.form_values():
        # A browser leaves out the line break that opens a text.
        shown = value.removeprefix("\n") if name in texts else value
        typed.setdefault(name, []).append(shown)
    for each in form.cssselect("input[name]:not([value])"):
        if each.get("type") not in {"checkbox", "radio"}:
            typed[each.get("name")] = [""]
    typed.pop("csrfmiddlewaretoken", None)
    return typed


def opened(client: Client, section: str, key: str) -> Typed:
    """Open a record's form and return what it would send."""
    answer = client.get(address("andra", section, key))
    assert answer.status_code == 200, (section, key)
    return typed_in(answer)


def send(
    client: Client, section: str, key: str, typed: Typed, **changed: Any
) -> HttpResponse:
    """Send a record's form, with some fields typed over."""
    return client.post(address("andra", section, key), typed | changed)


def faults(answer: Any) -> dict[str, str]:
    """Return the fault at each field, by the field's name."""
    found = {}
    for each in page_of(answer).cssselect(".field-error"):
        name = each.get("id").removeprefix("id_").removesuffix("_error")
        found[name] = " ".join(each.text_content().split()).removeprefix("Fel: ")
    return found


def said(client: Client, answer: Any) -> str:
    """Follow an answer and return the message on the page it leads to."""
    page = page_of(client.get(answer.headers["Location"]))
    return " ".join(
        " ".join(each.text_content().split()) for each in page.cssselect(".messages")
    )


def undo(client: Client, answer: Any) -> HttpResponse:
    """Follow an answer and press Ångra in the message."""
    page = page_of(client.get(answer.headers["Location"]))
    (form,) = page.cssselect(".messages form")
    return client.post(form.get("action"))


def signed_in(cooperation: Cooperation, name: str, role: AccessRole) -> Client:
    """Return somebody signed in with a role."""
    user = open_account(
        email=f"{name}@exempel.se", name=name, password="correct horse battery staple"
    )
    give_role(user, cooperation, role, granted_from=date(2010, 1, 1))
    client = Client()
    client.force_login(user)
    return client


def some(section: str) -> str:
    """Return the key of some record of the section, if there is one."""
    model = EDITORS[section].form.model
    return model.objects.values_list("key", flat=True).first() or ""
