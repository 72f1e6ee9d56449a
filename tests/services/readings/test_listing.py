"""What the records of a reading refer to is called as the documents call it."""

import pytest

from radslag.formats.understanding import Found
from radslag.services.readings.listing import BODY_KINDS, labels_for
from tests.services.readings.invented import proposed, record, said, understanding

pytestmark = pytest.mark.django_db
MEETINGS = {"body": "committee", "per_year": 4, "qualifier": "at_least"}
TERM = Found(
    "terms",
    "meetings-2026",
    {"kind": said("meetings", "2026"), "value": said(MEETINGS, "2026")},
)


def body(name: str, kind: str = "committee") -> Found:
    values = {"name": said(name, "2026"), "kind": said(kind, "2026")}
    return Found("bodies", name.lower(), values)


@pytest.mark.parametrize(
    ("bodies", "called"),
    [
        ([body("Rådet"), body("Beredningen", "management_group")], "Rådet"),
        ([body("Rådet"), body("Styrgruppen")], None),
        ([], None),
    ],
)
def test_a_kind_of_body_is_called_what_the_only_one_is(
    bodies: list[Found], called: str | None
) -> None:
    reading = proposed(understood=understanding(*bodies, TERM))

    labels = labels_for(reading, [record(reading, "terms", "meetings-2026")])

    assert labels.get((BODY_KINDS, "committee")) == called
