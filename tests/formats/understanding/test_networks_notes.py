"""Notes of a network: its name, what was put off, meetings to come, a referral."""

from datetime import date, time

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.minutes_read import gathered, held, names, row

NOTES = """ÅDALSKOMMUNERNA

Minnesanteckningar

Klimat- och energinätverket

Datum: 2026-03-19

Deltagare:

Bo Lind, Timrå kommun

Övriga deltagande:

Siv Ek, Ådalskommunernas kansli, sekreterare

1. Öppnande

Välkomna.

2. Remiss: Energiprogram för Dalarna

Region Dalarna har sänt förslaget på remiss. Svaret ska vara inne den 30 juni 2026. Det
kom till kansliet den 4 mars. Nätverket beslutar att ta upp frågan på nytt den 28 maj.

3. Laget runt

Fullmäktige antog energiplan 2 mars.

4. Nästa möte

Höstens möten blir digitala: 24 september och 26 november, båda kl. 13.00.
"""


@pytest.fixture(scope="module")
def notes() -> Gathering:
    return gathered(NOTES)


def test_a_name_of_two_words_in_one_is_whole(notes: Gathering) -> None:
    body = notes.get("bodies", str(held(notes)["body"]))

    assert body is not None
    assert body["name"] == "Klimat- och energinätverket"


def test_what_is_taken_up_again_is_postponed(notes: Gathering) -> None:
    assert [d["outcome"] for d in notes.of("decisions")] == ["postponed"]


def test_the_office_of_those_who_meet_is_no_guest(notes: Gathering) -> None:
    assert row(notes, "siv-ek")["state"] == "present"
    assert names(notes, state="guest") == []


def test_what_is_said_of_all_meetings_to_come_is_said_of_each(
    notes: Gathering,
) -> None:
    to_come = [m for m in notes.of("meetings") if m["status"] == "planned"]

    assert [m["starts_at"] for m in to_come] == [time(13), time(13)]
    assert [m["is_digital"] for m in to_come] == [True, True]


def test_a_referral_came_in_before_the_meeting(notes: Gathering) -> None:
    (found,) = notes.of("referrals")

    assert found["due_on"] == date(2026, 6, 30)
    assert found["received_on"] == date(2026, 3, 4)
    assert found.values["received_on"].certainty is Certainty.PROBABLE
