"""Bytes into text: which encoding was meant, told from the bytes and nothing else."""

import re
from itertools import starmap
from typing import NamedTuple

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# The encodings that Swedish files of one byte a letter have had, the likeliest first.
OLD = ("cp1252", "cp850", "mac_roman")
SWEDISH = re.compile("(?<=[a-zåäö])[åäöé]|[ÅÄÖåäö](?=[a-zåäö])|§ \\d")
UNLIKELY = re.compile("[\u0080-\u009f\u2018-\u203a†‡‰Œœ™ŠšŽžƒˆ˜„…”](?=[a-z])")
# What the two bytes of one letter look like when each was taken for a letter.
TWICE = re.compile("Ã[\u0080-\u00bf\u2013-\u203a\u0152-\u017e]|â€.")


class Decoded(NamedTuple):
    """A text, and what had to be guessed to read it."""

    text: str
    remark: str = ""
    is_loss: bool = False


def decode(content: bytes) -> Decoded:
    """Return the text of the bytes.

    A file that mixes encodings is read line by line. What no encoding explains is
    marked, and never left out.
    """
    for mark, marked in MARKS:
        if content.startswith(mark):
            return lossy(content, marked)
    if (encoding := without_mark(content)) is not None:
        return lossy(content, encoding)
    try:
        return mended(content.decode("utf-8"))
    except UnicodeDecodeError:
        return decode_old(content)


def lossy(content: bytes, encoding: str) -> Decoded:
    """Decode with a known encoding, and say so where it does not hold."""
    text = content.decode(encoding, "replace")
    if "\ufffd" not in text:
        return mended(text)
    return Decoded(
        text, "Några tecken kunde inte läsas och är märkta med �.", is_loss=True
    )


def without_mark(content: bytes) -> str | None:
    """Return the two-byte encoding whose zeros the content has, if any."""
    head = content[:4096]
    if head[1::2].count(0) * 3 > len(head) // 2:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) * 3 > len(head) // 2 else None


def decode_old(content: bytes) -> Decoded:
    """Decode one byte a letter, or both ways where a file mixes them."""
    lines = content.splitlines(keepends=True)
    is_utf = [reads_as_utf(line) for line in lines if not line.isascii()]
    old = likeliest(b"".join(line for line in lines if not reads_as_utf(line)))
    if not any(is_utf):
        return Decoded(content.decode(old, "replace"), *unsure(content, old))
    text = "".join(
        line.decode("utf-8" if reads_as_utf(line) else old, "replace") for line in lines
    )
    remark = "Filen blandar teckenkodningar; varje rad är läst med sin egen."
    return Decoded(text, remark, is_loss="\ufffd" in text)


def reads_as_utf(line: bytes) -> bool:
    """Tell whether the line is valid UTF-8."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def likeliest(content: bytes) -> str:
    """Return the old encoding that gives the most Swedish and the least odd text."""

    def score(place: int, encoding: str) -> tuple[int, int, str]:
        text = content.decode(encoding, "replace")
        odd = len(UNLIKELY.findall(text)) + text.count("\ufffd")
        return len(SWEDISH.findall(text)) - 2 * odd, -place, encoding

    return max(starmap(score, enumerate(OLD)))[2]


def unsure(content: bytes, encoding: str) -> tuple[str, bool]:
    """Return what to say of a text in an old encoding."""
    if "\ufffd" in content.decode(encoding, "replace"):
        return "Några tecken kunde inte läsas och är märkta med �.", True
    if encoding == "cp1252":
        return "", False
    return "Filen har en gammal teckenkodning; kontrollera å, ä och ö.", False


def mended(text: str) -> Decoded:
    """Mend lines that were encoded twice, which shows as two odd letters for one."""
    if not TWICE.search(text):
        return Decoded(text)
    lines = text.splitlines(keepends=True)
    once = [mended_line(line) for line in lines]
    if once == lines:
        return Decoded(text)
    return Decoded("".join(once), "Text som kodats två gånger är återställd.")


def mended_line(line: str) -> str:
    """Return the line with one encoding undone, if that gives text at all."""
    if not TWICE.search(line):
        return line
    try:
        return line.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return line
