"""Opens winmail.dat, in which Outlook packs a letter's text and files (TNEF).

Every length that the file states is held against what is left of it, and every
attribute against its sum.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from radslag.formats.readers.encodings import decode
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.refusals import Refused

HEAD, FRAME, SUM = 6, 9, 2
NEW_FILE, SHORT_NAME, CONTENT = 0x69002, 0x18010, 0x6800F
OF_FILE, OF_LETTER, PLAIN_TEXT = 0x69005, 0x69003, 0x2800C
LONG_NAME, TEXT, PAGE, OWN_FORMAT = 0x3707, 0x1000, 0x1013, 0x1009
NAMED = 0x8000
MANY = 0x1000
NARROW, WIDE, BYTES, OBJECT = 0x1E, 0x1F, 0x102, 0x0D
# How long values of a fixed length are, rounded up to whole words.
LENGTHS = {
    0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8,
    0x40: 8, 0x48: 16,
}  # fmt: skip


@dataclass
class PackedFile:
    """A file in the letter."""

    name: str = ""
    content: bytes = b""


@dataclass
class Packed:
    """What is packed: the letter's text, as a page if there is one, and its files."""

    text: bytes = b""
    page: bytes = b""
    files: list[PackedFile] = field(default_factory=list)
    has_own_format: bool = False


class Bytes:
    """Bytes that are read from the front; raises Refused where there are too few."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def take(self, count: int) -> bytes:
        """Return so many bytes."""
        if count < 0 or self.at + count > len(self.content):
            raise Refused("damaged_winmail")
        self.at += count
        return self.content[self.at - count : self.at]

    def number(self, width: int = 4) -> int:
        """Return a whole number of so many bytes."""
        return int.from_bytes(self.take(width), "little")

    def padded(self, count: int) -> bytes:
        """Return so many bytes, and leave those out that fill a word up."""
        value = self.take(count)
        self.take(-count % 4)
        return value

    @property
    def is_at_end(self) -> bool:
        """Tell whether nothing is left."""
        return self.at >= len(self.content)


def unpacked(content: bytes) -> Packed:
    """Return what a winmail.dat holds; raises Refused if it is damaged."""
    packed = Packed()
    for tag, value in attributes_of(content):
        if tag == NEW_FILE:
            packed.files.append(PackedFile())
        elif tag == PLAIN_TEXT:
            packed.text = value.rstrip(b"\0")
        elif tag == OF_LETTER:
            take_letter(packed, value)
        elif packed.files:
            take_file(packed.files[-1], tag, value)
        if len(packed.files) > LIMITS.attachments:
            raise Refused("too_many_letters")
    return packed


def attributes_of(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the file's attributes, whose sums must hold."""
    left = Bytes(content)
    left.take(HEAD)
    while not left.is_at_end:
        _, tag, length = struct.unpack("<BII", left.take(FRAME))
        value = left.take(length)
        if left.number(SUM) != sum(value) & 0xFFFF:
            raise Refused("damaged_winmail")
        yield tag, value


def take_letter(packed: Packed, value: bytes) -> None:
    """Take the letter's text from its properties."""
    for number, kind, said in properties_of(value):
        if number == PAGE:
            packed.page = said if kind == BYTES else text_in(said, kind).encode()
        elif number == TEXT:
            packed.text = text_in(said, kind).encode()
        elif number == OWN_FORMAT:
            packed.has_own_format = True


def take_file(file: PackedFile, tag: int, value: bytes) -> None:
    """Take a file's name or content."""
    if tag == CONTENT:
        file.content = value
    elif tag == SHORT_NAME:
        file.name = file.name or text_in(value, NARROW)
    elif tag == OF_FILE:
        for number, kind, said in properties_of(value):
            if number == LONG_NAME:
                file.name = text_in(said, kind)


def properties_of(value: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give the properties of a letter or a file: number, kind and first value."""
    left = Bytes(value)
    for _ in range(left.number()):
        kind, number = left.number(2), left.number(2)
        if number >= NAMED:
            left.take(16)
            is_named = left.number() == 1
            left.padded(left.number()) if is_named else left.take(4)
        values = list(values_of(left, kind))
        yield number, kind & ~MANY, values[0] if values else b""


def values_of(left: Bytes, kind: int) -> Iterator[bytes]:
    """Give a property's values; one of a fixed length is alone unless it says more."""
    bare = kind & ~MANY
    if bare in LENGTHS:
        for _ in range(left.number() if kind & MANY else 1):
            yield left.take(LENGTHS[bare])
    elif bare in (NARROW, WIDE, BYTES, OBJECT):
        for _ in range(left.number()):
            yield left.padded(left.number())
    else:
        raise Refused("damaged_winmail")


def text_in(value: bytes, kind: int) -> str:
    """Return the words of a value, up to the nought that ends them."""
    if kind == WIDE:
        return value.decode("utf-16-le", "replace").split("\0")[0]
    return decode(value.split(b"\0")[0]).text
