"""The words of a text, one by one, and which of them must be left as they are."""

import re
from dataclasses import dataclass

# Addresses of all kinds, and numbers with letters in them. Each begins only where no
# other could have begun before it, so that a long run is gone through once.
LEFT_ALONE = re.compile(
    r"(?<!\S)\S*(?:@|://|www\.)\S*"
    r"|(?<![\w-])(?<!\w\.)[\w-]+(?:\.[\w-]+)*\.(?:se|com|nu|eu|org|net|gov)\b\S*"
    r"|\b[A-ZÅÄÖ]{1,8}[ \-]?\d[\d/:.\-]*(?![^\W\d_])"
    r"|\b(?<!\d[./:\-])\d[\d./:\-]*\d\b"
)
WORD = re.compile(r"[^\W_]+")
# One or two figures that look like letters, in a word with two letters or more.
FIGURE_WITHIN = re.compile(
    r"(?=(?:[^\W\d_]*[640]){1,2}[^\W\d_]*$)(?=(?:\d*[^\W\d_]){2,})\w+"
)
CAPITAL_WITHIN = re.compile("[A-ZÅÄÖ]?[a-zåäöé]+[AO][a-zåäöé]+")
SENTENCE_ENDS = '.!?:;•*|–—~-"”»\t\n'
SHORTEST, SHORT_CAPITALS = 2, 4
SEEN_BACK = 6


@dataclass(frozen=True)
class Token:
    """A word where it stands in a text, and what stands about it."""

    text: str
    start: int
    begins: bool
    before: str
    after: str

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with a capital and goes on in small letters."""
        return self.text[:1].isupper() and not self.is_capitals

    @property
    def is_capitals(self) -> bool:
        """Tell whether it is all capitals."""
        return self.text.isupper()

    @property
    def small(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def is_name_like(text: str) -> bool:
    """Tell whether a word begins with a capital and goes on in small letters."""
    return text[:1].isupper() and text[1:].islower()


def tokens(text: str) -> list[Token]:
    """Return the words of a text that may be mended."""
    fixed = {at for match in LEFT_ALONE.finditer(text) for at in range(*match.span())}
    words = list(WORD.finditer(text))
    found = []
    for at, match in enumerate(words):
        word = match.group()
        if not is_open(word) or match.start() in fixed:
            continue
        found.append(
            Token(
                word,
                match.start(),
                begins_sentence(text, match.start()),
                neighbour(text, words, at, -1),
                neighbour(text, words, at, +1),
            )
        )
    return found


def is_open(word: str) -> bool:
    """Tell whether a word may be mended by its looks alone."""
    if len(word) < SHORTEST or word.isdigit():
        return False
    if any(letter.isdigit() for letter in word):
        return FIGURE_WITHIN.fullmatch(word) is not None
    if word.isupper():
        return len(word) > SHORT_CAPITALS
    is_plain = word.islower() or is_name_like(word)
    return is_plain or CAPITAL_WITHIN.fullmatch(word) is not None


def begins_sentence(text: str, at: int) -> bool:
    """Tell whether a word at a place begins a sentence or a line."""
    before = text[max(at - SEEN_BACK, 0) : at].rstrip(" ”\"'’")
    return not before or before[-1] in SENTENCE_ENDS


def neighbour(text: str, words: list[re.Match[str]], at: int, step: int) -> str:
    """Return the next word, or the one before, if only a space or hyphen parts them."""
    other = at + step
    if not 0 <= other < len(words):
        return ""
    first, second = sorted((words[at], words[other]), key=lambda match: match.start())
    gap = text[first.end() : second.start()]
    return words[other].group() if gap in (" ", "-") else ""
