"""A small cooperation in which everything is as it should be.

Every kind of record that the review reads is here, one for each municipality or year.
`size` is how many municipalities, years and programmes there are.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from radslag.agreement.wording import WEEKDAYS
from radslag.records import models
from radslag.records.models import Body, Meeting, Municipality
from tests.services.review.factory import add

TODAY = date(2026, 11, 20)
THIS_YEAR = TODAY.year
BEGAN_ON = date(2011, 1, 1)
RATE_SEK = 4
RESIDENTS = 1000
NAMES = ("Björkdal", "Ekeberg", "Granviken")
THURSDAY = 3

TERMS: dict[str, dict[str, Any]] = {
    "composition": {
        "body": "committee",
        "seats_per_municipality": 1,
        "office": "board_chair",
    },
    "officers": {"body": "committee", "roles": ["chair"], "elected_each": "year"},
    "decision": {"body": "committee", "rule": "consensus"},
    "quorum": {"body": "committee", "boundary": "at_least", "share": "1/2"},
    "minutes": {"body": "committee", "delivered_to": "each_municipality"},
    "meetings": {"body": "committee", "per_year": 2, "qualifier": "at_least"},
    "presentation": {"subjects": ["annual_plan", "budget"]},
    "fee": {"rule": "per_resident", "rate_sek": str(RATE_SEK)},
    "due": {"of": "fee", "month": 3, "day": 15, "invoiced_by": "ekeberg"},
    "adoption": {"subject": "programme", "by": "each_board"},
}


@dataclass(frozen=True)
class _Common:
    municipalities: list[Municipality]
    committee: Body
    boards: list[Body]


def build(size: int = 3) -> None:
    """Add a correct cooperation's records to the chosen cooperation."""
    municipalities = [_municipality(number) for number in range(size)]
    _agreement()
    committee = add(Body, "kommitten", kind="committee", name="Samarbetskommittén")
    common = _Common(
        municipalities, committee, [_board(each) for each in municipalities]
    )
    programmes = [_programme(common, age) for age in range(size)]
    for year in range(THIS_YEAR - size + 1, THIS_YEAR + 1):
        programme = next(each for each in programmes if each.valid_from.year <= year)
        _year(common, year, programme)


def _municipality(number: int) -> Municipality:
    name = NAMES[number]
    key = name.lower().replace("ö", "o")
    row = add(Municipality, key, code=f"030{number}", name=name)
    add(models.Membership, key, municipality=row, member_from=BEGAN_ON)
    return row


def _agreement() -> None:
    agreement = add(
        models.Agreement, "avtal", title="Samarbetsavtal", in_force_from=BEGAN_ON
    )
    for number, (kind, value) in enumerate(TERMS.items(), 1):
        paragraph = add(
            models.Paragraph,
            f"avtal-{number}",
            agreement=agreement,
            number=str(number),
            heading=kind,
        )
        add(
            models.Term,
            kind,
            agreement=agreement,
            paragraph=paragraph,
            kind=kind,
            value=value,
            applies_from=BEGAN_ON,
        )


def _board(municipality: Municipality) -> Body:
    return add(
        Body,
        f"ks-{municipality.key}",
        kind="board",
        name=f"Kommunstyrelsen i {municipality.name}",
        municipality=municipality,
    )


def _programme(common: _Common, age: int) -> models.Programme:
    """Add a programme; the newest is of age 0 and the older end as the next begins."""
    first = date(2023 - 4 * age, 1, 1)
    last = date(2029, 12, 31) if age == 0 else date(2026 - 4 * age, 12, 31)
    programme = add(
        models.Programme,
        f"program-{age}",
        name=f"Utvecklingsprogram {first.year}",
        valid_from=first,
        valid_to=last,
        decided_on=first + timedelta(days=10),
    )
    focus = add(
        models.Goal,
        f"fokus-{age}",
        programme=programme,
        level="focus_area",
        name="Framkomlighet",
    )
    for number in (1, 2):
        add(
            models.Goal,
            f"delmal-{age}-{number}",
            programme=programme,
            parent=focus,
            level="sub_goal",
            name=f"Delmål {number}",
        )
    for board in common.boards:
        add(
            models.Adoption,
            f"{programme.key}-{board.key}",
            programme=programme,
            board=board,
            outcome="adopted",
            decided_on=first + timedelta(days=40),
            paragraph="§ 7",
        )
    return programme


def _year(common: _Common, year: int, programme: models.Programme) -> None:
    _seats(common, year)
    plan = add(
        models.AnnualPlan,
        f"plan-{year}",
        year=year,
        title=f"Verksamhetsplan {year}",
        programme=programme,
        status="adopted",
        adopted_on=date(year - 1, 12, 10),
        budget_adopted_on=date(year - 1, 12, 10),
    )
    for municipality in common.municipalities:
        _what_each_has(plan, municipality)
    _activities(common, plan, programme)
    _budget(common, plan)
    first, second = (_held_meeting(common, year, month) for month in (2, 9))
    _postponed(first, second)
    _source(plan)


