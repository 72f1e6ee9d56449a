"""Values: what a term of each kind holds, one frozen class per kind.

Source: §§ 2-10 of the model agreement, with room for other agreements' choices.
Units: months and days in whole numbers, shares as fractions, money in kronor.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from radslag.agreement.terms.shapes import (
    DAY,
    FLAG,
    MONEY,
    RATE,
    SHARE,
    SHARES,
    TEXT,
    TEXTS,
    YEARLY_DAY,
    BadTerm,
    Key,
    optional,
    whole_number,
)

Text = Annotated[str, TEXT]
Texts = Annotated[tuple[str, ...], TEXTS]
Flag = Annotated[bool, FLAG]
Share = Annotated[Fraction, SHARE]
Shares = Annotated[tuple[tuple[str, Fraction], ...], SHARES]
Count = Annotated[int, whole_number(0)]
AtLeastOne = Annotated[int, whole_number(1)]
YearlyDay = Annotated[tuple[int, int], YEARLY_DAY]
SharedBy = Literal["population", "equal", "fixed_shares"]
RoundedTo = Literal["ore", "krona"]

_ORDINARY_YEAR = 2001
_NEW_YEARS_EVE = (12, 31)


def _refuse(key: str, expected: str) -> None:
    raise BadTerm(key=key, expected=expected)


def _check_shares(shared_by: str, shares: Shares) -> None:
    if shared_by == "fixed_shares" and not shares:
        _refuse("shares", "måste finnas när kostnaden delas efter fasta andelar")
    if shared_by != "fixed_shares" and shares:
        _refuse("shares", "får bara finnas när shared_by är fixed_shares")


def _check_whole(key: str, total_sek: Decimal, rounded_to: str) -> None:
    if rounded_to == "krona" and total_sek % 1:
        _refuse(key, "ska vara hela kronor när rounded_to är krona")


@dataclass(frozen=True, kw_only=True)
class Duration:
    """Avtalstid: the agreement runs until further notice or until a day."""

    runs: Literal["until_further_notice", "until"]
    until: Annotated[date | None, optional(DAY)] = None

    def __post_init__(self) -> None:
        if (self.runs == "until") != (self.until is not None):
            _refuse("until", "ska finnas precis när runs är until")


@dataclass(frozen=True, kw_only=True)
class WithdrawalTerm:
    """Uppsägning: how long, from when it is counted, and through whose hands."""

    months: AtLeastOne
    counted_from: Literal["next_month_turn", "day_received"]
    decided_by: Text
    received_by: Text
    refund: Flag = False


@dataclass(frozen=True, kw_only=True)
class Composition:
    """Sammansättning: who sits in the body, and who attends."""

    body: Text
    seats_per_municipality: AtLeastOne
    office: Text
    attending: Texts = ()


@dataclass(frozen=True, kw_only=True)
class Officers:
    """Presidium: which roles the body elects, how often and among whom."""

    body: Text
    roles: Texts
    elected_each: Literal["year", "term_of_office"]
    elected_from: Annotated[str, TEXT, Key("from")] = "members"


@dataclass(frozen=True, kw_only=True)
class DecisionTerm:
    """Beslutsordning: what it takes for a decision to be made."""

    body: Text
    rule: Literal["consensus", "unanimity", "majority", "qualified_majority"]
    share: Annotated[Fraction | None, optional(SHARE)] = None
    of: Literal["present", "all"] = "present"
    unless_agreed_by: Literal["all_members"] | None = None

    def __post_init__(self) -> None:
        if (self.rule == "qualified_majority") != (self.share is not None):
            _refuse("share", "ska finnas precis när rule är qualified_majority")


@dataclass(frozen=True, kw_only=True)
class Quorum:
    """Beslutförhet: at least, or more than, a share of the members present."""

    body: Text
    boundary: Literal["at_least", "more_than"]
    share: Share

    def __post_init__(self) -> None:
        if self.boundary == "more_than" and self.share == 1:
            _refuse("share", "mer än alla ledamöter kan aldrig vara närvarande")


@dataclass(frozen=True, kw_only=True)
class Remote:
    """Deltagande på distans: by which means a decision may be made."""

    body: Text
    means: Texts


@dataclass(frozen=True, kw_only=True)
class MinutesTerm:
    """Minnesanteckningar: to whom they are delivered."""

    body: Text
    delivered_to: Literal["each_municipality", "each_member"]


@dataclass(frozen=True, kw_only=True)
class Initiative:
    """Väckande och kallelse: who raises, who decides the agenda, who calls."""

    body: Text
    raised_by: Text
    agenda_decided_by: Text
    called_by: Text
    notice_days: Annotated[int | None, optional(whole_number(0))] = None


@dataclass(frozen=True, kw_only=True)
class Meetings:
    """Möten per år: how many are promised, and how firmly."""

    body: Text
    per_year: AtLeastOne
    qualifier: Literal["about", "at_least"]
    planning_conference: Flag = False


@dataclass(frozen=True, kw_only=True)
class ExtraMeeting:
    """Extra möte: how many members it takes, and whether the chair may alone."""

    body: Text
    members_needed: AtLeastOne
    chair_may_call: Flag = True


@dataclass(frozen=True, kw_only=True)
class Presentation:
    """Redovisning före beslut: what is presented to each municipality first."""

    subjects: Texts
    to: Literal["each_municipality"] = "each_municipality"


@dataclass(frozen=True, kw_only=True)
class SecretariatTerm:
    """Kansli: which municipality is host, with how many, paid how."""

    host: Text
    full_time_officials: Count
    paid_at: Text


@dataclass(frozen=True, kw_only=True)
class Financing:
    """Finansiering: who pays for what is common, important, or only some's."""

    common: Literal["budget", "concerned"]
    some_but_important: Literal["budget", "concerned"]
    only_some: Literal["budget", "concerned"]


