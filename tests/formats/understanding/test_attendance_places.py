"""Minutes whose lists have places in the margin, with the columns lost."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

MINUTES = """
PROTOKOLL 3/2031

{body}

Sammanträdesdag: tisdag 3 juni 2031

Tid och plats: kl 9.00 - 12.00, Stadshuset i Mora {pause}

Ledamöter:

{members}

Frånvarande: Tove Ljusgren (KD), Orsa

Justerare: Eskil Blomrud

Justering: {verified}

§ 1 Dagordning

Direktionen beslutar att fastställa dagordningen.
"""
MEMBERS = """
Mora Vilma Grenåker (C), ordförande

Dag Ekorrås (S)

Orsa Eskil Blomrud (M), ej § 4 Älvdalen Moa Tallvik (S)

Ture Granmo (V), på distans
"""


def read(
    *,
    members: str = MEMBERS,
    pause: str = "",
    verified: str = "Mora 2031-06-10",
    body: str = "Direktionen",
) -> Gathering:
    gathering = Gathering()
    text = MINUTES.format(members=members, pause=pause, verified=verified, body=body)
    extract(portion_of(text, DocumentKind.MINUTES), gathering)
    return gathering


def present(gathering: Gathering) -> dict[str, tuple[str | None, str]]:
    return {
        row["person"]: (row["municipality"], row["state"])
        for row in gathering.of("attendance")
    }


def test_a_place_is_of_all_who_stand_below_it() -> None:
    assert present(read()) == {
        "vilma-grenaker": ("mora", "present"),
        "dag-ekorras": ("mora", "present"),
        "eskil-blomrud": ("orsa", "present"),
        "moa-tallvik": ("alvdalen", "present"),
        "ture-granmo": ("alvdalen", "remote"),
        "tove-ljusgren": ("orsa", "absent"),
    }


def test_a_place_after_a_name_is_the_place_of_that_name() -> None:
    members = "Vilma Grenåker (C), Mora\n\nEskil Blomrud (M), Orsa\n"

    found = present(read(members=members))

    assert found["vilma-grenaker"] == ("mora", "present")
    assert found["eskil-blomrud"] == ("orsa", "present")


@pytest.mark.parametrize("pause", ["(ajournering 10.15 - 10.30)", "(lunch 11-12)", ""])
def test_a_pause_is_no_part_of_the_place(pause: str) -> None:
    meeting = read(pause=pause).of("meetings")[0]

    assert meeting["place"] == "Stadshuset i Mora"


@pytest.mark.parametrize(
    ("verified", "day"), [("Mora 2031-06-10", date(2031, 6, 10)), ("Moa Tallvik", None)]
)
def test_the_verifying_has_a_day_only_where_one_stands(
    verified: str, day: date | None
) -> None:
    (minutes,) = read(verified=verified).of("minutes")

    assert minutes["verified_on"] == day


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("AVFALLSNÄMNDEN NORRA DALARNA", "Avfallsnämnden Norra Dalarna"),
        ("RÄDDNINGSNÄMNDEN PROTOKOLL", "Räddningsnämnden"),
    ],
)
def test_a_body_is_written_as_names_are(body: str, name: str) -> None:
    assert read(body=body).of("bodies")[0]["name"] == name


def test_the_item_after_a_role_is_no_part_of_it() -> None:
    gathering = read(members=f"{MEMBERS}\n\nOtto Brunmyr, ekonom § 1\n")

    (row,) = [r for r in gathering.of("attendance") if r["person"] == "otto-brunmyr"]
    assert (row["role"], row["item"]) == ("ekonom", "1")
