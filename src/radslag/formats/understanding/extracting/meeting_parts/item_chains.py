"""Which of the numbered lines belong together, as the items of one meeting."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.item_starts import (
    Item,
    Start,
)

# As many § of one meeting may be left out between two that a paper shows.
LEFT_OUT: Final = 5


def best_chain(starts: list[Start], *, prefer_last: bool) -> list[Start]:
    """Return the longest row of numbers; among equals that of headings, or the last."""
    forms = dict.fromkeys(start.form for start in starts)
    chains = _chains(starts)
    for form in forms:
        chains += _chains([start for start in starts if start.form == form])
    order = 1 if prefer_last else -1
    return max(
        chains,
        key=lambda c: (len(c), _has_text(c), _evenness(c), order * c[0].at),
        default=[],
    )


def _has_text(chain: list[Start]) -> bool:
    """Tell whether lines stand between the numbers: else they only list what comes."""
    return any(after.at > before.at + 1 for before, after in pairwise(chain))


def _evenness(chain: list[Start]) -> tuple[bool, bool]:
    forms = {start.form for start in chain}
    return len(forms) == 1, all(form.startswith("heading") for form in forms)


def _chains(starts: Sequence[Start]) -> list[list[Start]]:
    """Return the rows of numbers, each begun anew where the first number returns."""
    chains: list[list[Start]] = []
    # Which chains end with a number, the oldest first.
    ending: dict[int, list[int]] = defaultdict(list)
    for start in starts:
        number = start.item.number
        before = [ending[last] for last in _before(number, start.style) if ending[last]]
        if before:
            oldest = heappop(min(before))
            chains[oldest].append(start)
        elif number == 1 or start.style == "§" or not chains:
            oldest = len(chains)
            chains.append([start])
        else:
            continue
        heappush(ending[number], oldest)
    return [[s._replace(item=_copy(s.item)) for s in chain] for chain in chains]


def _before(number: int, style: str) -> range:
    """Return the numbers that a number may follow; some § may be left out."""
    return range(number - (LEFT_OUT if style == "§" else 1), number)


def _copy(item: Item) -> Item:
    return Item(item.number, item.mark, item.title, [], item.cells, item.said)
