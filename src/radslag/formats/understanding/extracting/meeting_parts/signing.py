"""Who wrote the minutes and who verifies them, and on which days."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, MinutesKind
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.attendees import (
    Attendee,
    attendees_of,
)
from radslag.formats.understanding.extracting.meeting_parts.header import dated
from radslag.formats.understanding.extracting.meeting_parts.items import Cut
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    SIGNING,
    Label,
    Labelled,
    label_of,
    labelled,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.meeting_parts.signed_at_end import (
    add_signed_day,
    add_slashed,
    add_slashed_day,
)
from radslag.formats.understanding.extracting.meeting_parts.signed_in_columns import (
    is_chair,
    over_names,
    signatures_apart,
)
from radslag.formats.understanding.extracting.meeting_parts.signers_told import (
    names_parted,
    people_in,
    roles_first,
    signers_told,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in
from radslag.formats.understanding.wording.names import NAME, is_name

BY_ORDER: Final = "Namnen står i samma ordning som rubrikerna ovanför."
AS_CHAIR: Final = "Ordföranden skriver under; att hon eller han justerar sägs inte."
BY_ATTENDANCE: Final = "Kommunen är tagen ur närvarolistan."
AS_PRESENT: Final = "Uppdraget är taget ur listan över dem som var med."
_VERIFYING: Final = re.compile(r"(?i)(?:digital\s+|protokolls?)?justering")
_WRITES: Final = re.compile(
    r"(?i)(?:nämnd|kommitté|mötes)?sekreterare|sekr\.?|anteckna(?:r|de)"
    r"|vid (?:pennan|tangenterna|protokollet|anteckningarna)"
    r"|(?:för|förde) (?:anteckningar(?:na)?|protokoll(?:et)?)|protokollförare"
)
_CHOSEN: Final = re.compile(
    rf"(?i:\b(?:juster\w+)[^.]{{0,50}}?\b(?:utses|utsågs|utser|utsåg|valdes|väljs|utsedd)"
    rf"\b[^.]{{0,30}}?|\b(?:utses|utsågs|utser|utsåg|valdes|väljs)\s+)(?P<who>{NAME})"
    rf"(?P<more>(?:\s*\([^)]*\))?(?:(?:,|\s+och)\s+{NAME})*)"
    rf"(?P<after>[^.]*)"
)
_CHOSEN_LAST: Final = re.compile(
    rf"(?P<who>{NAME})(?:\s*\([^)]*\))?\s+(?i:utses|utsågs|valdes|väljs)\s+"
    r"(?i:till|att|som)\s+(?i:jämte\s[^.]{1,40}?\s)?(?i:juster)"
)


_VERIFIES: Final = re.compile(rf"(?P<who>{NAME})(?:\s*\([^)]*\))?\s+(?i:justerar)\b")
_WAYS_TO_CHOOSE: Final = (_CHOSEN_LAST, _CHOSEN, _VERIFIES)
_VERIFIED_BY: Final = re.compile(
    r"\b(?i:juster(?:at|ades|ats|ad|as))\b[^.;]{0,40}?\bav\s+"
    rf"(?P<who>{NAME}(?:(?:,|\s+och)\s+{NAME})*)"
)
_VERIFIED_THEN: Final = re.compile(
    r"(?i:\b(?:justerat|justerades|justerats|justerad|justeras)\b)[^.;]*"
)
# Before each of these a signature begins, where lines have run together.
_SIGN: Final = re.compile(
    r"(?:Sekreterare|Ordförande|Juster(?:are|ande|as)(?: av)?|Vid protokollet)\b"
)
_SIGNS: Final = re.compile(rf"\s+(?={_SIGN.pattern})")
_ITEMS_LAST: Final = re.compile(r"(?:Paragraf(?:er)?|§§)\s*(?:§+\s*)?\d[\d\s§,–-]*$")
_DRAWN: Final = " \t._…"


class _Signer(NamedTuple):
    label: Label
    name: Piece
    role: Piece
    place: Piece | None
    is_by_order: bool = False


def add_minutes(
    kind: Value | None, cut: Cut, meeting: Found, gathering: Gathering
) -> Found:
    """Add the minutes of a meeting: kind, secretary, verifiers and days."""
    lines = cut.head + signatures_apart(cut.tail)
    year = meeting["held_on"].year if meeting["held_on"] else None
    minutes = gathering.add(
        "minutes",
        meeting.key,
        {
            "meeting": Value(meeting.key),
            "kind": kind,
            "verified_on": _day(lines, year, Label.VERIFIED_ON) or _in_row(lines, year),
            "written_on": _day(lines, year, Label.WRITTEN_ON),
        },
    )
    _add_signers(cut, year, minutes, gathering)
    if minutes["secretary"] is None:
        _add_writer(minutes, gathering)
    if minutes["secretary"] is None:
        add_slashed(cut, minutes, gathering)
    if minutes["written_on"] is None:
        add_slashed_day(cut, year, minutes, gathering)
    if minutes["written_on"] is None and kind and kind.value == MinutesKind.NOTES.value:
        add_signed_day(cut, minutes, gathering)
    return minutes


def _add_signers(
    cut: Cut, year: int | None, minutes: Found, gathering: Gathering
) -> None:
    """Add who signs: by labels, by what is told, and at last by who was chosen."""
    lines = cut.head + cut.tail
    signers = [*_signers(cut.head, is_signing=False)]
    signers += _signers(cut.tail, is_signing=True)
    signers += (_Signer(t.label, t.name, t.role, None) for t in signers_told(lines))
    for signer in signers:
        for name in people_in(signer.name, gathering):
            _add_signer(signer._replace(name=name), minutes, gathering)
    for line in lines:
        _add_verified_by(line.piece, year, minutes, gathering)
    for line in lines:
        add_chosen(line.piece, [line.piece], minutes, gathering)


def _add_verified_by(
    piece: Piece, year: int | None, minutes: Found, gathering: Gathering
) -> None:
    """Add those a sentence says have verified: "justerat den 3 maj av Eva Alm"."""
    match = _VERIFIED_BY.search(piece.text)
    said = piece.find(_VERIFIED_THEN) if match else None
    day = day_in(said, year) if said else None
    if day and minutes["verified_on"] is None:
        gathering.add("minutes", minutes.key, {"verified_on": dated(day)})
    for name in piece.group(match, "who").split(r",|\boch\b") if match else []:
        role = piece.find(r"(?i)juster\w+")
        if role and is_name(name.text):
            _add_signer(_Signer(Label.VERIFIER, name, role, None), minutes, gathering)


def _add_writer(minutes: Found, gathering: Gathering) -> None:
    """Take the secretary from the list of those present, where one is said to write."""
    for row in gathering.of("attendance"):
        role, person = row.values.get("role"), row.values.get("person")
        is_here = row["meeting"] == minutes["meeting"]
        if role and person and is_here and _is_writing(str(role.value)):
            found = gathering.get("people", str(person.value))
            if found:
                name = found.values["name"].doubted(Certainty.PROBABLE, AS_PRESENT)
                gathering.add("minutes", minutes.key, {"secretary": name})
                return


def _is_writing(role: str) -> bool:
    """Tell whether one of somebody's roles is to write: "strateg, vid pennan"."""
    return any(_WRITES.fullmatch(each.strip()) for each in role.split(","))


