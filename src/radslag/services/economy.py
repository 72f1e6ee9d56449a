"""Reading a year's economy: the budget beside the year before, outcomes, grants."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery

from radslag.agreement.vocabulary import BudgetSide
from radslag.agreement.wording import kronor
from radslag.records.models import (
    AnnualPlan,
    BudgetLine,
    BudgetOutcome,
    GrantShare,
    SpecialGrant,
)
from radslag.records.questions import Answers, question
from radslag.services.access import Viewer

# Budgets and grants that are put together once for the same answers.
MOST_BUDGETS = 100
_SIDES = {BudgetSide.INCOME: "intäkterna", BudgetSide.COST: "kostnaderna"}


@dataclass(frozen=True)
class Change:
    """How much more a sum is than the one before, in kronor and as a share of it."""

    now_sek: Decimal
    before_sek: Decimal

    @property
    def amount_sek(self) -> Decimal:
        """How much more it is; less is negative."""
        return self.now_sek - self.before_sek

    @property
    def share(self) -> Fraction | None:
        """The change as a share of the sum before; of nothing there is none."""
        if self.before_sek == 0:
            return None
        return Fraction(self.amount_sek) / abs(Fraction(self.before_sek))

    @property
    def because(self) -> str:
        """The subtraction in words."""
        return (
            f"{kronor(self.now_sek)} minus {kronor(self.before_sek)} året före är "
            f"{kronor(self.amount_sek)}."
        )


def change(now_sek: Decimal | None, before_sek: Decimal | None) -> Change | None:
    """Return the change between two sums, when both are known."""
    if now_sek is None or before_sek is None:
        return None
    return Change(now_sek, before_sek)


class Booked(NamedTuple):
    """What is booked on a line (utfall), and until which day."""

    amount_sek: Decimal
    booked_on: date


@dataclass(frozen=True)
class BudgetRow:
    """A budget line (budgetpost), the year before by the same name, and its outcome."""

    line: BudgetLine
    last_year_sek: Decimal | None = None
    outcome: Booked | None = None

    @property
    def change(self) -> Change | None:
        """How it has changed, where a line of that name stood in the year before."""
        return change(self.line.amount_sek, self.last_year_sek)

    @property
    def remaining_sek(self) -> Decimal | None:
        """What is left of the line, when an outcome is booked."""
        return self.line.amount_sek - self.outcome.amount_sek if self.outcome else None


@dataclass(frozen=True)
class BudgetTable:
    """One side of a budget (budget): its lines and their sum.

    `dropped` are the lines of the year before that have no line of that name now.
    """

    side: BudgetSide
    rows: tuple[BudgetRow, ...]
    total_sek: Decimal
    last_year_sek: Decimal | None
    dropped: tuple[BudgetLine, ...] = ()

    @property
    def lines(self) -> tuple[BudgetLine, ...]:
        """The budget lines alone."""
        return tuple(row.line for row in self.rows)

    @property
    def change(self) -> Change | None:
        """How the sum has changed since the year before."""
        return change(self.total_sek, self.last_year_sek)

    @property
    def because(self) -> str:
        """The addition in words."""
        if not self.rows:
            return f"Inga poster finns bland {_SIDES[self.side]}."
        terms = " + ".join(kronor(line.amount_sek) for line in self.lines)
        return f"{terms} = {kronor(self.total_sek)}."

    @property
    def booked(self) -> tuple[BudgetRow, ...]:
        """The rows that have an outcome."""
        return tuple(row for row in self.rows if row.outcome)

    @property
    def outcome_sek(self) -> Decimal | None:
        """The outcome together; nothing until every line has one."""
        if not self.rows or len(self.booked) < len(self.rows):
            return None
        amounts = [row.outcome.amount_sek for row in self.booked if row.outcome]
        return sum(amounts, start=Decimal(0))

    @property
    def remaining_sek(self) -> Decimal | None:
        """What is left of all lines together."""
        return None if self.outcome_sek is None else self.total_sek - self.outcome_sek

    @property
    def remaining_because(self) -> str:
        """The subtraction in words, or what is missing for it."""
        if self.outcome_sek is None:
            return (
                f"Utfall finns för {len(self.booked)} av {len(self.rows)} poster, så "
                "summan kan inte räknas än."
            )
        budget, outcome = kronor(self.total_sek), kronor(self.outcome_sek)
        left = kronor(self.total_sek - self.outcome_sek)
        return f"Budget {budget} minus utfall {outcome} är {left}."


@dataclass(frozen=True, eq=False)
class Budget:
    """A year's budget: income, costs, and whether they are in balance.

    The same answers give the same object, which is alike only to itself.
    """

    income: BudgetTable
    costs: BudgetTable
    balance_sek: Decimal
    because: str

    @property
    def is_empty(self) -> bool:
        """Say whether no line at all is recorded."""
        return not self.income.rows and not self.costs.rows


@dataclass(frozen=True)
class Grant:
    """A special grant (särskilt anslag) with each municipality's share of it."""

    grant: SpecialGrant
    shares: tuple[tuple[GrantShare, Fraction | None], ...]
    shared_sek: Decimal

    @property
    def is_whole(self) -> bool:
        """Say whether the shares are together what was granted."""
        return self.shared_sek == self.grant.total_sek

    @property
    def because(self) -> str:
        """The addition in words, and what is missing where something is."""
        terms = " + ".join(kronor(share.amount_sek) for share, _ in self.shares)
        added = f"{terms} = {kronor(self.shared_sek)}." if terms else "Inga andelar."
        if self.is_whole:
            return added
        difference_sek = self.grant.total_sek - self.shared_sek
        return f"{added} Det skiljer {kronor(difference_sek)} från hela anslaget."


