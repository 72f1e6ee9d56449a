"""Agreements whose chapters tell of each other: host, groups, shares, what is left."""

import pytest

from radslag.agreement.vocabulary import BodyKind, DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

AGREEMENT = """
# Avtal om gemensam växelnämnd

## 1 Parter

Mora kommun, nedan även benämnd Värdkommunen

Orsa kommun

Älvdalens kommun

## 2 Nämnd

Nämndens namn är Dalabygdens växelnämnd. Varje kommun utser två ledamöter.

Som nämndens beslut gäller den mening som får flertalets röster.

## 3 Beredning

{group}

## 4 Arbetsgrupper

Nämnden får inrätta arbetsgrupper.

I dag finns Teknik- och driftgruppen samt Bytesgruppen.

## 5 Förvaltning

{host}

## 6 Kostnader

Nettokostnaden fördelas med fasta andelar enligt tabellen.

Budgeten uppgår till totalt 900 000 kronor.

| Kommun | Andel, % | Bidrag 2032, kr |
|---|---|---|
| Mora | 60 | 540 000 |
| Orsa | 25 | 225 000 |
| Älvdalen | 15 | 135 000 |

## 7 Upphörande

{left}
"""
GROUP = (
    "En samrådsgrupp bestående av kommunchefen i vardera kommunen bereder nämndens "
    "frågor. Gruppen bereder nämndens möten och träffas ungefär sex gånger per år."
)
HOST = "Värdkommunen är arbetsgivare och håller kansli för nämnden."
LEFT = (
    "Om nämnden avvecklas fördelas tillgångarna efter de andelar som anges i punkt 6."
)


def read(*, group: str = GROUP, host: str = HOST, left: str = LEFT) -> Gathering:
    gathering = Gathering()
    text = AGREEMENT.format(group=group, host=host, left=left)
    extract(portion_of(text, DocumentKind.AGREEMENT), gathering)
    return gathering


def terms(gathering: Gathering, kind: str) -> list[Found]:
    return [term for term in gathering.of("terms") if term["kind"] == kind]


def names(gathering: Gathering, kind: BodyKind) -> list[str]:
    return [b["name"] for b in gathering.of("bodies") if b["kind"] == kind.value]


def test_a_boards_own_name_is_not_the_cooperations() -> None:
    found = read()

    assert names(found, BodyKind.COMMITTEE) == ["Dalabygdens växelnämnd"]
    assert found.cooperation()["name"] != "Dalabygdens växelnämnd"


def test_working_groups_are_those_that_there_are_said_to_be() -> None:
    assert names(read(), BodyKind.WORKING_GROUP) == [
        "Teknik- och driftgruppen",
        "Bytesgruppen",
    ]


def test_a_group_of_chief_executives_is_the_management_group() -> None:
    found = read()

    assert names(found, BodyKind.MANAGEMENT_GROUP) == ["Samrådsgrupp"]
    seats = [t["value"] for t in terms(found, "composition")]
    assert [value["seats_per_municipality"] for value in seats] == [2, 1]


def test_a_group_of_others_is_no_management_group() -> None:
    group = GROUP.replace("kommunchefen", "en näringslivschef")

    assert names(read(group=group), BodyKind.MANAGEMENT_GROUP) == []


def test_the_group_is_the_one_told_of_before() -> None:
    (meetings,) = terms(read(), "meetings")

    assert meetings["value"] == {
        "body": "management_group",
        "per_year": 6,
        "qualifier": "about",
    }


def test_most_votes_are_a_majority() -> None:
    (decision,) = terms(read(), "decision")

    assert decision["value"]["rule"] == "majority"


@pytest.mark.parametrize(
    "host",
    [HOST, "Mora kommun är Värdkommun och arbetsgivare för en samordnare på heltid."],
)
def test_the_host_is_told_of_where_its_task_is(host: str) -> None:
    (secretariat,) = terms(read(host=host), "secretariat")

    assert secretariat["value"]["host"] == "mora"
    assert secretariat["paragraph"] == "5"


def test_shares_are_of_a_hundred_where_their_head_says_so() -> None:
    (fee,) = terms(read(), "fee")

    assert fee["value"] == {
        "rule": "shared_total",
        "total_sek": "900000",
        "shared_by": "fixed_shares",
        "shares": {"mora": "3/5", "orsa": "1/4", "alvdalen": "3/20"},
    }


@pytest.mark.parametrize(
    ("left", "shared_by"),
    [
        (LEFT, "fixed_shares"),
        (
            "När avtalet upphör fördelas medlen i samma förhållande som parterna har "
            "betalat avgift för det sista året.",
            "fee",
        ),
    ],
)
def test_what_is_left_is_shared_as_another_chapter_says(
    left: str, shared_by: str
) -> None:
    (dissolution,) = terms(read(left=left), "dissolution")

    assert dissolution["value"]["shared_by"] == shared_by


def test_what_is_left_by_another_chapters_words_is_not_guessed() -> None:
    left = LEFT.replace("punkt 6", "punkt 2")

    assert terms(read(left=left), "dissolution") == []


def test_a_head_of_two_rows_says_what_each_column_is() -> None:
    table = "| Kommun | Andel, % | Bidrag 2032, kr |\n|---|---|---|\n"
    spanned = (
        "| Kommun | Andel och belopp |  |\n|---|---|---|\n"
        "|  | Andel, % | Bidrag 2032, kr |\n"
    )
    gathering = Gathering()
    text = AGREEMENT.format(group=GROUP, host=HOST, left=LEFT).replace(table, spanned)
    extract(portion_of(text, DocumentKind.AGREEMENT), gathering)

    paid = [(fee["year"], int(fee["amount_sek"])) for fee in gathering.of("fees")]
    assert paid == [(2032, 540_000), (2032, 225_000), (2032, 135_000)]
