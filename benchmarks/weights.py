"""What a visitor's first sight of a page weighs: the page and all its files."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from lxml import html

_FACE = re.compile(r"@font-face\s*{(?P<face>[^}]*)}")
_ADDRESS = re.compile(r"url\(['\"]?(?P<address>[^)'\"]+)['\"]?\)")
_RANGE = re.compile(r"unicode-range:(?P<range>[^;}]*)")
_ALREADY_COMPRESSED = {".woff2", ".png", ".jpg", ".ico"}


@dataclass(frozen=True)
class Weight:
    """The bytes of a page with its files, as they are and as they are sent."""

    requests: int
    raw: int
    sent: int


def weight_of(page: bytes) -> Weight:
    """Weigh a page, its stylesheets, scripts and icons, and the fonts its text needs.

    A font counts when it has a character of the text; that no such style is used on
    the page is not looked into, so the figure is never too low.
    """
    files = [_read(address) for address in sorted(set(_files(page)))]
    parts = [(page, True), *files]
    return Weight(
        requests=len(parts),
        raw=sum(len(content) for content, _ in parts),
        sent=sum(_sent(content, is_text=is_text) for content, is_text in parts),
    )


def _files(page: bytes) -> Iterator[str]:
    document = html.document_fromstring(page)
    characters = {ord(each) for each in document.text_content()}
    for link in document.xpath("//link[@rel!='alternate'][@href]/@href"):
        yield link
        if link.endswith(".css"):
            yield from _fonts(link, characters)
    yield from document.xpath("//script[@src]/@src")
    yield from document.xpath("//img[@src]/@src")


def _fonts(stylesheet: str, characters: set[int]) -> Iterator[str]:
    text = _read(stylesheet)[0].decode()
    for face in _FACE.finditer(text):
        written = _RANGE.search(face["face"])
        if written and not _covers(written["range"], characters):
            continue
        for found in _ADDRESS.finditer(face["face"]):
            yield urljoin(stylesheet, found["address"])


def _covers(written: str, characters: set[int]) -> bool:
    for part in written.replace("U+", "").split(","):
        first, _, last = part.strip().partition("-")
        if any(int(first, 16) <= each <= int(last or first, 16) for each in characters):
            return True
    return False


def _read(address: str) -> tuple[bytes, bool]:
    name = urlsplit(address).path.removeprefix("/" + settings.STATIC_URL.strip("/"))
    path = Path(settings.STATIC_ROOT) / name.lstrip("/")
    return path.read_bytes(), path.suffix not in _ALREADY_COMPRESSED


def _sent(content: bytes, *, is_text: bool) -> int:
    return len(gzip.compress(content, 6)) if is_text else len(content)
