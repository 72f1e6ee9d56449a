"""What a plan says of residents and of each municipality's fee."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import kronor, number
from radslag.formats.readers.model import Heading, Table
from radslag.formats.understanding.extracting.budget_parts.lined_tables import (
    lined_tables,
)
from radslag.formats.understanding.extracting.budget_parts.rows import parted
from radslag.formats.understanding.extracting.budget_parts.words import (
    is_sum,
    unit_in,
    unit_word,
    year_in,
)
from radslag.formats.understanding.extracting.fee_columns import (
    across,
    is_of_fees,
    unit_of_caption,
)
from radslag.formats.understanding.extracting.fee_sentences import read_fee_sentence
from radslag.formats.understanding.extracting.grants import is_of_grant
from radslag.formats.understanding.extracting.plan_year import in_its_year
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Contradiction, Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, day_in
from radslag.formats.understanding.wording.sums import FoundSum, sums_in

_RESIDENTS: Final = re.compile(r"(?i)invånar|folkmängd|befolkning|\binv\.?\b")
_FEE: Final = re.compile(
    r"(?i)avgift|att betala|(?<!grund)belopp|att fakturera"
    r"|\b(?:ägar|kommun)?tillskott\b"
    r"|\b(?:kommun|medlems|drift|ägar|års|verksamhets|samverkans)?bidrag(?:et|en)?\b"
    r"(?!\s+från)|\b(?:kommun)?insats(?:en)?\b"
)
# "Kommunbidrag per kommun": what stands below is of each, without the word.
_FEE_OF_EACH: Final = re.compile(
    r"(?i)\b(?:kommun|medlems|års|drift|ägar|samverkans)?(?:avgift|bidrag|tillskott|insats)"
    r"(?:er|et|en|erna)?\s+(?:per|för|från|av)\s+(?:(?:var(?:je)?|resp\w*|medlems|de)\s*)?"
    r"(?:kommun|medlem|part)|\b(?:kommun|medlem|part)(?:er|s|mar)?(?:nas?)?\s+"
    r"(?:avgift|bidrag|tillskott|insats)"
)
# "Bidragen fördelas efter folkmängd: …" tells of sums, and counts nobody.
_SHARED: Final = re.compile(
    r"(?i)\b(?:fördela[sdt]\w{0,2}|delas|räknas)\s+(?:ut\s+)?"
    r"(?:efter|i\s+förhållande\s+till|utifrån|enligt)\s+"
    r"(?:folkmängd|invånar|antalet?\s+invånare|befolkning)"
)
_HAD: Final = re.compile(r"(?i)\b(?:har|hade)\s+(?:\w+\s+)?\d[\d \u00a0]*\binvånare\b")
_PER: Final = re.compile(r"(?i)(?:per|/)\s*(?:invånare|inv)\b|andel|procent|%")
_TURN: Final = re.compile(
    r"(?i)årsskiftet\s+((?:19|20|21)\d\d)\s*[/–-]\s*(?:20|21)?\d\d"
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n")
_BEFORE_NUMBER: Final = re.compile(
    r"(?<![\w-])([A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)(?: kommun)?:?\s+\d"
)
_TOTAL: Final = re.compile(
    r"(?i)\btotal|samman(?:lagt|taget)|tillsammans|samtliga|hela"
)
_FEWEST: Final = 1000
_LOOK_BACK: Final = 3
_LONGEST_CAPTION: Final = 120
TURN_OF_YEAR: Final = "Årsskiftet är läst som den 31 december."
NEAR_TABLE: Final = "Dagen står i texten vid tabellen."


def _told(
    sentence: Piece, year: int | None, gathering: Gathering, *, is_under_fees: bool
) -> None:
    is_shared = _SHARED.search(sentence.text) is not None
    if _RESIDENTS.search(sentence.text) and not is_shared:
        _read_sentence(sentence, gathering)
    elif is_under_fees or _FEE.search(sentence.text):
        read_fee_sentence(sentence, year, gathering)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Gather residents, of each and of all, and the fees of each municipality."""
    portion = in_its_year(portion)
    before: list[Piece] = []
    is_under_fees = False
    for block in portion.blocks:
        piece = portion.piece(block)
        if isinstance(block, Table):
            head, rows = _parted(block, portion)
            _read_rows(head, rows, before[-_LOOK_BACK:], portion.year, gathering)
            continue
        before.append(piece)
        if isinstance(block, Heading):
            is_under_fees = _FEE_OF_EACH.search(piece.text) is not None
        for sentence in piece.split(_SENTENCE):
            _told(sentence, portion.year, gathering, is_under_fees=is_under_fees)
        if not isinstance(block, Heading):
            _read_fee_line(piece, before[:-1], portion.year, gathering)
    for table in lined_tables(line for p in before for line in p.split(r"\n")):
        above = [p for p in before if p.start < table.head[0].start][-_LOOK_BACK:]
        _read_rows(table.head, table.rows, above, portion.year, gathering)


