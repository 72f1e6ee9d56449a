"""What a record is called, in Swedish, and which references its name is made of.

A name is short and can be read alone: in a list of search results, in a heading, as
the words of a link. Records without a name of their own are named by what they tie
together: a fee by its year and municipality, a seat by its body and who holds it.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import ForeignKey

from radslag.agreement.terms import KINDS
from radslag.agreement.wording import capitalised, long_date
from radslag.records import models
from radslag.records.models import Record
from radslag.records.sections import (
    SECTIONS,
    references_of,
    section_of,
    target_of,
)

LONGEST = 300

# What some references mean, where the word for what they lead to does not say it.
_MEANINGS = {
    "parent": "överordnad",
    "board": "kommunstyrelse",
    "continues": "fortsätter",
    "replaces": "ersätter",
    "host": "värd",
    "raised_by": "väckt av",
    "postponed_to": "bordlagt till",
    "follows_body": "följer organet",
    "line": "budgetpost",
}
# The references whose names are part of a record's own name.
NAMED_BY: dict[str, tuple[str, ...]] = {
    "memberships": ("municipality",),
    "populations": ("municipality",),
    "signatures": ("municipality",),
    "appointments": ("body", "municipality", "person", "follows_body"),
    "goal_responsibilities": ("goal", "body"),
    "observations": ("indicator", "municipality"),
    "presentations": ("plan", "municipality"),
    "activity_responsibilities": ("activity", "body", "municipality"),
    "follow_ups": ("activity",),
    "budget_lines": ("plan",),
    "budget_outcomes": ("line",),
    "fees": ("municipality",),
    "grant_shares": ("grant", "municipality"),
    "conference_hosts": ("conference", "municipality"),
    "matter_events": ("matter",),
    "meetings": ("body",),
    "meeting_notices": ("meeting",),
    "agenda_items": ("meeting",),
    "attendance": ("meeting", "item", "municipality", "person", "outside_party"),
    "decisions": ("item",),
    "minutes": ("meeting",),
    "verifiers": ("minutes", "municipality", "person"),
    "adoptions": ("programme", "board"),
    "separate_statements": ("adoption",),
    "referral_responses": ("referral", "municipality"),
    "deliveries": ("municipality",),
    "citations": ("document",),
}


def name_of(record: Record) -> str:
    """Return what a record is called; no question is put if `paths_of` was fetched."""
    name = _NAMES[section_of(type(record))](record)
    return " ".join(name.split())[:LONGEST].rstrip() or record.key


def kind_of(section: str) -> str:
    """Return the Swedish word for one record of a section.

    >>> kind_of("fees")
    'avgift'
    """
    return str(SECTIONS[section]._meta.verbose_name)


def label_of(section: str, field_name: str) -> str:
    """Return the Swedish label of a field; a field that is gone keeps its name.

    >>> label_of("fees", "amount_sek"), label_of("fees", "municipality")
    ('avgift', 'kommun')
    """
    fields = {field.name: field for field in SECTIONS[section]._meta.concrete_fields}
    field = fields.get(field_name)
    if not isinstance(field, ForeignKey):
        return str(field.verbose_name) if field else field_name
    return _MEANINGS.get(field_name) or str(field.related_model._meta.verbose_name)


def paths_of(section: str) -> list[str]:
    """Return what to fetch with a section's records to name them and their parents."""
    paths: list[str] = []
    for field in references_of(SECTIONS[section]):
        paths += [field.name, *_below(field)]
    return paths


def _below(field: "ForeignKey[Any, Any]") -> Iterator[str]:
    model = target_of(field)
    for name in NAMED_BY.get(section_of(model), ()):
        inner: ForeignKey[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]  # a test holds NAMED_BY to references
        yield f"{field.name}__{name}"
        yield from (f"{field.name}__{path}" for path in _below(inner))


def _of(record: Record | None) -> str:
    return name_of(record) if record is not None else ""


