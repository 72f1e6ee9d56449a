"""Calendars as lists, tables and running text."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import DocumentKind
from radslag.agreement.wording import MONTHS, WEEKDAYS
from tests.formats.understanding.gathered import gathered, words_of


def meetings(text, **more):
    return gathered(text, "calendar", **more)


def keys(text, **more):
    return [found.key for found in meetings(text, **more).of("meetings")]


LIST = """# Verksamhetsplan 2026
## Mötestider
Styrgruppens möten (onsdagar kl. 13.00–16.00, digitalt via Teams)
- 4 februari
- 6 maj, Stadshuset i Sala, värd: Sala kommun
- 16-17 september, planeringskonferens, Kungsör
- 18 november – utgår

Ledningsgruppen
- 14/1 kl 10-12
- 2026-03-11 kl 10-12, Köping
"""


def test_a_list_gives_each_meeting_what_its_heading_says():
    gathering = meetings(LIST)
    assert [found.key for found in gathering.of("meetings")] == [
        "kommitten-2026-02-04",
        "kommitten-2026-05-06",
        "kommitten-2026-09-16",
        "kommitten-2026-11-18",
        "ledningsgruppen-2026-01-14",
        "ledningsgruppen-2026-03-11",
    ]
    first = gathering.get("meetings", "kommitten-2026-02-04")
    assert (first["starts_at"], first["ends_at"]) == (time(13), time(16))
    assert (first["is_digital"], first["weekday_as_written"]) == (True, "onsdag")
    assert words_of(first, "held_on") == ["4 februari"]
    assert first.values["held_on"].certainty == "probable"


def test_what_stands_at_the_day_goes_before_the_heading():
    gathering = meetings(LIST)
    second = gathering.get("meetings", "kommitten-2026-05-06")
    assert (second["place"], second["host"]) == ("Stadshuset i Sala", "sala")
    assert second["is_digital"] is None
    third = gathering.get("meetings", "kommitten-2026-09-16")
    assert third["ends_on"] == date(2026, 9, 17)
    assert third["kind"] == "planning_conference"
    assert third["starts_at"] is None
    assert gathering.get("meetings", "kommitten-2026-11-18")["status"] == "cancelled"
    own = gathering.get("meetings", "ledningsgruppen-2026-01-14")
    assert (own["starts_at"], own["ends_at"]) == (time(10), time(12))
    assert own["is_digital"] is None


def test_a_host_that_is_only_the_place_is_probable():
    found = meetings(LIST).get("meetings", "ledningsgruppen-2026-03-11")
    assert found.values["host"].certainty == "probable"
    assert found.values["held_on"].certainty == "certain"


def test_a_weekday_that_is_another_days_is_a_contradiction():
    text = LIST.replace("- 4 februari", "- onsdag 5 februari")
    gathering = meetings(text)
    (clash,) = gathering.contradictions
    assert (clash.rule, clash.key) == ("meetings.weekday", "kommitten-2026-02-05")
    found = gathering.get("meetings", "kommitten-2026-02-05")
    assert found.values["held_on"].certainty == "doubtful"


def test_a_table_with_a_row_for_each_meeting():
    gathering = meetings("""# Verksamhetsplan 2026
## Mötesplan 2026

| Datum | Tid | Möte | Plats | Värdkommun |
|---|---|---|---|---|
| 5 februari | 09.00-11.00 | Styrgruppen | Stadshuset, Enköping | Enköping |
| 12 mars | 13–15 | Tjänstemannagruppen | Teams | |
| 7 maj | 09.00-11.00 | Styrgruppen (inställt) | | |
""")
    first, second, third = gathering.of("meetings")
    assert first.key == "kommitten-2026-02-05"
    assert (first["place"], first["host"]) == ("Stadshuset, Enköping", "enkoping")
    assert second.key == "ledningsgruppen-2026-03-12"
    assert (second["starts_at"], second["ends_at"]) == (time(13), time(15))
    assert (second["is_digital"], second["place"]) == (True, None)
    assert third["status"] == "cancelled"


def test_a_table_with_months_down_and_bodies_across():
    text = """# Verksamhetsplan 2026
## Sammanträdesdagar

| Månad | Styrgrupp | Chefsgrupp |
|---|---|---|
| Januari | 22 | 9 |
| Februari | - | 6 kl 10.00 |
| Mars | 19 (digitalt) | 6 och 27 |
"""
    gathering = meetings(text)
    assert [found.key for found in gathering.of("meetings")] == [
        "kommitten-2026-01-22",
        "ledningsgruppen-2026-01-09",
        "ledningsgruppen-2026-02-06",
        "kommitten-2026-03-19",
        "ledningsgruppen-2026-03-06",
        "ledningsgruppen-2026-03-27",
    ]
    assert gathering.get("meetings", "kommitten-2026-03-19")["is_digital"] is True


def test_a_table_with_bodies_down_and_months_across():
    text = """# Plan 2026
