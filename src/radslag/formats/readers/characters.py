"""Characters: made whole and tidy, and counted so that none is lost unseen."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

# Marks without a shape: they would come between the letters of a word that is sought.
UNSEEN = (
    *range(0x00, 0x09), *range(0x0E, 0x1C), 0x7F, *range(0x80, 0x85),
    *range(0x86, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x2070), 0xFEFF, 0xFFFE, 0xFFFF,
)  # fmt: skip
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
CHANGES: dict[int, str | None] = dict.fromkeys(UNSEEN) | {
    ord(joined): apart for joined, apart in LIGATURES.items()
}
ROOM = re.compile(r"[\s\x1c-\x1f]+")
# What makes a text need tidying; most texts have nothing of it.
UNTIDY = re.compile(
    "[\u0300-\u036f\u212b"
    + "".join(re.escape(chr(code)) for code in CHANGES)
    + r"]|[^\S ]|  "
)
NOT_COUNTED = re.compile(r"[\W_]+")
# Most letters are of Latin-1, which are counted at once.
NOT_COUNTED_IN_LATIN = bytes(at for at in range(256) if NOT_COUNTED.match(chr(at)))
BEYOND_LATIN = re.compile("[^\x00-\xff]+")
# Letters that a font gave no meaning: shapes that nobody knows the name of.
MEANINGLESS = re.compile("[\ue000-\uf8ff\ufffd]")


class Worded(Protocol):
    """Anything that has a text."""

    @property
    def text(self) -> str:
        """Return the text."""


def whole(text: str) -> str:
    """Return the text with letters in one piece and without marks nobody sees."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text.translate(CHANGES)


def tidy(text: str) -> str:
    """Return the text whole, on one line, with one space where there was room."""
    if UNTIDY.search(text) is None:
        return text.strip(" ")
    return ROOM.sub(" ", whole(text)).strip()


def tidy_lines(text: str) -> str:
    """Return the text with each of its lines tidy, and none of them empty."""
    if "\n" not in text:
        return tidy(text)
    return "\n".join(filter(None, map(tidy, text.split("\n"))))


def letters(text: str) -> int:
    """Count the letters and digits, which every way of reading must agree on."""
    latin = text.encode("latin-1", "ignore")
    count = len(latin.translate(None, NOT_COUNTED_IN_LATIN))
    if len(latin) == len(text):
        return count
    beyond = "".join(BEYOND_LATIN.findall(text))
    joined = (beyond.count(one) * (len(apart) - 1) for one, apart in LIGATURES.items())
    return count + len(NOT_COUNTED.sub("", beyond)) + sum(joined)


def letters_of(blocks: Iterable[Worded]) -> int:
    """Count the letters and digits of the blocks, lists' markers among them."""
    texts: list[str] = []
    for block in blocks:
        texts += (getattr(block, "marker", ""), block.text)
    return letters("\n".join(texts))
