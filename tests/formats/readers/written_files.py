"""Writes small files of each kind byte by byte, so that a test decides every byte."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(parts: Mapping[str, bytes | str], *, packed: bool = True) -> bytes:
    """Return an archive of parts."""
    room = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(room, "w", how) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return room.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of WordprocessingML with one run."""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def body(inside: str) -> str:
    """Return a document part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>'
        f"{inside}</w:body></w:document>"
    )


def docx(inside: str = "", **others: bytes | str) -> bytes:
    """Return a DOCX file; other parts have `__` for a slash and `_x` for .xml."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": body(inside or paragraph("Ett vanligt stycke.")),
    }
    for name, part in others.items():
        parts[name.replace("__", "/").replace("_x", ".xml")] = part
    return archive(parts)


def xlsx(
    sheet: str,
    *,
    hidden: str = "",
    book: str = "",
    others: Mapping[str, str] | None = None,
) -> bytes:
    """Return an XLSX file with one sheet, and a hidden one if its rows are given."""
    sheets = '<sheet name="Blad" sheetId="1" r:id="rId1"/>'
    relations = (
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" '
        'Target="worksheets/s1.xml"/>'
    )
    parts: dict[str, str] = {}
    if hidden:
        sheets += '<sheet name="Dolt" sheetId="2" state="hidden" r:id="rId2"/>'
        relations += (
            f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" '
            'Target="worksheets/s2.xml"/>'
        )
        parts["xl/worksheets/s2.xml"] = worksheet(hidden)
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/s1.xml" '
        f'ContentType="{main}.worksheet+xml"/>'
        '<Override PartName="/xl/worksheets/s2.xml" '
        f'ContentType="{main}.worksheet+xml"/>'
        "</Types>"
    )
    parts |= {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}">{book}'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}'
        "</Relationships>",
        "xl/worksheets/s1.xml": worksheet(sheet),
    }
    return archive(parts | dict(others or {}))


def worksheet(rows: str) -> str:
    """Return a sheet's part."""
    return (
        f'<worksheet xmlns="{SHEETS}"><dimension ref="A1:A1"/>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def cell(place: str, text: str) -> str:
    """Return a cell with a text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def number(place: str, value: str, formula: str = "") -> str:
    """Return a cell with a number, and its formula."""
    inside = f"<f>{formula}</f>" if formula else ""
    return f'<c r="{place}">{inside}' + (f"<v>{value}</v>" if value else "") + "</c>"


def rows(*cells: Sequence[str]) -> str:
    """Return rows of cells."""
    return "".join(
        f'<row r="{at}">{"".join(row)}</row>' for at, row in enumerate(cells, start=1)
    )


def shown(text: str, x: float = 72, y: float = 700, size: float = 12) -> str:
    """Return what draws a line of text on a page."""
    safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({safe}) Tj ET\n"


class Pdf:
    """A PDF file put together object by object."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, thing: bytes | str) -> int:
        """Add an object and return its number."""
        self.objects.append(
            thing if isinstance(thing, bytes) else thing.encode("cp1252")
        )
        return len(self.objects)

    def stream(self, inside: bytes, extra: str = "") -> int:
        """Add a stream and return its number."""
        head = f"<< /Length {len(inside)} {extra} >>\nstream\n".encode()
        return self.add(head + inside + b"\nendstream")

    def file(self, root: int, trailer: str = "") -> bytes:
        """Return the file."""
        made, places = b"%PDF-1.7\n", []
        for at, thing in enumerate(self.objects, start=1):
            places.append(len(made))
            made += b"%d 0 obj\n" % at + thing + b"\nendobj\n"
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(places) + 1
        return (
            made
            + b"xref\n0 %d\n0000000000 65535 f \n" % size
            + table
            + f"trailer\n<< /Size {size} /Root {root} 0 R {trailer} >>\n".encode()
            + b"startxref\n%d\n%%%%EOF\n" % len(made)
        )


def pdf(
    *pages: str | bytes,
    page: str = "/MediaBox [0 0 595 842]",
    root: str = "",
    trailer: str = "",
    resources: str = "",
    packed: bool = False,
) -> bytes:
    """Return a PDF whose pages draw what is given; letters are cp1252."""
    made = Pdf()
    font = made.add(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        "/Encoding /WinAnsiEncoding >>"
    )
    tree = len(made.objects) + 2 * len(pages) + 1
    kids = []
    for drawn in pages:
        inside = drawn if isinstance(drawn, bytes) else drawn.encode("cp1252")
        content = made.stream(
            zlib.compress(inside, 9) if packed else inside,
            "/Filter /FlateDecode" if packed else "",
        )
        kids.append(
            made.add(
                f"<< /Type /Page /Parent {tree} 0 R {page} /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {font} 0 R >> {resources} >> >>"
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    made.add(f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>")
    catalog = made.add(f"<< /Type /Catalog /Pages {tree} 0 R {root} >>")
    return made.file(catalog, trailer)


def png(width: int, height: int, inside: bytes = b"") -> bytes:
    """Return a PNG that states its size, whatever it holds."""

    def piece(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows_inside = inside or zlib.compress(b"\0" * (width + 1) * min(height, 50))
    return (
        b"\x89PNG\r\n\x1a\n"
        + piece(b"IHDR", head)
        + piece(b"IDAT", rows_inside)
        + piece(b"IEND", b"")
    )
