"""What is left of a reading is told of, looked through and read in later."""

import pytest
from django.test import Client
from lxml import html

from radslag.agreement.vocabulary import Choice
from radslag.formats.understanding import Found
from radslag.records.models import AnnualPlan, Cooperation, Reading, choose
from radslag.services.cooperation_file import rows_of
from radslag.services.readings.applying import CannotApply, NewCooperation, apply
from radslag.services.readings.choosing import change, choose_for
from tests.services.readings.invented import (
    TODAY,
    actor,
    proposed,
    record,
    said,
    understanding,
)
from tests.services.readings.test_left_over import changed_by_hand
from tests.services.readings.test_proposing import there
from tests.web.pages import words
from tests.web.readings.visiting import START, page_of, secretariat

pytestmark = pytest.mark.django_db


def accept(reading: Reading, section: str, key: str) -> None:
    number = record(reading, section, key).pk
    choose_for(actor(), reading, number, Choice.ACCEPTED)


@pytest.fixture
def half() -> tuple[Reading, Client, str]:
    """Return a reading with one record applied, who sees it, and where it is."""
    reading = proposed()
    number = record(reading, "municipalities", "norrsjo").pk
    choose_for(actor(), reading, number, Choice.ACCEPTED)
    apply(actor(), reading, TODAY, NewCooperation("Samverkan Sjöviken", "sjoviken"))
    client = secretariat(Cooperation.objects.get())
    return reading, client, f"/sjoviken/lasningar/{reading.pk}/"


def links(page: html.HtmlElement) -> dict[str, str]:
    return {words(each): each.get("href") for each in page.cssselect("main a")}


def test_list_says_how_many_are_left(half) -> None:
    _reading, client, _here = half

    page = page_of(client, "/sjoviken/lasningar/")

    assert "3 kvar att ta ställning till" in words(page.cssselect("main table")[0])


def test_left_ones_are_looked_through_and_read_in(half) -> None:
    reading, client, here = half
    page = page_of(client, here)
    assert "3 poster är kvar att ta ställning till" in words(page.find(".//main"))
    review = links(page)["Granska det som är kvar"]
    page = page_of(client, review)
    assert words(page.find(".//h1")) == "Kvar att ta ställning till"
    names = [words(each) for each in page.cssselect(".proposal h3")]
    assert names == ["Plan 2026", "Konsulter", "Södersjö"]
    form = page.cssselect("form.proposal-choices")[0]
    sent = dict(form.form_values()) | {"val": "accepted"}

    onwards = client.post(form.action, sent)

    assert onwards.url.startswith(f"{here}?visa=alla&post=")
    page = page_of(client, onwards.url)
    apply_page = page_of(client, links(page)["Läs in det godkända"])
    assert links(apply_page)["Tillbaka till granskningen"] == f"{here}?visa=alla"
    client.post(f"{here}las-in/")
    with choose(Cooperation.objects.get()):
        assert AnnualPlan.objects.get().key == "plan-2026"
    page = page_of(client, here)
    titles = [words(each) for each in page.cssselect("section.applying h2")]
    assert titles == ["Omgång 2", "Omgång 1"]
    assert reading.applyings.count() == 2
    again = client.post(f"{here}las-in/")
    assert (again.status_code, again.url) == (302, here)


def test_one_round_is_taken_back_and_the_other_stands(half) -> None:
    reading, client, here = half
    number = record(reading, "plans", "plan-2026").pk
    reading.refresh_from_db()
    choose_for(actor(), reading, number, Choice.ACCEPTED)
    apply(actor(), reading, TODAY)
    undo = links(page_of(client, here))["Ångra omgång 2"]
    page = page_of(client, undo)
    assert words(page.find(".//h1")) == "Ångra omgång 2"

    client.post(undo)

    page = page_of(client, here)
    assert words(page.find(".//h1")) == "Handlingarna är inlästa"
    assert "Omgång 2 ångrad" in words(page.find(".//main"))
    assert "Ångra omgång 1" in links(page)
    assert "3 poster är kvar" in words(page.find(".//main"))
    assert client.get(f"{here}angra/?omgang=7").status_code == 404


