"""Programmes whose goals stand in sentences of running text, and adoptions in lists."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_programmes import tree
from tests.formats.understanding.reading_text import portion_of

PROGRAMME = """
# Utvecklingsprogram för Åleden 2027–2034

Programmet ska {adopt} av de tre kommunstyrelserna. Så långt har två gjort det:

- Orsa, kommunstyrelsen den 9 november 2026, § 214
- Mora, kommunstyrelsen 2026-11-17, § 87 (dnr 2026/603), med en reservation från \
Per-Inge Alm (MP)
- Älvdalen behandlar programmet i december

## Dit vill vi

Vår vision är ett Åleden där alla kan paddla hela livet. År 2034 ska vi vara fler.

## Två områden att enas om

Vi har valt få mål.

### A. Ån och stranden

Ån är lång och grund. Det långsiktiga målet är att ån är ren året om. {leads}

- halverat utsläppen av kväve
- en gemensam plan för stranden

Ansvarigt nätverk: Miljöchefsnätverket.

### B. Vägen till byn

Det {long} målet är att det tar högst en timme till Malmö C. På vägen dit finns två \
delmål:

- Bussen går varje timme.
- Vägen är belyst.

## Så mäter vi

| Område | Mått | Enhet | Riktning |
|---|---|---|---|
| A | Kväve i ån | ton | ska minska |
| B | Restid | minuter | ska minska |
"""
WORDS = {
    "adopt": "antas",
    "long": "långsiktiga",
    "leads": "Det betyder att vi till 2034 ska ha",
}


def read(**other: str) -> Gathering:
    gathering = Gathering()
    portion = portion_of(PROGRAMME.format(**WORDS | other), DocumentKind.PROGRAMME)
    extract(portion, gathering)
    return gathering


@pytest.mark.parametrize(
    "leads",
    [
        "Det betyder att vi till 2034 ska ha",
        "Kommunerna ska därför",
        "Därför ska vi tillsammans ha:",
        "Det innebär att kommunerna måste",
    ],
)
def test_sentences_that_word_goals_make_the_tree(leads: str) -> None:
    area, other = "Ån och stranden", "Vägen till byn"
    first, second = "Ån är ren året om", "Det tar högst en timme till Malmö C"
    assert tree(read(leads=leads)) == [
        ("vision", "Vision", ""),
        ("focus_area", area, "Vision"),
        ("long_term", first, area),
        ("sub_goal", "Halverat utsläppen av kväve", first),
        ("sub_goal", "En gemensam plan för stranden", first),
        ("focus_area", other, "Vision"),
        ("long_term", second, other),
        ("sub_goal", "Bussen går varje timme", second),
        ("sub_goal", "Vägen är belyst", second),
    ]


def test_the_vision_is_what_it_says_and_not_what_follows() -> None:
    (vision,) = (g for g in read().of("goals") if g["level"] == "vision")
    assert vision["title"] == "Ett Åleden där alla kan paddla hela livet"


def test_an_area_s_letter_tells_what_is_measured_for_it() -> None:
    found = read()
    names = {g.key: g["name"] for g in found.of("goals")}
    assert [names[i["goal"]] for i in found.of("indicators")] == [
        "Ån och stranden",
        "Vägen till byn",
    ]


@pytest.mark.parametrize("adopt", ["antas", "godkännas", "fastställas", "behandlas"])
def test_a_list_tells_which_boards_have_adopted_it(adopt: str) -> None:
    found = read(adopt=adopt)
    orsa, mora = found.of("adoptions")
    assert (orsa["board"], orsa["decided_on"], orsa["paragraph"]) == (
        "ks-orsa",
        date(2026, 11, 9),
        "§ 214",
    )
    assert (mora["register_number"], mora["outcome"]) == ("2026/603", "adopted")
    assert orsa.values["outcome"].certainty is Certainty.PROBABLE
    (dissent,) = found.of("dissents")
    assert (dissent["adoption"], dissent["dissenter"]) == (
        mora.key,
        "Per-Inge Alm (MP)",
    )


def test_a_list_of_meetings_is_no_list_of_adoptions() -> None:
    text = PROGRAMME.format(**WORDS).replace(
        "Programmet ska antas av de tre kommunstyrelserna. Så långt har två gjort det:",
        "Kommunerna har ordnat tre dialoger:",
    )
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.PROGRAMME), gathering)
    assert gathering.of("adoptions") == []
