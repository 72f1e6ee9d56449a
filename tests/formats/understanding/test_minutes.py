"""Minutes in many layouts become meetings, and whole documents are read whole."""

from datetime import date, time

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import (
    BEGINNING,
    ITEMS,
    SOURCES,
    gathered,
    held,
    in_file,
    names,
    outcomes,
)

HEADS = {
    "one line": """
Minnesanteckningar från Åsbygdens ledningsgrupp

Tid Fredagen den 3 november 2023 kl 8.30-11.00

Plats Kommunhuset i Herrljunga
""",
    "labels with colons": """
Ledningsgruppen Åsbygden

PROTOKOLL

Datum: 2023-11-03
Tid: kl. 08.30–11.00
Plats: Kommunhuset i Herrljunga
""",
    "place and time": """
Protokoll fört vid ledningsgruppens sammanträde

Plats och tid: Kommunhuset i Herrljunga, fredagen den 3 november 2023 kl. 08.30–11.00
""",
    "time and place": """
Anteckningar från möte med ledningsgruppen

Tid och plats: 3/11 2023 kl 8.30 - 11.00, Kommunhuset i Herrljunga
""",
    "a table": (
        "Sammanträdesprotokoll\n\nLedningsgruppen\n\n"
        "Sammanträdesdatum\t2023-11-03\nTid\tkl 8.30–11.00\n"
        "Plats\tKommunhuset i Herrljunga\n"
    ),
    "a clock on the next line": (
        "Protokoll från ledningsgruppen\n\n"
        "Plats och tid\t\tKommunhuset i Herrljunga, fredagen den 3 november 2023\n"
        "kl. 08.30–11.00. Lunch 11.15–12.00.\n"
    ),
    "no labels": """
Minnesanteckningar ledningsgruppen

Fredag 3 november 2023 kl. 08.30 – 11.00, Kommunhuset i Herrljunga
""",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_a_head_says_body_day_clock_and_place(head: str) -> None:
    gathering = gathered(head + "\n1. Öppnande\n\nVälkomna.\n\n2. Avslut\n\nTack.\n")

    meeting = held(gathering)
    assert meeting.key == "ledningsgruppen-2023-11-03"
    assert meeting["body"] == "ledningsgruppen"
    assert meeting["held_on"] == date(2023, 11, 3)
    assert (meeting["starts_at"], meeting["ends_at"]) == (time(8, 30), time(11))
    assert meeting["place"] == "Kommunhuset i Herrljunga"
    assert meeting["is_digital"] is None


def test_bare_hours_after_their_label_are_clock_times() -> None:
    meeting = held(
        gathered("Protokoll styrgruppen\n\nDatum: 2024-03-05\n\nTid: 13-15\n")
    )

    assert (meeting["starts_at"], meeting["ends_at"]) == (time(13), time(15))


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Protokoll från Samarbetskommittén Norrskogen", "kommitten"),
        ("Protokoll, samverkansnämnden", "kommitten"),
        ("Minnesanteckningar från politisk ledningsgrupp", "kommitten"),
        ("Minnesanteckningar från styrgruppen", "kommitten"),
        ("Minnesanteckningar från kommunchefsgruppen", "ledningsgruppen"),
        ("Anteckningar från tjänstemannagruppen", "ledningsgruppen"),
        ("Protokoll från politiskt samråd i Åsbygden", "kommitten"),
        ("Protokoll fört vid möte med styrelsen för Åsbygden", "kommitten"),
        ("Anteckningar från KSO-gruppen", "kommitten"),
        ("Anteckningar från kommunchefsforum", "ledningsgruppen"),
        ("Anteckningar från nätverket för klimatfrågor", "natverket-for-klimatfragor"),
    ],
)
def test_a_body_is_known_by_many_names(title: str, key: str) -> None:
    meeting = held(gathered(f"{title}\n\nDatum: 2024-03-05\n"))

    assert meeting["body"] == key


def test_a_head_that_names_no_body_has_none() -> None:
    meeting = held(gathered("Minnesanteckningar\n\nDatum: 2024-03-05\n"))

    assert meeting["body"] is None
    assert meeting.key == "mote-2024-03-05"


def test_a_head_without_a_day_is_a_meeting_without_a_day() -> None:
    meeting = held(
        gathered("Minnesanteckningar från styrgruppen\n\nNärvarande: Bo Ek\n")
    )

    assert meeting["held_on"] is None


def test_a_place_that_other_lines_have_run_into_is_cut_and_doubtful() -> None:
    text = f"Protokoll styrgruppen\n\nDatum: 2024-03-05\n\nPlats: Salen {'ord ' * 80}\n"
    place = held(gathered(text)).values["place"]

    assert len(place.value) <= 200
    assert place.certainty is Certainty.DOUBTFUL


def test_a_day_of_verification_is_not_the_day_of_the_meeting() -> None:
    meeting = held(
        gathered(
            "Protokoll från styrgruppen\n\nJusterat 2024-04-01\n\nTid: 2024-03-05\n"
        )
    )

    assert meeting["held_on"] == date(2024, 3, 5)