## Möten

| Organ | Januari | Mars | Maj |
|---|---|---|---|
| Samverkansnämnden | 22 | | 7 |
| Kommunchefsgruppen | 9 | 13 | |
"""
    assert keys(text) == [
        "kommitten-2026-01-22",
        "kommitten-2026-05-07",
        "ledningsgruppen-2026-01-09",
        "ledningsgruppen-2026-03-13",
    ]


def test_running_text_gives_days_and_the_clock_they_share():
    gathering = meetings("""# Verksamhetsplan 2026
## Möten
Samverkansnämnden sammanträder 3 februari, 21 april och 6 oktober 2026 kl 13.00–15.00.

Kommundirektörsgruppen träffas fredagar kl. 9–11: 16 januari, 13 mars, 8 maj.

Enligt beslut av samverkansnämnden den 2 oktober 2025 ska planen följas upp.
""")
    found = gathering.of("meetings")
    assert [each.key for each in found] == [
        "kommitten-2026-02-03",
        "kommitten-2026-04-21",
        "kommitten-2026-10-06",
        "ledningsgruppen-2026-01-16",
        "ledningsgruppen-2026-03-13",
        "ledningsgruppen-2026-05-08",
    ]
    assert {each["starts_at"] for each in found} == {time(13), time(9)}
    assert found[0].values["starts_at"].certainty == "probable"


def test_conferences_and_other_days_are_no_meetings():
    text = """# Plan 2026
Bilaga 1\tSamarbetskommitténs avtal, 2010-08-18
## Organisation
Beslutet fattades av styrgruppen den 2 oktober 2025.
## Kalender
2026-02-05 Styrgruppen, Enköping kl 13
2026-04-20 Mälarkonferensen, Västerås
### Konferenser
Åsbygdens rådslag 22 april
"""
    assert keys(text) == ["kommitten-2026-02-05"]


@pytest.mark.parametrize("word", ["inställt", "utgår", "INSTÄLLD", "ställs in"])
def test_cancelled_in_many_words(word):
    text = f"# Plan 2026\n## Möten\nStyrgruppen\n- 4 februari ({word})\n"
    (found,) = meetings(text).of("meetings")
    assert found["status"] == "cancelled"
    assert found["place"] is None


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("plats inte bestämd", None),
        ("plats meddelas senare", None),
        ("heldag", None),
        ("lunch-lunch", None),
        ("Rådhuset, sal B", "Rådhuset, sal B"),
        ("fysiskt möte, Folkets hus i Kumla", "Folkets hus i Kumla"),
        ("Teams", None),
    ],
)
def test_the_place_is_what_is_a_place(words, place):
    text = f"# Plan 2026\n## Möten\nStyrgruppen\n- 4 februari, {words}\n"
    (found,) = meetings(text).of("meetings")
    assert found["place"] == place


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 6))
def test_written_days_are_read_back(day, off):
    weekday = WEEKDAYS[(day.weekday() + off) % 7]
    text = (
        "# Plan 2026\n## Möten\nStyrgruppen\n"
        f"- {weekday} {day.day} {MONTHS[day.month - 1]} kl 9.00-11.00, Sala\n"
    )
    gathering = meetings(text)
    (found,) = gathering.of("meetings")
    assert (found["held_on"], found["place"]) == (day, "Sala")
    assert bool(gathering.contradictions) == bool(off)


def test_a_council_of_its_own_name_meets_probably():
    gathering = meetings("""Årsplan 2026

Mötesplan
Fjällrådet sammanträder 28 januari och 22 april 2026. Mötena börjar kl 10.00.
Direktörsgruppen träffas den 14 januari och 8 april 2026.

Vad vi gör
• Ordna Fjälldagen i Sälen den 10 oktober 2026
""")
    found = gathering.of("meetings")
    assert [each.key for each in found] == [
        "kommitten-2026-01-28",
        "kommitten-2026-04-22",
        "ledningsgruppen-2026-01-14",
        "ledningsgruppen-2026-04-08",
    ]
    assert found[0].values["body"].certainty == "probable"
    assert [each["starts_at"] for each in found] == [time(10), time(10), None, None]
    assert found[0].values["starts_at"].certainty == "probable"


def test_bodies_on_one_line_have_each_their_days():
    assert keys(
        """Plan 2024

