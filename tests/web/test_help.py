"""Help: each word that a page explains is on the page of words, and is led to."""

import re

import pytest

from radslag.web.help import WORDS
from tests.house.tree import PACKAGE, tracked_files
from tests.web.pages import seen, words

USE = re.compile(r"\{% help_with ([^%]*)%\}")


def used() -> dict[str, set[str]]:
    """Return the names that each template asks help with."""
    root = PACKAGE / "web/templates"
    found = {
        path.relative_to(root).as_posix(): " ".join(
            USE.findall(path.read_text(encoding="utf-8"))
        )
        for path in tracked_files()
        if root in path.parents
    }
    return {name: set(re.findall(r'"([a-z-]+)"', said)) for name, said in found.items()}


def test_every_name_that_a_template_uses_is_explained() -> None:
    assert {
        name: missing for name, said in used().items() if (missing := said - set(WORDS))
    } == {}


def test_the_main_pages_explain_their_words() -> None:
    pages = ("secretariat/_review_in_brief", "public/_action_plan",
             "public/_economy_fees", "public/agreement", "secretariat/review",
             "public/_meeting_content", "public/adoptions")  # fmt: skip

    assert [page for page in pages if not used()[f"{page}.html"]] == []


def test_every_word_is_asked_for_somewhere() -> None:
    asked = set().union(*used().values())

    assert set(WORDS) - asked == set()


def test_anchors_are_places_of_their_own() -> None:
    anchors = [each.anchor for each in WORDS.values()]

    assert len(set(anchors)) == len(anchors)
    assert [each for each in anchors if not re.fullmatch(r"[a-z-]+", each)] == []


def test_words_stand_by_the_alphabet() -> None:
    shown = [f"{each.word}" for each in WORDS.values()]

    assert shown == sorted(shown)


@pytest.mark.django_db
def test_page_of_words_holds_each_of_them_once(sodertorn) -> None:
    page = seen(sodertorn, "ord/")

    shown = {
        row.get("id"): [words(cell) for cell in row]
        for row in page.xpath("//dl[contains(@class, 'words')]/div")
    }
    assert shown == {
        each.anchor: [f"{each.word}".capitalize(), f"{each.text}"]
        for each in WORDS.values()
    }


@pytest.mark.django_db
def test_page_of_words_asks_three_questions(
    sodertorn, django_assert_num_queries
) -> None:
    with django_assert_num_queries(3):
        sodertorn.get("/sodertorn/ord/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["laget/", "plan/2026/", "ekonomi/2020/", "avtalet/", "granskning/"],
)
def test_help_beside_a_word_leads_to_its_place(sodertorn, address) -> None:
    places = {each.anchor for each in WORDS.values()}

    page = seen(sodertorn, address)

    links = page.xpath("//details[contains(@class, 'help-word')]//a/@href")
    assert links
    assert {link.partition("#")[0] for link in links} == {"/sodertorn/ord/"}
    assert {link.partition("#")[2] for link in links} <= places
