"""The words for conferences and the like, whose days are no meetings of a body."""

import re
from typing import Final

CONFERENCES: Final = re.compile(
    r"(?i)^\W*(?:\d[\d.]*\s+)?(?:\w*konferenser(?:na)?|övriga (?:datum|aktiviteter)"
    r"|temadagar|seminarier|evenemang)\b"
)
CONFERENCE: Final = re.compile(
    r"(?i)\b(?!planerings)\w*(?:konferens(?:en)?|rådslag(?:et)?|temadag(?:en)?"
    r"|seminari(?:um|et)|mässan?)\b"
    # "Kustdagen", but not "Onsdagen", "Heldagen" or "Mötesdagen".
    r"|\b(?!(?:mån|tis|ons|tors?|fre|lör|sön|hel|halv|arbets|mötes|vår|höst"
    r"|eftermid|förmid|mid|planerings|sammanträdes|strategi|besluts|utskicks|national)dag)"
    r"(?-i:[A-ZÅÄÖ])[a-zåäöé-]{2,30}(?:dagen|dagarna|forum(?:et)?|festivalen)\b"
)
