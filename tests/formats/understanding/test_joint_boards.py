"""Agreements on a joint board: its name, its host, and its cost by fixed shares."""

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

AGREEMENT = """
# Avtal om gemensam räddningsnämnd

| | |
|---|---|
| Parter | Mora kommun (värdkommun), Orsa kommun, Älvdalens kommun |
| {label} | KS 2031/77 |
| Ersätter | Avtal KS 2019/4 mellan Mora och Orsa |

## § 1 Nämnden

1.1 Parterna inrättar en gemensam räddningsnämnd, nedan nämnden.

1.2 Avtalet gäller från och med den 1 januari 2032 och tills vidare.

## § 2 Värdkommun

2.1 Mora kommun är värdkommun och anställer personalen.

2.2 Kontoret har sex heltidstjänster. Värdkommunen ersätts till självkostnad.

## § 3 Insyn

3.1 Nämnden tar fram ett förslag till budget. {shown}

## § 4 Kostnader

4.1 Den gemensamma driftkostnaden är {when} 9 000 tkr per år och fördelas så här:

| Part | Andel |
|---|---|
| Mora | 60 % |
| Orsa | 25 % |
| Älvdalen | 15 % |

4.2 Värdkommunen fakturerar parterna. Betalning ska ske senast den 31 mars.
"""


def read(
    *,
    label: str = "Dnr hos värdkommunen",
    shown: str = "Förslaget redovisas för varje part innan nämnden fastställer det.",
    when: str = "",
) -> Gathering:
    gathering = Gathering()
    text = AGREEMENT.format(label=label, shown=shown, when=when)
    extract(portion_of(text, DocumentKind.AGREEMENT), gathering)
    return gathering


def term(gathering: Gathering, kind: str) -> Found | None:
    return next((t for t in gathering.of("terms") if t["kind"] == kind), None)


def test_a_joint_board_is_called_by_its_task() -> None:
    (board,) = [b for b in read().of("bodies") if b["kind"] == "committee"]

    assert board["name"] == "Räddningsnämnden"


def test_the_host_is_read_in_its_paragraph_and_not_in_the_head() -> None:
    found = term(read(), "secretariat")

    assert found is not None
    assert found["paragraph"] == "2"
    assert found["value"] == {
        "host": "mora",
        "full_time_officials": 6,
        "paid_at": "cost_price",
    }


@pytest.mark.parametrize(
    "shown",
    [
        "Förslaget redovisas för varje part innan nämnden fastställer det.",
        "Det ska presenteras för kommunerna innan det beslutas.",
    ],
)
def test_what_is_shown_may_be_named_in_the_sentence_before(shown: str) -> None:
    found = term(read(shown=shown), "presentation")

    assert found is not None
    assert found["value"]["subjects"] == ["budget"]


def test_another_sentence_shows_nothing_of_the_one_before() -> None:
    shown = "Revisionen redovisas för varje part innan fullmäktige beslutar."

    assert term(read(shown=shown), "presentation") is None


def test_fixed_shares_may_stand_in_a_table() -> None:
    found = term(read(), "fee")

    assert found is not None
    assert found["value"] == {
        "rule": "shared_total",
        "total_sek": "9000000",
        "shared_by": "fixed_shares",
        "shares": {"mora": "3/5", "orsa": "1/4", "alvdalen": "3/20"},
    }
    assert found.values["value"].certainty is Certainty.CERTAIN


def test_what_it_costs_when_the_agreement_begins_is_of_one_year() -> None:
    found = term(read(when="vid avtalets början"), "fee")

    assert found is not None
    assert found.values["value"].certainty is Certainty.PROBABLE


def test_a_payment_has_a_day_and_somebody_who_sends_the_invoice() -> None:
    found = term(read(), "due")

    assert found is not None
    assert (found["value"]["month"], found["value"]["day"]) == (3, 31)
    assert found["value"]["invoiced_by"] == "mora"


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("Dnr hos värdkommunen", ["KS 2031/77"]),
        ("Ärendenummer", ["KS 2031/77"]),
        ("Ersätter dnr", []),
    ],
)
def test_the_register_number_is_the_labelled_one(
    label: str, numbers: list[str]
) -> None:
    documents = read(label=label).of("documents")

    assert [d["register_number"] for d in documents] == numbers
