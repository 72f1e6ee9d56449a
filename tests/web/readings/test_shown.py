"""A proposed value is told in the words of the page, never in the file's keys."""

import pytest

from radslag.records.models import ProposedRecord
from radslag.web.secretariat.readings.shown import spoken


@pytest.mark.parametrize(
    ("kind", "told"),
    [("meetings", "möten per år"), ("extra_meeting", "extra möte"), ("x", "x")],
)
def test_kind_of_a_proposed_term_is_told_in_swedish(kind: str, told: str) -> None:
    record = ProposedRecord(section="terms", values={}, chosen={})

    assert spoken(record, "kind", kind, {}) == told
