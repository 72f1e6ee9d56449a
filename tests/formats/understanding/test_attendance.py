"""Who was there is read in every layout, and what is unsure is said to be."""

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import (
    BEGINNING,
    ITEMS,
    gathered,
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