Mötestider 2024
Styrgruppen: 8/2 och 18/4, kl. 13.15-16.00 i Eskilstuna stadshus
Beredningsgruppen: 26/1, 22/3 (kl. 9-11, Teams)
""",
        year=2024,
    ) == [
        "kommitten-2024-02-08",
        "kommitten-2024-04-18",
        "ledningsgruppen-2024-01-26",
        "ledningsgruppen-2024-03-22",
    ]


def test_days_for_papers_are_no_meetings():
    assert keys("""# Plan 2026
## Kalender
v. 6 Samarbetsnämnden torsdag 5/2 kl 13
Sista dag för ärenden till samarbetsnämnden: 20/4
Handlingar skickas ut 29/1
""") == ["kommitten-2026-02-05"]


def test_a_plan_decided_the_year_before_has_days_of_its_own_year():
    text = """Beslutad 2025-11-20

Verksamhetsplan 2026

Möten

Styrgruppen
- 4 februari kl 9-11, Sala
"""
    assert keys(text, year=2025) == ["kommitten-2026-02-04"]


@pytest.mark.parametrize(
    "head",
    [
        "Styrgruppen möts",
        "Styrgruppen träffas under 2026",
        "Styrgruppen sammanträder följande dagar",
        "Styrgruppen har haft två möten:",
    ],
)
def test_a_line_that_says_that_a_body_meets_heads_the_days_below(head):
    text = f"# Verksamhetsplan 2026\n## Möten\n{head}\n- 4 februari, Sala\n- 6 maj\n"
    assert keys(text) == ["kommitten-2026-02-04", "kommitten-2026-05-06"]


def test_a_line_that_says_how_often_heads_nothing():
    text = "# Verksamhetsplan 2026\n## Möten\nStyrgruppen möts två gånger\n- 4 februari"
    found = meetings(text).get("meetings", "kommitten-2026-02-04")
    assert found is None


def test_the_place_stands_after_the_kind_of_meeting():
    text = LIST.replace("planeringskonferens, Kungsör", "planeringskonferens i Kungsör")
    third = meetings(text).get("meetings", "kommitten-2026-09-16")
    assert (third["kind"], third["place"]) == ("planning_conference", "Kungsör")


REPORT = """# Årsredovisning 2025
## Möten under året
Styrgruppen har haft två möten:
- 4 februari 2025 i Sala
- 6 maj 2025, digitalt

Mötet den 9 september 2025 i Köping ställdes in. Ledningsgruppen har mötts tre gånger, \
nämligen den 14 januari, 11 mars och 20 maj.
"""


def test_a_report_tells_of_meetings_that_were_held_or_not():
    found = meetings(REPORT, kind=DocumentKind.ANNUAL_REPORT, year=2026)
    told = [(m.key, m["status"], m["place"]) for m in found.of("meetings")]
    assert told == [
        ("kommitten-2025-02-04", "held", "Sala"),
        ("kommitten-2025-05-06", "held", None),
        ("kommitten-2025-09-09", "cancelled", "Köping"),
        ("ledningsgruppen-2025-01-14", "held", None),
        ("ledningsgruppen-2025-03-11", "held", None),
        ("ledningsgruppen-2025-05-20", "held", None),
    ]


def test_a_meeting_that_did_not_take_place_is_told_of_in_a_sentence():
    text = (
        "# Årsredovisning 2025\n## Styrgruppen\nStyrgruppen sammanträdde två gånger: "
        "14 mars (Sala) och 5 december. Sammanträdet den 6 juni ställdes in.\n"
        "## Ledningsgruppen\nLedningsgruppen träffades 2025-01-25.\n"
    )
    found = meetings(text, kind=DocumentKind.ANNUAL_REPORT, year=2025)
    assert [(m.key, m["status"]) for m in found.of("meetings")] == [
        ("kommitten-2025-03-14", "held"),
        ("kommitten-2025-12-05", "held"),
        ("kommitten-2025-06-06", "cancelled"),
        ("ledningsgruppen-2025-01-25", "held"),
    ]


def hosts(sentence):
    text = (
        "# Verksamhetsplan 2026\n## Mötestider\n"
        f"Styrgruppen möts den 4 februari, 6 maj och 16 september. {sentence}\n"
    )
    return [found["host"] for found in meetings(text).of("meetings")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Värdar är i tur och ordning Sala, Köping och Arboga.",
        "Värdskapet har Sala, Köping och Arboga i den ordningen.",
    ],
)
def test_hosts_told_in_turn_are_each_of_its_own_day(sentence):
    assert hosts(sentence) == ["sala", "koping", "arboga"]


def test_fewer_hosts_than_days_are_given_to_none():
    assert hosts("Värdar är i tur och ordning Sala och Köping.") == [None, None, None]