def add_chosen(
    title: Piece, texts: list[Piece], minutes: Found, gathering: Gathering
) -> None:
    """Add the verifiers that an item tells were chosen, where nobody else is named."""
    of_minutes = [v for v in gathering.of("verifiers") if v["minutes"] == minutes.key]
    if any(each["role"] == "justerare" for each in of_minutes):
        return
    for piece in texts:
        if "juster" not in (title.text + piece.text).lower():
            continue
        match = next((m for p in _WAYS_TO_CHOOSE if (m := p.search(piece.text))), None)
        if match and is_name(match["who"]):
            role = piece.find(r"(?i)juster\w*") or title.find(r"(?i)juster\w*")
            who = piece.group(match, "who")
            if role:
                signer = _Signer(Label.VERIFIER, who, role, None)
                _add_signer(signer, minutes, gathering)


def _add_signer(signer: _Signer, minutes: Found, gathering: Gathering) -> None:
    if signer.label is Label.SECRETARY:
        if minutes["secretary"] is None:
            name = _surely(signer, signer.name.value())
            gathering.add("minutes", minutes.key, {"secretary": name})
            gathering.person(signer.name)
        return
    person = _surely(signer, gathering.person(signer.name))
    role = "ordförande" if signer.label is Label.CHAIR else "justerare"
    gathering.add(
        "verifiers",
        f"{minutes.key}-{slug(signer.name.text)}",
        {
            "minutes": person.as_value(minutes.key),
            "person": person,
            "role": _surely(signer, signer.role.value(role)),
            "municipality": _municipality(signer, minutes, gathering),
        },
    )


def _surely(signer: _Signer, value: Value) -> Value:
    if signer.label is Label.CHAIR:
        value = value.doubted(Certainty.PROBABLE, AS_CHAIR)
    return value.doubted(Certainty.PROBABLE, BY_ORDER) if signer.is_by_order else value


def _municipality(
    signer: _Signer, minutes: Found, gathering: Gathering
) -> Value | None:
    if signer.place:
        return gathering.municipality(signer.place)
    person = slug(signer.name.text)
    for row in gathering.of("attendance"):
        if row["meeting"] == minutes["meeting"] and row["person"] == person:
            said = row.values.get("municipality")
            return said and said.doubted(Certainty.PROBABLE, BY_ATTENDANCE)
    return None


def _day(lines: list[Line], year: int | None, label: Label) -> Value | None:
    for found in _labels(lines):
        day = day_in(found.value, year) if found.label is label else None
        if day and day.day >= date(1950, 1, 1):
            return dated(day)
    return None


def _in_row(lines: list[Line], year: int | None) -> Value | None:
    """Return the day of a form's row: "Justering | Digital, 3 december 2025"."""
    for line in lines:
        first, *rest = line.cells
        if line.is_row and rest and _VERIFYING.fullmatch(first.text.strip(" :")):
            day = day_in(rest[0], year)
            return dated(day) if day else None
    return None


