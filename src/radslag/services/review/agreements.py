"""Checks of the agreement: is one in force, and can its rules be read."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from radslag.agreement.terms import (
    KINDS,
    DecisionTerm,
    FeeTerm,
    Quorum,
    Term,
    Value,
)
from radslag.agreement.vocabulary import BodyKind, Severity
from radslag.agreement.wording import body_name, listed, long_date
from radslag.records.models import Agreement
from radslag.records.models import Term as TermRow
from radslag.services.review.facts import Facts, grouped
from radslag.services.review.findings import Found, check, mention, subject_of
from radslag.services.rulebook import term_of


@check(
    "two_agreements_in_force",
    title="Två avtal gäller samtidigt",
    severity=Severity.ERROR,
    paragraph="§ 2",
    cure="Ange från vilken dag det äldre avtalet inte längre gäller.",
)
def two_agreements_in_force(facts: Facts, today: date) -> Iterator[Found]:
    """Find agreements whose times in force overlap."""
    ordered = sorted(facts.agreements, key=lambda row: (row.in_force_from, row.key))
    for earlier, later in pairwise(ordered):
        end = earlier.in_force_until
        if end is None or end > later.in_force_from:
            yield Found(
                subject=subject_of(later),
                what=f"”{earlier.title}” och ”{later.title}” gäller båda den "
                f"{long_date(later.in_force_from)}.",
                says="Ett avtal gäller i taget.",
                about=(earlier.key, end, later.key, later.in_force_from),
                records=(mention(earlier), mention(later)),
            )


@check(
    "agreement_without_rule",
    title="Avtalet saknar ett villkor som reglerna behöver",
    severity=Severity.WARNING,
    paragraph="§§ 3, 8",
    cure="Läs i avtalet vad som gäller och lägg in det som ett villkor.",
)
def agreement_without_rule(facts: Facts, today: date) -> Iterator[Found]:
    """Find the agreement in force today when it lacks fee, quorum or decision."""
    for row in facts.agreements:
        lacking = _lacking(facts, today)
        if _is_in_force(row, today) and lacking:
            yield Found(
                subject=subject_of(row),
                what=f"”{row.title}” har inget villkor om {listed(lacking)}.",
                says="Utan villkoret kan regeln inte ge något svar.",
                about=tuple(lacking),
                records=(mention(row),),
            )


def _lacking(facts: Facts, today: date) -> list[str]:
    lacking = [] if facts.term(FeeTerm, today) else ["avgift"]
    if not any(body.kind == BodyKind.COMMITTEE for body in facts.bodies):
        return lacking
    committee = str(BodyKind.COMMITTEE)
    if facts.term(Quorum, today, committee) is None:
        lacking.append("beslutförhet")
    if facts.term(DecisionTerm, today, committee) is None:
        lacking.append("beslutsordning")
    return lacking


def _is_in_force(row: Agreement, on: date) -> bool:
    ended = row.in_force_until is not None and row.in_force_until <= on
    return row.in_force_from <= on and not ended


@check(
    "term_unreadable",
    title="Ett villkor går inte att läsa",
    severity=Severity.ERROR,
    cure="Rätta villkorets värde så som meddelandet säger.",
)
def term_unreadable(facts: Facts, today: date) -> Iterator[Found]:
    """Find terms whose value the rules cannot read."""
    for each in facts.unreadable_terms:
        yield Found(
            subject=subject_of(each.row),
            what=each.problem,
            says=str(each.row.paragraph or "villkorets form"),
            about=(each.row.kind, each.row.value),
            records=(mention(each.row),),
        )


@check(
    "terms_start_same_day",
    title="Två villkor av samma slag börjar gälla samma dag",
    severity=Severity.ERROR,
    cure="Behåll ett av villkoren, eller ange olika dagar.",
)
def terms_start_same_day(facts: Facts, today: date) -> Iterator[Found]:
    """Find terms of one kind, for one body, that begin on the same day."""
    for rows in _histories(facts).values():
        for earlier, later in pairwise(rows):
            if earlier.applies_from == later.applies_from:
                yield _two_terms(
                    earlier,
                    later,
                    what=f"Två villkor om {_name(later)} börjar gälla "
                    f"{long_date(later.applies_from)}.",
                    says="Det ena villkoret måste följa på det andra.",
                )


@check(
    "term_dates_out_of_order",
    title="Villkorens tider går om varandra",
    severity=Severity.WARNING,
    cure="Rätta från vilken dag villkoret gäller, eller till vilken.",
)
def term_dates_out_of_order(facts: Facts, today: date) -> Iterator[Found]:
    """Find terms before their agreement, and terms that end after the next begins."""
    agreements = {row.pk: row for row in facts.agreements}
    for rows in _histories(facts).values():
        for row in rows:
            agreement = agreements[row.agreement_id]
            if row.applies_from < agreement.in_force_from:
                yield _early(row, agreement)
        for earlier, later in pairwise(rows):
            end = earlier.applies_until
            if end and end > later.applies_from > earlier.applies_from:
                yield _two_terms(
                    earlier,
                    later,
                    what=f"Ett villkor om {_name(later)} börjar gälla "
                    f"{long_date(later.applies_from)}, medan det förra är skrivet att "
                    f"gälla till {long_date(end)}.",
                    says="Det senare villkoret tar över; dagarna säger emot varandra.",
                )


def _early(row: TermRow, agreement: Agreement) -> Found:
    return Found(
        subject=subject_of(row),
        what=f"Ett villkor om {_name(row)} gäller från {long_date(row.applies_from)}, "
        f"före avtalet som gäller från {long_date(agreement.in_force_from)}.",
        says="Ett villkor kan inte gälla före sitt avtal.",
        about=(row.applies_from, agreement.in_force_from),
        records=(mention(row, _name(row)), mention(agreement)),
    )


def _two_terms(earlier: TermRow, later: TermRow, *, what: str, says: str) -> Found:
    return Found(
        subject=subject_of(later),
        what=what,
        says=says,
        about=(
            earlier.key,
            earlier.applies_from,
            earlier.applies_until,
            later.applies_from,
        ),
        records=(mention(earlier, _name(earlier)), mention(later, _name(later))),
    )


def _histories(facts: Facts) -> dict[tuple[str, str], list[TermRow]]:
    """Gather the readable terms that follow one another, from first to last."""
    unreadable = {each.row.pk for each in facts.unreadable_terms}
    rows = [row for row in facts.term_rows if row.pk not in unreadable]
    rows.sort(key=lambda row: (row.applies_from, row.key))
    return grouped(((row.kind, _about(term_of(row))), row) for row in rows)


def _about(term: Term[Value]) -> str:
    value: Any = term.value
    for name in ("body", "of", "subject"):
        if hasattr(value, name):
            return str(getattr(value, name))
    return ""


def _name(row: TermRow) -> str:
    from_value = row.value.get("body") if isinstance(row.value, dict) else None
    kind = KINDS[row.kind].name
    return f"{kind} för {body_name(from_value)}" if from_value else kind
