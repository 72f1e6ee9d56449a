"""Items without numbers, counted in order: headings, points of a list, or letters."""

import re
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.item_starts import (
    FAREWELL,
    FEWEST,
    PAUSE,
    Item,
    Start,
    last_of_head,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    Label,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.wording.names import is_name

# Headings inside an item, or of other things than items.
NO_ITEM: Final = re.compile(
    r"(?i)^(?:bakgrund|sammanfattning\w*|ärendet|beskrivning\w*|diskussion|dialog|"
    r"yrkanden?|beslutsgång|beslutsunderlag|omröstning\w*|reservation\w*|förslag till "
    r"beslut|beslut\w*|protokollsanteckning\w*|särskilt yttrande\w*|expedier\w*|"
    r"beslutet (?:skickas|expedieras|delges)\w*.*|skickas till|kopia till|bilag\w*|"
    r"underlag|handlingar\w*|jäv|ajournering|propositions\w*|förslag|information|"
    r"uppdrag|nästa steg|åtgärd\w*|slutsats\w*|innehåll\w*|minnesanteckning\w*|"
    r"protokoll\w*|kallelse\w*|dagordning|föredragningslista|agenda|ärendelista|"
    r"kommentar\w*|inledning av ärendet|tidigare beslut\w*|ekonomi i ärendet)\W*$"
)
# "A. Upprop": a letter that begins a line, and one that a reader has glued to it.
_LETTER: Final = re.compile(r"(?P<letter>[A-Z])[.)]\s+(?=[A-ZÅÄÖ])")
_GLUED_LETTER: Final = re.compile(r"\s(?=[B-Z][.)]\s[A-ZÅÄÖ])")
_MARKER: Final = re.compile(r"\(?([A-Z])[.):]")
_FEWEST_LETTERS: Final = 3
_AS_TITLE: Final = re.compile(r"[A-ZÅÄÖ0-9\"”].*[^.:;,]")
_LONGEST_OVER: Final = 70
# Nothing but a dash may stand below the last.
_AT_LAST: Final = re.compile(r"(?i)övrigt|övriga frågor|övriga ärenden")
_SIGNED: Final = re.compile(r"(?i)vid (?:protokollet|anteckningarna|pennan)\b")
_LEADS: Final = re.compile(
    r"(?i)(?:dagordning\w*|ärenden|punkter|programmet|agendan?|följande)\b[^.]{0,40}:$"
)


def unnumbered(lines: list[Line], *, is_agenda: bool) -> list[Start]:
    """Return the items that no numbers tell: by letters, headings, or as a list.

    In minutes a list only says what comes, where headings follow.
    """
    lettered = _lettered(lines)
    if lettered:
        return lettered
    headings = max(_headings(lines), _over_points(lines), key=len)
    listed = _listed(lines)
    return listed if listed and (is_agenda or not headings) else headings


def is_listed(starts: list[Start]) -> bool:
    """Tell whether items are the points of a list, which ends with the last of them."""
    return bool(starts) and all(
        s.form.startswith("item") and not s.item.is_numbered for s in starts
    )


def unlettered(lines: list[Line]) -> list[Line]:
    """Return the lines, cut where items with letters have been glued together."""
    begun = {m["letter"] for line in lines if (m := _LETTER.match(line.text))}
    if not {"A", "B"} <= begun:
        return lines
    return [part for line in lines for part in _cut_at_letters(line)]


def _cut_at_letters(line: Line) -> list[Line]:
    if line.is_row or not _LETTER.match(line.text):
        return [line]
    parts = line.piece.split(_GLUED_LETTER)
    return [line._replace(cells=(piece,)) for piece in parts]


def _lettered(lines: list[Line]) -> list[Start]:
    starts: list[Start] = []
    for at, line in enumerate(lines):
        match = _LETTER.match(line.text)
        marker = _MARKER.fullmatch(line.number)
        letter = match["letter"] if match else marker[1] if marker else ""
        if letter and ord(letter) - ord("A") == len(starts):
            title = line.piece.part(match.end() if match else 0, len(line.text))
            number = len(starts) + 1
            item = Item(number, line.piece, title.strip(), is_numbered=False)
            starts.append(Start(at, "", "lettered", item))
    return starts if len(starts) >= _FEWEST_LETTERS else []


def _listed(lines: list[Line]) -> list[Start]:
    """Return the points below "Dagordning:"; a pause is none."""
    first = next((n for n, line in enumerate(lines) if _leads(line)), len(lines)) + 1
    starts: list[Start] = []
    for at in range(first, len(lines)):
        line = lines[at]
        if not line.form.startswith("item") or line.number.strip(".) ").isdigit():
            break
        if line.form == lines[first].form and not PAUSE.match(line.text):
            starts.append(Start(at, "", line.form, _counted(len(starts) + 1, line)))
    return starts if len(starts) >= FEWEST else []


def _leads(line: Line) -> bool:
    found = label_of(line)
    is_label = found is not None and found.label is Label.AGENDA and not found.cells
    return is_label or _LEADS.search(line.text) is not None


def _headings(lines: list[Line]) -> list[Start]:
    first = last_of_head(lines) + 1
    last = next(
        (n for n in range(first, len(lines)) if FAREWELL.match(lines[n].text)),
        len(lines),
    )
    candidates = [
        at
        for at in range(first, last)
        if lines[at].is_heading and _is_item_heading(lines[at])
    ]
    candidates = _above_signatures(lines, candidates)
    if not candidates:
        return []
    top = min(lines[at].form for at in candidates)
    chosen = [at for at in candidates if lines[at].form == top]
    if len(chosen) < FEWEST:
        chosen = candidates
    return [
        Start(at, "", lines[at].form, _counted(number, lines[at]))
        for number, at in enumerate(chosen, 1)
    ]


def _above_signatures(lines: list[Line], headings: list[int]) -> list[int]:
    """Return the headings above "Vid protokollet"; a list below it is of no item."""
    first = headings[FEWEST - 1] if len(headings) >= FEWEST else len(lines)
    signed = (n for n in range(first, len(lines)) if _SIGNED.match(lines[n].text))
    end = next(signed, len(lines))
    return [at for at in headings if at < end]


def _over_points(lines: list[Line]) -> list[Start]:
    """Return the short lines with a list below each, as notes in plain text have."""
    first = last_of_head(lines) + 1
    found = [at for at in range(first, len(lines)) if _is_over_points(lines, at)]
    if len(found) < FEWEST:
        return []
    return [
        Start(at, "", "over points", _counted(number, lines[at]))
        for number, at in enumerate(found, 1)
    ]


def _is_over_points(lines: list[Line], at: int) -> bool:
    line = lines[at]
    is_over = any(map(_is_point, lines[at + 1 : at + 2])) or _AT_LAST.fullmatch(
        line.text
    )
    return (
        bool(is_over)
        and not (line.is_row or line.form.startswith("item"))
        and len(line.text) <= _LONGEST_OVER
        and _AS_TITLE.fullmatch(line.text) is not None
        and _is_item_heading(line)
    )


def _is_point(line: Line) -> bool:
    return line.form.startswith("item") and not line.number.strip(".) ").isdigit()


def _counted(number: int, line: Line) -> Item:
    return Item(number, line.piece, line.piece, is_numbered=False)


def _is_item_heading(line: Line) -> bool:
    label = label_of(line)
    if label and label.label is not Label.NEXT_MEETING:
        return False
    who = re.split(r"[,(]", line.text, maxsplit=1)[0]
    return not NO_ITEM.match(line.text) and not is_name(who)
