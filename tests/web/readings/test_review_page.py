"""The review without script, and the källa that every value has afterwards."""

import pytest
from lxml import html

from radslag.agreement.vocabulary import Certainty, Choice
from radslag.formats.understanding import Found
from radslag.records.models import (
    PagePicture,
    ReadingFile,
)
from radslag.services.readings import keeping
from radslag.services.readings.applying import NewCooperation, apply
from radslag.services.readings.choosing import choose_for
from tests.services.readings.invented import (
    ACTOR,
    TODAY,
    accept_all,
    proposed,
    record,
    said,
    understanding,
)
from tests.services.readings.test_proposing import there
from tests.web.pages import words
from tests.web.readings.visiting import (
    START,
    applied_in_a_cooperation,
    filled,
    number_of_queries,
    page_of,
    people,
    secretariat,
)

pytestmark = pytest.mark.django_db


def test_review_shows_doubts_first_with_their_words_framed(administrator) -> None:
    reading = proposed()

    page = page_of(administrator, f"{START}{reading.pk}/")

    names = [words(each) for each in page.cssselect(".proposal h3")]
    assert names[0] == "Plan 2026"
    framed = page.cssselect("mark[data-frame='asked']")
    assert [each.text for each in framed] == ["2026"]
    summary = words(page.cssselect(".review-summary")[0])
    assert summary.startswith("0 godkända, 4 tveksamma, 0 troliga, 1 motsägelse")
    clash = page.cssselect(".clash")[0]
    assert "”Norrsjö” mot ”Sodersjö”" in words(clash)


def test_missing_value_is_not_accepted_and_says_what_to_do(administrator) -> None:
    reading = proposed()
    line = record(reading, "budget_lines", "konsulter").pk
    here = f"{START}{reading.pk}/"

    answer = administrator.post(
        f"{here}val/", {"val": "accepted", "post": line}, follow=True
    )

    told = words(html.fromstring(answer.content).cssselect(".messages")[0])
    assert "kan inte godkännas än" in told
    assert "hoppa över" in told


def test_impossible_value_is_told_at_its_field(administrator) -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo").pk
    address = f"{START}{reading.pk}/andra/{norrsjo}/"
    asked = page_of(administrator, address)

    answer = administrator.post(address, filled(asked, code="90"))

    page = html.fromstring(answer.content)
    summary = words(page.cssselect(".error-summary")[0])
    assert "fyra siffror" in summary
    assert page.xpath("//input[@name='code']/@value") == ["90"]


def test_after_a_choice_the_next_record_is_in_turn(administrator) -> None:
    reading = proposed()
    here = f"{START}{reading.pk}/"
    page = page_of(administrator, here)
    form = page.cssselect("form.proposal-choices")[0]

    answer = administrator.post(
        f"{here}val/", dict(form.form_values()) | {"val": "skipped"}
    )

    second = page.cssselect(".proposal")[1].get("id")
    assert answer.url.endswith(f"#{second}")


def test_choice_is_taken_back(administrator) -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo").pk
    here = f"{START}{reading.pk}/"
    administrator.post(f"{here}val/", {"val": "skipped", "post": norrsjo})

    answer = administrator.post(f"{here}val/", {"val": "angra"})

    assert answer.url.endswith(f"#p{norrsjo}")
    assert record(reading, "municipalities", "norrsjo").choice == Choice.OPEN


def test_colleagues_choice_is_shown_and_not_written_over_unseen(
    administrator,
) -> None:
    reading = proposed()
    number = record(reading, "municipalities", "norrsjo").pk
    here = f"{START}{reading.pk}/"
    forms = page_of(administrator, here).cssselect(f"#p{number} form")
    form = dict(forms[0].form_values())
    choose_for(ACTOR, reading, number, Choice.SKIPPED)

    answer = administrator.post(f"{here}val/", form | {"val": "accepted"}, follow=True)

    page = html.fromstring(answer.content)
    assert "Sonja Strateg har redan valt" in words(page.cssselect(".messages")[0])
    (told,) = page.cssselect(f"#p{number} .proposal-choice")
    assert "av Sonja Strateg" in words(told)
    assert record(reading, "municipalities", "norrsjo").choice == Choice.SKIPPED


