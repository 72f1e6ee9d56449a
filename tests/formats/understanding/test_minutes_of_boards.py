"""Minutes of joint boards: their names, their forms' rows, and days told together."""

from datetime import date, time

import pytest

from tests.formats.understanding.minutes_read import BEGINNING, ITEMS, gathered, held


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ölands samarbetsnämnd Gemensam nämnd", "Ölands samarbetsnämnd"),
        ("Värmdölands samverkansråd Protokoll", "Värmdölands samverkansråd"),
        ("Möte i samverkansgruppens lokal", "samverkansgruppen"),
    ],
)
def test_a_names_genitive_is_kept_and_other_words_are_left(
    title: str, name: str
) -> None:
    (body,) = gathered(f"{title}\n\nDatum: 2026-02-03\n{ITEMS}").of("bodies")
    assert body["name"] == name


def test_the_row_of_a_form_says_when_minutes_were_verified() -> None:
    text = (
        "Protokoll styrgruppen\n\n| Datum | 2026-02-03 |\n|---|---|\n"
        "| Justering | Digital justering, 9 februari 2026. Paragraferna 1–3 |\n"
    )
    (minutes,) = gathered(text + ITEMS).of("minutes")
    assert minutes["verified_on"] == date(2026, 2, 9)


def test_what_is_said_of_all_days_is_given_to_each() -> None:
    text = (
        f"{BEGINNING}1. Mötesdagar\n\nStyrgruppen beslutar att sammanträda 14 maj, "
        "3 september och 5 november 2024, samtliga dagar kl 9.15 i Sala.\n\n"
        "2. Avslut\n\nTack.\n"
    )
    planned = [m for m in gathered(text).of("meetings") if m["status"] == "planned"]
    assert [(m["starts_at"], m["place"]) for m in planned] == [
        (time(9, 15), "Sala")
    ] * 3


def test_a_clock_beside_the_place_is_no_part_of_it() -> None:
    text = (
        "Protokoll styrgruppen\n\nDatum: 2026-02-19\n\n"
        "Plats: Brandstationen i Sala, kl 13:00-15:20\n"
    )
    meeting = held(gathered(text + ITEMS))
    assert meeting["place"] == "Brandstationen i Sala"
    assert (meeting["starts_at"], meeting["ends_at"]) == (time(13), time(15, 20))
