"""The words of the records in English: labels, kinds and closed lists of every form."""

import pytest
from django.test import Client
from django.utils.translation import override
from lxml import html

from radslag.agreement import vocabulary
from radslag.agreement.vocabulary import Word
from radslag.records.models import Change
from radslag.records.sections import SECTIONS
from radslag.services.naming import label_of
from radslag.web.record_words import WORDS, translated
from radslag.web.secretariat.editing.editors import EDITORS
from tests.web.editing_forms import address, page_of, some

pytestmark = pytest.mark.django_db
# The same in both languages.
ALIKE = {"person", "information", "text", "budget", "vision", "observation", "§"}
UNSHOWN = {"id", "version", "cooperation"}


def words_of_tables() -> set[str]:
    """Return every label and kind that a page may show of a record."""
    words = {str(label) for label in Change.Action.labels}
    for section, model in SECTIONS.items():
        words |= {str(model._meta.verbose_name), str(model._meta.verbose_name_plural)}
        words |= {
            label_of(section, field.name)
            for field in model._meta.concrete_fields
            if field.name not in UNSHOWN
        }
    return words


def words_of_lists() -> set[str]:
    """Return every word of a closed list."""
    lists = [
        each
        for each in vars(vocabulary).values()
        if isinstance(each, type) and issubclass(each, Word)
    ]
    return {word.swedish for each in lists for word in each}


def test_every_word_of_the_records_is_gathered() -> None:
    known = words_of_tables() | words_of_lists()

    assert known - WORDS == set()
    assert len(known) > 250


def test_every_word_of_the_records_has_its_english() -> None:
    with override("en"):
        same = {word for word in WORDS if translated(word) == word}

    assert same <= ALIKE | {"committee"}


def test_in_swedish_words_are_as_they_stand() -> None:
    with override("sv"):
        assert {word for word in WORDS if translated(word) != word} == set()


def labels(page: html.HtmlElement) -> set[str]:
    """Return every label, hint and choice of the page's form, in words."""
    marks = "form.edit-form label, form.edit-form legend, form.edit-form .field-hint"
    return {" ".join(each.text_content().split()) for each in page.cssselect(marks)}


def test_no_form_has_a_swedish_label_left_in_english(anna: Client) -> None:
    sections = [section for section in EDITORS if some(section)]
    swedish = {
        section: labels(page_of(anna.get(address("andra", section, some(section)))))
        for section in sections
    }
    anna.post("/sprak/", {"language": "en"})

    for section in sections:
        page = page_of(anna.get(address("andra", section, some(section))))
        left = {
            each
            for each in labels(page) & swedish[section]
            # The names of municipalities, bodies and people are the same.
            if set("åäö") & set(each.casefold()) and "Södertörn" not in each
        }
        names = {
            " ".join(each.text_content().split())
            for each in page.cssselect("form.edit-form fieldset .ds-field label")
        }
        assert left - names == set(), section
    assert len(sections) > 25


def test_choices_of_a_list_are_in_english(anna: Client) -> None:
    anna.post("/sprak/", {"language": "en"})

    page = page_of(anna.get(address("andra", "activities", some("activities"))))

    words = page.xpath("//select[@name='status']/option/text()")
    assert words[1:] == ["planned", "ongoing", "done", "postponed", "cancelled"]
