"""Referrals for comment and the responses to them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.readers.model import Block, Heading
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.letter_heads import (
    is_within,
    says_only_kind,
    stamped,
)
from radslag.formats.understanding.extracting.case_parts.matters import (
    may_be_title,
    record_document,
    record_matter,
)
from radslag.formats.understanding.extracting.case_parts.own_answers import (
    tell_of_others,
)
from radslag.formats.understanding.extracting.case_parts.received import (
    RECEIVED,
    received_on,
)
from radslag.formats.understanding.extracting.case_parts.senders import (
    answering,
    sender_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    Line,
    lines_of,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import day_in, days_in
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.outside import NOT_OUTSIDE, OUTSIDE
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    register_numbers_in,
    without_register_number,
)

BY_THE_HEAD: Final = "Motparten är den som står överst i handlingen."
ALONE_IN_HEAD: Final = "Dagen står överst i handlingen utan att det sägs vad den är."
UNTIL_THE_END: Final = "Texten är allt mellan rubriken och underskriften."
_LEAD: Final = re.compile(
    r"(?i)^(?:(?:gemensamt|(?:[\wåäö-]{2,30}\s+){0,2}[\wåäö-]+s)\s+)?(?:remis(?:svar|s(?:yttrande)?)|yttrande"
    r"|svar"
    r"|begäran\s+om\s+yttrande|inbjudan\s+till\s+(?:samråd|granskning)"
    r"|samråd(?:syttrande)?|granskning(?:syttrande)?|synpunkter)"
    r"(?:\s*[:–]\s*|\s+(?:på|över|av|om|angående|avseende|gällande|rörande|kring|till"
    r"|med\s+anledning\s+av)\s+|\s+-\s+)"
    r"(?:(?:remiss(?:en)?|samråd(?:et)?|granskning(?:en)?)\s*(?::|(?:av|om|angående"
    r"|avseende|gällande|på|över|kring)\s)\s*)?(?=\S)"
)
# "Remissvar KS 2031-4, ny vägplan": as the subject of a mail has it.
_NUMBERED: Final = re.compile(
    r"(?i)^(?:remis(?:svar|s(?:yttrande)?)|yttrande|svar|synpunkter)\s+"
    r"(?:(?:dnr|diarienr|diarienummer|er\s+ref\w*|ärende)\W*)?"
    r"(?:[A-ZÅÄÖ]{1,8}[ -])?(?=\S*\d)[\wåäö./:-]+(?:\s\d[\d./:-]+)?"
    r"\s*[,:–-]\s+(?=[\wåäö]{3})"
)
_CORE: Final = re.compile(
    r"(?i)^(?:(?:förslag(?:et)?|utkast(?:et)?|remissversion(?:en)?)\s+(?:till|av)\s+"
    r"|ny[at]?\s+"
    r"|[\"”])+"
)
_DUE: Final = re.compile(
    r"(?i)(?:\bsenast\b|svarstid\w*|sista\s+dag(?:en)?\s+(?:för|att)\s+\w+|sista\s+(?:svars)?dag\w*|remisstid\w*|svarsdatum"
    r"|svar\s+(?:önskas|begärs|ska|skall)|yttrande\w*\s+(?:ska|skall|önskas)"
    r"|synpunkter\s+"
    r"(?:ska|lämnas|skickas)|besvaras|inkomma?\b|tillhanda)"
)
# In an answer only what says when it was to be given, for it tells of other days too.
_TO_ANSWER: Final = re.compile(
    r"(?i)\b(?:besvaras(?:\s+senast)?|svarstid\w*|remisstid\w*|sista\s+svarsdag\w*"
    r"|sista\s+dag(?:en)?\s+(?:för|att)\s+(?:lämna\s+|inkomma\s+med\s+)?(?:svar|yttr)\w*"
    r"|svar\w*\s+(?:ska|skall|önskas|begärs)[^.]{0,40}?senast)\b"
)
_THEIRS: Final = re.compile(
    r"(?i)\b(?:er(?:t)?\s+(?:dnr|diarie\w*|beteckning|referens|ref|datum)"
    r"|(?:myndighetens|"
    r"regionens)\s+(?:dnr|diarie\w*)|^ref(?:erens)?(?=\s*:))[\s:.,]*"
)
_DATED: Final = re.compile(r"(?i)\bdatum\b|\bdag\b|\bden\b|\bdaterad|\bvårt\s+datum")
_OURS: Final = re.compile(r"(?i)\ber(?:t)?\s+datum")
_ENDS: Final = re.compile(
    r"(?i)^(?:med\s+vänlig\w*\s+hälsning\w*|för\s+\w+(?:kommunerna|en|et)$"
    r"|(?-i:För\s+(?:[A-ZÅÄÖ][\wåäö-]*\s*){1,6}(?:kommuns?)?)$"
    r"|underskrift\w*"
    r"|enligt\s+uppdrag|bilag(?:a|or)\b|_{3,}|vänlig\w*\s+hälsning\w*)"
)
_LABEL_ALONE: Final = re.compile(
    r"(?i)\s*(?:\w*datum|d(?:ia)?rie\w*|dnr|sista\s+svarsdag|\w*svarstid|remisstid"
    r"|(?:vår|er|ert|vårt)\s+\w+|handläggare|till|från|ink(?:om|\.)?(?:men|st|met)?"
    r"|ankom(?:men|st)?|mottagen|(?:enligt\s+|se\s+)?(?:sänd|adress)lista\w*|skickat"
    r"|ärende|kopia)\W*"
)
_REFERRAL: Final = re.compile(
    r"(?i)\b(?:remiss|samråd)\w*\s*(?P<after>(?:,\s*|\()(?:(?:med|er[ta]?)\s+)?[^).;]{0,50})"
)
_IN_CAPITALS: Final = re.compile(
    r"(?<!\w)(?:(?:STATENS\s+)?[A-ZÅÄÖ]{4,}(?:VERKET|MYNDIGHETEN|INSPEKTIONEN"
    r"|DEPARTEMENTET)|REGION\s+[A-ZÅÄÖ]{4,}|LÄNSSTYRELSEN(?:\s+I)?\s+[A-ZÅÄÖ]{4,}"
    r"(?:\s+(?!LÄN)[A-ZÅÄÖ]{4,})?(?:\s+LÄN)?)(?!\w)"
)
_ASKED: Final = re.compile(r"(?i)\bremis|\bsamråd|\bsynpunkter|\byttra")
_LABELLED: Final = re.compile(r"^[A-ZÅÄÖ][\wåäö /-]{1,24}:\s")
_LEADS_ON: Final = re.compile(r"(?i)\W*(?:(?:är|var|den)\W*){0,2}")
_HEAD, _NEAR, _SHORTEST = 16, 90, 5


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put a referral, or the response to one, into the gathering."""
    whole = lines_of(portion)
    lines = [piece for line in whole for piece in _pieces(line)]
    stamps = stamped(whole[:_HEAD])
    at = _title_at(lines, portion, stamps)
    if at is None:
        return
    title = _title(lines[at])
    bare = [line for line in lines if not is_within(line, stamps)]
    numbers = _numbers(bare, portion)
    party = _outside_party(portion, lines, at, gathering)
    key = _key(title, numbers, gathering)
    is_response = portion.kind is DocumentKind.REFERRAL_RESPONSE
    due = _day_near(lines, _TO_ANSWER if is_response else _DUE)
    gathering.add(
        "referrals",
        key,
        {
            "title": title.value(_capital(title)),
            "outside_party": party,
            "register_number": numbers[0].value() if numbers else None,
            "received_on": received_on(lines, due),
            "due_on": due,
        },
    )
    head = [line for line in lines[: at + 1] if not is_within(line, stamps)]
    day = _dated(head, lines)
    every = (n for line in head for n in register_numbers_in(line))
    theirs = {number.text for number in numbers if is_response}
    own = next((n for n in every if n.text not in theirs), None)
    record_document(portion, own, day, gathering)
    if is_response:
        record_matter(None, own, gathering)
        _response(portion, lines, at, title.value(key), gathering)


