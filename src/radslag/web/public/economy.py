"""The economy: a year's budget with sums, and what each municipality pays and why."""

from datetime import date
from decimal import Decimal
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from radslag.agreement.vocabulary import BudgetSide
from radslag.services import economy as economies
from radslag.services import fees, plans
from radslag.services.economy import BudgetRow, BudgetTable, Change
from radslag.services.fees import FeeRow, FeeTable
from radslag.web import edit_links, showing, source_links
from radslag.web.gate import Visit
from radslag.web.public.plans import latest, of_year, years_of
from radslag.web.templatetags.radslag_text import percent, sek


def economy(request: HttpRequest, cooperation: str, year: int = 0) -> HttpResponse:
    """Show the economy of a year, or of the latest that has a plan."""
    visit = cast("Visit", request)
    every = plans.plans_for(visit.viewer)
    if not every and not year:
        return render(request, "public/economy_empty.html")
    chosen = latest(every, visit.today.year) if not year else of_year(every, year)
    before = next((each for each in every if each.year == chosen.year - 1), None)
    table = fees.fee_table(chosen.year, visit.viewer)
    source_links.gather(visit, "fees", "populations", "budget_lines")
    budget = economies.budget_of(chosen, before, visit.viewer)
    return render(
        request,
        "public/economy.html",
        {
            "plan": chosen,
            "budget": budget,
            "sides": [_side(side) for side in (budget.income, budget.costs)],
            "balance_chain": [_counted(budget.because)],
            "fees": table,
            "rows": [_row(row, visit) for row in table.rows],
            "total_chain": _with_change(
                showing.chain(table.total_reasons, visit.cooperation), _changed(table)
            ),
            "change": _changed(table),
            "grants": [
                {"grant": each, "chain": [_counted(each.because)]}
                for each in economies.grants_of(chosen.year, visit.viewer)
            ],
            "bars": _bars(table),
            "enter_urls": _enter_urls(table, visit),
            "years": years_of(every, chosen, cooperation, "economy-year"),
        },
    )


def _enter_urls(table: FeeTable, visit: Visit) -> list[tuple[date, str]]:
    """Return where each missing counting day is filled in, for those who may."""
    days = sorted({fact.counted_on for fact in table.missing})
    found = [(day, edit_links.populations_url(visit, day)) for day in days]
    return [(day, address) for day, address in found if address]


def _row(row: FeeRow, visit: Visit) -> showing.Shown:
    change = economies.change(row.amount_sek, row.last_year_sek)
    return {
        "fee": row,
        # The key that a population has when nobody chose another.
        "population_key": f"{row.party.key}-{row.counted_on}",
        "chain": _with_change(showing.chain(row.reasons, visit.cooperation), change),
        "change": change,
        "differs": row.decided_sek not in (None, row.by_rule_sek),
        "state": None if visit.viewer.is_public else _state(row, visit.today),
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
    return _stated("neutral", _("ingen faktura noterad"), None)


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
