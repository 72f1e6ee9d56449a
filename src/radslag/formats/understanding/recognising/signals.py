"""What gives a kind of document away: words in its title, and how it is built.

A kind's title says it by name. Its structure says it without: an agreement has
paragraphs and a period of notice, minutes have people present and a decision. Both are
counted, because documents are often named after something else that they are about.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers.model import Block, Cell, Heading, ListItem, Table
from radslag.formats.understanding.recognising.agendas import (
    is_agenda_with_proposals,
)
from radslag.formats.understanding.recognising.patterns import any_of
from radslag.formats.understanding.recognising.structure import STRUCTURE
from radslag.formats.understanding.recognising.titles import (
    LONGEST_TITLE,
    folded,
    is_about_others,
    title_kind,
)

Kind = DocumentKind
TITLE_POINTS: Final = 5
# A title tells surely at the beginning of a document, less and less further down.
TITLE_BLOCKS: Final = 14
# A paragraph or table that is longer shows by its beginning what it is; looking through
# megabytes for every sign would take minutes.
LONGEST_BLOCK: Final = 20_000


# Decisions and letters bear the title of the programme, plan or agreement they are
# about; where one is built as a decision, such a title says little of its own kind.
ABOUT_OTHERS: Final = (
    Kind.MINUTES_EXTRACT,
    Kind.PROPOSAL,
    Kind.REFERRAL,
    Kind.REFERRAL_RESPONSE,
    Kind.MEETING_NOTICE,
    Kind.MINUTES,
)
SUBJECTS: Final = (
    Kind.PROGRAMME,
    Kind.ANNUAL_PLAN,
    Kind.ACTION_PLAN,
    Kind.ANNUAL_REPORT,
    Kind.AGREEMENT,
)
ENOUGH_STRUCTURE: Final = 5
MOST_OF_RULES: Final = 2
# Papers that say what they are in a corner of the page rather than in a title.
LETTERS: Final = (
    Kind.MINUTES_EXTRACT,
    Kind.PROPOSAL,
    Kind.REFERRAL,
    Kind.REFERRAL_RESPONSE,
)
LETTERHEAD_POINTS: Final = 3
LONGEST_CELL: Final = 60
_CORNER_BLOCKS: Final = 8


_ACTIVITY: Final = any_of(
    r"^\s*(?:aktivitet(?:er)?|atgard(?:er)?|insats(?:er)?)\b",
)
_ANSWERS: Final = any_of(
    r"^\s*(?:ansvar|huvudansvar|tid\b|tidplan|nar\b|kostnad|kommentar|status|klart)",
)
_PERSON: Final = any_of(
    r"^\s*(?:namn|ledamot|ledamoter|representant|ordinarie)\b",
)
_PLACE: Final = any_of(
    r"^\s*(?:kommun|organisation|parti|uppdrag|roll|funktion|e-?post)\b",
)
_SUBSTITUTE: Final = any_of(r"^\s*(?:ersattare|suppleant(?:er)?)\W*$")
# A line that says one thing of an activity: "Ansvar: …", "Tidplan: …".
_OF_ACTIVITY: Final = re.compile(
    r"^\W*(?:(?P<who>(?:huvud)?ansvar(?:ig[at]?)?|vem|utforare|projektledare|agare)"
    r"|(?P<when>tid(?:plan|punkt|speriod)?|nar|klart?(?: senast)?)"
    r"|(?P<cost>kostnad(?:er)?|budget|pengar|finansiering|resurser)"
    r"|(?P<state>status|lage(?:t)?))\s*:\s*\S"
)
# A table of matters with what was decided, and one of an agenda.
_MATTER: Final = any_of(
    r"^\s*(?:arende(?:n|mening|rubrik)?|(?:program|dagordnings)?punkt|rubrik|fraga|amne)\W*$",
)
_DECISION: Final = any_of(
    r"^\s*(?:\w+s )?(?:beslut(?:et|at)?|beslutstext|utgang|utfall)\W*$",
)
_OF_AGENDA: Final = any_of(
    r"^\s*(?:foredragande|typ|dragning|inleder|beslut ?/ ?info\w*)\W*$",
)
_BUDGET: Final = any_of(r"^\s*budget(?:en)?\s*(?:\d{4})?\W*$")
_OUTCOME: Final = any_of(r"^\s*(?:utfall|avvikelse|differens)")
_MOST_ABOVE: Final = 6
_PARAGRAPH: Final = re.compile(
    r"^(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}\s+)?(?:§\s*\d+|\d+\s*§)"
)
_PRESENT: Final = any_of(
    r"^\W*(?:narvarande|deltagare|deltog|beslutande|ej narvarande|franvarande)\b"
)
_LINK: Final = re.compile(r"(?i)\(pdf\b[^()]{0,20}\)$|\bpdf(?:,? [\d.,]+ ?[km]b\.?)?$")
# "Protokoll direktionen 2031-02-15", "Kallelser 2031": as a page lists them by year.
_FILED: Final = re.compile(
    r"^(?:protokoll|kallelser?|foredragningslist(?:a|or))\b.{0,60}\b20\d\d(?:-\d\d-\d\d)?$"
)
_SITS: Final = re.compile(
    r"^\W{0,3}(?:ordinarie )?(?:ledamot|ledamoter|ersattare|suppleant|ordforande)\s*:"
    r"\s*[^()]{4,60}\([a-z]{1,3}\)"
)
_LETTER: Final = any_of(r"tjansteskrivelse|tjansteutlatande|missiv")
_PROPOSES: Final = any_of(
    r"^\W*forslag till (?:beslut|\w*(?:utskott|styrelse|fullmaktige))"
    r"|forvaltningens forslag"
)
_BOARD_DECIDES: Final = any_of(
    r"^\W*(?:kommun|stads)(?:styrelsen|fullmaktige)s? beslut", r"^\W*beslut\W*$"
)
# A letter with which something is sent, and news of it, bear its name and are not it.
_SENDS: Final = any_of(
    r"^\W*(?:pressmeddelande|nyhetsbrev|missiv|foljebrev|enkat)\b",
    r"^hej\b",
    r"\b(?:overlamnar|oversander)\b.{0,20}\bharmed\b|\bharmed (?:overlamna|oversand)",
    r"^\W*(?:bifogat|bilagt|bifogad)\b",
)
# The subject of a letter kept as text is its title.
_SUBJECT: Final = re.compile(
    r"(?i)^\W*(?:ämne|rubrik|ärende(?:mening)?|subject)\s*:\s*"
)
# The heading of a part of many documents; on top of one it is its name.
_SECTION: Final = re.compile(r"\W*beslutsunderlag\W*")
_SENTENCE: Final = re.compile(r"(?:\S+\s+){5,}\S+[.!?]\s*$")
_FIRST: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]{3}")
# A page that tells where minutes and notices are to be found is none itself.
_FOR_VISITORS: Final = any_of(
    r"\bprotokoll\b.{0,60}\b(?:hittar|finner) du\b",
    r"\bhar (?:hittar|kommer|kan) du\b.{0,80}\b(?:protokoll|kallelser)",
    r"\bkallelsen? (?:anger|utfardas|ska(?:ll)? (?:vara|innehalla))\b",
    r"\bska(?:ll)? kallelsen (?:vara|innehalla)\b",
    r"\b(?:foredragningslistan|dagordningen|protokollet|kallelsen) "
    r"(?:eller \w+ )?ar e(?:n|tt)\b",
)
_TELLS: Final = any_of(r"\b(?:ar|ska|har|blir|var|galler|bifogas|harmed|foreslas?)\b")
_MANY_PARAGRAPHS: Final = 4


def points(
    blocks: Sequence[Block], letterhead: Sequence[str] = ()
) -> dict[DocumentKind, int]:
    """Return how much speaks for each kind, in title, letterhead and structure."""
    scores = dict.fromkeys(DocumentKind, 0)
    for kind, worth in _title_points(blocks):
        scores[kind] = max(scores[kind], worth)
    by_title = dict(scores)
    text = "\n".join(folded(block.text[:LONGEST_BLOCK]) for block in blocks)
    for signal in STRUCTURE:
        if signal.pattern.search(text):
            scores[signal.kind] += signal.points
    corners = {title_kind(words) for words in (*letterhead, *_top_cells(blocks))}
    for letter in corners.intersection(LETTERS):
        scores[letter or Kind.PAPER] += LETTERHEAD_POINTS
    _count_paragraphs(blocks, scores)
    if _tells_of_activities(blocks):
        scores[Kind.ACTION_PLAN] += 3
    if _lists_people(blocks):
        scores[Kind.APPOINTMENT_LIST] += 6
    _look_at_tables(blocks, scores)
    if is_agenda_with_proposals(blocks):
        scores[Kind.MEETING_NOTICE] += ENOUGH_STRUCTURE
        scores[Kind.PROPOSAL] -= ENOUGH_STRUCTURE
    _take_from_subjects(blocks, scores, by_title)
    return scores


def _take_from_subjects(
    blocks: Sequence[Block],
    scores: "dict[DocumentKind, int]",
    by_title: "dict[DocumentKind, int]",
) -> None:
    """Count a title for little where the document only decides on, or sends, it.

    Statutes and rules are built as agreements, and are none.
    """
    if is_about_others(_first_words(blocks)):
        scores[Kind.AGREEMENT] = min(scores[Kind.AGREEMENT], MOST_OF_RULES)
    if max(scores[kind] for kind in ABOUT_OTHERS) >= ENOUGH_STRUCTURE:
        # A list of those present is headed "Ledamöter", as a list of members is.
        for kind in (*SUBJECTS, Kind.APPOINTMENT_LIST):
            scores[kind] -= max(by_title[kind] - 1, 0)
    elif any(
        _SENDS.search(folded(b.text[:LONGEST_BLOCK])) for b in blocks[:TITLE_BLOCKS]
    ):
        for kind in SUBJECTS:
            if scores[kind] - by_title[kind] < ENOUGH_STRUCTURE - 1:
                scores[kind] -= by_title[kind]


def _title_points(blocks: Sequence[Block]) -> "list[tuple[DocumentKind, int]]":
    found: list[tuple[DocumentKind, int]] = []
    if is_about_others(_first_words(blocks)) or any(
        _FOR_VISITORS.search(folded(b.text[:LONGEST_BLOCK]))
        for b in blocks[:_MOST_ABOVE]
    ):
        return found
    # A page of links to files has their titles, and none of them for its own.
    is_of_links = sum(_is_link(block.text) for block in blocks) > 1
    # The last words head nothing: they are a link, or what is left of a list.
    most = 1 if is_of_links else min(TITLE_BLOCKS, max(len(blocks) - 1, 1))
    for number, block in enumerate(blocks[:most]):
        is_heading = isinstance(block, Heading)
        text = _title_of_table(block) if isinstance(block, Table) else block.text
        text = _SUBJECT.sub("", text)
        if isinstance(block, ListItem):
            continue  # An item of an agenda names what it treats.
        if number and _SECTION.fullmatch(folded(text)):
            continue
        is_running = bool(not is_heading and number and _SENTENCE.match(text))
        if is_running and number < _FIRST:
            text = _first_sentence(text)
            is_running = not text
        kind = None if is_running else title_kind(text)
        if kind:
            is_first = is_heading or not number
            worth = TITLE_POINTS if is_first else TITLE_POINTS - 2
            found.append((kind, max(worth - len(found), 1)))
    return found


def _is_link(text: str) -> bool:
    """Tell whether a line leads to a file: its kind is said, or it is one of many."""
    is_one_of_many = len(text) <= LONGEST_TITLE and _FILED.match(folded(text))
    return bool(is_one_of_many or _LINK.search(text[-LONGEST_CELL:]))


def _first_words(blocks: Sequence[Block]) -> str:
    """Return the text of the first block that has words, and not only a day."""
    return next((b.text for b in blocks[:_FIRST] if _WORD.search(b.text)), "")


def _first_sentence(text: str) -> str:
    """Return the short words, with no verb, that tell what a document is; or nothing.

    So begins "Rådets verksamhetsplan med budget. Antagen den 3 maj".
    """
    first = re.split(r"(?<=[a-zåäö\d])\.\s+(?=[A-ZÅÄÖ])", text, maxsplit=1)[0]
    is_short = len(first) <= LONGEST_CELL and first != text
    return "" if not is_short or _TELLS.search(folded(first)) else first


def _top_cells(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the short words of a table at the very top, the corners of a letterhead."""
    for number, block in enumerate(blocks[:_CORNER_BLOCKS]):
        is_corner = isinstance(block, Table) and (number < 2 or len(block.rows) <= 2)  # noqa: PLR2004 - a letterhead.
        for row in block.rows[:2] if isinstance(block, Table) and is_corner else ():
            for cell in row:
                yield from (w for w in cell.text.split("\n") if len(w) <= LONGEST_CELL)


