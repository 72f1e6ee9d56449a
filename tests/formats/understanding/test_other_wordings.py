"""The same things in other words: parties, sums in brackets, follow-ups, numbers."""

from datetime import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.extracting.action_tables.columns import (
    Says,
    says_of,
)
from radslag.formats.understanding.extracting.budget_parts.columns import amount_in
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.wording.clocks import clock_in
from radslag.formats.understanding.wording.register_numbers import register_number_in
from tests.formats.understanding.reading_text import portion_of

REPORT = """
# Årsredovisning 2024

Samverkan Västra bygden – Boxholm, Mjölby och Ödeshög

Belopp i kkr

| | Budget 2024 | Utfall 2024 |
|---|---|---|
| Kommunbidrag | 1 200 | 1 200 |
| Köpta tjänster | (340) | (389) |
| Information | (860) | (771) |

## Ekonomi
"""


def gathered(text: str, kind: DocumentKind) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text, kind, 2024), gathering)
    return gathering


@pytest.mark.parametrize(
    "words",
    [
        "Programmet är gemensamt för Emmaboda, Lessebo och Nybro kommuner.",
        "Rådet samlar Emmaboda, Lessebo och Nybro.",
        "Emmaboda, Lessebo och Nybro samverkar sedan 2016.",
    ],
)
def test_sentence_that_lists_the_parties_names_the_municipalities(words: str) -> None:
    text = "# Handlingsplan 2024\n\nEtt.\n\nTvå.\n\nTre.\n\nFyra.\n\n" + words
    found = gathered(text, DocumentKind.ACTION_PLAN)
    names = [m["name"] for m in found.of("municipalities")]
    assert names == ["Emmaboda", "Lessebo", "Nybro"]


def test_title_that_lists_the_parties_names_the_municipalities() -> None:
    found = gathered(REPORT, DocumentKind.ANNUAL_REPORT)
    names = [m["name"] for m in found.of("municipalities")]
    assert names == ["Boxholm", "Mjölby", "Ödeshög"]


@given(st.integers(1, 999_999))
def test_sum_in_brackets_is_less_than_nothing(thousands: int) -> None:
    cell = portion_of(f"({thousands})", DocumentKind.PAPER).whole
    found = amount_in(cell, None)
    assert found is not None
    assert found.amount_sek == -Decimal(thousands)


@pytest.mark.parametrize("head", ["Genomfört", "Vad har hänt?", "Så gick det"])
def test_column_of_what_was_done_is_a_follow_up(head: str) -> None:
    assert says_of(head) is Says.FOLLOW_UP


OUTCOMES = """
# Verksamhetsberättelse 2024

## Ekonomiskt utfall, tkr

| Post | Utfall | Budget |
|---|---|---|
| Intäkter | | |
| Avgifter | 2 100 | 2 000 |
| Kostnader | | |
| Personal | -1 455 | -1 500 |
| Möten | (402) | (500) |
"""


def test_outcome_beside_the_budget_is_of_the_year_and_in_its_unit() -> None:
    found = gathered(OUTCOMES, DocumentKind.ANNUAL_REPORT)
    lines = {line.key: line["name"] for line in found.of("budget_lines")}
    outcomes = {lines[o["line"]]: o["amount_sek"] for o in found.of("budget_outcomes")}
    assert outcomes == {"Avgifter": 2_100_000, "Personal": 1_455_000, "Möten": 402_000}


LINES = """
# Verksamhetsplan 2028

## Budget (kkr)

Intäkter

Bidrag                 700       720

Kostnader

Lön och lokal         (455)     (470)

Nämnden möts den 3 februari och den 9 november 2028.
"""


def test_days_are_no_sums_and_brackets_no_part_of_a_name() -> None:
    found = gathered(LINES, DocumentKind.ANNUAL_PLAN).of("budget_lines")
    names = [line["name"] for line in found]
    assert not [name for name in names if "(" in name or "november" in name]


@pytest.mark.parametrize(
    ("words", "clocks"),
    [
        ("onsdag 9 oktober, 9–11.30", (time(9), time(11, 30))),
        ("avsnitt 3–4.10", None),
    ],
)
def test_hours_without_minutes_before_a_dash(
    words: str, clocks: tuple[time, time] | None
) -> None:
    found = clock_in(portion_of(words, DocumentKind.PAPER).whole)
    assert (found and (found.starts_at, found.ends_at)) == clocks


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("Vad?", Says.ACTIVITY),
        ("Vem?", Says.RESPONSIBLE),
        ("När?", Says.TIME),
        ("Hur mycket?", Says.COST),
        ("Varför?", Says.COMMENT),
    ],
)
def test_heads_may_be_questions(head: str, says: Says) -> None:
    assert says_of(head) is says


def test_register_number_may_end_a_sentence() -> None:
    text = "Ert diarienummer: 1482-2025. Vårt svar följer."
    found = register_number_in(portion_of(text, DocumentKind.PAPER).whole)
    assert str(found) == "1482-2025"
