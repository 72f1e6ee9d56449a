"""Register numbers are read back however they are written, and dates are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    register_numbers_in,
    whole_register_number,
    without_register_number,
)
from tests.formats.understanding.reading_text import source_of

LETTERS = some.sampled_from(["KS", "SNM", "ÅS", "SBK", "KSN", "RS"])
BETWEEN = some.sampled_from([" ", "/", "-"])
AFTER_YEAR = some.sampled_from(["/", ":", "-"])
LABELS = some.sampled_from(["Dnr", "dnr:", "Diarienummer:", "Diarienr", "Dnr."])


def piece_of(text: str) -> Piece:
    source = source_of(text)
    return Piece(source, 0, len(source.text))


@given(
    LETTERS, BETWEEN, some.integers(1990, 2099), AFTER_YEAR, some.integers(1, 99_999)
)
def test_a_number_with_letters_and_year_is_read_back(
    letters: str, between: str, year: int, after: str, number: int
) -> None:
    written = f"{letters}{between}{year}{after}{number}"
    found = register_number_in(piece_of(f"Budget för nästa år ({written})"))

    assert found is not None
    assert found.text == written


@given(LABELS, some.integers(1990, 2099), AFTER_YEAR, some.integers(1, 999))
def test_a_number_after_its_label_needs_no_letters(
    label: str, year: int, after: str, number: int
) -> None:
    written = f"{year}{after}{number}"
    found = register_number_in(piece_of(f"Budget. {label} {written}"))

    assert found is not None
    assert found.text == written


@given(some.dates())
def test_a_date_is_no_register_number(day: object) -> None:
    assert register_number_in(piece_of(f"Sammanträdesdatum {day}")) is None
    assert whole_register_number(piece_of(f"{day}")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Budget 2024/2025",
        "RUFS 2050",
        "§ 12/2024",
        "kl 13/14",
        "SUP 2040",
        "EU 2030-mål",
    ],
)
def test_other_numbers_are_no_register_numbers(text: str) -> None:
    assert register_number_in(piece_of(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Budget (dnr KS 2024/18)",
        "Budget, dnr KS 2024/18",
        "Budget – Diarienummer: KS 2024/18",
        "Dnr KS 2024/18 Budget",
        "Budget KS 2024/18",
    ],
)
def test_a_title_is_left_when_the_number_is_taken(text: str) -> None:
    assert without_register_number(piece_of(text)).text == "Budget"


@pytest.mark.parametrize(
    "written",
    [
        "KS 2026-288 420",
        "MSB-01873-24",
        "SKR-00412-2023",
        "5.1-00218/2024",
        "511-7718-2025",
    ],
)
def test_a_number_that_stands_before_its_year_is_read_whole(written: str) -> None:
    found = register_number_in(piece_of(f"Remiss om beredskap, dnr {written}"))

    assert found is not None
    assert found.text == written


def test_an_authoritys_letters_with_a_short_year_need_no_label() -> None:
    found = register_number_in(piece_of("Ange MSB-01873-24 i svaret."))

    assert found is not None
    assert found.text == "MSB-01873-24"


def test_a_law_has_no_register_number_and_a_month_may_be_in_one() -> None:
    piece = piece_of("Lagen (SFS 2003:1210) gäller. VSN 1409-1301. Se SOU 2018:54.")

    assert [number.text for number in register_numbers_in(piece)] == ["VSN 1409-1301"]
