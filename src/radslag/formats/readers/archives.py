"""Opens the archive that a DOCX or XLSX file is, having counted what it holds first.

Nothing is believed: the sizes that the archive states are compared with what comes out,
and no library sees the file before every part has been unpacked and counted.
"""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from itertools import pairwise

from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import FileKind
from radslag.formats.readers.refusals import Refused

PIECE = 1 << 16
LOCAL_HEADER = 30
ENCRYPTED = 0x1 | 0x40
XML = (".xml", ".rels", ".vml")
MACROS = ("vbaproject.bin", "vbadata.xml", "/activex/activex")
BAD_NAME = re.compile(r"^/|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f\u202a-\u202e]")
LONGEST_NAME = 255
DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*['\"]([^'\"]+)['\"]")
# Written with a hyphen or not, and with any case.
ENCODINGS = {"utf8", "utf16", "usascii", "ascii", "iso88591", "windows1252"}
MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
OTHER_OFFICE = ("content.xml", "ppt/presentation.xml")


def open_parts(content: bytes) -> dict[str, bytes]:
    """Return the XML parts by name; other parts are counted and left out.

    Raises Refused for anything that a document does not do.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            check_entries(entries, archive.start_dir, len(content))
            parts = unpack(archive, entries, len(content))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as bad:
        raise Refused("damaged_archive") from bad
    except (NotImplementedError, RuntimeError) as bad:
        raise Refused("encrypted") from bad
    for part in parts.values():
        check_xml(part)
    if b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        raise Refused("macros")
    return parts


def kind_of_parts(parts: Mapping[str, bytes]) -> FileKind:
    """Tell which kind of document the parts are."""
    if "word/document.xml" in parts:
        return FileKind.DOCX
    if "xl/workbook.xml" in parts:
        return FileKind.XLSX
    if any(name in parts for name in OTHER_OFFICE):
        raise Refused("other_office")
    raise Refused("missing_part" if "[Content_Types].xml" in parts else "archive")


def check_entries(
    entries: list[zipfile.ZipInfo], directory_start: int, size: int
) -> None:
    """Refuse by what the archive says of itself, before anything is unpacked."""
    if len(entries) > LIMITS.members:
        raise Refused("too_many_members")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Refused("encrypted")
    check_names([entry.filename for entry in entries])
    if any(stat.S_ISLNK(entry.external_attr >> 16) for entry in entries):
        raise Refused("symbolic_link")
    check_overlaps(entries, directory_start)
    check_stated_sizes(entries, size)


def check_names(names: list[str]) -> None:
    """Refuse names that lead out, that carry programs, or that are used twice."""
    if any(BAD_NAME.search(name) or len(name) > LONGEST_NAME for name in names):
        raise Refused("bad_name")
    lower = [name.lower() for name in names]
    if any(mark in name for name in lower for mark in MACROS):
        raise Refused("macros")
    if len(set(lower)) < len(lower):
        raise Refused("same_name")


def check_overlaps(entries: Iterable[zipfile.ZipInfo], directory_start: int) -> None:
    """Refuse parts that lie on top of each other, or of the list of parts."""
    spans = sorted((e.header_offset, e.compress_size + LOCAL_HEADER) for e in entries)
    spans.append((directory_start, 0))
    if any(start + length > after for (start, length), (after, _) in pairwise(spans)):
        raise Refused("overlapping")


def check_stated_sizes(entries: Iterable[zipfile.ZipInfo], size: int) -> None:
    """Refuse at once what already states that it is too much."""
    sizes = [entry.file_size for entry in entries]
    check_total(sum(sizes), size)
    if max(sizes, default=0) > LIMITS.unpacked_bytes:
        raise Refused("part_too_large")


def check_total(unpacked: int, size: int) -> None:
    """Refuse more bytes than a document has."""
    if unpacked > max(size * LIMITS.unpacked_ratio, LIMITS.ratio_from_bytes):
        raise Refused("ratio")
    if unpacked > LIMITS.unpacked_bytes:
        raise Refused("unpacked_too_large")


def unpack(
    archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo], size: int
) -> dict[str, bytes]:
    """Unpack every part a piece at a time, and keep those that are XML."""
    parts, total = {}, 0
    for entry in entries:
        is_xml = entry.filename.lower().endswith(XML)
        kept: list[bytes] = []
        length = 0
        for piece in pieces(archive, entry):
            length += len(piece)
            check_total(total + length, size)
            if is_xml and length > LIMITS.part_bytes:
                raise Refused("part_too_large")
            if is_xml:
                kept.append(piece)
        if length != entry.file_size:
            raise Refused("wrong_size")
        total += length
        if is_xml:
            parts[entry.filename] = b"".join(kept)
    return parts


def pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterable[bytes]:
    """Give a part's bytes; its checksum is tested at the end."""
    with archive.open(entry) as stream:
        try:
            while piece := stream.read(PIECE):
                yield piece
        except zipfile.BadZipFile as bad:
            raise Refused("wrong_size") from bad


def check_xml(part: bytes) -> None:
    """Refuse declarations that could hide, fetch or multiply text."""
    plain = one_byte(part)
    if DECLARATION.search(plain):
        raise Refused("doctype")
    stated = ENCODING.match(plain.lstrip(b"\xef\xbb\xbf"))
    if stated and re.sub(rb"[-_]", b"", stated[1]).decode().lower() not in ENCODINGS:
        raise Refused("odd_encoding")


def one_byte(part: bytes) -> bytes:
    """Return a part of two-byte text as UTF-8; others as they are."""
    encoding = MARKS.get(part[:2])
    if encoding is None and b"\0" in part[:4]:
        encoding = "utf-16-le" if part[1:2] == b"\0" else "utf-16-be"
    return part.decode(encoding, "replace").encode() if encoding else part
