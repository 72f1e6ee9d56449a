"""Goals: when a programme is in force, and whether one follows on another.

Source: § 1 of the model agreement gives the purpose; each programme says itself that
every member's board adopts it.
Units: days as calendar dates; periods are half-open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from radslag.agreement.citation import cites
from radslag.agreement.parties import Party, names_of
from radslag.agreement.terms import AdoptionTerm, Term
from radslag.agreement.wording import according_to, long_date, subject_name

_BY_WORDS = {"each_board": "kommunstyrelse", "each_council": "kommunfullmäktige"}


@dataclass(frozen=True)
class InForce:
    """From when a programme is in force (i kraft), or who must adopt it first."""

    in_force_from: date | None
    missing: tuple[Party, ...]
    because: str
    paragraph: str = ""


@cites("§ 1")
def in_force_from(
    adopted_on: Mapping[Party, date | None], term: Term[AdoptionTerm]
) -> InForce:
    """Return the day on which the last one adopted it; one missing means not yet.

    >>> term = Term("adoption", AdoptionTerm(subject="programme", by="each_board"),
    ...     date(2010, 1, 1))
    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> in_force_from({a: date(2023, 2, 1), b: date(2023, 3, 1)}, term).in_force_from
    datetime.date(2023, 3, 1)
    """
    days = [day for day in adopted_on.values() if day is not None]
    missing = tuple(party for party in sorted(adopted_on) if adopted_on[party] is None)
    who = f"varje kommuns {_BY_WORDS[term.value.by]}"
    what = subject_name(term.value.subject)
    rule = f"Det krävs att {who} antar {what}{according_to(term.paragraph)}."
    if missing or not days:
        whom = f" Det saknas från {names_of(missing)}." if missing else ""
        return InForce(None, missing, f"{rule}{whom}", term.paragraph)
    last_on = max(days)
    because = f"{rule} Den sista antog {long_date(last_on)}."
    return InForce(last_on, (), because, term.paragraph)


@dataclass(frozen=True)
class Gap:
    """A time (glapp) when no programme is in force; open when nothing follows."""

    gap_from: date
    gap_until: date | None
    because: str


@cites("§ 1")
def succession_gap(*, ends_on: date, successor_from: date | None) -> Gap | None:
    """Return the time without a programme, or nothing when one follows on the other.

    The day it ends is the first without it: periods are half-open. A successor that
    begins earlier or the same day leaves no gap.

    >>> gap = succession_gap(ends_on=date(2027, 1, 1), successor_from=date(2027, 4, 1))
    >>> gap.because
    'Inget utvecklingsprogram gäller från 1 januari 2027 till 1 april 2027.'
    """
    if successor_from is None:
        because = f"Inget utvecklingsprogram är bestämt från {long_date(ends_on)}."
        return Gap(ends_on, None, because)
    if successor_from <= ends_on:
        return None
    because = (
        f"Inget utvecklingsprogram gäller från {long_date(ends_on)} till "
        f"{long_date(successor_from)}."
    )
    return Gap(ends_on, successor_from, because)
