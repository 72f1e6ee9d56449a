"""Municipalities: all 290 by their codes, and their names found in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.formats.municipality_codes import MUNICIPALITIES
from radslag.formats.understanding.municipalities import (
    code_of,
    known_name,
    municipalities_in,
)
from radslag.formats.understanding.source import Piece, Source
from tests.formats.understanding.reading_text import source_of

NAMES = sorted(MUNICIPALITIES.values())


def piece_of(text: str) -> Piece:
    source: Source = source_of(text)
    return Piece(source, 0, len(source.text))


def named(text: str, among: set[str] | None = None) -> list[str]:
    return [name for _, name in municipalities_in(piece_of(text), among)]


def test_every_municipality_is_there_once() -> None:
    assert len(MUNICIPALITIES) == 290
    assert len(set(NAMES)) == 290
    assert all(code.isdigit() and len(code) == 4 for code in MUNICIPALITIES)
    assert (code_of("Upplands Väsby"), code_of("Kiruna")) == ("0114", "2584")


@given(st.sampled_from(NAMES))
def test_a_name_is_known_however_it_is_written(name: str) -> None:
    genitive = name if name.endswith("s") else f"{name}s"
    for words in (
        name,
        name.upper(),
        f"{genitive} kommun",
        f"{genitive} kommuns",
        f"{name} kommun".upper(),
        f"{genitive} stad",
        f" {name}, ",
    ):
        assert known_name(words) == name, words


@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=8, unique=True))
def test_a_list_names_all_its_municipalities(names: list[str]) -> None:
    running = f"Parter är {', '.join(names[:-1])} och {names[-1]} kommuner."
    assert named(running) == names
    assert named(" / ".join(names)) == names


@pytest.mark.parametrize(
    "words",
    ["vara", "mark", "Anna Lund", "Region Skåne", "Kalmar län", "", "Håbos flicka"],
)
def test_other_words_are_no_municipality(words: str) -> None:
    assert known_name(words) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mötet hölls i Katrineholm den 3 maj.", ["Katrineholm"]),
        ("Katrineholms kommun, Flens kommun och Vingåkers kommun", None),
        ("Nora Berg, sekreterare, hälsar alla välkomna.", []),
        ("Mark och vatten. Vara är en punkt. Salas silver.", []),
        ("Kommunstyrelsen i Mora beslutar", ["Mora"]),
        ("Lars Mora (S) och Anna Lund (M)", []),
        ("Lars Ek (S), Mora, Ulla Ahl (C), Orsa", []),
        ("Länsstyrelsen i Kalmar, Kalmar län, Uppsala universitet", []),
        ("Region Stockholm och Stockholms län", []),
        ("Region Gotland deltar.", ["Gotland"]),
        ("Falu kommun och Borås Stad", ["Falun", "Borås"]),
        (
            "Malung-Sälen, Upplands-Bro, Dals-Ed",
            ["Malung-Sälen", "Upplands-Bro", "Dals-Ed"],
        ),
    ],
)
def test_only_municipalities_that_are_meant_are_found(
    text: str, names: list[str] | None
) -> None:
    expected = ["Katrineholm", "Flen", "Vingåker"] if names is None else names
    assert named(text) == expected


def test_names_that_are_looked_for_count_alone() -> None:
    text = "Sekreterare från Mora. Salem skriver. Orsa frånvarande."
    assert named(text) == []
    assert named(text, {"Mora", "Salem"}) == ["Mora", "Salem"]
    assert named("Anna Mora skriver", {"Mora"}) == []


@pytest.mark.parametrize("name", ["Orsa", "Hjo", "Sala"])
def test_what_hosts_is_a_municipality_whatever_else_it_means(name: str) -> None:
    text = f"{name} är värdkommun och anställer en samordnare."
    assert [found for _, found in municipalities_in(piece_of(text))] == [name]
