"""Applying and taking back: all or nothing, with källa, and nobody's work is lost."""

import pytest
from django.contrib.auth.models import User

from radslag.agreement.vocabulary import AccessRole, Choice, ReadingState
from radslag.formats.understanding import Found
from radslag.records.models import (
    AccessGrant,
    AnnualPlan,
    BudgetLine,
    Change,
    Citation,
    Cooperation,
    Document,
    Municipality,
    PagePicture,
    Reading,
    choose,
)
from radslag.services import journal
from radslag.services.cooperation_file import rows_of
from radslag.services.readings import keeping
from radslag.services.readings.applying import CannotApply, NewCooperation, apply
from radslag.services.readings.choosing import accept_certain, change, choose_for
from radslag.services.readings.sending import earlier_of
from radslag.services.readings.taking_back import (
    CannotTakeBack,
    kept_told,
    outlook_of,
    take_back,
)
from tests.services.readings.invented import (
    ACTOR,
    TEXT,
    TODAY,
    accept_all,
    actor,
    latest,
    proposed,
    record,
    said,
    sent,
    understanding,
)
from tests.services.readings.test_proposing import there

pytestmark = pytest.mark.django_db
NEW = NewCooperation("Samverkan Sjöviken", "sjoviken")


def applied():
    reading = proposed()
    accept_all(reading)
    line = record(reading, "budget_lines", "konsulter")
    change(actor(), reading, line.pk, {"amount_sek": "500000"})
    apply(actor(), reading, TODAY, NEW)
    return reading


def counts() -> tuple[int, ...]:
    with choose(Cooperation.objects.get()):
        kinds = (Municipality, AnnualPlan, BudgetLine, Document, Citation)
        return tuple(kind.objects.count() for kind in kinds)


def test_accepted_records_become_a_new_cooperation() -> None:
    reading = applied()

    assert counts()[:4] == (2, 1, 1, 1)
    assert reading.state == ReadingState.APPLIED
    assert reading.cooperation == Cooperation.objects.get(name="Samverkan Sjöviken")


def test_who_opens_the_cooperation_becomes_its_secretariat() -> None:
    opener = User.objects.create_user("ada@exempel.se")
    reading = proposed()
    accept_all(reading)

    apply(actor(), reading, TODAY, NewCooperation("Sjöviken", "sjoviken", opener))

    grant = AccessGrant.objects.get()
    assert (grant.user, grant.role) == (opener, AccessRole.SECRETARIAT)


def test_every_value_is_cited_with_its_very_words() -> None:
    applied()

    with choose(Cooperation.objects.get()):
        found = Citation.objects.get(
            section="municipalities", record_key="norrsjo", field="name"
        )
        span = slice(found.starts_at_character, found.ends_at_character)
        assert TEXT[span] == found.words == "Norrsjö"
        assert found.document.key == "plan"


def test_changed_value_says_that_the_document_says_otherwise() -> None:
    reading = proposed()
    plan = record(reading, "plans", "plan-2026")
    change(actor(), reading, plan.pk, {"title": "Verksamhetsplan"})
    apply(actor(), reading, TODAY, NEW)

    with choose(Cooperation.objects.get()):
        cited = Citation.objects.get(section="plans", field="title")
        assert AnnualPlan.objects.get().title == "Verksamhetsplan"
        assert "ändrades vid granskningen" in cited.reason


def test_skipped_is_not_read_in() -> None:
    reading = proposed()
    accept_all(reading)
    for section, key in (("budget_lines", "konsulter"), ("municipalities", "sodersjo")):
        choose_for(actor(), reading, record(reading, section, key).pk, Choice.SKIPPED)

    apply(actor(), reading, TODAY, NEW)

    assert counts()[:3] == (1, 1, 0)


def test_what_leads_to_a_skipped_record_is_told_and_nothing_is_saved() -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter")
    change(actor(), reading, line.pk, {"amount_sek": "500000"})

    with pytest.raises(CannotApply) as refused:
        apply(actor(), reading, TODAY, NEW)

    (trouble,) = refused.value.troubles
    assert trouble.record == line
    assert "finns inte bland plans" in trouble.said
    assert not Cooperation.objects.exists()
    reading.refresh_from_db()
    assert reading.state == ReadingState.READ


@pytest.mark.parametrize(
    ("new", "said_so"),
    [
        (NewCooperation("", ""), "Ange vad samverkan heter"),
        (NewCooperation("Sjöviken", "sjoviken"), "finns redan här"),
    ],
)
def test_new_cooperation_needs_a_name_and_a_key_of_its_own(new, said_so) -> None:
    there()
    reading = proposed()
    accept_all(reading)

    with pytest.raises(CannotApply, match=said_so):
        apply(actor(), reading, TODAY, new)


