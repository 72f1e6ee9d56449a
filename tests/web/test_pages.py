"""The first pages: what a reader finds on each, and how few questions it takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from radslag.formats.cooperation_file import Rows, write_yaml
from radslag.records.models import Cooperation, Term, choose
from radslag.services.cooperation_file import load
from tests.factories import cooperation_facts, exactly
from tests.web.pages import ACTOR, join, questions_for, row_of, seen, words

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
PAGES = (
    "",
    "laget/",
    "plan/",
    "plan/2020/",
    "plan/2026/",
    "plan/2020/tidslinje/",
    "plan/2020/arshjul/",
    "mal/",
    "mal/sup-2035/",
    "mal/sup-2040/sup-2040-laddinfrastruktur/",
    "mal/jamfor/",
    "ekonomi/",
    "ekonomi/2020/",
    "ekonomi/2026/",
    "avtalet/",
    "avtalet/uppsagning/?municipality=salem&received_on=2026-03-10",
    "avtalet/sarskilt-projekt/?total_sek=400000",
    "granskning/",
)


def test_economy_tells_what_haninge_paid_for_2020_and_why(sodertorn):
    page = seen(sodertorn, "ekonomi/2020/")

    cells = row_of(page, "Haninge")

    source = " källa Haninge"
    assert cells[:3] == [f"92 095{source}", "4 kr", f"368 380 kr{source}"]
    assert cells[3:5] == ["359 956 kr", "8 424 kr"]
    assert cells[5] == "2,3 %"
    (chain,) = page.xpath(
        "//tr[th[normalize-space()='Haninge']]/following-sibling::tr[1]/td"
    )
    for link in ("§ 8", "92 095 invånare", "31 december 2019", "SCB", "368 380 kr"):
        assert link in words(chain)


def test_economy_sums_the_fees_and_the_budget_of_2020(sodertorn):
    page = seen(sodertorn, "ekonomi/2020/")

    sums = [words(row) for row in page.xpath("//tfoot/tr")]

    assert sums[0].startswith("Summa 503 200 4 kr 2 012 800 kr 1 984 804 kr 27 996 kr")
    assert sums[1:] == ["Summa2 012 800 kr"] * 2


def test_economy_names_the_populations_that_2026_lacks(sodertorn):
    page = seen(sodertorn, "ekonomi/2026/")

    figures = words(page.cssselect("dl.figures")[0])
    (notice,) = page.cssselect("section .notice")

    assert "2 102 500 kr" in figures
    assert "525 625" in figures
    assert (
        "31 december 2025: Botkyrka, Haninge, Huddinge, Nykvarn, Nynäshamn, Salem, "
        "Södertälje och Tyresö." in words(notice)
    )
    (link,) = notice.cssselect("a")
    assert link.get("href") == ("/sodertorn/ny/invanarantal/?counted_on=2025-12-31")


def test_plan_has_the_seven_familiar_columns(sodertorn):
    page = seen(sodertorn, "plan/2020/")

    assert [words(each) for each in page.xpath("//thead/tr/th")] == [
        "Område och huvudmål",
        "Delmål",
        "Aktivitet",
        "Ansvarig",
        "Kostnad",
        "Tid",
        "Kommentar",
    ]
    assert len(page.cssselect(".plan-activity")) == 24


def test_plan_shows_cancelled_meetings_as_cancelled(sodertorn):
    page = seen(sodertorn, "plan/2020/")

    cancelled = [words(each) for each in page.cssselect("[data-cancelled]")]

    assert len(cancelled) == 2
    assert all("Inställt" in each for each in cancelled)


def test_agreement_tells_which_fee_rule_holds_and_which_is_replaced(sodertorn):
    page = seen(sodertorn, "avtalet/")

    terms = [words(each) for each in page.cssselect("#p8 .term")]

    assert any("ersatt" in each and "860 000 kr" in each for each in terms)
    assert any("gäller" in each and "4 kr per invånare" in each for each in terms)


def test_withdrawal_is_counted_from_the_next_turn_of_a_month(sodertorn):
    page = seen(
        sodertorn, "avtalet/uppsagning/?municipality=salem&received_on=2026-03-10"
    )

    assert [words(each) for each in page.cssselect(".figure-value")] == [
        "1 april 2026",
        "31 mars 2027",
    ]


def test_withdrawal_says_what_is_wrong_with_a_day(sodertorn):
    page = seen(
        sodertorn, "avtalet/uppsagning/?municipality=salem&received_on=2026-02-30"
    )

    (summary,) = page.cssselect("[role=alert]")

    assert "Skriv dagen som år-månad-dag: 2026-03-10." in words(summary)
    assert page.xpath("//input[@name='received_on']/@value") == ["2026-02-30"]
    assert words(page.xpath("//title")[0]).startswith("Fel:")


def test_special_project_is_shared_to_the_last_ore(sodertorn):
    page = seen(sodertorn, "avtalet/sarskilt-projekt/?total_sek=400000,01")

    (total,) = page.xpath("//tfoot/tr/td[1]")

    assert words(total) == "400 000,01 kr"


def test_overview_tells_what_must_be_done_before_when(sodertorn):
    page = seen(sodertorn, "laget/")

    entries = [words(each) for each in page.cssselect(".entry")]

    assert any("11 dec" in each and "Ledningsgruppen" in each for each in entries)
    assert any("Ta fram verksamhetsplan" in each for each in entries)
    assert any("saknar efterträdare" in each for each in entries)


def test_review_lets_the_secretariat_accept_a_finding_with_a_reason(sodertorn):
    link = seen(sodertorn, "granskning/").cssselect(".finding-actions a")[0].get("href")

    answer = sodertorn.post(link, {"reason": "Beslutat i kommittén."}, follow=True)

    page = html.fromstring(answer.content)
    resting = page.xpath("//section[h2[@id='vilar-rubrik']]")[0]
    assert "Godtagen: Beslutat i kommittén." in words(resting)


def test_review_asks_for_a_reason_and_keeps_what_was_typed(sodertorn):
    link = seen(sodertorn, "granskning/").cssselect(".finding-actions a")[0].get("href")

    page = html.fromstring(sodertorn.post(link, {"reason": "   "}).content)

    assert "Skriv varför iakttagelsen godtas." in words(
        page.cssselect("[role=alert]")[0]
    )


def test_every_page_of_the_demonstration_is_one_h1_in_swedish(sodertorn):
    for address in PAGES:
        page = seen(sodertorn, address)

        assert len(page.xpath("//h1")) == 1, address
        assert page.get("lang") == "sv"
        assert len(page.xpath("//main")) == 1


@pytest.mark.parametrize("address", PAGES)
def test_page_asks_at_most_twelve_questions(sodertorn, address):
    sodertorn.get("/sodertorn/granskning/")  # the review of the day is then at hand

    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = sodertorn.get(f"/sodertorn/{address}")

    assert answer.status_code == 200
    assert len(asked) <= MOST_QUERIES, "\n".join(each["sql"] for each in asked)


@pytest.mark.parametrize("address", ["laget/", "ekonomi/2020/"])
def test_page_says_which_term_it_cannot_read(sodertorn, address):
    with choose(Cooperation.objects.get()):
        Term.objects.filter(kind="fee").update(value={"rule": "per_resident"})

    answer = sodertorn.get(f"/sodertorn/{address}")

    assert answer.status_code == 500
    page = html.fromstring(answer.content)
    assert "rate_sek" in words(page.cssselect("main .notice")[0])
    assert page.xpath("//main//a/@href") == ["/sodertorn/avtalet/"]


def test_agreement_shows_the_term_that_cannot_be_read(sodertorn):
    with choose(Cooperation.objects.get()):
        Term.objects.filter(kind="fee").update(value={"rule": "per_resident"})

    terms = [words(each) for each in seen(sodertorn, "avtalet/").cssselect("#p8 .term")]

    assert any("går inte att läsa" in each and "rate_sek" in each for each in terms)


QUERIES = {
    "": 8,
    "laget/": 11,
    "plan/": 11,
    "ekonomi/": 11,
    "avtalet/": 7,
    "avtalet/uppsagning/": 4,
    "granskning/": 4,
}


def _in_sight(rows: Rows) -> Rows:
    """Put every plan, meeting and conference where the pages of today show them."""
    for place, plan in enumerate(rows["plans"]):
        plan["year"] = 2026 - place
    for meeting in rows["meetings"] + rows["conferences"]:
        meeting["held_on"], meeting["ends_on"] = "2026-12-11", None
    for grant in rows["special_grants"]:
        grant["decided_on"] = None
    return rows


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", QUERIES)
def test_page_asks_as_much_of_one_row_as_of_three(strategist, address, rows):
    load(write_yaml(cooperation_facts("prov"), _in_sight(exactly(rows))), actor=ACTOR)
    join("prov")
    strategist.get("/prov/granskning/")

    asked = questions_for(strategist, address)

    assert len(asked) == QUERIES[address], "\n".join(asked)
