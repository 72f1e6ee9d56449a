"""A board's answer to a referral: an extract, with the answer itself after it."""

from datetime import date

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.model import ReadResult
from radslag.formats.understanding.reading import understand
from tests.formats.understanding.reading_text import document_of

EXTRACT = """Orsa kommun

Kommunstyrelsen

Sammanträdesprotokoll

Sammanträdesdatum 2031-04-27

KS § 74 Dnr KS 2031-93 530

# Svar på remiss: Regionalt program för vägar 2032–2037

## Kommunstyrelsens beslut

1. Kommunstyrelsen ställer sig bakom det gemensamma yttrandet.

## Bakgrund

Region Dalarna har tagit fram ett förslag till program för åren 2032–2037 och sänt det \
på remiss. Remissen kom till kommunen den 19 februari 2031.

## Handlingar i ärendet

Norra Dalarnas samverkansråds yttrande, 2031-03-23

# Bilaga KS § 74

2031-04-27

Dnr KS 2031-93

Region Dalarna

Ert dnr RD/214/2031

# Yttrande över förslag till regionalt program för vägar 2032–2037

Kommunen har beretts tillfälle att yttra sig och vill anföra följande.

Vägarna hänger ihop, och kostnaderna bör ses över innan programmet antas.

För Orsa kommun

Bo Ek
"""


def read():
    understanding = understand([ReadResult("svar.txt", document_of(EXTRACT))])
    (document,) = understanding.documents
    return document, understanding


def records(section: str):
    return list(read()[1].of(section))


def test_the_answer_is_a_document_of_its_own() -> None:
    document, _ = read()

    assert [part.kind for part in document.parts] == [
        DocumentKind.MINUTES_EXTRACT,
        DocumentKind.REFERRAL_RESPONSE,
    ]


def test_what_others_asked_about_is_no_programme_to_adopt() -> None:
    assert records("programmes") == []
    assert records("adoptions") == []


def test_both_the_joint_answer_and_the_own_one_are_given() -> None:
    answers = [
        (r["municipality"], r["answered_on"]) for r in records("referral_responses")
    ]

    assert answers == [(None, date(2031, 3, 23)), ("orsa", date(2031, 4, 27))]


def test_a_number_with_its_class_is_of_the_same_matter() -> None:
    assert [r["register_number"] for r in records("matters")] == ["KS 2031-93 530"]
