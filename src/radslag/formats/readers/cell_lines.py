"""The lines of a closed cell: what only its width broke, and what was set apart.

A cell's words go on below where the next one had no room; a line whose first word would
have had room above was set on a line of its own, and so is one in other type.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from radslag.formats.readers.joining import HYPHENS, begins_low
from radslag.formats.readers.open_rows import SPACE, joined

# No cell has wider space beside its words than this; what is further in is centred.
WIDEST_PADDING = 12.0
ROUNDING = 1.0
Word = dict[str, Any]


def text_of_cell(lines: Sequence[Sequence[Word]], left: float, right: float) -> str:
    """Return a cell's text, the lines that were set apart on lines of their own."""
    if not lines:
        return ""
    padding = min(float(word["x0"]) for line in lines for word in line) - left
    inner = right - min(max(padding, 0.0), WIDEST_PADDING)
    texts = [" ".join(word["text"] for word in line) for line in lines]
    apart = [False, *(is_set_apart(*pair, inner) for pair in pairwise(lines))]
    return joined(
        [f"\n{text}" if own else text for text, own in zip(texts, apart, strict=True)]
    )


def is_set_apart(above: Sequence[Word], line: Sequence[Word], right: float) -> bool:
    """Tell whether a line's first word would have had room on the line above."""
    if begins_low(line[0]["text"]) or above[-1]["text"][-1] in HYPHENS:
        return False
    if is_other_type(above, line):
        return True
    size = float(line[0]["bottom"] - line[0]["top"])
    room = right - float(above[-1]["x1"]) - SPACE * size - ROUNDING
    return first_width(line) < room


def is_other_type(above: Sequence[Word], line: Sequence[Word]) -> bool:
    """Tell whether one of two lines is a heading: bold throughout, the other not."""
    over, under = ([is_bold(word) for word in each] for each in (above, line))
    return (all(under) and not over[-1]) or (all(over) and not under[0])


def is_bold(word: Word) -> bool:
    """Tell whether a word is set in bold type, by its font's name."""
    return "bold" in word["chars"][0]["fontname"].lower()


def first_width(line: Sequence[Word]) -> float:
    """Return how wide the first word is; figures in groups, as "5 000", are one."""
    last = line[0]
    for word in line[1:]:
        if not (last["text"].isdigit() and word["text"][:1].isdigit()):
            break
        last = word
    return float(last["x1"] - line[0]["x0"])
