"""Agreements: title, parties, days, paragraphs, signatures, and all their terms."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.addenda import (
    amendments,
    applies_from,
    is_addendum,
    parted,
)
from radslag.formats.understanding.extracting.agreement_copies import (
    record_paragraphs,
)
from radslag.formats.understanding.extracting.agreement_names import name_all
from radslag.formats.understanding.extracting.agreement_paragraphs import (
    AgreementText,
    cut,
)
from radslag.formats.understanding.extracting.agreement_signatures import (
    Signature,
    record,
    share_day,
    signatures_in,
)
from radslag.formats.understanding.extracting.case_parts.matters import (
    record_document,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import (
    lines_of,
    margins_of,
)
from radslag.formats.understanding.extracting.member_days import member_days
from radslag.formats.understanding.extracting.terms import terms_in
from radslag.formats.understanding.extracting.terms.clauses import (
    Clause,
    Said,
    Term,
    clauses_of,
)
from radslag.formats.understanding.extracting.terms.lasting import (
    FoundPeriod,
    further_notice,
    periods,
)
from radslag.formats.understanding.extracting.terms.own_words import own_words
from radslag.formats.understanding.extracting.terms.paying import HOSTING
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.register_numbers import (
    register_number_in,
    whole_register_number,
)
from radslag.formats.understanding.wording.sentences import sentences_of

FROM_THE_START: Final = "Kommunen är part från den dag då avtalet börjar gälla."
IN_THE_OPENING: Final = "Kommunen nämns i avtalets inledning."
BY_SIGNATURE: Final = "Kommunen har skrivit under avtalet."
LAST_SIGNATURE: Final = "Den sista underskriftens dag."
AFTER_LAST_DAY: Final = "Dagen efter avtalets sista dag."
MAY_GO_ON: Final = "Avtalet kan förlängas."
_TOP_LINES: Final = 20
_NUMBERED: Final = re.compile(
    r"(?i)\W*(?:(?:vårt|värdkommunens)\s+)?(?:dnr|d\.nr|diarie(?:nr|nummer)|ärende(?:nr|nummer)"
    r"|(?:diarie)?beteckning)\b(?:\s+(?:hos|i|för)\s+[\wåäö]+)?[\s:.]*"
)
_REPLACED: Final = re.compile(r"(?i)\bersätter\b|\btidigare\b|\bupphäv")
_SAME_TITLE, _LONGEST_TITLE = 0.5, 14
_TITLE: Final = re.compile(
    r"(?i)\b\w*avtal(?:et)?\b|\b\w*överenskommelsen?\b|\bkonsortialavtal\b"
    r"|\bavsiktsförklaring|\bförbundsordning(?:en)?\b"
)
_TITLE_ENDS: Final = re.compile(
    r"(?i)\n|\s[–-]\s+(?=gäller\b)|\s+(?=gällande\s+(?:fr|från)\b)"
)
# A line that begins with its word may name all the parties; one with a verb names none.
_BEGINS_TITLE: Final = re.compile(r"(?i)(?:\w*avtal|\w*överenskommelse)\b")
_LONGEST_NAMED: Final = 32
_SENTENCE: Final = re.compile(
    r"(?i)^(?:detta|denna|följande|nedanstående|mellan|avtalet|överenskommelsen)\b|[.,:]$"
    r"|\b(?:har|tecknas|undertecknad?e?s|förvaras)\b"
)
_ANNEX: Final = re.compile(r"(?i)^bilaga(?:\s+(?:nr\s+)?\d+\w?)?\s*[.:–-]?\s*")
_PARTIES: Final = re.compile(
    r"(?i)\bmellan\b|\bpart(?:er|erna)?\b|tecknat|ingåtts|ingås|träffa|slut(?:its|en)"
    r"|\bmedlem(?:mar|skommuner)\b|\bsamverkande\s+kommuner\b|sammanslutna"
)
# A paragraph that does nothing but name the parties.
_OF_PARTIES: Final = re.compile(
    r"(?i)(?:(?:avtals|samverkans)?parter(?:na)?|(?:förbundets\s+|förbunds)?medlemmar"
    r"|medlemskommuner(?:na)?|samverkande\s+(?:kommuner|parter))\W*"
)
_MEMBERS: Final = (
    r"\bmellan\b|\bmedlem\w*\s+(?:i|av)\s+\w*förbundet\s+(?:är|består)"
    r"|\bförbundets\s+medlemmar\s+är\b"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Put what an agreement says into the gathering, and what addenda say anew."""
    known = gathering.of("agreements")
    if known and is_addendum(portion):
        _amend(portion, known[-1].key, gathering)
        return
    portion, addenda = parted(portion)
    key = _extract(portion, gathering)
    for addendum in addenda:
        _amend(addendum, key, gathering)


