"""Who was there is read in every layout, and what is unsure is said to be."""

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import (
    BEGINNING,
    ITEMS,
    gathered,
    held,
    names,
    row,
)

LISTS = {
    "commas": (
        "Närvarande: Anna Ek, Haninge, Bo Lind, Tyresö\nFrånvarande: Eva Alm, Salem"
    ),
    "parties": (
        "Närvarande\nAnna Ek (S), Haninge\nBo Lind (M), Tyresö\n\n"
        "Ej närvarande\nEva Alm (C), Salem"
    ),
    "places in brackets": (
        "Deltagare: Anna Ek (Haninge), Bo Lind (Tyresö)\nFörhinder: Eva Alm (Salem)"
    ),
    "places first": (
        "Närvarande:\n\nHaninge: Anna Ek\n\nTyresö: Bo Lind\n\n"
        "Förhindrade:\n\nSalem: Eva Alm"
    ),
    "tabs": (
        "Deltagare\tAnna Ek\tHaninge\n\tBo Lind\tTyresö\nFrånvarande\tEva Alm\tSalem"
    ),
    "shifted columns": (
        "Deltagare\tAnna Ek\tHaninge\nBo Lind\tTyresö\t\nFrånvarande\tEva Alm\tSalem"
    ),
    "a table with a head": (
        "Närvarande\n\nNamn\tKommun\tRoll\nAnna Ek\tHaninge\tledamot\n"
        "Bo Lind\tTyresö\tledamot\n\nFrånvarande\n\nNamn\tKommun\nEva Alm\tSalem"
    ),
    "crosses": (
        "Namn\tKommun\tNärvarande\tFrånvarande\nAnna Ek\tHaninge\tX\t\n"
        "Bo Lind\tTyresö\tX\t\nEva Alm\tSalem\t\tX"
    ),
    "a table by place": (
        "Närvarande\n\nKommun\tOrdinarie\tErsättare\nHaninge\tAnna Ek (S)\t\n"
        "Tyresö\t\tBo Lind (M)\n\nFrånvarande\n\nKommun\tOrdinarie\nSalem\tEva Alm"
    ),
    "bullets": (
        "Närvarande:\n- Anna Ek, Haninge kommun\n- Bo Lind, Tyresö kommun\n\n"
        "Anmält förhinder:\n- Eva Alm, Salems kommun"
    ),
    "sentences": (
        "Deltagare: Anna Ek, Haninge. Bo Lind, Tyresö.\nEj närvarande: Eva Alm, Salem."
    ),
    "semicolons": (
        "Närvarande: Haninge - Anna Ek; Tyresö - Bo Lind\nFrånvarande: Salem - Eva Alm"
    ),
    "nothing between": (
        "Deltagare\n\nAnna Ek Haninge\n\nBo Lind Tyresö\n\n"
        "Ej närvarande\n\nEva Alm Salem"
    ),
    "places above": (
        "Närvarande\n\nHaninge\n\nAnna Ek\n\nTyresö\n\nBo Lind\n\n"
        "Frånvarande\n\nSalem\n\nEva Alm"
    ),
}


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS.keys())
def test_attendance_is_read_in_every_layout(listed: str) -> None:
    gathering = gathered(BEGINNING + listed + ITEMS)

    told = {
        (r["person"], r["municipality"], r["state"]) for r in gathering.of("attendance")
    }
    assert told == {
        ("anna-ek", "haninge", "present"),
        ("bo-lind", "tyreso", "present"),
        ("eva-alm", "salem", "absent"),
    }


def test_a_place_over_the_names_or_without_a_comma_is_not_certain() -> None:
    above = gathered(BEGINNING + LISTS["places above"] + ITEMS)
    beside = gathered(BEGINNING + LISTS["nothing between"] + ITEMS)
    said = gathered(BEGINNING + LISTS["commas"] + ITEMS)

    assert row(above, "anna-ek").values["municipality"].certainty is Certainty.PROBABLE
    assert row(beside, "anna-ek").values["municipality"].certainty is Certainty.PROBABLE
    assert row(said, "anna-ek").values["municipality"].certainty is Certainty.CERTAIN