def budget_of(plan: AnnualPlan, before: AnnualPlan | None, viewer: Viewer) -> Budget:
    """Return the plan's budget beside the plan before, in one query.

    The public is told the budget, not what has been booked on it.
    """
    last = before.pk if before else plan.pk
    return _budget(plan.pk, last, _lines(plan.pk, last, to_public=viewer.is_public))


@question
def _lines(plan_id: int, last_id: int, *, to_public: bool) -> QuerySet[BudgetLine]:
    """Ask for the lines of two plans, each with the latest that is booked on it."""
    lines = BudgetLine.objects.filter(plan__in=[plan_id, last_id])
    if not to_public:
        booked = BudgetOutcome.objects.filter(line=OuterRef("pk"))
        latest = booked.order_by("-booked_on", "-id")
        lines = lines.annotate(
            latest_sek=Subquery(latest.values("amount_sek")[:1]),
            latest_on=Subquery(latest.values("booked_on")[:1]),
        )
    return lines.order_by("side", "position", "id")


@lru_cache(maxsize=MOST_BUDGETS)
def _budget(plan_id: int, last_id: int, rows: Answers[BudgetLine]) -> Budget:
    lines = list(rows)
    own = [line for line in lines if line.plan_id == plan_id]
    last = [line for line in lines if line.plan_id != plan_id]
    income = _table(BudgetSide.INCOME, own, last)
    costs = _table(BudgetSide.COST, own, last)
    balance_sek = income.total_sek - costs.total_sek
    return Budget(income, costs, balance_sek, _because(income, costs, balance_sek))


def _table(
    side: BudgetSide, lines: Iterable[BudgetLine], lines_before: Iterable[BudgetLine]
) -> BudgetTable:
    own = [line for line in lines if line.side == side]
    last = [line for line in lines_before if line.side == side]
    rows, dropped = _beside(own, last)
    return BudgetTable(
        side=side,
        rows=rows,
        total_sek=_sum(own),
        last_year_sek=_sum(last) if last else None,
        dropped=dropped,
    )


def _beside(
    own: Sequence[BudgetLine], last: Sequence[BudgetLine]
) -> tuple[tuple[BudgetRow, ...], tuple[BudgetLine, ...]]:
    """Put each line beside the one of its name; names may stand more than once."""
    waiting: dict[str, list[BudgetLine]] = defaultdict(list)
    for line in last:
        waiting[_plain(line.name)].append(line)
    rows = []
    for line in own:
        same = waiting[_plain(line.name)]
        last_year_sek = same.pop(0).amount_sek if same else None
        rows.append(BudgetRow(line, last_year_sek, _latest(line)))
    left = {line.pk for lines in waiting.values() for line in lines}
    return tuple(rows), tuple(line for line in last if line.pk in left)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _latest(line: BudgetLine) -> Booked | None:
    """Return the latest outcome: each tells all that is booked until its day."""
    amount_sek: Decimal | None = getattr(line, "latest_sek", None)
    booked_on: date | None = getattr(line, "latest_on", None)
    if amount_sek is None or booked_on is None:
        return None
    return Booked(amount_sek, booked_on)


def _sum(lines: Iterable[BudgetLine]) -> Decimal:
    return sum((line.amount_sek for line in lines), start=Decimal(0))


def _because(income: BudgetTable, costs: BudgetTable, balance_sek: Decimal) -> str:
    sums = (
        f"Intäkter {kronor(income.total_sek)} minus kostnader "
        f"{kronor(costs.total_sek)} är {kronor(balance_sek)}."
    )
    if balance_sek == 0:
        return f"Budgeten är i balans. {sums}"
    return f"Budgeten är inte i balans. {sums}"


def grants_of(year: int, viewer: Viewer) -> tuple[Grant, ...]:
    """Return the special grants decided in a year, and those not decided yet.

    Two queries. A grant is not marked public, so the public is told of none.
    """
    if viewer.is_public:
        return ()
    days = date(year, 1, 1), date(year + 1, 1, 1)
    return _granted_of(_grants(*days), _shares(*days))


@question
def _grants(first_on: date, until: date) -> QuerySet[SpecialGrant]:
    decided = Q(decided_on__gte=first_on, decided_on__lt=until)
    return SpecialGrant.objects.filter(decided | Q(decided_on__isnull=True))


@question
def _shares(first_on: date, until: date) -> QuerySet[GrantShare]:
    decided = Q(grant__decided_on__gte=first_on, grant__decided_on__lt=until)
    shares = GrantShare.objects.filter(decided | Q(grant__decided_on__isnull=True))
    return shares.select_related("municipality").order_by("municipality__name")


@lru_cache(maxsize=MOST_BUDGETS)
def _granted_of(
    grants: Answers[SpecialGrant], shares: Answers[GrantShare]
) -> tuple[Grant, ...]:
    by_grant: dict[int, list[GrantShare]] = defaultdict(list)
    for share in shares:
        by_grant[share.grant_id].append(share)
    return tuple(_granted(grant, by_grant[grant.pk]) for grant in grants)


def _granted(grant: SpecialGrant, shares: Sequence[GrantShare]) -> Grant:
    shared_sek = sum((share.amount_sek for share in shares), start=Decimal(0))
    return Grant(
        grant,
        tuple(
            (
                share,
                Fraction(share.amount_sek) / Fraction(shared_sek)
                if shared_sek
                else None,
            )
            for share in shares
        ),
        shared_sek,
    )
