"""Agreements: title, parties, days, paragraphs, signatures, and all their terms."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Final

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.addenda import (
    amendments,
    applies_from,
    is_addendum,
    parted,
)
from radslag.formats.understanding.extracting.agreement_paragraphs import (
    AgreementText,
    cut,
    record_paragraphs,
)
from radslag.formats.understanding.extracting.agreement_signatures import (
    Signature,
    record,
    signatures_in,
)
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
from radslag.formats.understanding.extracting.terms.paying import HOSTING
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import municipalities_in
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import bodies_in

FROM_THE_START: Final = "Kommunen är part från den dag då avtalet börjar gälla."
IN_THE_OPENING: Final = "Kommunen nämns i avtalets inledning."
BY_SIGNATURE: Final = "Kommunen har skrivit under avtalet."
LAST_SIGNATURE: Final = "Den sista underskriftens dag."
AFTER_LAST_DAY: Final = "Dagen efter avtalets sista dag."
MAY_GO_ON: Final = "Avtalet kan förlängas."
FROM_COMMITTEE: Final = "Namnet är taget ur vad organet heter."
_SAME_TITLE, _LONGEST_TITLE = 0.5, 14
_TITLE: Final = re.compile(
    r"(?i)\b\w*avtal(?:et)?\b|\b\w*överenskommelsen?\b|\bkonsortialavtal\b"
    r"|\bavsiktsförklaring"
)
_ANNEX: Final = re.compile(r"(?i)^bilaga(?:\s+(?:nr\s+)?\d+\w?)?\s*[.:–-]?\s*")
_PARTIES: Final = re.compile(
    r"(?i)\bmellan\b|\bpart(?:er|erna)?\b|tecknat|ingåtts|ingås|träffa|slut(?:its|en)"
)
_CALLED: Final = (
    r"(?:bär\s+namnet|(?:ska\s+|skall\s+)?benämns|(?:ska\s+|skall\s+)?benämnas"
    r"|namn(?:et)?\s+(?:är|ska\s+vara|skall\s+vara)|(?:nedan|härefter"
    r"|fortsättningsvis)\s+"
    r"(?:kalla[dt]|benämn[td]|kallad)\s*|kallas|heter)\s+[”\"»]?"
    r"(?P<name>(?-i:[A-ZÅÄÖ])[^.,;”\"»()\n]{2,70})"
)
_SELF: Final = (
    r"\b(?:samverkan|samarbetet|samarbetsorganet|samverkansorganet|kommittén?|nämnden?"
    r"|organet|styrgruppen?)s?\b"
)
_NAMED_IN_TITLE: Final = (
    r"(?i)(?:(?:samverkan|samarbete|samarbetet)\s+(?:i|inom|på|kring"
    r"|mellan\s+kommunerna\s+i)"
    r"|(?:samverkans|samarbets)avtal(?:\s+för|\s+om|\s+inom)?)\s+"
    r"(?-i:(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:\s+[A-ZÅÄÖ][\wåäö-]+)?))\s*(?:\d{4}.*)?$"
)
# What the chief executives form is the management group, whatever it is called.
_MANAGEMENT: Final = re.compile(
    r"(?i:kommun(?:direktörer|chefer)(?:na)?)\b[^.]{0,60}\b(?:bildar|utgör)\s+(?:en\s+)?"
    r"([A-ZÅÄÖa-zåäö]\w*(?:grupp(?:en)?|råd(?:et)?|kollegi(?:um|et)|forum))\b"
)
_FOR_OWNERS: Final = re.compile(
    r"^\w+\s+(?:för|i|inom)\s+([A-ZÅÄÖ][\wåäö-]+(?:\s+[A-ZÅÄÖ][\wåäö-]+)?)$"
)
_OWNERS: Final = re.compile(r"^([A-ZÅÄÖ][\wåäö-]+(?:a|na|n))s\s+\w+")


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
    _name(title, said, gathering)
    _record_parties(parties, signatures, _in_force_from(period), gathering)
    record_paragraphs(text, agreement, gathering)
    _record_terms(said, agreement, _in_force_from(period), gathering)
    return key


def _title(opening: list[Piece]) -> Piece | None:
    """Return the last of the first lines that can be the agreement's title."""
    found = None
    for piece in opening:
        line = piece.strip()
        annex = _ANNEX.match(line.text)
        bare = line.part(annex.end() if annex else 0, len(line.text))
        first = bare.split(r"\n")[0] if bare else bare
        is_short = len(
            first.text.split()
        ) <= _LONGEST_TITLE and not first.text.endswith((".", ","))
        if is_short and _TITLE.search(first.text):
            found = first
        elif found and len(line.text.split()) > _LONGEST_TITLE:
            break
    return found


