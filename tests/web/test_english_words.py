"""No word of a closed list is left in Swedish on a page in English."""

import pytest
from django.test import Client
from django.utils.translation import override
from lxml import html

from radslag.agreement.terms import KINDS
from radslag.agreement.wording import MONTHS
from radslag.records.models import Cooperation, choose
from radslag.records.sections import SECTIONS
from radslag.services.plan_selections import SEASONS
from radslag.services.search.kinds import KINDS as KINDS_OF_ANSWERS
from radslag.web.record_words import WORDS, translated

pytestmark = pytest.mark.django_db
PAGES = (
    "", "laget/", "mal/", "mal/jamfor/", "plan/2020/", "plan/2026/",
    "plan/2020/tidslinje/", "plan/2026/arshjul/", "plan/2020/arshjul/", "ekonomi/2020/",
    "ekonomi/2026/", "moten/", "moten/lg-2022-10-28/", "moten/ssk-2020-01-16/",
    "organisation/", "organisation/kommitten/", "antaganden/",
    "antaganden/sup-2035/ks-haninge/", "avtalet/", "avtalet/uppsagning/",
    "granskning/", "sok/?q=avgift", "andra/", "andra/terms/", "fil/", "lasningar/",
    "ny/terms/?agreement=avtal-2010", "andra/terms/due-2010-01-01/",
)  # fmt: skip
SHOWN = ("aria-label", "alt", "title", "placeholder", "data-label")


def words_left(content: str, facts: set[str]) -> set[str]:
    """Return what stands alone on a page and is the Swedish of a word of a list."""
    page = html.fromstring(content)
    # What answers a search is marked within the record's own text.
    pieces = [each for each in page.iter() if each.tag != "mark"]
    texts = {text for each in pieces for text in (each.text, each.tail) if text}
    texts |= {each.get(name) for each in pieces for name in SHOWN if each.get(name)}
    plain = {" ".join(text.split()).strip(" ,:·().") for text in texts} - facts
    return {text for text in plain if text.casefold() in SWEDISH}


def only_swedish() -> set[str]:
    """Return the words of all lists that are other words in English."""
    with override("en"):
        words = {word for word in WORDS if translated(word) != word}
        words |= set(MONTHS) - {"april", "september", "november", "december"}
    return {word.casefold() for word in words}


SWEDISH = only_swedish()


@pytest.fixture
def facts(sodertorn: Client) -> set[str]:
    """Return what is written in the records themselves, which stays as it stands."""
    with choose(Cooperation.objects.get()):
        return {
            str(value)
            for model in SECTIONS.values()
            for row in model.objects.all()
            for name, value in vars(row).items()
            if isinstance(value, str) and not model._meta.get_field(name).choices
        }


def test_lists_of_other_rooms_are_gathered() -> None:
    known = {kind.name for kind in KINDS.values()} | set(SEASONS.values())
    known |= {kind.label for kind in KINDS_OF_ANSWERS}

    assert known - WORDS == set()


def test_no_word_of_a_list_is_left_in_swedish(
    sodertorn: Client, facts: set[str]
) -> None:
    sodertorn.post("/sprak/", {"language": "en"})

    left = {}
    for page in (*PAGES, *records()):
        answer = sodertorn.get(f"/sodertorn/{page}")
        assert answer.status_code == 200, page
        left[page] = words_left(answer.content.decode(), facts)

    assert {page: words for page, words in left.items() if words} == {}


def records() -> list[str]:
    """Return the page of one record of every section."""
    with choose(Cooperation.objects.get()):
        rows = (model.objects.order_by("pk").last() for model in SECTIONS.values())
        sections = zip(SECTIONS, rows, strict=True)
        return [f"post/{name}/{row.key}/" for name, row in sections if row]


def test_swedish_words_are_noticed() -> None:
    page = "<p>Uppsägning</p><td data-label='Läge'>x<td>Uppsägning och mera"

    assert words_left(page, set()) == {"Uppsägning", "Läge"}
    assert words_left(page, {"Läge"}) == {"Uppsägning"}
