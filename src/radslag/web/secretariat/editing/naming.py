"""What records are called where somebody chooses between them or is told of one."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext

from radslag.agreement.terms import KINDS
from radslag.agreement.vocabulary import (
    BudgetSide,
    MinutesKind,
    PlanSubject,
    Role,
)
from radslag.agreement.wording import kronor, number
from radslag.records import models
from radslag.records.models import Record
from radslag.services import naming
from radslag.web.record_words import translated
from radslag.web.templatetags.radslag_text import day

LONGEST = 90


def name_of(record: Record) -> str:
    """Return what a record is called, short enough for a list."""
    name = _NAMES.get(type(record), str)(record)
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _term(term: models.Term) -> str:
    kind = translated(KINDS[term.kind].name) if term.kind in KINDS else term.kind
    return gettext("%(what)s från %(day)s") % {
        "what": kind,
        "day": day(term.applies_from),
    }


def _seat(seat: models.Appointment) -> str:
    holder = seat.person or seat.municipality or ""
    parts = [str(seat.body), translated(Role(seat.role).swedish), str(holder)]
    return ", ".join(part for part in parts if part)


def _population(population: models.Population) -> str:
    whose = population.municipality.name if population.municipality else gettext("Alla")
    counted_on = day(population.counted_on)
    return f"{whose} {counted_on}: {number(population.residents)}"


def _meeting(meeting: models.Meeting) -> str:
    return f"{meeting.body} {day(meeting.held_on)}"


def _minutes(minutes: models.Minutes) -> str:
    return (
        f"{translated(MinutesKind(minutes.kind).swedish)} {_meeting(minutes.meeting)}"
    )


def _decision(decision: models.Decision) -> str:
    said = decision.wording or translated(decision.get_outcome_display())
    return f"{decision.item}: {said}"


def _conference(conference: models.Conference) -> str:
    held_on = conference.held_on
    return f"{conference.name} {day(held_on)}" if held_on else conference.name


def _budget_line(line: models.BudgetLine) -> str:
    return f"{line.name} ({translated(BudgetSide(line.side).swedish)} {line.plan.year})"


def _presentation(presentation: models.Presentation) -> str:
    subject = translated(PlanSubject(presentation.subject).swedish)
    return f"{subject} {presentation.plan.year}, {presentation.municipality}"


_NAMES: dict[type[Record], Callable[[Any], str]] = {
    models.Appointment: _seat,
    models.Adoption: lambda row: f"{row.programme}, {row.board}",
    models.AgendaItem: lambda row: f"{row.number}. {row.title}",
    models.Body: lambda row: row.name,
    models.BudgetLine: _budget_line,
    models.BudgetOutcome: lambda row: f"utfall till och med {day(row.booked_on)}",
    models.Conference: _conference,
    models.Decision: _decision,
    models.Dissent: lambda row: f"reservation av {row.dissenter}",
    models.Fee: lambda row: f"{row.municipality} {row.year}",
    models.FollowUp: lambda row: f"{day(row.noted_on)}: {row.text}",
    models.Meeting: _meeting,
    models.Membership: lambda row: f"{row.municipality} från {day(row.member_from)}",
    models.Minutes: _minutes,
    models.Paragraph: lambda row: f"§ {row.number} {row.heading}",
    models.Population: _population,
    models.Presentation: _presentation,
    models.Attendance: naming.who_took_part,
    models.Delivery: lambda row: f"{row.municipality} {day(row.sent_on)}",
    models.GrantShare: lambda row: f"{row.municipality}, {kronor(row.amount_sek)}",
    models.Indicator: lambda row: row.name,
    models.MeetingNotice: lambda row: f"kallelse {day(row.sent_on)}",
    models.Observation: lambda row: (
        f"{row.municipality or 'alla'} {day(row.observed_on)}"
    ),
    models.Paper: lambda row: row.title,
    models.Referral: lambda row: row.title,
    models.ReferralResponse: lambda row: (
        f"svar av {row.municipality}" if row.municipality else "gemensamt svar"
    ),
    models.Verifier: lambda row: naming.who_verifies(row) or "justerare",
    models.SeparateStatement: lambda row: f"särskilt yttrande av {row.stated_by}",
    models.Signature: lambda row: f"underskrift av {row.municipality}",
    models.Term: _term,
    models.TermOfOffice: lambda row: row.name,
}