def _seats(common: _Common, year: int) -> None:
    if year == THIS_YEAR:
        for municipality in common.municipalities:
            add(
                models.Appointment,
                f"ledamot-{municipality.key}",
                body=common.committee,
                role="member",
                municipality=municipality,
                appointed_from=date(2023, 1, 1),
            )
    add(
        models.Appointment,
        f"ordforande-{year}",
        body=common.committee,
        role="chair",
        municipality=common.municipalities[0],
        appointed_from=date(year, 1, 1),
        appointed_until=date(year + 1, 1, 1),
    )


def _what_each_has(plan: models.AnnualPlan, municipality: Municipality) -> None:
    year = plan.year
    for subject in ("annual_plan", "budget"):
        add(
            models.Presentation,
            f"{plan.key}-{subject}-{municipality.key}",
            plan=plan,
            subject=subject,
            municipality=municipality,
            presented_on=date(year - 1, 11, 20),
        )
    add(
        models.Population,
        f"{municipality.key}-{year - 1}",
        municipality=municipality,
        counted_on=date(year - 1, 12, 31),
        residents=RESIDENTS,
        source="SCB",
    )
    add(
        models.Fee,
        f"{year}-{municipality.key}",
        year=year,
        municipality=municipality,
        amount_sek=Decimal(RESIDENTS * RATE_SEK),
    )


def _activities(
    common: _Common, plan: models.AnnualPlan, programme: models.Programme
) -> None:
    age = programme.key.removeprefix("program-")
    for number in (1, 2):
        activity = add(
            models.Activity,
            f"{plan.key}-{number}",
            plan=plan,
            goal=models.Goal.objects.get(key=f"delmal-{age}-{number}"),
            title=f"Aktivitet {number}",
            comment="Ekebergs väg byggs ut för 500 000 kr.",
            time_as_written="Löpande",
            cost_as_written="ca 50 000 kr",
            cost_sek=Decimal(50000),
        )
        add(
            models.ActivityResponsibility,
            f"{activity.key}-ansvar",
            activity=activity,
            body=common.committee,
        )


def _budget(common: _Common, plan: models.AnnualPlan) -> None:
    total = Decimal(RESIDENTS * RATE_SEK * len(common.municipalities))
    for side, name in (("income", "Kommunernas avgifter"), ("cost", "Kansli")):
        add(
            models.BudgetLine,
            f"{plan.key}-{side}",
            plan=plan,
            side=side,
            name=name,
            amount_sek=total,
        )
    grant = add(
        models.SpecialGrant, f"anslag-{plan.year}", name="Projekt", total_sek=total
    )
    for municipality in common.municipalities:
        add(
            models.GrantShare,
            f"{grant.key}-{municipality.key}",
            grant=grant,
            municipality=municipality,
            amount_sek=total / len(common.municipalities),
        )


def _held_meeting(common: _Common, year: int, month: int) -> Meeting:
    held_on = next(
        day
        for number in range(1, 8)
        if (day := date(year, month, number)).weekday() == THURSDAY
    )
    meeting = add(
        Meeting,
        f"mote-{held_on}",
        body=common.committee,
        status="held",
        held_on=held_on,
        weekday_as_written=WEEKDAYS[THURSDAY],
        place="Granvikens kommunhus",
    )
    minutes = add(
        models.Minutes,
        f"anteckningar-{held_on}",
        meeting=meeting,
        verified_on=held_on + timedelta(days=14),
    )
    for municipality in common.municipalities:
        add(
            models.Attendance,
            f"{meeting.key}-{municipality.key}",
            meeting=meeting,
            municipality=municipality,
            is_member=True,
        )
        add(
            models.Delivery,
            f"{minutes.key}-{municipality.key}",
            municipality=municipality,
            minutes=minutes,
            sent_on=held_on + timedelta(days=15),
        )
    return meeting


def _postponed(first: Meeting, second: Meeting) -> None:
    """Postpone an item at one meeting, and decide it in consensus at the next."""
    for meeting, outcome, to in (
        (first, "postponed", second),
        (second, "decided", None),
    ):
        item = add(
            models.AgendaItem,
            f"{meeting.key}-1",
            meeting=meeting,
            number=1,
            title="Gemensam cykelplan",
            kind="decision",
        )
        add(
            models.Decision,
            f"{item.key}-1",
            item=item,
            outcome=outcome,
            has_consensus=None if to else True,
            postponed_to=to,
        )


def _source(plan: models.AnnualPlan) -> None:
    document = add(models.Document, f"handling-{plan.year}", title="Planen som den är")
    add(
        models.Citation,
        f"kalla-{plan.year}",
        section="plans",
        record_key=plan.key,
        field="title",
        document=document,
    )
