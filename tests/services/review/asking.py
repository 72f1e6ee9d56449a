"""Asks a cooperation's review, and adds what several tests need."""

from datetime import date
from typing import Any

from radslag.agreement.vocabulary import Severity
from radslag.records import models
from radslag.services.review import Finding, review
from tests.services.review.correct import TODAY
from tests.services.review.tinkering import Tinkering


def found(today: date = TODAY) -> list[tuple[str, Severity]]:
    """Return which checks speak, and how gravely."""
    return [(each.check_name, each.severity) for each in review(today).findings]


def only(today: date = TODAY) -> Finding:
    """Return the only finding there is."""
    (finding,) = review(today).findings
    return finding


def committee() -> models.Body:
    return models.Body.objects.get(key="kommitten")


def meeting(tinkering: Tinkering, held_on: date, **values: Any) -> models.Record:
    """Add a meeting of the committee."""
    row: dict[str, Any] = {"body": committee(), "held_on": held_on} | values
    return tinkering.add(models.Meeting, f"nytt-{held_on}", **row)
