"""Letters that a report tells of, and who has left a signature blank."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered


@pytest.mark.parametrize(
    "sentence",
    [
        "Gemensam skrivelse till Trafikverket skickades den 4 maj 2025.",
        "Skrivelse till Trafikverket, översänd 2025-05-04.",
    ],
)
def test_a_letter_that_was_sent_is_known_with_its_day(sentence: str) -> None:
    text = f"# Årsberättelse 2025\n\n{sentence}\n"
    found = gathered(text, "letters_sent", kind=DocumentKind.ANNUAL_REPORT, year=2025)

    assert column(found, "advocacy", "outside_party") == ["trafikverket"]
    assert column(found, "advocacy", "sent_on") == [date(2025, 5, 4)]


def test_a_letter_that_is_to_be_written_was_not_sent() -> None:
    text = "# Årsberättelse 2025\n\nEn skrivelse till Trafikverket är på gång.\n"
    found = gathered(text, "letters_sent", kind=DocumentKind.ANNUAL_REPORT, year=2025)

    assert found.of("advocacy") == []


SIGNED = """Samverkansavtal

§ 1 Parter

Detta avtal är mellan Nora kommun, Laxå kommun och Askersunds kommun.

§ 2 Tid

Avtalet gäller från den 1 januari 2025.

Underskrifter

| Kommun | Ort och datum | Namn |
|---|---|---|
| Nora | Nora {one} | {two} |
| Laxå | Laxå {one} | {two} |
| Askersund | | |
"""


@pytest.mark.parametrize(
    ("one", "two", "towns"),
    [("2024-11-03", "Eva Alm", ["nora", "laxa"])],
)
def test_who_left_the_line_blank_has_not_signed(
    one: str, two: str, towns: list[str]
) -> None:
    text = SIGNED.format(one=one, two=two)
    found = gathered(text, "agreements", kind=DocumentKind.AGREEMENT)

    assert column(found, "signatures", "municipality") == towns
