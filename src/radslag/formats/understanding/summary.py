"""What was understood, as text that people read: documents, records, doubts, clashes.

One line a record, with its name first and then what else is said of it. What is not
certain says so where it stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from radslag.agreement.vocabulary import Certainty
from radslag.agreement.wording import number
from radslag.formats.understanding.model import (
    Contradiction,
    Found,
    Understanding,
    UnderstoodDocument,
    Value,
)

# In the order a reader wants them: who, what was promised, what is planned and done.
SECTIONS: Final[dict[str, str]] = {
    "cooperation": "Samverkan",
    "municipalities": "Kommuner",
    "memberships": "Medlemskap",
    "populations": "Invånarantal",
    "terms_of_office": "Mandatperioder",
    "agreements": "Avtal",
    "signatures": "Underskrifter",
    "paragraphs": "Paragrafer",
    "terms": "Villkor",
    "bodies": "Organ",
    "people": "Personer",
    "appointments": "Uppdrag",
    "programmes": "Utvecklingsprogram",
    "goals": "Mål",
    "goal_responsibilities": "Målansvar",
    "indicators": "Indikatorer",
    "adoptions": "Antaganden",
    "separate_statements": "Särskilda yttranden",
    "dissents": "Reservationer",
    "plans": "Verksamhetsplaner",
    "presentations": "Redovisningar",
    "activities": "Aktiviteter",
    "activity_responsibilities": "Aktivitetsansvar",
    "follow_ups": "Uppföljningar",
    "budget_lines": "Budgetposter",
    "budget_outcomes": "Utfall",
    "fees": "Avgifter",
    "special_grants": "Särskilda anslag",
    "annual_reports": "Årsredovisningar",
    "conferences": "Konferenser",
    "conference_hosts": "Värdskap",
    "meetings": "Möten",
    "meeting_notices": "Kallelser",
    "agenda_items": "Punkter",
    "decisions": "Beslut",
    "attendance": "Närvaro",
    "minutes": "Anteckningar och protokoll",
    "verifiers": "Justerare",
    "matters": "Ärenden",
    "matter_events": "Ärendens gång",
    "outside_parties": "Motparter",
    "referrals": "Remisser",
    "referral_responses": "Remissyttranden",
    "advocacy": "Skrivelser",
    "papers": "Handlingar",
}
_NAMES: Final = (
    "title",
    "name",
    "number",
    "held_on",
    "wording",
    "kind",
    "municipality",
    "person",
    "body",
    "secretary",
)
_LONGEST: Final = 90
# What only ties records together, or is told by the line above.
_UNSAID: Final = ("position", "text", "level_number", "cooperation")


def summary(understanding: Understanding) -> str:
    """Return a readable account of what the documents say."""
    parts = [
        "\n".join(_documents(understanding.documents)),
        *_sections(understanding.found),
        _listed("Motsägelser", map(_clash, understanding.contradictions)),
        _listed(
            "Slutledningar att bekräfta",
            dict.fromkeys(_inferences(understanding.found)),
        ),
        _listed("Att tänka på", understanding.remarks),
        _counts(understanding),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _documents(documents: Iterable[UnderstoodDocument]) -> Iterator[str]:
    for document in documents:
        read = document.result.document
        if read is None:
            yield f"{document.name}: lästes inte. {document.result.refusal}"
            continue
        whole = "helt läst" if read.is_complete else "ofullständigt läst"
        yield f"{document.name}: {document.kind.swedish}, {whole}"
        if len(document.parts) > 1:
            for part in document.parts:
                yield f"  {part.kind.swedish}: {part.title}{_mark(part.certainty)}"
        elif document.parts and document.parts[0].reason:
            yield f"  {document.parts[0].reason}"
        yield from (f"  {remark}" for remark in read.remarks)


def _sections(found: Iterable[Found]) -> Iterator[str]:
    by_section: dict[str, list[Found]] = {}
    for each in found:
        by_section.setdefault(each.section, []).append(each)
    for section, title in SECTIONS.items():
        if section in by_section:
            yield _listed(
                f"{title} ({len(by_section[section])})", map(_line, by_section[section])
            )


def _listed(title: str, lines: Iterable[str]) -> str:
    listed = [f"  {line}" for line in lines]
    return "\n".join([title, *listed]) if listed else ""


def _line(found: Found) -> str:
    named = next((name for name in _NAMES if found[name] is not None), "")
    label = _shown(found.values.get(named)) if named else found.key
    others = [
        f"{name} {_shown(value)}"
        for name, value in found.values.items()
        if name != named and name not in _UNSAID and value.value not in ("", None)
    ]
    return " · ".join([label, *others])


def _shown(value: Value | None) -> str:
    return "" if value is None else _written(value.value) + _mark(value.certainty)


def _written(value: Any) -> str:  # noqa: ANN401 - values of every kind.
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Decimal):
        return number(int(value)) if value == int(value) else str(value)
    if isinstance(value, time):
        return f"{value:%H.%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_written(held)}" for name, held in value.items())
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _mark(certainty: Certainty) -> str:
    return "" if certainty is Certainty.CERTAIN else f" [{certainty.swedish}]"


def _clash(clash: Contradiction) -> str:
    places = "; ".join(f"{quote.document}, {quote.place}" for quote in clash.quotes)
    return f"{clash.sentence} ({places})"


def _inferences(found: Iterable[Found]) -> Iterator[str]:
    for each in found:
        for name, value in each.values.items():
            if value.is_inference:
                steps = " ".join((*value.steps, value.reason))
                yield f"{each.section} {name}: {_written(value.value)}. {steps}"


def _counts(understanding: Understanding) -> str:
    values = [v for found in understanding.found for v in found.values.values()]
    of = {word: sum(value.certainty is word for value in values) for word in Certainty}
    told = ", ".join(f"{count} {_plural(word)}" for word, count in of.items())
    clashes = len(understanding.contradictions)
    return f"{len(values)} uppgifter: {told}. Motsägelser: {clashes}."


def _plural(certainty: Certainty) -> str:
    return {
        Certainty.CERTAIN: "säkra",
        Certainty.PROBABLE: "troliga",
        Certainty.DOUBTFUL: "tveksamma",
    }[certainty]
