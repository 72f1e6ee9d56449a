"""Notes whose items are rows of a table: what was said, and what came of it."""

from datetime import date

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.minutes_read import gathered, names

NOTES = """Anteckningar från miljöchefernas nätverk

| Dag | onsdag 8/4-2026 | Tid | 13:00 – 15:00 |
|---|---|---|---|
| Plats | Rådhuset i Hjo | | |
| På plats | Eva Blomlöf, Hjo (ordf.); Per Stenlund, kansliet (antecknade) | | |

Anteckningarna från den 4 februari hade inga synpunkter och lades till handlingarna.

| Vad vi pratade om | Det vi enades om | Vem gör vad | Klart |
|---|---|---|---|
| Strandskydd<br>Hjo visade en karta. | Kartan läggs på nätet. | Eva | maj |
| Remiss om buller<br>Länsstyrelsen i Västra Götalands län har skickat en remiss \
(dnr 5501-2026). Den kom den 2 mars och ska vara besvarad senast den 29 maj 2026. | \
Vi skriver ett gemensamt svar. | Per | 15 maj |

Hjo 2026-04-10
Per Stenlund
"""


def read() -> Gathering:
    return gathered(NOTES, 2026)


def test_who_is_in_place_is_present() -> None:
    assert names(read(), state="present") == ["eva-blomlof", "per-stenlund"]


def test_the_notes_gone_through_above_the_table_tell_of_their_meeting() -> None:
    held = [m["held_on"] for m in read().of("meetings")]
    assert date(2026, 2, 4) in held


def test_the_day_over_the_name_that_ends_notes_is_when_they_were_written() -> None:
    (minutes,) = read().of("minutes")
    assert minutes["written_on"] == date(2026, 4, 10)
    assert minutes.values["written_on"].certainty is Certainty.PROBABLE
    assert minutes["secretary"] == "Per Stenlund"


def test_a_row_is_an_item_its_first_line_the_title() -> None:
    gathering = read()
    assert [i["title"] for i in gathering.of("agenda_items")] == [
        "Strandskydd",
        "Remiss om buller",
    ]
    assert gathering.of("agenda_items")[0]["text"] == "Hjo visade en karta."
    assert [d["wording"] for d in gathering.of("decisions")] == [
        "Kartan läggs på nätet.",
        "Vi skriver ett gemensamt svar.",
    ]


def test_the_number_of_the_referral_is_theirs_and_not_the_items() -> None:
    gathering = read()
    (referral,) = gathering.of("referrals")
    assert referral["register_number"] == "5501-2026"
    assert referral["received_on"] == date(2026, 3, 2)
    assert referral["due_on"] == date(2026, 5, 29)
    assert gathering.of("agenda_items")[1]["register_number"] is None


def test_a_network_is_named_with_those_whose_it_is() -> None:
    (body,) = read().of("bodies")
    assert (body["name"], body["kind"]) == ("miljöchefernas nätverk", "network")