def test_probable_ones_of_a_kind_are_accepted_with_one_button(administrator) -> None:
    likely = {"name": said("En Person", "Norrsjö", Certainty.PROBABLE)}
    found = [Found("people", f"p-{n}", likely) for n in range(3)]
    reading = proposed(understood=understanding(*found))
    here = f"{START}{reading.pk}/"
    (button,) = page_of(administrator, here).cssselect("button[value='troliga']")
    assert words(button) == "Godta de 3 troliga som visas, Personer"
    (form,) = button.xpath("ancestor::form")
    sent = {"rad": [], "val": "troliga"}
    for name, value in form.form_values():
        sent["rad"].append(value) if name == "rad" else sent.setdefault(name, value)

    administrator.post(f"{here}val/", sent)

    accepted = reading.proposals.filter(choice=Choice.ACCEPTED)
    assert {one.section for one in accepted} == {"people"}
    assert not page_of(administrator, here).cssselect("button[value='troliga']")


def test_value_that_many_documents_say_leads_to_the_first_of_them(
    administrator,
) -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo")
    norrsjo.values["name"]["quotes"] *= 50
    keeping.set_proposal(norrsjo, values=norrsjo.values)

    page = page_of(administrator, f"{START}{reading.pk}/")

    (value,) = page.xpath(f"//*[@id='p{norrsjo.pk}']//dd[contains(., 'Norrsjö')]")
    names = [each.text for each in value.cssselect(".source-link")]
    assert names == ["rad 2", "ställe 2", "ställe 3", "ställe 4"]
    assert "och 46 ställen till" in words(value)


def test_script_gets_only_the_parts_it_asks_for(administrator) -> None:
    reading = proposed()
    norrsjo = record(reading, "municipalities", "norrsjo").pk
    part = {"X-Radslag-Part": "reading"}
    here = f"{START}{reading.pk}/"

    answer = administrator.post(
        f"{here}val/", {"val": "accepted", "post": norrsjo}, headers=part
    )
    page = html.fromstring(answer.content.decode())
    assert page.cssselect("[data-record]")[0].get("data-choice") == "accepted"
    assert "1 godkänd" in words(page)
    assert not page.cssselect("main")
    line = record(reading, "budget_lines", "konsulter").pk
    refused = administrator.post(
        f"{here}val/", {"val": "accepted", "post": line}, headers=part
    )
    told = html.fromstring(refused.content.decode()).cssselect("[data-refused]")
    assert "uppgiften saknas" in words(told[0])


def test_source_opens_the_very_words() -> None:
    _reading, client = applied_in_a_cooperation()

    page = page_of(client, "/sjoviken/kalla/municipalities/norrsjo/")

    (asked,) = page.cssselect("mark[data-frame='asked']")
    assert asked.text == "Norrsjö"
    assert words(page.cssselect("h1")[0]) == "Källa: Norrsjö"
    line = asked.xpath("ancestor::div[@class='document-line']")[0]
    assert line.cssselect(".line-number")[0].text == "2"


def test_source_without_a_kept_document_leads_to_the_record(sodertorn) -> None:
    answer = sodertorn.get("/sodertorn/kalla/agreements/avtal-2010/")

    assert answer.url == "/sodertorn/post/agreements/avtal-2010/#kalla"


def test_record_leads_to_its_words() -> None:
    _reading, client = applied_in_a_cooperation()

    page = page_of(client, "/sjoviken/post/municipalities/norrsjo/")

    (address, *_more) = page.xpath(
        "//section[@id='kalla']//a[contains(@href, 'kalla/')]"
    )
    assert words(address).startswith("visa orden")
    assert client.get(address.get("href").partition("#")[0]).status_code == 200


def test_document_is_given_back_as_it_was_sent() -> None:
    reading, client = applied_in_a_cooperation()
    (file,) = reading.files.all()

    answer = client.get(f"/sjoviken/handling/{file.pk}/original/")

    assert answer.content == bytes(file.content)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="plan.txt"'
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_document_that_came_in_a_letter_is_given_back_with_it() -> None:
    reading, client = applied_in_a_cooperation()
    (file,) = reading.files.all()
    letter = ReadingFile(
        reading=reading, position=9, name="brev.eml", sha256="a" * 64,
        size_bytes=4, content=b"Brev",
    )  # fmt: skip
    keeping.add_file(letter)
    keeping.set_file(file, within=letter, name="brev.eml: plan.txt")

    page = page_of(client, "/sjoviken/kalla/municipalities/norrsjo/")
    own, outer = page.xpath("//a[contains(@href, '/original/')]")

    assert words(own) == "Hämta handlingen så som den skickades"
    assert words(outer) == "Hämta brev.eml, som den kom i"
    answer = client.get(own.get("href"))
    assert answer.content == bytes(file.content)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="plan.txt"'
    assert client.get(outer.get("href")).content == b"Brev"


