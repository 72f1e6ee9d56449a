"""XML that fetches, multiplies, hides or nests."""

# ruff: noqa: E501 - a table of cases is read by its columns.

from tests.formats.readers.hostile import READ, Case
from tests.formats.readers.written_files import W, archive, body, docx, paragraph

XML = "XML"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SECRET = "/etc/hostname"


def document(text: str | bytes) -> bytes:
    return archive({"word/document.xml": text})


def with_entity(declared: str, used: str = "&x;") -> bytes:
    inside = body(paragraph(f"före{used}efter")).removeprefix(HEAD)
    return document(f"{HEAD}<!DOCTYPE d [{declared}]>{inside}")


def laughs() -> bytes:
    steps = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12))
    return with_entity(f'<!ENTITY a0 "ha">{steps}', "&a11;")


def deep() -> bytes:
    return document(
        f'<w:document xmlns:w="{W}">' + "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000
        + "</w:document>"
    )  # fmt: skip


CASES = (
    Case(XML, "yttre entitet: en fil",
         lambda: with_entity(f'<!ENTITY x SYSTEM "file://{SECRET}">'), "doctype"),
    Case(XML, "yttre entitet: en webbadress",
         lambda: with_entity('<!ENTITY x SYSTEM "http://192.0.2.1/x">'), "doctype"),
    Case(XML, "parameterentitet",
         lambda: with_entity('<!ENTITY % p SYSTEM "http://192.0.2.1/x"> %p;', ""),
         "doctype"),
    Case(XML, "entiteter som mångdubblas", laughs, "doctype"),
    Case(XML, "lång entitet använd många gånger",
         lambda: with_entity(f'<!ENTITY x "{"a" * 50_000}">', "&x;" * 1_000), "doctype"),
    Case(XML, "deklaration i tvåbytestext",
         lambda: document(
             f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY x "y">]>'
             f'<w:document xmlns:w="{W}"/>'.encode("utf-16")), "doctype"),
    Case(XML, "deklaration i en annan del",
         lambda: docx(word__styles_x='<!DOCTYPE d><w:styles xmlns:w="x"/>'), "doctype"),
    Case(XML, "UTF-7", lambda: document(
        '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE d+AD4-'), "odd_encoding"),
    Case(XML, "fel uppgiven kodning", lambda: document(
        body(paragraph("Södertörn")).replace("UTF-8", "US-ASCII").encode()), "bad_xml"),
    Case(XML, "tvåbytestext utan fel",
         lambda: document(body(paragraph("Två byte")).replace("UTF-8", "UTF-16")
                          .encode("utf-16")), READ, ("Två byte",)),
    Case(XML, "100 000 led", deep, "depth"),
    Case(XML, "annat prefix för samma namnrymd",
         lambda: document(body(paragraph("Annat prefix")).replace("w:", "q:")
                          .replace("xmlns:w", "xmlns:q")), READ,
         ("Annat prefix",)),
    Case(XML, "XInclude", lambda: docx(
        paragraph("Före")
        + f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{SECRET}" '
        'parse="text"/>' + paragraph("Efter")), READ, ("Före", "Efter")),
    Case(XML, "anvisning om formatmall", lambda: document(
        body(paragraph("Text.")).replace(HEAD, HEAD + '<?xml-stylesheet href="x"?>')),
         READ, ("Text.",)),
    Case(XML, "avbruten XML", lambda: document(body(paragraph("Text"))[:-30]), "bad_xml"),
    Case(XML, "ingen textdel", lambda: archive({"[Content_Types].xml": "<Types/>"}),
         "missing_part"),
    Case(XML, "textnod på 20 MB", lambda: archive(
        {"word/document.xml": body(paragraph("abcdefghij klmnop " * 1_200_000)),
         "word/media/fyllnad.png": bytes(range(256)) * 1}), "ratio"),
)  # fmt: skip
