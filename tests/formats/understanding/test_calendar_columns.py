"""Calendars with months down, and a column for this and that."""

from datetime import date, time

import pytest

from tests.formats.understanding.gathered import column, gathered

TABLE = """# Verksamhetsplan 2026
## Kalender 2026
Rådet möts kl. 10.00–14.00 och ledningsgruppen kl. 9.00–11.30 om inget annat sägs.

| Månad | Rådet | Ledningsgruppen | Nätverk och annat |
|---|---|---|---|
| Januari | | fre 16 | |
| Februari | tors 5, Vännäs | | Infrastrukturnätverket 20 |
| Mars | tors 12 kl. 13–15 | | Torget 9 |
| April | | | Besöksnätverket 9; Skolnätverket 14 |
| September | | | Älvdagarna 17–18, Lycksele |

Konferensen Älvdagarna hålls för åttonde gången. Lycksele kommun är värd. Temat är \
hållbar turism.
"""


def test_each_cell_of_a_loose_column_names_its_own_body():
    found = gathered(TABLE, "calendar")
    assert [m.key for m in found.of("meetings")] == [
        "ledningsgruppen-2026-01-16",
        "kommitten-2026-02-05",
        "infrastrukturnatverket-2026-02-20",
        "kommitten-2026-03-12",
        "besoksnatverket-2026-04-09",
        "skolnatverket-2026-04-14",
    ]


def test_a_weekday_before_the_number_is_kept():
    found = gathered(TABLE, "calendar")
    assert column(found, "meetings", "weekday_as_written") == [
        "fredag",
        "torsdag",
        None,
        "torsdag",
        None,
        None,
    ]


def test_bodies_meet_at_their_usual_clock_if_nothing_else_is_said():
    found = gathered(TABLE, "calendar")
    clocks = {m.key: (m["starts_at"], m["ends_at"]) for m in found.of("meetings")}
    assert clocks["kommitten-2026-02-05"] == (time(10), time(14))
    assert clocks["kommitten-2026-03-12"] == (time(13), time(15))
    assert clocks["ledningsgruppen-2026-01-16"] == (time(9), time(11, 30))
    assert clocks["besoksnatverket-2026-04-09"] == (None, None)


def test_a_conference_in_the_calendar_is_no_meeting_but_has_its_days():
    found = gathered(TABLE, "conferences")
    (conference,) = found.of("conferences")
    assert (conference["name"], conference["held_on"], conference["ends_on"]) == (
        "Älvdagarna",
        date(2026, 9, 17),
        date(2026, 9, 18),
    )
    assert (conference["place"], conference["theme"]) == ("Lycksele", "hållbar turism")
    assert column(found, "conference_hosts", "municipality") == ["lycksele"]


@pytest.mark.parametrize("told", ["", "Konferensen Skogsdagarna hålls i maj."])
def test_what_is_not_called_a_conference_is_none(told):
    text = TABLE[: TABLE.index("Konferensen")] + told
    assert column(gathered(text, "conferences"), "conferences", "name") == []


BOARD = """# Verksamhetsplan 2026
## Sammanträden 2026
{sentence}

| Månad | {head} | Ledningsgrupp (fre 8.30–10.00) |
|---|---|---|
| Februari | 12 (Vännäs) | 6 |
| Juni | 4 (digitalt) | |
"""


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("Styrelse", "Styrelsen sammanträder kl. 13.00–15.30 om inget annat sägs."),
        ("Styrelsemöte", "Styrelsen möts kl. 13–15.30."),
        ("Direktion", "Direktionen möts kl. 13.00–15.30."),
        ("Nämnd", "Nämnden sammanträder torsdagar kl. 13.00–15.30."),
        ("Råd", "Rådet träffas kl. 13.00–15.30."),
    ],
)
def test_the_leading_body_heads_a_column_without_its_article(head, sentence):
    found = gathered(BOARD.format(head=head, sentence=sentence), "calendar")
    first, last = (m for m in found.of("meetings") if m["body"] == "kommitten")
    assert (first["held_on"], first["host"]) == (date(2026, 2, 12), "vannas")
    assert (first["starts_at"], first["ends_at"]) == (time(13), time(15, 30))
    assert (last["held_on"], last["is_digital"]) == (date(2026, 6, 4), True)


@pytest.mark.parametrize(
    "line",
    [
        "Den 9 oktober 2026 arrangeras Älvdagen på Folkets hus i Vännäs.",
        "9 oktober: Norrlandsforum, Vännäs",
        "9 oktober hålls Vinterfestivalen.",
    ],
)
def test_a_day_with_a_name_of_its_own_is_no_meeting(line):
    text = f"# Verksamhetsplan 2026\n## Kalender 2026\n{line}\n"
    assert gathered(text, "calendar").of("meetings") == []


def test_a_weekday_is_no_such_name():
    text = (
        "# Verksamhetsplan 2026\n## Rådets möten 2026\n9 oktober, Fredagen före lovet\n"
    )
    assert len(gathered(text, "calendar").of("meetings")) == 1