def _title_of_table(table: Table) -> str:
    """Return the words of a first row that has but one cell, as a sheet's title has."""
    filled = [cell.text for cell in table.rows[0] if cell.text] if table.rows else []
    return filled[0] if len(filled) == 1 else ""


def _count_paragraphs(
    blocks: Sequence[Block], scores: "dict[DocumentKind, int]"
) -> None:
    paragraphs = [b for b in blocks if _PARAGRAPH.match(b.text)]
    headings = [b for b in paragraphs if len(b.text) < LONGEST_TITLE]
    if len(headings) >= _MANY_PARAGRAPHS:
        numbers = [re.sub(r"\D", "", b.text[:8]) for b in headings]
        if numbers[0] == "1" and scores[Kind.MINUTES] < ENOUGH_STRUCTURE:
            # Rules of procedure have paragraphs too, and bind no parties.
            is_rules = is_about_others(_first_words(blocks))
            scores[Kind.AGREEMENT] += 0 if is_rules else 3
        else:
            scores[Kind.MINUTES] += 2
    elif len(headings) == 1:
        scores[Kind.MINUTES_EXTRACT] += 2
        if not any(_PRESENT.search(folded(block.text)) for block in blocks):
            # One paragraph and nobody present: what is sent to others, not the minutes.
            scores[Kind.MINUTES] -= TITLE_POINTS
        if _leads_with(headings[0], blocks):
            # What was proposed is told in what was decided too.
            scores[Kind.PROPOSAL] -= 3
            if any(_BOARD_DECIDES.search(folded(block.text)) for block in blocks):
                scores[Kind.MINUTES_EXTRACT] += 2