def test_a_wrong_weekday_is_a_contradiction_and_doubted() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nTid: måndagen den 5 mars 2024 kl 9\n"
    )

    contradiction = gathering.contradictions[0]
    assert contradiction.rule == "meetings.weekday"
    assert "tisdag" in contradiction.sentence
    assert held(gathering).values["held_on"].certainty is Certainty.DOUBTFUL


def test_a_digital_meeting_is_digital_and_a_mixed_one_is_not_said_to_be() -> None:
    teams = gathered("Protokoll styrgruppen\n\nDatum: 2024-03-05\n\nPlats: Teams\n")
    mixed = gathered(
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\nPlats: Stadshuset och Teams\n"
    )

    assert held(teams)["is_digital"] is True
    assert held(mixed)["is_digital"] is None


def test_kinds_of_meeting_are_said_only_where_they_are_written() -> None:
    extra = gathered("Protokoll från extra möte med styrgruppen\n\nDatum: 2024-03-05\n")
    planning = gathered("Anteckningar, styrgruppens planeringskonferens 2024-01-09\n")
    plain = gathered("Protokoll styrgruppen\n\nDatum: 2024-03-05\n")

    assert held(extra)["kind"] == "extra"
    assert held(planning)["kind"] == "planning_conference"
    assert held(plain)["kind"] is None


def test_a_protocol_of_municipal_kind_is_read_whole() -> None:
    gathering = in_file("malarkanten-protokoll.txt")

    meeting = held(gathering)
    assert meeting.key == "kommitten-2024-05-16"
    assert (meeting["starts_at"], meeting["ends_at"]) == (time(9), time(11, 45))
    assert meeting["place"] == "Stadshuset i Enköping, Rådssalen"
    minutes = gathering.of("minutes")[0]
    assert (minutes["kind"], minutes["secretary"]) == ("protocol", "Jonas Vik")
    assert minutes["verified_on"] == date(2024, 5, 23)
    assert outcomes(gathering) == {
        "11-1": "decided",
        "12-1": "decided",
        "12-2": "decided",
        "13-1": "noted",
        "14-1": "referred_back",
    }
    decision = gathering.get("decisions", "kommitten-2024-05-16-12-1")
    assert decision is not None
    assert (decision["votes_for"], decision["votes_against"]) == (3, 2)
    assert names(gathering, item="12") == ["lisbet-hjort"]
    assert names(gathering, state="remote") == ["mans-ryd"]
    assert gathering.contradictions == []


def test_notes_in_markdown_are_read_whole() -> None:
    gathering = in_file("norrskogen-anteckningar.md")

    assert held(gathering).key == "kommitten-2025-02-12"
    assert held(gathering)["is_digital"] is True
    assert names(gathering, state="absent") == ["jan-erik-dahlman", "malin-ost"]
    assert names(gathering, item="3") == ["siv-lomaeus"]
    assert outcomes(gathering) == {
        "2-1": "placed_on_file",
        "3-1": "decided",
        "4-1": "postponed",
    }
    postponed = gathering.of("decisions")[-1]
    assert postponed["postponed_to"] == "kommitten-2025-04-09"
    assert {v["person"] for v in gathering.of("verifiers")} == {
        "kerstin-vallgren",
        "par-nyberg",
    }


def test_notes_with_one_line_of_participants_are_read_whole() -> None:
    gathering = in_file("vattendal-anteckningar.txt")

    assert held(gathering)["is_digital"] is True
    assert names(gathering, item=None, state="present") == [
        "asa-blom",
        "nils-frost",
        "karin-haglund",
        "bertil-strom",
    ]
    assert outcomes(gathering) == {
        "2-1": "placed_on_file",
        "3-1": "decided",
        "4-1": "postponed",
    }
    assert gathering.of("minutes")[0]["secretary"] == "Nils Frost"


@pytest.mark.sources
def test_the_real_minutes_are_read_whole() -> None:
    files = sorted(SOURCES.glob("003_*.txt"))
    if not files:
        pytest.skip("De verkliga handlingarna finns inte bredvid projektet.")
    gathering = gathered(files[0].read_text("utf-8"), 2022)

    assert held(gathering).key == "ledningsgruppen-2022-10-28"
    assert [i["number"] for i in gathering.of("agenda_items")] == list(range(1, 11))
    assert len(gathering.of("attendance")) == 26
    assert len(names(gathering, state="absent")) == 3
    assert len(names(gathering, outside_party="region-stockholm", item="2")) == 4
    assert outcomes(gathering) == {
        "3-1": "postponed",
        "5-1": "decided",
        "6-1": "decided",
        "7-1": "postponed",
        "8-1": "postponed",
    }
    planned = {m.key for m in gathering.of("meetings") if m["status"] == "planned"}
    assert planned == {"ledningsgruppen-2022-12-02", "kommitten-2022-11-10"}
    assert gathering.of("verifiers")[0]["municipality"] == "huddinge"
    assert gathering.contradictions == []


