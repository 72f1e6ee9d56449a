"""Minutes as a letter in running text: who was there, where, and who wrote."""

from datetime import date, time

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import gathered, held, names, row

FIELDS = "Från\tEva Alm <eva.alm@mora.example>\nTill\tBo Ek <bo.ek@leksand.example>\n\n"
LETTER = (
    f"Minnesanteckningar klimatnätverket 6 feb\n\n{FIELDS}"
    "Hej! Här kommer mina minnesanteckningar från klimatnätverkets möte torsdagen den "
    "6 februari 2025.\n\n"
    "Vi träffades i Leksands kommunhus, rum Siljan, mellan kl 9.15 och 12. På plats "
    "var Bo Ek från Leksand, Pia Dal från Rättvik som ledde mötet, och jag själv från "
    "Mora. Ulf Sten, Älvdalen, deltog på länk. Greta Lund från Orsa hade fått "
    "förhinder. Vi hade besök av Maria Öst från Länsstyrelsen i Dalarnas län.\n\n"
    "Energimyndigheten har skickat förslaget till nya regler på remiss. Svar ska vara "
    "inne senast den 14 mars 2025.\n\n"
    "Nästa gång ses vi torsdag 3 april kl 13–15.30 i Mora, stadshuset.\n\n"
    "Hälsningar\n\nEva\n\n> Hej! Glöm inte mötet. Anna Falk deltog sist.\n"
)


def test_who_was_there_is_told_in_sentences() -> None:
    gathering = gathered(LETTER)

    assert names(gathering, state="present") == ["bo-ek", "pia-dal", "eva-alm"]
    assert names(gathering, state="remote") == ["ulf-sten"]
    assert names(gathering, state="absent") == ["greta-lund"]
    assert names(gathering, state="guest") == ["maria-ost"]
    towns = {r["person"]: r["municipality"] for r in gathering.of("attendance")}
    assert towns == {
        "bo-ek": "leksand",
        "pia-dal": "rattvik",
        "eva-alm": "mora",
        "ulf-sten": "alvdalen",
        "greta-lund": "orsa",
        "maria-ost": None,
    }
    guest = row(gathering, "maria-ost")
    assert guest["outside_party"] == "lansstyrelsen-i-dalarnas-lan"
    assert guest.values["state"].certainty is Certainty.PROBABLE


def test_where_and_when_they_met_is_told_in_a_sentence() -> None:
    gathering = gathered(LETTER)

    meeting = held(gathering)
    assert meeting["held_on"] == date(2025, 2, 6)
    assert (meeting["starts_at"], meeting["ends_at"]) == (time(9, 15), time(12))
    assert meeting["place"] == "Leksands kommunhus, rum Siljan"
    after = next(m for m in gathering.of("meetings") if m["status"] == "planned")
    assert (after["held_on"], after["place"]) == (date(2025, 4, 3), "Mora, stadshuset")


def test_notes_that_are_the_senders_own_have_her_for_secretary() -> None:
    secretary = gathered(LETTER).of("minutes")[0].values["secretary"]
    assert (secretary.value, secretary.certainty) == ("Eva Alm", Certainty.PROBABLE)
    others = gathered(LETTER.replace("mina minnes", "de minnes"))
    assert others.of("minutes")[0]["secretary"] is None


def test_a_letters_greeting_is_no_item() -> None:
    assert gathered(LETTER).of("agenda_items") == []


def test_a_referral_told_of_in_running_text_has_its_last_day() -> None:
    (referral,) = gathered(LETTER).of("referrals")
    assert referral["outside_party"] == "energimyndigheten"
    assert referral["title"] == "Förslaget till nya regler"
    assert referral["due_on"] == date(2025, 3, 14)


@pytest.mark.parametrize(
    "sentence",
    [
        "Närvarande: Bo Ek, Leksand\n\n# Läget\n\nPia Dal deltog inte.",
        "Bo Ek berättade om mötet där Pia Dal talade.",
        "Handlingarna skickades till Pia Dal.",
    ],
)
def test_who_is_only_spoken_of_was_not_there(sentence: str) -> None:
    text = f"Minnesanteckningar klimatnätverket\n\nDatum: 2025-02-06\n\n{sentence}\n"
    assert "pia-dal" not in names(gathered(text))


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "Vi sågs i Medborgarhuset i Orsa, måndagen den 3 mars.",
            "Medborgarhuset i Orsa",
        ),
        ("Vi möttes på Hotell Älgen i Mora den 3 mars 2025.", "Hotell Älgen i Mora"),
        ("Vi träffades i Stora salen på Folkets park i mars.", None),
    ],
)
def test_a_house_in_a_town_is_the_whole_place(told: str, place: str | None) -> None:
    meeting = held(gathered(f"Anteckningar, vattengruppen 3 mars 2025\n\n{told}\n"))
    assert meeting["place"] == (place or "Stora salen på Folkets park")


def test_from_where_somebody_comes_is_no_part_of_her_name() -> None:
    text = (
        "Anteckningar, vattengruppen 3 mars 2025\n\n"
        "På plats var Bo Ek från Leksand. Från Vattenkontoret Dalälven deltog Eva Alm. "
        "Från Siljans Bygdekontor deltog Pia Dal.\n"
    )
    people = {p["name"] for p in gathered(text).of("people")}
    assert people == {"Bo Ek", "Eva Alm", "Pia Dal"}
