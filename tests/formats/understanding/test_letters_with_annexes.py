"""A letter and the plan that is its only annex, which has no number."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.recognising import recognise
from radslag.formats.understanding.source import Source
from tests.formats.understanding.gathered import column, gathered
from tests.formats.understanding.reading_text import document_of

LETTER = """
| REMISS | Datum 2030-06-14 |
|---|---|
| Handläggare | Sida |
| Ivar Granlund, samordnare | 1 (2) |

Kommunstyrelserna i

Bjurholms kommun

Dorotea kommun

Vindelns kommun

## Remiss av förslag till årsplan och budget 2031

Samverkansnämnden beslutade den 6 juni 2030, § 14, att sända bifogat förslag till
årsplan till medlemskommunerna för yttrande.

Yttrandet ska vara hos oss senast den 15 oktober 2030.

Nämnden avser att fastställa planen vid sitt sammanträde den 20 november 2030.

Ivar Granlund

samordnare
"""
PLAN = """
# Årsplan och budget 2031

| Insats | Ansvarig | Tid | Kronor |
|---|---|---|---|
| Vinterled över fjället | Dorotea | mars | 140 000 |
| Timmerdag | Bjurholm | maj | 60 000 |

## Budget 2031 (kr)

| Avgifter från kommunerna | 150 000 |
|---|---|
| Bidrag från länet | 50 000 |
| Intäkter | 200 000 |
| Insatser enligt ovan | 180 000 |
| Resor | 20 000 |
| Kostnader | 200 000 |
"""
TWO = [DocumentKind.REFERRAL, DocumentKind.ANNUAL_PLAN]


def kinds(text):
    return [part.kind for part in recognise(Source("brev", document_of(text)))]


@pytest.mark.parametrize(
    "between", ["Bilaga till brevet", "Bilaga: Förslag till årsplan", "Bilagor"]
)
def test_an_annex_without_a_number_is_a_document_of_its_own(between):
    assert kinds(f"{LETTER}\n{between}\n{PLAN}") == TWO


def test_an_annex_that_is_only_named_is_none():
    assert kinds(f"{LETTER}\nBilaga: Förslag till årsplan 2031\n") == TWO[:1]


def referred():
    subjects = ("party_names", "referrals", "told_meetings")
    return gathered(LETTER, *subjects, kind=DocumentKind.REFERRAL)


def test_a_heading_below_the_addressees_is_the_referrals_title():
    assert column(referred(), "referrals", "title") == [
        "Förslag till årsplan och budget 2031"
    ]


def test_who_handles_the_matter_is_no_title():
    text = LETTER.replace("## Remiss av förslag till årsplan", "Vi sänder årsplan")
    gathering = gathered(text, "referrals", kind=DocumentKind.REFERRAL)
    titles = column(gathering, "referrals", "title")
    assert not any("Granlund" in title for title in titles)


def test_the_meetings_that_decided_and_will_decide_are_told():
    meetings = referred().of("meetings")
    assert [(m["held_on"], m["status"]) for m in meetings] == [
        (date(2030, 6, 6), "held"),
        (date(2030, 11, 20), "planned"),
    ]


def test_a_column_of_kronor_holds_costs():
    gathering = gathered(PLAN, "plans", "activities", year=2031)
    assert column(gathering, "activities", "cost_sek") == [
        Decimal(140_000),
        Decimal(60_000),
    ]


def test_a_side_may_be_named_at_the_sum_below_its_lines():
    gathering = gathered(PLAN, "budgets", year=2031)
    assert column(gathering, "budget_lines", "side") == [
        "income",
        "income",
        "cost",
        "cost",
    ]


def test_a_sides_sum_above_its_lines_heads_them():
    text = """
## Budget 2031 (kr)

| Intäkter | 200 000 |
|---|---|
| Avgifter från kommunerna | 150 000 |
| Bidrag från länet | 50 000 |
| Kostnader | 200 000 |
| Resor | 200 000 |
"""
    sides = column(gathered(text, "budgets", year=2031), "budget_lines", "side")
    assert sides == ["income", "income", "cost"]
