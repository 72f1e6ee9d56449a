"""Records to change and what the journal says of it, for tests of the journal."""

from datetime import UTC, date, datetime
from typing import Any

from radslag.records import models as records
from radslag.records.models import Change
from radslag.services.journal import Actor
from tests.services.review.factory import add

AT = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)
ACTOR = Actor("Sonja Strateg", AT, occasion="prov")
PLAN = {
    "year": 2026,
    "title": "Plan 2026",
    "programme": None,
    "status": "draft",
    "adopted_on": None,
    "budget_adopted_on": None,
    "introduction": "",
    "is_public": False,
}
Row = tuple[str, str, str, dict[str, Any], dict[str, Any]]


def plan(year: int = 2026, **values: Any) -> records.AnnualPlan:
    values = {"year": year, "title": f"Plan {year}", **values}
    return records.AnnualPlan(key=str(year), **values)


def activities(number: int) -> list[records.Activity]:
    """Add activities with a goal each, and return them as read anew."""
    until = add(
        records.Programme,
        "program",
        name="Program",
        valid_from=date(2024, 1, 1),
        valid_to=date(2030, 12, 31),
    )
    year = add(records.AnnualPlan, "2026", year=2026, title="Plan 2026")
    for each in range(number):
        goal = add(
            records.Goal, f"mal-{each}", programme=until, level="sub_goal", name="Mål"
        )
        add(records.Activity, f"a-{each}", plan=year, goal=goal, title=f"Nummer {each}")
    return list(records.Activity.objects.order_by("pk"))


def written() -> list[Row]:
    """Return what the journal says, in the order it was written."""
    return [
        (row.section, row.record_key, row.action, row.before, row.after)
        for row in Change.objects.order_by("pk")
    ]


def without_journal(number: int) -> list[records.Activity]:
    made = activities(number)
    assert written() == []
    return made
