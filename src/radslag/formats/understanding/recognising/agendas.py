"""An agenda as a municipality publishes it: each item with what is proposed."""

import re
from collections.abc import Sequence
from typing import Final

from radslag.formats.readers.model import Block
from radslag.formats.understanding.recognising.patterns import any_of
from radslag.formats.understanding.recognising.titles import LONGEST_TITLE, folded

_TOP, _FEWEST, _MANY = 8, 2, 5
_MEETING: Final = any_of(
    r"(?:^|> )(?:sammantrade|mote) \d{4}-\d\d-\d\d\W*$",
    r"^(?:foredragningslista|arendelista|dagordning)\b",
)
_WHEN: Final = any_of(r"^(?:klockan|tid|plats)\W*$", r"^(?:tid|plats|klockan)\W+\S")
_ITEM: Final = re.compile(r"^\W*\d{1,2}[.)]? +[a-zøæ]")
_PROPOSED: Final = any_of(r"^\W*(?:[\w-]+s )?forslag till (?:beslut|kommun\w+)\W*$")


def is_agenda_with_proposals(blocks: Sequence[Block]) -> bool:
    """Tell whether a meeting's day stands above several items, each with a proposal.

    Where the hour or the place stands there too, many items will do without.
    """
    texts = [folded(b.text) for b in blocks if len(b.text) <= LONGEST_TITLE]
    if not any(_MEETING.search(text) for text in texts[:_TOP]):
        return False
    items = sum(bool(_ITEM.match(text)) for text in texts)
    proposed = sum(bool(_PROPOSED.search(text)) for text in texts)
    if any(_WHEN.search(text) for text in texts[:_TOP]) and items >= _MANY:
        return True
    return items >= _FEWEST and proposed >= _FEWEST