def tell_of_asked(portion: Portion, gathering: Gathering) -> None:
    """Add the referral that a proposal to answer it is about, with its days."""
    lines = [piece for line in lines_of(portion) for piece in _pieces(line)]
    titled = next((li for li in lines[: 2 * _HEAD] if _LEAD.match(li.text)), None)
    asked = [li for li in lines if _ASKED.search(li.text) and OUTSIDE.search(li.text)]
    if titled is None or not asked:
        return
    title, numbers = _title(titled), list(_numbers_of_referral(lines))
    key = _key(title, numbers, gathering)
    due = _day_near(lines, _TO_ANSWER)
    values = {
        "title": title.value(_capital(title)),
        "outside_party": _outside_party(portion, asked, 0, gathering),
        "register_number": numbers[0].value() if numbers else None,
        "received_on": received_on(lines, due),
        "due_on": due,
    }
    gathering.add("referrals", key, values)
    sender = sender_of(portion, lines[:_HEAD])
    own = gathering.municipality(sender.piece, sender.name) if sender else None
    whose = str(own.value) if own else ""
    tell_of_others(portion, title.value(key), whose, gathering)


def _pieces(line: Line) -> Iterator[Piece]:
    for cell in line.cells:
        yield from cell.split(r"\n")


def _title_at(
    lines: Sequence[Piece], portion: Portion, stamps: Sequence[Piece]
) -> int | None:
    """Return which line is the title, or stands below "Remiss" or "Yttrande" alone.

    A letter's own title goes before the subject of the mail that it came with.
    """
    for at, line in enumerate(lines[:_HEAD]):
        if _LEAD.match(line.text):
            return at
    headings = {portion.piece(b).start for b in portion.blocks if _is_titled(b)}
    for at, line in enumerate(lines[: 2 * _HEAD]):
        if line.start in headings:
            return at
    top = next((b for b in portion.blocks if isinstance(b, Heading)), None)
    first = portion.piece(top).start if top and top.level == 1 else -1
    for at, line in enumerate(lines[: 2 * _HEAD]):
        if says_only_kind(line):
            below = range(at + 1, min(len(lines), at + _HEAD))
            fit = [n for n in below if _may_be_title(lines[n])]
            fit = [n for n in fit if not is_within(lines[n], stamps)]
            heading = [n for n in fit if lines[n].start == first]
            return next(iter(heading or fit), None)
    numbered = (at for at, li in enumerate(lines[:_HEAD]) if _NUMBERED.match(li.text))
    return next(numbered, None)