def test_a_surname_that_is_a_municipality_too_stays_a_name() -> None:
    gathering = gathered(BEGINNING + "Närvarande: Eva Maria Lund, Bo Ek" + ITEMS)

    assert names(gathering) == ["eva-maria-lund", "bo-ek"]
    assert row(gathering, "eva-maria-lund")["municipality"] is None


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("(punkt 2)", ["2"]),
        ("(punkterna 1 och 3)", ["1", "3"]),
        ("§§ 1–2", ["1", "2"]),
        ("(t.o.m. punkt 2)", ["1", "2"]),
        ("fr.o.m. § 2", ["2", "3"]),
        ("(ej punkt 3)", ["1", "2"]),
        ("vid § 2", ["2"]),
    ],
)
def test_part_of_a_meeting_is_a_row_for_each_item(words: str, items: list[str]) -> None:
    gathering = gathered(BEGINNING + f"Närvarande: Anna Ek, Haninge {words}" + ITEMS)

    assert [r["item"] for r in gathering.of("attendance")] == items


def test_part_of_the_time_is_kept_in_words() -> None:
    gathering = gathered(
        BEGINNING + "Närvarande: Anna Ek, Salem (till kl 10.30)" + ITEMS
    )

    assert row(gathering, "anna-ek")["role"] == "till kl 10.30"
    assert row(gathering, "anna-ek")["item"] is None


def test_roles_say_who_is_a_member_and_are_written_in_full() -> None:
    gathering = gathered(
        BEGINNING
        + "Beslutande: Anna Ek (S), Haninge, ordf., Bo Lind (M), Tyresö\n"
        + "Ej tjänstgörande ersättare: Eva Alm (C), Salem\n"
        + ITEMS
    )

    assert row(gathering, "anna-ek")["role"] == "ordförande"
    assert [r["is_member"] for r in gathering.of("attendance")] == [True, True, False]
    assert row(gathering, "eva-alm")["role"] is None


def test_who_takes_part_from_afar_is_remote() -> None:
    gathering = gathered(
        BEGINNING
        + "Närvarande: Anna Ek (digitalt), Bo Lind\nVia Teams: Eva Alm"
        + ITEMS
    )

    assert names(gathering, state="remote") == ["anna-ek", "eva-alm"]
    assert names(gathering, state="present") == ["bo-lind"]


def test_other_organisations_are_guests_and_outside_parties() -> None:
    gathering = gathered(
        BEGINNING
        + "Närvarande: Anna Ek, Haninge, Bo Lind, Region Stockholm\n"
        + "Gäster: Eva Alm, Trafikverket (punkt 2)"
        + ITEMS
    )

    assert row(gathering, "bo-lind")["outside_party"] == "region-stockholm"
    state = row(gathering, "bo-lind").values["state"]
    assert (state.value, state.certainty) == ("guest", Certainty.PROBABLE)
    assert row(gathering, "eva-alm").values["state"].certainty is Certainty.CERTAIN
    assert gathering.get("outside_parties", "trafikverket") is not None


def test_the_cooperations_own_secretariat_is_no_outside_party() -> None:
    gathering = gathered(
        "Minnesanteckningar från Åsbygdskommunernas ledningsgrupp\n\n"
        "Datum: 2024-03-05\n\nDeltagare: Anna Ek, Haninge, Bo Lind, "
        "Åsbygdskommunerna, Eva Alm, kansliet" + ITEMS
    )

    assert gathering.of("outside_parties") == []
    assert names(gathering, state="present") == ["anna-ek", "bo-lind", "eva-alm"]


def test_municipalities_without_names_are_present_too() -> None:
    gathering = gathered(BEGINNING + "Närvarande: Haninge, Tyresö och Salem" + ITEMS)

    told = [(r["municipality"], r["person"]) for r in gathering.of("attendance")]
    assert told == [("haninge", None), ("tyreso", None), ("salem", None)]


