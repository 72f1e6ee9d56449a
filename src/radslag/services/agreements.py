"""Reading the agreement: its paragraphs, and the dated terms that rules run on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from radslag.agreement import terms as rules
from radslag.agreement.terms import KINDS, BadTerm, Terms, say_term
from radslag.records.models import Agreement, Paragraph, Term
from radslag.services.access import Viewer, visible
from radslag.services.rulebook import term_of, with_body_names

# What the program does with a term, in the words of those who read the page.
USES = {
    "duration": "Avgör om avtalet gäller en viss dag.",
    "withdrawal": "Räknar ut sista dagen i samverkan efter en uppsägning.",
    "composition": "Avgör vilka som är ledamöter en viss dag.",
    "officers": "Avgör om ordförande och vice ordförande är valda.",
    "decision": "Avgör om det finns ett beslut.",
    "quorum": "Avgör om ett möte är beslutfört.",
    "remote": "Avgör om ett beslut på distans gäller.",
    "minutes": "Avgör vilka som ska få minnesanteckningarna.",
    "initiative": "Avgör vem som kallar och när.",
    "meetings": "Jämför årets kalender med det antal möten som är utlovat.",
    "extra_meeting": "Avgör om ett extra möte ska hållas.",
    "presentation": "Kontrollerar att planen redovisades innan den fastställdes.",
    "secretariat": "Visar var kansliet finns och hur det betalas.",
    "financing": "Avgör vem som betalar för ett arbete.",
    "special_project": "Fördelar kostnaden för ett särskilt projekt.",
    "fee": "Räknar ut varje kommuns avgift.",
    "due": "Räknar ut när avgiften ska vara betald.",
    "dissolution": "Fördelar tillgångar och skulder vid en upplösning.",
    "adoption": "Avgör när ett utvecklingsprogram gäller.",
}


@dataclass(frozen=True)
class TermLine:
    """A term (villkor) in words, with its days and whether it is in force."""

    kind: str
    name: str
    sentence: str
    use: str
    applies_from: date
    applies_until: date | None
    source: str
    is_in_force: bool
    is_superseded: bool
    problem: str = ""
    key: str = ""


@dataclass(frozen=True)
class ParagraphLine:
    """A paragraph with the terms that rest on it."""

    paragraph: Paragraph
    terms: tuple[TermLine, ...]


@dataclass(frozen=True)
class AgreementPage:
    """An agreement as it stands on a day."""

    agreement: Agreement
    paragraphs: tuple[ParagraphLine, ...]
    other_terms: tuple[TermLine, ...]
    is_in_force: bool


def agreement_on(on: date, viewer: Viewer) -> AgreementPage | None:
    """Return the agreement in force on a day, or the latest, in three queries.

    Nothing when there is none, or none that the viewer may see.
    """
    agreements = list(
        visible(Agreement.objects.all(), viewer).prefetch_related(
            "paragraphs",
            Prefetch(
                "terms", with_body_names(Term.objects.select_related("paragraph"))
            ),
        )
    )
    if not agreements:
        return None
    chosen = next((each for each in agreements if _applies(each, on)), agreements[0])
    rows = list(chosen.terms.all())
    lines = _lines(rows, on)
    return AgreementPage(
        agreement=chosen,
        paragraphs=tuple(
            ParagraphLine(
                paragraph,
                tuple(lines[row] for row in rows if row.paragraph_id == paragraph.pk),
            )
            for paragraph in chosen.paragraphs.all()
        ),
        other_terms=tuple(lines[row] for row in rows if row.paragraph_id is None),
        is_in_force=_applies(chosen, on),
    )


def _applies(agreement: Agreement, on: date) -> bool:
    until = agreement.in_force_until
    return agreement.in_force_from <= on and (until is None or on < until)


@dataclass(frozen=True)
class _Reading:
    """A row with the term it says, or the sentence saying why it cannot be read."""

    row: Term
    term: rules.Term[rules.Value] | None
    problem: str = ""


def _lines(rows: Iterable[Term], on: date) -> dict[Term, TermLine]:
    readings = [_read(row) for row in rows]
    terms = Terms.of(reading.term for reading in readings if reading.term)
    return {reading.row: _line(reading, terms, on) for reading in readings}


def _read(row: Term) -> _Reading:
    try:
        return _Reading(row, term_of(row))
    except BadTerm as bad:
        return _Reading(row, None, str(bad))


def _line(reading: _Reading, terms: Terms, on: date) -> TermLine:
    row, term = reading.row, reading.term
    later = _later(term, terms) if term else ()
    has_begun = row.applies_from <= on
    has_ended = row.applies_until is not None and row.applies_until <= on
    is_superseded = any(start <= on for start in later)
    return TermLine(
        kind=row.kind,
        name=KINDS[row.kind].name if row.kind in KINDS else row.kind,
        sentence=say_term(term) if term else "",
        use=USES.get(row.kind, ""),
        applies_from=row.applies_from,
        applies_until=row.applies_until or min(later, default=None),
        source=row.source,
        is_in_force=bool(term) and has_begun and not has_ended and not is_superseded,
        is_superseded=is_superseded or has_ended,
        problem=reading.problem,
        key=row.key,
    )


def _later(term: rules.Term[rules.Value], terms: Terms) -> tuple[date, ...]:
    return tuple(
        other.applies_from
        for other in terms.history(term.kind, term.body)
        if other.applies_from > term.applies_from
    )
