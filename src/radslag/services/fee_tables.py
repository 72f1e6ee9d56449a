"""The table of a year's fees: asked for each time, worked out once for the answers."""

from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from radslag.agreement.terms import IndexedFee, NoTermInForce, Terms
from radslag.records.models import Fee
from radslag.records.questions import Answers, Same, question
from radslag.services import populations
from radslag.services.access import Viewer
from radslag.services.fees import FeeFacts, FeeTable, decided_fees, fee_table_of
from radslag.services.populations import Counts, MemberPeriod
from radslag.services.rulebook import rulebook

MOST_TABLES = 100


def fee_table(year: int, viewer: Viewer | None = None) -> FeeTable:
    """Return a year's fees with the reasons that the viewer may read, in four queries.

    Never raises for facts that are missing: they are named in `missing`, and a rule
    that gives no answer says why in `problem`.
    """
    terms = rulebook(viewer)
    return _worked_out(
        year,
        terms,
        populations.member_periods(),
        Same(populations.known_counts(_days_needed(terms, year))),
        _decided(year - 1, year),
    )


@lru_cache(maxsize=MOST_TABLES)
def _worked_out(
    year: int,
    terms: Terms,
    periods: tuple[MemberPeriod, ...],
    counts: Same[Counts],
    fees: Answers[Fee],
) -> FeeTable:
    facts = FeeFacts(terms, periods, counts.thing, decided_fees(fees))
    return fee_table_of(facts, year)


@question
def _decided(first: int, last: int) -> QuerySet[Fee]:
    fees = Fee.objects.filter(year__gte=first, year__lte=last)
    return fees.select_related("municipality")


@lru_cache(maxsize=MOST_TABLES)
def _days_needed(terms: Terms, year: int) -> tuple[date, ...] | None:
    """Name the counting days of the year and the year before; all when indexed."""
    days = []
    for each in (year - 1, year):
        try:
            value = terms.fee_term_for(each).value
        except NoTermInForce:
            continue
        if isinstance(value, IndexedFee):
            return None
        days.append(value.counted_on(each))
    return tuple(days)