def read_tables(portion: Portion, gathering: Gathering) -> None:
    """Gather residents and fees from the tables alone, not from running text."""
    before: list[Piece] = []
    for block in portion.blocks:
        if isinstance(block, Table):
            head, rows = _parted(block, portion)
            _read_rows(head, rows, before[-_LOOK_BACK:], portion.year, gathering)
        else:
            before.append(portion.piece(block))


def read_counted(sentence: Piece, gathering: Gathering) -> None:
    """Add the residents that a sentence says one municipality had on a day."""
    is_said = _HAD.search(sentence.text) and _day(sentence)
    if is_said and len(_towns(sentence)) == 1 == len(list(_counted(sentence))):
        _read_sentence(sentence, gathering)


def _read_sentence(sentence: Piece, gathering: Gathering) -> None:
    counted = list(_counted(sentence))
    towns = _towns(sentence)
    day = _day(sentence)
    if len(counted) == 1 and (_TOTAL.search(sentence.text) or len(towns) != 1):
        _add(None, counted[0], day, gathering)
        return
    for town, name in towns:
        after = [f for f in counted if f.piece.start >= town.end]
        others = [t for t, _ in towns if t.start > town.start]
        ends = others[0].start if others else sentence.end
        own = [f for f in after if f.piece.start < ends]
        if len(own) == 1 and (len(towns) > 1 or len(counted) == 1):
            _add(gathering.municipality(town, name), own[0], day, gathering)


def _towns(sentence: Piece) -> list[tuple[Piece, str]]:
    """Return the municipalities; one before a number need not be said to be one."""
    found = {town.start: (town, name) for town, name in municipalities_in(sentence)}
    for town in sentence.find_all(_BEFORE_NUMBER):
        name = known_name(town.text)
        if name:
            found.setdefault(town.start, (town, name))
    return [found[start] for start in sorted(found)]


def _counted(sentence: Piece) -> Iterator[FoundSum]:
    """Give the numbers of a sentence that can be residents: great, whole, no sums."""
    for found in sums_in(sentence):
        amount = found.amount_sek
        text = str(found.piece)
        is_year = text.isdigit() and year_in(text) is not None
        if amount is None or found.has_unit or is_year or amount != int(amount):
            continue
        if amount >= _FEWEST:
            yield found


def _day(piece: Piece) -> Value | None:
    found = day_in(piece)
    if found:
        return _day_value(found)
    turn = piece.find(_TURN)
    if turn is None:
        return None
    day = date(int(turn.text), 12, 31)
    return turn.value(day, Certainty.PROBABLE, TURN_OF_YEAR)


def _day_value(found: FoundDay) -> Value:
    return found.piece.value(found.day, found.certainty, found.reason)


def _add(
    municipality: Value | None,
    found: FoundSum,
    day: Value | None,
    gathering: Gathering,
) -> None:
    if found.amount_sek is None:
        return
    certainty = Certainty.PROBABLE if found.is_approximate else Certainty.CERTAIN
    reason = "Talet är ungefärligt." if found.is_approximate else ""
    residents = found.piece.value(int(found.amount_sek), certainty, reason)
    whose = municipality.value if municipality else "alla"
    when = day.value.isoformat() if day else "okand-dag"
    gathering.add(
        "populations",
        f"{whose}-{when}",
        {"municipality": municipality, "counted_on": day, "residents": residents},
    )


def _parted(
    table: Table, portion: Portion
) -> tuple[tuple[Piece, ...], list[tuple[Piece, ...]]]:
    head, rows = parted(table, portion.source.piece)
    if not head and rows and not any(known_name(c.text) for c in rows[0]):
        return rows[0], rows[1:]
    return head, rows


def _read_rows(
    head: tuple[Piece, ...],
    rows: list[tuple[Piece, ...]],
    before: list[Piece],
    year: int | None,
    gathering: Gathering,
) -> None:
    where = _town_column(rows)
    if where is None:
        _read_across([head, *rows] if head else rows, before, year, gathering)
        return
    if where < len(head) and _FEE.search(head[where].text):
        # "Avgifter 2027 | Folkmängd | Kronor": the first head says what the table is.
        before = [*before, head[where]]
    for column, words in enumerate(head):
        if column == where or _PER.search(words.text):
            continue
        if _RESIDENTS.search(words.text):
            _read_residents(rows, (where, column), _table_day(words, before), gathering)
        elif is_of_grant(before):
            continue
        elif _FEE.search(words.text) or is_of_fees(words, before):
            of_year = year_in(words.text) or _year_before(before) or year
            unit = unit_in(words) or unit_of_caption(words, before)
            cells = list(_cells(rows, (where, column)))
            _read_fees(cells, words, unit, of_year, gathering)


def _read_across(
    rows: list[tuple[Piece, ...]],
    before: list[Piece],
    year: int | None,
    gathering: Gathering,
) -> None:
    told = across(rows, before)
    if told:
        caption, cells = told
        of_year = year_in(caption.text) or year
        _read_fees(cells, caption, unit_in(caption), of_year, gathering)


