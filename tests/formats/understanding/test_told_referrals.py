"""What an officer's proposal tells of the referral that it would answer."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered

LETTER = """Orsa kommun

Tjänsteskrivelse

Datum 2027-05-04

Dnr KS 2027-0117

# {title}

## Förslag till beslut

Kommunstyrelsen föreslås besluta att lämna yttrandet som sitt eget.

## Bakgrund

Region Dalarna har remitterat ett förslag till kulturplan. {came} {due} {others}

Bo Ek
{signs}
"""
WORDS = {
    "title": "Yttrande över förslag till kulturplan för Dalarna 2028–2031",
    "came": "Remissen (dnr RD 2027/412) kom in den 2 mars 2027.",
    "due": "Svar ska ha kommit regionen till handa senast den 29 maj 2027.",
    "others": "Mora kommun avgav sitt yttrande den 21 april 2027.",
    "signs": "kommundirektör",
}


def read(**other):
    text = LETTER.format(**WORDS | other)
    subjects = ("proposals", "officers", "told_referrals", "told_programmes")
    return gathered(text, *subjects, kind=DocumentKind.PROPOSAL, year=2027)


@pytest.mark.parametrize(
    ("came", "due"),
    [
        (WORDS["came"], WORDS["due"]),
        ("Remissen mottogs den 2 mars 2027.", "Remisstiden går ut den 29 maj 2027."),
        ("Remissen inkom 2027-03-02.", "Den ska besvaras senast 2027-05-29."),
        ("Remissen nådde oss den 2 mars 2027.", "Sista svarsdag är den 29 maj 2027."),
    ],
)
def test_when_it_came_and_when_it_is_due(came, due):
    (referral,) = read(came=came, due=due).of("referrals")
    assert referral["outside_party"] == "region-dalarna"
    assert (referral["received_on"], referral["due_on"]) == (
        date(2027, 3, 2),
        date(2027, 5, 29),
    )


@pytest.mark.parametrize(
    "others",
    [
        "Mora kommun avgav sitt yttrande den 21 april 2027.",
        "Mora kommun har lämnat sitt svar den 21 april 2027.",
        "Mora kommun lämnade sina synpunkter den 21 april 2027.",
    ],
)
def test_another_has_answered_for_itself(others):
    (answer,) = read(others=others).of("referral_responses")
    assert (answer["municipality"], answer["answered_on"]) == (
        "mora",
        date(2027, 4, 21),
    )


def test_what_an_authority_asks_about_is_its_own():
    title = "Yttrande över förslag till kulturprogram för Dalarna 2028–2031"
    assert read(title=title).of("programmes") == []


def test_a_matter_that_nobody_has_asked_about_is_no_referral():
    found = read(title="Budget för kulturskolan 2028")
    assert found.of("referrals") == []


@pytest.mark.parametrize(
    "signs", ["kommunstyrelsens ordförande", "nämndens vice ordförande", "ordförande"]
)
def test_who_signs_for_a_board_is_named(signs):
    assert "Bo Ek" in column(read(signs=signs), "people", "name")
