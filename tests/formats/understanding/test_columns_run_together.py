"""Agendas as plain text, whose columns have run into the titles beside them."""

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column
from tests.formats.understanding.gathered import gathered as read

TOLD = "B: beslut  I: information  D: dialog\n\n"
HEAD = "Kallelse\n\nSjöbygdens nämnd\n\nDag: 12 maj 2031\n\nDagordning\n\n"
LIST = (
    "1. Upprop\n"
    "2. Slamtömning i skärgården B SJN 2031/41 Bilaga 1\n"
    "3. Ny färja SJN 2030/7 D\n"
    "4. Rapport från chefen I\n"
    "5. Etapp B Bilaga 2 och 3\n"
    "6. Yttrande enligt Bilaga 4\n"
)
TITLES = [
    "Upprop",
    "Slamtömning i skärgården",
    "Ny färja",
    "Rapport från chefen",
    "Etapp",
    "Yttrande enligt Bilaga 4",
]


def gathered(text: str):
    return read(text, "notices", year=2031, kind=DocumentKind.MEETING_NOTICE)


def test_letters_that_the_agenda_explains_are_kinds_and_of_no_title() -> None:
    found = gathered(HEAD + TOLD + LIST)

    assert column(found, "agenda_items", "title") == TITLES
    kinds = column(found, "agenda_items", "kind")
    assert kinds[1:5] == ["decision", "discussion", "information", "decision"]


def test_numbers_and_annexes_beside_the_letters_are_read() -> None:
    found = gathered(HEAD + TOLD + LIST)

    numbers = column(found, "agenda_items", "register_number")
    assert numbers[1:3] == ["SJN 2031/41", "SJN 2030/7"]
    assert "1" in column(found, "papers", "annex_number")


def test_an_agenda_that_explains_no_letters_keeps_them() -> None:
    listed = "1. Upprop\n2. Detaljplan för kvarter B\n3. Etapp I\n4. Taxor Bilaga 2\n"
    found = gathered(HEAD + listed)

    titles = column(found, "agenda_items", "title")
    assert titles == ["Upprop", "Detaljplan för kvarter B", "Etapp I", "Taxor"]


def test_letters_beside_several_register_numbers_explain_themselves() -> None:
    listed = "1. Upprop\n2. Taxor B SJN 2031/4\n3. Ny kaj D SJN 2031/6\n4. Avslut\n"
    found = gathered(HEAD + listed)

    titles = column(found, "agenda_items", "title")
    assert titles == ["Upprop", "Taxor", "Ny kaj", "Avslut"]
