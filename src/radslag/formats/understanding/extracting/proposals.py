"""Officers' proposals: the matter, what is proposed, and what was decided before."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty, MatterState
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.case_parts.matters import (
    ANSWERS,
    may_be_title,
    record_document,
    record_matter,
)
from radslag.formats.understanding.extracting.case_parts.sections import (
    Part,
    Section,
    of,
    sections_of,
)
from radslag.formats.understanding.extracting.case_parts.senders import sender_of
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    lines_of,
    margins_of,
)
from radslag.formats.understanding.extracting.programme_names import programme_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import FoundDay, day_in, days_in
from radslag.formats.understanding.wording.names import is_name
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    without_register_number,
)
from radslag.formats.understanding.wording.sentences import sentences_of

ALONE_IN_HEAD: Final = "Dagen står överst i handlingen utan att det sägs vad den är."
_NOT_A_TITLE: Final = re.compile(
    r"(?i)^/|^(?:till\b|från\b|remiss\s+från\b|handläggare|tjänsteskrivelse$|tjänsteutlåtande$|telefon"
    r"|e-?post"
    r"|mottagare|nämnd\b|diarienr|vår\b|er\b|ert\b|ansvarig|kontakt|bilag|adress|org)"
    r"|^(?!.*\s(?:för|om|över)\s).*(?:utskott(?:et)?|styrelsen?|nämnden|förvaltning(?:en)?|kontor(?:et)?"
    r"|fullmäktige"
    r"|avdelning(?:en)?|enhet(?:en)?|kansli(?:et)?|beredning(?:en)?|direktör|chef"
    r"|strateg)$"
    r"|\b(?:datum|diarienummer|dnr|beteckning)$|@|\bs?ida?\s+\d+\s*(?:av|\()|^\d+\s*\(\d+\)$"
)
_KIND_FIRST: Final = re.compile(
    r"(?i)^(?:tjänsteskrivelse|tjänsteutlåtande|ärende|rubrik|ärendemening"
    r"|ärenderubrik)"
    r"\s*[:–-]?\s*(?:(?:avseende|angående|om|gällande|rörande)\s+)?(?=\S)"
)
_EARLIER: Final = re.compile(
    r"(?i)\b(?:godk[äa]n\w*|anto\w*|antag\w*|antas|beslut\w*|fastställ\w*|behandla\w*"
    r"|ersätt\w*|ersitt\w*|återremit\w*|avslog\w*|ställde\s+sig)\b"
)
_SIGN: Final = re.compile(r"§+\s*\d{1,4}")
_SENTENCE: Final = re.compile(
    r"\b(?:föreslår|anför|beslutar?|hänvisas?|är|ska|har)\b.*[.:]$"
)
_DAY_LABEL: Final = re.compile(
    r"(?i)\bdatum\b|\bdag\b|\bdaterad|tjänsteskrivelse|utlåtande"
)
_MATTER: Final = re.compile(r"(?i)ärende|ärendemening|rubrik")
_NEAR, _TOP = 60, 2


class Earlier(NamedTuple):
    """A decision that was made before, with its day and the words."""

    day: FoundDay
    words: Piece


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put the matter of an officer's proposal into the gathering."""
    sections = sections_of(lines_of(portion))
    # "Beslutsunderlag" may be the first line: what stands under it is the head.
    first = next((section for section in sections if section.pieces), None)
    head = list(first.pieces) if first and first.part in (Part.HEAD, Part.TEXT) else []
    lines = [piece for section in sections for piece in section.pieces]
    title = _labelled(sections) or _title(head) or _named_after(portion)
    margins = [line.piece for line in margins_of(portion)]
    both = (*margins, *lines)
    number = next((n for line in both if (n := register_number_in(line))), None)
    day = _written_on(head) or _written_on(margins)
    record_document(portion, number, day, gathering)
    matter = record_matter(title, number, gathering)
    if matter is None:
        return
    proposed = _proposed(sections)
    _complete(portion, matter, proposed, head, gathering)
    for earlier in _earlier(portion):
        decided = earlier.day.piece.value(earlier.day.day)
        _event(matter, MatterState.DECIDED, decided, earlier.words, gathering)
    if proposed and day:
        _event(matter, MatterState.PREPARED, day, proposed, gathering)
    _programme([title, proposed], gathering)


