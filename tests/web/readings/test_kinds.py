"""Saying what a document is: it is read again as that, and nothing is a record yet."""

import pytest

from radslag.agreement.vocabulary import ReadingState
from radslag.records.models import Cooperation, Reading
from radslag.services.readings.working import work
from radslag.web import clock
from tests.services.readings.invented import TODAY
from tests.web.pages import words
from tests.web.readings.visiting import (
    applied_in_a_cooperation,
    page_of,
    send,
    sent_file,
)

pytestmark = pytest.mark.django_db
ODD = "Blandat från i torsdags\n\nSamverkan i Laxå och Askersund.\n"


def the_form(page):
    (form,) = page.cssselect("form.kind-form")
    return form


def test_what_is_not_recognised_is_said_to_be_something_and_read_again(administrator):
    address = send(administrator, sent_file("blandat.txt", ODD)).url
    work("a", clock.now, TODAY)
    page = page_of(administrator, address)
    assert "1 kändes inte igen" in words(page.cssselect(".review-files > summary")[0])
    form = the_form(page)
    assert form.xpath(".//option[@selected]/@value") == ["paper"]

    answer = administrator.post(form.action, {"slag": "annual_plan"}, follow=True)

    assert "blandat.txt läses om som verksamhetsplan." in answer.content.decode()
    work("a", clock.now, TODAY)
    page = page_of(administrator, address)
    assert the_form(page).xpath(".//option[@selected]/@value") == ["annual_plan"]
    assert "kändes inte igen" not in words(page.cssselect(".review-files")[0])
    assert not Cooperation.objects.exists()


@pytest.mark.parametrize("said", ["", "roman", "<script>", "\0", "x" * 10_000])
def test_a_kind_that_does_not_exist_changes_nothing(administrator, said):
    address = send(administrator, sent_file("blandat.txt", ODD)).url
    work("a", clock.now, TODAY)
    form = the_form(page_of(administrator, address))

    answer = administrator.post(form.action, {"slag": said}, follow=True)

    assert "Slaget finns inte. Inget är ändrat." in answer.content.decode()
    reading = Reading.objects.get()
    assert reading.state == ReadingState.READ
    assert reading.kinds_said == {}


def test_it_is_too_late_once_it_is_read_in():
    reading, client = applied_in_a_cooperation()
    file = reading.files.get()
    there = f"/sjoviken/lasningar/{reading.pk}/"

    answer = client.post(
        f"{there}handling/{file.pk}/slag/", {"slag": "minutes"}, follow=True
    )

    assert "Slaget går inte att ändra nu" in answer.content.decode()
    assert page_of(client, there).cssselect("form.kind-form") == []
    reading.refresh_from_db()
    assert reading.state == ReadingState.APPLIED
