"""What a proposal to adopt a programme tells of goals, fees and the others."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from tests.formats.understanding.gathered import column, gathered

SUBJECTS = ("proposals", "told_programmes", "told_fees")
PROPOSAL = """Orsa kommun

Tjänsteskrivelse

Datum 2031-03-22

# Antagande av Vägprogram för Åbygden 2032–2035

## Förslag till beslut

Kommunstyrelsen antar Vägprogram för Åbygden 2032–2035.

## Bakgrund

{decided} Programmet gäller från den 1 januari 2032 till den 31 december 2035. {others}

Programmet har ett övergripande mål: Ingen ska komma till skada på våra vägar.

| Fokusområde | Mål till 2035 | Ansvarig grupp |
|---|---|---|
| Trygg gång | Alla skolvägar är upplysta | Vägnätverket |
| Torra broar | Två broar är lagade | Bronätverket |

## Kostnader

{counted}

| Kommun | {head} |
|---|---|
| Mora | 486 000 |
| Orsa | 214 000 |
"""
WORDS = {
    "decided": "Åbygdsrådet beslutade den 4 februari 2031 att sända ut programmet.",
    "others": "Mora antog det den 10 mars, § 51.",
    "counted": "Orsa kommun hade 6 871 invånare den 31 december 2030.",
    "head": "Avgift 2032, kr",
}


def read(**other: str):
    text = PROPOSAL.format(**WORDS | other)
    return gathered(text, *SUBJECTS, kind=DocumentKind.PROPOSAL, year=2031)


def test_goals_of_a_table_are_the_programme_s() -> None:
    goals = read().of("goals")

    assert [(g["level"], g["name"]) for g in goals] == [
        ("overarching", "Övergripande mål"),
        ("focus_area", "Trygg gång"),
        ("long_term", "Alla skolvägar är upplysta"),
        ("focus_area", "Torra broar"),
        ("long_term", "Två broar är lagade"),
    ]


def test_who_answers_for_an_area_s_only_goal_has_both() -> None:
    both = [
        (str(r["goal"]).rpartition("2035-")[2], r["body"], r.values["body"].certainty)
        for r in read().of("goal_responsibilities")
        if r["body"] == "vagnatverket"
    ]

    assert both == [
        ("alla-skolvagar-ar-upplysta", "vagnatverket", Certainty.CERTAIN),
        ("trygg-gang", "vagnatverket", Certainty.PROBABLE),
    ]


@pytest.mark.parametrize(
    ("others", "day"),
    [
        ("Mora antog det den 10 mars, § 51.", date(2031, 3, 10)),
        ("Mora antog det den 10 januari, § 3.", date(2032, 1, 10)),
    ],
)
def test_a_day_without_year_is_the_first_after_the_joint_decision(
    others: str, day: date
) -> None:
    (mora,) = [
        a for a in read(others=others).of("adoptions") if a["board"] == "ks-mora"
    ]

    assert mora["decided_on"] == day
    assert mora.values["decided_on"].certainty is Certainty.PROBABLE


def test_a_day_without_year_is_left_out_where_nothing_says_the_year() -> None:
    boards = column(read(decided="Programmet är nytt."), "adoptions", "board")

    assert "ks-mora" not in boards


def test_fees_of_a_table_that_says_its_year() -> None:
    fees = read().of("fees")

    assert [(f["municipality"], f["year"], f["amount_sek"]) for f in fees] == [
        ("mora", 2032, Decimal(486000)),
        ("orsa", 2032, Decimal(214000)),
    ]


@pytest.mark.parametrize("head", ["Avgift, kr", "Avgift 2032–2035, kr", "Kostnad 2032"])
def test_fees_without_a_year_of_their_own_are_left_out(head: str) -> None:
    assert read(head=head).of("fees") == []


def test_residents_on_a_day_that_a_sentence_says() -> None:
    (counted,) = read().of("populations")

    assert counted["residents"] == 6871
    assert counted["counted_on"] == date(2030, 12, 31)


@pytest.mark.parametrize(
    "words",
    [
        "Orsa har 6 871 invånare och Mora 20 500 invånare den 31 december 2030.",
        "Den 31 december 2030 flyttade 1 200 invånare till Orsa.",
        "Orsa hade 6 871 invånare.",
    ],
)
def test_other_words_of_residents_count_nobody(words: str) -> None:
    assert read(counted=words).of("populations") == []
