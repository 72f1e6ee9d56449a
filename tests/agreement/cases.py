"""Worked examples, and terms made in one line."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from radslag.agreement.parties import Party
from radslag.agreement.terms import Term, read_term

EXAMPLES = Path(__file__).parent.parent / "examples"
BEGINNING = date(2010, 1, 1)

A, B, C, D = (
    Party(f"000{number}", name.lower(), name)
    for number, name in enumerate(("Alby", "Boda", "Ceda", "Dala"), start=1)
)
PARTIES = tuple(
    Party(f"{number:04}", f"kommun{number}", f"Kommun {number}")
    for number in range(1, 10)
)

# Small numbers, ties and zeros are where sharing goes wrong.
SMALL = st.integers(0, 5)
RESIDENTS = st.one_of(SMALL, st.integers(0, 30), st.integers(0, 1_000_000))
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def examples(name: str) -> Any:
    """Return the worked examples of a file."""
    return yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))


def term(kind: str, paragraph: str = "§ 1", **value: Any) -> Term[Any]:
    """Return a term in force from the beginning."""
    return Term(kind, read_term(kind, value), BEGINNING, None, paragraph)


def populations(least: int = 1) -> st.SearchStrategy[dict[Party, int]]:
    """Give residents for some municipalities, at least one of them inhabited."""
    some = st.dictionaries(st.sampled_from(PARTIES), RESIDENTS, min_size=least)
    return some.filter(lambda residents: any(residents.values()))


def plain(sentence: str) -> str:
    """Return a sentence with ordinary spaces, as people type them."""
    return sentence.replace("\N{NO-BREAK SPACE}", " ")
