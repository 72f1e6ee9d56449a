"""Office files with programs, hidden parts and things that reach outside."""

# ruff: noqa: E501 - a table of cases is read by its columns.

import io
import zipfile

from tests.formats.readers.hostile import INCOMPLETE, READ, Case
from tests.formats.readers.written_files import (
    TYPES,
    W,
    archive,
    body,
    cell,
    docx,
    number,
    paragraph,
    rows,
    worksheet,
    xlsx,
)

OFFICE = "Kontorsfiler"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
TEXT = paragraph("Synlig text.")
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolda ord</w:t></w:r>"
CHANGES = (
    '<w:p><w:ins w:id="1"><w:r><w:t>infogat </w:t></w:r></w:ins>'
    '<w:del w:id="2"><w:r><w:delText>struket</w:delText></w:r></w:del></w:p>'
)
COMMENTS = (
    f'<w:comments xmlns:w="{W}"><w:comment w:id="1">'
    f"{paragraph('En kommentar.')}</w:comment></w:comments>"
)
NOTES = COMMENTS.replace("comment", "footnote").replace("En kommentar", "En fotnot")
MERGED = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    f"{paragraph('Över två')}</w:tc></w:tr><w:tr><w:tc>{paragraph('a')}</w:tc>"
    f"<w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
)
BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
    'markup-compatibility/2006"><mc:Choice><w:txbxContent>'
    f"{paragraph('I en ruta.')}</w:txbxContent></mc:Choice><mc:Fallback>"
    f"<w:txbxContent>{paragraph('I en ruta.')}</w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)
DRAWN = (
    '<w:p><w:r><w:drawing><a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/'
    '2006/main"><a:r><a:t>Ord i figur</a:t></a:r></a:p></w:drawing></w:r></w:p>'
)
REMOTE = (
    '<Relationships xmlns="x"><Relationship Id="r1" Type="http://x/attachedTemplate" '
    'Target="http://192.0.2.1/mall.dotm" TargetMode="External"/></Relationships>'
)
MACRO_TYPES = TYPES.replace("application/xml", "application/vnd.ms-word.document.macroEnabled.main+xml")  # fmt: skip
TWO_ROWS = rows([cell("A1", "Post"), cell("B1", "Kr")], [cell("A2", "Möten"), number("B2", "500")])  # fmt: skip
DATES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>"
)


def dated(book: str) -> bytes:
    """Return a workbook with the day number 1 in a cell that is a date."""
    made = xlsx(rows(['<c r="A1" s="1"><v>1</v></c>']), book=book)
    relation = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/'
        '2006/relationships/styles" Target="styles.xml"/></Relationships>'
    )
    return with_part(
        made, "xl/styles.xml", DATES, "xl/_rels/workbook.xml.rels", relation
    )


