"""Notices of meetings become the meeting that is called, its agenda and its papers."""

from datetime import date, time
from pathlib import Path

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import minutes, notices
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

DOCUMENTS = Path(__file__).parent / "documents"


def gathered(text: str) -> Gathering:
    gathering = Gathering()
    notices.extract(portion_of(text, DocumentKind.MEETING_NOTICE), gathering)
    return gathering


def in_file(name: str) -> Gathering:
    return gathered((DOCUMENTS / name).read_text("utf-8"))


def test_a_notice_with_a_table_is_read_whole() -> None:
    gathering = in_file("asbygden-kallelse.txt")

    meeting = gathering.of("meetings")[0]
    assert (meeting["status"], meeting["held_on"]) == ("called", date(2023, 11, 3))
    assert (meeting["starts_at"], meeting["ends_at"]) == (time(8, 30), time(11, 30))
    assert meeting["place"] == "Kommunhuset i Herrljunga, lokal Nossan"
    items = gathering.of("agenda_items")
    assert [i["number"] for i in items] == [1, 2, 3, 4, 5, 6, 7]
    assert items[2]["register_number"] == "ÅS 2023:12"
    assert items[3]["text"] == "Föredragande: Anders Kull, ekonomichef"
    assert [p["annex_number"] for p in gathering.of("papers")] == ["1", "2", "3"]
    sent_on = gathering.of("meeting_notices")[0].values["sent_on"]
    assert sent_on.value == date(2023, 10, 20)
    assert sent_on.certainty is Certainty.PROBABLE


def test_an_agenda_with_lines_under_its_items_is_read_whole() -> None:
    gathering = in_file("malarkanten-dagordning.md")

    assert gathering.of("meetings")[0].key == "ledningsgruppen-2025-03-14"
    kinds = [item["kind"] for item in gathering.of("agenda_items")]
    assert kinds == ["formality", "decision", "information", None, "formality"]
    titles = [item["title"] for item in gathering.of("agenda_items")]
    assert titles[1] == "Uppföljning av handlingsplanen"
    papers = {(p["item"], p["title"]) for p in gathering.of("papers")}
    assert papers == {
        ("ledningsgruppen-2025-03-14-2", "Uppföljning 2024"),
        ("ledningsgruppen-2025-03-14-4", "Remissmissiv"),
    }
    assert gathering.of("meeting_notices")[0]["recipients"].startswith("kommundir")


def test_an_extra_digital_meeting_is_called() -> None:
    gathering = gathered(
        "Kallelse till extra möte med samarbetskommittén\n\n"
        "Tid: måndagen den 2 oktober 2023, kl 17.30\n\nPlats: Digitalt via Zoom\n\n"
        "Ärenden\n\n§ 1 Upprop\n\n§ 2 Uppsägning av avtalet\n\nDnr SK 2023-00112\n\n"
        "Handlingar: Tjänsteskrivelse, Avtalet\n\nKallelsen utsänd 2023-09-22\n"
    )

    meeting = gathering.of("meetings")[0]
    assert (meeting["kind"], meeting["is_digital"]) == ("extra", True)
    notice = gathering.of("meeting_notices")[0]
    assert (notice["meeting"], notice["sent_on"]) == (meeting.key, date(2023, 9, 22))
    assert notice.values["sent_on"].certainty is Certainty.CERTAIN
    last = gathering.of("agenda_items")[-1]
    assert (last["title"], last["register_number"]) == (
        "Uppsägning av avtalet",
        "SK 2023-00112",
    )
    titles = [paper["title"] for paper in gathering.of("papers")]
    assert titles == ["Tjänsteskrivelse", "Avtalet"]


@pytest.mark.parametrize(
    "ending",
    ["Förhinder anmäls till kansliet.", "Välkomna!", "Vänliga hälsningar\n\nBo Ek"],
)
def test_what_stands_below_the_agenda_is_not_of_its_last_item(ending: str) -> None:
    gathering = gathered(
        "Kallelse till styrgruppen\n\nDatum: 2024-03-05\n\n1. Runda\n\n2. Avslut\n\n"
        + ending
    )

    assert gathering.of("agenda_items")[-1]["text"] is None


def test_a_notice_that_does_not_say_when_it_was_sent_says_nothing_of_it() -> None:
    gathering = gathered(
        "Kallelse till styrgruppen\n\nDatum: 2024-03-05\n\n1. Runda\n\n2. Avslut\n"
    )

    assert gathering.of("meeting_notices") == []
    assert gathering.of("meetings")[0]["status"] == "called"


def test_minutes_take_over_from_the_notice_of_the_same_meeting() -> None:
    head = "styrgruppen\n\nDatum: 2024-03-05\n\n"
    gathering = gathered(f"Kallelse till {head}1. Runda\n\n2. Budgeten\n")
    written = f"Protokoll från {head}1. Runda\n\nInget.\n\n2. Budget\n\nInget.\n"
    minutes.extract(
        portion_of(written, DocumentKind.MINUTES, key="protokoll"), gathering
    )

    assert [m["status"] for m in gathering.of("meetings")] == ["held"]
    titles = [item["title"] for item in gathering.of("agenda_items")]
    assert titles == ["Runda", "Budget"]
    assert gathering.contradictions == []


