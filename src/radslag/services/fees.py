"""A year's fees: by rule, as decided, against last year, and why each is what it is.

The rule's answer and the decided fee stand beside each other; neither is written
over the other. What is not known is named, and the total still comes out where the
sum of everybody's population is known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import cast

from radslag.agreement import fees as rules
from radslag.agreement.fees import Charge, Charges, DueDay, MissingPopulation, Step
from radslag.agreement.parties import NobodyToShareWith, Party, SharesDoNotFit
from radslag.agreement.terms import (
    Due,
    FeeTerm,
    IndexedFee,
    NoTermInForce,
    PerResidentFee,
    SharedTotalFee,
    Term,
    Terms,
)
from radslag.agreement.wording import kronor, listed, long_date
from radslag.records.models import Fee
from radslag.services import populations
from radslag.services.populations import CountingDay, Counts, MemberPeriod

Decided = Mapping[int, Mapping[Party, Fee]]


@dataclass(frozen=True)
class Reason:
    """A link (led) in the chain behind a figure: rule → paragraph → population."""

    rule: str
    sentence: str
    paragraph: str = ""
    source: str = ""


@dataclass(frozen=True)
class FeeRow:
    """A municipality's fee for a year: the rule's answer beside what was decided."""

    party: Party
    counted_on: date | None
    residents: int | None
    rate_sek: Decimal | None
    by_rule_sek: Decimal | None
    decided: Fee | None = None
    last_year_sek: Decimal | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def decided_sek(self) -> Decimal | None:
        """What was decided, if anything was."""
        return self.decided.amount_sek if self.decided else None

    @property
    def amount_sek(self) -> Decimal | None:
        """What is to be paid: as decided, otherwise by the rule."""
        return self.by_rule_sek if self.decided_sek is None else self.decided_sek

    @property
    def change_sek(self) -> Decimal | None:
        """How much more than last year it is, when both are known."""
        return _difference(self.amount_sek, self.last_year_sek)


@dataclass(frozen=True, eq=False)
class FeeTable:
    """A year's fees (avgifter), row by row and together.

    The same answers give the same object, which is alike only to itself.
    `problem` is the Swedish sentence that says why the rule gives no answer; it is
    empty when it does.
    """

    year: int
    rows: tuple[FeeRow, ...]
    term: Term[FeeTerm] | None = None
    counting_day: CountingDay | None = None
    total_by_rule_sek: Decimal | None = None
    total_reasons: tuple[Reason, ...] = ()
    last_year_total_sek: Decimal | None = None
    due: DueDay | None = None
    missing: tuple[MissingPopulation, ...] = ()
    problem: str = ""

    @property
    def rate_sek(self) -> Decimal | None:
        """The rate for each resident, where the rule has one."""
        return _rate(self.term)

    @property
    def due_on(self) -> date | None:
        """The last day to pay, if the agreement names one."""
        return self.due.due_on if self.due else None

    @property
    def total_residents(self) -> int | None:
        """Everybody's population on the counting day, if it is known."""
        return self.counting_day.total_residents if self.counting_day else None

    @property
    def decided_total_sek(self) -> Decimal | None:
        """What was decided, together; nothing until every member's fee is."""
        return _sum(row.decided_sek for row in self.rows)

    @property
    def total_sek(self) -> Decimal | None:
        """What is to be paid together: each as decided, otherwise by the rule."""
        paid_sek = _sum(row.amount_sek for row in self.rows)
        return self.total_by_rule_sek if paid_sek is None else paid_sek

    @property
    def change_sek(self) -> Decimal | None:
        """How much more than last year it is together, when both are known."""
        return _difference(self.total_sek, self.last_year_total_sek)


@dataclass(frozen=True)
class FeeFacts:
    """What fees are worked out from; gathered once, good for any year it covers."""

    terms: Terms
    periods: tuple[MemberPeriod, ...]
    counts: Counts
    decided: Decided = field(default_factory=lambda: MappingProxyType({}))

    def members(self, year: int) -> tuple[Party, ...]:
        """Return who pays for a year: the members on its first day."""
        return populations.members_among(self.periods, date(year, 1, 1))


@dataclass(frozen=True)
class _Answer:
    """What the rule says for a year, or the sentence saying why it cannot."""

    charges: Charges
    total: Charge | None = None
    term: Term[FeeTerm] | None = None
    counting_day: CountingDay | None = None
    problem: str = ""

    @property
    def total_sek(self) -> Decimal | None:
        """Everybody's fees by rule, where they can be told."""
        if self.problem:
            return None
        return self.total.amount_sek if self.total else self.charges.total_sek


def decided_fees(rows: Iterable[Fee]) -> Decided:
    """Return fees, fetched with their municipalities, by year and municipality."""
    decided: dict[int, dict[Party, Fee]] = {}
    for row in rows:
        fees_of_year = decided.setdefault(row.year, {})
        fees_of_year[populations.party_of(row.municipality)] = row
    return decided


def fee_table_of(facts: FeeFacts, year: int) -> FeeTable:
    """Return a year's fees from facts already gathered; asks the database nothing."""
    answer, before = _answer(facts, year), _answer(facts, year - 1)
    decided = facts.decided.get(year, {})
    last_year = _last_year(facts, year - 1, before)
    charges = {charge.party: charge for charge in answer.charges.charges}
    rows = tuple(
        _row(party, answer, charges.get(party), facts, decided, last_year)
        for party in populations.by_name({*facts.members(year), *decided})
    )
    return FeeTable(
        year=year,
        rows=rows,
        term=answer.term,
        counting_day=answer.counting_day,
        total_by_rule_sek=answer.total_sek,
        total_reasons=_total_reasons(answer, facts),
        last_year_total_sek=_last_year_total(facts, year - 1, before, last_year),
        due=_due(facts.terms, year),
        missing=answer.charges.missing,
        problem=answer.problem,
    )


