"""Pages are kept while nothing has changed, and never a moment longer."""

import re
from datetime import UTC, date, datetime
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import connection, transaction
from django.template import Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from radslag.agreement.vocabulary import AccessRole
from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import AnnualPlan, Cooperation, choose
from radslag.services import journal
from radslag.services.accounts import give_role, open_account
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from tests.factories import cooperation_facts, exactly

pytestmark = pytest.mark.django_db
ACTOR = Actor("Kansliet", datetime(2026, 1, 22, 13, tzinfo=UTC))
QUERIES_OF_A_KEPT_PAGE = 3
PAGE = "/prov/plan/"


@pytest.fixture(autouse=True)
def _keeping(settings):
    """Let pages be kept, as outside the tests."""
    memory = "radslag.web.page_store.PageStore"
    pages = {"BACKEND": memory, "LOCATION": "1000000"}
    settings.CACHES = settings.CACHES | {"pages": pages}
    caches["pages"].clear()


@pytest.fixture
def cooperation() -> Cooperation:
    """Return a cooperation with two of everything."""
    load(write_yaml(cooperation_facts("prov"), exactly(2)), actor=ACTOR)
    return Cooperation.objects.get()


def signed_in(cooperation: Cooperation, name: str, role: AccessRole) -> Client:
    """Return somebody who has signed in with a role."""
    user = open_account(email=f"{name.lower()}@exempel.se", name=name)
    give_role(user, cooperation, role, granted_from=date(2010, 1, 1))
    client = Client()
    client.force_login(User.objects.get(pk=user.pk))
    return client


@pytest.fixture
def sonja(cooperation) -> Client:
    return signed_in(cooperation, "Sonja", AccessRole.SECRETARIAT)


def rename(cooperation: Cooperation, title: str) -> None:
    """Write a new title on every plan, through the journal."""
    with choose(cooperation):
        for plan in AnnualPlan.objects.all():
            journal.change(ACTOR, plan, {"title": title})


def headings(client: Client, address: str = PAGE) -> list[str]:
    """Return the page's h1, read anew."""
    page = html.fromstring(client.get(address).content)
    return [each.text_content().strip() for each in page.xpath("//h1")]


def test_kept_page_asks_only_who_looks(sonja):
    first = sonja.get(PAGE)

    with CaptureQueriesContext(connection) as asked:
        second = sonja.get(PAGE)

    assert len(asked) == QUERIES_OF_A_KEPT_PAGE
    assert len(second.content) == len(first.content)


def test_change_is_seen_at_the_next_request(sonja, cooperation):
    sonja.get(PAGE)

    rename(cooperation, "En ny rubrik")

    assert headings(sonja) == ["En ny rubrik"]


def test_change_of_the_cooperation_itself_is_seen(sonja, cooperation):
    sonja.get(PAGE)

    journal.save_cooperation(cooperation, {"name": "Ett nytt namn", "short_name": ""})

    assert "Ett nytt namn" in sonja.get(PAGE).content.decode()


def test_change_that_is_rolled_back_leaves_the_page(sonja, cooperation):
    before = headings(sonja)

    with transaction.atomic():
        rename(cooperation, "Aldrig sparad")
        transaction.set_rollback(True)

    assert headings(sonja) == before


def test_each_viewer_sees_the_own_name_and_token(sonja, cooperation):
    sonja.get(PAGE)
    other = signed_in(cooperation, "Sixten <&", AccessRole.SECRETARIAT)

    pages = [html.fromstring(each.get(PAGE).content) for each in (sonja, other)]

    names = [page.cssselect(".viewer-name")[0].text_content() for page in pages]
    tokens = [
        page.xpath("//input[@name='csrfmiddlewaretoken']/@value") for page in pages
    ]
    assert names == ["Sonja", "Sixten <&"]
    assert len(set(tokens[0])) == 1
    assert tokens[0][0] != tokens[1][0]


def test_token_of_a_kept_page_is_taken(cooperation, settings):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in(cooperation, "Sonja", AccessRole.SECRETARIAT).cookies
    strict.get(PAGE)
    page = html.fromstring(strict.get(PAGE).content)
    token = page.xpath("//input[@name='csrfmiddlewaretoken']/@value")[0]

    answer = strict.post(
        "/sprak/", {"language": "en", "next": PAGE, "csrfmiddlewaretoken": token}
    )

    assert answer.status_code == 302


def test_another_role_language_day_or_address_is_another_page(
    sonja, cooperation, settings
):
    sonja.get(PAGE)
    auditor = signed_in(cooperation, "Rolf", AccessRole.AUDITOR)

    assert "Ändra" not in auditor.get(PAGE).content.decode()
    sonja.post("/sprak/", {"language": "en", "next": PAGE})
    assert html.fromstring(sonja.get(PAGE).content).get("lang") == "en"
    settings.PRETENDED_TODAY = date(2031, 5, 6)
    # Who signed in another day has been away too long.
    later = signed_in(cooperation, "Lena", AccessRole.SECRETARIAT)
    assert "2031" in later.get(PAGE).content.decode()


def test_page_that_is_not_found_is_not_kept(sonja, cooperation):
    assert sonja.get("/prov/plan/1999/").status_code == 404

    with choose(cooperation):
        plan = AnnualPlan.objects.first()
        journal.change(ACTOR, plan, {"year": 1999})

    assert sonja.get("/prov/plan/1999/").status_code == 200


def test_every_row_of_the_journal_gives_a_new_edition(cooperation):
    before = Cooperation.objects.get().edition

    rename(cooperation, "Två rader")

    assert Cooperation.objects.get().edition > before


def test_saving_the_cooperation_keeps_the_edition(cooperation):
    stale = Cooperation.objects.get()
    rename(cooperation, "Senare")
    edition = Cooperation.objects.get().edition

    journal.save_cooperation(stale, {"name": "Nytt"})

    assert Cooperation.objects.get().edition == edition


def sign_in_form(client: Client, address: str = "/konto/login/") -> tuple[bytes, str]:
    """Return the page without its token, and the token."""
    content = client.get(address).content
    token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', content)
    assert token is not None
    return content.replace(token[1], b""), token[1].decode()


def test_sign_in_page_is_drawn_once_with_a_token_for_each(django_assert_num_queries):
    first, one = sign_in_form(Client())

    with patch.object(Template, "render", side_effect=AssertionError("drawn again")):
        second, other = sign_in_form(Client())

    assert first == second
    assert one != other


def test_sign_in_through_a_kept_page_needs_its_token(cooperation):
    open_account(email="sonja@exempel.se", name="Sonja", password="ett långt lösenord")
    sign_in_form(Client())
    client = Client(enforce_csrf_checks=True)
    _, token = sign_in_form(client)
    sent = {"login": "sonja@exempel.se", "password": "ett långt lösenord"}

    refused = client.post("/konto/login/", sent)
    let_in = client.post("/konto/login/", sent | {"csrfmiddlewaretoken": token})

    assert refused.status_code == 403
    assert let_in.status_code == 302


def test_sign_in_page_is_not_kept_with_where_to_go_next():
    sign_in_form(Client())

    content = Client().get("/konto/login/?next=/prov/plan/").content

    assert b'value="/prov/plan/"' in content


def test_sign_in_page_leads_on_who_is_signed_in(sonja):
    sign_in_form(Client())

    assert sonja.get("/konto/login/").status_code == 302


def test_sign_in_page_is_kept_nowhere_else():
    for _ in range(2):
        client = Client()
        assert "no-store" in client.get("/konto/login/")["Cache-Control"]
