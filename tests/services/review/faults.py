"""One fault for each check: the least that must make it speak, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from radslag.agreement.vocabulary import Severity
from radslag.records import models
from tests.services.review.tinkering import Tinkering

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True)
class Fault:
    """How to break one fact, and the subject and severity of what is then found."""

    break_it: Callable[[Tinkering], object]
    subject: str
    severity: Severity


def changed(
    model: type[models.Record], key: str, **values: object
) -> Callable[[Tinkering], object]:
    return lambda tinkering: tinkering.change(model, key, **values)


def removed(model: type[models.Record], key: str) -> Callable[[Tinkering], object]:
    return lambda tinkering: tinkering.remove(model, key)


def municipality(key: str) -> models.Municipality:
    return models.Municipality.objects.get(key=key)


def agreement() -> models.Agreement:
    return models.Agreement.objects.get(key="avtal")


def committee() -> models.Body:
    return models.Body.objects.get(key="kommitten")


def _second_membership(tinkering: Tinkering) -> None:
    tinkering.add(
        models.Membership,
        "igen",
        municipality=municipality("ekeberg"),
        member_from=date(2020, 1, 1),
    )


def _population(tinkering: Tinkering, residents: int, *, of: str = "") -> None:
    tinkering.add(
        models.Population,
        "ny",
        municipality=municipality(of) if of else None,
        counted_on=date(2026, 6, 30) if of else date(2025, 12, 31),
        residents=residents,
    )


def _second_agreement(tinkering: Tinkering) -> None:
    tinkering.add(
        models.Agreement, "annat", title="Avtal 2", in_force_from=date(2020, 1, 1)
    )


def _term(tinkering: Tinkering, kind: str, value: object, first: date) -> None:
    tinkering.add(
        models.Term,
        "nytt",
        agreement=agreement(),
        kind=kind,
        value=value,
        applies_from=first,
    )


def _second_quorum(tinkering: Tinkering) -> None:
    quorum = models.Term.objects.get(key="quorum")
    _term(tinkering, "quorum", quorum.value, quorum.applies_from)


def _unreadable_term(tinkering: Tinkering) -> None:
    _term(tinkering, "remote", {"body": "committee"}, date(2020, 1, 1))


def _early_term(tinkering: Tinkering) -> None:
    value = {"body": "committee", "means": ["telephone"]}
    _term(tinkering, "remote", value, date(2010, 12, 31))


def _second_chair(tinkering: Tinkering) -> None:
    tinkering.add(
        models.Appointment,
        "andra",
        body=committee(),
        role="chair",
        municipality=municipality("ekeberg"),
        appointed_from=date(2026, 6, 1),
        appointed_until=date(2027, 1, 1),
    )


def _seat_of_a_stranger(tinkering: Tinkering) -> None:
    stranger = tinkering.add(models.Municipality, "annan", code="0399", name="Annanby")
    tinkering.add(
        models.Appointment,
        "annan",
        body=committee(),
        role="contact",
        municipality=stranger,
        appointed_from=date(2026, 1, 1),
    )


def _activity(tinkering: Tinkering, goal: str) -> None:
    tinkering.add(
        models.Activity,
        "ny",
        plan=models.AnnualPlan.objects.get(key="plan-2026"),
        goal=models.Goal.objects.filter(key=goal).first(),
        title="Ny aktivitet",
        responsible_as_written="Ekeberg",
        time_as_written="Våren",
        cost_as_written="Ingen",
    )


def _both_sides(tinkering: Tinkering) -> None:
    for side in ("income", "cost"):
        key = f"plan-2026-{side}"
        tinkering.change(models.BudgetLine, key, amount_sek=Decimal(12100))


def _fixed_shares(tinkering: Tinkering) -> None:
    value = {
        "rule": "shared_total",
        "total_sek": "12000",
        "shared_by": "fixed_shares",
        "shares": {"ekeberg": "1"},
    }
    _term(tinkering, "fee", value, date(2025, 6, 1))


def _meeting(tinkering: Tinkering, held_on: date, status: str) -> None:
    tinkering.add(
        models.Meeting, "nytt", body=committee(), held_on=held_on, status=status
    )


def _absentees(tinkering: Tinkering) -> None:
    for who in ("ekeberg", "granviken"):
        key = f"mote-2026-09-03-{who}"
        tinkering.change(models.Attendance, key, state="absent")


ACTIVITY = "plan-2026-1"
FAULTS: dict[str, Fault] = {
    "duplicate_municipality": Fault(
        changed(models.Municipality, "ekeberg", name="granviken"),
        "municipalities/ekeberg",
        ERROR,
    ),
    "memberships_overlap": Fault(_second_membership, "memberships/igen", ERROR),
    "membership_without_agreement": Fault(
        changed(models.Membership, "ekeberg", member_from=date(2010, 12, 31)),
        "memberships",
        WARNING,
    ),
    "population_changed_much": Fault(
        lambda tinkering: _population(tinkering, 1101, of="ekeberg"),
        "populations/ny",
        WARNING,
    ),
    "population_sum_differs": Fault(
        lambda tinkering: _population(tinkering, 3001), "populations/ny", ERROR
    ),
    "two_agreements_in_force": Fault(_second_agreement, "agreements/annat", ERROR),
    "agreement_without_rule": Fault(
        removed(models.Term, "quorum"), "agreements/avtal", WARNING
    ),
    "term_unreadable": Fault(_unreadable_term, "terms/nytt", ERROR),
    "terms_start_same_day": Fault(_second_quorum, "terms/quorum", ERROR),
    "term_dates_out_of_order": Fault(_early_term, "terms/nytt", WARNING),
    "officers_missing": Fault(
        changed(
            models.Appointment, "ordforande-2026", appointed_until=date(2026, 11, 20)
        ),
        "bodies/kommitten",
        WARNING,
    ),
    "two_chairs": Fault(_second_chair, "appointments/andra", ERROR),
    "gap_between_chairs": Fault(
        changed(
            models.Appointment, "ordforande-2026", appointed_from=date(2026, 1, 20)
        ),
        "appointments/ordforande-2026",
        NOTE,
    ),
    "municipality_without_seat": Fault(
        removed(models.Appointment, "ledamot-ekeberg"), "bodies/kommitten", WARNING
    ),
    "seat_outside_membership": Fault(_seat_of_a_stranger, "bodies/kommitten", WARNING),
    "goal_without_activity": Fault(
        changed(models.Activity, ACTIVITY, status="cancelled"),
        "plans/plan-2026",
        WARNING,
    ),
    "programme_ending": Fault(
        changed(models.Programme, "program-0", valid_to=date(2027, 11, 20)),
        "programmes/program-0",
        WARNING,
    ),
    "programmes_overlap": Fault(
        changed(models.Programme, "program-1", valid_to=date(2023, 1, 1)),
        "programmes/program-0",
        NOTE,
    ),
    "adoption_without_paragraph": Fault(
        changed(models.Adoption, "program-0-ks-ekeberg", paragraph=" "),
        "programmes/program-0",
        WARNING,
    ),
    "adoptions_missing": Fault(
        changed(models.Adoption, "program-0-ks-ekeberg", outcome="pending"),
        "programmes/program-0",
        WARNING,
    ),
    "adoption_inferred": Fault(
        changed(models.Adoption, "program-0-ks-ekeberg", is_inferred=True),
        "adoptions/program-0-ks-ekeberg",
        NOTE,
    ),
    "budget_not_in_balance": Fault(
        changed(models.BudgetLine, "plan-2026-cost", amount_sek=Decimal("12000.01")),
        "plans/plan-2026",
        ERROR,
    ),
    "plan_adopted_without_date": Fault(
        changed(models.AnnualPlan, "plan-2026", adopted_on=None),
        "plans/plan-2026",
        WARNING,
    ),
    "plan_not_presented": Fault(
        changed(
            models.Presentation,
            "plan-2026-budget-ekeberg",
            presented_on=date(2025, 12, 10),
        ),
        "plans/plan-2026",
        WARNING,
    ),
    "activity_without_responsible": Fault(
        removed(models.ActivityResponsibility, f"{ACTIVITY}-ansvar"),
        "plans/plan-2026",
        WARNING,
    ),
    "activity_without_time": Fault(
        changed(models.Activity, ACTIVITY, time_as_written=" "),
        "plans/plan-2026",
        WARNING,
    ),
    "activity_without_cost": Fault(
        changed(models.Activity, ACTIVITY, cost_as_written="", cost_sek=None),
        "plans/plan-2026",
        NOTE,
    ),
    "activity_without_goal": Fault(
        lambda tinkering: _activity(tinkering, ""), "plans/plan-2026", WARNING
    ),
    "activity_goal_of_other_programme": Fault(
        lambda tinkering: _activity(tinkering, "delmal-1-1"),
        "plans/plan-2026",
        WARNING,
    ),
    "activity_outside_year": Fault(
        changed(models.Activity, ACTIVITY, starts_from=date(2027, 1, 1)),
        "plans/plan-2026",
        WARNING,
    ),
    "population_missing": Fault(
        removed(models.Population, "ekeberg-2025"), "plans/plan-2026", WARNING
    ),
    "fee_rule_without_answer": Fault(_fixed_shares, "plans/plan-2026", WARNING),
    "fee_total_not_budgeted": Fault(_both_sides, "plans/plan-2026", ERROR),
    "decided_fee_differs": Fault(
        changed(models.Fee, "2026-ekeberg", amount_sek=Decimal("4000.01")),
        "fees/2026",
        ERROR,
    ),
    "fees_decided_for_some": Fault(
        removed(models.Fee, "2026-ekeberg"), "fees/2026", ERROR
    ),
    "fee_due_before_budget": Fault(
        changed(models.AnnualPlan, "plan-2026", budget_adopted_on=date(2026, 3, 16)),
        "plans/plan-2026",
        WARNING,
    ),
    "grant_shares_differ": Fault(
        changed(
            models.GrantShare, "anslag-2026-ekeberg", amount_sek=Decimal("4000.01")
        ),
        "special_grants/anslag-2026",
        ERROR,
    ),
    "fewer_meetings_than_promised": Fault(
        changed(models.Meeting, "mote-2026-02-05", status="cancelled"),
        "bodies/kommitten/2026",
        WARNING,
    ),
    "weekday_differs": Fault(
        changed(models.Meeting, "mote-2026-09-03", weekday_as_written="Fredagen"),
        "meetings/mote-2026-09-03",
        WARNING,
    ),
    "meeting_before_agreement": Fault(
        lambda tinkering: _meeting(tinkering, date(2010, 12, 31), "planned"),
        "meetings/nytt",
        NOTE,
    ),
    "held_in_the_future": Fault(
        lambda tinkering: _meeting(tinkering, date(2026, 11, 21), "held"),
        "meetings/nytt",
        ERROR,
    ),
    "meeting_not_quorate": Fault(_absentees, "meetings/mote-2026-09-03", ERROR),
    "decision_without_consensus": Fault(
        changed(models.Decision, "mote-2026-09-03-1-1", has_consensus=False),
        "decisions/mote-2026-09-03-1-1",
        ERROR,
    ),
    "postponed_never_returned": Fault(
        changed(models.AgendaItem, "mote-2026-09-03-1", title="Något annat"),
        "decisions/mote-2026-02-05-1-1",
        WARNING,
    ),
    "minutes_missing": Fault(
        lambda tinkering: _meeting(tinkering, date(2026, 10, 20), "held"),
        "meetings/nytt",
        WARNING,
    ),
    "minutes_not_verified": Fault(
        changed(models.Minutes, "anteckningar-2026-09-03", verified_on=None),
        "minutes/anteckningar-2026-09-03",
        WARNING,
    ),
    "minutes_not_delivered": Fault(
        removed(models.Delivery, "anteckningar-2026-09-03-ekeberg"),
        "minutes/anteckningar-2026-09-03",
        WARNING,
    ),
    "citation_to_nothing": Fault(
        changed(models.Citation, "kalla-2026", record_key="plan-2062"),
        "citations/kalla-2026",
        ERROR,
    ),
    "amount_malformed": Fault(
        changed(models.Activity, ACTIVITY, comment="Uppskattas till ca 500 00 kr."),
        f"activities/{ACTIVITY}",
        WARNING,
    ),
    "amount_differs": Fault(
        changed(models.Activity, ACTIVITY, cost_as_written="60 tkr"),
        f"activities/{ACTIVITY}",
        WARNING,
    ),
    "name_misspelt": Fault(
        changed(models.Activity, ACTIVITY, comment="Vägen går genom Grannviken."),
        "words/Grannviken",
        NOTE,
    ),
}
