"""Search as people meet it: the page, the palette's answers, and who may ask."""

import json
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from radslag.agreement.vocabulary import AccessRole
from radslag.formats.cooperation_file import write_yaml
from radslag.records.models import Cooperation, Matter, choose
from radslag.records.sections import SECTIONS
from radslag.services import journal
from radslag.services.accounts import give_role
from radslag.services.cooperation_file import load
from radslag.services.search.indexing import rebuild
from radslag.web.secretariat.search import PART
from tests.factories import cooperation_facts, exactly
from tests.services.journaling import ACTOR
from tests.web.canaries import WORD
from tests.web.conftest import CLOSED, OPEN, House
from tests.web.people import LONG_AGO, account

pytestmark = pytest.mark.django_db
GATE = 3
KEY = cooperation_facts()["key"]
# What is kept but says nothing to people: checksums, and names of sections and kinds.
SILENT = {
    "acceptedfindingsfacts",
    "citationsfield",
    "citationsrecordkey",
    "citationssection",
    "documentssha256",
    "termskind",
}


def signed_in(key: str, role: AccessRole = AccessRole.SECRETARIAT) -> Client:
    user = account("sökare")
    chosen = Cooperation.objects.get(key=key)
    give_role(user, chosen, role, granted_from=LONG_AGO)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def loaded() -> Callable[[int], Client]:
    def load_so_many(number: int) -> Client:
        load(write_yaml(cooperation_facts(), exactly(number)), actor=ACTOR)
        return signed_in(KEY)

    return load_so_many


@pytest.fixture
def searched_house(house: House) -> House:
    """Return the house with its rows, which no journal wrote, indexed."""
    for planted in (house.shown, house.closed, house.elsewhere):
        rebuild(planted.cooperation)
    return house


