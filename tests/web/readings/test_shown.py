"""A proposed value is told in the words of the page, never in the file's keys."""

import pytest

from radslag.records.models import ProposedRecord
from radslag.services.readings.listing import BODY_KINDS
from radslag.web.secretariat.readings.shown import spoken

WITHDRAWAL = {"months": 9, "counted_from": "day_received", "decided_by": "board"}
MEETINGS = {"body": "committee", "per_year": 4, "qualifier": "at_least"}


@pytest.mark.parametrize(
    ("kind", "told"),
    [("meetings", "möten per år"), ("extra_meeting", "extra möte"), ("x", "x")],
)
def test_kind_of_a_proposed_term_is_told_in_swedish(kind: str, told: str) -> None:
    record = ProposedRecord(section="terms", values={}, chosen={})

    assert spoken(record, "kind", kind, {}) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (
            WITHDRAWAL,
            "”Tas emot av” är inte utläst ur texten. Fyll i det med Ändra.",
        ),
        (
            WITHDRAWAL | {"received_by": "chair", "months": "nio"},
            'Villkoret ”withdrawal”: nyckeln ”months” är "nio"; där ska stå ett heltal'
            " som är minst 1.",
        ),
    ],
)
def test_what_a_term_lacks_is_told_in_the_words_of_its_form(
    value: dict[str, object], told: str
) -> None:
    record = ProposedRecord(section="terms", values={}, chosen={"kind": "withdrawal"})

    assert spoken(record, "value", value, {}) == told


def test_a_proposed_term_calls_its_body_by_the_name_that_is_read() -> None:
    record = ProposedRecord(section="terms", values={}, chosen={"kind": "meetings"})
    labels = {(BODY_KINDS, "committee"): "Styrgrupp"}

    told = spoken(record, "value", MEETINGS, labels)

    assert told == "Styrgruppen sammanträder minst 4 gånger om året."
