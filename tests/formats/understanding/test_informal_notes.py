"""Notes in everyday words: who was there, what was agreed on, what went on."""

from datetime import date

import pytest

from tests.formats.understanding.gathered import column
from tests.formats.understanding.minutes_read import gathered, held, names, row

NOTES = """Minnesanteckningar, Kulturchefsnätverket

5/2 2026, Biblioteket i Nora + Teams, kl 13-15.30

{there}:
  Eva Alm        Nora (ledde mötet)
  Bo Ek          Laxå
  Åsa Dahl       Lindesberg, på länk
  Mia Ros        Laxå, antecknade
  Per Ask        Regionförbundet i Örebro län (bara punkt 2)
{absent}: Ulf Tall, Askersund

1. Förra gången
Inget att ändra, anteckningarna läggs till handlingarna.

2. Filmveckan
Per visade siffror.
  -> Vi kom inte överens. Frågan tas upp igen på mötet i april.

3. Konstbussen
  => Beslut: 15 000 kr till ny skylt. Alla var överens.

Nästa gång: torsdag 9 april kl 13, Laxå.

/Mia, renskrivet 8/2
"""
TEXT = NOTES.format(there="De som var med", absent="Kunde inte vara med")


@pytest.mark.parametrize(
    "there", ["Vi som var där", "På mötet", "Deltog", "Var på plats"]
)
@pytest.mark.parametrize(
    "absent", ["Kunde inte", "Inte med", "Hade förhinder", "Saknades"]
)
def test_who_was_there_and_who_was_not_may_be_said_in_any_words(
    there: str, absent: str
) -> None:
    gathering = gathered(NOTES.format(there=there, absent=absent))

    assert set(names(gathering, state="present")) == {"eva-alm", "bo-ek", "mia-ros"}
    assert names(gathering, state="remote") == ["asa-dahl"]
    assert names(gathering, state="absent") == ["ulf-tall"]


def test_who_comes_from_outside_has_no_mark_before_the_organisation() -> None:
    guest = row(gathered(TEXT), "per-ask")

    assert guest["outside_party"] == "regionforbundet-i-orebro-lan"
    assert guest["item"] == "2"


def test_the_place_may_stand_between_the_day_and_the_clock() -> None:
    meeting = held(gathered(TEXT))

    assert meeting["held_on"] == date(2026, 2, 5)
    assert str(meeting["place"]).startswith("Biblioteket i Nora")


def test_who_wrote_and_when_stands_last() -> None:
    minutes = gathered(TEXT).of("minutes")[0]

    assert minutes["secretary"] == "Mia Ros"
    assert minutes["written_on"] == date(2026, 2, 8)


def test_what_was_not_agreed_on_went_to_the_meeting_of_a_month() -> None:
    gathering = gathered(TEXT)

    decided = {each["item"][-1]: each for each in gathering.of("decisions")}
    assert decided["2"]["outcome"] == "postponed"
    assert decided["2"]["has_consensus"] is False
    to = gathering.get("meetings", str(decided["2"]["postponed_to"]))
    assert to is not None
    assert to["held_on"] == date(2026, 4, 9)


def test_an_arrow_before_a_decision_is_no_part_of_it() -> None:
    decided = gathered(TEXT).of("decisions")[-1]

    assert decided["wording"].startswith("15 000 kr till ny skylt")
    assert decided["has_consensus"] is True
    assert column(gathered(TEXT), "decisions", "outcome")[-1] == "decided"


TABLE = """Anteckningar från chefsmötet

| När | Torsdag 5 februari 2026, 8.15–10 | Var | Nora |
|---|---|---|---|
| Med | Nora: Eva Alm · Laxå: Bo Ek | | |
| Inte med | Ulf Tall, Askersund | | |

1. Bredband

Vi bytte tankar.

2. Rundan

Laxå söker en ny rektor.

Nästa ordinarie träff

Fredag 23 april 2026 kl. 8.15–10, digitalt.
"""


def test_a_label_alone_in_its_cell_needs_no_colon() -> None:
    gathering = gathered(TABLE)

    assert names(gathering, state="present") == ["eva-alm", "bo-ek"]
    assert names(gathering, state="absent") == ["ulf-tall"]
    assert row(gathering, "bo-ek")["municipality"] == "laxa"


def test_the_next_meeting_stands_below_a_title_after_the_last_item() -> None:
    planned = [m for m in gathered(TABLE).of("meetings") if m["status"] == "planned"]

    assert [m["held_on"] for m in planned] == [date(2026, 4, 23)]
    assert planned[0]["is_digital"] is True
