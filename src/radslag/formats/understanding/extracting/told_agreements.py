"""The agreement that a board's or an officer's document speaks of, with new terms."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.terms import fees
from radslag.formats.understanding.extracting.terms.clauses import Said, clauses_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.days import days_in
from radslag.formats.understanding.wording.sentences import sentences_of

ONE_OF_SEVERAL: Final = (
    "En kommuns beslut; ändringen gäller först när alla har beslutat."
)
AS_TOLD: Final = "Handlingen talar om avtalet; själva avtalet är inte läst."
_AGREEMENT: Final = (
    r"(?:samarbets|samverkans)(?:avtal(?:et)?|överenskommelsen?)"
    r"|avtal(?:et)?\s+om\s+(?:samverkan|samarbete|(?=(?-i:[A-ZÅÄÖ])[\wåäö-]+))"
)
_NAMED: Final = re.compile(
    rf"(?i)\b(?P<name>(?:{_AGREEMENT})(?:(?:\s+(?:för|om|i)\s+|(?<=om\s))"
    r"(?-i:[A-ZÅÄÖ])[\wåäö-]+"
    r"(?:\s+(?-i:[A-ZÅÄÖ])[\wåäö-]+){0,2})?)"
)
_IN_FORCE: Final = re.compile(
    r"(?i)\b(?:(?:gäller|gällt|varit\s+i\s+kraft|är\s+i\s+kraft)\s+(?:sedan|från)"
    r"|trädde\s+i\s+kraft|började\s+gälla)\b"
)
_PARAGRAPH: Final = re.compile(
    r"(?:(?P<first>\d{1,2})\s*§|§\s*(?P<last>\d{1,2}))\s*[,(–:]?\s*[”\"]?"
    r"(?P<heading>[A-ZÅÄÖ][a-zåäöé]+(?:\s[a-zåäöé]+){0,3})(?=[”\",.)])"
)
_FROM: Final = re.compile(
    r"(?i)(?:från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?)\s*(?:den\s+)?$"
)
_CHANGES: Final = re.compile(
    r"(?i)\bändra\w*|\bändring|\bhöj\w+|\bsänk\w+|\bska\s+vara\b"
)


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add the agreement, its paragraphs that are named, and a fee that is changed."""
    if gathering.of("agreements"):
        return
    sentences = [each for p in portion.pieces() for each in sentences_of(p)]
    agreement = next(filter(None, (_agreement(s, gathering) for s in sentences)), None)
    if agreement is None:
        return
    for sentence in sentences:
        _paragraphs(sentence, agreement, gathering)
    for sentence in sentences:
        _new_fee(sentence, agreement, gathering)


def _agreement(sentence: Piece, gathering: Gathering) -> Found | None:
    """Return the agreement where a sentence says since when it is in force."""
    named, valid = _NAMED.search(sentence.text), _IN_FORCE.search(sentence.text)
    if named is None or valid is None or valid.start() < named.start():
        return None
    rest = sentence.part(valid.end(), len(sentence.text))
    day = next((d for d in days_in(rest) if d.has_year), None)
    if day is None:
        return None
    words = sentence.group(named, "name")
    name = " ".join(words.text.split())
    title = words.value(name[:1].upper() + name[1:], Certainty.PROBABLE, AS_TOLD)
    since = day.piece.value(day.day, Certainty.PROBABLE, AS_TOLD)
    key = slug(f"{name}-{day.day.year}")
    return gathering.add("agreements", key, {"title": title, "in_force_from": since})


def _paragraphs(sentence: Piece, agreement: Found, gathering: Gathering) -> None:
    for match in _PARAGRAPH.finditer(sentence.text):
        number = sentence.group(match, "first" if match["first"] else "last")
        values = {
            "agreement": number.value(agreement.key),
            "number": number.value(),
            "heading": sentence.group(match, "heading").value(),
        }
        gathering.add("paragraphs", f"{agreement.key}-{number.text}", values)


def _new_fee(sentence: Piece, agreement: Found, gathering: Gathering) -> None:
    """Add a fee for each resident that a decision says holds from a day on."""
    start = next(_starts(sentence), None)
    if start is None or not _CHANGES.search(sentence.text):
        return
    for term in fees.per_resident(Said(tuple(clauses_of([sentence])), gathering)):
        term.doubt(ONE_OF_SEVERAL)
        words = term.clause.piece
        day: date = start.value
        gathering.add(
            "terms",
            slug(f"{term.kind}-{day.isoformat()}"),
            {
                "agreement": words.value(agreement.key),
                "paragraph": _of_paragraph(sentence, agreement, gathering),
                "kind": words.value(term.kind),
                "value": term.whole_value,
                "applies_from": start.doubted(Certainty.PROBABLE, ONE_OF_SEVERAL),
            },
        )


def _starts(sentence: Piece) -> Iterator[Value]:
    for day in days_in(sentence):
        before = sentence.text[: day.piece.start - sentence.start]
        if day.has_year and _FROM.search(before):
            yield day.piece.value(day.day)


def _of_paragraph(
    sentence: Piece, agreement: Found, gathering: Gathering
) -> Value | None:
    """Return the paragraph that the sentence changes, where it is named elsewhere."""
    number = sentence.find(r"\d{1,2}\s*§|§\s*\d{1,2}")
    digits = re.sub(r"\D", "", number.text) if number else ""
    found = gathering.get("paragraphs", f"{agreement.key}-{digits}")
    return number.value(found.key) if number and found else None