def test_document_without_bytes_of_its_own_offers_none() -> None:
    reading, client = applied_in_a_cooperation()
    (file,) = reading.files.all()
    keeping.set_file(file, sha256="")

    page = page_of(client, "/sjoviken/kalla/municipalities/norrsjo/")

    assert page.xpath("//a[contains(@href, '/original/')]") == []


def test_picture_of_the_page_has_its_words_framed(administrator) -> None:
    reading = proposed()
    (file,) = reading.files.all()
    sizes = {"width_points": 595, "height_points": 842, "png": b"png"}
    keeping.replace_pictures(file, [PagePicture(file=file, page=3, **sizes)])
    norrsjo = record(reading, "municipalities", "norrsjo")
    for value in norrsjo.values.values():
        value["quotes"][0] |= {"page": 3, "box": [100, 200, 300, 220]}
    keeping.set_proposal(norrsjo, values=norrsjo.values)
    address = f"{START}{reading.pk}/handling/{file.pk}/?post={norrsjo.pk}"

    page = page_of(administrator, address)

    (frame,) = page.cssselect("rect.page-frame")
    assert [frame.get(name) for name in ("x", "y", "width", "height")] == [
        "98.0", "198.0", "204.0", "24.0",
    ]  # fmt: skip
    (picture,) = page.cssselect(".page-picture image")
    answer = administrator.get(picture.get("href"))
    assert (answer.content, answer.headers["Content-Type"]) == (b"png", "image/png")
    text = page.cssselect(".document-ways a")[1].get("href")
    assert page_of(administrator, text).cssselect("mark.framed")


@pytest.mark.parametrize(
    "address",
    [
        "?page=x&visa=y&handling=z&post=å",
        "?page=99999999999999999999&handling=99999999999999999999",
        "?post=-1&handling=-1",
    ],
)
def test_nonsense_in_the_address_is_no_error(administrator, address) -> None:
    reading = proposed()

    assert administrator.get(f"{START}{reading.pk}/{address}").status_code == 200


@pytest.mark.parametrize("sent", [{}, {"val": "x"}, {"val": "accepted", "post": "x"}])
def test_nonsense_choices_change_nothing(administrator, sent) -> None:
    reading = proposed()

    answer = administrator.post(f"{START}{reading.pk}/val/", sent)

    assert answer.status_code == 302
    assert not reading.proposals.exclude(choice=Choice.OPEN).exists()


@pytest.mark.parametrize("number", [1, 3])
def test_review_asks_as_often_whatever_the_number(administrator, number) -> None:
    reading = proposed(understood=understanding(*people(number)))

    assert number_of_queries(administrator, f"{START}{reading.pk}/") == 10


@pytest.mark.parametrize("number", [1, 3])
def test_review_in_a_cooperation_asks_as_often(number) -> None:
    cooperation = there()
    reading = proposed(cooperation, understanding(*people(number)))
    client = secretariat(cooperation)

    queries = number_of_queries(client, f"/sjoviken/lasningar/{reading.pk}/")

    assert queries == 12


@pytest.mark.parametrize("number", [1, 3])
def test_source_asks_as_often_whatever_the_number(number) -> None:
    reading = proposed(understood=understanding(*people(number)))
    accept_all(reading)
    apply(ACTOR, reading, TODAY, NewCooperation("Samverkan Sjöviken", "sjoviken"))
    assert reading.cooperation is not None
    client = secretariat(reading.cooperation)

    assert number_of_queries(client, "/sjoviken/kalla/people/p-0/") == 6


def test_one_document_at_a_time_can_be_reviewed(administrator) -> None:
    reading = proposed()
    (file,) = reading.files.all()
    here = f"{START}{reading.pk}/"

    page = page_of(administrator, f"{here}?handling={file.pk}")

    assert "Bara det som lästes ur plan.txt visas." in words(page)
    assert len(page.cssselect(".proposal")) == 5
    assert not page_of(administrator, f"{here}?handling=1234567").cssselect(".proposal")
    form = dict(page.cssselect("form.proposal-choices")[0].form_values())
    answer = administrator.post(f"{here}val/", form | {"val": "skipped"})
    assert f"handling={file.pk}" in answer.url


def test_reading_that_proposes_nothing_says_so(administrator) -> None:
    reading = proposed()
    keeping.replace_proposals(reading, [])

    page = page_of(administrator, f"{START}{reading.pk}/")

    assert "Här finns inget att granska." in words(page)
