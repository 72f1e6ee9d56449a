"""Conferences: names, days, hosts, places, themes and target groups."""

from datetime import date

import pytest

from tests.formats.understanding.gathered import column, gathered


def conferences(text, **more):
    return gathered(text, "conferences", **more)


def test_a_conference_in_running_text():
    gathering = conferences("""# Plan 2026
## Konferenser
Mälarkonferensen hålls den 14-15 oktober 2026 på Västerås slott.
Tema: framtidens vatten.
Målgrupp: förtroendevalda och chefer. Värdkommuner är Enköping och Västerås.
""")
    (found,) = gathering.of("conferences")
    assert found.key == "malarkonferensen-2026"
    assert (found["held_on"], found["ends_on"]) == (
        date(2026, 10, 14),
        date(2026, 10, 15),
    )
    assert found["place"] == "Västerås slott"
    assert found["theme"] == "framtidens vatten"
    assert found["target_groups"] == "förtroendevalda och chefer"
    assert column(gathering, "conference_hosts", "municipality") == [
        "enkoping",
        "vasteras",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Åsbygdens rådslag 22 april (heldag), arrangeras av Kumla och Hallsberg.",
        "Åsbygdens rådslag den 22 april med Kumla och Hallsberg som värdar.",
        "22 april: Åsbygdens rådslag, värdar: Kumla och Hallsberg",
    ],
)
def test_hosts_before_and_after_the_word(line):
    gathering = conferences(f"# Plan 2026\n## Konferenser\n{line}\n")
    (found,) = gathering.of("conferences")
    assert (found["name"], found["held_on"]) == (
        "Åsbygdens rådslag",
        date(2026, 4, 22),
    )
    assert found.values["held_on"].certainty == "probable"
    assert column(gathering, "conference_hosts", "municipality") == [
        "kumla",
        "hallsberg",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "På mötet den 16 januari 2026 beslutades att slå ihop Åsbygdens rådslag.",
        "Tidigare år har Temadagen om skola genomförts den 3 mars 2024.",
        "21 augusti, planeringskonferens, Sundby gård",
        "Telefonkonferens 3 mars.",
    ],
)
def test_what_is_no_conference_of_the_year(sentence):
    assert conferences(f"# Plan 2026\n{sentence}\n").of("conferences") == []


def test_a_conference_in_a_calendar():
    text = "# Plan 2026\n## Kalender\n29 september Mälarkonferensen, Västerås\n"
    (found,) = conferences(text).of("conferences")
    assert (found["held_on"], found["place"]) == (date(2026, 9, 29), "Västerås")
    assert found.values["place"].certainty == "probable"


def test_what_follows_in_the_same_paragraph_tells_whom_it_is_for():
    gathering = conferences(
        "# Plan 2026\nDen 8 maj 2026 anordnas Näringsdagen på Folkets park i Kumla. "
        "Temat är lokala råvaror. Dagen riktar sig till kockar och inköpare.\n"
    )
    (found,) = gathering.of("conferences")
    assert (found["place"], found["theme"]) == (
        "Folkets park i Kumla",
        "lokala råvaror",
    )
    assert found["target_groups"] == "kockar och inköpare"
    assert gathering.of("conference_hosts") == []
