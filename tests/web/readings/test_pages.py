"""Readings in the browser, without script: from files sent to records taken back."""

import pytest
from django.contrib.auth.models import User
from lxml import html

from radslag.agreement.vocabulary import Choice, ReadingState
from radslag.records.models import (
    AccessGrant,
    BudgetLine,
    Citation,
    Cooperation,
    Reading,
    choose,
)
from radslag.services.cooperation_file import rows_of
from radslag.services.readings import keeping
from radslag.services.readings.working import work
from radslag.web import clock, uploads
from tests.services.readings.invented import (
    TODAY,
    accept_all,
    proposed,
    record,
    sent,
)
from tests.services.readings.test_proposing import there
from tests.web.pages import words
from tests.web.readings.visiting import (
    PLAN,
    START,
    applied_in_a_cooperation,
    filled,
    number_of_queries,
    page_of,
    secretariat,
    send,
    sent_file,
)

pytestmark = pytest.mark.django_db


def test_start_of_an_empty_installation_leads_to_the_documents(administrator) -> None:
    page = page_of(administrator, "/")

    assert page.xpath("//a[@href=$there]", there=START)


def test_files_are_taken_in_and_followed_until_they_are_read(administrator) -> None:
    answer = send(administrator, sent_file("plan.txt", PLAN), sent_file("tom.txt", ""))
    assert answer.status_code == 302
    waiting = page_of(administrator, answer.url)
    assert waiting.xpath("//noscript//meta[@http-equiv='refresh']")
    assert "Läsningen börjar strax" in words(waiting)

    work("a", clock.now, TODAY)

    page = page_of(administrator, answer.url)
    assert words(page.cssselect("h1")[0]) == "Granska det lästa"
    files = words(page.cssselect(".read-files")[0])
    assert "Filen är tom." in files
    assert "plan.txt" in files


def test_failed_reading_says_why_and_may_be_tried_again(administrator) -> None:
    address = send(administrator, sent_file("tom.txt", "")).url
    work("a", clock.now, TODAY)

    page = page_of(administrator, address)
    assert "Ingen av filerna gick att läsa" in words(page)
    administrator.post(f"{address}igen/")

    assert Reading.objects.get().state == ReadingState.WAITING


def test_no_file_is_told_in_swedish(administrator) -> None:
    answer = administrator.post(START, {})

    page = html.fromstring(answer.content)
    assert "Välj en eller flera filer." in words(page.cssselect(".error-summary")[0])
    assert page.xpath("//title")[0].text.startswith("Fel:")


