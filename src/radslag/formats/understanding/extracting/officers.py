"""The officers of a letter: who handles the matter, and who has signed."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from radslag.formats.understanding.extracting.meeting_parts.lines import lines_of
from radslag.formats.understanding.extracting.organisation_parts.holders import (
    email_in,
    names_in,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising.titles import folded
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name

_HANDLES: Final = re.compile(
    r"(?i)^\W*(?:ansvarig\s+)?(?:handläggare|kontaktperson|kontakt|utredare|föredragande"
    r"|författare|handlagt\s+av|upprättad\s+av|ansvarig\s+tjänste\w+|vår\s+handläggare)"
    r"\b\s*[:,–-]?\s*"
)
_TITLE: Final = re.compile(
    r"(?i)^\W{0,3}(?:[\wåäö-]{1,40}s\s+)?(?:(?:förste|andre|vice|tf\.?|t\.?f\.?|biträdande|avgående)\s+)?"
    r"[\wåäö-]{0,40}(?:direktör|chef|strateg|controller|samordnare|ordförande|handläggare"
    r"|sekreterare|utredare|utvecklare|ekonom|jurist|kommunalråd|planerare|registrator"
    r"|koordinator|administratör|ledare|rådgivare)\b(?:[\s,].{0,60})?$"
)
_NAME_AND_TITLE: Final = re.compile(
    r"^(?P<name>[^,\n]{5,50}),\s+(?P<title>[^,\n].{2,80})$"
)
_NAME_THEN_TITLE: Final = re.compile(rf"^(?P<name>{NAME})\s+(?P<title>[a-zåäö].*)$")
_PARTY: Final = re.compile(r"\([A-ZÅÄÖa-zåäö]{1,4}\)")
_BELOW: Final = 4
_SEVERAL, _MOST_WORDS = 2, 16


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add who handles the matter and who has signed, with addresses of their own."""
    lines = [
        [part for cell in line.cells for part in cell.split(r"\n")]
        for line in lines_of(portion)
    ]
    flat = [piece for line in lines for piece in line]
    told = (*_handling(flat), *_signing(flat), *_side_by_side(portion))
    told = (*told, *_on_one_line(flat), *_run_together(flat), *_in_rows(portion))
    for name, beside in (*told, *_answering(flat)):
        email = next((found for p in beside if (found := email_in(p))), None)
        person = gathering.person(name)
        if email:
            gathering.add("people", str(person.value), {"email": email.value()})


def _handling(lines: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Give who stands after "Handläggare", on its line or the one below."""
    for at, line in enumerate(lines):
        label = _HANDLES.match(line.text)
        if label is None:
            continue
        rest = line.part(label.end(), len(line.text))
        where = rest if rest else next(iter(lines[at + 1 : at + 2]), None)
        name = next(names_in(where), None) if where else None
        if where and name and name.start == where.strip().start:
            yield name, _until_next(lines[at : at + _BELOW + 1], name)


def _answering(lines: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Give who answers questions, "Frågor besvaras av …", with an address beside."""
    for line in lines:
        is_read = not email_in(line) or _HANDLES.match(line.text)
        names = [] if is_read else list(names_in(line))
        if len(names) == 1:
            yield names[0], [line]


def _until_next(lines: Sequence[Piece], name: Piece) -> Sequence[Piece]:
    """Return the lines from a name until another person's."""
    kept: list[Piece] = []
    for line in lines:
        if line.start > name.end and is_name(line.text):
            break
        kept.append(line)
    return kept


def _signing(lines: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Give the names with a title on the line below, or after a comma."""
    for above, below in pairwise(lines):
        if is_name(above.text) and _TITLE.match(below.text):
            yield above.strip(), ()
    for line in lines:
        match = _NAME_AND_TITLE.match(line.text)
        if (
            match
            and not _HANDLES.match(line.text)
            and is_name(match["name"])
            and _TITLE.match(match["title"])
        ):
            yield line.group(match, "name").strip(), ()


def _on_one_line(
    lines: Sequence[Piece],
) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Give a name with its title right after it, and an address of that name below.

    So a mail's signature is read when its lines have been made one.
    """
    for at, line in enumerate(lines):
        match = _NAME_THEN_TITLE.match(line.text.strip())
        if any(_run_together([line])):
            continue
        if match and is_name(match["name"]) and _TITLE.match(match["title"]):
            name = line.strip().group(match, "name")
            near = lines[at : at + _BELOW]
            yield name, [p for p in near if _is_of(email_in(p), name)]


def _run_together(
    lines: Sequence[Piece],
) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Give the names of two who sign beside each other, their lines made one.

    "Eva Alm (S) Bo Ek ordförande sekreterare" has as many names as titles.
    """
    for line in lines:
        every = [w for w in line.find_all(r"\S+") if not _PARTY.fullmatch(w.text)]
        words = every if len(every) <= _MOST_WORDS else []
        titles = sum(1 for _ in takewhile(_is_title, reversed(words)))
        names = words[: len(words) - titles]
        if titles < _SEVERAL or len(names) != 2 * titles:
            continue
        pairs = zip(names[::2], names[1::2], strict=True)
        both = [first.until(last) for first, last in pairs]
        if all(is_name(name.text) for name in both):
            yield from ((name, ()) for name in both)


def _in_rows(portion: Portion) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Give the only name of a row whose only address is made of that name."""
    for line in lines_of(portion):
        cells = [cell.strip() for cell in line.cells] if len(line.cells) > 1 else []
        names = [cell for cell in cells if is_name(cell.text)]
        emails = [cell for cell in cells if email_in(cell)]
        if len(names) == len(emails) == 1 and _is_of(email_in(emails[0]), names[0]):
            yield names[0], emails


def _is_title(word: Piece) -> bool:
    return _TITLE.match(word.text) is not None


def _is_of(email: Piece | None, name: Piece) -> bool:
    """Tell whether an address has the first or the last name in it."""
    if email is None:
        return False
    user = folded(email.text).partition("@")[0]
    return any(folded(word) in user for word in name.text.split())


def _side_by_side(portion: Portion) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Give the names of two rows: names beside each other, their titles below."""
    for above, below in pairwise(lines_of(portion)):
        both = list(zip(above.cells, below.cells, strict=False))
        is_even = len(above.cells) == len(below.cells) > 1
        if is_even and all(
            is_name(name.text) and _TITLE.match(title.text) for name, title in both
        ):
            yield from ((name.strip(), ()) for name, _ in both)
