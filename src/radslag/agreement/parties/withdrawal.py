"""Withdrawal: when a municipality that leaves is out, and what then follows.

Source: §§ 2, 9 of the model agreement.
Units: days as calendar dates, the withdrawal period in whole months.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from radslag.agreement.citation import Ruling, cites
from radslag.agreement.parties.sharing import Party
from radslag.agreement.terms import Duration, Term, WithdrawalTerm
from radslag.agreement.wording import according_to, long_date, role_name

_MONTHS_PER_YEAR = 12
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Withdrawal:
    """A withdrawal (uppsägning) with the days that follow from its receipt."""

    received_on: date
    counted_from: date
    last_day_on: date
    because: str
    paragraph: str = ""


@cites("§ 2")
def is_agreement_in_force(on: date, term: Term[Duration]) -> Ruling:
    """Say whether the agreement runs on a day; its last day, if it has one, counts.

    >>> value = Duration(runs="until", until=date(2030, 12, 31))
    >>> term = Term("duration", value, date(2010, 1, 1))
    >>> is_agreement_in_force(date(2031, 1, 1), term).because
    'Avtalet gäller från 1 januari 2010 till och med 31 december 2030.'
    """
    last_on = term.value.until
    until = "tills vidare" if last_on is None else f"till och med {long_date(last_on)}"
    because = (
        f"Avtalet gäller från {long_date(term.applies_from)} {until}"
        f"{according_to(term.paragraph)}."
    )
    runs = term.applies_from <= on and (last_on is None or on <= last_on)
    return Ruling(runs, because, term.paragraph)


@cites("§ 2")
def withdrawal(received_on: date, term: Term[WithdrawalTerm]) -> Withdrawal:
    """Count a withdrawal period, from its receipt to the last day as a member.

    Counted from the next turn of a month, it always begins on the first of the month
    after the receipt, also when received on the first. A later receipt never gives
    an earlier last day. A period whose day is missing in its last month ends with
    that month.

    >>> from radslag.agreement.terms import read_term
    >>> value = read_term("withdrawal", {"months": 12, "decided_by": "council",
    ...     "counted_from": "next_month_turn", "received_by": "committee_chair"})
    >>> term = Term("withdrawal", value, date(2010, 1, 1))
    >>> withdrawal(date(2026, 3, 10), term).last_day_on
    datetime.date(2027, 3, 31)
    """
    counted_from = received_on
    if term.value.counted_from == "next_month_turn":
        counted_from = _months_after(received_on.replace(day=1), 1)
    last_day_on = _last_day(counted_from, term.value.months)
    return Withdrawal(
        received_on,
        counted_from,
        last_day_on,
        because=_reason(received_on, counted_from, last_day_on, term),
        paragraph=term.paragraph,
    )


def _reason(
    received_on: date, counted_from: date, last_day_on: date, term: Term[WithdrawalTerm]
) -> str:
    return (
        f"Uppsägningen kom {long_date(received_on)} till "
        f"{role_name(term.value.received_by)}. Tiden är {term.value.months} månader "
        f"och räknas från {long_date(counted_from)}{according_to(term.paragraph)}. "
        f"Sista dagen i samverkan är {long_date(last_day_on)}."
    )


def _months_after(first_of_month: date, months: int) -> date:
    counted = first_of_month.year * _MONTHS_PER_YEAR + first_of_month.month - 1 + months
    year, month = divmod(counted, _MONTHS_PER_YEAR)
    return date(year, month + 1, 1)


def _last_day(counted_from: date, months: int) -> date:
    """Return the day before the same day of the month, or the month's last day."""
    month = _months_after(counted_from.replace(day=1), months)
    days_in_month = monthrange(month.year, month.month)[1]
    if counted_from.day > days_in_month:
        return month.replace(day=days_in_month)
    return month.replace(day=counted_from.day) - _ONE_DAY


@cites("§ 2")
def withdrawal_counts(
    *, decided_by: str | None, received_by: str | None, term: Term[WithdrawalTerm]
) -> Ruling:
    """Say whether a withdrawal was decided and received by those who must.

    >>> from radslag.agreement.terms import read_term
    >>> value = read_term("withdrawal", {"months": 6, "decided_by": "board",
    ...     "counted_from": "day_received", "received_by": "chair"})
    >>> term = Term("withdrawal", value, date(2010, 1, 1))
    >>> withdrawal_counts(decided_by="board", received_by=None, term=term).because
    'Uppsägningen räknas inte förrän den har kommit till ordförande.'
    """
    decider, receiver = term.value.decided_by, term.value.received_by
    if decided_by != decider:
        because = (
            f"Uppsägningen gäller inte: den ska vara beslutad av "
            f"{role_name(decider)}{according_to(term.paragraph)}."
        )
        return Ruling(allowed=False, because=because, paragraph=term.paragraph)
    if received_by != receiver:
        because = (
            f"Uppsägningen räknas inte förrän den har kommit till "
            f"{role_name(receiver)}{according_to(term.paragraph)}."
        )
        return Ruling(allowed=False, because=because, paragraph=term.paragraph)
    because = (
        f"Uppsägningen är beslutad av {role_name(decider)} och har kommit till "
        f"{role_name(receiver)}{according_to(term.paragraph)}."
    )
    return Ruling(allowed=True, because=because, paragraph=term.paragraph)


@cites("§ 2")
def must_be_told(leaving: Party, parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return who must be told of a withdrawal: every other party, by code.

    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> [party.name for party in must_be_told(a, [b, a])]
    ['B']
    """
    return tuple(sorted(party for party in set(parties) if party != leaving))


@cites("§ 9")
def has_refund(term: Term[WithdrawalTerm]) -> Ruling:
    """Say whether who leaves gets back what has been paid.

    >>> from radslag.agreement.terms import read_term
    >>> value = read_term("withdrawal", {"months": 6, "decided_by": "board",
    ...     "counted_from": "day_received", "received_by": "chair", "refund": False})
    >>> bool(has_refund(Term("withdrawal", value, date(2010, 1, 1))))
    False
    """
    right = "har rätt" if term.value.refund else "har inte rätt"
    because = (
        f"Den kommun som lämnar {right} att få tillbaka avgifter och andra medel "
        f"som den har betalat in{according_to(term.paragraph)}."
    )
    return Ruling(term.value.refund, because, term.paragraph)