def _answer(facts: FeeFacts, year: int) -> _Answer:
    try:
        term = facts.terms.fee_term_for(year)
    except NoTermInForce as silence:
        return _Answer(Charges(()), problem=str(silence))
    parties = facts.members(year)
    day = facts.counts.on(term.value.counted_on(year), parties)
    if not parties:
        problem = f"Ingen kommun var med den {long_date(date(year, 1, 1))}."
        return _Answer(Charges(()), term=term, counting_day=day, problem=problem)
    try:
        charges = _charges(facts, year, term, parties)
    except (rules.NoFeeBefore, NobodyToShareWith, SharesDoNotFit) as refusal:
        return _Answer(Charges(()), term=term, counting_day=day, problem=str(refusal))
    return _Answer(charges, _total(year, term, charges, day), term, day)


def _charges(
    facts: FeeFacts, year: int, term: Term[FeeTerm], parties: tuple[Party, ...]
) -> Charges:
    first = None
    if isinstance(term.value, IndexedFee):
        first = facts.members(term.value.first_year)
    return rules.fees(
        year=year,
        term=term,
        parties=parties,
        population=facts.counts.residents,
        previous_sek=_invoiced(facts, year - 1, parties),
        first_parties=first,
    )


def _invoiced(
    facts: FeeFacts, year: int, parties: tuple[Party, ...]
) -> dict[Party, Decimal] | None:
    """Return last year's fees as decided, when everybody's were."""
    decided = facts.decided.get(year, {})
    if not all(party in decided for party in parties):
        return None
    return {party: decided[party].amount_sek for party in parties}


def _total(
    year: int, term: Term[FeeTerm], charges: Charges, day: CountingDay
) -> Charge | None:
    """Answer for everybody together, where not everybody's own figure is known."""
    if not charges.missing:
        return None
    if isinstance(term.value, PerResidentFee) and day.written_sum:
        residents = day.written_sum.residents
        return rules.total_fee(year, residents, cast("Term[PerResidentFee]", term))
    if isinstance(term.value, SharedTotalFee):
        sentence = f"Avgifterna är tillsammans {kronor(term.value.total_sek)} per år."
        step = Step("avgift som del av en summa", sentence, term.paragraph)
        together = Party("", "", "Kommunerna tillsammans")
        return Charge(together, term.value.total_sek, (step,))
    return None


def _row(
    party: Party,
    answer: _Answer,
    charge: Charge | None,
    facts: FeeFacts,
    decided: Mapping[Party, Fee],
    last_year: Mapping[Party, Decimal],
) -> FeeRow:
    counted_on = answer.counting_day.counted_on if answer.counting_day else None
    count = facts.counts.count_of(party, counted_on) if counted_on else None
    return FeeRow(
        party=party,
        counted_on=counted_on,
        residents=count.residents if count else None,
        rate_sek=_rate(answer.term),
        by_rule_sek=charge.amount_sek if charge else None,
        decided=decided.get(party),
        last_year_sek=last_year.get(party),
        reasons=_reasons(charge, facts) if charge else (),
    )


def _reasons(charge: Charge, facts: FeeFacts) -> tuple[Reason, ...]:
    return tuple(
        Reason(step.rule, step.sentence, step.paragraph, _source(step, charge, facts))
        for step in charge.reasons
    )


def _source(step: Step, charge: Charge, facts: FeeFacts) -> str:
    if step.counted_on is None:
        return ""
    count = facts.counts.count_of(charge.party, step.counted_on)
    if count is None:
        count = facts.counts.sums.get(step.counted_on)
    return count.source if count else ""


def _total_reasons(answer: _Answer, facts: FeeFacts) -> tuple[Reason, ...]:
    if answer.total:
        return _reasons(answer.total, facts)
    total_sek = answer.total_sek
    if total_sek is None:
        return ()
    parts = len(answer.charges.charges)
    sentence = f"De {parts} kommunernas avgifter är tillsammans {kronor(total_sek)}."
    return (Reason("summa", sentence),)


def _last_year(facts: FeeFacts, year: int, answer: _Answer) -> dict[Party, Decimal]:
    decided = facts.decided.get(year, {})
    by_rule = answer.charges.amounts_sek
    return by_rule | {party: fee.amount_sek for party, fee in decided.items()}


def _last_year_total(
    facts: FeeFacts, year: int, answer: _Answer, last_year: Mapping[Party, Decimal]
) -> Decimal | None:
    parties = facts.members(year)
    if parties and all(party in last_year for party in parties):
        return _sum(last_year.values())
    return answer.total_sek


def _due(terms: Terms, year: int) -> DueDay | None:
    """Return the day the year's fee is due, by the term in force on its first day."""
    terms_of_fee = Terms.of(
        term for term in terms.history(Due) if term.value.of == "fee"
    )
    try:
        return rules.due_on(year, terms_of_fee.in_force(Due, date(year, 1, 1)))
    except NoTermInForce:
        return None


def _rate(term: Term[FeeTerm] | None) -> Decimal | None:
    if term is None or not isinstance(term.value, PerResidentFee):
        return None
    return term.value.rate_sek


def _difference(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or before is None else now - before


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = list(amounts)
    if not known or None in known:
        return None
    return sum((amount for amount in known if amount is not None), start=Decimal(0))


def missing_in_words(missing: Iterable[MissingPopulation]) -> str:
    """Name the municipalities whose population is missing, by name.

    Empty when nothing is missing.
    """
    parties = {fact.party for fact in missing}
    return listed(party.name for party in populations.by_name(parties))
