"""Special grants that a proposal asks for: name, sum, and what each is to pay."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.gathered import certainties, column, gathered
from tests.formats.understanding.reading_text import source_of

LETTER = """
# NORA KOMMUN

| Tjänsteutlåtande | Sida 1 (1) |
|---|---|

Datum 2029-03-02

Till kommunstyrelsen

# Plan och budget 2030 samt särskilt anslag för Bergsringen

## Kommunkontorets förslag till beslut

Nora kommun bidrar med 40 000 kronor till det särskilda anslaget Spår genom Bergslagen.

## Bakgrund

Samverkan regleras i Avtal om Bergsringen, som har gällt sedan den 1 maj 2022. Ett \
särskilt anslag om 90 tkr föreslås. Nora kommuns avgift för 2030 blir 215 000 kr, att \
betala senast den 31 mars 2030.

## Det särskilda anslaget

| Kommun | Folkmängd 2028-12-31 | Belopp |
|---|---|---|
| Nora | 10 600 | 40 000 kr |
| Hällefors | 6 700 | 50 000 kr |
| Summa | 17 300 | 90 000 kr |

## Handlingar

Bilaga 1 Plan och budget 2030, förslag

Bilaga 2 Projektbeskrivning
"""


def read(text=LETTER):
    subjects = ("proposals", "annexes", "told_plans", "told_agreements", "grants")
    return gathered(text, *subjects, year=2029, kind=DocumentKind.PROPOSAL)


def test_a_letter_about_a_plan_is_a_letter_though_it_has_a_budget():
    assert recognise(source_of(LETTER))[0].kind is DocumentKind.PROPOSAL


def test_the_grant_has_its_own_name_and_the_sum_of_its_table():
    (grant,) = read().of("special_grants")
    assert (grant["name"], grant["total_sek"]) == ("Spår genom Bergslagen", 90000)


def test_each_share_is_the_municipalitys_and_no_fee():
    gathering = read()
    assert column(gathering, "grant_shares", "amount_sek") == [40000, 50000]
    assert [(f["municipality"], f["amount_sek"]) for f in gathering.of("fees")] == [
        ("nora", 215000)
    ]
    assert column(gathering, "populations", "residents") == [10600, 6700, 17300]


def test_a_grant_without_a_name_is_called_by_its_purpose_and_not_surely():
    text = "Rådet föreslår ett särskilt anslag om 300 tkr till en förstudie om vatten."
    gathering = gathered(text, "grants", kind=DocumentKind.PROPOSAL)
    (grant,) = gathering.of("special_grants")
    assert (grant["name"], grant["total_sek"]) == ("Förstudie om vatten", 300000)
    assert certainties(gathering, "special_grants", "name") == ["probable"]


@pytest.mark.parametrize(
    "text",
    [
        "Anslaget sätts upp på tavlan.",
        "Projektet finansieras av regionen med 300 tkr.",
        "Det särskilda anslaget Spår och det särskilda anslaget Vatten föreslås.",
    ],
)
def test_what_is_no_grant_or_is_several_gives_none(text):
    gathering = gathered(text, "grants", kind=DocumentKind.PROPOSAL)
    assert gathering.of("special_grants") == []


def test_the_annexes_of_a_letter_have_their_numbers():
    papers = [(p["annex_number"], p["title"]) for p in read().of("papers")]
    assert papers == [
        ("1", "Plan och budget 2030, förslag"),
        ("2", "Projektbeskrivning"),
    ]


def test_the_fee_of_a_sentence_is_due_the_day_it_says():
    (fee,) = read().of("fees")
    assert str(fee["due_on"]) == "2030-03-31"


def test_an_agreement_may_be_about_a_name_alone():
    (agreement,) = read().of("agreements")
    assert agreement["title"] == "Avtal om Bergsringen"
    assert str(agreement["in_force_from"]) == "2022-05-01"
