"""The economy: a year's budget with sums, and what each municipality pays and why."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from radslag.agreement.parties import Party
from radslag.agreement.vocabulary import BudgetSide
from radslag.agreement.wording import listed, long_date
from radslag.records.questions import Same
from radslag.services import economy as economies
from radslag.services import plans
from radslag.services.economy import Budget, BudgetRow, BudgetTable, Change, Grant
from radslag.services.fee_tables import fee_table
from radslag.services.fees import FeeRow, FeeTable
from radslag.services.populations import by_name
from radslag.web import edit_links, showing, source_links
from radslag.web.drawn import drawn
from radslag.web.gate import Visit
from radslag.web.public.plans import latest, of_year, years_of
from radslag.web.sight import Sight, sight_of
from radslag.web.templatetags.radslag_text import percent, sek


class FeesFacts(NamedTuple):
    """All that the fees of a page depend on."""

    table: FeeTable
    today: date
    sight: Sight


class BudgetFacts(NamedTuple):
    """All that the budget of a page depends on."""

    budget: Budget
    plan: str
    year: int
    sight: Sight


class GrantsFacts(NamedTuple):
    """All that the special grants of a page depend on."""

    grants: Same[tuple[Grant, ...]]
    cooperation: str


def economy(request: HttpRequest, cooperation: str, year: int = 0) -> HttpResponse:
    """Show the economy of a year, or of the latest that has a plan."""
    visit = cast("Visit", request)
    every = plans.plans_for(visit.viewer)
    if not every and not year:
        return render(request, "public/economy_empty.html")
    chosen = latest(every, visit.today.year) if not year else of_year(every, year)
    before = next((each for each in every if each.year == chosen.year - 1), None)
    table = fee_table(chosen.year, visit.viewer)
    source_links.gather(visit, "fees", "populations", "budget_lines")
    budget = economies.budget_of(chosen, before, visit.viewer)
    grants = GrantsFacts(
        Same(economies.grants_of(chosen.year, visit.viewer)), cooperation
    )
    sight = sight_of(visit)
    return render(
        request,
        "public/economy.html",
        {
            "plan": chosen,
            "figures": drawn(
                "public/_economy_figures.html", (table, budget, cooperation), _figures
            ),
            "fees": drawn(
                "public/_economy_fees.html",
                FeesFacts(table, visit.today, sight),
                _fees_shown,
            ),
            "budget": drawn(
                "public/_economy_budget.html",
                BudgetFacts(budget, chosen.key, chosen.year, sight),
                _budget_shown,
            ),
            "grants": ""
            if visit.viewer.is_public
            else drawn("public/_economy_grants.html", grants, _grants_shown),
            "years": years_of(every, chosen, cooperation, "economy-year"),
        },
    )


def _figures(facts: tuple[FeeTable, Budget, str]) -> showing.Shown:
    """Return the figures at the top of the page, with why each is what it is."""
    table, budget, cooperation = facts
    return {
        "fees": table,
        "total_chain": _with_change(
            showing.chain(table.total_reasons, cooperation), _changed(table)
        ),
        "budget": budget,
        "balance_chain": [_counted(budget.because)],
    }


def _fees_shown(facts: FeesFacts) -> showing.Shown:
    table = facts.table
    return {
        "sight": facts.sight,
        "fees": table,
        "rows": [_row(row, facts) for row in table.rows],
        "change": _changed(table),
        "bars": _bars(table),
        "missing": _missing(table),
        "enter_urls": _enter_urls(facts),
    }


def _budget_shown(facts: BudgetFacts) -> showing.Shown:
    budget = facts.budget
    return facts._asdict() | {
        "sides": [_side(side) for side in (budget.income, budget.costs)]
    }


def _grants_shown(facts: GrantsFacts) -> showing.Shown:
    return {
        "cooperation": facts.cooperation,
        "grants": [
            {"grant": each, "chain": [_counted(each.because)]}
            for each in facts.grants.thing
        ],
    }


def _missing(table: FeeTable) -> list[str]:
    """Say for each counting day whose populations are missing."""
    days = sorted({fact.counted_on for fact in table.missing})
    return [
        f"{long_date(day)}: {listed(party.name for party in _lacking(table, day))}."
        for day in days
    ]


def _lacking(table: FeeTable, day: date) -> list[Party]:
    return by_name(fact.party for fact in table.missing if fact.counted_on == day)


def _enter_urls(facts: FeesFacts) -> list[tuple[date, str]]:
    """Return where each missing counting day is filled in, for those who may."""
    days = sorted({fact.counted_on for fact in facts.table.missing})
    found = [(day, edit_links.populations_url(facts.sight, day)) for day in days]
    return [(day, address) for day, address in found if address]


def _row(row: FeeRow, of: FeesFacts) -> showing.Shown:
    change = economies.change(row.amount_sek, row.last_year_sek)
    return {
        "fee": row,
        # The key that a population has when nobody chose another.
        "population_key": f"{row.party.key}-{row.counted_on}",
        "chain": _with_change(showing.chain(row.reasons, of.sight.cooperation), change),
        "change": change,
        "differs": row.decided_sek not in (None, row.by_rule_sek),
        "state": None if of.sight.is_public else _state(row, of.today),
    }


def _changed(table: FeeTable) -> Change | None:
    return economies.change(table.total_sek, table.last_year_total_sek)


def _counted(sentence: str) -> showing.Shown:
    return {"label": _("Räkning"), "text": sentence}


def _with_change(
    links: list[showing.Shown], change: Change | None
) -> list[showing.Shown]:
    if not links or change is None:
        return links
    return [*links, {"label": _("Ändring"), "text": change.because}]


def _state(row: FeeRow, today: date) -> showing.Shown | None:
    """Say how far a decided fee has come: invoiced, paid, or overdue."""
    fee = row.decided
    if fee is None:
        return None
    if fee.paid_on:
        return _stated("success", _("betald"), fee.paid_on)
    if fee.invoiced_on and fee.due_on and fee.due_on < today:
        return _stated("warning", _("förfallen"), fee.due_on)
    if fee.invoiced_on:
        return _stated("info", _("fakturerad"), fee.invoiced_on)
    return _stated("neutral", _("inte noterad"), None)


def _stated(kind: str, what: str, on: date | None) -> showing.Shown:
    return {"kind": kind, "word": what, "on": on}


def _side(table: BudgetTable) -> showing.Shown:
    """Return a side of the budget with its chain and its bars."""
    return {
        "table": table,
        "chain": _with_change([_counted(table.because)], table.change),
        "remaining_chain": [_counted(table.remaining_because)],
        "bars": _outcome_bars(table),
    }


def _outcome_bars(table: BudgetTable) -> showing.Shown:
    booked = [(row, row.outcome.amount_sek) for row in table.booked if row.outcome]
    amounts = [amount for row, sek_ in booked for amount in (row.line.amount_sek, sek_)]
    highest = max(amounts, default=Decimal(0))
    return {
        "title": _("Utfall mot budget"),
        "description": _("Ramen är budgeten, stapeln det som är bokfört."),
        "rows": [
            {
                "label": row.line.name,
                "value": _("%(outcome)s av %(budget)s")
                % {"outcome": sek(amount_sek), "budget": sek(row.line.amount_sek)},
                "note": _left(row),
                "percent": _percent(max(amount_sek, Decimal(0)), highest) or "0",
                "before_percent": _percent(row.line.amount_sek, highest),
            }
            for row, amount_sek in booked
        ],
    }


def _left(row: BudgetRow) -> str:
    left_sek = row.remaining_sek or Decimal(0)
    if row.line.side == BudgetSide.INCOME:
        return ""
    if left_sek < 0:
        return _("Överskriden med %(sum)s") % {"sum": sek(-left_sek)}
    return _("Kvar: %(sum)s") % {"sum": sek(left_sek)}


def _bars(table: FeeTable) -> showing.Shown:
    known = [row for row in table.rows if row.amount_sek is not None]
    highest = max((_largest(row) for row in known), default=Decimal(0))
    return {
        "title": _("Avgift per kommun %(year)s") % {"year": table.year},
        "description": _("Ramen visar förra årets avgift."),
        "rows": [
            {
                "label": row.party.name,
                "value": sek(row.amount_sek),
                "note": _share_changed(row),
                "percent": _percent(row.amount_sek, highest),
                "before_percent": _percent(row.last_year_sek, highest),
            }
            for row in sorted(known, key=lambda row: -(row.amount_sek or 0))
        ],
    }


def _share_changed(row: FeeRow) -> str:
    change = economies.change(row.amount_sek, row.last_year_sek)
    if change is None or change.share is None:
        return ""
    sign = "+" if change.share > 0 else ""
    return f"{sign}{percent(change.share)}"


def _largest(row: FeeRow) -> Decimal:
    return max(row.amount_sek or Decimal(0), row.last_year_sek or Decimal(0))


def _percent(amount_sek: Decimal | None, highest: Decimal) -> str | None:
    if amount_sek is None or not highest:
        return None
    return f"{amount_sek * 100 / highest:.2f}"