def _amend(addendum: Portion, key: str, gathering: Gathering) -> None:
    agreement = addendum.whole.part(0, 0).value(key)
    start = applies_from(addendum)
    for term in amendments(addendum, gathering):
        record_term(term, agreement, start, gathering)


def _extract(portion: Portion, gathering: Gathering) -> str:
    text = cut(portion)
    title = _title(text.opening) or _title(list(portion.pieces())[:3])
    said = _said(text, gathering)
    period = _period(said)
    key = _key(title, period, gathering)
    agreement = (title or portion.whole.part(0, 0)).value(key)
    parties = _parties(text, said)
    signatures = signatures_in(portion, text.signing, _names(parties))
    share_day(signatures, _closing(portion, text))
    days = record(signatures, agreement, gathering)
    gathering.add(
        "agreements",
        key,
        {
            "title": title.value() if title else None,
            "signed_on": _signed_on(days, signatures, parties),
            "in_force_from": _in_force_from(period),
            "in_force_until": _in_force_until(period, said),
        },
    )
    record_document(portion, _number(portion), None, gathering)
    name_all(title, said, gathering)
    start = _in_force_from(period)
    own = member_days(said)
    _record_parties(parties, signatures, (start, own), gathering)
    record_paragraphs(text, agreement, gathering)
    _record_terms(said, agreement, start, gathering)
    return key


def _number(portion: Portion) -> Piece | None:
    """Return the register number of a labelled line or row at the top.

    Other numbers there are of laws, and of what the agreement replaces.
    """
    margins = [] if portion.part.first else margins_of(portion)
    for line in [*lines_of(portion)[:_TOP_LINES], *margins]:
        label = _NUMBERED.match(line.text)
        if label and _REPLACED.search(line.text) is None:
            rest = line.piece.part(label.end(), len(line.text))
            whole = (whole_register_number(cell) for cell in line.cells[1:])
            found = register_number_in(line.piece) or next(filter(None, whole), None)
            return found or whole_register_number(rest)
    return None


def _closing(portion: Portion, text: AgreementText) -> Iterator[Piece]:
    """Give the agreement's last words, before and among its signatures."""
    yield from text.chapters[-1].parts if text.chapters else ()
    yield from (portion.piece(b) for b in text.signing if not isinstance(b, Table))


def _title(opening: list[Piece]) -> Piece | None:
    """Return the last of the first lines that can be the agreement's title."""
    found = None
    for piece in opening:
        line = piece.strip()
        annex = _ANNEX.match(line.text)
        bare = line.part(annex.end() if annex else 0, len(line.text))
        first = bare.split(_TITLE_ENDS)[0] if bare else bare
        begins = _BEGINS_TITLE.match(first.text)
        words = first.text.split()
        is_short = len(words) <= (_LONGEST_NAMED if begins else _LONGEST_TITLE)
        # "Avtal" alone, below its title, is that title's word again.
        if found and len(words) == 1:
            continue
        if is_short and not _SENTENCE.search(first.text) and _TITLE.search(first.text):
            # Below its title, "Avtal mellan A och B" tells who the parties are.
            found = found if found and len(municipalities_in(first)) > 1 else first
        elif found and len(line.text.split()) > _LONGEST_TITLE:
            break
    return found


def _said(text: AgreementText, gathering: Gathering) -> Said:
    pieces = [*text.opening, *(part for ch in text.chapters for part in ch.parts)]
    own = own_words(each for piece in pieces for each in sentences_of(piece))
    clauses = list(clauses_of(text.opening, own=own))
    for chapter in text.chapters:
        clauses += clauses_of(chapter.parts, chapter.number, chapter.title_piece, own)
    said = Said(tuple(clauses), gathering, own=own)
    return replace(said, host=_host(said))


def _host(said: Said) -> Value | None:
    """Return the municipality that holds the secretariat or is called the host."""
    provides = (
        r"tillhandahåll|värdkommun\s*[:\t]|är\s+värdkommun|ska\s+vara\s+värdkommun|värdkommun\w*\s+(?:är"
        r"|ska)"
        r"|\bhuvudman\b|\barbetsgivare\b|till\s+förfogande|svarar|ansvarar|värdskap|håller|inrätta"
        r"|\btill\s+värdkommun|placera|anställ|\bkallas\s+(?:\w+\s+){0,3}värdkommun"
        r"|\b(?:benämn[ds]|kalla[ds])\s+värdkommun"
    )
    for clause in said.with_(provides):
        named = municipalities_in(clause.piece)
        if clause.is_about(HOSTING) and len({name for _, name in named}) == 1:
            return said.gathering.municipality(*named[0])
    return None


def _period(said: Said) -> list[FoundPeriod]:
    return list(periods(said))


def _in_force_from(found: list[FoundPeriod]) -> Value | None:
    first = next((period.first for period in found if period.first), None)
    return first.piece.value(first.day) if first else None


