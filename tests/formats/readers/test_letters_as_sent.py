"""Letters as programs send them: odd encodings, files that Outlook packed."""

import base64
import struct

import pytest

from radslag.formats.readers import Document
from radslag.formats.readers.dispatch import read_here

HEAD = b"From: kansli@example.se\r\nSubject: Kallelse\r\n"
TEXT = "Mötet hålls på måndag."


def read(content: bytes) -> Document:
    result = read_here(content, "brev.eml")
    assert result.document is not None, result.refusal
    return result.document


@pytest.mark.parametrize(
    ("stated", "encoding"),
    [
        (b"", "cp1252"),
        (b"", "utf-8"),
        (b"Content-Type: text/plain; charset=us-ascii\r\n", "utf-8"),
        (b"Content-Type: text/plain; charset=utf-8\r\n", "cp1252"),
        (b"Content-Type: text/plain; charset=iso-8859-1\r\n", "latin-1"),
        (b"Content-Type: text/plain; charset=unknown-8bit\r\n", "cp1252"),
        (b"Content-Type: text/plain; charset=utf-16\r\n", "utf-8"),
        (b"Content-Type: text/html\r\n", "cp1252"),
        (b"Content-Type: text/html; charset=ascii\r\n", "utf-8"),
    ],
)
def test_letters_with_a_wrong_encoding_or_none_are_read(
    stated: bytes, encoding: str
) -> None:
    said = f"<html><body><p>{TEXT}</p></body></html>" if b"html" in stated else TEXT

    document = read(HEAD + stated + b"\r\n" + said.encode(encoding))

    assert TEXT in document.plain_text()
    assert document.is_complete


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_fields_that_are_written_without_encoding_are_read(encoding: str) -> None:
    fields = "From: Åsa Ek <asa@example.se>\r\nSubject: Ärende om möte\r\n"

    document = read(fields.encode(encoding) + b"\r\nText.\r\n")

    assert document.title == "Ärende om möte"
    assert "Från\tÅsa Ek <asa@example.se>" in document.plain_text()


def test_attached_text_without_encoding_is_read() -> None:
    inner = f"Content-Type: text/calendar; name=i.ics\r\n\r\nSUMMARY:{TEXT}\r\n"
    content = (
        HEAD + b"Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n\r\nText.\r\n"
        b"--q\r\n" + inner.encode() + b"--q--\r\n"
    )

    (attachment,) = read(content).attachments

    assert attachment.document is not None
    assert TEXT in attachment.document.plain_text()


def test_page_that_says_more_than_the_text_is_read() -> None:
    told = "Kostnaden är 4 500 kronor för varje kommun."
    content = (
        HEAD + b"Content-Type: multipart/alternative; boundary=q\r\n\r\n--q\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
        + f"{TEXT} {TEXT} {TEXT}".encode()
        + b"\r\n--q\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + f"<p>{TEXT} {TEXT} {TEXT}</p><p>{told}</p>".encode()
        + b"\r\n--q--\r\n"
    )

    assert told in read(content).plain_text()


def test_letter_within_that_is_packed_anyway_is_read() -> None:
    packed = base64.b64encode(b"From: a@example.se\r\nSubject: Inre\r\n\r\nInre text.")
    content = (
        HEAD + b"Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n\r\nText.\r\n"
        b"--q\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n"
        b"\r\n" + packed + b"\r\n--q--\r\n"
    )

    (inner,) = read(content).attachments

    assert inner.document is not None
    assert inner.document.title == "Inre"


def test_letter_as_a_mail_box_keeps_it_is_a_letter() -> None:
    document = read(b"From - Mon Jan 12 10:00:00 2026\r\n" + HEAD + b"\r\nText.\r\n")

    assert document.title == "Kallelse"


def test_signature_is_no_loss_but_is_told_of() -> None:
    content = (
        HEAD + b"Content-Type: multipart/signed; boundary=q\r\n\r\n--q\r\n\r\nText.\r\n"
        b"--q\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3DQEHAqCA\r\n--q--\r\n"
    )

    document = read(content)

    assert document.is_complete
    assert any("underskrift" in str(remark) for remark in document.remarks)


def attribute(level: int, tag: int, value: bytes) -> bytes:
    check = sum(value) & 0xFFFF
    return (
        struct.pack("<BII", level, tag, len(value)) + value + struct.pack("<H", check)
    )


def property_of(number: int, kind: int, value: bytes) -> bytes:
    padded = value + b"\0" * (-len(value) % 4)
    return struct.pack("<HHII", kind, number, 1, len(value)) + padded


def winmail(*attributes: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attributes)


LONG_NAME = "Årsplan för samverkan.txt\0".encode("utf-16-le")
PACKED = winmail(
    attribute(1, 0x89006, struct.pack("<I", 0x10000)),
    attribute(1, 0x69003, struct.pack("<I", 2)
              + struct.pack("<HHI16xII", 3, 0x8001, 0, 7, 9)
              + property_of(0x1013, 0x102, f"<p>{TEXT}</p>".encode())),
    attribute(2, 0x69002, b"\0" * 14),
    attribute(2, 0x18010, b"ARSPLA~1.TXT\0"),
    attribute(2, 0x6800F, "Plan för året.".encode()),
    attribute(2, 0x69005, struct.pack("<I", 1) + property_of(0x3707, 0x1F, LONG_NAME)),
    attribute(2, 0x69002, b"\0" * 14),
    attribute(2, 0x18010, b"b.txt\0"),
    attribute(2, 0x6800F, b"Bilaga tv\xe5."),
)  # fmt: skip


def in_letter(packed: bytes) -> bytes:
    return (
        HEAD + b"Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n\r\nText.\r\n"
        b"--q\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode(packed)
        + b"\r\n--q--\r\n"
    )


def test_files_that_outlook_packed_are_read() -> None:
    (packed,) = read(in_letter(PACKED)).attachments

    assert packed.document is not None
    assert packed.document.is_complete
    assert TEXT in packed.document.plain_text()
    assert [
        (each.name, each.document and each.document.plain_text())
        for each in packed.document.attachments
    ] == [("Årsplan för samverkan.txt", "Plan för året."), ("b.txt", "Bilaga två.")]


@pytest.mark.parametrize("length", [5, 20, 60, 200, len(PACKED) - 3])
def test_packed_file_that_is_cut_is_told_of(length: int) -> None:
    document = read(in_letter(PACKED[:length]))

    assert not document.is_complete


def test_text_that_outlook_packed_in_its_own_format_is_told_of() -> None:
    own = winmail(
        attribute(1, 0x69003, struct.pack("<I", 1)
                  + property_of(0x1009, 0x102, b"\x10\0\0\0\x05\0\0\0LZFu"))
    )  # fmt: skip

    assert not read(in_letter(own)).is_complete
