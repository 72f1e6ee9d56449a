"""Names one slip away are noticed; forms of names and other words never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.services.review.spelling import Names

MUNICIPALITIES = (
    "Botkyrka",
    "Haninge",
    "Huddinge",
    "Nykvarn",
    "Nynäshamn",
    "Salem",
    "Södertälje",
    "Tyresö",
)
TERMS = (
    "Samarbetskommittén",
    "Ledningsgruppen",
    "Klimatnätverket",
    "Klimatomställning",
    "Tillgänglighet",
    "Utbildning",
)


@pytest.fixture
def names() -> Names:
    return Names(MUNICIPALITIES, TERMS)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Håninge", "Haninge"),
        ("Faninge", "Haninge"),
        ("Hanninge", "Haninge"),
        ("Hanigne", "Haninge"),
        ("Haning", "Haninge"),
        ("Håninges", "Haninge"),
        ("Tyreso", "Tyresö"),
        ("Nynashamn", "Nynäshamn"),
        ("Sodertälje", "Södertälje"),
        ("HÅNINGE", "Haninge"),
        ("Samarbetskomittén", "Samarbetskommittén"),
        ("klimateomställning", "Klimatomställning"),
    ],
)
def test_slip_of_a_name_is_noticed(word: str, meant: str, names: Names) -> None:
    assert names.meant_by(word) == meant


@pytest.mark.parametrize(
    "word",
    [
        *MUNICIPALITIES,
        *(f"{name}s" for name in MUNICIPALITIES),
        *TERMS,
        "HANINGE",
        "Haningebor",
        "Huddingevägen",
        "Storhaninge",
        "Södertörnskommunerna",
        "Södertörn",
        "Sales",
        "salen",
        "Salen",
        "Samarbetskommitté",
        "Samarbetskommitténs",
        "ledningsgrupper",
        "Ledningsgruppens",
        "klimatnätverken",
        "klimatomställningen",
        "tillgängligheten",
        "tillgängliga",
        "utbildningar",
        "anställning",
        "ombildning",
        "hänförelse",
        "föninge",
        "",
    ],
)
def test_forms_and_other_words_are_left_alone(word: str, names: Names) -> None:
    assert names.meant_by(word) == ""


def test_name_that_is_known_is_never_another_misspelt() -> None:
    names = Names(["Norrvik", "Norvik"], [])

    assert names.suspects_in("Norrvik, Norvik, Norvvik") == ["Norvvik"]


@given(
    name=st.sampled_from([name for name in MUNICIPALITIES if len(name) > 5]),
    ending=st.text("abdefghijklmnoprstuvxyåäö", max_size=12),
)
def test_word_that_begins_or_ends_with_a_name_is_fine(name: str, ending: str) -> None:
    names = Names(MUNICIPALITIES, TERMS)

    assert names.suspects_in(f"{name}{ending} {ending.capitalize()}{name}") == []
