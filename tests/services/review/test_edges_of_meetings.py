"""Where the checks of meetings and minutes must hold their tongue."""

from collections.abc import Callable
from datetime import date

import pytest

from radslag.agreement.vocabulary import Severity
from radslag.records import models
from radslag.services.review import review
from tests.services.review.asking import found, meeting, only
from tests.services.review.correct import TODAY
from tests.services.review.tinkering import Tinkering

DECISION = "mote-2026-09-03-1-1"
POSTPONED = "mote-2026-02-05-1-1"
LATER_ITEM = "mote-2026-09-03-1"


def decision_rule(tinkering: Tinkering, **value: str) -> None:
    rule = {"body": "committee", **value}
    tinkering.change(models.Term, "decision", value=rule)


def test_promised_planning_conference_must_be_held(tinkering: Tinkering) -> None:
    value = {"body": "committee", "per_year": 2, "qualifier": "at_least"}
    value |= {"planning_conference": True}
    tinkering.change(models.Term, "meetings", value=value)
    tinkering.change(models.Meeting, "mote-2026-02-05", kind="planning_conference")

    subjects = {each.subject for each in review(TODAY).findings}

    assert subjects == {"bodies/kommitten/2024", "bodies/kommitten/2025"}


def test_old_year_without_any_meeting_says_nothing(tinkering: Tinkering) -> None:
    for key in ("mote-2024-02-01", "mote-2024-09-05"):
        tinkering.change(models.Meeting, key, held_on=date(2025, 5, 1))
        tinkering.change(models.Meeting, key, weekday_as_written="")

    assert "fewer_meetings_than_promised" not in {name for name, _ in found()}


@pytest.mark.parametrize("weekday", ["Torsdagen", "tors", "to", "TORSDAG", "planerat"])
def test_weekday_in_any_form_is_understood(weekday: str, tinkering: Tinkering) -> None:
    key = "mote-2026-09-03"
    tinkering.change(models.Meeting, key, weekday_as_written=weekday)

    assert found() == []


def test_quorum_of_exactly_what_is_needed_is_enough(tinkering: Tinkering) -> None:
    tinkering.change(models.Attendance, "mote-2026-09-03-ekeberg", state="absent")
    tinkering.change(models.Attendance, "mote-2026-09-03-granviken", state="remote")

    assert found() == []


def test_unknown_attendance_says_nothing(tinkering: Tinkering) -> None:
    for who in ("bjorkdal", "ekeberg", "granviken"):
        tinkering.remove(models.Attendance, f"mote-2026-09-03-{who}")

    assert found() == []


def test_members_who_are_not_listed_count_as_absent(tinkering: Tinkering) -> None:
    for who in ("ekeberg", "granviken"):
        tinkering.remove(models.Attendance, f"mote-2026-09-03-{who}")

    assert found() == [("meeting_not_quorate", Severity.ERROR)]


@pytest.mark.parametrize(
    ("votes_for", "votes_against", "rule", "speaks"),
    [
        (2, 1, {"rule": "majority"}, False),
        (1, 1, {"rule": "majority"}, True),
        (2, 1, {"rule": "unanimity"}, True),
        (2, 1, {"rule": "qualified_majority", "share": "2/3"}, False),
        (2, 1, {"rule": "qualified_majority", "share": "3/4"}, True),
    ],
)
def test_decision_by_vote_follows_the_order_agreed(
    votes_for: int,
    votes_against: int,
    rule: dict[str, str],
    *,
    speaks: bool,
    tinkering: Tinkering,
) -> None:
    decision_rule(tinkering, **rule)
    tinkering.change(
        models.Decision,
        DECISION,
        has_consensus=None,
        votes_for=votes_for,
        votes_against=votes_against,
    )

    assert found() == [("decision_without_consensus", Severity.ERROR)] * speaks


def test_decision_that_says_nothing_of_consensus_is_left_alone(
    tinkering: Tinkering,
) -> None:
    tinkering.change(models.Decision, DECISION, has_consensus=None)

    assert found() == []


def lose_the_return(tinkering: Tinkering) -> None:
    tinkering.change(models.AgendaItem, LATER_ITEM, title="Något annat")


def with_matter(tinkering: Tinkering, state: str = "raised") -> models.Record:
    return tinkering.add(models.Matter, "arende", title="Cykelplan", state=state)


def _same_matter(tinkering: Tinkering) -> None:
    matter = with_matter(tinkering)
    for key in (LATER_ITEM, "mote-2026-02-05-1"):
        tinkering.change(models.AgendaItem, key, matter=matter.pk)


def _settled_matter(tinkering: Tinkering) -> None:
    matter = with_matter(tinkering, "carried_out")
    tinkering.change(models.AgendaItem, "mote-2026-02-05-1", matter=matter.pk)


def _to_a_meeting_to_come(tinkering: Tinkering) -> None:
    to = meeting(tinkering, date(2026, 12, 10))
    tinkering.change(models.Decision, POSTPONED, postponed_to=to.pk)


@pytest.mark.parametrize(
    "come_back", [_same_matter, _settled_matter, _to_a_meeting_to_come]
)
def test_postponed_matter_that_is_seen_to_says_nothing(
    come_back: Callable[[Tinkering], None], tinkering: Tinkering
) -> None:
    lose_the_return(tinkering)
    come_back(tinkering)

    assert found() == []


def test_postponed_to_a_cancelled_meeting_is_not_seen_to(
    tinkering: Tinkering,
) -> None:
    lose_the_return(tinkering)
    to = meeting(tinkering, date(2026, 12, 10), status="cancelled")
    tinkering.change(models.Decision, POSTPONED, postponed_to=to.pk)

    assert found() == [("postponed_never_returned", Severity.WARNING)]


def test_postponed_without_a_day_waits_for_the_next_meeting(
    tinkering: Tinkering,
) -> None:
    lose_the_return(tinkering)
    tinkering.change(models.Decision, POSTPONED, postponed_to=None)

    before_the_next, after = found(date(2026, 9, 3)), found(date(2026, 9, 4))

    assert ("postponed_never_returned", Severity.WARNING) not in before_the_next
    assert ("postponed_never_returned", Severity.WARNING) in after


@pytest.mark.parametrize(("days", "speaks"), [(30, False), (31, True)])
def test_minutes_have_a_month(days: int, *, speaks: bool, tinkering: Tinkering) -> None:
    key = "anteckningar-2026-09-03"
    tinkering.change(models.Minutes, key, verified_on=None)
    today = date.fromordinal(date(2026, 9, 3).toordinal() + days)

    assert found(today) == [("minutes_not_verified", Severity.WARNING)] * speaks


def test_old_meetings_without_minutes_are_one_note_a_year(
    tinkering: Tinkering,
) -> None:
    for day in (1, 8):
        meeting(tinkering, date(2023, 6, day), status="held")

    finding = only()

    assert (finding.severity, finding.subject) == (
        Severity.NOTE,
        "bodies/kommitten/2023",
    )
    assert finding.what == (
        "Samarbetskommittén har 2 hållna möten 2023 utan anteckningar."
    )
