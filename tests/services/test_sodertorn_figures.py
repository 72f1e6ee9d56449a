"""The shipped Södertörn file, loaded: its figures are those of the documents.

Every number here was counted or read by hand from the documents and the statistics.
"""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

import radslag.web.demo
from radslag.agreement.calendar import weekday_agrees
from radslag.agreement.vocabulary import AttendanceState, BodyKind, BudgetSide, Outcome
from radslag.records import models as records
from radslag.records.sections import SECTIONS
from radslag.services.cooperation_file import export, load
from radslag.services.fee_tables import fee_table
from radslag.services.journal import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sodertorn")]
SHIPPED = Path(next(iter(radslag.web.demo.__path__))) / "sodertorn.yaml"
ACTOR = Actor("Prov", datetime(2026, 3, 1, tzinfo=UTC))
EIGHT = [
    "botkyrka", "haninge", "huddinge", "nykvarn",
    "nynashamn", "salem", "sodertalje", "tyreso",
]  # fmt: skip
FEES_2020 = {
    "botkyrka": 378424, "haninge": 368380, "huddinge": 451392, "nykvarn": 44056,
    "nynashamn": 114300, "salem": 67000, "sodertalje": 395916, "tyreso": 193332,
}  # fmt: skip


def sum_of(year: int) -> int:
    rows = records.Population.objects.filter(counted_on=date(year, 12, 31))
    return sum(row.residents for row in rows)


def test_members_are_the_eight_since_2010() -> None:
    rows = records.Membership.objects.order_by("municipality__key")

    periods = [(r.municipality.key, r.member_from, r.member_until) for r in rows]

    assert periods == [(key, date(2010, 1, 1), None) for key in EIGHT]


def test_populations_sum_to_the_known_totals() -> None:
    sums = {year: sum_of(year) for year in range(2018, 2026)}

    assert sums == {
        2018: 496201,
        2019: 503200,
        2020: 507552,
        2021: 513445,
        2022: 518269,
        2023: 520824,
        2024: 0,
        2025: 525625,
    }


def test_fees_2020_are_those_decided_and_those_of_the_rule() -> None:
    table = fee_table(2020)

    assert {row.party.key: row.decided_sek for row in table.rows} == FEES_2020
    assert {row.party.key: row.by_rule_sek for row in table.rows} == FEES_2020
    assert table.total_sek == Decimal(2012800)
    assert table.due_on == date(2020, 3, 15)


def test_fees_2026_have_a_total_but_none_per_municipality() -> None:
    table = fee_table(2026)

    assert table.total_by_rule_sek == Decimal(2102500)
    assert {row.party.key: row.by_rule_sek for row in table.rows} == dict.fromkeys(
        EIGHT
    )
    assert len(table.missing) == 8


def test_fee_rules_follow_one_another() -> None:
    rows = records.Term.objects.filter(kind="fee").order_by("applies_from")

    assert [(row.value["rule"], row.applies_from) for row in rows] == [
        ("indexed", date(2010, 1, 1)),
        ("per_resident", date(2017, 2, 2)),
    ]


def test_agreement_has_ten_paragraphs_and_a_term_for_all_but_the_first_and_ninth() -> (
    None
):
    paragraphs = records.Paragraph.objects.order_by("position")

    terms = {each.number: each.terms.count() for each in paragraphs}

    assert terms == {
        "1": 0, "2": 2, "3": 6, "4": 5, "5": 1,
        "6": 1, "7": 1, "8": 3, "9": 0, "10": 1,
    }  # fmt: skip
    assert records.Term.objects.filter(paragraph=None).count() == 2


def test_budgets_balance() -> None:
    sums = {
        (year, side): sum(
            line.amount_sek
            for line in records.BudgetLine.objects.filter(plan__year=year, side=side)
        )
        for year in (2020, 2026)
        for side in BudgetSide
    }

    assert sums == {
        (2020, BudgetSide.INCOME): 2012800,
        (2020, BudgetSide.COST): 2012800,
        (2026, BudgetSide.INCOME): 2102500,
        (2026, BudgetSide.COST): 2102500,
    }


def test_budget_lines_are_those_of_the_documents() -> None:
    costs = records.BudgetLine.objects.filter(side=BudgetSide.COST)

    amounts = {
        year: [
            (int(line.amount_sek), line.is_approximate)
            for line in costs.filter(plan__year=year).order_by("position")
        ]
        for year in (2020, 2026)
    }

    assert amounts == {
        2020: [(1570000, True), (70000, True), (372800, True)],
        2026: [
            (1400000, False),
            (100000, False),
            (50000, False),
            (500000, False),
            (52500, False),
        ],
    }


