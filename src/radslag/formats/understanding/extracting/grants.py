"""Special grants outside the budget: their name, their sum and each one's share."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.budget_parts.words import is_sum
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.sentences import sentences_of
from radslag.formats.understanding.wording.sums import FoundSum, sums_in

BY_PURPOSE: Final = "Anslaget har inget eget namn; det kallas efter vad det är till."
BY_SENTENCE: Final = "Summan står i texten och inte vid anslagets namn."
_WORDS: Final = (
    r"(?:\b(?:särskil(?:t|da)|extra|gemensamt)\s+(?:anslag(?:et)?|tillskott(?:et)?)\b"
    r"|\bprojektanslag(?:et)?\b)"
)
GRANT: Final = re.compile(f"(?i){_WORDS}")
_NAMED: Final = re.compile(
    rf"(?i){_WORDS}\s+(?P<to>(?:till|för)\s+)?[”\"]?(?P<name>(?-i:[A-ZÅÄÖ])[\wåäö-]+"
    r"(?:\s+(?!är\b|som\b|ska\b|finansieras\b|fördelas\b|och\b)[\wåäö-]+){0,5})"
)
_SUM_AND_PURPOSE: Final = re.compile(
    rf"(?i){_WORDS}\s+(?:om|på)\s+(?P<sum>[^.;]{{2,30}}?(?:kr(?:onor)?|tkr|mnkr|mkr))\b"
    r"(?:\s+(?:till|för)\s+(?:en|ett|den|det)?\s*"
    r"(?P<purpose>[a-zåäöA-ZÅÄÖ][^.,;]{4,80}))?"
)
_AMOUNT: Final = re.compile(
    r"(?i)belopp|kronor|\bkr\b|tkr|andel\s+i\s+kr|bidrag|insats"
)
_LONGEST_HEADING, _LOOK_BACK, _FEWEST = 120, 3, 2


class _Told(NamedTuple):
    """What a sentence says of a grant."""

    name: Value | None
    total: FoundSum | None


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the only special grant that a document is about, with its shares."""
    told = list(_told(portion))
    names = [each.name for each in told if each.name]
    named = [name for name in names if name.certainty is Certainty.CERTAIN] or names
    if len({str(name.value).casefold() for name in named}) != 1:
        return
    name = named[0]
    key = slug(str(name.value))
    gathering.add("special_grants", key, {"name": name})
    totals = [each.total for each in told if each.total]
    if len({total.amount_sek for total in totals}) == 1:
        _say_total(key, totals[0], gathering)
    for table in _tables(portion):
        _shares(table, portion, name.as_value(key), gathering)


def _told(portion: Portion) -> Iterator[_Told]:
    for piece in portion.pieces():
        for sentence in sentences_of(piece):
            for named in _NAMED.finditer(sentence.text):
                name = sentence.group(named, "name").strip().value()
                if named["to"]:
                    name = name.doubted(Certainty.PROBABLE, BY_PURPOSE)
                yield _Told(name, None)
            about = _SUM_AND_PURPOSE.search(sentence.text)
            if about:
                yield _Told(_purpose(sentence, about), _sum(sentence, about))


def _purpose(sentence: Piece, about: "re.Match[str]") -> Value | None:
    if not about["purpose"]:
        return None
    words = sentence.group(about, "purpose").strip()
    called = " ".join(words.text.split())
    name = called[:1].upper() + called[1:]
    return words.value(name, Certainty.PROBABLE, BY_PURPOSE)


def _sum(sentence: Piece, about: "re.Match[str]") -> FoundSum | None:
    sums = [s for s in sums_in(sentence.group(about, "sum")) if s.amount_sek]
    return sums[0] if len(sums) == 1 else None


def _say_total(key: str, total: FoundSum, gathering: Gathering) -> None:
    said = total.piece.value(total.amount_sek, Certainty.PROBABLE, BY_SENTENCE)
    gathering.add("special_grants", key, {"total_sek": said})


def is_of_grant(above: list[Piece]) -> bool:
    """Tell whether the nearest heading or caption above a table is of a grant."""
    short = [p for p in above if len(p.text) <= _LONGEST_HEADING]
    return bool(short) and GRANT.search(short[-1].text) is not None


def _tables(portion: Portion) -> Iterator[Table]:
    before: list[Piece] = []
    for block in portion.blocks:
        if not isinstance(block, Table):
            before.append(portion.piece(block))
        elif is_of_grant(before[-_LOOK_BACK:]):
            yield block


def _shares(table: Table, portion: Portion, grant: Value, gathering: Gathering) -> None:
    rows = [[portion.source.piece(cell).strip() for cell in row] for row in table.rows]
    column = next(
        (n for n, head in enumerate(rows[0]) if n and _AMOUNT.search(head.text)), None
    )
    if column is None or sum(bool(known_name(row[0].text)) for row in rows) < _FEWEST:
        return
    for row in rows[1:]:
        found = [s for s in sums_in(row[column]) if s.amount_sek is not None]
        municipality = gathering.municipality(row[0])
        if len(found) != 1:
            continue
        amount = found[0].piece.value(
            found[0].amount_sek, found[0].certainty, found[0].reason
        )
        if municipality:
            values = {
                "grant": municipality.as_value(grant.value),
                "municipality": municipality,
                "amount_sek": amount,
            }
            key = f"{grant.value}-{municipality.value}"
            gathering.add("grant_shares", key, values)
        elif is_sum(row[0].text) and found[0].amount_sek != Decimal(0):
            gathering.add("special_grants", str(grant.value), {"total_sek": amount})
