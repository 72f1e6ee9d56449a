"""What the tables of readings refuse: words of no list, and the same thing twice."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from radslag.records.models import (
    Applying,
    PagePicture,
    ProposedRecord,
    Reading,
    ReadingFile,
)

pytestmark = pytest.mark.django_db


def reading(**values: Any) -> Reading:
    return Reading.objects.create(
        started_by_name="Sonja", started_at=datetime(2026, 3, 2, tzinfo=UTC), **values
    )


def file(**values: Any) -> ReadingFile:
    given = {"position": 0, "name": "a", "size_bytes": 1, "content": b"a", **values}
    if "reading" not in given:
        given["reading"] = reading()
    return ReadingFile.objects.create(**given)


def proposal(**values: Any) -> ProposedRecord:
    given = {"section": "goals", "key": "a", "label": "A", "position": 0, "rank": 0}
    given |= values
    if "reading" not in given:
        given["reading"] = reading()
    return ProposedRecord.objects.create(**given)


def applying(**values: Any) -> Applying:
    given = {"number": 1, "applied_by_name": "Sonja", **values}
    given["applied_at"] = datetime(2026, 3, 2, tzinfo=UTC)
    if "reading" not in given:
        given["reading"] = reading()
    return Applying.objects.create(**given)


def picture(of: ReadingFile) -> PagePicture:
    return PagePicture.objects.create(
        file=of, page=1, width_points=1, height_points=1, png=b"a"
    )


def twice(make: Callable[..., Any], **values: Any) -> None:
    make(**values)
    make(**values)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: reading(state="halv"),
        lambda: file(kind="lapp"),
        lambda: file(kind_certainty="tja"),
        lambda: proposal(change="tja"),
        lambda: proposal(certainty="tja"),
        lambda: proposal(choice="tja"),
        lambda: proposal(key=""),
        lambda: twice(proposal, reading=reading()),
        lambda: twice(file, reading=reading()),
        lambda: twice(picture, of=file()),
        lambda: applying(number=0),
        lambda: twice(applying, reading=reading()),
    ],
)
def test_impossible_rows_are_refused(attempt: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt()


def test_a_reading_takes_its_files_and_proposals_along() -> None:
    made = reading()
    picture(of=file(reading=made))
    proposal(reading=made, applying=applying(reading=made))

    made.delete()

    left = (ReadingFile, ProposedRecord, PagePicture, Applying)
    assert [each.objects.count() for each in left] == [0, 0, 0, 0]
