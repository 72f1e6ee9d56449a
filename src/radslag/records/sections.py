"""The sections of a cooperation: the word each kind of record has in files.

The order is the order of dependence: a record refers to its own section or to an
earlier one, never to a later one. A house test holds both ends together.
"""

from typing import Any, cast

from django.db.models import ForeignKey

from radslag.records import models
from radslag.records.models import Record

SECTIONS: dict[str, type[Record]] = {
    "municipalities": models.Municipality,
    "memberships": models.Membership,
    "populations": models.Population,
    "terms_of_office": models.TermOfOffice,
    "outside_parties": models.OutsideParty,
    "agreements": models.Agreement,
    "paragraphs": models.Paragraph,
    "terms": models.Term,
    "signatures": models.Signature,
    "bodies": models.Body,
    "people": models.Person,
    "appointments": models.Appointment,
    "programmes": models.Programme,
    "goals": models.Goal,
    "goal_responsibilities": models.GoalResponsibility,
    "indicators": models.Indicator,
    "observations": models.Observation,
    "plans": models.AnnualPlan,
    "presentations": models.Presentation,
    "activities": models.Activity,
    "activity_responsibilities": models.ActivityResponsibility,
    "follow_ups": models.FollowUp,
    "budget_lines": models.BudgetLine,
    "budget_outcomes": models.BudgetOutcome,
    "fees": models.Fee,
    "special_grants": models.SpecialGrant,
    "grant_shares": models.GrantShare,
    "annual_reports": models.AnnualReport,
    "conferences": models.Conference,
    "conference_hosts": models.ConferenceHost,
    "matters": models.Matter,
    "matter_events": models.MatterEvent,
    "meetings": models.Meeting,
    "meeting_notices": models.MeetingNotice,
    "agenda_items": models.AgendaItem,
    "attendance": models.Attendance,
    "decisions": models.Decision,
    "minutes": models.Minutes,
    "verifiers": models.Verifier,
    "adoptions": models.Adoption,
    "separate_statements": models.SeparateStatement,
    "dissents": models.Dissent,
    "referrals": models.Referral,
    "referral_responses": models.ReferralResponse,
    "advocacy": models.Advocacy,
    "documents": models.Document,
    "papers": models.Paper,
    "deliveries": models.Delivery,
    "citations": models.Citation,
    "accepted_findings": models.AcceptedFinding,
}

_NAMES = {model: name for name, model in SECTIONS.items()}


def section_of(model: type[Record]) -> str:
    """Return the section a kind of record belongs to."""
    return _NAMES[model]


def references_of(model: type[Record]) -> "list[ForeignKey[Any, Any]]":
    """Return the references of a kind of record to other records."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and issubclass(field.related_model, Record)
    ]


def target_of(reference: "ForeignKey[Any, Any]") -> type[Record]:
    """Return the kind of record that one of `references_of` leads to."""
    return cast("type[Record]", reference.related_model)
