"""Rules between members, bodies, agreements and goals, as they are typed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from radslag.agreement.terms import KINDS, BadTerm
from radslag.agreement.wording import long_date
from radslag.records.models import (
    Agreement,
    Appointment,
    Body,
    Goal,
    Membership,
    Population,
    Programme,
    Record,
    Signature,
    Term,
)
from radslag.services.rulebook import term_of

Fault = tuple[str, str]
Rule = Callable[[Any, date], Iterator[Fault]]


def _membership(membership: Membership, today: date) -> Iterator[Fault]:
    others = Membership.objects.filter(municipality=membership.municipality_id)
    period = ("member_from", "member_until")
    if _overlapping(membership, others, *period).exists():
        yield "member_from", "Kommunen är redan medlem under en del av den tiden."


def _population(population: Population, today: date) -> Iterator[Fault]:
    if population.counted_on > today:
        yield "counted_on", "Räknedagen har inte varit än."


def _agreement(agreement: Agreement, today: date) -> Iterator[Fault]:
    period = ("in_force_from", "in_force_until")
    other = _overlapping(agreement, Agreement.objects.all(), *period).first()
    if other is not None:
        yield (
            "in_force_from",
            f"Avtalet ”{other.title}” gäller redan under en del av den tiden. "
            "Ange först när det slutar gälla.",
        )


def _signature(signature: Signature, today: date) -> Iterator[Fault]:
    if signature.signed_on and signature.signed_on > today:
        yield "signed_on", "Dagen har inte varit än."


def _term(term: Term, today: date) -> Iterator[Fault]:
    try:
        read = term_of(term)
    except BadTerm as bad:
        yield (f"value_{bad.key}" if bad.key else "value"), str(bad)
        return
    same = Term.objects.filter(kind=term.kind, applies_from=term.applies_from)
    for other in same.exclude(pk=term.pk):
        if other.value.get("body") == term.value.get("body"):
            yield (
                "applies_from",
                f"Ett villkor om {KINDS[term.kind].name} börjar redan gälla "
                f"{long_date(read.applies_from)}. Rätta det i stället.",
            )


def _body(body: Body, today: date) -> Iterator[Fault]:
    parents = dict(Body.objects.values_list("pk", "parent_id"))
    if _is_ring(body.pk, body.parent_id, parents):
        yield "parent", "Organet kan inte höra till sig självt."
    if body.exists_from and body.exists_until and body.exists_until <= body.exists_from:
        yield (
            "exists_until",
            "Organet måste upphöra efter den dag då det börjar finnas.",
        )


def _appointment(appointment: Appointment, today: date) -> Iterator[Fault]:
    follows_itself = appointment.follows_body_id == appointment.body_id
    if follows_itself and appointment.follows_role == appointment.role:
        yield "follows_body", "Ett uppdrag kan inte följa sig självt."


def _programme(programme: Programme, today: date) -> Iterator[Fault]:
    before = dict(Programme.objects.values_list("pk", "replaces_id"))
    if _is_ring(programme.pk, programme.replaces_id, before):
        yield "replaces", "Programmet kan inte ersätta sig självt."


def _goal(goal: Goal, today: date) -> Iterator[Fault]:
    if goal.parent and goal.parent.programme_id != goal.programme_id:
        yield "parent", "Målet ovanför hör till ett annat program."
    parents = dict(
        Goal.objects.filter(programme=goal.programme_id).values_list("pk", "parent_id")
    )
    if _is_ring(goal.pk, goal.parent_id, parents):
        yield "parent", "Målet ovanför hör till det här målet: det vore en ring."


def _overlapping(
    record: Record, others: "QuerySet[Any]", first: str, last: str
) -> "QuerySet[Any]":
    """Return others whose half-open period shares a day with the record's."""
    starts, ends = getattr(record, first), getattr(record, last)
    still = Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gt": starts})
    found = others.filter(still).exclude(pk=record.pk)
    return found.filter(**{f"{first}__lt": ends}) if ends else found


def _is_ring(
    own_id: int | None, above_id: int | None, above: Mapping[int, int | None]
) -> bool:
    """Say whether going upwards from a record comes back to it."""
    seen: set[int] = set()
    while above_id is not None and above_id not in seen:
        if above_id == own_id:
            return True
        seen.add(above_id)
        above_id = above.get(above_id)
    return False


STRUCTURE_RULES: dict[type[Record], Rule] = {
    Agreement: _agreement,
    Appointment: _appointment,
    Body: _body,
    Goal: _goal,
    Membership: _membership,
    Population: _population,
    Programme: _programme,
    Signature: _signature,
    Term: _term,
}
