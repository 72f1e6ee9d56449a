"""Pages on paper: the sheet each lies on, heads repeated, and nothing cut."""

from collections.abc import Callable
from contextlib import closing
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Activity, Cooperation, choose

pytestmark = pytest.mark.usefixtures("demonstration")
A4, A4_LYING, A3_LYING = (210, 297), (297, 210), (420, 297)
HEADS = "Område och huvudmål Delmål Aktivitet Ansvarig Kostnad Tid Kommentar"
POINTS_PER_MILLIMETRE = 72 / 25.4
Printed = Callable[[str], list[tuple[tuple[int, int], str]]]


@pytest.fixture
def printed(browser_page: Page, sign_in: Callable[[Page, AccessRole], Any]) -> Printed:
    """Return a function that prints a page: size and words of each sheet."""
    sign_in(browser_page, AccessRole.SECRETARIAT)

    def printed_page(address: str) -> list[tuple[tuple[int, int], str]]:
        browser_page.goto(f"/sodertorn/{address}")
        content = browser_page.pdf(prefer_css_page_size=True)
        with closing(pypdfium2.PdfDocument(content)) as document:
            return [sheet_of(page) for page in document]

    return printed_page


def sheet_of(page: Any) -> tuple[tuple[int, int], str]:
    width, height = (round(each / POINTS_PER_MILLIMETRE) for each in page.get_size())
    text = page.get_textpage()
    # What stands outside the sheet is in the file, but not on the paper.
    assert letters(text.get_text_bounded()) == letters(text.get_text_range())
    return (width, height), " ".join(text.get_text_range().split())


def letters(words: str) -> str:
    """Return words without what parts them on paper: lines, hyphens and spaces."""
    return "".join(each for each in words if each.isalnum())


def test_plan_lies_down_with_its_heads_on_every_sheet(printed: Printed) -> None:
    sheets = printed("plan/2020/")

    assert {size for size, _ in sheets} == {A4_LYING}
    assert sum(HEADS in words for _, words in sheets) >= 4
    first = sheets[0][1]
    assert "Infrastruktur" in first[first.index(HEADS) :]
    said = letters("".join(words for _, words in sheets))
    with choose(Cooperation.objects.get()):
        titles = Activity.objects.filter(plan__year=2020).values_list("title")
        # Columns stand beside each other, so a title is parted line by line.
        told = {word for (title,) in titles for word in title.split()}
    assert [word for word in told if letters(word) not in said] == []
    assert all("Utskrivet" in words for _, words in sheets)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("mal/sup-2035/", "Målträd, SUP 2035"),
        ("plan/2026/arshjul/", "Årshjul 2026"),
    ],
)
def test_picture_for_the_wall_has_one_a3_of_its_own(
    printed: Printed, address: str, title: str
) -> None:
    sheets = printed(address)

    (wall,) = [words for size, words in sheets if size == A3_LYING]
    assert f") {title} " in wall
    assert "Utskrivet" in wall
    assert {size for size, _ in sheets} == {A4, A3_LYING}


@pytest.mark.parametrize("address", ["laget/", "moten/", "ekonomi/2026/"])
def test_other_pages_are_printed_on_a4(printed: Printed, address: str) -> None:
    assert {size for size, _ in printed(address)} == {A4}
