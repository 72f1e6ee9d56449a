"""Shares of a cost in a sentence, and who of several sends the invoice."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

AGREEMENT = """
# Överenskommelse om gemensam brandsamordnare

Parter: Mora kommun, Orsa kommun, Älvdalens kommun

## 1 Giltighetstid
Överenskommelsen gäller från och med 2032-01-01 och tills vidare.

## 2 Ekonomi
{invoice} Kostnaden, 900 000 kr per år, delas så att {shares}. Fakturan betalas senast \
den 30 april.
"""


def read(
    *,
    invoice: str = "Mora kommun är arbetsgivare och fakturerar Orsa halvårsvis.",
    shares: str = "Mora betalar 60 procent, Orsa 25 procent och Älvdalen 15 procent",
) -> Gathering:
    gathering = Gathering()
    text = AGREEMENT.format(invoice=invoice, shares=shares)
    extract(portion_of(text, DocumentKind.AGREEMENT), gathering)
    return gathering


def term(gathering: Gathering, kind: str) -> Found | None:
    return next((t for t in gathering.of("terms") if t["kind"] == kind), None)


@pytest.mark.parametrize(
    "shares",
    [
        "Mora betalar 60 procent, Orsa 25 procent och Älvdalen 15 procent",
        "Mora står för 60 %, Orsa 25 % och Älvdalen 15 %",
        "Mora svarar för 60 %, Orsa svarar för 25 % och Älvdalen svarar för 15 %",
    ],
)
def test_shares_are_read_whatever_the_verb(shares: str) -> None:
    found = term(read(shares=shares), "fee")

    assert found is not None
    assert found["value"]["shares"] == {
        "mora": "3/5",
        "orsa": "1/4",
        "alvdalen": "3/20",
    }


def test_shares_that_do_not_make_up_the_whole_are_none() -> None:
    shares = "Mora betalar 60 procent och Orsa 25 procent"

    assert term(read(shares=shares), "fee") is None


@pytest.mark.parametrize(
    "invoice",
    [
        "Mora kommun är arbetsgivare och fakturerar Orsa halvårsvis.",
        "Mora kommun anställer samordnaren och fakturerar övriga.",
    ],
)
def test_who_does_something_else_first_may_send_the_invoice(invoice: str) -> None:
    found = term(read(invoice=invoice), "due")

    assert found is not None
    assert found["value"]["invoiced_by"] == "mora"
