"""The municipalities that a plan or a programme says the cooperation is between.

Since when each is a member no plan tells, so no membership is made of it.
"""

import re
from typing import Final

from radslag.formats.readers.model import Table
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.wording.sentences import sentences_of

_BETWEEN: Final = re.compile(
    r"(?i)\b(?:samverkan|samarbete\w*|överenskommelse|avtal\w*)\s+(?:\w+\s+){0,2}?mellan\b"
    r"|\b(?:medlems|samverkans|samarbets)kommuner(?:na)?\b"
    r"|\bgemensam\w*\s+för\b|\bkommuner\s*(?:[.,]|har\b|ska\b|samverka\w*|samarbeta\w*)"
    r"|\b(?:samlar|omfattar|samverkar|samarbetar|består\s+av)\b"
    r"|\bkommunerna\s+(?:i\s+[A-ZÅÄÖ]\w+)?[^.]{0,20}?(?:är|utgörs\s+av|består\s+av)\b"
)
# A line at the top that lists municipalities says whose paper it is.
_TITLE_BLOCKS: Final = 4
_FEWEST: Final = 2


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the municipalities of the first sentence that lists them as the parties."""
    for number, block in enumerate(portion.blocks):
        if isinstance(block, Table):
            continue
        for sentence in sentences_of(portion.piece(block)):
            is_line = not sentence.text.rstrip().endswith((".", ":"))
            is_title = number < _TITLE_BLOCKS and is_line
            is_between = is_title or _BETWEEN.search(sentence.text)
            named = municipalities_in(sentence) if is_between else []
            if len({name for _, name in named}) >= _FEWEST:
                for piece, name in named:
                    gathering.municipality(piece, name)
                return