def test_a_name_of_many_words_may_be_two_and_is_doubtful() -> None:
    gathering = gathered(BEGINNING + "Närvarande: Anna Ek Bo Lind, Eva Alm" + ITEMS)

    two, one = gathering.of("attendance")
    assert two.values["person"].certainty is Certainty.DOUBTFUL
    assert one.values["person"].certainty is Certainty.CERTAIN


def test_others_present_are_present_and_not_certain() -> None:
    gathering = gathered(
        BEGINNING
        + "Beslutande: Anna Ek, Haninge\nÖvriga närvarande: Bo Lind, sekreterare, "
        + "Eva Alm, Region Stockholm"
        + ITEMS
    )

    assert names(gathering, state="present") == ["anna-ek", "bo-lind"]
    assert row(gathering, "bo-lind").values["state"].certainty is Certainty.PROBABLE
    assert names(gathering, state="guest") == ["eva-alm"]


def test_who_is_named_chair_above_a_list_is_chair_in_it() -> None:
    gathering = gathered(
        BEGINNING + "Ordförande: Anna Ek\n\nDeltagare: Anna Ek, Haninge" + ITEMS
    )

    assert [r["role"] for r in gathering.of("attendance")] == ["ordförande"]
    assert gathering.of("verifiers") == []


TABLE = (
    "# Anteckningar ledningsgruppen\n\nDatum: 2024-03-14\n\n"
    "| Kommun/organisation | Namn | Titel | Anm. |\n|---|---|---|---|\n"
    "| Mora | Eva Alm | kommunchef | Förhinder |\n"
    "| Kansliet | Bo Ek | strateg | Vid anteckningarna |\n"
    "| Region Dalarna | Ulf Sten | planerare | Gäst, bara punkten Bussar 2025 |\n"
    "\n# Inledning\n\nHej.\n\n# Bussar 2025\n\nUlf berättade.\n"
)


def test_a_table_with_heads_of_two_words_and_remarks_is_a_list() -> None:
    gathering = gathered(TABLE)

    assert row(gathering, "eva-alm")["state"] == "absent"
    guest = row(gathering, "ulf-sten")
    assert (guest["state"], guest["outside_party"]) == ("guest", "region-dalarna")
    item = next(i for i in gathering.of("agenda_items") if "Buss" in i["title"])
    assert guest["item"] == str(item["number"])
    assert gathering.of("minutes")[0]["secretary"] == "Bo Ek"
    assert [p["name"] for p in gathering.of("outside_parties")] == ["Region Dalarna"]


def test_a_party_in_a_column_is_no_role_and_a_substitute_no_member() -> None:
    gathering = gathered(
        "# Protokoll nämnden\n\nDatum: 2024-03-14\n\n"
        "| Ledamot | Parti | Kommun | Närvarande | Frånvarande |\n"
        "|---|---|---|---|---|\n"
        "| Eva Alm, ordf | C | Sunne | X | |\n| Ulf Sten, ers. | M | Kil | X | |\n"
        "| Pia Dal | S | Torsby | | X |\n\n1. A\n\nHej.\n\n2. B\n\nHej.\n"
    )
    roles = {r["person"]: r["role"] for r in gathering.of("attendance")}
    assert roles == {"eva-alm": "ordförande", "ulf-sten": "ersättare", "pia-dal": None}
    assert row(gathering, "ulf-sten")["is_member"] is False


def test_who_does_not_decide_is_no_member_and_a_dash_is_nobody() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2024-03-14\n\nBeslutande: Eva Alm (S) Mora\n\n"
        "Ej beslutande: Bo Ek kommunchef Mora\n\nNärvarande\n\nOrsa: -\n\n"
        "Förvaltning: Pia Dal, samordnare\n\n1. A\n\nHej.\n\n2. B\n\nHej.\n"
    )
    assert row(gathering, "eva-alm")["is_member"] is True
    assert row(gathering, "bo-ek")["is_member"] is False
    assert "orsa" not in [r["municipality"] for r in gathering.of("attendance")]
    assert gathering.of("outside_parties") == []


