"""Proposed records as their page shows them: each value with its words and doubt."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey
from django.utils.translation import gettext as _

from radslag.agreement.terms import KINDS, BadTerm
from radslag.agreement.vocabulary import Certainty, Choice, ProposedChange
from radslag.formats.cooperation_file import SHAPES
from radslag.records.models import ProposedRecord
from radslag.records.sections import SECTIONS
from radslag.services.naming import kind_of, label_of
from radslag.services.readings.listing import BODY_KINDS, Labels
from radslag.services.readings.proposing import PROBABLE
from radslag.services.saying import said_of
from radslag.web.record_words import translated
from radslag.web.secretariat.editing.term_words import LABELS
from radslag.web.secretariat.readings.ways import Ways, review_url
from radslag.web.written_values import written

Shown = dict[str, Any]
# What tells a person nothing: checksums, and the place in an order.
_UNSHOWN = frozenset({"position", "sha256"})
# What many documents say alike is read at as many places; the first ones will do.
SHOWN_PLACES = 4
_LEVELS = {Certainty.CERTAIN: 3, Certainty.PROBABLE: 2, Certainty.DOUBTFUL: 1}
_KINDS = {Choice.OPEN: "neutral", Choice.ACCEPTED: "success", Choice.SKIPPED: "neutral"}


def record_shown(record: ProposedRecord, labels: Labels, ways: Ways) -> Shown:
    """Return a proposed record as its part of the page takes it."""
    choice = Choice(record.choice)
    rows = list(_rows(record, labels, ways))
    words_url = _words_url(record, ways)
    return {
        "id": record.pk,
        "label": record.label,
        "kind": translated(kind_of(record.section)),
        "change": ProposedChange(record.change),
        "is_new": record.change == ProposedChange.NEW,
        "choice": choice,
        "choice_kind": _KINDS[choice],
        "is_open": choice is Choice.OPEN,
        "chosen_by": record.chosen_by_name,
        "earlier_yes_by": record.earlier_yes_by_name if choice is Choice.OPEN else "",
        "certainty": certainty_shown(record.certainty),
        "asks": record.rank < PROBABLE,
        "is_inference": record.is_inference,
        "is_contradicted": record.is_contradicted,
        "matched": record.matched,
        "missing": [
            _missing(record, name, all_said) for name, *all_said in record.missing
        ],
        "rows": rows,
        "words_url": words_url or _file_url(record, ways),
        "has_words": bool(words_url),
        "here_url": review_url(ways, record.reading, post=record.pk),
        "choose_url": ways.to("choose", record.reading_id),
        "change_url": ways.to("change", record.reading_id, record.pk),
    }


def _words_url(record: ProposedRecord, ways: Ways) -> str:
    """Return the address of the words that ask most of a person, if there are any."""
    kept = (quote for quote in telling_quotes(record) if quote["file"])
    quote = next(kept, None)
    return document_url(ways, record.reading_id, quote, record.pk) if quote else ""


def _file_url(record: ProposedRecord, ways: Ways) -> str:
    """Return the address of the document itself, for what no words of it tell."""
    if record.file_id is None:
        return ""
    return ways.to("document", record.reading_id, record.file_id, post=record.pk)


def certainty_shown(word: str) -> Shown:
    """Return a certainty as the bar takes it."""
    certainty = Certainty(word)
    level = _LEVELS[certainty]
    return {
        "word": certainty,
        "level": level,
        "segments": [n <= level for n in (1, 2, 3)],
    }


def telling_quotes(record: ProposedRecord) -> list[Shown]:
    """Return the places a record was read at, those that ask most of a person first.

    What is contradicted, then what is least certain; what it belongs to comes last.
    """
    parents = SHAPES[record.section].entry.implied

    def turn(pair: tuple[str, Shown]) -> tuple[bool, int, bool]:
        name, value = pair
        level = _LEVELS[Certainty(value["certainty"])]
        return not value.get("is_contradicted"), level, name in parents

    values = sorted(record.values.items(), key=turn)
    return [quote for _name, value in values for quote in value["quotes"]]


def _missing(record: ProposedRecord, name: str, all_said: list[str]) -> Shown:
    label = translated(label_of(record.section, name)) if name else _("Posten")
    return {"label": label, "said": "; ".join(all_said)}


def _rows(record: ProposedRecord, labels: Labels, ways: Ways) -> Iterator[Shown]:
    for name in SHAPES[record.section].columns:
        found = record.values.get(name)
        if name in _UNSHOWN or (found is None and name not in record.chosen):
            continue
        found = found or {"value": None, "quotes": [], "certainty": "certain"}
        value = record.chosen.get(name, found["value"])
        before = (
            found.get("before") if record.change == ProposedChange.CHANGED else None
        )
        yield {
            "label": translated(label_of(record.section, name)),
            "value": spoken(record, name, value, labels),
            "read": spoken(record, name, found["value"], labels)
            if name in record.chosen
            else "",
            "before": spoken(record, name, before, labels)
            if before not in (None, "", value)
            else "",
            "is_chosen": name in record.chosen,
            "certainty": certainty_shown(found["certainty"]),
            "is_certain": found["certainty"] == Certainty.CERTAIN,
            "is_contradicted": found.get("is_contradicted", False),
            "reason": found.get("reason", ""),
            "steps": found.get("steps", []),
            "places": _places(found["quotes"][:SHOWN_PLACES], record, ways),
            "more_places": max(0, len(found["quotes"]) - SHOWN_PLACES),
        }


def _places(quotes: list[Shown], record: ProposedRecord, ways: Ways) -> list[Shown]:
    """Return the places of a value; those that would be called the same are counted."""
    places = [place_shown(each, record, ways) for each in quotes]
    seen: Counter[str] = Counter()
    for place in places:
        seen[place["text"]] += 1
        if (number := seen[place["text"]]) > 1:
            place["text"] = _("ställe %(number)s") % {"number": number}
    return places


def place_shown(quote: Shown, record: ProposedRecord | None, ways: Ways) -> Shown:
    """Return where a value was read, with the way to its words."""
    url = ""
    if quote["file"] and record is not None:
        url = document_url(ways, record.reading_id, quote, record.pk)
    return {"text": short_place(quote), "url": url, "words": quote["words"]}


def document_url(
    ways: Ways, reading: int, quote: Shown, record: int | None = None
) -> str:
    """Return the address of the words in their document."""
    address = ways.to(
        "document",
        reading,
        quote["file"],
        fran=quote["start"],
        till=quote["end"],
        sida=quote["page"],
        post=record,
    )
    return f"{address}#orden"


def short_place(quote: Shown) -> str:
    """Say shortly where words stand."""
    # A page is what people turn to; the lines of one are only counted.
    if quote["page"]:
        return _("sidan %(page)s") % {"page": quote["page"]}
    if quote["line"]:
        return _("rad %(line)s") % {"line": quote["line"]}
    return _("stället")


def spoken(record: ProposedRecord, name: str, value: Any, labels: Labels) -> str:  # noqa: ANN401 - any column's value
    """Return a value as people read it."""
    if value in (None, ""):
        return ""
    column: Any = SECTIONS[record.section]._meta.get_field(name)
    if isinstance(column, ForeignKey):
        section = SHAPES[record.section].references[name]
        return labels.get((section, str(value)), str(value))
    if record.section == "terms" and (
        told := _told_of_term(record, name, value, labels)
    ):
        return told
    if column.choices:
        return translated(dict(column.flatchoices).get(value, value))
    try:
        return written(name, column.to_python(value))
    except ValidationError:
        return str(value)


def _told_of_term(
    record: ProposedRecord,
    name: str,
    value: Any,  # noqa: ANN401 - any column's value
    labels: Labels,
) -> str:
    if name == "kind" and value in KINDS:
        return translated(KINDS[value].name)
    if name != "value" or not isinstance(value, dict):
        return ""
    kind = record.chosen.get("kind") or record.values.get("kind", {}).get("value", "")
    called = labels.get((BODY_KINDS, str(value.get("body"))), "")
    try:
        return said_of(kind, value, called)
    except BadTerm as bad:
        return _lacking(bad, value)


def _lacking(bad: BadTerm, value: dict[str, Any]) -> str:
    """Say what the document does not say of a term, in the words of its form."""
    if bad.key in value or bad.key not in LABELS:
        return str(bad)
    return _("”%(what)s” är inte utläst ur texten. Fyll i det med Ändra.") % {
        "what": LABELS[bad.key]
    }