def _is_titled(block: Block) -> bool:
    return isinstance(block, Heading) and _LEAD.match(block.text) is not None


def _may_be_title(line: Piece) -> bool:
    is_head = _LABELLED.match(line.text) or OUTSIDE.fullmatch(line.text)
    is_label = not without_register_number(line) or _LABEL_ALONE.fullmatch(line.text)
    is_person = is_name(line.text.partition(",")[0])
    return may_be_title(line) and not (is_head or is_label or is_person)


def _title(line: Piece) -> Piece:
    """Return what the referral is about: the title without "remissvar över"."""
    numbered = _NUMBERED.match(line.text)
    rest = line.part(numbered.end(), len(line.text)) if numbered else line
    bare = without_register_number(rest)
    lead = _LEAD.match(bare.text)
    rest = bare.part(lead.end() if lead else 0, len(bare.text))
    return rest.strip(' \t:;.,–-()”"')


def _numbers(lines: Sequence[Piece], portion: Portion) -> list[Piece]:
    """Return the other party's register numbers, the surest first."""
    theirs = [
        number
        for line in lines
        for match in _THEIRS.finditer(line.text)
        for number in register_numbers_in(
            Piece(line.source, line.start + match.start(), line.end)
        )
    ]
    if theirs:
        return theirs
    if portion.kind is DocumentKind.REFERRAL:
        every = (register_number_in(line) for line in lines)
        return [number for number in every if number]
    below = [
        line
        for above, line in pairwise(lines[:_HEAD])
        if OUTSIDE.fullmatch(above.text.strip())
    ]
    theirs = [number for line in below if (number := register_number_in(line))]
    if theirs:
        return theirs
    titled = [line for line in lines[:_HEAD] if _LEAD.match(line.text)]
    in_title = [number for line in titled if (number := register_number_in(line))]
    return in_title or list(_numbers_of_referral(lines))


def _numbers_of_referral(lines: Sequence[Piece]) -> Iterator[Piece]:
    """Give the numbers right after the referral is named: "remissen (dnr …)"."""
    for line in lines:
        for match in _REFERRAL.finditer(line.text):
            yield from register_numbers_in(line.group(match, "after"))


def _capital(title: Piece) -> str:
    words = " ".join(title.text.split())
    return words[:1].upper() + words[1:]


def _key(title: Piece, numbers: Sequence[Piece], gathering: Gathering) -> str:
    """Return the key that the same referral has in every document."""
    core = _core(title.text)
    for found in gathering.of("referrals"):
        said = {str(found["register_number"] or "")}
        if (
            said & {number.text for number in numbers}
            or _core(str(found["title"])) == core
        ):
            return found.key
    return slug(core)


def _core(title: str) -> str:
    return _CORE.sub("", " ".join(title.split())).casefold()