def test_a_first_name_alone_among_whole_names_is_somebody() -> None:
    gathering = gathered(
        "Anteckningar it-chefsnätverket\n\nDatum: 2024-03-14\n\nTeams\n\n"
        "Med på mötet: Eva Alm (Mora), Ove (Orsa), Kansliet\n\n1. A\n\nHej.\n\n"
        "2. Nästa möte\n\nMåndag 6 maj 2024 13.00 Orsa\n"
    )
    places = {r["person"]: r["municipality"] for r in gathering.of("attendance")}
    assert (places["eva-alm"], places["ove"]) == ("mora", "orsa")
    assert gathering.of("bodies")[0]["kind"] == "network"
    assert held(gathering)["is_digital"] is True
    assert gathering.of("meetings")[1]["place"] == "Orsa"


def test_absence_told_of_nobody_is_passed_by() -> None:
    """A sentence with the word but no name adds nobody and ends no reading."""
    gathering = gathered(BEGINNING + "Närvarande: Frånvarande" + ITEMS)

    assert gathering.of("attendance") == []


def test_the_next_list_may_begin_in_the_middle_of_a_line_run_together() -> None:
    text = (
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n"
        "Beslutande: Eva Alm (S), Mora\n\n"
        "Orsa: Bo Gran (M) Övriga närvarande Siv Lind, Mora, strateg\n\n"
        "1. Öppnande\n\nVälkomna.\n\n2. Avslut\n\nTack.\n"
    )
    gathering = gathered(text)
    assert names(gathering, is_member=True) == ["eva-alm", "bo-gran"]
    assert row(gathering, "siv-lind")["municipality"] == "mora"


def test_nothing_in_the_column_of_those_present_is_absent() -> None:
    text = (
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\nNärvarande: Se nästa sida\n\n"
        "| Ledamöter | Kommun | Närv. |\n|---|---|---|\n"
        "| Eva Alm (S) | Mora | X |\n| Bo Gran (M) | Orsa | - |\n"
        "| Siv Lind | Mora | X |\n\n"
        "1. Öppnande\n\nVälkomna.\n\n2. Avslut\n\nTack.\n"
    )
    gathering = gathered(text)
    assert names(gathering, state="present") == ["eva-alm", "siv-lind"]
    assert names(gathering, state="absent") == ["bo-gran"]
    assert gathering.of("outside_parties") == []


def test_a_column_that_nobody_is_marked_in_says_nothing() -> None:
    text = (
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n"
        "| Ledamöter | Kommun | Närvarande |\n|---|---|---|\n"
        "| Eva Alm (S) | Mora | |\n| Bo Gran (M) | Orsa | |\n\n"
        "1. Öppnande\n\nVälkomna.\n\n2. Avslut\n\nTack.\n"
    )
    assert names(gathered(text), state="absent") == []


@pytest.mark.parametrize(
    "words",
    ["hade anmält förhinder", "kunde inte komma", "deltog inte", "har lämnat återbud"],
)
def test_a_municipality_that_could_not_come_is_absent(words: str) -> None:
    text = (
        f"{BEGINNING}Deltagare: Eva Alm (Mora), Bo Gran (Orsa). Flen {words}.\n{ITEMS}"
    )
    rows = gathered(text).of("attendance")
    assert [(r["municipality"], r["state"]) for r in rows] == [
        ("mora", "present"),
        ("orsa", "present"),
        ("flen", "absent"),
    ]


def test_running_text_below_the_list_names_nobody_present() -> None:
    text = (
        f"{BEGINNING}Deltagare: Eva Alm (Mora), Bo Gran (Orsa)\n\n"
        "Bredband diskuterades och Flen väntar med sin ansökan till hösten.\n\n"
        "Avgiften togs upp.\n"
    )
    towns = [r["municipality"] for r in gathered(text).of("attendance")]
    assert towns == ["mora", "orsa"]
