"""Statutes of a federation that others than municipalities belong to."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.gathered import column
from tests.formats.understanding.reading_text import portion_of

STATUTES = """# Förbundsordning för Samordningsförbundet Siljan

Förbundsordningen gäller för Mora kommun, Orsa kommun och Rättviks kommun.

## § 1 Bildande

Förbundet bildades den 1 juli 2018 av Mora kommun och Orsa kommun. \
Rättviks kommun blir medlem den 1 januari 2031. Förbundsordningen träder i kraft samma \
dag. {lasts}

## § 2 Styrelse

Förbundet leds av en styrelse med fyra ledamöter. Varje medlem utser en ledamot.

## § 3 Sammanträden

Styrelsen sammanträder minst fem gånger per år. Kallelse ska ha sänts senast sju dagar \
före sammanträdet. Styrelsen får handlägga ärenden bara när fler än hälften av \
ledamöterna är närvarande. Protokoll ska justeras och därefter sändas till varje \
förbundsmedlem.

## § 4 Beredningsgrupp

Till stöd för styrelsen finns en beredningsgrupp med två tjänstemän från varje medlem. \
Beredningsgruppen möts i god tid.

## § 5 Budget

Styrelsen ska varje år fastställa verksamhetsplan och budget. Förslaget ska ha varit \
på samråd hos medlemmarna.

## § 6 Bidrag

{others} Kommunernas sammanlagda bidrag är 1 000 000 kronor per år. Det fördelas med \
50 procent på Mora, 30 procent på Orsa och 20 procent på Rättvik. Mora kommun \
rekvirerar kommunernas bidrag. Betalning ska ha skett senast den 31 januari.

## § 7 Upplösning

Upplöses förbundet fördelas behållningen efter de andelar som anges i § 6.
"""
LASTS = "Förbundet består till dess medlemmarna beslutar något annat."
OTHERS = "Region Dalarna bidrar med hälften av medlen."


def read(*, lasts: str = LASTS, others: str = OTHERS) -> Gathering:
    gathering = Gathering()
    text = STATUTES.format(lasts=lasts, others=others)
    extract(portion_of(text, DocumentKind.AGREEMENT), gathering)
    return gathering


def terms(gathering: Gathering, kind: str) -> list[Found]:
    return [term for term in gathering.of("terms") if term["kind"] == kind]


def test_the_same_day_is_that_of_the_sentence_before() -> None:
    assert column(read(), "agreements", "in_force_from") == [date(2031, 1, 1)]


def test_members_have_the_day_that_they_are_said_to_join() -> None:
    found = {m["municipality"]: m["member_from"] for m in read().of("memberships")}

    assert found == {
        "mora": date(2018, 7, 1),
        "orsa": date(2018, 7, 1),
        "rattvik": date(2031, 1, 1),
    }


def test_a_member_whose_agreement_ends_on_a_day_did_not_join_on_it() -> None:
    said = "Mora kommun är part i det avtal som löper till den 31 december 2035."
    found = {
        m["municipality"]: m["member_from"] for m in read(lasts=said).of("memberships")
    }

    assert found["mora"] == date(2018, 7, 1)
    assert found["rattvik"] == date(2031, 1, 1)


def test_others_that_are_named_are_outside_parties() -> None:
    assert column(read(), "outside_parties", "name") == ["Region Dalarna"]


def test_a_federation_may_last_until_its_members_decide() -> None:
    (term,) = terms(read(), "duration")

    assert term["value"] == {"runs": "until_further_notice"}
    assert terms(read(lasts="Förbundet består av tre kommuner."), "duration") == []


def test_its_board_and_the_group_that_supports_it_are_bodies() -> None:
    kinds = [(body["kind"], body["name"]) for body in read().of("bodies")]

    assert ("management_group", "Beredningsgruppen") in kinds
    assert "committee" in [kind for kind, _ in kinds]
    assert [
        (term["value"]["body"], term["value"]["seats_per_municipality"])
        for term in terms(read(), "composition")
    ] == [("committee", 1), ("management_group", 2)]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("initiative", {"notice_days": 7}),
        ("quorum", {"boundary": "more_than", "share": "1/2"}),
        ("minutes", {"delivered_to": "each_municipality"}),
        ("presentation", {"subjects": ["annual_plan", "budget"]}),
        ("due", {"month": 1, "day": 31, "invoiced_by": "mora"}),
    ],
)
def test_what_is_said_in_other_words_is_a_term(
    kind: str, said: dict[str, object]
) -> None:
    (term,) = terms(read(), kind)

    assert said.items() <= term["value"].items()


def test_what_is_left_is_shared_as_the_fee_where_others_pay_too() -> None:
    (with_others,) = terms(read(), "dissolution")
    (alone,) = terms(read(others=""), "dissolution")

    assert with_others["value"] == {"shared_by": "fee"}
    assert alone["value"]["shared_by"] == "fixed_shares"
