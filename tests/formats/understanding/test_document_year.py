"""The year a document is of, whatever other years stand beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import DocumentKind as Kind
from radslag.formats.understanding.document_year import year_of_document, year_of_texts
from tests.formats.understanding.reading_text import document_of

PLANS = [
    ("Verksamhetsplan med budget 2026\n\nAntagen 2025-11-04", 2026),
    ("Handlingsplan för Åbygdens utvecklingsprogram 2035, år 2025", 2025),
    ("Åbygdens utvecklingsprogram 2035\n\nVerksamhetsplan 2024", 2024),
    ("Vision 2040 för Åbygden\n\nBudget för Åbygdens kansli avseende 2027", 2027),
    ("Dnr ÅB 2023/14\n\nVerksamhetsplan\n\nBeslutad den 3 december 2023", 2023),
    ("Årsredovisning för Åbygdens samverkan 2022", 2022),
    ("Handlingsplan 2024–2027", 2024),
    ("ÅUP 2040\n\nVERKSAMHETSPLAN 2021", 2021),
    ("BUDGET 2023\n\nÅUP för Åbygden 2040", 2023),
    ("Plan för kansliet\n\nMARS 2025", 2025),
    ("Utvecklingsprogram 2035\n\nKS 2022/114", None),
    ("Kansliets uppdrag\n\nMålbild 2035 för Åbygden", None),
]
OTHERS = [
    ("Minnesanteckningar 2025-02-04\n\n1. Verksamhetsplan 2024", 2025),
    ("Protokoll\n\n4 mars 2024\n\nUtvecklingsprogram 2035", 2024),
    ("Anteckningar 12/5 2023\n\nBudget 2024", 2023),
    ("Kallelse\n\nStyrgruppens möte hösten 2026", 2026),
    ("Kallelse till styrgruppen\n\nBudget 2027\n\nUtvecklingsprogram 2035", None),
    ("§ 12 Utvecklingsprogram 2035\n\nErsätter programmet från 2013-04-29", None),
    ("Utvecklingsprogram 2035\n\nDnr KS 2019/324\n\nDatum 2019-05-06", 2019),
]


@pytest.mark.parametrize(("text", "year"), PLANS)
def test_plan_and_report_are_of_the_year_they_name(text: str, year: int | None) -> None:
    assert year_of_document(document_of(text), Kind.ANNUAL_PLAN) == year


@pytest.mark.parametrize(("text", "year"), OTHERS)
def test_other_documents_are_of_their_day(text: str, year: int | None) -> None:
    assert year_of_document(document_of(text), Kind.MINUTES) == year


def test_day_far_down_in_a_head_counts() -> None:
    lines = [f"Rad {number}" for number in range(20)]
    text = "\n\n".join(["Protokoll", *lines, "Sammanträdesdatum 2024-05-06"])
    assert year_of_document(document_of(text), Kind.MINUTES) == 2024


@given(
    target=st.integers(2030, 2060),
    year=st.integers(2000, 2029),
    word=st.sampled_from(["Utvecklingsprogram", "Vision", "Målbild", "Agenda", "ÅUP"]),
    place=st.sampled_from(["", " för Åbygden", " för Norra Åbygden"]),
)
def test_target_year_is_never_the_plans(
    target: int, year: int, word: str, place: str
) -> None:
    lines = [f"{word}{place} {target}", f"Verksamhetsplan {year}"]
    assert year_of_texts(lines, Kind.ANNUAL_PLAN) == year
    assert year_of_texts(lines[:1], Kind.ANNUAL_PLAN) is None
    assert year_of_texts(lines[:1], Kind.PROGRAMME) is None


def test_a_year_alone_at_the_top_goes_before_the_day_a_body_was_formed() -> None:
    lines = ["Årsredovisning", "Ådalens förbund", "2030", "Det kom till 1 april 2026."]

    assert year_of_texts(lines, Kind.ANNUAL_REPORT) == 2030


def test_the_day_a_body_was_formed_is_not_the_documents() -> None:
    lines = ["Protokoll", "Rådet bildades den 1 april 2026.", "Möte den 3 maj 2030"]

    assert year_of_texts(lines, Kind.MINUTES) == 2030
