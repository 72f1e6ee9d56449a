"""From an empty installation to a cooperation that stands, and back again.

Documents are dropped on the page, read, looked through and read in. The pages show
what they said, each källa opens its very words, the same documents again propose only
what is left, and all of it can be taken back. With script and without.
"""

import base64
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from radslag.agreement.vocabulary import ProposedChange, ReadingState
from radslag.records.models import (
    AnnualPlan,
    BudgetLine,
    Citation,
    Cooperation,
    Municipality,
    Reading,
    choose,
)
from radslag.services.readings.working import work
from radslag.web import clock
from tests.browser.test_first_run import OVERFLOW, sign_in_administrator

pytestmark = pytest.mark.usefixtures("transactional_db", "workplace")
TOP = Path(__file__).resolve().parents[2]
SOURCES = TOP.parent / "shared" / "sources"
DOCUMENTS = TOP / "tests/formats/understanding/documents"
PLAN = (DOCUMENTS / "bergslagen-plan.md").read_text(encoding="utf-8")
AGREEMENT = """Samverkansavtal för Bergslagssamverkan

§ 1 Parter
Parter i avtalet är Fagersta kommun, Norbergs kommun, Skinnskattebergs kommun och
Avesta kommun.

§ 2 Avtalstid
Avtalet gäller från och med den 1 januari 2020 och tills vidare, med en uppsägningstid
av 12 månader.

§ 3 Styrelse
Samverkan leds av en styrelse. Styrelsen sammanträder minst fyra gånger per år.
"""
Give = Callable[[Page], None]
SHOWN = ("laget", "mal", "plan", "moten", "ekonomi", "organisation", "avtalet")


class Paper(NamedTuple):
    """A file to be sent."""

    name: str
    content: bytes

    def as_payload(self) -> Any:
        """Return the file as the browser's own control takes it."""
        return {"name": self.name, "mimeType": "text/plain", "buffer": self.content}


def invented() -> list[Paper]:
    """Return a plan and an agreement of nobody's."""
    return [
        Paper("plan.md", PLAN.encode()),
        Paper("avtal.txt", AGREEMENT.encode()),
    ]


def real() -> list[Paper]:
    """Return the five documents beside the repository, just as they are."""
    if not SOURCES.is_dir():
        pytest.skip("handlingarna finns inte här: ../shared/sources")
    return [Paper(each.name, each.read_bytes()) for each in sorted(SOURCES.iterdir())]


class Watch:
    """How long each step took, told when it is over and never judged."""

    def __init__(self) -> None:
        self.started = self.last = time.perf_counter()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Tell how long a step took, and how long all have taken."""
        yield
        now = time.perf_counter()
        took, all_told = now - self.last, now - self.started
        line = f"{took:6.1f} s  {name} ({all_told:.1f} s)"
        print(line)  # noqa: T201 - how long it took is told, and never judged
        self.last = now


def drop(page: Page, papers: list[Paper]) -> None:
    """Drop files on the page, as a hand does it."""
    form = page.locator("form[data-drop]")
    # A hand waits for the words that say where to drop; the script shows them.
    expect(form.locator("[data-drop-words]")).not_to_have_attribute("hidden", "")
    given = [[each.name, base64.b64encode(each.content).decode()] for each in papers]
    form.evaluate(
        """(form, given) => {
            const dropped = new DataTransfer();
            for (const [name, content] of given) {
                const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
                dropped.items.add(new File([bytes], name));
            }
            form.dispatchEvent(new DragEvent("drop", {
                dataTransfer: dropped, bubbles: true, cancelable: true,
            }));
        }""",
        given,
    )
    expect(form.locator("[data-chosen]")).to_contain_text(papers[0].name)


def choose_files(page: Page, papers: list[Paper]) -> None:
    """Choose files in the browser's own control."""
    files = [each.as_payload() for each in papers]
    page.locator("input[type=file]").set_input_files(files)


def read(page: Page) -> Reading:
    """Send the chosen files, leave the page while they are read, and come back."""
    page.get_by_role("button", name="Läs filerna").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Filerna läses")
    here = page.url
    page.goto("about:blank")
    found = work("provet", clock.now, clock.today())
    assert found is not None
    assert found.state == ReadingState.READ, found.fault
    page.goto(here)
    expect(page.get_by_role("heading", level=1)).to_have_text("Granska det lästa")
    return found


def accept_and_read_in(page: Page) -> None:
    """Accept what is certain and what that needs, and read it in."""
    page.get_by_role("button", name="Godta alla säkra").click()
    expect(page.locator(".review-summary")).not_to_contain_text("0 godkända")
    page.get_by_role("link", name="Läs in det godkända").click()
    for name in ("Godta också det som behövs", "Lämna dem till senare"):
        more = page.get_by_role("button", name=name)
        if more.count():
            expect(page.locator(".needed > li").first).to_be_visible()
            more.click()
            expect(more).to_have_count(0)
    page.get_by_role("button", name="Läs in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Handlingarna är inlästa")


def follow_sources(page: Page, here: Cooperation) -> None:
    """Open each källa of a body from its own page, at the very words."""
    with choose(here):
        cited = Citation.objects.filter(section="bodies").order_by("record_key")
        key = cited[0].record_key
    page.goto(f"/{here.key}/post/bodies/{key}/")
    number = page.locator("#kalla li").count()
    assert number
    for place in range(number):
        told = page.locator("#kalla li").nth(place)
        words = squeezed(told.locator("blockquote").inner_text())
        told.get_by_role("link", name="visa orden").click()
        asked = page.locator('#dokument mark[data-frame="asked"]')
        expect(asked.first).to_be_visible()
        assert squeezed("".join(asked.all_inner_texts())) == words
        page.go_back()