def test_activities_2020_are_counted_per_sub_goal() -> None:
    goals = records.Goal.objects.filter(programme__key="sup-2035", level="sub_goal")

    counted = {
        goal.key.removeprefix("sup-2035-"): goal.activities.count() for goal in goals
    }

    assert counted == {
        "framkomlighet": 6,
        "projekt": 1,
        "forsorjning": 3,
        "hogre-utbildning": 0,
        "utbildningens-inriktning": 1,
        "naringslivets-infrastruktur": 0,
        "samsyn": 1,
        "etableringar": 2,
        "verksamhet": 7,
        "ekonomi": 1,
        "oppenhet": 2,
    }
    assert records.Activity.objects.filter(plan__year=2020).count() == 24


def test_activities_2026_are_counted_per_kind() -> None:
    rows = records.Activity.objects.filter(plan__year=2026)

    kinds = [row.kind for row in rows.order_by("position")]

    assert kinds == ["development"] * 4 + ["secretariat"] * 3 + ["communication"] * 5
    (odd,) = rows.filter(cost_as_written__gt="")
    assert (odd.cost_as_written, odd.cost_sek) == ("ca 500 00 kr", None)


def test_every_activity_has_somebody_who_answers_for_it() -> None:
    assert not records.Activity.objects.filter(responsibilities=None).exists()
    misspelt = records.Activity.objects.filter(
        responsible_as_written__contains="Håninge"
    )
    assert misspelt.count() == 3
    assert misspelt.filter(responsibilities__municipality__key="haninge").count() == 3


def test_later_programme_replaces_the_earlier_and_carries_infrastructure_on() -> None:
    later = records.Programme.objects.get(key="sup-2040")
    carried = records.Goal.objects.exclude(continues=None).get()

    assert later.replaces is not None
    assert (later.replaces.key, later.decided_on) == ("sup-2035", date(2023, 1, 12))
    assert carried.key == "sup-2040-infrastruktur"
    assert carried.continues is not None
    assert carried.continues.key == "sup-2035-infrastruktur"


def test_calendars_hold_every_meeting() -> None:
    committee, group = BodyKind.COMMITTEE, BodyKind.MANAGEMENT_GROUP

    counted = {
        (kind, year): meetings_in(kind, year)
        for kind in (committee, group)
        for year in (2020, 2026)
    }

    assert counted == {
        (committee, 2020): {"all": 7, "cancelled": 1, "conferences": 1},
        (group, 2020): {"all": 7, "cancelled": 1, "conferences": 1},
        (committee, 2026): {"all": 3, "cancelled": 0, "conferences": 1},
        (group, 2026): {"all": 5, "cancelled": 0, "conferences": 1},
    }


def meetings_in(kind: str, year: int) -> dict[str, int]:
    rows = records.Meeting.objects.filter(body__kind=kind, held_on__year=year)
    return {
        "all": rows.count(),
        "cancelled": rows.filter(status="cancelled").count(),
        "conferences": rows.filter(kind="planning_conference").count(),
    }


def test_weekdays_agree_with_the_dates() -> None:
    written = records.Meeting.objects.exclude(weekday_as_written="")

    wrong = [
        row.key for row in written
        if not weekday_agrees(row.weekday_as_written, row.held_on)
    ]  # fmt: skip

    assert wrong == []
    assert written.count() == 22


def test_meeting_of_2022_has_ten_items_with_their_outcomes() -> None:
    meeting = records.Meeting.objects.get(key="lg-2022-10-28")
    decisions = records.Decision.objects.filter(item__meeting=meeting)

    outcomes = list(
        decisions.order_by("item__number").values_list(
            "item__number", "outcome", "postponed_to__key"
        )
    )

    later = "lg-2022-12-02"
    assert outcomes == [
        (1, Outcome.NOTED, None),
        (2, Outcome.NOTED, None),
        (3, Outcome.POSTPONED, later),
        (4, Outcome.NOTED, None),
        (5, Outcome.DECIDED, None),
        (6, Outcome.DECIDED, None),
        (7, Outcome.NOTED, later),
        (8, Outcome.POSTPONED, later),
        (9, Outcome.NOTED, None),
        (10, Outcome.NOTED, None),
    ]
    assert (meeting.starts_at, meeting.ends_at) == (time(8, 30), time(11, 0))


