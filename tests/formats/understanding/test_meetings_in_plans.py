"""Meetings that a plan tells of in a sentence about something else."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import gathered

TOLD = """# Åtgärdsplan 2025–2026
Planen antogs vid styrgruppens möte den 3 mars 2025.

{sentence}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Uppföljning sker vid nätverksträffarna 4 februari och 9 juni 2026.",
        "Läget redovisas på nätverkets möten den 4 februari och 9 juni 2026.",
        "Nätverket stämmer av planen vid mötena 4 februari och 9 juni 2026.",
    ],
)
def test_meetings_to_come_are_told_by_what_is_done_at_them(sentence):
    text = TOLD.format(sentence=sentence)
    plan = gathered(text, "calendar", kind=DocumentKind.ACTION_PLAN, year=2025)
    found = plan.of("meetings")
    assert [m["held_on"] for m in found] == [date(2026, 2, 4), date(2026, 6, 9)]
    assert {m["status"] for m in found} == {"planned"}


def test_a_place_after_a_row_of_days_is_that_of_all_of_them():
    text = TOLD.format(
        sentence="Läget redovisas vid styrgruppens möten 4 februari, 20 maj och 9 juni "
        "2026, samtliga i Nora stadshus."
    )
    plan = gathered(text, "calendar", kind=DocumentKind.ACTION_PLAN, year=2025)
    assert [m["place"] for m in plan.of("meetings")] == ["Nora stadshus"] * 3
