"""Finding: what answers a question, in which order, and for whom."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pytest_django import DjangoAssertNumQueries

from radslag.agreement.vocabulary import BodyKind
from radslag.records import models as records
from radslag.records.models import Cooperation
from radslag.records.sections import SECTIONS
from radslag.services import journal
from radslag.services.search.finding import (
    MOST_LETTERS,
    MOST_WORDS,
    Answers,
    Unsearchable,
    asked_for,
)
from radslag.services.search.kinds import KINDS, WEIGHTS, kind_with
from radslag.services.search.snippets import marked, snippet
from tests.services.journaling import ACTOR
from tests.services.review.factory import cooperation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def owner() -> Iterator[Cooperation]:
    with cooperation() as chosen:
        yield chosen


def matter(key: str, title: str, **values: object) -> records.Matter:
    row = records.Matter(key=key, title=title, **values)
    journal.add(ACTOR, row)
    return row


def body(key: str, name: str) -> records.Body:
    row = records.Body(key=key, name=name, kind=BodyKind.NETWORK)
    journal.add(ACTOR, row)
    return row


def keys(text: str, sections: list[str] | None = None) -> list[str]:
    answers = Answers(asked_for(text), sections or list(SECTIONS))
    found = [entry.record_key for entry in answers.some(0, 100, None)]
    assert answers.total == len(found)
    return found


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("avgiften", "Avgifter för alla"),
        ("avgift", "Medlemsavgiften höjs"),
        ("politik", "Kommunpolitik i samverkan"),
        ("kommunernas avgifter", "Avgift per kommun"),
        ("AVGIFT", "avgift"),
        ("ändring", "Ändringar i planen"),
        ("verksamhetspl", "Verksamhetsplanen"),
        ("ks 2019/324", "Dnr KS 2019/324"),
        ("§ 8", "Rätta § 8 i avtalet"),
        ("2022-10-28", "Mötet den 28 oktober 2022"),
        ("28 oktober 2022", "Mötet 2022-10-28"),
        ("el", "El till alla"),
        ("nätverket", "Nätverk för klimat"),
        ("program", "Programmet antogs"),
        ("ärendets gång", "Ärende om gång och cykel"),
        ("vem svarar för avgiften", "Svar om avgiften"),
    ],
)
def test_a_record_is_found_by_its_words(asked, title):
    matter("rätt", title)
    matter("fel", "Något helt annat")

    assert keys(asked) == ["rätt"]


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("mal", "Mål för året"),
        ("mål", "Maler och flugor"),
        ("860", "Dnr 18607"),
        ("§ 8", "Möte den 8 maj"),
        ("§ 8", "Rätta § 82"),
        ("avgift politik", "Bara avgift"),
        ("el", "Skola och hälsa delas"),
    ],
)
def test_a_record_without_the_words_is_not_found(asked, title):
    matter("fel", title)

    assert keys(asked) == []


def test_best_comes_first_the_name_then_the_text_then_parts():
    matter("i-text", "Annat", summary="Om avgift för alla")
    matter("i-namn", "Ny avgift från i år")
    matter("del-av-ord", "Medlemsavgifter")
    matter("just-det", "Avgift")

    assert keys("avgift") == ["just-det", "i-namn", "i-text", "del-av-ord"]


def test_what_fits_alike_comes_by_kind_then_newest_then_name():
    matter("gammalt", "Om skola B", raised_on=date(2019, 1, 1))
    matter("odaterat", "Om skola A")
    matter("nytt-b", "Om skola ö", raised_on=date(2026, 1, 1))
    matter("nytt-a", "Om skola z", raised_on=date(2026, 1, 1))
    body("organ", "Nätverket för skola")

    assert keys("skola") == ["organ", "nytt-a", "nytt-b", "gammalt", "odaterat"]


def test_what_lasts_is_found_by_any_day_within():
    salem = records.Municipality(key="salem", code="0128", name="Salem")
    journal.add(ACTOR, salem)
    network = body("natverk", "Nätverket")
    seats = [
        records.Appointment(
            key=key,
            body=network,
            municipality=salem,
            role="member",
            appointed_from=first,
            appointed_until=until,
        )
        for key, first, until in (
            ("slutade", date(2019, 1, 1), date(2022, 10, 28)),
            ("satt", date(2019, 1, 1), date(2022, 10, 29)),
            ("sitter", date(2022, 10, 28), None),
            ("kom", date(2022, 10, 29), None),
        )
    ]
    journal.add_many(ACTOR, seats)

    found = keys("vem representerade Salem den 28 oktober 2022?")

    assert sorted(found) == ["satt", "sitter"]


def test_day_is_asked_for_without_reading_every_record(owner):
    found = "2022-10-28", "20221028"
    records.SearchEntry.objects.bulk_create(
        records.SearchEntry(
            cooperation=owner, section="matters", record_key=f"x{n}", name="x"
        )
        for n in range(3_000)
    )
    with CaptureQueriesContext(connection) as asked, connection.cursor() as cursor:
        cursor.execute("ANALYZE records_searchentry")
        keys(found[0])

    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    plans = [
        plan_of(f"{explain} {each['sql']}") for each in asked if found[1] in each["sql"]
    ]
    assert len(plans) == 2
    assert [plan for plan in plans if "search_entry_lasts" not in plan] == []


def plan_of(explained: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(explained.replace("%", "%%"))
        return " ".join(str(row) for row in cursor.fetchall())


def test_answers_are_counted_by_kind_and_shown_by_page():
    journal.add_many(
        ACTOR, [records.Matter(key=f"m-{each:02}", title="Skola") for each in range(30)]
    )
    body("organ", "Skola")

    answers = Answers(asked_for("skola"), list(SECTIONS))
    matters = kind_with("arenden")
    found = answers.some(25, 25, matters)

    assert [(kind.slug, number) for kind, number in answers.kinds] == [
        ("organ", 1),
        ("arenden", 30),
    ]
    assert [entry.record_key for entry in found] == [f"m-{n}" for n in range(25, 30)]


def test_only_sections_that_may_be_read_are_searched():
    matter("m", "Skola")
    body("b", "Skola")

    assert keys("skola", ["matters"]) == ["m"]
    assert keys("skola", ["fees"]) == []


def test_another_cooperation_is_never_found():
    matter("min", "Zebra")
    with cooperation("annan"):
        matter("deras", "Zebra")

        assert keys("zebra") == ["deras"]
    assert keys("zebra") == ["min"]


HOSTILE = (
    '"', "' OR 1=1 --", 'a" OR "b', "NEAR(a b)", "stems : x", "name_stems:*", "*", "a*",
    "-avgift", "a AND", "NOT NOT", "(", "^a", "a:*", "a & | !", "%", "_", "\\", "{}",
    "a\0b", "\0", "😀", "😀 avgift", "ı", "İstanbul", "ﬁ", "\u202eavgift", "!?.,",
    "  ", "\n\t", "a" * 200, "12345678", "99999999", "2022-13-45", "0000-00-00",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_answered_or_refused_in_a_sentence(text):
    matter("m", "Avgift")

    assert_answered(text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.text(max_size=250))
def test_any_text_is_answered_or_refused(text):
    assert_answered(text)


def assert_answered(text: str) -> None:
    try:
        asked = asked_for(text)
    except Unsearchable:
        return
    answers = Answers(asked, list(SECTIONS))
    for entry in answers.some(0, 25, None):
        assert "".join(piece.text for piece in marked(entry.name, asked)) == entry.name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a" * (MOST_LETTERS + 1), f"Skriv högst {MOST_LETTERS} tecken."),
        ("x" * 10_000, f"Skriv högst {MOST_LETTERS} tecken."),
        (" ".join(f"ord{n}" for n in range(MOST_WORDS + 1)), f"högst {MOST_WORDS} ord"),
        ("!!!", "Skriv minst ett ord eller ett tal."),
        ("😀", "Skriv minst ett ord eller ett tal."),
        ("\0", "Skriv minst ett ord eller ett tal."),
    ],
)
def test_what_cannot_be_searched_says_what_to_do(text, said):
    with pytest.raises(Unsearchable, match=said):
        asked_for(text)


def test_function_words_alone_are_looked_for():
    matter("m", "Vad är det")

    assert keys("vad är det") == ["m"]


def test_words_asked_for_are_marked_in_any_form():
    asked = asked_for("avgift kommun")

    found = [
        (piece.text, piece.is_hit) for piece in marked("Kommunens avgifter.", asked)
    ]

    assert found == [
        ("Kommunens", True),
        (" ", False),
        ("avgifter", True),
        (".", False),
    ]


def test_a_snippet_begins_near_the_first_word_asked_for():
    text = "ord " * 100 + "avgiften " + "ord " * 100

    shown = snippet(text, asked_for("avgift"))

    joined = "".join(piece.text for piece in shown)
    assert [piece.text for piece in shown if piece.is_hit] == ["avgiften"]
    assert joined.startswith("…")
    assert joined.endswith("…")
    assert len(joined) < 230


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_of_answers_takes_two_questions(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
):
    for each in range(number):
        matter(f"m-{each}", "Skola")

    with django_assert_num_queries(2):
        answers = Answers(asked_for("skola 2026-01-22 el"), list(SECTIONS))
        assert answers.total == 0
        answers.some(0, 25, None)


def test_every_section_has_its_kind():
    told = [section for kind in KINDS for section in kind.sections]

    assert sorted(told) == sorted(SECTIONS)
    assert set(WEIGHTS) == set(SECTIONS)
    assert len(set(WEIGHTS.values())) == len(WEIGHTS)