def test_meeting_of_2022_counts_attendance_for_the_whole_and_for_items() -> None:
    rows = records.Attendance.objects.filter(meeting__key="lg-2022-10-28")

    def count(**chosen: object) -> int:
        return rows.filter(**chosen).count()

    assert rows.count() == 26
    assert count(is_member=True) == 8
    assert count(item__number=2) == 10
    assert count(item__number=2, state=AttendanceState.GUEST) == 4
    assert count(item__number=3) == 3
    assert count(item=None, state=AttendanceState.ABSENT) == 3
    assert not rows.exclude(person=None).exists()


def test_adoption_of_sup_2035_is_an_inference_with_its_reason() -> None:
    adoption = records.Adoption.objects.get(programme__key="sup-2035")

    assert (
        adoption.board.key,
        adoption.paragraph,
        adoption.register_number,
        adoption.decided_on,
        adoption.is_inferred,
    ) == ("ks-haninge", "§ 162", "KS 2019/324", None, True)
    assert "sju andra" in adoption.note
    assert adoption.separate_statements.get().stated_by == "Vänsterpartiet (V)"


def test_adoptions_of_sup_2040_lack_day_and_paragraph() -> None:
    rows = records.Adoption.objects.filter(programme__key="sup-2040")

    assert sorted(row.board.key for row in rows) == [f"ks-{key}" for key in EIGHT]
    assert set(rows.values_list("outcome", "decided_on", "paragraph")) == {
        ("adopted", None, "")
    }


def test_officers_are_those_the_documents_name() -> None:
    rows = records.Appointment.objects.filter(
        body__key__in=["kommitten", "ledningsgruppen"],
        role__in=["chair", "vice_chair"],
    )

    held = {
        (row.appointed_from.year, row.body.key, row.role, row.municipality.key)
        for row in rows
        if row.municipality and row.appointed_until
    }

    assert held == {
        (2020, "kommitten", "chair", "huddinge"),
        (2020, "kommitten", "vice_chair", "sodertalje"),
        (2020, "ledningsgruppen", "chair", "sodertalje"),
        (2022, "ledningsgruppen", "chair", "haninge"),
        (2026, "kommitten", "chair", "tyreso"),
        (2026, "kommitten", "vice_chair", "haninge"),
        (2026, "ledningsgruppen", "chair", "sodertalje"),
    }
    assert rows.count() == len(held)


def test_every_person_is_invented_and_of_the_current_term() -> None:
    assert records.Person.objects.count() == 17
    assert not records.Person.objects.filter(is_invented=False).exists()
    held = records.Appointment.objects.exclude(person=None)
    assert set(held.values_list("appointed_from", flat=True)) == {date(2023, 1, 1)}


def test_only_what_is_public_is_marked_public() -> None:
    assert records.Agreement.objects.get().is_public
    assert {p.key: p.is_public for p in records.Programme.objects.all()} == {
        "program-2013": False,
        "sup-2035": True,
        "sup-2040": True,
    }
    assert not records.AnnualPlan.objects.filter(is_public=False).exists()
    group = records.Meeting.objects.filter(body__kind=BodyKind.MANAGEMENT_GROUP)
    assert not group.filter(is_public=True).exists()


def test_every_term_but_the_laws_own_has_its_source_cited() -> None:
    cited = records.Citation.objects.filter(section="terms")

    uncited = records.Term.objects.exclude(
        key__in=cited.values_list("record_key", flat=True)
    )

    assert [term.key for term in uncited] == ["quorum-board-2010-01-01"]


def test_second_load_changes_nothing() -> None:
    report = load(SHIPPED.read_bytes(), actor=ACTOR)

    assert (report.added, report.changed, report.removed) == (0, 0, 0)
    assert report.unchanged == sum(model.objects.count() for model in SECTIONS.values())


def test_export_loads_as_the_same_cooperation(
    sodertorn: records.Cooperation,
) -> None:
    report = load(export(sodertorn), actor=ACTOR, replace=True)

    assert (report.added, report.changed, report.removed) == (0, 0, 0)


def test_inferences_say_their_reason() -> None:
    inferred = records.Citation.objects.filter(is_inference=True)

    assert inferred.exists()
    assert not inferred.filter(reason="").exists()
    assert {row.section for row in inferred} <= SECTIONS.keys()
