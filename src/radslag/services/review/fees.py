"""Checks of fees: the rule, the budget, what was decided, and what is not known."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from radslag.agreement.terms import PerResidentFee
from radslag.agreement.vocabulary import BudgetSide, PlanStatus, Severity
from radslag.agreement.wording import (
    HARD_SPACE,
    kronor,
    listed,
    long_date,
    number,
)
from radslag.records.models import AnnualPlan, BudgetLine
from radslag.services.fees import FeeRow, FeeTable, missing_in_words
from radslag.services.populations import by_name
from radslag.services.review.facts import Facts, grouped
from radslag.services.review.findings import (
    Found,
    Mention,
    check,
    mention,
    milder_when_old,
    subject_of,
)

# Words that name the members' yearly fee in a budget, and those that name another
# income: a special grant, what people pay to take part in something.
FEE_WORDS = ("avgift", "anslag")
OTHER_WORDS = ("särskil", "extra", "konferens", "deltag", "kurs")


@check(
    "population_missing",
    title="Invånarantal saknas för avgifterna",
    severity=Severity.WARNING,
    paragraph="§ 8",
    cure="Lägg in kommunernas invånarantal för räknedagen, med källa.",
)
def population_missing(facts: Facts, today: date) -> Iterator[Found]:
    """Find years with a plan whose fees lack a member's own population."""
    for plan in facts.plans:
        table = facts.fee_table(plan.year)
        if table.missing:
            days = sorted({fact.counted_on for fact in table.missing})
            yield Found(
                subject=subject_of(plan),
                what=f"Avgifterna för {plan.year} kan inte räknas ut för "
                f"{missing_in_words(table.missing)}: invånarantalet den "
                f"{listed(map(long_date, days))} saknas. {_known_total(table)}",
                says=_paragraph(table),
                about=tuple(
                    (fact.party.code, fact.counted_on) for fact in table.missing
                ),
                records=(mention(plan), *_municipalities(table)),
                severity=milder_when_old(plan.year, today),
            )


def _known_total(table: FeeTable) -> str:
    if table.total_by_rule_sek is None:
        return "Summan kan inte heller räknas ut."
    return f"Summan är känd: {kronor(table.total_by_rule_sek)}."


def _municipalities(table: FeeTable) -> Iterator[Mention]:
    for party in by_name({fact.party for fact in table.missing}):
        yield Mention("municipalities", party.key, party.name)


def _paragraph(table: FeeTable) -> str:
    return (table.term.paragraph if table.term else "") or "avtalets villkor om avgift"


@check(
    "fee_rule_without_answer",
    title="Avgiftens regel ger inget svar",
    severity=Severity.WARNING,
    paragraph="§ 8",
    cure="Läs vad meddelandet säger och rätta villkoret eller medlemskapen.",
)
def fee_rule_without_answer(facts: Facts, today: date) -> Iterator[Found]:
    """Find years with a plan where the fee's rule cannot be used."""
    for plan in facts.plans:
        table = facts.fee_table(plan.year)
        if table.problem and table.term:
            yield Found(
                subject=subject_of(plan),
                what=f"Avgifterna för {plan.year} kan inte räknas ut. {table.problem}",
                says=_paragraph(table),
                about=(plan.year, table.problem),
                records=(mention(plan),),
                severity=milder_when_old(plan.year, today),
            )


@check(
    "fee_total_not_budgeted",
    title="Budgeterade avgifter är inte vad regeln ger",
    severity=Severity.ERROR,
    paragraph="§ 8",
    cure="Rätta budgetposten, eller invånarantalet om det är där felet är.",
)
def fee_total_not_budgeted(facts: Facts, today: date) -> Iterator[Found]:
    """Find budgets whose fee income is not the total that the rule gives."""
    for plan in facts.plans:
        lines = [
            line for line in facts.budget_by_plan.get(plan.pk, []) if is_fee_line(line)
        ]
        table = facts.fee_table(plan.year)
        budgeted = sum((line.amount_sek for line in lines), start=Decimal(0))
        total = table.total_by_rule_sek
        if lines and total is not None and budgeted != total:
            yield Found(
                subject=subject_of(plan),
                what=f"I budgeten för {plan.year} är avgifterna {kronor(budgeted)}, "
                f"men regeln ger {kronor(total)}.",
                says=arithmetic(table),
                about=(budgeted, total),
                records=(mention(plan), *(mention(line) for line in lines)),
            )


def is_fee_line(line: BudgetLine) -> bool:
    """Say whether a budget line is the members' yearly fee, by what it is called."""
    name = line.name.casefold()
    is_other = any(word in name for word in OTHER_WORDS)
    is_fee = any(word in name for word in FEE_WORDS)
    return line.side == BudgetSide.INCOME and is_fee and not is_other


def arithmetic(table: FeeTable) -> str:
    """Write how the total comes out: by rate and population where it does.

    Otherwise the paragraph stands for it.
    """
    total, residents = table.total_by_rule_sek, table.total_residents
    is_product = table.term and isinstance(table.term.value, PerResidentFee)
    if is_product and total is not None and residents and table.rate_sek:
        times = f"{HARD_SPACE}×{HARD_SPACE}"
        return f"{kronor(total)} = {number(residents)}{times}{kronor(table.rate_sek)}"
    return _paragraph(table)