def with_part(
    content: bytes, name: str, part: str, relations: str, relation: str
) -> bytes:
    """Return an archive with one part more, and a relation to it."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        parts = {entry: opened.read(entry).decode() for entry in opened.namelist()}
    parts[name] = part
    parts[relations] = parts[relations].replace("</Relationships>", relation)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    )
    return archive(parts)


CASES = (
    Case(OFFICE, "makron i en fil som heter DOCX",
         lambda: docx(TEXT, **{"word__vbaProject.bin": b"\1\2"}), "macros", name="a.docx"),
    Case(OFFICE, "DOCM", lambda: archive({"[Content_Types].xml": MACRO_TYPES,
         "word/document.xml": body(TEXT)}), "macros", name="a.docm"),
    Case(OFFICE, "ActiveX", lambda: docx(TEXT, **{"word__activeX__activeX1.bin": b"\1"}),
         "macros"),
    Case(OFFICE, "gammal DOC", lambda: OLE + b"WordDocument", "old_office"),
    Case(OFFICE, "gammal XLS med namnet .xlsx", lambda: OLE + b"Workbook", "old_office",
         name="a.xlsx"),
    Case(OFFICE, "DOCX med lösenord", lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
         "encrypted", name="a.docx"),
    Case(OFFICE, "brev från Outlook", lambda: OLE + "__substg1.0_".encode("utf-16-le"),
         "outlook"),
    Case(OFFICE, "ODT", lambda: archive({"mimetype": "application/vnd.oasis",
         "content.xml": "<a/>"}), "other_office"),
    Case(OFFICE, "PPTX", lambda: archive({"ppt/presentation.xml": "<a/>"}),
         "other_office"),
    Case(OFFICE, "RTF", lambda: b"{\\rtf1\\ansi Text}", "other_office"),
    Case(OFFICE, "mall på en annan plats",
         lambda: docx(TEXT, **{"word___rels__settings.xml.rels": REMOTE}), READ,
         ("Synlig text.", "mall på en annan plats")),
    Case(OFFICE, "fält som startar program (DDE)", lambda: docx(
        TEXT + "<w:p><w:r><w:instrText>DDEAUTO cmd calc</w:instrText></w:r></w:p>"), READ,
         ("startar program",), ("calc",)),
    Case(OFFICE, "inbäddat objekt", lambda: docx(
        TEXT + "<w:p><w:r><w:object/></w:r></w:p>"), INCOMPLETE, ("inbäddat objekt",)),
    Case(OFFICE, "inbäddad fil som text", lambda: docx(TEXT + "<w:altChunk/>"),
         INCOMPLETE, ("inbäddad fil",)),
    Case(OFFICE, "text i en figur", lambda: docx(TEXT + DRAWN), READ,
         ("Ord i figur",)),
    Case(OFFICE, "spårade ändringar", lambda: docx(TEXT + CHANGES), READ,
         ("infogat", "struket", "spårade ändringar")),
    Case(OFFICE, "kommentarer", lambda: docx(TEXT, word__comments_x=COMMENTS), READ,
         ("En kommentar.",)),
    Case(OFFICE, "fotnoter", lambda: docx(TEXT, word__footnotes_x=NOTES), READ,
         ("En fotnot.",)),
    Case(OFFICE, "dold text", lambda: docx(f"<w:p>{HIDDEN}</w:p>" + TEXT), READ,
         ("dolda ord", "Synlig text.")),
    Case(OFFICE, "textruta, skriven på två sätt", lambda: docx(TEXT + BOX), READ,
         ("I en ruta.",)),
    Case(OFFICE, "sammanslagna celler", lambda: docx(MERGED), READ, ("Över två", "a\tb")),
    Case(OFFICE, "dolt blad", lambda: xlsx(TWO_ROWS, hidden=rows([cell("A1", "dolt ord")])),
         READ, ("dolt ord", "Bladet är dolt")),
    Case(OFFICE, "blad som uppger färre rader än det har", lambda: xlsx(TWO_ROWS), READ,
         ("Post\tKr", "Möten\t500")),
    Case(OFFICE, "formel utan uträknat värde",
         lambda: xlsx(rows([cell("A1", "Summa"), number("B1", "", "SUM(B2:B9)")])),
         INCOMPLETE, ("saknar uträknat värde",)),
    Case(OFFICE, "formel med uträknat värde",
         lambda: xlsx(rows([cell("A1", "Summa"), number("B1", "52500", "SUM(B2:B9)")])),
         READ, ("Summa\t52500",)),
    Case(OFFICE, "dagar räknade från 1900", lambda: dated(""), READ, ("1900-01-01",)),
    Case(OFFICE, "dagar räknade från 1904", lambda: dated('<workbookPr date1904="1"/>'),
         READ, ("1904-01-02",)),
    Case(OFFICE, "länk till en annan arbetsbok", lambda: xlsx(
        TWO_ROWS, others={"xl/externalLinks/externalLink1.xml": "<a/>"}), READ,
         ("hämtar värden ur andra filer",)),
    Case(OFFICE, "rad 1 048 576", lambda: xlsx(
        f'<row r="1048576">{cell("A1048576", "långt ned")}</row>'), "sheet_too_large"),
    Case(OFFICE, "kolumn XFD", lambda: xlsx(rows([cell("XFD1", "långt ut")])),
         "sheet_too_large"),
    Case(OFFICE, "blad som inte är XML", lambda: archive(
        {"xl/workbook.xml": "<a/>", "xl/worksheets/s1.xml": worksheet("")}),
         "bad_workbook"),
)  # fmt: skip