def _in_force_until(found: list[FoundPeriod], said: Said) -> Value | None:
    """Return the day after the last, unless the agreement then goes on."""
    last = next((period.last for period in found if period.last), None)
    if last is None or further_notice(said):
        return None
    until = last.piece.value(last.day + timedelta(days=1), reason=AFTER_LAST_DAY)
    if next(said.with_(r"\bförläng"), None):
        return until.doubted(Certainty.DOUBTFUL, MAY_GO_ON)
    return until


def _key(title: Piece | None, found: list[FoundPeriod], gathering: Gathering) -> str:
    """Return the key of the agreement that begins that year, the same in every copy."""
    first = _in_force_from(found)
    words = title.text if title else "avtal"
    if first is None:
        return _same_titled(words, gathering) or slug(words)
    key = f"avtal-{first.value.year}"
    known = gathering.get("agreements", key)
    if known and known["title"] and not _is_alike(str(known["title"]), words):
        return f"{key}-{slug(words)}"
    return key


def _same_titled(words: str, gathering: Gathering) -> str:
    for found in gathering.of("agreements"):
        if found["title"] and _is_alike(str(found["title"]), words):
            return found.key
    return ""


def _is_alike(one: str, other: str) -> bool:
    likeness = SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
    return likeness >= _SAME_TITLE


Parties = list[tuple[Piece, str, Certainty, str]]


def _names(parties: Parties) -> set[str]:
    return {name for _, name, _, _ in parties}


def _parties(text: AgreementText, said: Said) -> Parties:
    """Return the municipalities that the agreement is between, each once."""
    named = [
        p for c in text.chapters if _OF_PARTIES.fullmatch(c.title) for p in c.parts
    ]
    about = [
        c
        for c in text.chapters
        if re.search(r"(?i)(?:\b|avtals)part(?:er|erna)?\b", c.title)
    ]
    whole = [piece for chapter in about for piece in chapter.parts]
    between = [clause.piece for clause in said.with_(_MEMBERS)]
    for pieces in (named, text.opening, whole, between):
        found = list(_once(pieces))
        if len(found) > 1:
            sure = any(_PARTIES.search(piece.text) for piece in pieces)
            certainty = Certainty.CERTAIN if sure else Certainty.PROBABLE
            reason = "" if sure else IN_THE_OPENING
            return [(piece, name, certainty, reason) for piece, name in found]
    return []


def _once(pieces: list[Piece]) -> Iterator[tuple[Piece, str]]:
    taken: set[str] = set()
    if not pieces:
        return
    for piece, name in municipalities_in(pieces[0].until(pieces[-1])):
        if name not in taken:
            taken.add(name)
            yield piece, name


def _record_parties(
    parties: Parties,
    signatures: list[Signature],
    days: tuple[Value | None, dict[str, Value]],
    gathering: Gathering,
) -> None:
    start, own = days
    known = _names(parties)
    signed = [
        (each.municipality, each.name, Certainty.PROBABLE, BY_SIGNATURE)
        for each in signatures
        if each.name not in known and not parties
    ]
    since = start.doubted(Certainty.PROBABLE, FROM_THE_START) if start else None
    for piece, name, certainty, reason in [*parties, *signed]:
        municipality = gathering.municipality(piece, name)
        if municipality is None:
            continue
        if reason:
            municipality = municipality.doubted(certainty, reason)
        key = slug(f"{municipality.value}-{start.value if start else ''}")
        values = {"municipality": municipality, "member_from": own.get(name) or since}
        gathering.add("memberships", key, values)


def _signed_on(
    days: list[Value], signatures: list[Signature], parties: Parties
) -> Value | None:
    """Return the last signature's day where every party's is known."""
    signed = {each.name for each in signatures if each.day}
    if not days or not _names(parties) <= signed:
        return None
    last = max(days, key=_day_of)
    return last.doubted(Certainty.PROBABLE, LAST_SIGNATURE)


def _day_of(value: Value) -> date:
    day: date = value.value
    return day


def _record_terms(
    said: Said, agreement: Value, start: Value | None, gathering: Gathering
) -> None:
    for term in terms_in(said):
        record_term(term, agreement, start, gathering)


def record_term(
    term: Term, agreement: Value, start: Value | None, gathering: Gathering
) -> None:
    """Add a term that applies from a day, or from one that nobody has said."""
    body = str(term.value.get("body") or term.value.get("subject") or "")
    day = start.value.isoformat() if start else str(agreement.value)
    clause: Clause = term.clause
    gathering.add(
        "terms",
        slug("-".join(part for part in (term.kind, body, day) if part)),
        {
            "agreement": agreement,
            "paragraph": clause.paragraph,
            "kind": clause.piece.value(term.kind),
            "value": term.whole_value,
            "applies_from": start,
        },
    )
