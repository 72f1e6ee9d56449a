"""Lists of people are read back in whatever order name, place and role are written."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from radslag.formats.understanding.extracting.meeting_parts.attendees import (
    Attendee,
    attendees_of,
)
from radslag.formats.understanding.extracting.meeting_parts.item_numbers import (
    numbers_in,
)
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import is_name
from tests.formats.understanding.reading_text import source_of

FIRST = ["Anna", "Bo", "Eva-Lena", "Åke", "Örjan", "José", "Mats"]
LAST = ["Ek", "Lind", "von Alm", "Ståhl", "Öberg", "W Granskog", "Kvist-Hed"]
PLACES = ["Haninge", "Upplands Väsby", "Tyresö", "Huddinge kommun", "Botkyrka"]
PEOPLE = some.lists(
    some.tuples(
        some.sampled_from(FIRST), some.sampled_from(LAST), some.sampled_from(PLACES)
    ),
    min_size=1,
    max_size=4,
)
ONE = {
    "comma": "{name}, {place}",
    "brackets": "{name} ({place})",
    "party": "{name} (S), {place}",
    "role": "{name}, ledamot, {place}",
    "role last": "{name}, {place}, ersättare",
    "place in role": "{name}, kommundirektör i {place}",
}


def cells_of(text: str) -> tuple[Piece, ...]:
    source = source_of(text)
    return (Piece(source, 0, len(source.text)),)


def told(each: Attendee) -> tuple[str, str]:
    return (str(each.name or ""), str(each.municipality or ""))


@pytest.mark.parametrize("form", ONE.values(), ids=ONE.keys())
@given(PEOPLE)
def test_a_list_is_read_back(form: str, people: list[tuple[str, str, str]]) -> None:
    wanted = [(f"{first} {last}", place) for first, last, place in people]
    written = ", ".join(form.format(name=name, place=place) for name, place in wanted)

    assert [told(each) for each in attendees_of(cells_of(written))] == wanted


@given(PEOPLE)
def test_names_after_their_place_are_read_back(
    people: list[tuple[str, str, str]],
) -> None:
    place = people[0][2]
    wanted = [(f"{first} {last}", place) for first, last, _ in people]
    written = f"{place}: " + ", ".join(name for name, _ in wanted)

    assert [told(each) for each in attendees_of(cells_of(written))] == wanted


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Anna Ek, ordförande, Haninge", ["ordförande"]),
        ("Ordförande Anna Ek, Haninge", ["Ordförande"]),
        ("Anna Ek (S), 2:e vice ordförande, Haninge", ["2:e vice ordförande"]),
        ("Anna Ek, kommundirektör i Haninge", ["kommundirektör"]),
        ("Anna Ek, tjänstgörande ersättare för Bo Lind (M), Haninge", None),
    ],
)
def test_roles_are_told_from_names_and_places(
    text: str, roles: list[str] | None
) -> None:
    (each,) = attendees_of(cells_of(text))

    assert told(each) == ("Anna Ek", "Haninge")
    said = [role.text for role in each.roles]
    assert said == (roles or ["tjänstgörande ersättare för Bo Lind"])


@pytest.mark.parametrize(
    "words",
    ["Region Skåne", "Haninge kommun", "Övriga Frågor", "Anna", "Upplands Väsby",
     "Länsstyrelsen Stockholm", "Vid Protokollet", "Samtliga Ledamöter", "12 Ek",
     "OFB MH", "KS AU"],
)  # fmt: skip
def test_what_is_no_person_is_no_name(words: str) -> None:
    assert not is_name(words)


SIGNS: list[Callable[[int, int], str]] = [
    lambda a, b: f"§§ {a}–{b}",
    lambda a, b: f"§§ {a}-{b}",
    lambda a, b: f"punkterna {a} till {b}",
    lambda a, b: f"punkt {a} t.o.m. {b}",
]


@given(some.integers(1, 300), some.integers(0, 40), some.sampled_from(SIGNS))
def test_a_row_of_items_is_read_back(
    first: int, more: int, written: Callable[[int, int], str]
) -> None:
    wanted = list(range(first, first + more + 1))

    assert numbers_in(written(first, first + more), []) == wanted


def test_items_that_cannot_be_counted_are_not_guessed() -> None:
    assert numbers_in("från punkt 3", []) is None
    assert numbers_in("delvis", [1, 2]) is None


def test_lines_that_have_run_together_are_parted_and_unsure() -> None:
    people = attendees_of(
        cells_of(
            "Anna Holm (S), Haninge, ordförande Bo Quist (M), Tyresö Eva Rask (L), "
            "Huddinge, ersättare Åke Sten, sekreterare Örjan Hed, Region Stockholm § 3"
        )
    )

    assert [told(each) for each in people] == [
        ("Anna Holm", "Haninge"),
        ("Bo Quist", "Tyresö"),
        ("Eva Rask", "Huddinge"),
        ("Åke Sten", ""),
        ("Örjan Hed", ""),
    ]
    assert [[role.text for role in each.roles] for each in people] == [
        ["ordförande"],
        [],
        ["ersättare"],
        ["sekreterare"],
        [],
    ]
    assert [each.is_role_unsure for each in people[:3]] == [True, False, True]
    assert people[1].is_unparted
    assert str(people[4].items) == "§ 3"


def test_roles_before_every_name_belong_to_the_name_after_them() -> None:
    people = attendees_of(
        cells_of("Ordförande Anna Ek, ledamot Bo Lind, ledamot Åke Alm")
    )

    assert [[role.text for role in each.roles] for each in people] == [
        ["Ordförande"],
        ["ledamot"],
        ["ledamot"],
    ]


@pytest.mark.parametrize("place", ["Heby", "Håbo", "Höör", "Habo", "Hjo", "Eda"])
def test_a_short_municipality_in_brackets_is_no_party(place: str) -> None:
    (one,) = attendees_of(cells_of(f"Mats Ståhl ({place})"))
    assert told(one) == ("Mats Ståhl", place)


@pytest.mark.parametrize("party", ["S", "KD", "SD", "Opol", "L"])
def test_party_letters_in_brackets_are_no_place(party: str) -> None:
    (one,) = attendees_of(cells_of(f"Mats Ståhl ({party}), Heby"))
    assert told(one) == ("Mats Ståhl", "Heby")


def test_a_dot_before_a_place_with_a_colon_begins_another_place() -> None:
    people = attendees_of(cells_of("Heby: Anna Ek · Sala: Bo Lind (ordf) · Köping: –"))
    assert [told(each) for each in people if each.name] == [
        ("Anna Ek", "Heby"),
        ("Bo Lind", "Sala"),
    ]


def test_officials_with_their_offices_first_are_parted_at_the_last_och() -> None:
    line = "Utvecklingschef Eva Alm, ekonom Bo Ek § 3 och miljöstrateg Per Öberg § 5"

    people = attendees_of(cells_of(line))

    assert [str(each.name) for each in people] == ["Eva Alm", "Bo Ek", "Per Öberg"]
    assert [str(each.items or "") for each in people] == ["", "§ 3", "§ 5"]


def test_an_office_of_two_words_is_not_parted() -> None:
    (one,) = attendees_of(cells_of("Kultur- och fritidschef Eva Alm"))

    assert [str(role) for role in one.roles] == ["Kultur- och fritidschef"]
