"""What nobody decided stays in its reading, and is applied later by itself."""

import pytest

from radslag.agreement.vocabulary import Choice, ProposedChange, ReadingState
from radslag.formats.understanding import Found
from radslag.records.models import (
    AnnualPlan,
    BudgetLine,
    Change,
    Citation,
    Cooperation,
    Document,
    Municipality,
    ProposedRecord,
    Reading,
    choose,
)
from radslag.services import journal
from radslag.services.cooperation_file import rows_of
from radslag.services.readings.applying import CannotApply, NewCooperation, apply
from radslag.services.readings.choosing import (
    CannotChoose,
    change,
    choose_for,
    skip_left,
)
from radslag.services.readings.choosing import take_back as take_choice_back
from radslag.services.readings.listing import (
    clashes_left,
    find,
    numbers_of,
    page_of,
    readings_of,
)
from radslag.services.readings.needing import needed
from radslag.services.readings.taking_back import take_back
from tests.services.readings.invented import (
    TODAY,
    accept_all,
    actor,
    latest,
    proposed,
    record,
    said,
    understanding,
)
from tests.services.readings.test_proposing import there

pytestmark = pytest.mark.django_db
NEW = NewCooperation("Samverkan Sjöviken", "sjoviken")


def accept(reading: Reading, section: str, key: str) -> ProposedRecord:
    number = record(reading, section, key).pk
    return choose_for(actor(), reading, number, Choice.ACCEPTED)


def fresh(reading: Reading) -> Reading:
    found = find(reading.pk, Cooperation.objects.get())
    assert found is not None
    return found


@pytest.fixture
def half() -> Reading:
    """Return a reading with one municipality applied, and the rest left."""
    reading = proposed()
    accept(reading, "municipalities", "norrsjo")
    apply(actor(), reading, TODAY, NEW)
    return fresh(reading)


@pytest.fixture
def whole(half) -> Reading:
    """Return the reading with a plan and its budget line applied later."""
    accept(half, "plans", "plan-2026")
    line = record(half, "budget_lines", "konsulter")
    change(actor(), half, line.pk, {"amount_sek": "500000"})
    apply(actor(), half, TODAY)
    return fresh(half)


def standing() -> tuple[int, ...]:
    with choose(Cooperation.objects.get()):
        kinds = (Municipality, AnnualPlan, BudgetLine, Document)
        return tuple(kind.objects.count() for kind in kinds)


def test_undecided_ones_are_left_and_told_of(half) -> None:
    numbers = numbers_of(half)

    assert (half.state, numbers.left, numbers.accepted) == (ReadingState.APPLIED, 3, 0)
    assert [each.key for each in page_of(half, "alla", None, "")] == [
        "plan-2026",
        "konsulter",
        "sodersjo",
    ]
    assert [each.left for each in readings_of(half.cooperation)] == [3]


def test_left_ones_become_records_later_with_their_own_words(whole) -> None:
    assert standing() == (1, 1, 1, 1)
    assert [each.number for each in whole.applyings.all()] == [1, 2]
    assert numbers_of(whole).left == 1
    with choose(whole.cooperation):
        cited = Citation.objects.get(section="plans", field="year")
        assert (cited.words, cited.document.key) == ("2026", "plan")
        occasions = set(Change.objects.values_list("occasion", flat=True))
    first = f"inläsning {whole.pk} av handlingar"
    assert occasions == {first, f"{first}, omgång 2"}


def test_what_is_read_in_is_not_chosen_again(half) -> None:
    number = record(half, "municipalities", "norrsjo").pk

    with pytest.raises(CannotChoose, match="redan inläst"):
        choose_for(actor(), half, number, Choice.SKIPPED)


def test_nothing_more_accepted_is_nothing_to_read_in(half) -> None:
    with pytest.raises(CannotApply, match="redan inläst"):
        apply(actor(), half, TODAY)


def test_contradictions_about_what_is_read_in_are_over(half) -> None:
    assert len(clashes_left(half)) == 1
    accept(half, "plans", "plan-2026")
    apply(actor(), half, TODAY)

    assert clashes_left(half) == []


def test_needed_ones_are_only_among_those_left(half) -> None:
    line = record(half, "budget_lines", "konsulter")
    change(actor(), half, line.pk, {"amount_sek": "500000"})

    assert [each.key for each in needed(half)] == ["plan-2026"]


def test_each_applying_is_taken_back_by_itself(whole) -> None:
    taken = take_back(actor(), latest(whole))

    assert standing() == (1, 0, 0, 1)
    assert {place[0] for place in taken.removed} == {
        "plans",
        "budget_lines",
        "citations",
    }
    reading = fresh(whole)
    assert reading.state == ReadingState.APPLIED
    line = record(reading, "budget_lines", "konsulter")
    assert (line.choice, line.chosen) == (Choice.OPEN, {"amount_sek": "500000"})
    assert numbers_of(reading).left == 3