def _said(text: AgreementText, gathering: Gathering) -> Said:
    clauses = list(clauses_of(text.opening))
    for chapter in text.chapters:
        clauses += clauses_of(chapter.parts, chapter.number, chapter.title_piece)
    said = Said(tuple(clauses), gathering)
    return replace(said, host=_host(said))


def _host(said: Said) -> Value | None:
    """Return the municipality that holds the secretariat or is called the host."""
    provides = (
        r"tillhandahåll|är\s+värdkommun|ska\s+vara\s+värdkommun|värdkommun\w*\s+(?:är"
        r"|ska)"
        r"|till\s+förfogande|svarar|ansvarar|värdskap|håller|inrätta"
        r"|\btill\s+värdkommun|placera|anställ"
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
    about = [
        c for c in text.chapters if re.search(r"(?i)\bpart(?:er|erna)?\b", c.title)
    ]
    whole = [piece for chapter in about for piece in chapter.parts]
    for pieces in (text.opening, whole, [c.piece for c in said.with_(r"\bmellan\b")]):
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
    start: Value | None,
    gathering: Gathering,
) -> None:
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
        values = {"municipality": municipality, "member_from": since}
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


def _name(title: Piece | None, said: Said, gathering: Gathering) -> None:
    """Record what the cooperation and its deciding body are called."""
    for clause in said.clauses:
        match = clause.has(_CALLED)
        if (
            match
            and clause.has(_SELF)
            and not clause.has(r"kommunerna\s+nedan|parterna$")
        ):
            name = clause.piece.group(match, "name").strip()
            if _name_body(name, gathering):
                break
            if not re.search(r"(?i)^(?:part|kommun|avtal)", name.text):
                _name_cooperation(name, gathering)
                break
    _name_by_title(title, gathering)
    _name_bodies(said, gathering)


def _name_body(name: Piece, gathering: Gathering) -> bool:
    named = [body for body in bodies_in(name) if body.kind is BodyKind.COMMITTEE]
    if not named:
        return False
    gathering.body(BodyKind.COMMITTEE, name)
    _name_by_owners(name, gathering)
    return True


def _name_by_owners(name: Piece, gathering: Gathering) -> None:
    """Take the cooperation's name out of its body's: "Dalkommunernas kommitté"."""
    owners = name.find(_OWNERS) or name.find(_FOR_OWNERS)
    found = gathering.cooperation()
    if owners and "name" not in found.values:
        said = owners.value(None, Certainty.PROBABLE, FROM_COMMITTEE)
        found.values["name"] = said


def _name_cooperation(name: Piece, gathering: Gathering) -> None:
    found = gathering.cooperation()
    if "name" not in found.values:
        words = " ".join(name.text.split())
        found.values["name"] = name.value(words.title() if words.isupper() else words)


def _name_by_title(title: Piece | None, gathering: Gathering) -> None:
    if title is None:
        return
    named = re.search(_NAMED_IN_TITLE, title.text)
    body = next(bodies_in(title), None)
    if named:
        _name_cooperation(title.group(named, "name"), gathering)
    elif body and body.kind is BodyKind.COMMITTEE and not body.is_weak:
        _name_by_owners(
            title.part(body.piece.start - title.start, len(title.text)), gathering
        )


def _name_bodies(said: Said, gathering: Gathering) -> None:
    """Add the bodies that are spoken of, rather "styrgruppen" than "en styrgrupp"."""
    wanted = (BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP, BodyKind.SECRETARIAT)
    named = [
        body
        for clause in said.clauses
        for body in bodies_in(clause.piece)
        if body.kind in wanted and not body.is_weak
    ]
    for body in sorted(named, key=lambda one: not one.name.endswith(("n", "t"))):
        gathering.body(body.kind, body.piece, body.name)
    for clause in said.clauses:
        group = clause.piece.find(_MANAGEMENT)
        if group:
            gathering.body(BodyKind.MANAGEMENT_GROUP, group)


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
