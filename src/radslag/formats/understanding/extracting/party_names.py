"""The municipalities that a document says the cooperation is between.

Since when each is a member only an agreement tells, so no membership is made of it.
"""

import re
from typing import Final

from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.meeting_parts.lines import margins_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.wording.sentences import sentences_of

_BETWEEN: Final = re.compile(
    r"(?i)\b(?:samverkan|samarbete\w*|överenskommelse|\w*avtal\w*)\s+(?:\w+\s+){0,2}?mellan\b"
    r"|\b(?:medlems|samverkans|samarbets)kommuner(?:na)?\b"
    r"|\bgemensam\w*\s+för\b|\bkommuner\s*(?:[.,]|har\b|ska\b|samverka\w*|samarbeta\w*)"
    r"|\b(?:samlar|omfattar|samverkar|samarbetar|består\s+av)\b"
    r"|\bhar\s+(?:ett\s+|tecknat\s+|ingått\s+|slutit\s+)+(?:\w+\s+)?\w*(?:avtal|överenskommelse)\b"
    r"|(?:rådet|kommittén|nämnden|styrelsen|gruppen|samverkan)\s+för\s+(?-i:[A-ZÅÄÖ])"
    r"|\bhar\s+(?:sedan\s+(?:länge|(?:år\s+)?\d{4})\s+)?(?:en|ett|flera)\s+gemensam"
    # "Kommunerna A, B och C har sedan länge …": all of them do it together.
    r"|(?:^|\.\s+|\bav\s+|\bär\s+)(?:medlems)?kommunerna\s+"
    r"(?-i:[A-ZÅÄÖ][\wåäöéÅÄÖ-]+(?:\s[A-ZÅÄÖ][\wåäö]+)?(?:,\s+|\s+och\s+|\s+samt\s+|,\s+och\s+))+"
    # "det som kommunerna i A, B och C måste lösa tillsammans"
    r"|\bkommunerna\s+(?:i\s+)?(?-i:[A-ZÅÄÖ])[^.:;]{5,120}?\s(?:måste|ska|vill|behöver|kan)\s"
    r"[^.:;]{0,40}?(?:tillsammans|gemensamt|ihop|samverka|samarbeta|samordna)\b"
    # "Rådet, där A, B och C ingår", "kommunsamarbete (A och B)", "även A antar".
    r"|\b(?:där|i\s+vilk\w+)\s+(?-i:[A-ZÅÄÖ])[^.;]{3,200}?\b(?:ingår|är\s+med"
    r"|är\s+medlemmar|deltar|samverkar)\b"
    r"|\b(?:kommun)?(?:samarbete|samverkan)\s*\((?-i:[A-ZÅÄÖ])"
    r"|\b(?:även|också)\s+(?-i:[A-ZÅÄÖ])[^.;]{3,200}?\b(?:antar|anta|beslutar|besluta"
    r"|godkänner|ställer\s+sig)\b"
    r"|\bkommunerna\s+(?:i\s+[A-ZÅÄÖ]\w+)?[^.]{0,20}?(?:är|utgörs\s+av|består\s+av)\b"
)
# Whom they are compared with are no parties.
_OTHERS: Final = re.compile(
    r"(?i)\bandra\s+kommuner|\btill\s+exempel|\bt\.?\s?ex\b|\bexempelvis|\bjämför|\bsåsom\b"
)
_OF_PARTIES: Final = re.compile(
    r"(?i)(?:medlems|deltagande\s+|samverkande\s+)?(?:kommuner(?:na)?|parter(?:na)?)\W*"
)
# A line at the top that lists municipalities says whose paper it is.
_TITLE_BLOCKS: Final = 4
_FEWEST: Final = 2


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the municipalities of the first sentence that lists them as the parties."""
    for number, block in enumerate(portion.blocks):
        if isinstance(block, Table):
            if number < _TITLE_BLOCKS and _in_form(block, portion, gathering):
                return
            continue
        for sentence in sentences_of(portion.piece(block)):
            is_line = not sentence.text.rstrip().endswith((".", ":"))
            is_title = number < _TITLE_BLOCKS and is_line
            is_between = is_title or (
                _BETWEEN.search(sentence.text) and not _OTHERS.search(sentence.text)
            )
            named = municipalities_in(sentence) if is_between else []
            if len({name for _, name in named}) >= _FEWEST:
                for piece, name in named:
                    gathering.municipality(piece, name)
                return
    _in_margins(portion, gathering)


def _in_margins(portion: Portion, gathering: Gathering) -> None:
    """Take the municipalities that the pages' heads list, where no text does."""
    for line in margins_of(portion):
        named = municipalities_in(line.piece)
        if len({name for _, name in named}) > _FEWEST:
            for piece, name in named:
                gathering.municipality(piece, name)
            return


def _in_form(table: Table, portion: Portion, gathering: Gathering) -> bool:
    """Take the row "Kommuner | A, B, C" of a form at the top; tell if there was one."""
    for row in table.rows:
        filled = [portion.source.piece(cell) for cell in row if cell.text.strip()]
        if len(filled) == _FEWEST and _OF_PARTIES.fullmatch(filled[0].text.strip()):
            named = municipalities_in(filled[1])
            for piece, name in named:
                gathering.municipality(piece, name)
            return bool(named)
    return False
