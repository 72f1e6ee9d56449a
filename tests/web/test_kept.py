"""Pages are kept while nothing has changed, and never a moment longer."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import connection, transaction
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
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": memory}}
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
    assert "2031" in sonja.get(PAGE).content.decode()


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
