"""Who wrote the minutes and who verifies them, however they sign."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import (
    BEGINNING,
    ITEMS,
    gathered,
)

SIGNED = {
    "beside": "Vid protokollet: Eva Alm\n\nJusteras: Anna Ek",
    "below": "Vid protokollet\n\nEva Alm\n\nJusteras\n\nAnna Ek",
    "in order": "Vid protokollet\n\nJusteras\n\nEva Alm\n\nAnna Ek",
    "side by side": "Vid protokollet\t\tJusteras\n\nEva Alm\t\tAnna Ek",
    "run together": "Underskrifter\tSekreterare ____ Eva Alm Justerare ____ Anna Ek",
    "with lines": (
        "Vid anteckningarna\n\n..................\nEva Alm\n\nJustering\n\n"
        "Justeras av\n\n__________________\nAnna Ek"
    ),
}


@pytest.mark.parametrize("signed", SIGNED.values(), ids=SIGNED.keys())
def test_secretary_and_verifier_are_read_however_they_sign(signed: str) -> None:
    gathering = gathered(
        BEGINNING + "Närvarande: Anna Ek, Haninge" + ITEMS + f"\n{signed}\n"
    )

    minutes = gathering.of("minutes")[0]
    assert minutes["secretary"] == "Eva Alm"
    verifiers = gathering.of("verifiers")
    assert [(v["person"], v["municipality"]) for v in verifiers] == [
        ("anna-ek", "haninge")
    ]


def test_names_under_several_labels_are_told_by_order_and_not_certain() -> None:
    gathering = gathered(BEGINNING + ITEMS + f"\n{SIGNED['in order']}\n")

    secretary = gathering.of("minutes")[0].values["secretary"]
    assert secretary.certainty is Certainty.PROBABLE


def test_verifiers_that_an_item_chooses_are_verifiers() -> None:
    gathering = gathered(
        BEGINNING
        + "1. Val av justerare\n\nTill justerare utses Anna Ek.\n\n2. Sist\n\nTack.\n"
    )

    assert [v["person"] for v in gathering.of("verifiers")] == ["anna-ek"]


def test_a_chair_who_signs_beside_the_verifier_is_a_probable_one() -> None:
    gathering = gathered(
        BEGINNING + ITEMS + "\nOrdförande: Bo Lind\n\nJusterare: Anna Ek\n"
    )

    told = {
        v["person"]: v.values["person"].certainty for v in gathering.of("verifiers")
    }
    assert told == {"bo-lind": Certainty.PROBABLE, "anna-ek": Certainty.CERTAIN}


@pytest.mark.parametrize(
    "present",
    [
        "Anna Ek, Haninge, Eva Alm (samverkansstrateg, vid pennan)",
        "Anna Ek, Haninge, Eva Alm (vid pennan)",
        "Anna Ek, Haninge, Eva Alm (sekreterare)",
        "Eva Alm (utredare, sekreterare), Anna Ek (Haninge)",
    ],
)
def test_who_is_said_to_write_in_the_list_is_the_secretary(present: str) -> None:
    gathering = gathered(BEGINNING + f"Deltog: {present}" + ITEMS)

    secretary = gathering.of("minutes")[0].values["secretary"]
    assert (secretary.value, secretary.certainty) == ("Eva Alm", Certainty.PROBABLE)


@pytest.mark.parametrize("end", ["/Eva Alm", "/ Eva Alm, samverkansstrateg"])
def test_a_name_after_a_slash_at_the_end_is_the_secretary(end: str) -> None:
    gathering = gathered(BEGINNING + ITEMS + f"\n{end}\n")

    secretary = gathering.of("minutes")[0].values["secretary"]
    assert (secretary.value, secretary.certainty) == ("Eva Alm", Certainty.PROBABLE)


def test_a_slash_before_other_words_is_no_secretary() -> None:
    gathering = gathered(BEGINNING + ITEMS + "\n/Bilaga\n")

    assert gathering.of("minutes")[0]["secretary"] is None


@pytest.mark.parametrize(
    "heading",
    [
        "BEVIS OM JUSTERING",
        "ANSLAG/BEVIS",
        "Anslag och bevis",
        "Bevis om anslag",
        "ANSLAGSBEVIS",
        "Bevis Justering",
    ],
)
@pytest.mark.parametrize("rule", ["", "____________________\n\n"])
def test_a_heading_below_the_signatures_verifies_nothing(
    heading: str, rule: str
) -> None:
    gathering = gathered(
        BEGINNING
        + ITEMS
        + f"\nSekreterare\t________\n\tEva Alm\nJusterare\t________\n\tAnna Ek\n\n"
        f"{rule}\t\t{heading}\n\nOrgan\tStyrgruppen\nAnslag sätts upp\t2024-03-12\n"
    )

    assert [v["person"] for v in gathering.of("verifiers")] == ["anna-ek"]


def test_who_verified_is_told_in_a_sentence() -> None:
    gathering = gathered(
        f"{BEGINNING}{ITEMS}\n\nProtokollet justerat digitalt 2024-03-12 av Eva Alm "
        "och Bo Ek.\n"
    )
    assert gathering.of("minutes")[0]["verified_on"] == date(2024, 3, 12)
    assert [v["person"] for v in gathering.of("verifiers")] == ["eva-alm", "bo-ek"]


def test_who_verifies_is_told_in_an_item() -> None:
    gathering = gathered(
        f"{BEGINNING}\n\n1. Justering\n\nBo Ek justerar.\n\n2. Avslut\n\nTack.\n"
    )
    assert [v["person"] for v in gathering.of("verifiers")] == ["bo-ek"]


@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("/Eva, 2024-03-09", date(2024, 3, 9)),
        ("/ Eva Alm den 9 mars 2024", date(2024, 3, 9)),
        ("/Eva Alm", None),
        ("Eva ringer 2024-03-09", None),
    ],
)
def test_the_day_beside_a_name_after_a_slash_is_when_it_was_written(
    end: str, day: date | None
) -> None:
    gathering = gathered(f"{BEGINNING}Närvarande: Eva Alm{ITEMS}\n{end}\n")

    assert gathering.of("minutes")[0]["written_on"] == day