def test_who_presents_an_item_is_no_part_of_its_title() -> None:
    gathering = gathered(
        "Kallelse till styrgruppen\n\nDatum: 2024-03-05\n\n1. Rapport – Eva Alm\n\n"
        "2. Planen\n\nFöredragande: Bo Ek\n"
    )

    told = [(i["title"], i["text"]) for i in gathering.of("agenda_items")]
    assert told == [
        ("Rapport", "Föredragande: Eva Alm"),
        ("Planen", "Föredragande: Bo Ek"),
    ]


LETTER = (
    "Västbygdens samarbetskommitté\n\nHjo den 3 april 2024\n\n"
    "Ledamöter och ersättare i Västbygdens samarbetskommitté\n\n"
    "Kallelse till sammanträde\n\n"
    "Ni kallas härmed till ordinarie sammanträde med kommittén onsdagen den 24 april "
    "2024 klockan 13.15 i Fästet, kommunhuset i Hjo. Sammanträdet pågår till 16.\n\n"
    "1. Upprop\n\n2. Ny taxa\n\nBilaga 2\n\n3. Läget, information av Eva Alm\n\n"
    "Med vänlig hälsning\n\nBo Ek\n\n"
    "Nästa sammanträde blir den 12 juni 2024 i Tibro.\n\n"
    "Kopia: Hjo, Tibro och Töreboda\n"
)


def test_a_notice_may_be_a_letter() -> None:
    gathering = gathered(LETTER)

    first, then = gathering.of("meetings")
    assert (first["held_on"], first["kind"]) == (date(2024, 4, 24), "ordinary")
    assert first["starts_at"] == time(13, 15)
    assert first["place"] == "Fästet, kommunhuset i Hjo"
    notice = gathering.of("meeting_notices")[0]
    assert notice["sent_on"] == date(2024, 4, 3)
    assert notice["recipients"].startswith("Ledamöter och ersättare i")
    assert (then["held_on"], then["status"]) == (date(2024, 6, 12), "planned")
    kinds = [item["kind"] for item in gathering.of("agenda_items")]
    assert kinds == ["formality", None, "information"]
    towns = {town["name"] for town in gathering.of("municipalities")}
    assert towns == {"Hjo", "Tibro", "Töreboda"}


def test_whom_a_notice_calls_may_go_on_in_the_line_below() -> None:
    text = "Kallelse till styrgruppen\n\nTid: 2024-11-08 kl. 9\n\n{}\n\n1. A\n\n2. B\n"
    called = "Kallade: Cheferna i Hjo, Tibro\n\noch Töreboda"
    notice = gathered(text.format(called)).of("meeting_notices")[0]
    assert " ".join(notice["recipients"].split()).endswith("Tibro och Töreboda")
    other = gathered(text.format("Kallade: Cheferna i Hjo\n\nPlats: Hjo"))
    assert other.of("meeting_notices")[0]["recipients"] == "Cheferna i Hjo"
    letter = gathered(text.format("Till ledamöter och ersättare i styrgruppen"))
    recipients = letter.of("meeting_notices")[0]["recipients"]
    assert recipients == "ledamöter och ersättare i styrgruppen"


def test_the_points_below_dagordning_are_items_but_no_pause() -> None:
    gathering = gathered(
        "Kallelse till miljönätverket\n\n"
        "Välkomna till möte med miljönätverket torsdag 6 november 2025 kl 9.30-15 "
        "på\n\n"
        "Hjo hotell.\n\nDeltagare: miljöcheferna i Hjo, Tibro och Skövde\n\n"
        "Dagordning:\n\n* Runda\n* Tillsynsplan (beslut)\n* Lunch\n* Övrigt\n\n"
        "Hör av er om ni inte kan.\n\nBo Ek\n"
    )
    items = [(i["number"], i["title"]) for i in gathering.of("agenda_items")]
    assert items == [(1, "Runda"), (2, "Tillsynsplan"), (3, "Övrigt")]
    assert [i["text"] for i in gathering.of("agenda_items")] == [None, None, None]
    assert gathering.of("meetings")[0]["place"] == "Hjo hotell"
    assert gathering.of("municipalities")


def test_points_in_minutes_only_say_what_headings_tell_of() -> None:
    gathering = Gathering()
    text = (
        "# Anteckningar styrgruppen\n\nDatum: 2024-05-16\n\nDagordning:\n\n- Jour\n"
        "- Avtal\n\n## Jour\n\nBo berättade.\n\n## Avtal\n\nAvtalet godkänns.\n"
    )
    minutes.extract(portion_of(text, DocumentKind.MINUTES), gathering)
    assert [i["text"] is not None for i in gathering.of("agenda_items")][:1] == [True]
    assert len(gathering.of("agenda_items")) == 2


def test_the_item_below_narvaro_is_not_who_are_called() -> None:
    text = (
        "Kallelse till styrgruppen\n\nTid: Måndagen den 12 mars 2031 kl. 18.00\n\n"
        "Föredragningslista\n\nNärvaro\n\nGodkännande av dagordning\n\n1. Vatten\n\n"
        "2. Vägar\n"
    )

    assert [n["recipients"] for n in gathered(text).of("meeting_notices")] in (
        [],
        [None],
    )
