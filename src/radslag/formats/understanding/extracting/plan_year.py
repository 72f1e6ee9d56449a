"""The year that a plan is of, which is not always the year its document begins with."""

from dataclasses import replace

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.plans import year_of
from radslag.formats.understanding.portion import Portion


def in_its_year(portion: Portion) -> Portion:
    """Return a plan, or a report, with the year in its own name, where it has one.

    A plan for 2026 may begin with the day in 2025 when it was decided, and a report
    with one in 2027.
    """
    kinds = (
        DocumentKind.ANNUAL_PLAN,
        DocumentKind.ACTION_PLAN,
        DocumentKind.ANNUAL_REPORT,
    )
    if portion.kind not in kinds:
        return portion
    said = year_of(portion)
    return replace(portion, year=int(said.value)) if said else portion