def test_an_item_with_a_register_number_is_of_a_matter() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n"
        "§ 1 Öppnande\n\nVälkomna.\n\n"
        "§ 2 Gemensam jour\nDnr SG 2024/17\n\nBeslut\nÄrendet bordläggs.\n\n"
        "§ 3 Nästa möte\n\nInget bestämt.\n"
    )

    matters = [(m["register_number"], m["title"]) for m in gathering.of("matters")]
    assert matters == [("SG 2024/17", "Gemensam jour")]
    assert [i["matter"] for i in gathering.of("agenda_items")] == [
        None,
        gathering.of("matters")[0].key,
        None,
    ]


def test_a_matter_keeps_the_title_that_it_had_first() -> None:
    items = "§ 1 Jour, dnr SG 2024/17\n\nVälkomna.\n\n§ 2 Mer om jour, dnr SG 2024/17\n"
    gathering = gathered(
        f"Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n{items}\nTack.\n\n§ 3 Avslut\n"
    )

    assert [m["title"] for m in gathering.of("matters")] == ["Jour"]
    assert gathering.contradictions == []


def test_the_next_meeting_may_stand_above_or_below_the_items() -> None:
    text = f"{BEGINNING}Nästa möte: 2024-05-07 kl. 13.00, Mora{ITEMS}"
    planned = [m for m in gathered(text).of("meetings") if m["status"] == "planned"]
    assert [(m["held_on"], m["place"]) for m in planned] == [
        (date(2024, 5, 7), "Mora"),
    ]


def test_meetings_at_the_same_time_have_the_clock_of_the_one_before() -> None:
    gathering = gathered(
        f"{BEGINNING}\n\n1. Öppnande\n\nVälkomna.\n\n2. Nästa möte\n\n"
        "Fredag 10 maj 2024 kl 9–12 i Mora, stadshuset. Därefter 30/8 och 18/10, samma "
        "tid. Lokaler bestäms senare.\n\n3. Sist\n\nHej.\n"
    )
    planned = [m for m in gathering.of("meetings") if m["status"] == "planned"]
    assert {m["starts_at"] for m in planned} == {time(9)}
    assert planned[0]["place"] == "Mora, stadshuset"
    assert [m["place"] for m in planned[1:]] == [None, None]
    assert planned[1].values["starts_at"].certainty is Certainty.PROBABLE


def test_the_year_of_a_row_of_days_is_that_of_its_last() -> None:
    gathering = gathered(
        f"{BEGINNING}\n\n1. Öppnande\n\nVälkomna.\n\n2. Mötestider\n\n"
        "Gruppen möts 6 februari, 15 april och 4 december 2025.\n\n3. Sist\n\nHej.\n"
    )
    planned = [m["held_on"] for m in gathering.of("meetings")][1:]
    assert planned == [date(2025, 2, 6), date(2025, 4, 15), date(2025, 12, 4)]


def test_justerat_with_only_a_day_says_when_and_with_a_name_says_who() -> None:
    when = gathered(f"{BEGINNING}{ITEMS}\n\nJusterat: 2024-03-12\n\nJusterare: Bo Ek\n")
    assert when.of("minutes")[0]["verified_on"] == date(2024, 3, 12)
    assert [v["person"] for v in when.of("verifiers")] == ["bo-ek"]
    who = gathered(f"{BEGINNING}{ITEMS}\n\nJusterat: Bo Ek 2024-03-12\n")
    assert who.of("minutes")[0]["verified_on"] is None


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "Följande tider för 2026: 5 februari och 26 november.",
            [date(2026, 2, 5), date(2026, 11, 26)],
        ),
        (
            "Mötesdagarna år 2026 är 5 februari och 26 november.",
            [date(2026, 2, 5), date(2026, 11, 26)],
        ),
        (
            "Budget 2026 tas upp den 26 november.",
            [date(2025, 11, 26)],
        ),
    ],
)
def test_the_year_before_a_row_of_days_is_theirs(words: str, days: list[date]) -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2025-09-18\n\n"
        f"1. Öppnande\n\nVälkomna.\n\n2. Nästa möten\n\n{words}\n"
    )

    planned = [m for m in gathering.of("meetings") if m["status"] == "planned"]
    assert [m["held_on"] for m in planned] == days
    assert all(m.values["held_on"].certainty is Certainty.PROBABLE for m in planned)


def test_the_meeting_after_the_next_is_told_in_a_sentence_of_its_own() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2025-02-11\n\n1. Öppnande\n\nVälkomna.\n\n"
        "2. Avslut\n\nSedan 3 mars är kontoret stängt.\n\n"
        "Nästa träff: torsdag 10 april kl 9.\n\nDärefter 12 juni.\n"
    )

    planned = [m for m in gathering.of("meetings") if m["status"] == "planned"]
    assert [m["held_on"] for m in planned] == [date(2025, 4, 10), date(2025, 6, 12)]
