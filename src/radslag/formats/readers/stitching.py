"""Tables that go on over a page's end put together again, and rows that it cut."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from radslag.formats.readers.composing import Draft
from radslag.formats.readers.joining import FULL, HYPHENS, goes_on, join
from radslag.formats.readers.model import Part
from radslag.formats.readers.tab_tables import header_rows

# A cell that a page's end cuts has at least so many lines before it.
FEWEST_LINES = 2
# Columns drawn so near each other, in points, are the same.
NEAR = 2.0


def stitched(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Give the drafts, a table that goes on over a page's end put together again.

    The next page's repeated head is dropped; it says nothing that was not read.
    """
    last: Draft | None = None
    between: list[Draft] = []
    for draft in drafts:
        # What the page before left of its last row may be nothing but air.
        if draft.kind == "table" and not draft.rows:
            continue
        if last is not None and draft.part in (Part.HEADER, Part.FOOTER):
            between.append(draft)
            continue
        if last is not None and is_rest(last, draft):
            last = put_together(last, draft)
            continue
        if last is not None:
            yield last
        yield from between
        last, between = draft, []
    if last is not None:
        yield last
    yield from between


def is_rest(last: Draft, draft: Draft) -> bool:
    """Tell whether a table is the rest of the one that the page before ended with."""
    if last.kind != "table" or draft.kind != "table" or not last.row_spots:
        return False
    end = last.ends.page or last.row_spots[-1].page
    if end is None or draft.spot.page != end + 1:
        return False
    is_same_head = list(draft.rows[0]) == list(last.rows[0])
    is_wide = len(last.rows[0]) == len(draft.rows[0])
    is_open = last.ends.is_open_below and draft.ends.is_open_above
    is_headed = draft.header_rows > 0 and not goes_on_unheaded(last, draft)
    return is_wide and (is_same_head or is_open or not is_headed)


def goes_on_unheaded(last: Draft, draft: Draft) -> bool:
    """Tell whether rows stand under the very columns above, and no words head them."""
    pairs = zip_longest(last.ends.columns, draft.ends.columns, fillvalue=-NEAR)
    is_below = bool(draft.ends.columns) and all(abs(a - b) < NEAR for a, b in pairs)
    return is_below and not header_rows(draft.rows)


def put_together(last: Draft, draft: Draft) -> Draft:
    """Return a table with the rest of it, without the repeated head."""
    heads = last.header_rows or 1
    is_repeated = list(draft.rows[:heads]) == list(last.rows[:heads])
    first = heads if is_repeated else 0
    rows, spots = list(draft.rows[first:]), list(draft.row_spots[first:])
    before = list(last.rows)
    # The rest of a row may be empty, and is then all that stands of it below.
    is_whole = first in draft.ends.below_empty
    if rows and not is_whole and is_cut(last, draft, rows[0], is_headed=is_repeated):
        before[-1] = [join(*cells) for cells in zip(before[-1], rows[0], strict=True)]
        rows, spots = rows[1:], spots[1:]
    return last._replace(
        rows=[*before, *rows],
        row_spots=[*last.row_spots, *spots],
        ends=draft.ends._replace(page=draft.spot.page),
    )


def is_cut(last: Draft, draft: Draft, row: Sequence[str], *, is_headed: bool) -> bool:
    """Tell whether a row is the rest of the one that the page before ended with.

    Where the page's end has no rule, the drawing says it. Below a repeated head, and
    where both halves have rules around them, the words have to say it as well.
    """
    if last.ends.is_open_below and draft.ends.is_open_above:
        return True
    if not last.ends.last_row:
        return False
    pairs = list(zip(last.ends.last_row, row, strict=True))
    if last.ends.is_open_below and is_headed:
        return not row[0] or any(goes_on_low(lines, rest) for lines, rest in pairs)
    filled = [(lines, rest) for lines, rest in pairs if rest]
    return not row[0] and all(
        is_wrapped(lines, rest) and goes_on_low(lines, rest) for lines, rest in filled
    )


def goes_on_low(lines: Sequence[str], rest: str) -> bool:
    """Tell whether a cell's sentence goes on in the cell below, by its first word."""
    return bool(lines) and goes_on(lines[-1], rest, 0)


def is_wrapped(lines: Sequence[str], rest: str) -> bool:
    """Tell whether a cell's last line ends for want of room, as those above it do."""
    if len(lines) < FEWEST_LINES or lines[-1][-1:] in HYPHENS:
        return len(lines) >= FEWEST_LINES
    room = len(f"{lines[-1]} {rest.split(maxsplit=1)[0]}")
    return room >= FULL * max(map(len, lines))
