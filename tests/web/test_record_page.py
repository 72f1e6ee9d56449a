"""A record's page: every kind of record can be read, with sources and history."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from radslag.agreement.vocabulary import AccessRole
from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import (
    Activity,
    Agreement,
    Citation,
    Cooperation,
    Term,
    choose,
)
from radslag.records.sections import SECTIONS
from radslag.services import journal
from radslag.services.accounts import give_role
from radslag.services.citing import cited
from radslag.services.cooperation_file import load
from radslag.services.journal import Actor
from radslag.services.records_read import MOST_CHILDREN
from radslag.services.saying import said
from radslag.web import showing
from tests.factories import cooperation_facts, exactly
from tests.services.journaling import ACTOR
from tests.web.conftest import OPEN, House
from tests.web.people import LONG_AGO, account

pytestmark = pytest.mark.django_db
KEY = cooperation_facts()["key"]
MOST_QUERIES = 12
SONJA = Actor("Sonja Strateg", datetime(2026, 3, 2, 12, 30, tzinfo=UTC))


def loaded(number: int) -> Client:
    load(write_yaml(cooperation_facts(), exactly(number)), actor=ACTOR)
    user = account("läsare")
    give_role(
        user, Cooperation.objects.get(), AccessRole.REGISTRAR, granted_from=LONG_AGO
    )
    client = Client()
    client.force_login(user)
    return client


def page_of(client: Client, section: str, key: str) -> html.HtmlElement:
    answer = client.get(showing.record_address(section, key, KEY))
    assert answer.status_code == 200, (section, key)
    return html.fromstring(answer.content)


def plain(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def keys_of(section: str) -> list[str]:
    with choose(Cooperation.objects.get()):
        return list(SECTIONS[section].objects.values_list("key", flat=True))


@pytest.mark.parametrize("number", [1, 3])
def test_every_kind_of_record_has_a_page_in_few_questions(number):
    client = loaded(number)
    counted = {}
    for section in SECTIONS:
        if section == "accepted_findings":
            continue
        key = keys_of(section)[0]
        with CaptureQueriesContext(connection) as asked:
            page = page_of(client, section, key)
        counted[section] = len(asked)
        (heading,) = page.xpath("//h1")
        assert plain(heading)
        assert {plain(each) for each in page.xpath("//main//section/h2")} >= {
            "Uppgifter",
            "Källa",
            "Historik",
        }

    assert {each for each in counted.items() if each[1] > MOST_QUERIES} == set()


def test_questions_are_the_same_however_much_hangs_on_a_record():
    client = loaded(1)
    places = [("municipalities", keys_of("municipalities")[0])]
    places += [("plans", keys_of("plans")[0]), ("bodies", keys_of("bodies")[0])]

    def counted() -> list[int]:
        numbers = []
        for section, key in places:
            with CaptureQueriesContext(connection) as asked:
                page_of(client, section, key)
            numbers.append(len(asked))
        return numbers

    with choose(Cooperation.objects.get()):
        few = counted()
        activity = Activity.objects.get()
        new = [
            Activity(key=f"ny-{each}", plan=activity.plan, title=f"Aktivitet {each}")
            for each in range(MOST_CHILDREN + 5)
        ]
        journal.add_many(ACTOR, new)

    assert counted() == few


def test_what_hangs_on_a_record_is_listed_with_its_number_and_capped():
    client = loaded(1)
    with choose(Cooperation.objects.get()):
        activity = Activity.objects.get()
        new = [
            Activity(key=f"ny-{each}", plan=activity.plan, title=f"Aktivitet {each}")
            for each in range(MOST_CHILDREN + 4)
        ]
        journal.add_many(ACTOR, new)

    page = page_of(client, "plans", activity.plan.key)

    (section,) = page.xpath("//section[h2[contains(., 'aktiviteter')]]")
    assert plain(section.find("h2")) == f"aktiviteter {MOST_CHILDREN + 5}"
    assert len(section.cssselect("li a")) == MOST_CHILDREN
    assert "och 5 till" in plain(section)


def test_a_reference_leads_to_the_other_record():
    client = loaded(1)
    with choose(Cooperation.objects.get()):
        activity = Activity.objects.get()

    page = page_of(client, "activities", activity.key)

    (link,) = page.xpath("//main//section[1]/dl/div[dt='verksamhetsplan']/dd/a")
    assert link.get("href") == f"/{KEY}/post/plans/{activity.plan.key}/"
    assert client.get(link.get("href")).status_code == 200


def test_sources_are_told_field_by_field():
    client = loaded(1)
    with choose(Cooperation.objects.get()):
        activity = Activity.objects.get()
        document = Citation.objects.get().document
        journal.add(
            ACTOR,
            Citation(
                key="kalla",
                section="activities",
                record_key=activity.key,
                field="title",
                document=document,
                place="sidan 4",
                words="Ta fram en plan",
                certainty="doubtful",
                is_inference=True,
                reason="Ordet är otydligt",
            ),
        )
        found = cited(["activities"])

    page = page_of(client, "activities", activity.key)

    (source,) = [each for each in page.cssselect(".source") if "sidan 4" in plain(each)]
    text = plain(source)
    assert text.startswith("aktivitet ")
    for words in (
        "Ta fram en plan",
        "tveksam",
        "slutledning",
        "Skäl: Ordet är otydligt",
    ):
        assert words in text
    assert ("activities", activity.key) in found


def test_history_tells_who_when_and_from_what_to_what():
    client = loaded(1)
    with choose(Cooperation.objects.get()):
        activity = Activity.objects.get()
        before = activity.get_status_display()
        journal.change(
            SONJA, activity, {"status": "done", "goal": None, "cost_sek": 1500}
        )

    page = page_of(client, "activities", activity.key)

    latest = page.cssselect(".history-line")[0]
    text = plain(latest)
    assert text.startswith("ändrad 2 mars 2026 av Sonja Strateg")
    told = {
        plain(row.find("dt")): plain(row.find("dd"))
        for row in latest.cssselect("dl > div")
    }
    assert told["kostnad, kronor"].endswith("blev 1 500 kr")
    assert told["läge"] == f"{before} →blev klar"


def test_a_removed_record_says_when_and_by_whom():
    client = loaded(1)
    with choose(Cooperation.objects.get()):
        activity = Activity.objects.get()
        title = " ".join(activity.title.split())
        journal.remove_many(SONJA, [activity])

    page = page_of(client, "activities", activity.key)

    notice = plain(page.cssselect(".notice")[0])
    assert "Borttagen 2 mars 2026 av Sonja Strateg." in notice
    assert plain(page.xpath("//h1")[0]) == title
    assert page.xpath("//h2[.='Uppgifter']") == []


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ("activities", "finns-inte"),
        ("finns-inte", "x"),
        ("activities", "a%00b"),
        ("activities", "x" * 5000),
        ("activities", "😀"),
        ("changes", "1"),
        ("cooperation", "1"),
    ],
)
def test_what_never_was_is_not_found(section, key):
    assert loaded(1).get(f"/{KEY}/post/{section}/{key}/").status_code == 404


def test_the_public_may_not_read_records(house: House):
    for name, status in (("anonymous", 302), ("no role", 404), ("stranger", 404)):
        visitors = [each for each in house.visitors if each.name == name]
        for visitor in visitors:
            address = showing.record_address(
                "plans", house.shown.rows["plans"].key, OPEN
            )
            assert visitor.client.get(address).status_code == status


def test_a_record_of_another_cooperation_is_not_found(house: House):
    client = house.visitor(AccessRole.SECRETARIAT.value).client
    theirs = house.closed.rows["plans"].key

    assert client.get(f"/{OPEN}/post/plans/{theirs}/").status_code == 404


def test_accepted_findings_are_read_by_those_who_may_review(house: House):
    address = showing.record_address(
        "accepted_findings", house.shown.rows["accepted_findings"].key, OPEN
    )
    statuses = {
        role: house.visitor(role.value).client.get(address).status_code
        for role in AccessRole
    }

    assert {role for role, status in statuses.items() if status == 404} == {
        AccessRole.NETWORK_MEMBER,
        AccessRole.REGISTRAR,
    }


@pytest.mark.parametrize(
    ("section", "facts", "expected"),
    [
        ("activities", {"year": 2026}, "/x/plan/2026/#nyckel"),
        ("activities", {}, "/x/post/activities/nyckel/"),
        ("plans", {"year": 2026}, "/x/plan/2026/"),
        ("fees", {"year": 2020}, "/x/ekonomi/2020/"),
        ("paragraphs", {"paragraph": "8"}, "/x/avtalet/#p8"),
        ("terms", {"paragraph": "8"}, "/x/avtalet/#p8"),
        ("terms", {}, "/x/post/terms/nyckel/"),
        ("goals", {"path": ("sup", "nyckel")}, "/x/mal/sup/nyckel/"),
        ("meetings", {"path": ("nyckel",)}, "/x/moten/nyckel/"),
        ("decisions", {"path": ("mote",)}, "/x/moten/mote/"),
        ("adoptions", {"path": ("sup", "ks")}, "/x/antaganden/sup/ks/"),
        ("papers", {"path": ("mote",)}, "/x/post/papers/nyckel/"),
        ("documents", {"year": 2020}, "/x/post/documents/nyckel/"),
    ],
)
def test_address_leads_to_where_a_record_is_shown(section, facts, expected):
    assert showing.address_of(section, "nyckel", "x", **facts) == expected


def a_term(kind: str, value: dict[str, object]) -> Term:
    agreement = Agreement.objects.get()
    term = Term(
        **{"key": "villkor", "agreement": agreement, "kind": kind, "value": value},
        applies_from=LONG_AGO,
    )
    journal.add(ACTOR, term)
    return term


def test_what_a_term_said_before_is_told_in_words():
    client = loaded(1)
    with choose(Cooperation.objects.get()):
        term = a_term("fee", {"rule": "per_resident", "rate_sek": 4})
        before = said(term).replace("\u00a0", " ")
        journal.change(SONJA, term, {"value": {"rule": "per_resident", "rate_sek": 5}})
        after = said(term).replace("\u00a0", " ")

    (history,) = page_of(client, "terms", term.key).cssselect("ol.history")

    assert before != after
    assert before in plain(history)
    assert after in plain(history)
    assert "{" not in plain(history)


def test_what_a_term_that_is_gone_said_is_told_in_words():
    client = loaded(1)
    with choose(Cooperation.objects.get()):
        term = a_term("fee", {"rule": "per_resident", "rate_sek": 4})
        before = said(term).replace("\u00a0", " ")
        journal.remove_many(SONJA, [term])

    (history,) = page_of(client, "terms", term.key).cssselect("ol.history")

    assert before in plain(history)
    assert "{" not in plain(history)
