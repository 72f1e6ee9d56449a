"""Terms that plans and programmes tell of: decided outside the agreement."""

from datetime import date

from radslag.agreement.terms import read_term
from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import agreements, decided_terms
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

AGREEMENT = """Samverkansavtal för Mälarkanten

Avtal mellan Håbo kommun och Enköpings kommun.

§ 1 Tid

Avtalet gäller från och med den 1 juli 2021.

§ 2 Möten

Styrgruppen sammanträder cirka sex gånger per år.
"""
PLAN = """# Verksamhetsplan 2024

## Organisation

Styrgruppen sammanträder cirka sex gånger per år.

## Ekonomi

Avgiften är 4 kronor per invånare och år enligt beslut i styrgruppen 2022-10-20.
"""
PROGRAMME = """# Mälarkantens utvecklingsprogram 2024–2027

Beslutat av: styrgruppen den 12 januari 2024.

## Styrgruppen

Styrgruppen möts minst åtta gånger per år. Programmet ska antas av varje kommuns
kommunstyrelse.
"""


def terms(text: str, kind: DocumentKind, year: int | None) -> dict[str, Found]:
    gathering = Gathering()
    agreements.extract(portion_of(AGREEMENT, DocumentKind.AGREEMENT), gathering)
    before = {found.key for found in gathering.of("terms")}
    decided_terms.terms_outside(portion_of(text, kind, year, "plan"), gathering)
    return {
        str(found["kind"]): found
        for found in gathering.of("terms")
        if found.key not in before
    }


def test_fee_decided_later_applies_from_its_decision() -> None:
    fee = terms(PLAN, DocumentKind.ANNUAL_PLAN, 2024)["fee"]
    assert fee["value"] == {"rule": "per_resident", "rate_sek": "4"}
    assert fee["decided_on"] == date(2022, 10, 20)
    assert fee["applies_from"] == date(2022, 10, 20)
    assert fee.values["decided_on"].certainty is Certainty.CERTAIN
    assert fee.values["applies_from"].certainty is Certainty.PROBABLE
    assert fee["agreement"] == "avtal-2021"
    read_term("fee", fee["value"])


def test_what_the_agreement_says_already_is_no_new_term() -> None:
    assert "meetings" not in terms(PLAN, DocumentKind.ANNUAL_PLAN, 2024)


def test_programme_s_terms_apply_from_its_decision() -> None:
    found = terms(PROGRAMME, DocumentKind.PROGRAMME, None)
    assert found["meetings"]["value"]["per_year"] == 8
    assert found["meetings"]["applies_from"] == date(2024, 1, 12)
    assert found["adoption"]["value"] == {"subject": "programme", "by": "each_board"}


def test_term_of_no_known_day_has_none() -> None:
    text = PROGRAMME.replace(" den 12 januari 2024", "")
    found = terms(text, DocumentKind.PROGRAMME, None)
    assert "applies_from" not in found["meetings"].values