def _whose(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def _term(row: models.Term) -> str:
    kind = KINDS[row.kind].name if row.kind in KINDS else row.kind
    return f"{capitalised(kind)} från {long_date(row.applies_from)}"


def _seat(row: models.Appointment) -> str:
    seat = f"{capitalised(row.get_role_display())} i {_of(row.body)}"
    # A municipality's own body says so in its name.
    is_said = row.municipality is None or _of(row.municipality) in _of(row.body)
    for_whom = "" if is_said else f" för {_of(row.municipality)}"
    holder = _of(row.person)
    if row.follows_body:
        office = row.get_follows_role_display()
        holder = f"{office} i {_of(row.follows_body)}"
    return f"{seat}{for_whom}: {holder}" if holder else f"{seat}{for_whom}"


def _population(row: models.Population) -> str:
    whose = _of(row.municipality) or "alla kommuner"
    return f"Invånarantal {long_date(row.counted_on)}, {whose}"


def _responsibility(row: models.ActivityResponsibility) -> str:
    who = _of(row.body) or _of(row.municipality)
    return f"{who} ansvarar för {_of(row.activity)}"


def who_took_part(row: models.Attendance) -> str:
    """Return who an attendance is about, with the item if it is not the whole."""
    who = (_of(row.person), _of(row.municipality), _of(row.outside_party))
    item = f", punkt {row.item.number}" if row.item else ""
    return f"{_whose(*who) or row.role or 'Närvaro'}{item}"


def who_verifies(row: models.Verifier) -> str:
    """Return who a verifier is."""
    return _whose(_of(row.person), _of(row.municipality)) or row.role


def _attendance(row: models.Attendance) -> str:
    return f"{who_took_part(row)}: {_of(row.meeting)}"


def _verifier(row: models.Verifier) -> str:
    return f"Justerare {who_verifies(row)}: {_of(row.minutes)}"


def _conference(row: models.Conference) -> str:
    return _whose(row.name, row.held_on and long_date(row.held_on))


_NAMES: dict[str, Callable[[Any], str]] = {
    "municipalities": lambda row: row.name,
    "memberships": lambda row: (
        f"{_of(row.municipality)}, medlem från {long_date(row.member_from)}"
    ),
    "populations": _population,
    "terms_of_office": lambda row: f"Mandatperioden {row.name}",
    "outside_parties": lambda row: row.name,
    "agreements": lambda row: row.title,
    "paragraphs": lambda row: f"§ {row.number} {row.heading}",
    "terms": _term,
    "signatures": lambda row: f"Underskrift av {_of(row.municipality)}",
    "bodies": lambda row: row.name,
    "people": lambda row: row.name,
    "appointments": _seat,
    "programmes": lambda row: row.name,
    "goals": lambda row: row.name,
    "goal_responsibilities": lambda row: (
        f"{_of(row.body)} ansvarar för {_of(row.goal)}"
    ),
    "indicators": lambda row: row.name,
    "observations": lambda row: _whose(
        _of(row.indicator), _of(row.municipality), long_date(row.observed_on)
    ),
    "plans": lambda row: row.title,
    "presentations": lambda row: (
        f"{_of(row.plan)}: {row.get_subject_display()} för {_of(row.municipality)}"
    ),
    "activities": lambda row: row.title,
    "activity_responsibilities": _responsibility,
    "follow_ups": lambda row: (
        f"Uppföljning {long_date(row.noted_on)}: {_of(row.activity)}"
    ),
    "budget_lines": lambda row: f"{row.name}, {row.plan.year}",
    "budget_outcomes": lambda row: (
        f"Utfall till och med {long_date(row.booked_on)}: {_of(row.line)}"
    ),
    "fees": lambda row: f"Avgift {row.year}, {_of(row.municipality)}",
    "special_grants": lambda row: row.name,
    "grant_shares": lambda row: f"{_of(row.grant)}: {_of(row.municipality)}",
    "annual_reports": lambda row: row.title,
    "conferences": _conference,
    "conference_hosts": lambda row: (
        f"{_of(row.municipality)}, värd för {_of(row.conference)}"
    ),
    "matters": lambda row: row.title,
    "matter_events": lambda row: (
        f"{_of(row.matter)}: {row.get_state_display()} {long_date(row.happened_on)}"
    ),
    "meetings": lambda row: _whose(_of(row.body), long_date(row.held_on)),
    "meeting_notices": lambda row: f"Kallelse: {_of(row.meeting)}",
    "agenda_items": lambda row: (
        f"{row.number}. {row.title}, {long_date(row.meeting.held_on)}"
    ),
    "attendance": _attendance,
    "decisions": lambda row: (
        f"{row.item.title}: {row.get_outcome_display()}, "
        f"{long_date(row.item.meeting.held_on)}"
    ),
    "minutes": lambda row: f"{capitalised(row.get_kind_display())}: {_of(row.meeting)}",
    "verifiers": _verifier,
    "adoptions": lambda row: f"{_of(row.programme)}: {_of(row.board)}",
    "separate_statements": lambda row: (
        f"Särskilt yttrande av {row.stated_by}: {_of(row.adoption)}"
    ),
    "dissents": lambda row: f"Reservation av {row.dissenter}",
    "referrals": lambda row: row.title,
    "referral_responses": lambda row: (
        f"Svar på {_whose(_of(row.referral), _of(row.municipality))}"
    ),
    "advocacy": lambda row: row.title,
    "documents": lambda row: row.title,
    "papers": lambda row: row.title,
    "deliveries": lambda row: (
        f"Delgivning {long_date(row.sent_on)}, {_of(row.municipality)}"
    ),
    "citations": lambda row: _whose(f"Ur {_of(row.document)}", row.place),
    "accepted_findings": lambda row: f"Godtaget: {row.subject}",
}
