"""Two who look through one reading: both changes are shown, and neither is lost."""

import pytest
from lxml import html

from radslag.agreement.vocabulary import Choice
from radslag.records.models import ProposedRecord, Reading
from radslag.services.readings.choosing import change, choose_for
from tests.services.readings.invented import actor, proposed, record
from tests.web.pages import words
from tests.web.readings.visiting import START, filled, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading() -> Reading:
    return proposed()


def plan(reading: Reading) -> ProposedRecord:
    return record(reading, "plans", "plan-2026")


@pytest.fixture
def address(reading) -> str:
    return f"{START}{reading.pk}/andra/{plan(reading).pk}/"


def form_in(answer) -> tuple[html.HtmlElement, dict[str, str]]:
    assert answer.status_code == 409
    page = html.fromstring(answer.content)
    (form,) = page.cssselect("form.conflict-form")
    return page, {name: value or "" for name, value in form.form_values()}


def test_stale_change_shows_both_and_loses_neither(
    administrator, reading, address
) -> None:
    sent = filled(page_of(administrator, address), title="Min rubrik")
    change(actor(), reading, plan(reading).pk, {"title": "Andras rubrik"})

    page, form = form_in(administrator.post(address, sent))

    text = words(page.find(".//main"))
    assert "Min rubrik" in text
    assert "Andras rubrik" in text
    assert "Sonja Strateg" in text
    assert plan(reading).chosen == {"title": "Andras rubrik"}
    assert "behall-title" not in form
    administrator.post(address, form | {"behall-title": "bada"})
    assert plan(reading).chosen == {"title": "Andras rubrik – Min rubrik"}
    assert plan(reading).choice == Choice.ACCEPTED


def test_field_that_only_the_other_changed_is_kept_as_she_left_it(
    administrator, reading, address
) -> None:
    sent = filled(page_of(administrator, address), year="2027")
    change(actor(), reading, plan(reading).pk, {"title": "Andras rubrik"})

    _page, form = form_in(administrator.post(address, sent))

    assert (form["behall-title"], form["behall-year"]) == ("andras", "min")
    administrator.post(address, form)
    assert plan(reading).chosen == {"title": "Andras rubrik", "year": 2027}


def test_record_that_another_skipped_asks_which_is_to_hold(
    administrator, reading, address
) -> None:
    sent = filled(page_of(administrator, address), title="Min rubrik")
    choose_for(actor(), reading, plan(reading).pk, Choice.SKIPPED)

    page, form = form_in(administrator.post(address, sent))

    assert "hoppas över" in words(page.find(".//main"))
    unanswered = administrator.post(address, form)
    assert "Välj vad som ska gälla" in words(form_in(unanswered)[0].find(".//main"))
    kept = administrator.post(address, form | {"behall-val": "andras"})
    assert kept.status_code == 302
    assert plan(reading).choice == Choice.SKIPPED
    administrator.post(address, form | {"behall-val": "min", "behall-title": "min"})
    assert plan(reading).choice == Choice.ACCEPTED
    assert plan(reading).chosen == {"title": "Min rubrik"}


def test_another_change_during_the_choosing_is_asked_about_again(
    administrator, reading, address
) -> None:
    sent = filled(page_of(administrator, address), title="Min rubrik")
    change(actor(), reading, plan(reading).pk, {"title": "Andras rubrik"})
    _page, form = form_in(administrator.post(address, sent))
    change(actor(), reading, plan(reading).pk, {"title": "Tredje rubriken"})

    page, _form = form_in(administrator.post(address, form | {"behall-title": "min"}))

    assert "Tredje rubriken" in words(page.find(".//main"))
    assert plan(reading).chosen == {"title": "Tredje rubriken"}


def test_same_change_sent_twice_is_no_conflict(administrator, reading, address) -> None:
    sent = filled(page_of(administrator, address), title="Min rubrik")

    answers = [administrator.post(address, sent) for _ in range(2)]

    assert [each.status_code for each in answers] == [302, 302]
    assert plan(reading).chosen == {"title": "Min rubrik"}


def test_script_gets_the_conflict_as_a_form_in_its_place(
    administrator, reading, address
) -> None:
    sent = filled(page_of(administrator, address), title="Min rubrik")
    change(actor(), reading, plan(reading).pk, {"title": "Andras rubrik"})

    answer = administrator.post(address, sent, headers={"X-Radslag-Part": "reading"})

    assert answer.status_code == 200
    page = html.fromstring(answer.content)
    assert page.cssselect("form.conflict-form[data-change-form]")
    assert not page.cssselect("main")


def test_record_that_is_read_in_meanwhile_keeps_what_was_typed(
    administrator, reading, address
) -> None:
    sent = filled(page_of(administrator, address), title="Min rubrik")
    reading.proposals.update(applying=reading.applyings.create(
        number=1, applied_at=actor().at, applied_by_name="Sonja"
    ))  # fmt: skip

    answer = administrator.post(address, sent)

    page = html.fromstring(answer.content)
    assert "redan inläst" in words(page.cssselect(".error-summary")[0])
    assert page.xpath("//input[@name='title']/@value") == ["Min rubrik"]


@pytest.mark.parametrize("stamp", ["", "nonsens", "[]", '{"chosen": 1}', "null"])
def test_nonsense_stamp_is_taken_as_none(
    administrator, reading, address, stamp
) -> None:
    sent = filled(page_of(administrator, address), title="Min rubrik")

    answer = administrator.post(address, sent | {"stod": stamp})

    assert answer.status_code == 302
