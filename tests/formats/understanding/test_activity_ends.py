"""Columns for when an activity begins and ends, and heads of two rows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.formats.readers.model import Table
from radslag.formats.understanding.extracting.action_tables.rows import head_of
from radslag.formats.understanding.extracting.action_tables.times import understood
from radslag.formats.understanding.extracting.decided import DECIDED
from tests.formats.understanding.reading_plans import HEAD, activity, gathered
from tests.formats.understanding.reading_text import document_of

ENDS = """
| Aktivitet | Ansvarig | Start | Slut |
|---|---|---|---|
| Karta | Köping | 2025-02 | 2025-06 |
| Bron | Arboga | mars 2025 | |
| Baklänges | Arboga | maj 2025 | mars 2025 |
"""
TWO_ROWS = "Insats\tGenomförs\t\tVem\n\tFrån\tTill\t\nKarta\tmars\tmaj\tKöping\n"


def test_columns_for_beginning_and_end_give_the_days() -> None:
    found = gathered(HEAD + ENDS)
    card, bridge = activity(found, "Karta"), activity(found, "Bron")
    assert (card["starts_from"], card["ends_until"]) == (
        date(2025, 2, 1),
        date(2025, 7, 1),
    )
    assert card["time_as_written"] == "2025-02 – 2025-06"
    assert (bridge["starts_from"], bridge["ends_until"]) == (date(2025, 3, 1), None)


def test_end_before_the_beginning_is_only_kept_as_written() -> None:
    found = activity(gathered(HEAD + ENDS), "Baklänges")
    assert found["time_as_written"] == "maj 2025 – mars 2025"
    assert (found["starts_from"], found["ends_until"]) == (None, None)


def test_head_of_two_rows_is_read_as_one() -> None:
    table = next(b for b in document_of(TWO_ROWS).blocks if isinstance(b, Table))
    head = head_of(table)
    assert head is not None
    columns, rows = head
    assert rows == 2
    assert columns.heads == ("Insats", "Från", "Till", "Vem")


@given(st.integers(2000, 2098), st.integers(1, 12))
def test_month_in_figures_is_that_month(year: int, month: int) -> None:
    time = understood(f"{year}-{month:02}", 1999)
    assert time.from_on == date(year, month, 1)
    assert time.until_on == date(year + month // 12, month % 12 + 1, 1)


@pytest.mark.parametrize(
    ("words", "is_decision"),
    [
        ("Direktionen antog planen den 3 december", True),
        ("Styrelsen fastställde verksamhetsplanen den 23 oktober", True),
        ("Fullmäktige antog 2019 ett nytt namn", False),
    ],
)
def test_body_that_decides_on_the_plan_has_decided(
    words: str, is_decision: bool
) -> None:
    assert (DECIDED.search(words) is not None) is is_decision
