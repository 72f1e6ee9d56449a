"""Somebody may say what a document is; then it is read as that."""

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers import ReadResult
from radslag.formats.understanding import Understanding, understand
from tests.formats.understanding.reading_text import document_of

NOTES = """Lite av varje från i torsdags

Styrgruppen den 4 februari 2027 i Laxå

Anna Ek, Laxå
Bo Lind, Askersund

1. Budgeten

Styrgruppen beslutar att lägga budgeten till handlingarna.

2. Nästa gång

Vi ses den 5 mars 2027.
"""
WITH_ANNEX = """Blandat

Något som ingen vet vad det är, men som är långt nog för att inte vara ett försättsblad.

Svara senast den 4 maj 2027.

Bilaga 1 Samarbetsavtal

Mellan Laxå kommun och Askersunds kommun.

§ 1 Ändamål

Kommunerna samverkar om räddningstjänst.

§ 2 Uppsägning

Avtalet gäller tills vidare med tolv månaders uppsägningstid.
"""


def understood(text: str, said: DocumentKind | None) -> Understanding:
    result = ReadResult("a.txt", document_of(text))
    return understand([result], kind_said=lambda each: said if each is result else None)


def kinds(understanding: Understanding) -> list[DocumentKind]:
    (document,) = understanding.documents
    return [part.kind for part in document.parts]


def meetings(understanding: Understanding) -> list[object]:
    return [
        found["held_on"] for found in understanding.found if found.section == "meetings"
    ]


def test_it_is_read_as_it_is_said_to_be() -> None:
    text = NOTES.replace("beslutar att", "vill").replace("1. ", "").replace("2. ", "")
    assert kinds(understood(text, None)) == [DocumentKind.PAPER]

    as_minutes = understood(NOTES, DocumentKind.MINUTES)

    (document,) = as_minutes.documents
    assert document.kind is DocumentKind.MINUTES
    assert "angivet" in document.parts[0].reason
    assert str(meetings(as_minutes)[0]) == "2027-02-04"


def test_an_annex_that_is_recognised_stays_what_it_is() -> None:
    said = understood(WITH_ANNEX, DocumentKind.REFERRAL)

    assert kinds(said) == [DocumentKind.REFERRAL, DocumentKind.AGREEMENT]
    assert any(found.section == "terms" for found in said.found)


def test_what_is_said_to_be_a_paper_is_read_no_further() -> None:
    said = understood(WITH_ANNEX, DocumentKind.PAPER)

    assert kinds(said) == [DocumentKind.PAPER]
    assert [found for found in said.found if found.section == "terms"] == []


def test_an_empty_document_may_be_said_to_be_anything() -> None:
    assert kinds(understood("", DocumentKind.ANNUAL_PLAN)) == [DocumentKind.ANNUAL_PLAN]