def test_nothing_accepted_is_refused() -> None:
    reading = proposed()
    reading.proposals.update(choice=Choice.SKIPPED)

    with pytest.raises(CannotApply, match="Inget är godkänt"):
        apply(actor(), reading, TODAY, NEW)


def test_reading_is_applied_once() -> None:
    reading = applied()

    with pytest.raises(CannotApply, match="redan inläst"):
        apply(actor(), reading, TODAY, NEW)


def test_same_again_proposes_no_change_and_a_change_only_itself() -> None:
    reading = applied()
    here = reading.cooperation
    assert here is not None

    again = proposed(here, existing=rows_of(here))

    assert record(again, "municipalities", "norrsjo").change == "same"
    assert set(again.proposals.values_list("change", flat=True)) == {"same"}
    accept_all(again)
    report = apply(actor(), again, TODAY)
    assert (report.added, report.changed) == (0, 0)


def test_file_sent_again_says_what_became_of_it() -> None:
    reading = applied()

    again = sent(reading.cooperation)

    (told,) = earlier_of(again.files.all(), reading.cooperation).values()
    assert str(told) == (
        "Samma fil lästes 2 mars 2026 av Sonja Strateg: den lästes in. "
        "Nu visas bara det som skiljer."
    )


def test_whole_reading_is_taken_back() -> None:
    reading = applied()

    taken = take_back(actor(), latest(reading))

    assert counts() == (0, 0, 0, 0, 0)
    assert taken.kept == {}
    reading.refresh_from_db()
    assert reading.state == ReadingState.UNDONE
    with pytest.raises(CannotTakeBack, match="redan ångrad"):
        take_back(actor(), latest(reading))


def test_what_it_changed_says_again_what_it_said() -> None:
    cooperation = there()
    reading = proposed(cooperation, existing=rows_of(cooperation))
    accept_all(reading)
    apply(actor(), reading, TODAY)

    take_back(actor(), latest(reading))

    with choose(cooperation):
        names = set(Municipality.objects.values_list("name", flat=True))
        assert names == {"Norrsjö", "Södra sjön"}
        assert not AnnualPlan.objects.exists()


def test_what_somebody_touched_since_stays_with_all_it_needs() -> None:
    reading = applied()
    with choose(reading.cooperation):
        line = BudgetLine.objects.get()
        journal.change(actor(), line, {"amount_sek": 7})

    foreseen = outlook_of(latest(reading))
    taken = take_back(actor(), latest(reading))

    assert foreseen.kept == taken.kept
    told = kept_told(taken)
    assert "Budgetpost konsulter: ändrad efter inläsningen" in told
    assert any(each.startswith("Verksamhetsplan plan-2026") for each in told)
    with choose(reading.cooperation):
        assert BudgetLine.objects.get().amount_sek == 7
        assert not Municipality.objects.exists()
        # What stays keeps its källa.
        assert Citation.objects.filter(section="budget_lines").exists()
        assert not Citation.objects.filter(section="municipalities").exists()


def test_what_others_have_built_on_stays() -> None:
    reading = applied()
    with choose(reading.cooperation):
        plan = AnnualPlan.objects.get()
        more = BudgetLine(key="egen", plan=plan, side="cost", name="egen", amount_sek=1)
        journal.add(actor(), more)

    take_back(actor(), latest(reading))

    assert counts()[1:3] == (1, 1)


def test_changed_value_that_was_changed_again_stays() -> None:
    cooperation = there()
    reading = proposed(cooperation, existing=rows_of(cooperation))
    accept_all(reading)
    apply(actor(), reading, TODAY)
    with choose(cooperation):
        row = Municipality.objects.get(key="sodersjo")
        journal.change(actor(), row, {"name": "Sjön i söder"})

    taken = take_back(actor(), latest(reading))

    with choose(cooperation):
        assert Municipality.objects.get(key="sodersjo").name == "Sjön i söder"
    assert ("municipalities", "sodersjo") in taken.kept


def test_long_keys_do_not_make_citations_the_same() -> None:
    key = "mycket-" * 21 + "lang"
    found = Found("people", key, {"name": said("En Person", "Norrsjö")})
    other = Found("people", key + "-2", {"name": said("En Annan", "Norrsjö")})
    reading = proposed(understood=understanding(found, other))
    accept_certain(ACTOR, reading)

    apply(actor(), reading, TODAY, NEW)

    with choose(Cooperation.objects.get()):
        assert Citation.objects.filter(section="people").count() == 2
        assert not Change.objects.filter(action="changed").exists()


def test_cooperation_that_is_removed_takes_its_readings_along() -> None:
    reading = applied()
    (file,) = reading.files.all()
    picture = PagePicture(
        file=file, page=1, width_points=1, height_points=1, png=b"png"
    )
    keeping.replace_pictures(file, [picture])
    other = proposed()

    journal.remove_cooperation(Cooperation.objects.get())

    assert list(Reading.objects.all()) == [other]
    assert not PagePicture.objects.exists()
