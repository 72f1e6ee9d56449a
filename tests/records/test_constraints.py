"""One attempt to break each constraint: the database itself refuses it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, Model, UniqueConstraint

from radslag.records import models as records
from radslag.records.models import Cooperation
from tests.records.rows import SOME_DAY, cooperation, kinds_of_record, make

pytestmark = pytest.mark.django_db
EARLIER = SOME_DAY - timedelta(days=1)

# Each check, and a row that breaks it and nothing else.
BROKEN_CHECKS: dict[str, tuple[type[records.Record], dict[str, Any]]] = {
    "activity_answered_for_by_one": (
        records.ActivityResponsibility,
        {"body": records.Body, "municipality": records.Municipality},
    ),
    "activity_cost_not_negative": (records.Activity, {"cost_sek": -1}),
    "activity_in_order": (
        records.Activity,
        {"starts_from": SOME_DAY, "ends_until": SOME_DAY},
    ),
    "activity_kind_known": (records.Activity, {"kind": "fest"}),
    "activity_status_known": (records.Activity, {"status": "glömd"}),
    "adoption_outcome_known": (records.Adoption, {"outcome": "kanske"}),
    "agenda_item_kind_known": (records.AgendaItem, {"kind": "paus"}),
    "agreement_in_order": (
        records.Agreement,
        {"in_force_from": SOME_DAY, "in_force_until": EARLIER},
    ),
    "annual_plan_status_known": (records.AnnualPlan, {"status": "halv"}),
    "annual_report_status_known": (records.AnnualReport, {"status": "halv"}),
    "appointment_follows_office_whole": (
        records.Appointment,
        {"follows_body": records.Body},
    ),
    "appointment_role_known": (records.Appointment, {"role": "kung"}),
    "attendance_state_known": (records.Attendance, {"state": "sovande"}),
    "body_board_has_municipality": (records.Body, {"kind": "board"}),
    "body_kind_known": (records.Body, {"kind": "klubb"}),
    "budget_line_side_known": (records.BudgetLine, {"side": "mitten"}),
    "citation_certainty_known": (records.Citation, {"certainty": "tja"}),
    "citation_characters_in_order": (
        records.Citation,
        {"starts_at_character": 7, "ends_at_character": 7},
    ),
    "conference_status_known": (records.Conference, {"status": "kul"}),
    "decision_outcome_known": (records.Decision, {"outcome": "tja"}),
    "delivery_of_something": (records.Delivery, {"plan": None}),
    "dissent_against_one": (records.Dissent, {"decision": records.Decision}),
    "document_kind_known": (records.Document, {"kind": "lapp"}),
    "fee_not_negative": (records.Fee, {"amount_sek": -1}),
    "goal_level_known": (records.Goal, {"level": "dröm"}),
    "matter_event_state_known": (records.MatterEvent, {"state": "tja"}),
    "matter_state_known": (records.Matter, {"state": "tja"}),
    "meeting_days_in_order": (
        records.Meeting,
        {"held_on": SOME_DAY, "ends_on": EARLIER},
    ),
    "meeting_kind_known": (records.Meeting, {"kind": "fika"}),
    "meeting_status_known": (records.Meeting, {"status": "glömt"}),
    "membership_in_order": (
        records.Membership,
        {"member_from": SOME_DAY, "member_until": SOME_DAY},
    ),
    "minutes_kind_known": (records.Minutes, {"kind": "lapp"}),
    "municipality_code_digits": (records.Municipality, {"code": "12a4"}),
    "paper_kind_known": (records.Paper, {"kind": "lapp"}),
    "presentation_subject_known": (records.Presentation, {"subject": "dans"}),
    "programme_in_order": (
        records.Programme,
        {"valid_from": SOME_DAY, "valid_to": SOME_DAY},
    ),
    "seat_in_order": (
        records.Appointment,
        {"appointed_from": SOME_DAY, "appointed_until": SOME_DAY},
    ),
    "special_grant_not_negative": (records.SpecialGrant, {"total_sek": -1}),
    "term_in_order": (
        records.Term,
        {"applies_from": SOME_DAY, "applies_until": SOME_DAY},
    ),
    "term_of_office_in_order": (
        records.TermOfOffice,
        {"starts_on": SOME_DAY, "ends_on": SOME_DAY},
    ),
}
# Each uniqueness, and the columns that a second row repeats from the first.
REPEATED: dict[str, tuple[type[records.Record], tuple[str, ...]]] = {
    "accepted_finding_once": (records.AcceptedFinding, ("check_name", "subject")),
    "adoption_once_a_board": (records.Adoption, ("programme", "board")),
    "agenda_item_number_once": (records.AgendaItem, ("meeting", "number")),
    "annual_plan_once_a_year": (records.AnnualPlan, ("year",)),
    "conference_host_once": (records.ConferenceHost, ("conference", "municipality")),
    "fee_once_a_year": (records.Fee, ("year", "municipality")),
    "goal_responsibility_once": (records.GoalResponsibility, ("goal", "body")),
    "grant_share_once": (records.GrantShare, ("grant", "municipality")),
    "municipality_code_once": (records.Municipality, ("code",)),
    "paragraph_number_once": (records.Paragraph, ("agreement", "number")),
    "population_once_a_day": (records.Population, ("municipality", "counted_on")),
    "population_sum_once_a_day": (records.Population, ("counted_on",)),
    "signature_once_a_municipality": (records.Signature, ("agreement", "municipality")),
    "presentation_once": (records.Presentation, ("plan", "municipality", "subject")),
} | {
    f"{model.__name__.lower()}_key_once": (model, ("key",))
    for model in kinds_of_record()
}
FIRST_VALUES: dict[str, dict[str, Any]] = {
    "population_sum_once_a_day": {"municipality": None},
}
ELSEWHERE = {
    "access_grant_once",
    "access_grant_role_known",
    "applying_counts",
    "applying_once_a_number",
    "grant_in_order",
    "goal_not_its_own_parent",
    "picture_once_a_page",
    "proposed_certainty_known",
    "proposed_change_known",
    "proposed_choice_known",
    "proposed_has_a_key",
    "proposed_once",
    "reading_file_kind_certainty_known",
    "reading_file_kind_known",
    "reading_file_once_a_place",
    "reading_state_known",
    "search_entry_once",
}


def constraints() -> dict[str, tuple[type[Model], CheckConstraint | UniqueConstraint]]:
    return {
        constraint.name: (model, constraint)
        for model in apps.get_app_config("records").get_models()
        for constraint in model._meta.constraints
    }


def complaint(name: str) -> str:
    """Return what this database says when the constraint is broken."""
    model, constraint = constraints()[name]
    if connection.vendor == "postgresql":
        return f'"{name}"'
    if isinstance(constraint, CheckConstraint):
        return f"CHECK constraint failed: {name}"
    fields = [model._meta.get_field(field) for field in constraint.fields]
    table = model._meta.db_table
    columns = ", ".join(f"{table}.{field.column}" for field in fields)
    return f"UNIQUE constraint failed: {columns}"


def refusal(attempt: Callable[[], object]) -> str:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        attempt()
    return str(refused.value)


@pytest.fixture
def owner() -> Iterator[Cooperation]:
    made = cooperation()
    with records.choose(made):
        yield made


@pytest.mark.parametrize("model", kinds_of_record(), ids=lambda model: model.__name__)
def test_a_sound_row_is_accepted(
    model: type[records.Record], owner: Cooperation
) -> None:
    first, second = make(model, owner), make(model, owner)

    assert set(model.objects.filter(pk__in=[first.pk, second.pk])) == {first, second}


@pytest.mark.parametrize("name", BROKEN_CHECKS)
def test_a_broken_check_is_refused(name: str, owner: Cooperation) -> None:
    model, values = BROKEN_CHECKS[name]

    said = refusal(lambda: make(model, owner, **values))

    assert complaint(name) in said


@pytest.mark.parametrize("name", REPEATED)
def test_a_repeated_row_is_refused(name: str, owner: Cooperation) -> None:
    model, columns = REPEATED[name]
    first = make(model, owner, **FIRST_VALUES.get(name, {}))
    values = {column: getattr(first, column) for column in columns}
    values = {**FIRST_VALUES.get(name, {}), **values}

    said = refusal(lambda: make(model, owner, **values))

    assert complaint(name) in said


@pytest.mark.parametrize("name", [name for name in REPEATED if "_key_once" in name])
def test_a_key_may_repeat_in_another_cooperation(name: str, owner: Cooperation) -> None:
    model, _ = REPEATED[name]
    first = make(model, owner)

    second = make(model, cooperation(), key=first.key)

    assert second.key == first.key


def test_a_goal_may_not_be_its_own_parent(owner: Cooperation) -> None:
    goal = make(records.Goal, owner)

    said = refusal(
        lambda: records.Goal.objects.filter(pk=goal.pk).update(parent=goal.pk)
    )

    assert complaint("goal_not_its_own_parent") in said


def test_each_half_of_a_followed_office_needs_the_other(owner: Cooperation) -> None:
    body, person = make(records.Body, owner), make(records.Person, owner)
    halves: list[dict[str, Any]] = [
        {"follows_role": "chair"},
        {"follows_body": body},
        {"follows_body": body, "follows_role": "chair", "person": person},
    ]

    said = [
        refusal(lambda half=half: make(records.Appointment, owner, **half))
        for half in halves
    ]

    assert all(complaint("appointment_follows_office_whole") in each for each in said)


def test_each_exclusive_pair_needs_one(owner: Cooperation) -> None:
    nobody = refusal(lambda: make(records.ActivityResponsibility, owner, body=None))
    nothing = refusal(lambda: make(records.Dissent, owner, adoption=None))

    assert complaint("activity_answered_for_by_one") in nobody
    assert complaint("dissent_against_one") in nothing


@pytest.mark.parametrize("kind", ["board", "council"])
def test_a_board_has_a_municipality(kind: str, owner: Cooperation) -> None:
    said = refusal(lambda: make(records.Body, owner, kind=kind))

    assert complaint("body_board_has_municipality") in said


@pytest.mark.parametrize("code", ["", "127", "01 7", "٠١٢٧", "ABCD"])
def test_a_municipality_code_is_four_digits(code: str, owner: Cooperation) -> None:
    said = refusal(lambda: make(records.Municipality, owner, code=code))

    assert complaint("municipality_code_digits") in said


def test_a_negative_population_is_refused(owner: Cooperation) -> None:
    said = refusal(lambda: make(records.Population, owner, residents=-1))

    assert "residents" in said


@pytest.mark.parametrize("model", [records.Minutes, records.AnnualReport])
def test_one_to_one_is_kept(model: type[records.Record], owner: Cooperation) -> None:
    parent = {records.Minutes: "meeting", records.AnnualReport: "plan"}[model]
    first = make(model, owner)

    said = refusal(lambda: make(model, owner, **{parent: getattr(first, parent)}))

    assert f"{parent}_id" in said


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("access_grant_role_known", {"role": "kung"}),
        ("grant_in_order", {"role": "auditor", "granted_until": SOME_DAY}),
        ("access_grant_once", {"role": "registrar"}),
    ],
)
def test_a_broken_grant_is_refused(
    name: str, values: dict[str, Any], owner: Cooperation
) -> None:
    user = User.objects.create(username="prov@exempel.se")
    sound = {"user": user, "cooperation": owner, "granted_from": SOME_DAY}
    records.AccessGrant.objects.create(**sound, role="registrar")

    said = refusal(lambda: records.AccessGrant.objects.create(**{**sound, **values}))

    assert complaint(name) in said


@pytest.mark.parametrize(
    ("name", "number"), [("applying_counts", 0), ("applying_once_a_number", 1)]
)
def test_a_broken_applying_is_refused(
    name: str, number: int, owner: Cooperation
) -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    reading = records.Reading.objects.create(cooperation=owner, started_at=at)
    sound = {"reading": reading, "applied_at": at, "applied_by_name": "Sonja"}
    records.Applying.objects.create(**sound, number=1)

    said = refusal(lambda: records.Applying.objects.create(**sound, number=number))

    assert complaint(name) in said


def test_two_cooperations_may_not_share_a_key(owner: Cooperation) -> None:
    said = refusal(lambda: Cooperation.objects.create(key=owner.key, name="Annan"))

    assert "key" in said


def test_every_constraint_has_its_attempt() -> None:
    assert set(constraints()) == {*BROKEN_CHECKS, *REPEATED, *ELSEWHERE}