def _lists_people(blocks: Sequence[Block]) -> bool:
    """Tell whether line after line says who sits, and nobody was at a meeting."""
    texts = [folded(b.text) for b in blocks if len(b.text) < LONGEST_TITLE]
    sits = sum(bool(_SITS.match(text)) for text in texts)
    return sits >= _MANY_PARAGRAPHS and not any(_PRESENT.search(t) for t in texts)


def _tells_of_activities(blocks: Sequence[Block]) -> bool:
    """Tell whether lines say who, when and how of one activity after the other."""
    told: dict[str, int] = {}
    for block in blocks:
        for line in () if isinstance(block, Table) else block.text.split("\n"):
            label = _OF_ACTIVITY.match(folded(line[:LONGEST_CELL]))
            if label and label.lastgroup:
                told[label.lastgroup] = told.get(label.lastgroup, 0) + 1
    return sum(count > 1 for count in told.values()) > 1


def _leads_with(paragraph: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a § stands at the top, and nothing of a letter or a proposal."""
    top = list(blocks[:TITLE_BLOCKS])
    if paragraph not in top:
        return False
    above = top[: top.index(paragraph)]
    # Below the § a letter may be named among the papers of the case.
    texts = [folded(block.text) for block in above]
    return not any(_LETTER.search(t) or _PROPOSES.search(t) for t in texts)


def _look_at_tables(blocks: Sequence[Block], scores: "dict[DocumentKind, int]") -> None:
    heads = [
        [folded(cell.text) for cell in row]
        for block in blocks
        if isinstance(block, Table)
        for row in _heads_of(block)
    ]
    if any(_has(head, _MATTER) and _has(head, _DECISION) for head in heads):
        scores[Kind.MINUTES] += 4
    elif any(_has(head, _MATTER) and _has(head, _OF_AGENDA) for head in heads):
        scores[Kind.MEETING_NOTICE] += 2
    if any(_has(head, _BUDGET) and not _has(head, _OUTCOME) for head in heads):
        scores[Kind.ANNUAL_PLAN] += 2
    if any(_has(head, _ACTIVITY) and _has(head, _ANSWERS) for head in heads):
        scores[Kind.ACTION_PLAN] += 3
    elif any(_lists_members(head) for head in heads):
        scores[Kind.APPOINTMENT_LIST] += 3


def _lists_members(head: Sequence[str]) -> bool:
    return _has(head, _PERSON) and (_has(head, _PLACE) or _has(head, _SUBSTITUTE))


def _heads_of(table: Table) -> Iterator[Sequence[Cell]]:
    """Give the first row, and the first with several cells where titles stand above."""
    for row in table.rows[:_MOST_ABOVE]:
        yield row
        if sum(bool(cell.text) for cell in row) > 1:
            return


def _has(head: Sequence[str], pattern: "re.Pattern[str]") -> bool:
    return any(pattern.match(cell) for cell in head)
