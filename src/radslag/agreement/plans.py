"""Plans: what must be shown before it is adopted, and who pays for what is planned.

Source: §§ 4, 5 and 6 of the model agreement.
Units: days as calendar dates, municipalities in whole numbers.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from radslag.agreement.citation import Ruling, cites
from radslag.agreement.parties import Completeness, Party, names_of
from radslag.agreement.terms import Financing, Presentation, SecretariatTerm, Term
from radslag.agreement.wording import (
    according_to,
    capitalised,
    kronor,
    long_date,
    subject_name,
)


@cites("§ 4")
def is_presented_before_adopted(
    *,
    subject: str,
    presented_on: Mapping[Party, date | None],
    adopted_on: date,
    term: Term[Presentation],
) -> Completeness:
    """Say whether a proposal was presented to each municipality before its adoption.

    The day of the adoption itself is too late. Who was never shown it and who was
    shown it too late are named.

    >>> value = Presentation(subjects=("budget",))
    >>> term = Term("presentation", value, date(2010, 1, 1))
    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> is_presented_before_adopted(subject="budget", adopted_on=date(2026, 1, 22),
    ...     presented_on={a: date(2026, 1, 21), b: None}, term=term).missing == (b,)
    True
    """
    if subject not in term.value.subjects:
        because = (
            f"{capitalised(subject_name(subject))} behöver inte redovisas före beslut"
            f"{according_to(term.paragraph)}."
        )
        return Completeness(allowed=True, because=because, paragraph=term.paragraph)
    missing, late = [], []
    for party in sorted(presented_on):
        day = presented_on[party]
        if day is None:
            missing.append(party)
        elif day >= adopted_on:
            late.append(party)
    because = _presentation_reason(subject, adopted_on, missing, late, term.paragraph)
    return Completeness(
        not (missing or late), because, term.paragraph, tuple(missing), tuple(late)
    )


def _presentation_reason(
    subject: str,
    adopted_on: date,
    missing: list[Party],
    late: list[Party],
    paragraph: str,
) -> str:
    lacking = f" Inte redovisat för {names_of(missing)}." if missing else ""
    too_late = f" För sent redovisat för {names_of(late)}." if late else ""
    return (
        f"{capitalised(subject_name(subject))} fastställdes {long_date(adopted_on)} "
        f"och ska redovisas för varje kommun före dess{according_to(paragraph)}."
        f"{lacking}{too_late}"
    )


@cites("§ 5")
def may_be_paid(
    *, paid_sek: Decimal, cost_sek: Decimal, term: Term[SecretariatTerm]
) -> Ruling:
    """Say whether the secretariat's host may be paid a sum, given what it cost.

    At cost price the host is paid what it cost and no more; at any other price the
    agreement sets no such limit.

    >>> value = SecretariatTerm(host="a", full_time_officials=1, paid_at="cost_price")
    >>> term = Term("secretariat", value, date(2010, 1, 1))
    >>> bool(may_be_paid(paid_sek=Decimal(2), cost_sek=Decimal(1), term=term))
    False
    """
    ending = according_to(term.paragraph)
    if term.value.paid_at != "cost_price":
        because = f"Kansliet betalas inte efter självkostnad{ending}."
        return Ruling(allowed=True, because=because, paragraph=term.paragraph)
    because = (
        f"Kansliet betalas till självkostnadspris{ending}. Det kostade "
        f"{kronor(cost_sek)} och {kronor(paid_sek)} betalas."
    )
    return Ruling(paid_sek <= cost_sek, because, term.paragraph)


@dataclass(frozen=True)
class WhoPays:
    """Who pays (finansiering): the budget, special grants, or those concerned."""

    source: Literal["budget", "special_grants", "concerned"]
    payers: tuple[Party, ...]
    because: str
    paragraph: str = ""


class NobodyConcerned(ValueError):
    """A project was asked about that concerns no municipality of the cooperation."""


@cites("§ 6", "§ 7")
def who_pays(
    *,
    concerned: Collection[Party],
    parties: Collection[Party],
    matters_to_whole: bool,
    fits_budget: bool,
    term: Term[Financing],
) -> WhoPays:
    """Say who pays for a project: it is common, important to the whole, or only some's.

    What the budget may pay but has no room for is paid by special grants from all.
    Raises NobodyConcerned.

    >>> value = Financing(common="budget", some_but_important="budget",
    ...     only_some="concerned")
    >>> term = Term("financing", value, date(2010, 1, 1), paragraph="§ 6")
    >>> a, b = Party("1", "a", "A"), Party("2", "b", "B")
    >>> who_pays(concerned=[a], parties=[a, b], matters_to_whole=False,
    ...     fits_budget=True, term=term).payers == (a,)
    True
    """
    involved = tuple(sorted(set(concerned) & set(parties)))
    if not involved:
        message = "Projektet berör ingen av samverkans kommuner."
        raise NobodyConcerned(message)
    everyone = tuple(sorted(set(parties)))
    ground, paid_by = _ground(
        term.value, is_common=involved == everyone, matters_to_whole=matters_to_whole
    )
    ending = according_to(term.paragraph)
    if paid_by == "concerned":
        because = f"Det {ground}, så de berörda kommunerna betalar{ending}."
        return WhoPays("concerned", involved, because, term.paragraph)
    if fits_budget:
        because = f"Det {ground}, så det betalas ur den gemensamma budgeten{ending}."
        return WhoPays("budget", everyone, because, term.paragraph)
    because = (
        f"Det {ground} men ryms inte i budgeten, så det betalas med särskilda anslag."
    )
    return WhoPays("special_grants", everyone, because, term.paragraph)


def _ground(
    value: Financing, *, is_common: bool, matters_to_whole: bool
) -> tuple[str, str]:
    if is_common:
        return "är gemensamt för alla kommuner", value.common
    if matters_to_whole:
        return "berör några men har stor betydelse för helheten", (
            value.some_but_important
        )
    return "berör bara en eller några kommuner", value.only_some