def page_of(client: Client, words: str, key: str = KEY) -> html.HtmlElement:
    answer = client.get(reverse("search", args=[key], query={"q": words}))
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def plain(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def test_answers_mark_the_words_and_keep_them_in_the_form(loaded):
    client = loaded(2)
    with choose(Cooperation.objects.get()):
        journal.add_many(ACTOR, [Matter(key="m-1", title="Kommunens avgift")])
    page = page_of(client, "kommunens avgift")

    (field,) = page.xpath("//main//input[@name='q']")
    assert field.value == "kommunens avgift"
    assert re.fullmatch(r"\d+ träff(ar)?", plain(page.cssselect(".search-summary")[0]))
    for hit in page.cssselect(".hit"):
        assert hit.cssselect("mark")
        assert hit.cssselect("h2 a")[0].get("href").startswith(f"/{KEY}/post/")


def test_kinds_are_links_with_numbers_that_add_up(loaded):
    client = loaded(3)
    page = page_of(client, "kommun")

    links = page.cssselect(".search-kinds a")
    numbers = [int(each.cssselect(".search-number")[0].text) for each in links]
    assert links[0].get("aria-current") == "true"
    assert numbers[0] == sum(numbers[1:])
    for link, number in zip(links[1:], numbers[1:], strict=True):
        chosen = html.fromstring(client.get(link.get("href")).content)
        (current,) = chosen.cssselect(".search-kinds a[aria-current]")
        assert plain(current) == plain(link)
        shown = plain(chosen.cssselect(".search-summary")[0])
        assert shown == (f"{number} träff" if number == 1 else f"{number} träffar")


def test_more_than_a_page_is_turned_by_links(loaded):
    client = loaded(1)
    with choose(Cooperation.objects.get()):
        many = [Matter(key=f"m-{each}", title="Zebra") for each in range(30)]
        journal.add_many(ACTOR, many)
    first = page_of(client, "zebra")
    (forward,) = first.cssselect("nav.pages a[rel=next]")

    second = html.fromstring(client.get(f"/{KEY}/sok/{forward.get('href')}").content)

    assert len(first.cssselect(".hit")) == 25
    assert second.cssselect("ol.hits")[0].get("start") == "26"
    assert second.xpath("//main//input[@name='q']")[0].value == "zebra"


def test_nothing_found_says_so_and_gives_advice(loaded):
    page = page_of(loaded(1), "zyxwvu")

    text = plain(page.cssselect(".empty")[0])
    assert text.startswith("Inget hittades för ”zyxwvu”.")
    assert "mål är inte mal" in text


@pytest.mark.parametrize("words", ["!!!", "😀", "\0", "x" * 10_000])
def test_what_cannot_be_searched_is_said_and_kept(loaded, words):
    page = page_of(loaded(1), words)

    (field,) = page.xpath("//main//input[@name='q']")
    (summary,) = page.cssselect(".search-summary")
    assert plain(summary).startswith("Skriv")
    assert field.get("aria-invalid") == "true"
    assert page.xpath("//title")[0].text.startswith("Fel:")


@pytest.mark.parametrize(
    "query", ["slag=finns-inte", "page=9999", "page=-1", "page=x", "slag=%00&page=%00"]
)
def test_nonsense_in_the_address_is_no_error(loaded, query):
    answer = loaded(1).get(f"/{KEY}/sok/?q=kommun&{query}")

    assert answer.status_code == 200


def test_hostile_words_stay_words(loaded):
    answer = loaded(1).get(
        reverse("search", args=[KEY], query={"q": '"><script>alert(1)</script>'})
    )

    assert b"<script>alert" not in answer.content


def test_a_script_gets_the_answers_alone(loaded):
    client = loaded(1)

    answer = client.get(f"/{KEY}/sok/?q=kommun", headers={PART: "answers"})

    assert b"<html" not in answer.content
    assert html.fromstring(answer.content).cssselect(".hit")


def test_the_palette_finds_and_does(loaded):
    client = loaded(1)
    address = reverse("palette", args=[KEY])
    with choose(Cooperation.objects.get()):
        many = [Matter(key=f"m-{each}", title="Zebra") for each in range(10)]
        journal.add_many(ACTOR, many)

    commands = json.loads(client.get(address).content)["commands"]
    found = json.loads(client.get(f"{address}?q={quote('zebra')}").content)
    refused = json.loads(client.get(f"{address}?q=!!!").content)

    labels = [each["label"] for each in commands]
    assert labels[0] == "Läget"
    assert {"Granskning", "Räkna på en uppsägning", "Logga ut"} <= set(labels)
    assert [each for each in labels if each.startswith("Lägg till aktivitet 20")]
    for each in commands:
        if "url" in each:
            assert client.get(each["url"]).status_code == 200, each
    assert len(found["hits"]) == 9
    assert found["hits"][-1]["url"] == f"/{KEY}/sok/?q=zebra"
    assert refused["hits"] == []
    assert refused["summary"].startswith("Skriv minst ett ord eller ett tal.")


def test_the_palette_does_not_offer_what_may_not_be_opened(house):
    client = house.visitor(AccessRole.REGISTRAR.value).client

    commands = json.loads(client.get(reverse("palette", args=[OPEN])).content)

    labels = {each["label"] for each in commands["commands"]}
    assert "Läget" in labels
    assert "Granskning" not in labels
    assert [label for label in labels if label.startswith("Lägg till")] == []


@pytest.mark.parametrize(
    "address", ["sok/?q=kommun", "sok/palett/?q=kommun", "sok/palett/"]
)
def test_questions_do_not_grow_with_the_answers(loaded, address):
    client = loaded(1)
    counted = []
    for number in (1, 3):
        text = write_yaml(cooperation_facts(), exactly(number))
        load(text, actor=ACTOR, replace=True)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/{KEY}/{address}").status_code == 200
        counted.append(len(asked))

    assert counted[0] == counted[1] <= GATE + 2


def test_no_word_of_another_cooperation_is_ever_found(searched_house):
    client = searched_house.visitor(AccessRole.SECRETARIAT.value).client
    for planted, key in (
        (searched_house.closed, OPEN),
        (searched_house.elsewhere, OPEN),
        (searched_house.shown, CLOSED),
    ):
        for word in sorted(planted.words)[::7]:
            part = client.get(reverse("palette", args=[key], query={"q": word}))
            assert json.loads(part.content)["hits"] == [], word
            page = client.get(reverse("search", args=[key], query={"q": word}))
            # A form's own token may hold such letters by chance: only what was planted.
            found = set(WORD.findall(page.content.decode())) & searched_house.words
            assert found <= {word}, word


def test_every_word_of_ones_own_cooperation_can_be_found(searched_house):
    client = searched_house.visitor(AccessRole.SECRETARIAT.value).client
    missing = []
    for word in searched_house.shown.words:
        answer = client.get(reverse("palette", args=[OPEN], query={"q": word}))
        if not json.loads(answer.content)["hits"]:
            missing.append(word.removeprefix("zqs"))

    assert set(missing) <= SILENT


def test_findings_are_found_only_by_those_who_may_review(searched_house):
    word = min(
        word
        for word in searched_house.shown.words_of("accepted_findings")
        if word.removeprefix("zqs") not in SILENT
    )
    numbers = {}
    for role in AccessRole:
        client = searched_house.visitor(role.value).client
        answer = client.get(reverse("palette", args=[OPEN], query={"q": word}))
        numbers[role] = len(json.loads(answer.content)["hits"])

    assert {role for role, number in numbers.items() if not number} == {
        AccessRole.NETWORK_MEMBER,
        AccessRole.REGISTRAR,
    }


def test_the_public_is_offered_no_search(house):
    client = house.visitor("anonymous").client

    page = html.fromstring(client.get(f"/{OPEN}/").content)

    assert page.cssselect(".site-search, dialog") == []
    assert client.get(f"/{OPEN}/sok/?q=a").status_code == 302
    assert client.get(f"/{OPEN}/sok/palett/").status_code == 302


def test_every_page_of_those_signed_in_has_the_search_box(loaded):
    client = loaded(1)
    for page in ("laget/", "plan/", "ekonomi/", "avtalet/", "granskning/", "sok/"):
        found = html.fromstring(client.get(f"/{KEY}/{page}").content)
        (form,) = found.cssselect("header form.site-search")
        assert form.get("action") == f"/{KEY}/sok/"
        assert len(found.cssselect("dialog")) == 2


def test_the_index_is_made_again_by_a_command(loaded, capsys):
    loaded(2)

    call_command("index", KEY)

    with choose(Cooperation.objects.get()):
        number = sum(model.objects.count() for model in SECTIONS.values())
    assert capsys.readouterr().out == f"{KEY}: {number} poster kan nu sökas.\n"


def test_a_command_for_a_cooperation_that_is_not_here_says_so(db, capsys):
    with pytest.raises(SystemExit):
        call_command("index", "saknas")

    said = capsys.readouterr().err
    assert said == "Ingen samverkan har nyckeln ”saknas”. Ingenting har sparats.\n"
