"""Archives and names that lie, multiply or lead out of the file."""

# ruff: noqa: E501 - a table of cases is read by its columns.

import io
import stat
import struct
import zipfile

from tests.formats.readers.hostile import READ, Case
from tests.formats.readers.written_files import TYPES, archive, body, docx, paragraph

ARCHIVE, NAMES = "Arkiv", "Sökvägar och namn"
SIZE_IN_LOCAL, SIZE_IN_DIRECTORY, SUM_IN_DIRECTORY = 22, 24, 16
FLAGS_IN_DIRECTORY = 8


def bomb() -> bytes:
    return docx(others_x="<a>" + " " * 60_000_000 + "</a>")


def changed(place: int, value: bytes, *, part: bytes = b"word/document.xml") -> bytes:
    """Return a file whose list of parts says something else of one part."""
    made = bytearray(docx())
    name = made.rindex(part)
    start = made.rindex(b"PK\x01\x02", 0, name)
    made[start + place : start + place + len(value)] = value
    return bytes(made)


def overlapping() -> bytes:
    """Return a file in which two names have the same bytes."""
    made = docx(word__other_x=body(paragraph("Ett vanligt stycke.")))
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        place = opened.getinfo("word/document.xml").header_offset
    start = made.rindex(b"PK\x01\x02")
    return made[: start + 42] + struct.pack("<I", place) + made[start + 46 :]


def many_members() -> bytes:
    parts = {f"word/tom{at}.xml": "" for at in range(3_000)}
    return archive({"word/document.xml": body("")} | parts, packed=False)


def with_link() -> bytes:
    room = io.BytesIO(docx())
    with zipfile.ZipFile(room, "a") as made:
        entry = zipfile.ZipInfo("word/media/bild.png")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(entry, "/etc/passwd")
    return room.getvalue()


def with_name(name: str) -> bytes:
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": body(paragraph("Text.")),
            name: "<a/>",
        }
    )


def doubled() -> bytes:
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w") as made:
        made.writestr("word/document.xml", body(paragraph("Den ena texten.")))
        entry = zipfile.ZipInfo("word/document.xmk")
        made.writestr(entry, body(paragraph("Den andra texten.")))
    return room.getvalue().replace(b"document.xmk", b"document.xml")


def damaged_inside() -> bytes:
    made = bytearray(
        archive({"word/document.xml": body(paragraph("Text."))}, packed=False)
    )
    at = made.index(b"Text.")
    made[at : at + 5] = b"Tezt."
    return bytes(made)


CASES = (
    Case(ARCHIVE, "liten fil som packas upp till 60 MB", bomb, "ratio"),
    Case(ARCHIVE, "arkiv i arkiv", lambda: archive({"a.zip": docx()}), "archive"),
    Case(ARCHIVE, "delar ovanpå varandra", overlapping, "overlapping"),
    Case(ARCHIVE, "3 000 tomma delar", many_members, "too_many_members"),
    Case(ARCHIVE, "del som uppges kortare än den är",
         lambda: changed(SIZE_IN_DIRECTORY, struct.pack("<I", 10)), "wrong_size"),
    Case(ARCHIVE, "del som uppges längre än den är",
         lambda: changed(SIZE_IN_DIRECTORY, struct.pack("<I", 9_999)), "wrong_size"),
    Case(ARCHIVE, "del som uppges vara 4 GB",
         lambda: changed(SIZE_IN_DIRECTORY, b"\xf0\xff\xff\xff"), "ratio"),
    Case(ARCHIVE, "fel kontrollsumma", lambda: changed(SUM_IN_DIRECTORY, b"\1\2\3\4"),
         "wrong_size"),
    Case(ARCHIVE, "ändrad text, gammal kontrollsumma", damaged_inside, "wrong_size"),
    Case(ARCHIVE, "två delar med samma namn", doubled, "same_name"),
    Case(ARCHIVE, "symbolisk länk", with_link, "symbolic_link"),
    Case(ARCHIVE, "krypterad del", lambda: changed(FLAGS_IN_DIRECTORY, b"\x01\0"),
         "encrypted"),
    Case(ARCHIVE, "avkortad fil", lambda: docx()[:-40], "damaged_archive"),
    Case(ARCHIVE, "avkortad till sin början", lambda: docx()[:60], "damaged_archive"),
    Case(ARCHIVE, "delat arkiv", lambda: b"PK\x07\x08" + docx(), "archive"),
    Case(ARCHIVE, "gzip", lambda: b"\x1f\x8b\x08\0" + b"\1" * 50, "archive"),
    Case(ARCHIVE, "7z", lambda: b"7z\xbc\xaf\x27\x1c" + b"\1" * 50, "archive"),
    Case(ARCHIVE, "tar", lambda: b"a.txt".ljust(257, b"\0") + b"ustar\0" + b"0" * 200,
         "archive"),
    Case(ARCHIVE, "fil på 51 MB", lambda: b"text " * 10_200_001, "too_large"),
    Case(NAMES, "del vars namn leder uppåt", lambda: with_name("../../x.xml"), "bad_name"),
    Case(NAMES, "del vars namn leder uppåt med omvänt snedstreck",
         lambda: with_name("..\\..\\x.xml"), "bad_name"),
    Case(NAMES, "del med absolut namn", lambda: with_name("/etc/x.xml"), "bad_name"),
    Case(NAMES, "del på en annan enhet", lambda: with_name("C:x.xml"), "bad_name"),
    Case(NAMES, "del vars namn skrivs baklänges", lambda: with_name("a\u202elmx.xml"),
         "bad_name"),
    Case(NAMES, "del med 300 tecken i namnet", lambda: with_name("x" * 300 + ".xml"),
         "bad_name"),
    Case(NAMES, "samma namn med stora bokstäver", lambda: with_name("WORD/document.xml"),
         "same_name"),
    Case(NAMES, "filnamn som leder uppåt", docx, READ, name="../../../etc/passwd"),
    Case(NAMES, "filnamn med NUL och omvänd skrivriktning", docx, READ,
         name="a\0b\u202excod.docx"),
    Case(NAMES, "filnamn på 300 tecken", docx, READ, name="å" * 300 + ".docx"),
)  # fmt: skip
