"""Notices of a council of its own name: towns without commas, hosts, minutes."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

NOTICE = """
# {council}

{towns}

KALLELSE

| Dag och tid | Torsdagen den 6 mars 2031, kl. 09.30–14.00 |
|---|---|
| Lokal | Badhuset, sal Tången |
| {host} | Orsa kommun |

Föredragningslista

| Nr | Ärende |
|---|---|
| 1 | Upprop |
| 2 | {minutes} |
| 3 | Övriga frågor |

Välkomna!

Vilma Grenåker, ordförande
"""


def read(
    *,
    council: str = "SJÖRÅDET",
    towns: str = "Mora Orsa Älvdalen Rättvik",
    host: str = "Värd",
    minutes: str = "Protokoll från mötet den 9 januari 2031",
) -> Gathering:
    gathering = Gathering()
    text = NOTICE.format(council=council, towns=towns, host=host, minutes=minutes)
    extract(portion_of(text, DocumentKind.MEETING_NOTICE), gathering)
    return gathering


@pytest.mark.parametrize("council", ["SJÖRÅDET", "Sjörådet"])
def test_a_council_of_its_own_name_is_the_body(council: str) -> None:
    (body,) = read(council=council).of("bodies")

    assert (body["kind"], body["name"]) == ("committee", "Sjörådet")


@pytest.mark.parametrize("council", ["Verksamhetsområdet", "Ungdomsrådet"])
def test_other_words_and_councils_are_no_committee(council: str) -> None:
    assert read(council=council).of("bodies") == []


def test_a_line_of_names_alone_lists_the_towns() -> None:
    names = {town["name"] for town in read().of("municipalities")}

    assert names == {"Mora", "Orsa", "Älvdalen", "Rättvik"}


def test_names_in_other_words_are_no_such_line() -> None:
    names = {t["name"] for t in read(towns="Vara Lund Hjo spelar").of("municipalities")}

    assert names == {"Orsa"}


@pytest.mark.parametrize("host", ["Värd", "Värdkommun"])
def test_the_host_is_told_by_a_label(host: str) -> None:
    assert read(host=host).of("meetings")[0]["host"] == "orsa"


@pytest.mark.parametrize(
    ("minutes", "days"),
    [
        ("Protokoll från mötet den 9 januari 2031", [date(2031, 1, 9)]),
        ("Anteckningar från sammanträdet 9 januari", [date(2031, 1, 9)]),
        ("Protokoll från Region Dalarnas möte den 9 januari 2031", []),
    ],
)
def test_an_item_that_is_minutes_tells_of_the_meeting_they_are_of(
    minutes: str, days: list[date]
) -> None:
    gathering = read(minutes=minutes)

    held = [m["held_on"] for m in gathering.of("meetings")]
    assert [day for day in held if day != date(2031, 3, 6)] == days


def test_who_signs_the_notice_is_known() -> None:
    assert "Vilma Grenåker" in {person["name"] for person in read().of("people")}