def _outside_party(
    portion: Portion, lines: Sequence[Piece], title_at: int, gathering: Gathering
) -> Value | None:
    """Return who asked: whom the answer is to, or who sent it out."""
    asking = re.compile(r"(?i)\b(?:till|från|av|remitterat)\b")
    body = [line for line in lines[title_at:] if asking.search(line.text)]
    for where, is_sure in ((lines[: title_at + 1], True), (body, False)):
        for line in where:
            match = OUTSIDE.search(line.text) or _IN_CAPITALS.search(line.text)
            if match and not NOT_OUTSIDE.search(match[0]):
                return _party(line.group(match), gathering, is_sure=is_sure)
    return None


def _in_small(name: str) -> str:
    """Return a name in capitals as it is written otherwise: "Region Skåne"."""
    words = [w if w in ("I", "OCH", "LÄN") else w.capitalize() for w in name.split()]
    return " ".join(w.lower() if w in ("I", "OCH", "LÄN") else w for w in words)


def _party(piece: Piece, gathering: Gathering, *, is_sure: bool) -> Value:
    name = " ".join(piece.text.split())
    name = _in_small(name) if name.isupper() else name
    key = slug(name)
    gathering.add("outside_parties", key, {"name": piece.value(name)})
    said = piece.value(key)
    return said.doubted(Certainty.PROBABLE, BY_THE_HEAD) if is_sure else said


def _day_near(lines: Sequence[Piece], label: "re.Pattern[str]") -> Value | None:
    """Return the day that follows a label's words, on its line or the one below."""
    for at, line in enumerate(lines):
        for match in label.finditer(line.text):
            rest = line.part(match.end(), min(len(line.text), match.end() + _NEAR))
            day = next(days_in(rest), None)
            if day is None and _LEADS_ON.fullmatch(rest.text) and lines[at + 1 :]:
                day = day_in(lines[at + 1])
            if day:
                return day.piece.value(day.day)
    return None


def _dated(head: Sequence[Piece], lines: Sequence[Piece]) -> Value | None:
    for at, line in enumerate(head):
        before = head[at - 1].text if at else ""
        if _OURS.search(f"{before} {line.text}") or RECEIVED.search(line.text):
            continue
        day = day_in(line)
        if day and not _DUE.search(line.text):
            said = day.piece.value(day.day)
            if _DATED.search(f"{before} {line.text}"):
                return said
            return said.doubted(Certainty.PROBABLE, ALONE_IN_HEAD)
    return _signed(lines)


def _signed(lines: Sequence[Piece]) -> Value | None:
    """Return the day of a line near the end: "Åsby den 3 maj 2023"."""
    for line in reversed(lines[-_HEAD:]):
        match = re.match(r"^[A-ZÅÄÖ][\wåäö-]+,?\s+(?:den\s+)?\d", line.text)
        day = day_in(line) if match else None
        if day:
            return day.piece.value(day.day)
    return None


def _response(
    portion: Portion,
    lines: Sequence[Piece],
    at: int,
    referral: Value,
    gathering: Gathering,
) -> None:
    municipality = answering(portion, lines, at, gathering)
    text = _text(lines[at + 1 :])
    whose = municipality.value if municipality else "gemensamt"
    values = {
        "referral": referral,
        "municipality": municipality,
        "answered_on": _dated(lines[: at + 1], lines),
        "text": text.value(None, Certainty.PROBABLE, UNTIL_THE_END) if text else None,
    }
    gathering.add("referral_responses", slug(f"{referral.value}-{whose}"), values)
    own = str(municipality.value) if municipality else ""
    tell_of_others(portion, referral, own, gathering)


def _text(lines: Sequence[Piece]) -> Piece | None:
    """Return the response's words: from the title to the greeting or the signature."""
    kept: list[Piece] = []
    for line in lines:
        if _ENDS.match(line.text):
            break
        if kept or not _is_head(line):
            kept.append(line)
    while kept and _is_signing(kept[-1]):
        kept.pop()
    return kept[0].until(kept[-1]) if kept else None


def _is_head(line: Piece) -> bool:
    is_day = day_in(line) is not None and len(line.text.split()) <= _SHORTEST
    return is_day or bool(_LABELLED.match(line.text) or OUTSIDE.fullmatch(line.text))


def _is_signing(line: Piece) -> bool:
    is_short = len(line.text.split()) <= _SHORTEST
    return is_name(line.text) or (is_short and not line.text.endswith((".", "!")))