@dataclass(frozen=True, kw_only=True)
class SpecialProject:
    """Särskilda projekt: how costs outside the budget are shared."""

    shared_by: SharedBy
    shares: Shares = ()

    def __post_init__(self) -> None:
        _check_shares(self.shared_by, self.shares)


@dataclass(frozen=True, kw_only=True)
class FeeTerm:
    """Avgift: what every rule for the yearly fee has in common."""

    population_day: YearlyDay = _NEW_YEARS_EVE
    population_years_before: Count = 1
    rounded_to: RoundedTo = "ore"

    def counted_on(self, year: int) -> date:
        """Return the day on which the population counts for that year's fee.

        >>> PerResidentFee(rule="per_resident", rate_sek=Decimal(4)).counted_on(2020)
        datetime.date(2019, 12, 31)
        """
        return date(year - self.population_years_before, *self.population_day)


@dataclass(frozen=True, kw_only=True)
class PerResidentFee(FeeTerm):
    """Avgift per invånare: a rate for each resident."""

    rule: Literal["per_resident"] = "per_resident"
    rate_sek: Annotated[Decimal, RATE]


@dataclass(frozen=True, kw_only=True)
class BaseAndRateFee(FeeTerm):
    """Avgift med grundbelopp: a sum the same for all, and a rate for each resident."""

    rule: Literal["base_and_rate"] = "base_and_rate"
    base_sek: Annotated[Decimal, MONEY]
    rate_sek: Annotated[Decimal, RATE]

    def __post_init__(self) -> None:
        _check_whole("base_sek", self.base_sek, self.rounded_to)


@dataclass(frozen=True, kw_only=True)
class IndexedFee(FeeTerm):
    """Avgift som räknas om: last year's, changed as one's own population did."""

    rule: Literal["indexed"] = "indexed"
    first_year: AtLeastOne
    first_total_sek: Annotated[Decimal, MONEY]
    first_population_on: Annotated[date, DAY]

    def __post_init__(self) -> None:
        _check_whole("first_total_sek", self.first_total_sek, self.rounded_to)


@dataclass(frozen=True, kw_only=True)
class SharedTotalFee(FeeTerm):
    """Avgift som del av en bestämd summa: a total, shared between all."""

    rule: Literal["shared_total"] = "shared_total"
    total_sek: Annotated[Decimal, MONEY]
    shared_by: SharedBy
    shares: Shares = ()

    def __post_init__(self) -> None:
        _check_whole("total_sek", self.total_sek, self.rounded_to)
        _check_shares(self.shared_by, self.shares)


@dataclass(frozen=True, kw_only=True)
class Due:
    """Förfallodag: when what is owed is to be paid, and who sends the invoice."""

    of: Text
    month: Annotated[int, whole_number(1, 12)]
    day: Annotated[int, whole_number(1, 31)]
    invoiced_by: Text

    def __post_init__(self) -> None:
        try:
            date(_ORDINARY_YEAR, self.month, self.day)
        except ValueError:
            _refuse("day", "en dag som finns i månaden varje år")


@dataclass(frozen=True, kw_only=True)
class Dissolution:
    """Upplösning: who decides it, and how assets and debts are shared."""

    decided_by: Text
    shared_by: Literal["fee", "population", "equal", "fixed_shares"]
    shares: Shares = ()

    def __post_init__(self) -> None:
        _check_shares(self.shared_by, self.shares)


@dataclass(frozen=True, kw_only=True)
class AdoptionTerm:
    """Antagande: what every member's board must adopt before it is in force."""

    subject: Text
    by: Literal["each_board", "each_council"]


Value = (
    Duration
    | WithdrawalTerm
    | Composition
    | Officers
    | DecisionTerm
    | Quorum
    | Remote
    | MinutesTerm
    | Initiative
    | Meetings
    | ExtraMeeting
    | Presentation
    | SecretariatTerm
    | Financing
    | SpecialProject
    | FeeTerm
    | Due
    | Dissolution
    | AdoptionTerm
)
TermMapping = Mapping[str, object]
