"""No word of what is not public reaches the public; none crosses to another's page.

Every text of every row holds a word of its own, and every page is read.
"""

from html.parser import HTMLParser

import pytest
from django.test import Client

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import AnnualPlan, Programme, choose
from tests.web.canaries import WORD, Planted
from tests.web.conftest import OPEN, House

# What an open page may tell of rows that are marked public, or of their open parent.
MAY_BE_TOLD = (
    "municipalities", "memberships", "populations", "agreements", "paragraphs", "terms",
    "adoptions", "decisions", "papers", "bodies", "programmes", "goals",
    "goal_responsibilities", "plans", "activities",
    "activity_responsibilities", "budget_lines", "fees", "conferences",
    "conference_hosts", "meetings",
)  # fmt: skip
# A public decision tells what its item was called, and nothing else of the item. Terms
# of office are the same for every municipality of the country.
MAY_BE_TOLD_TOO = {
    "zqsagendaitemstitle", "zqstermsofofficename", "zqhtermsofofficename",
}  # fmt: skip
STARTS = (
    "/", "/konto/login/", "/konto/signup/", "/konto/password/reset/", "/finns-inte/",
    *(
        f"/{OPEN}/{page}"
        for page in (
            "", "laget/", "plan/", "ekonomi/", "avtalet/", "granskning/", "plan/1999/",
            "avtalet/uppsagning/?municipality={municipality}&received_on=2026-03-10",
            "avtalet/sarskilt-projekt/?total_sek=1000",
        )
    ),
)  # fmt: skip


class Links(HTMLParser):
    """Gathers the addresses that a page leads to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        address = told.get("href" if tag == "a" else "action") or ""
        if tag in {"a", "form"} and address.startswith("/"):
            self.found.add(address.partition("#")[0])


def crawl(client: Client, planted: Planted) -> dict[str, str]:
    """Return every page that can be reached, error pages too."""
    municipality = planted.rows["municipalities"].key
    waiting = {start.format(municipality=municipality) for start in STARTS}
    year = planted.cooperation.pk and planted.rows["plans"].year
    for other in range(year - 3, year + 3):
        waiting |= {f"/{OPEN}/plan/{other}/", f"/{OPEN}/ekonomi/{other}/"}
    pages: dict[str, str] = {}
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        pages[address] = response.content.decode() + str(response.headers)
        waiting |= Links(pages[address]).found - set(pages)
    return pages


def found_words(pages: dict[str, str], house: House) -> dict[str, set[str]]:
    """Return each planted word that is on a page, with the pages it is on."""
    found: dict[str, set[str]] = {}
    for address, page in pages.items():
        # A form's secret may by chance hold what looks like a word.
        for word in house.words & set(WORD.findall(page)):
            found.setdefault(word, set()).add(address)
    return found


def leaks(pages: dict[str, str], house: House) -> list[str]:
    """Name the words that the public should not have met, and where it did."""
    allowed = house.shown.words_of(*MAY_BE_TOLD) | MAY_BE_TOLD_TOO
    met = found_words(pages, house)
    return [f"{word} on {sorted(met[word])}" for word in sorted(met.keys() - allowed)]


@pytest.mark.parametrize("name", ["anonymous", "no role", "role ended yesterday"])
def test_public_meets_only_what_is_marked_public(house: House, name: str) -> None:
    pages = crawl(house.visitor(name).client, house.shown)

    assert leaks(pages, house) == []
    assert (
        house.shown.words_of("plans", "agreements") & found_words(pages, house).keys()
    )


def test_public_plan_does_not_tell_of_a_programme_in_preparation(house: House) -> None:
    with choose(house.shown.cooperation):
        AnnualPlan.objects.filter(pk=house.shown.rows["plans"].pk).update(
            programme=Programme.objects.get(pk=house.hidden.rows["programmes"].pk)
        )

    pages = crawl(house.visitor("anonymous").client, house.shown)

    assert leaks(pages, house) == []


def test_public_does_not_meet_an_agreement_in_preparation(house: House) -> None:
    client, agreement = (
        house.visitor("anonymous").client,
        house.shown.rows["agreements"],
    )
    words = house.shown.words_of("agreements", "paragraphs", "terms")
    before = words & found_words(crawl(client, house.shown), house).keys()
    with choose(house.shown.cooperation):
        type(agreement).objects.filter(pk=agreement.pk).update(is_public=False)

    met = found_words(crawl(client, house.shown), house)

    assert {"zqsagreementstitle", "zqstermssource"} <= before
    assert {word: met[word] for word in sorted(met.keys() & words)} == {}


@pytest.mark.parametrize("role", list(AccessRole))
def test_nothing_crosses_from_another_cooperation(
    house: House, role: AccessRole
) -> None:
    pages = crawl(house.visitor(role.value).client, house.shown)
    here = {page: text for page, text in pages.items() if page.startswith(f"/{OPEN}/")}

    strange = [word for word in found_words(here, house) if word[:3] in {"zqe", "zqc"}]

    assert strange == []
    assert any(word.startswith("zqh") for word in found_words(here, house))


def test_a_role_elsewhere_does_not_open_this_house(house: House) -> None:
    pages = crawl(house.visitor("secretariat elsewhere").client, house.shown)
    here = {page: text for page, text in pages.items() if page.startswith(f"/{OPEN}/")}

    assert leaks(here, house) == []