def test_what_is_left_is_skipped_with_one_button(half) -> None:
    _reading, client, here = half

    answer = client.post(f"{here}val/", {"val": "hoppa-over-resten"}, follow=True)

    page = html.fromstring(answer.content)
    assert "3 poster hoppas över." in words(page.find(".//main"))
    assert "Granska det som är kvar" not in links(page)


def test_record_that_is_read_in_has_no_form_in_the_reading(half) -> None:
    reading, client, here = half
    number = record(reading, "municipalities", "norrsjo").pk

    assert client.get(f"{here}andra/{number}/").status_code == 404


def lines_that_need_plans(number: int) -> list[Found]:
    plans = [
        Found(
            "plans",
            f"plan-{year}",
            {"year": said(year, "2026"), "title": said(f"Plan {year}", "2026")},
        )
        for year in range(2030, 2030 + number)
    ]
    lines = [
        Found(
            "budget_lines",
            f"rad-{plan.key}",
            {
                "plan": said(plan.key, "2026"),
                "side": said("cost", "2026"),
                "name": said("resor", "2026"),
                "amount_sek": said(1000, "500 00"),
            },
        )
        for plan in plans
    ]
    return [*plans, *lines]


def test_records_that_are_needed_are_named_before_they_are_accepted(
    administrator,
) -> None:
    reading = proposed(understood=understanding(*lines_that_need_plans(22)))
    rows = reading.proposals.filter(section="budget_lines", key__startswith="rad-")
    rows.update(choice=Choice.ACCEPTED)

    page = page_of(administrator, f"{START}{reading.pk}/las-in/")

    shown = page.cssselect("form > ul.needed > li")
    folded = page.cssselect("form > details ul.needed > li")
    assert (len(shown), len(folded)) == (20, 2)
    assert words(shown[0]) == "Plan 2030 verksamhetsplan säker"
    assert words(page.cssselect("form > details > summary")[0]) == "2 poster till"
    last = record(reading, "plans", "plan-2051").pk
    address = folded[-1].find("a").get("href")
    assert address == f"{START}{reading.pk}/?post={last}&page=1#p{last}"
    there = page_of(administrator, address)
    assert there.cssselect(f"#p{last}[aria-current]")


def test_what_cannot_be_read_in_yet_is_left_for_later(administrator) -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter")
    change(actor(), reading, line.pk, {"amount_sek": "1"})
    accept(reading, "municipalities", "norrsjo")
    skip = record(reading, "plans", "plan-2026").pk
    choose_for(actor(), reading, skip, Choice.SKIPPED)
    here = f"{START}{reading.pk}/"

    page = page_of(administrator, f"{here}las-in/")

    told = words(page.find(".//main"))
    assert "1 godkänd post hänvisar till något" in told
    assert "Plan 2026 verksamhetsplan, hoppas över" in told
    assert links(page)["Plan 2026"] == f"{here}andra/{skip}/"
    answer = administrator.post(f"{here}val/", {"val": "lamna-till-senare"})
    assert answer.url == f"{here}las-in/"
    page = page_of(administrator, answer.url)
    assert "Det här kan inte läsas in än" not in words(page.find(".//main"))
    new = {"name": "Sjöviken", "key": "sjoviken"}
    answer = administrator.post(f"{here}las-in/", new, follow=True)
    assert "2 poster är kvar" in words(html.fromstring(answer.content).find(".//main"))


def test_a_yes_that_no_longer_counts_is_told_of_until_it_is_said_again() -> None:
    cooperation = there()
    reading = proposed(cooperation, existing=rows_of(cooperation))
    number = record(reading, "municipalities", "sodersjo").pk
    accept(reading, "municipalities", "sodersjo")
    changed_by_hand(cooperation, "Sjön i söder")
    with pytest.raises(CannotApply):
        apply(actor(), reading, TODAY)
    client, here = (
        secretariat(cooperation),
        f"/{cooperation.key}/lasningar/{reading.pk}/",
    )

    (told,) = page_of(client, here).cssselect(f"#p{number} .proposal-note")
    accept(reading, "municipalities", "sodersjo")

    assert words(told) == (
        "Sonja Strateg godkände det här innan uppgifterna i samverkan ändrades. Ta "
        "ställning till det en gång till."
    )
    assert page_of(client, here).cssselect(f"#p{number} .proposal-note") == []
