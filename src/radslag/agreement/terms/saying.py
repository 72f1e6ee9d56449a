"""Saying: each term as one plain Swedish sentence, for pages and notices.

Source: §§ 2-10 of the model agreement; the values are the cooperation's own.
Units: as in `values`.
"""

from dataclasses import replace
from functools import singledispatch
from typing import Any

from radslag.agreement.terms import values
from radslag.agreement.terms.collection import Term
from radslag.agreement.wording import (
    HARD_SPACE,
    MONTHS,
    body_name,
    capitalised,
    kronor,
    listed,
    long_date,
    means_name,
    number,
    role_name,
    share_in_words,
    subject_name,
)

_ORDERS = {
    "consensus": "i enighet",
    "unanimity": "när alla röstar för",
    "majority": "med enkel majoritet",
    "qualified_majority": "med kvalificerad majoritet",
}
_PAYERS = {"budget": "den gemensamma budgeten", "concerned": "de berörda kommunerna"}
_SHARING = {
    "population": "efter invånarantal",
    "equal": "lika",
    "fixed_shares": "efter fasta andelar",
    "fee": "på samma sätt som avgiften",
}
_RECEIVERS = {"each_municipality": "varje kommun", "each_member": "varje ledamot"}
_ADOPTERS = {
    "each_board": "varje kommuns kommunstyrelse",
    "each_council": "varje kommuns fullmäktige",
}
_COSTS = {"cost_price": "självkostnadspris"}


def say_term(term: Term[Any]) -> str:
    """Say what a term means, its body called as the cooperation calls it.

    >>> from datetime import date
    >>> value = values.Meetings(body="committee", per_year=4, qualifier="at_least")
    >>> say_term(Term("meetings", value, date(2010, 1, 1), own_body_name="rådet"))
    'Rådet sammanträder minst 4 gånger om året.'
    """
    if not term.own_body_name:
        return say(term.value)
    return say(replace(term.value, body=term.own_body_name))


@singledispatch
def say(value: values.Value) -> str:
    """Say what a term's value means, in one Swedish sentence.

    >>> from fractions import Fraction
    >>> say(values.Quorum(body="committee", boundary="at_least", share=Fraction(1, 2)))
    'Samarbetskommittén är beslutför när minst hälften av ledamöterna är närvarande.'
    """
    raise TypeError(type(value))


@say.register
def _duration(value: values.Duration) -> str:
    if value.until is None:
        return "Avtalet gäller tills vidare."
    return f"Avtalet gäller till och med {long_date(value.until)}."


@say.register
def _withdrawal(value: values.WithdrawalTerm) -> str:
    counted = {
        "next_month_turn": "månadsskiftet närmast efter att uppsägningen kom fram",
        "day_received": "dagen då uppsägningen kom fram",
    }[value.counted_from]
    refund = "" if value.refund else " Inget betalas tillbaka."
    return (
        f"Uppsägningstiden är {value.months} månader och räknas från {counted}. "
        f"Beslutet fattas av {body_name(value.decided_by)} och lämnas till "
        f"{role_name(value.received_by)}.{refund}"
    )


@say.register
def _composition(value: values.Composition) -> str:
    seats = (
        "en ledamot"
        if value.seats_per_municipality == 1
        else (f"{value.seats_per_municipality} ledamöter")
    )
    others = listed(role_name(role) for role in value.attending)
    also = f" Med vid mötena är även {others}." if others else ""
    return (
        f"{capitalised(body_name(value.body))} har {seats} från varje kommun: "
        f"{role_name(value.office)}.{also}"
    )


@say.register
def _officers(value: values.Officers) -> str:
    when = "varje år" if value.elected_each == "year" else "för varje mandatperiod"
    roles = listed(role_name(role) for role in value.roles)
    return f"{capitalised(body_name(value.body))} utser inom sig {roles} {when}."


@say.register
def _decision(value: values.DecisionTerm) -> str:
    share = f" ({share_in_words(value.share)})" if value.share else ""
    counted = " av alla ledamöter" if value.of == "all" else ""
    order = f"{_ORDERS[value.rule]}{share}{counted}"
    unless = (
        ", om inte samtliga ledamöter har kommit överens om annat"
        if value.unless_agreed_by
        else ""
    )
    return f"{capitalised(body_name(value.body))} beslutar {order}{unless}."


@say.register
def _quorum(value: values.Quorum) -> str:
    boundary = "minst" if value.boundary == "at_least" else "mer än"
    return (
        f"{capitalised(body_name(value.body))} är beslutför när {boundary} "
        f"{share_in_words(value.share)} av ledamöterna är närvarande."
    )


@say.register
def _remote(value: values.Remote) -> str:
    means = listed(means_name(each) for each in value.means)
    return f"{capitalised(body_name(value.body))} får besluta över {means}."


