"""A letter's text is read once, whatever its forms; its files keep their bytes."""

from email.message import EmailMessage

import pytest

from radslag.formats.readers import Document, ReadResult, read_many
from radslag.formats.readers.dispatch import read_here

PAGE = "<html><body><p>Mötet flyttas till Arvika den 14 februari.</p></body></html>"
PLAIN = "Mötet flyttas till Arvika den 14 februari.\n"


def letter() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@kommun.example", "Kallelse"
    return made


def read(made: EmailMessage) -> Document:
    document = read_here(made.as_bytes(), "brev.eml").document
    assert document is not None
    return document


def everything(document: Document) -> str:
    inner = [result.document for result in document.attachments if result.document]
    return "\n".join(each.whole_text() for each in (document, *inner))


def test_two_forms_of_the_same_are_read_once() -> None:
    made = letter()
    made.set_content(PLAIN)
    made.add_alternative(PAGE, subtype="html")

    assert everything(read(made)).count("Arvika") == 1


def test_a_plain_form_that_says_nothing_gives_way_to_the_page() -> None:
    made = letter()
    made.set_content("Se webbversionen.\n")
    made.add_alternative(PAGE, subtype="html")

    assert "Arvika" in read(made).plain_text()


def test_a_page_beside_the_text_is_no_other_form_of_it() -> None:
    made = letter()
    made.set_content("Hej! Kallelsen står nedan.\n")
    made.make_mixed()
    page = EmailMessage()
    page.set_content(PAGE, subtype="html")
    made.attach(page)

    assert "Kallelsen står nedan" in everything(read(made))
    assert "Arvika" in everything(read(made))


def test_an_invitation_among_the_forms_is_not_lost_in_silence() -> None:
    made = letter()
    made.set_content(PLAIN)
    made.add_alternative("BEGIN:VCALENDAR\nLOCATION:Gate\nEND:VCALENDAR\n", "calendar")

    document = read(made)
    assert "Gate" in everything(document) or not document.is_complete


def test_a_form_with_pictures_gives_way_and_its_files_stay() -> None:
    made = letter()
    made.set_content(PLAIN)
    made.add_alternative(PAGE, subtype="html")
    made.add_attachment(b"Namn;Kommun\nAnna;Eda\n", "text", "csv", filename="a.csv")

    document = read(made)
    assert [result.name for result in document.attachments] == ["a.csv"]
    assert everything(document).count("Arvika") == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("way", ["base64", "quoted-printable", "8bit"])
def test_bytes_of_an_attached_file_are_its_own(line_end: str, way: str) -> None:
    own = "Å;Ä\r\nÖ;é\r\n".encode("cp1252" if way != "8bit" else "utf-8")
    made = letter()
    made.set_content("Text.\n")
    made.add_attachment(own, "text", "csv", filename="a.csv", cte=way)
    made.get_payload()[1].set_param("charset", "cp1252")  # type: ignore[union-attr]  # two parts
    sent = made.as_bytes(policy=made.policy.clone(linesep=line_end, cte_type="8bit"))

    (asked,) = read_many([("brev.eml", sent)], 1, with_content=True)
    (not_asked,) = read_many([("brev.eml", sent)], 1)

    # Unencoded, a file has the line ends of the letter it was written into.
    lay = own.replace(b"\r\n", line_end.encode()) if way == "8bit" else own
    assert inner_of(asked).content == lay
    assert inner_of(not_asked).content == b""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_letter_in_a_letter_is_given_as_it_lay_there(line_end: str) -> None:
    inner, made = letter(), letter()
    inner["X-Long"] = "ett långt fält " * 20
    inner.set_content("Rad ett\nRad två å\n")
    made.set_content("Text.\n")
    made.add_attachment(inner)
    sent = made.as_bytes(policy=made.policy.clone(linesep=line_end))

    (result,) = read_many([("brev.eml", sent)], 1, with_content=True)

    found = inner_of(result).content
    assert found in sent
    assert found.startswith(b"From: a@kommun.example")
    assert b"X-Long" in found
    assert b"Rad ett" in found


def inner_of(result: ReadResult) -> ReadResult:
    assert result.document is not None
    (inner,) = result.document.attachments
    return inner