def squeezed(text: str) -> str:
    """Return a text without its spaces and breaks."""
    return "".join(text.split())


def taken(reading: Reading) -> set[tuple[str, str]]:
    """Return what has become records."""
    rows = reading.proposals.filter(applying__isnull=False)
    return set(rows.values_list("section", "key"))


def offered(reading: Reading) -> set[tuple[str, str]]:
    """Return what a reading asks to be decided."""
    rows = reading.proposals.exclude(change=ProposedChange.SAME)
    return set(rows.values_list("section", "key"))


def show_it(page: Page, here: Cooperation) -> None:
    """Look at the pages of the cooperation, and at the name of a municipality."""
    for address in SHOWN:
        page.goto(f"/{here.key}/{address}/")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate(OVERFLOW) == 0
    with choose(here):
        towns = list(Municipality.objects.values_list("key", "name"))
        year = AnnualPlan.objects.latest("year").year
        lines = list(BudgetLine.objects.filter(plan__year=year))
    assert len(towns) >= 4
    for key, name in towns:
        page.goto(f"/{here.key}/post/municipalities/{key}/")
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    page.goto(f"/{here.key}/ekonomi/{year}/")
    for line in lines:
        expect(page.locator("main")).to_contain_text(line.name)


def send_again(page: Page, here: Cooperation, first: Reading, give: Give) -> None:
    """Send the same papers again: only what is left is offered. Throw it away."""
    page.goto(f"/{here.key}/lasningar/")
    give(page)
    again = read(page)
    assert taken(first)
    assert offered(again) & taken(first) == set()
    page.locator(".review-files > summary").click()
    expect(page.locator("main")).to_contain_text("Nu visas bara det som skiljer")
    page.get_by_role("link", name="Kasta hela inläsningen").click()
    page.get_by_role("button", name="Kasta inläsningen").click()


def take_back(page: Page, here: Cooperation, first: Reading) -> None:
    """Take all of it back, the cooperation too."""
    page.goto(f"/{here.key}/lasningar/{first.pk}/")
    page.get_by_role("link", name="Ångra hela inläsningen").click()
    page.get_by_role("button", name="Ångra inläsningen och ta bort").click()
    expect(page.locator("main")).to_contain_text("är borttagen")
    assert not Cooperation.objects.exists()


def journey(page: Page, give: Give) -> None:
    """Go all the way, and tell how long each step took."""
    watch = Watch()
    with watch.step("from the first page to the documents"):
        page.goto("/")
        page.get_by_role("link", name="Läs in handlingar").click()
        give(page)
    with watch.step("read"):
        first = read(page)
    with watch.step("looked through and read in"):
        accept_and_read_in(page)
    here = Cooperation.objects.get()
    with watch.step("the pages show it"):
        show_it(page, here)
    with watch.step("källa opens the words"):
        follow_sources(page, here)
    with watch.step("the same again: only what is left"):
        send_again(page, here, first, give)
    with watch.step("undone"):
        take_back(page, here, first)


@pytest.mark.parametrize("papers", [invented, real])
def test_documents_become_a_cooperation_and_are_taken_back(
    live_server: Any, browser_page: Page, papers: Callable[[], list[Paper]]
) -> None:
    sign_in_administrator(browser_page, live_server.url)

    journey(browser_page, partial(drop, papers=papers()))


def test_the_same_journey_is_made_with_forms_only(
    live_server: Any, browser_without_script: Page
) -> None:
    sign_in_administrator(browser_without_script, live_server.url)

    journey(browser_without_script, partial(choose_files, papers=invented()))


def test_new_version_of_a_document_offers_only_what_differs(
    live_server: Any, browser_page: Page, assert_accessible: Callable[[Page], None]
) -> None:
    page = browser_page
    sign_in_administrator(page, live_server.url)
    page.goto("/las-in/handlingar/")
    drop(page, invented())
    first = read(page)
    accept_and_read_in(page)
    newer = PLAN.replace("-1 040 |", "-1 090 |").replace("| 4 december", "| 5 december")
    here = Cooperation.objects.get()
    waiting = offered(first) - taken(first)

    page.goto(f"/{here.key}/lasningar/")
    drop(page, [Paper("plan.md", newer.encode())])
    again = read(page)

    line = ("budget_lines", "budget-2025-personal")
    assert offered(again) - waiting == {
        line,
        ("meetings", "mote-2025-12-05"),
        ("documents", "plan-2"),
    }
    changed = page.locator(f"#p{again.proposals.get(section=line[0], key=line[1]).pk}")
    expect(changed.locator("del")).to_have_text(re.compile(r"1\s040\s000"))
    expect(changed.locator("ins")).to_have_text(re.compile(r"1\s090\s000"))
    changed.get_by_role("button", name="Godta").click()
    expect(changed).to_have_attribute("data-choice", "accepted")
    page.get_by_role("link", name="Läs in det godkända").click()
    assert_accessible(page)
    page.get_by_role("button", name="Läs in", exact=True).click()
    page.goto(f"/{here.key}/ekonomi/2025/")
    expect(page.locator("main")).to_contain_text(re.compile(r"1\s090\s000"))