def _town_column(rows: list[tuple[Piece, ...]]) -> int | None:
    width = max((len(row) for row in rows), default=0)
    for column in range(width):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        towns = [cell for cell in cells if known_name(cell.text)]
        if len(towns) > 1 and len(towns) * 2 > len(cells):
            return column
    return None


def _table_day(words: Piece, before: list[Piece]) -> Value | None:
    day = _day(words)
    if day:
        return day
    near = next((d for piece in reversed(before) if (d := _day(piece))), None)
    return near.doubted(Certainty.PROBABLE, NEAR_TABLE) if near else None


def _year_before(before: list[Piece]) -> int | None:
    """Return the year of the nearest heading or caption about fees."""
    named = [
        p.text
        for p in before
        if _FEE.search(p.text) and len(p.text) < _LONGEST_CAPTION and not day_in(p)
    ]
    return next((year for text in reversed(named) if (year := year_in(text))), None)


def _read_residents(
    rows: list[tuple[Piece, ...]],
    columns: tuple[int, int],
    day: Value | None,
    gathering: Gathering,
) -> None:
    summed, written = 0, None
    for town, cell in _cells(rows, columns):
        counted = [f for f in sums_in(cell) if f.amount_sek is not None]
        if len(counted) != 1:
            continue
        municipality = gathering.municipality(town)
        if municipality:
            summed += int(counted[0].amount_sek or 0)
            _add(municipality, counted[0], day, gathering)
        elif is_sum(town.text):
            written = counted[0]
            _add(None, written, day, gathering)
    if written and written.amount_sek != summed:
        sentence = (
            f"Invånarna är tillsammans {number(int(written.amount_sek or 0))} enligt "
            f"tabellen, men kommunernas tal är tillsammans {number(summed)}."
        )
        gathering.contradictions.append(
            Contradiction("populations.sum", sentence, (written.piece.quote,))
        )


def _cells(
    rows: list[tuple[Piece, ...]], columns: tuple[int, int]
) -> Iterator[tuple[Piece, Piece]]:
    where, column = columns
    for row in rows:
        if column < len(row) and row[where] and row[column]:
            yield row[where].strip(), row[column].strip()


def _read_fees(
    cells: list[tuple[Piece, Piece]],
    head: Piece,
    unit: Piece | None,
    year: int | None,
    gathering: Gathering,
) -> None:
    summed = total = None
    for town, cell in cells:
        found = list(sums_in(cell, unit_word(unit)))
        if len(found) != 1 or found[0].amount_sek is None:
            continue
        municipality = gathering.municipality(town)
        if municipality:
            summed = (summed or 0) + found[0].amount_sek
            _add_fee(municipality, found[0], head, year, gathering)
        elif is_sum(town.text):
            total = found[0]
    if (
        total
        and total.amount_sek is not None
        and summed not in (None, total.amount_sek)
    ):
        sentence = (
            f"Avgifterna är {kronor(total.amount_sek)} enligt tabellens summa, men "
            f"tillsammans {kronor(summed or total.amount_sek)}."
        )
        gathering.contradictions.append(
            Contradiction("fees.sum", sentence, (total.piece.quote,))
        )


def _add_fee(
    municipality: Value,
    found: FoundSum,
    head: Piece,
    year: int | None,
    gathering: Gathering,
) -> None:
    amount = found.piece.value(found.amount_sek, found.certainty, found.reason)
    written = head.find(rf"(?<!\d){year}(?!\d)") if year else None
    of_year = head.value(year, Certainty.PROBABLE, "Året är planens.") if year else None
    if written:
        of_year = written.value(year)
    gathering.add(
        "fees",
        f"{year}-{municipality.value}" if year else str(municipality.value),
        {"year": of_year, "municipality": municipality, "amount_sek": amount},
    )


def _read_fee_line(
    piece: Piece, before: list[Piece], year: int | None, gathering: Gathering
) -> None:
    """Read "Salem: 67 000 kr" where a heading or a sentence above is about fees."""
    head = next((b for b in reversed(before) if not _begins_with_town(b)), None)
    if head is None or not _FEE.search(head.text):
        return
    for line in piece.split(r"\n"):
        found = [f for f in sums_in(line) if f.has_unit and f.amount_sek is not None]
        if len(found) != 1:
            continue
        after = line.text[found[0].piece.end - line.start :]
        if re.sub(r"\([^()]*\)", "", after).strip(" ."):
            continue
        town = line.part(0, found[0].piece.start - line.start).strip(" \t:–-.")
        name = known_name(town.text)
        municipality = gathering.municipality(town, name) if name else None
        if municipality:
            _add_fee(
                municipality, found[0], head, year_in(head.text) or year, gathering
            )


def _begins_with_town(piece: Piece) -> bool:
    return known_name(re.split(r"[\d:–]", piece.text)[0].strip()) is not None