def _labels(lines: list[Line]) -> Iterator[Labelled]:
    """Give the labels, those without a value with the line below them."""
    for at, line in enumerate(lines):
        found = label_of(line)
        if found is None:
            continue
        below = lines[at + 1] if at + 1 < len(lines) else None
        if not found.cells and below and label_of(below) is None:
            found = found._replace(cells=below.cells)
        yield found


def _signers(lines: list[Line], *, is_signing: bool) -> Iterator[_Signer]:
    """Give who signs: beside a label, below it, or below several in their order.

    Who is named chair signs only where others are said to, or below "Underskrifter".
    """
    signing = [f.name.start for f in labelled(lines) if f.label is Label.SIGNATURES]
    for signer in _all_signers(lines):
        is_signing = is_signing or signer.label is Label.VERIFIER or signer.is_by_order
        is_signing = is_signing or any(at < signer.name.start for at in signing)
        if is_signing or signer.label is not Label.CHAIR:
            yield signer


def _all_signers(lines: list[Line]) -> Iterator[_Signer]:
    waiting: list[Labelled] = []
    for line in _single(signatures_apart(lines)):
        found = over_names(label_of(line))
        if found and found.label in SIGNING:
            if found.cells:
                yield from _beside(found)
                waiting = []
            else:
                waiting = _open(waiting, found)
        elif found:
            waiting = []
        elif waiting:
            names = [each for each in attendees_of(line.cells) if each.name]
            yield from _below(waiting, names_parted(names, len(waiting)))


def _open(waiting: list[Labelled], found: Labelled) -> list[Labelled]:
    is_still_waiting = waiting and not any(each.cells for each in waiting)
    return [*waiting, found] if is_still_waiting else [found]


def _single(lines: list[Line]) -> Iterator[Line]:
    """Give the lines, rows of labels and rows of names cell by cell."""
    lines = roles_first([_without_paragraphs(line) for line in lines])
    for line in map(_without_heading, lines):
        found = label_of(line)
        inside = line.piece.split(_SIGNS) if line.cells[1:] == () else []
        if len(inside) > 1 and all(_SIGN.match(piece.text) for piece in inside):
            yield from (line._replace(cells=(p,)) for p in _parted(inside))
        elif found and found.label in SIGNING and _is_label(found.value):
            yield from (line._replace(cells=(p,)) for p in (found.name, found.value))
        elif len(line.cells) > 1 and (_all_labels(line) or _all_names(line)):
            yield from (line._replace(cells=(cell,)) for cell in line.cells)
        else:
            yield line


def _parted(signatures: list[Piece]) -> Iterator[Piece]:
    """Give each label, and the name after it where there is one, by themselves."""
    for piece in signatures:
        label = _SIGN.match(piece.text)
        end = label.end() if label else 0
        parts = (piece.part(0, end), piece.part(end, len(piece.text)))
        yield from (p for part in parts if (p := part.strip(" \n\t:_.…")))


def _without_paragraphs(line: Line) -> Line:
    """Return a line without which items are verified: "Sekreterare ___ §§ 3-9"."""
    last = line.cells[-1]
    found = label_of(line)
    words = last.find(_ITEMS_LAST) if found and found.label in SIGNING else None
    if words is None:
        return line
    before = last.part(0, words.start - last.start).strip(_DRAWN)
    return line._replace(cells=(*line.cells[:-1], *([before] if before else [])))


def _without_heading(line: Line) -> Line:
    found = label_of(line)
    if found and found.label is Label.SIGNATURES and found.cells:
        return line._replace(cells=found.cells)
    return line


def _is_label(piece: Piece) -> bool:
    found = label_of(Line((piece,))) if piece else None
    return found is not None and found.label in SIGNING and not found.cells


def _all_labels(line: Line) -> bool:
    return all(map(_is_label, line.cells))


def _all_names(line: Line) -> bool:
    return all(is_name(cell.text) for cell in line.cells)


def _beside(found: Labelled) -> Iterator[_Signer]:
    for each in attendees_of(found.cells):
        if each.name:
            yield _signer(found, each, is_by_order=False)


def _below(waiting: list[Labelled], names: list[Attendee]) -> Iterator[_Signer]:
    for each in names:
        is_by_order = len(waiting) > 1 or any(w.cells for w in waiting)
        turn = next((n for n, w in enumerate(waiting) if not w.cells), None)
        if turn is None:
            last = waiting[-1]
            if last.label is Label.VERIFIER:
                yield _signer(last, each, is_by_order=is_by_order)
            continue
        assert each.name  # noqa: S101 - chosen by its name.
        yield _signer(waiting[turn], each, is_by_order=is_by_order)
        waiting[turn] = waiting[turn]._replace(cells=(each.name,))


def _signer(found: Labelled, each: Attendee, *, is_by_order: bool) -> _Signer:
    assert each.name  # noqa: S101 - only those with names come here.
    label = Label.CHAIR if is_chair(found, each) else found.label
    return _Signer(label, each.name, found.name, each.municipality, is_by_order)
