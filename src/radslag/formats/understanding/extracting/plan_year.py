"""The year that a plan is of, which is not always the year its document begins with."""

from dataclasses import replace

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.plans import year_of
from radslag.formats.understanding.portion import Portion


def in_its_year(portion: Portion) -> Portion:
    """Return a plan with the year in its own name, where it has one.

    A plan for 2026 may begin with the day in 2025 when it was decided.
    """
    if portion.kind is not DocumentKind.ANNUAL_PLAN:
        return portion
    said = year_of(portion)
    return replace(portion, year=int(said.value)) if said else portion