@say.register
def _minutes(value: values.MinutesTerm) -> str:
    return (
        f"{capitalised(body_name(value.body))} dokumenterar sina beslut i "
        f"minnesanteckningar, som delges {_RECEIVERS[value.delivered_to]}."
    )


@say.register
def _initiative(value: values.Initiative) -> str:
    time = (
        "i god tid"
        if value.notice_days is None
        else (f"senast {value.notice_days} dagar före mötet")
    )
    return (
        f"{capitalised(role_name(value.raised_by))} får väcka en fråga. "
        f"{capitalised(role_name(value.called_by))} kallar till mötet {time}, och "
        f"{role_name(value.agenda_decided_by)} beslutar om dagordningen."
    )


@say.register
def _meetings(value: values.Meetings) -> str:
    how_many = "omkring" if value.qualifier == "about" else "minst"
    conference = " och har en planeringskonferens" if value.planning_conference else ""
    return (
        f"{capitalised(body_name(value.body))} sammanträder {how_many} "
        f"{number(value.per_year)} gånger om året{conference}."
    )


@say.register
def _extra_meeting(value: values.ExtraMeeting) -> str:
    chair = "ordföranden eller " if value.chair_may_call else ""
    return (
        f"Ett extra möte hålls när {chair}minst {value.members_needed} ledamöter "
        "begär det."
    )


@say.register
def _presentation(value: values.Presentation) -> str:
    subjects = listed(subject_name(subject) for subject in value.subjects)
    return (
        f"Förslag till {subjects} redovisas för {_RECEIVERS[value.to]} innan de "
        "fastställs."
    )


@say.register
def _secretariat(value: values.SecretariatTerm) -> str:
    staff = (
        "en heltidstjänst"
        if value.full_time_officials == 1
        else (f"{value.full_time_officials} heltidstjänster")
    )
    return (
        f"{capitalised(value.host)} kommun håller ett kansli med {staff} och får "
        f"{_COSTS.get(value.paid_at, value.paid_at)} för det."
    )


@say.register
def _financing(value: values.Financing) -> str:
    return (
        f"Det gemensamma betalas av {_PAYERS[value.common]}. Det som berör några men "
        f"är viktigt för helheten kan betalas av {_PAYERS[value.some_but_important]}. "
        f"Det som bara berör några betalas av {_PAYERS[value.only_some]}."
    )


@say.register
def _special_project(value: values.SpecialProject) -> str:
    return (
        "Gemensamma projekt utanför budgeten betalas med särskilda anslag, som "
        f"fördelas {_SHARING[value.shared_by]}."
    )


@say.register
def _per_resident(value: values.PerResidentFee) -> str:
    return (
        f"Avgiften är {kronor(value.rate_sek)} per invånare och år, räknat på "
        f"{_counted(value)}."
    )


@say.register
def _base_and_rate(value: values.BaseAndRateFee) -> str:
    return (
        f"Avgiften är {kronor(value.base_sek)} för varje kommun och "
        f"{kronor(value.rate_sek)} per invånare och år, räknat på {_counted(value)}."
    )


@say.register
def _indexed(value: values.IndexedFee) -> str:
    return (
        f"Avgiften var {kronor(value.first_total_sek)} år {value.first_year}, "
        f"fördelad efter invånarantalet {long_date(value.first_population_on)}. Sedan "
        "ändras varje kommuns avgift varje år lika mycket i procent som kommunens "
        "eget invånarantal."
    )


@say.register
def _shared_total(value: values.SharedTotalFee) -> str:
    return (
        f"Avgiften är sammanlagt {kronor(value.total_sek)} om året och fördelas "
        f"{_SHARING[value.shared_by]}."
    )


@say.register
def _due(value: values.Due) -> str:
    return (
        f"Avgiften betalas senast den {value.day}{HARD_SPACE}"
        f"{MONTHS[value.month - 1]}, efter faktura från "
        f"{capitalised(value.invoiced_by)} kommun."
    )


@say.register
def _dissolution(value: values.Dissolution) -> str:
    return (
        f"{capitalised(body_name(value.decided_by))} kan besluta om upplösning. "
        f"Tillgångar och skulder delas då {_SHARING[value.shared_by]}."
    )


@say.register
def _adoption(value: values.AdoptionTerm) -> str:
    return (
        f"{capitalised(subject_name(value.subject))} gäller när det har antagits av "
        f"{_ADOPTERS[value.by]}."
    )


def _counted(value: values.FeeTerm) -> str:
    month, day = value.population_day
    years = value.population_years_before
    which = {0: "avgiftsåret", 1: "året före"}.get(years, f"{years} år före")
    return f"invånarantalet den {day}{HARD_SPACE}{MONTHS[month - 1]} {which}"