def test_too_large_file_is_left_out_and_the_others_go_on(
    administrator, monkeypatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    large = sent_file("stor.pdf", b"x" * 70_000)

    answer = send(administrator, large, sent_file("plan.txt", PLAN))

    page = page_of(administrator, answer.url)
    assert "stor.pdf är större än 50 MB" in words(page.cssselect(".messages")[0])
    assert [file.name for file in Reading.objects.get().files.all()] == ["plan.txt"]


def test_only_a_too_large_file_is_refused(administrator, monkeypatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)

    answer = send(administrator, sent_file("stor.pdf", b"x" * 70_000))

    assert "stor.pdf är större" in words(html.fromstring(answer.content))
    assert not Reading.objects.exists()


def test_whole_journey_sets_up_a_cooperation(administrator) -> None:
    reading = proposed()
    here = f"{START}{reading.pk}/"
    administrator.post(f"{here}val/", {"val": "alla-sakra"})
    for section, key in (("plans", "plan-2026"), ("municipalities", "sodersjo")):
        number = record(reading, section, key).pk
        administrator.post(f"{here}val/", {"val": "accepted", "post": number})
    line = record(reading, "budget_lines", "konsulter").pk
    asked = page_of(administrator, f"{here}andra/{line}/")
    assert asked.xpath("//input[@name='amount_sek']")
    administrator.post(f"{here}andra/{line}/", filled(asked, amount_sek="500 000"))

    form = page_of(administrator, f"{here}las-in/")
    assert form.xpath("string(//input[@name='name']/@value)") == "Samverkan Sjöviken"
    answer = administrator.post(f"{here}las-in/", {"name": "Sjöviken", "key": "sjon"})

    assert answer.url == f"/sjon/lasningar/{reading.pk}/"
    done = page_of(administrator, answer.url)
    assert "Handlingarna är inlästa" in words(done.cssselect("h1")[0])
    assert AccessGrant.objects.get().user == User.objects.get()
    with choose(Cooperation.objects.get()):
        assert BudgetLine.objects.get().amount_sek == 500_000


def test_nothing_accepted_gives_nothing_to_read_in(administrator) -> None:
    reading = proposed()

    page = page_of(administrator, f"{START}{reading.pk}/las-in/")

    assert page.cssselect("main form") == []
    assert "Ingen post är godkänd än" in page.text_content()


def test_what_cannot_be_read_in_is_listed_with_its_record(administrator) -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter")
    line.chosen, line.missing, line.choice = {"amount_sek": 1}, [], Choice.ACCEPTED
    keeping.set_choices([line])

    answer = administrator.post(
        f"{START}{reading.pk}/las-in/", {"name": "Sjöviken", "key": "sjon"}
    )

    summary = html.fromstring(answer.content).cssselect(".error-summary")[0]
    assert "Inget är sparat" in words(summary)
    assert "Konsulter: plan" in words(summary)
    assert not Cooperation.objects.exists()


def test_reading_is_thrown_away_with_its_files_when_that_is_confirmed(
    administrator,
) -> None:
    reading = proposed()
    accept_all(reading)
    here = f"{START}{reading.pk}/"
    (way,) = page_of(administrator, here).xpath("//a[contains(@href, '/kasta/')]")

    asked = page_of(administrator, way.get("href"))
    told = words(asked.cssselect("main .notice")[0])
    assert "1 filplan.txt" in told
    assert "4 val som är gjorda vid granskningen" in told
    assert Reading.objects.exists()

    administrator.post(way.get("href"))
    assert not Reading.objects.exists()


def test_files_are_told_apart_while_they_are_read(administrator) -> None:
    plan, twin = sent_file("plan.txt", PLAN), sent_file("kopia.txt", PLAN)
    address = send(administrator, plan, twin, sent_file("tom.txt", "")).url
    reading = Reading.objects.get()
    good, same, bad = reading.files.all()
    keeping.set_file(good, is_read=True, text=PLAN)
    keeping.set_file(same, is_read=True, outcome="Samma fil som plan.txt.")
    keeping.set_file(bad, is_read=True, outcome="Filen är tom.")
    keeping.set_reading(reading, state=ReadingState.READING)

    page = page_of(administrator, address)

    marks = [words(each) for each in page.cssselect(".read-file .status")]
    assert marks == ["läst", "samma fil", "inte läst"]
    assert "Nu jämförs de med varandra" in words(page.cssselect("#lage")[0])


def test_review_says_how_many_files_could_not_be_read(administrator) -> None:
    address = send(
        administrator, sent_file("plan.txt", PLAN), sent_file("tom.txt", "")
    ).url
    work("a", clock.now, TODAY)

    page = page_of(administrator, address)

    summary = words(page.cssselect(".review-files summary")[0])
    assert summary == "2 filer, 1 kunde inte läsas"


def test_whole_reading_is_taken_back_and_told() -> None:
    reading, client = applied_in_a_cooperation()
    here = f"/sjoviken/lasningar/{reading.pk}/"
    asked = page_of(client, f"{here}angra/")
    assert "tas bort" in words(asked.cssselect(".lead")[0])

    answer = client.post(f"{here}angra/", follow=True)

    page = html.fromstring(answer.content)
    assert words(page.cssselect("h1")[0]) == "Inläsningen är ångrad"
    with choose(Cooperation.objects.get()):
        assert not Citation.objects.exists()
    again = client.post(f"{here}angra/", follow=True)
    assert "redan ångrad" in words(html.fromstring(again.content))


def founded_by(administrator) -> str:
    """Let the administrator set a cooperation up; return where it is undone."""
    reading = proposed()
    accept_all(reading)
    here = f"{START}{reading.pk}/las-in/"
    administrator.post(here, {"name": "Sjöviken", "key": "sjoviken"}, follow=True)
    return f"/sjoviken/lasningar/{reading.pk}/angra/"


def test_undoing_says_that_the_cooperation_goes_and_meets_the_first_page(
    administrator,
) -> None:
    undo = founded_by(administrator)
    asked = page_of(administrator, undo)
    (notice,) = asked.cssselect("main .notice")
    assert "Samverkan ”Sjöviken” tas också bort" in words(notice)
    assert "Handlingarna och det du valde" in words(notice)
    form = dict(asked.cssselect("main form")[0].form_values())

    answer = administrator.post(undo, form, follow=True)

    assert answer.redirect_chain[-1][0] == "/"
    page = html.fromstring(answer.content)
    assert "”Sjöviken” är borttagen" in words(page.cssselect(".messages")[0])
    assert page.xpath("//form[@action='/las-in/']")
    (way,) = page.cssselect("main table th a")
    again = page_of(administrator, way.get("href"))
    assert words(again.cssselect("h1")[0]) == "Granska det lästa"
    assert "4 godkända" in words(again.cssselect(".review-summary")[0])
    assert not Cooperation.objects.exists()


def test_yes_to_less_than_what_would_happen_is_asked_again(administrator) -> None:
    undo = founded_by(administrator)

    answer = administrator.post(undo, {})

    page = html.fromstring(answer.content)
    assert "Inget är ångrat än" in words(page.cssselect("main .notice")[0])
    assert Cooperation.objects.exists()
    assert Reading.objects.get().state == "applied"


def test_cooperation_that_stays_says_why_before_and_after(administrator) -> None:
    undo = founded_by(administrator)
    sent(Cooperation.objects.get())
    asked = page_of(administrator, undo)
    (notice,) = asked.cssselect("main .notice")
    assert "Samverkan ”Sjöviken” står kvar" in words(notice)
    assert "Andra handlingar är inlästa i den" in words(notice)
    form = dict(asked.cssselect("main form")[0].form_values())

    answer = administrator.post(undo, form, follow=True)

    page = html.fromstring(answer.content)
    assert words(page.cssselect("h1")[0]) == "Inläsningen är ångrad"
    assert "”Sjöviken” står kvar" in words(page.cssselect("main .notice")[-1])


def test_secretariat_without_administration_leaves_the_cooperation() -> None:
    reading, client = applied_in_a_cooperation()
    undo = f"/sjoviken/lasningar/{reading.pk}/angra/"
    asked = page_of(client, undo)
    assert "Bara en administratör" in words(asked.cssselect("main .notice")[0])

    client.post(undo, {"samverkan": "1"})

    assert Cooperation.objects.exists()
    assert Reading.objects.get().state == "applied"


def test_same_again_is_told_and_shows_what_is_there() -> None:
    reading, client = applied_in_a_cooperation()
    here = reading.cooperation
    assert here is not None

    again = proposed(here, existing=rows_of(here))

    page = page_of(client, f"/sjoviken/lasningar/{again.pk}/")
    assert "Samma fil lästes 2 mars 2026" in words(page)
    # What was left out the first time is still proposed, and nothing else.
    assert [words(each) for each in page.cssselect(".proposal h3")] == ["Konsulter"]
    all_there = page_of(client, f"/sjoviken/lasningar/{again.pk}/?visa=finns")
    assert len(all_there.cssselect(".proposal")) == 4


def test_reading_of_another_cooperation_is_not_found(administrator) -> None:
    cooperation = there()
    client = secretariat(cooperation)
    first = proposed()
    own = proposed(cooperation)

    assert client.get(f"/sjoviken/lasningar/{first.pk}/").status_code == 404
    assert client.get(f"{START}{first.pk}/").status_code == 404
    assert administrator.get(f"{START}{own.pk}/").status_code == 404
    assert client.get(f"/sjoviken/lasningar/{own.pk}/").status_code == 200
    (file,) = first.files.all()
    address = f"/sjoviken/lasningar/{own.pk}/handling/{file.pk}/"
    assert client.get(address).status_code == 404
    assert client.get(f"/sjoviken/handling/{file.pk}/original/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_as_often_whatever_the_number(administrator, number) -> None:
    for _ in range(number):
        proposed()

    assert number_of_queries(administrator, START) == 5
