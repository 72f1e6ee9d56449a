"""Minutes whose head says when and where on lines of their own, without a label."""

from datetime import date, time

import pytest

from tests.formats.understanding.minutes_read import gathered, held, names

TWO_COLUMNS = """# Kommunchefsmöte, Siljansnätet

Beslutande:

Anna Ek, Orsa kommun

Bo Lind, Mora kommun

2026-10-15

08:30–12:00

{place}

(plan 2, kommunhuset i Orsa)

Frånvarande:

Eva Alm, Rättviks kommun

## Protokoll

### 1. Öppnande

Välkomna.

### 2. {title}

{text}
"""
ONE_COLUMN = """# Protokoll från styrgruppsmöte

Tisdag den 24 november 2026, kl. 13:15–16:00

{below}

**Närvarande:** Anna Ek, Orsa, Bo Lind, Mora

## 1. Öppnande

Välkomna.

## 2. Avslut

Tack.
"""


def read(
    place: str = "Konferensrum Siljan", title: str = "Avslut", text: str = "Tack."
) -> str:
    return TWO_COLUMNS.format(place=place, title=title, text=text)


def test_when_stands_in_the_middle_of_a_list_of_people() -> None:
    found = gathered(read())

    meeting = held(found)
    assert meeting["held_on"] == date(2026, 10, 15)
    assert (meeting["starts_at"], meeting["ends_at"]) == (time(8, 30), time(12))
    assert str(meeting["place"]).startswith("Konferensrum Siljan")
    assert names(found, state="present") == ["anna-ek", "bo-lind"]
    assert names(found, state="absent") == ["eva-alm"]


def test_a_name_below_the_clock_is_a_person() -> None:
    found = gathered(read(place="Ida Ström, Leksands kommun"))
    assert "ida-strom" in names(found, state="present")


@pytest.mark.parametrize(
    ("below", "place"),
    [
        ("Hembygdsgården i Furudal", "Hembygdsgården i Furudal"),
        ("Protokollet är långt.", None),
    ],
)
def test_a_place_may_stand_below_the_day_and_the_clock(
    below: str, place: str | None
) -> None:
    meeting = held(gathered(ONE_COLUMN.format(below=below)))
    assert meeting["place"] == place


def test_a_referral_is_called_what_stands_after_its_sender() -> None:
    title = "Remiss från Region Dalarna: Kulturplan 2031–2034"
    text = "Svar ska ha kommit in senast 2026-12-11."
    referral = gathered(read(title=title, text=text)).of("referrals")[0]
    assert referral["title"] == "Kulturplan 2031–2034"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Eftersom Eva inte var med sköts frågan upp till nästa möte.", "postponed"),
        ("Chefsgruppen bestämde att träffas 2027-01-28.", "decided"),
    ],
)
def test_what_a_group_determines_or_puts_off_is_decided(
    text: str, outcome: str
) -> None:
    decisions = gathered(read(text=text)).of("decisions")
    assert [d["outcome"] for d in decisions] == [outcome]


@pytest.mark.parametrize(
    ("meeting", "known"),
    [("kommunchefsmötet", True), ("ägarmötet", False), ("styrgruppsmötet", False)],
)
def test_earlier_minutes_are_of_the_own_body(meeting: str, known: bool) -> None:
    text = f"Anteckningarna från {meeting} 2026-09-03 gicks igenom."
    days = [m["held_on"] for m in gathered(read(text=text)).of("meetings")]
    assert (date(2026, 9, 3) in days) is known