@check(
    "decided_fee_differs",
    title="Beslutade avgifter är inte vad regeln ger",
    severity=Severity.ERROR,
    paragraph="§ 8",
    cure="Rätta avgiften, eller godta iakttagelsen med skälet till att den avviker.",
)
def decided_fee_differs(facts: Facts, today: date) -> Iterator[Found]:
    """Find years where a decided fee is another than the rule's."""
    for year in sorted({fee.year for fee in facts.fees}):
        table = facts.fee_table(year)
        astray = [row for row in table.rows if _differs(row)]
        if astray:
            wrong = listed(_decided_and_by_rule(row) for row in astray)
            yield Found(
                subject=f"fees/{year}",
                what=f"Beslutade avgifter för {year} avviker från regeln: {wrong}.",
                says=_paragraph(table),
                about=tuple(
                    (row.party.code, row.decided_sek, row.by_rule_sek) for row in astray
                ),
                records=_decided(astray),
            )


def _decided_and_by_rule(row: FeeRow) -> str:
    decided, by_rule = row.decided_sek or Decimal(0), row.by_rule_sek or Decimal(0)
    return f"{row.party.name} ({kronor(decided)}, regeln ger {kronor(by_rule)})"


def _differs(row: FeeRow) -> bool:
    return None not in {row.decided_sek, row.by_rule_sek} and (
        row.decided_sek != row.by_rule_sek
    )


def _decided(rows: Iterable[FeeRow]) -> tuple[Mention, ...]:
    return tuple(mention(row.decided, row.party.name) for row in rows if row.decided)


@check(
    "fees_decided_for_some",
    title="Avgift beslutad för fel kommuner",
    severity=Severity.ERROR,
    paragraph="§ 8",
    cure="Lägg in avgiften som saknas, eller ta bort den som inte ska finnas.",
)
def fees_decided_for_some(facts: Facts, today: date) -> Iterator[Found]:
    """Find years where fees are decided for others than precisely the members."""
    for year, fees in grouped((fee.year, fee) for fee in facts.fees).items():
        members = {party.code for party in facts.members(date(year, 1, 1))}
        astray = sorted({fee.municipality.code for fee in fees} ^ members)
        if astray:
            names = {row.code: row.name for row in facts.municipalities}
            yield Found(
                subject=f"fees/{year}",
                what=f"Avgifterna för {year} är inte beslutade för precis dem som var "
                f"medlemmar: {listed(names[code] for code in astray)}.",
                says=f"Medlemmar den 1 januari {year} betalar årets avgift.",
                about=tuple(astray),
                records=tuple(
                    mention(row) for row in facts.municipalities if row.code in astray
                ),
                severity=milder_when_old(year, today),
            )


@check(
    "fee_due_before_budget",
    title="Avgiften ska betalas innan budgeten är beslutad",
    severity=Severity.WARNING,
    paragraph="§§ 4, 8",
    cure="Besluta budgeten före förfallodagen, eller kom överens om en senare dag.",
)
def fee_due_before_budget(facts: Facts, today: date) -> Iterator[Found]:
    """Find years whose fee fell due before the budget behind it was decided."""
    for plan in facts.plans:
        due = facts.fee_table(plan.year).due
        decided_on = _budget_decided_on(plan)
        is_undated = plan.status == PlanStatus.ADOPTED and decided_on is None
        if due is None or is_undated or (decided_on or today) <= due.due_on:
            continue
        decided = (
            f"budgeten beslutades först {long_date(decided_on)}"
            if decided_on
            else "budgeten är ännu inte beslutad"
        )
        yield Found(
            subject=subject_of(plan),
            what=f"Avgiften för {plan.year} skulle betalas senast "
            f"{long_date(due.due_on)}, men {decided}.",
            says=due.paragraph or "avtalets villkor om förfallodag",
            about=(due.due_on, decided_on),
            records=(mention(plan),),
            severity=milder_when_old(plan.year, today),
        )


def _budget_decided_on(plan: AnnualPlan) -> date | None:
    if plan.status != PlanStatus.ADOPTED:
        return plan.budget_adopted_on
    return plan.budget_adopted_on or plan.adopted_on


@check(
    "grant_shares_differ",
    title="Andelarna i ett särskilt anslag är inte tillsammans hela beloppet",
    severity=Severity.ERROR,
    paragraph="§ 7",
    cure="Rätta andelarna så att de tillsammans är projektets belopp.",
)
def grant_shares_differ(facts: Facts, today: date) -> Iterator[Found]:
    """Find special grants whose shares do not add up to the total."""
    for shares in grouped((row.grant_id, row) for row in facts.grant_shares).values():
        grant = shares[0].grant
        added = sum((row.amount_sek for row in shares), start=Decimal(0))
        if added != grant.total_sek:
            yield Found(
                subject=subject_of(grant),
                what=f"Andelarna i {grant.name} är tillsammans {kronor(added)}, men "
                f"anslaget är {kronor(grant.total_sek)}.",
                says=f"{kronor(grant.total_sek)} − {kronor(added)} = "
                f"{kronor(grant.total_sek - added)}",
                about=(added, grant.total_sek),
                records=(mention(grant, grant.name),),
            )