def _programme(pieces: Sequence[Piece | None], gathering: Gathering) -> None:
    """Record the programme that is proposed, if it is one and it is new.

    What an authority has asked for comments on is its own.
    """
    for piece in pieces:
        is_theirs = piece and ANSWERS.search(piece.text)
        if piece and not is_theirs and programme_of(piece, gathering):
            return


def _labelled(sections: list[Section]) -> Piece | None:
    """Return what stands after "Ärende:" or "Rubrik:" at the top."""
    for section in sections[: _TOP + 1]:
        if section.label and _MATTER.fullmatch(section.label.text) and section.pieces:
            first = without_register_number(section.pieces[0])
            if may_be_title(first) and not first.text.endswith("."):
                return first
    return None


def _title(head: Sequence[Piece]) -> Piece | None:
    """Return the last line of the head that can be a title."""
    for line in reversed(head):
        bare = _without_kind(without_register_number(line))
        can_be = may_be_title(bare) and not _NOT_A_TITLE.search(bare.text)
        can_be = can_be and not _SENTENCE.search(bare.text)
        if can_be and not is_name(bare.text):
            return bare
    return None


def _without_kind(line: Piece) -> Piece:
    match = _KIND_FIRST.match(line.text)
    return line.part(match.end(), len(line.text)) if match else line


def _named_after(portion: Portion) -> Piece | None:
    """Return the title that the part was recognised by, where it can be one."""
    for piece in portion.pieces():
        if piece.text.strip() == portion.part.title and may_be_title(piece):
            return None if _NOT_A_TITLE.search(piece.text) else piece.strip()
    return None


def _proposed(sections: list[Section]) -> Piece | None:
    found = of(sections, Part.PROPOSAL) or of(sections, Part.DECISION)
    return found[0].whole if found else None


def _complete(
    portion: Portion,
    matter: Value,
    proposed: Piece | None,
    head: Sequence[Piece],
    gathering: Gathering,
) -> None:
    sender = sender_of(portion, head)
    raised_by = gathering.municipality(sender.piece, sender.name) if sender else None
    if sender and raised_by and sender.reason:
        raised_by = raised_by.doubted(sender.certainty, sender.reason)
    summary = proposed.value() if proposed else None
    values = {"summary": summary, "raised_by": raised_by}
    gathering.add("matters", str(matter.value), values)


def _written_on(head: Sequence[Piece]) -> Value | None:
    for at, line in enumerate(head):
        day = day_in(line)
        if day and not _SIGN.search(line.text):
            before = head[at - 1].text if at else ""
            said = day.piece.value(day.day)
            if _DAY_LABEL.search(f"{before} {line.text}"):
                return said
            return said.doubted(Certainty.PROBABLE, ALONE_IN_HEAD)
    return None


def _earlier(portion: Portion) -> Iterator[Earlier]:
    """Give the decisions that sentences refer to with both day and §."""
    taken = set()
    for sentence in sentences_of(portion.whole):
        for day in days_in(sentence):
            near = _around(sentence, day)
            if near and day.has_year and day.day not in taken:
                taken.add(day.day)
                yield Earlier(day, near)


def _around(sentence: Piece, day: FoundDay) -> Piece | None:
    """Return the words of a decision: its verb before the day, and the § beside it."""
    before = sentence.part(0, day.piece.start - sentence.start)
    after = sentence.part(day.piece.end - sentence.start, len(sentence.text))
    sign = _SIGN.search(after.text[:_NEAR])
    verb = list(_EARLIER.finditer(before.text[-2 * _NEAR :]))
    if sign and verb:
        start = max(0, len(before.text) - 2 * _NEAR) + verb[-1].start()
        return before.part(start, len(before.text)).until(after.group(sign))
    # On a line of its own above, a § is of another paper of the list.
    line = before.text[before.text.rfind("\n") + 1 :]
    early = _SIGN.search(line[-_NEAR:])
    if early and _EARLIER.search(sentence.text):
        start = len(before.text) - min(len(line), _NEAR) + early.start()
        return before.part(start, len(before.text)).until(day.piece)
    return None


def _event(
    matter: Value, state: MatterState, day: Value, words: Piece, gathering: Gathering
) -> None:
    key = slug(f"{matter.value}-{day.value.isoformat()}-{state.value}")
    values = {
        "matter": matter,
        "happened_on": day,
        "state": words.value(state.value),
        "note": words.value(),
    }
    gathering.add("matter_events", key, values)
