"""Due days and leaving: when fees are paid, and what they become when one leaves.

Source: §§ 8 and 9 of the model agreement.
Units: days as calendar dates, money in kronor.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from radslag.agreement.citation import cites
from radslag.agreement.fees.charges import Charges, Population
from radslag.agreement.fees.yearly import fees
from radslag.agreement.parties import Party, SharesDoNotFit
from radslag.agreement.terms import Due, FeeTerm, SharedTotalFee, Term
from radslag.agreement.wording import according_to, long_date


@dataclass(frozen=True)
class DueDay:
    """The day (förfallodag) by which a year's fee is to be paid, and why."""

    due_on: date
    because: str
    paragraph: str = ""


@cites("§ 8")
def due_on(year: int, term: Term[Due]) -> DueDay:
    """Return the last day to pay what is owed for a year.

    >>> term = Term("due", Due(of="fee", month=3, day=15, invoiced_by="a"),
    ...     date(2010, 1, 1), paragraph="§ 8")
    >>> due_on(2026, term).due_on
    datetime.date(2026, 3, 15)
    """
    day = date(year, term.value.month, term.value.day)
    because = (
        f"Avgiften för {year} ska vara betald senast {long_date(day)}"
        f"{according_to(term.paragraph)}."
    )
    return DueDay(day, because, term.paragraph)


@dataclass(frozen=True)
class LeavingEffect:
    """What one municipality's leaving (utträde) does to the others' fees.

    There is nothing after when the agreement has to be changed first.
    """

    before: Charges
    after: Charges | None
    because: str


@cites("§ 9")
def fees_without(
    leaving: Party,
    *,
    year: int,
    term: Term[FeeTerm],
    parties: Iterable[Party],
    population: Population,
) -> LeavingEffect:
    """Compare the year's fees with what they become when one municipality leaves.

    Only the rule in force is used. Fixed shares that no longer fit are not spread
    over those who stay: they have to agree on new ones.

    >>> from decimal import Decimal
    >>> term = Term("fee", SharedTotalFee(total_sek=Decimal(6), shared_by="equal"),
    ...     date(2010, 1, 1))
    >>> a, b, c = (Party(code, code, code) for code in "ABC")
    >>> effect = fees_without(c, year=2026, term=term, parties=[a, b, c],
    ...     population={})
    >>> effect.before.amounts_sek[a], effect.after.amounts_sek[a]
    (Decimal('2.00'), Decimal('3.00'))
    """
    everyone = set(parties)
    before = fees(year=year, term=term, parties=everyone, population=population)
    staying = everyone - {leaving}
    if not isinstance(term.value, SharedTotalFee):
        because = "Var och en betalar efter sina egna invånare, så de andras avgifter "
        because += f"ändras inte{according_to(term.paragraph)}."
        return LeavingEffect(before, before.only(staying), because)
    try:
        after = fees(year=year, term=term, parties=staying, population=population)
    except SharesDoNotFit:
        because = (
            "De fasta andelarna räknar med kommunen som lämnar. De som är kvar måste "
            f"komma överens om nya andelar{according_to(term.paragraph)}."
        )
        return LeavingEffect(before, None, because)
    because = (
        "Summan är densamma och delas mellan dem som är kvar"
        f"{according_to(term.paragraph)}."
    )
    return LeavingEffect(before, after, because)