def test_earlier_applying_leaves_what_a_later_one_needs(whole) -> None:
    first = whole.applyings.select_related("reading").first()

    taken = take_back(actor(), first)

    assert standing() == (0, 1, 1, 1)
    assert ("documents", "plan") in taken.kept
    assert fresh(whole).state == ReadingState.APPLIED
    assert record(whole, "documents", "plan").change == ProposedChange.SAME


def test_reading_that_is_wholly_taken_back_may_be_applied_again(whole) -> None:
    for _ in range(2):
        standing_ones = whole.applyings.filter(undone_at=None)
        take_back(actor(), standing_ones.select_related("reading").last())
    reading = fresh(whole)
    assert (reading.state, standing()) == (ReadingState.UNDONE, (0, 0, 0, 0))
    assert numbers_of(reading).accepted == 0

    accept(reading, "municipalities", "norrsjo")
    apply(actor(), reading, TODAY)

    assert standing() == (1, 0, 0, 1)
    assert latest(reading).number == 3


def test_all_that_is_left_is_skipped_at_once_and_taken_back(half) -> None:
    assert skip_left(actor(), half) == 3

    assert numbers_of(half).left == 0
    take_choice_back(actor(), half)
    assert numbers_of(half).left == 3


def changed_by_hand(cooperation: Cooperation, name: str) -> None:
    with choose(cooperation):
        row = Municipality.objects.get(key="sodersjo")
        journal.change(actor(), row, {"name": name})


def test_what_somebody_has_changed_since_is_not_written_over() -> None:
    cooperation = there()
    reading = proposed(cooperation, existing=rows_of(cooperation))
    accept(reading, "municipalities", "sodersjo")
    accept(reading, "municipalities", "norrsjo")
    changed_by_hand(cooperation, "Sjön i söder")

    with pytest.raises(CannotApply, match="någon har ändrat") as refused:
        apply(actor(), reading, TODAY)

    (trouble,) = refused.value.troubles
    assert trouble.record == record(reading, "municipalities", "sodersjo")
    moved = record(reading, "municipalities", "sodersjo")
    assert (moved.choice, moved.earlier_yes_by_name) == (
        Choice.OPEN,
        "Sonja Strateg",
    )
    assert moved.values["name"]["before"] == "Sjön i söder"
    with choose(cooperation):
        assert Municipality.objects.get(key="sodersjo").name == "Sjön i söder"
    accept(reading, "municipalities", "sodersjo")
    apply(actor(), reading, TODAY)
    with choose(cooperation):
        assert Municipality.objects.get(key="sodersjo").name == "Södersjö"


def test_what_is_written_by_hand_meanwhile_is_no_obstacle() -> None:
    cooperation = there()
    reading = proposed(cooperation, existing=rows_of(cooperation))
    accept(reading, "municipalities", "sodersjo")
    changed_by_hand(cooperation, "Södersjö")

    apply(actor(), reading, TODAY)

    with choose(cooperation):
        assert Municipality.objects.get(key="sodersjo").name == "Södersjö"


def test_what_another_reading_has_added_is_no_longer_left(half) -> None:
    here = half.cooperation
    again = proposed(here, existing=rows_of(here))
    accept_all(again)
    apply(actor(), again, TODAY)

    assert record(half, "plans", "plan-2026").change == ProposedChange.SAME
    keys = [each.key for each in page_of(half, "alla", None, "")]
    assert keys == ["konsulter"]


def test_yes_to_what_another_reading_changed_is_asked_for_again(half) -> None:
    here = half.cooperation
    accept(half, "plans", "plan-2026")
    title = {"title": said("En annan rubrik", "2026"), "year": said(2026, "2026")}
    other = understanding(Found("plans", "plan-2027", title))
    again = proposed(here, other, rows_of(here))
    line = record(again, "plans", "plan-2026")
    change(actor(), again, line.pk, {"title": "En annan rubrik"})
    apply(actor(), again, TODAY)

    plan = record(half, "plans", "plan-2026")
    assert (plan.choice, plan.change) == (Choice.OPEN, ProposedChange.CHANGED)


def test_what_was_there_and_is_changed_by_hand_since_stays_as_it_is(half) -> None:
    here = half.cooperation
    again = proposed(here, existing=rows_of(here))
    assert record(again, "municipalities", "norrsjo").change == ProposedChange.SAME
    accept(again, "plans", "plan-2026")
    with choose(here):
        row = Municipality.objects.get(key="norrsjo")
        journal.change(actor(), row, {"name": "Norra sjön"})

    apply(actor(), again, TODAY)

    with choose(here):
        assert Municipality.objects.get(key="norrsjo").name == "Norra sjön"
        assert AnnualPlan.objects.get().key == "plan-2026"
    assert record(again, "municipalities", "norrsjo").change == ProposedChange.CHANGED
    assert "norrsjo" in [each.key for each in page_of(again, "kvar", None, "")]
