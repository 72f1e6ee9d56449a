"""Two who edit at once: neither text is lost, and nothing is written twice."""

from datetime import date

import pytest

from radslag.records.models import (
    Activity,
    Change,
    Goal,
    Population,
)
from tests.web.editing_forms import (
    address,
    faults,
    opened,
    page_of,
    said,
    send,
    typed_in,
    undo,
)

pytestmark = pytest.mark.django_db
ACTIVITY = "2026-regional-plan"


def test_what_another_changed_since_is_not_taken_back(anna, bo):
    typed = opened(anna, "activities", ACTIVITY)
    answer = send(anna, "activities", ACTIVITY, typed, comment="Annas")
    typed = opened(bo, "activities", ACTIVITY)
    send(bo, "activities", ACTIVITY, typed, comment="Bos")

    refused = undo(anna, answer)

    assert "Det gick inte att ångra. Uppgiften har ändrats igen" in said(anna, refused)
    assert Activity.objects.get(key=ACTIVITY).comment == "Bos"


def test_two_who_edit_one_activity_lose_neither_text(anna, bo):
    annas = opened(anna, "activities", ACTIVITY)
    bos = opened(bo, "activities", ACTIVITY)
    send(bo, "activities", ACTIVITY, bos, comment="Bos text", status=["ongoing"])

    stale = send(anna, "activities", ACTIVITY, annas, comment="Annas text")

    assert stale.status_code == 409
    assert Activity.objects.get(key=ACTIVITY).comment == "Bos text"
    page = page_of(stale)
    assert page.findtext(".//title").strip().startswith("Fel:")
    rows = {
        each.cssselect("legend")[0].text: [
            " ".join(text.text_content().split())
            for text in each.cssselect(".conflict-words")
        ]
        for each in page.cssselect("fieldset.conflict")
    }
    assert rows == {
        "Kommentar": ["Annas text", "Bos text"],
        "Läge": ["planerad", "pågår"],
    }
    typed = typed_in(stale, "form.conflict-form")
    # Only Bo has touched the status, so his is proposed; the comment is a choice.
    assert typed["behall-status"] == ["andras"]
    assert "behall-comment" not in typed

    settled = send(anna, "activities", ACTIVITY, typed, **{"behall-comment": "bada"})

    assert settled.status_code == 302
    activity = Activity.objects.get(key=ACTIVITY)
    assert activity.comment == "Bos text\n\nAnnas text"
    assert activity.status == "ongoing"


@pytest.mark.parametrize(
    ("choice", "comment"), [("min", "Annas text"), ("andras", "Bos text")]
)
def test_either_text_may_be_kept(anna, bo, choice, comment):
    annas = opened(anna, "activities", ACTIVITY)
    bos = opened(bo, "activities", ACTIVITY)
    send(bo, "activities", ACTIVITY, bos, comment="Bos text")
    stale = send(anna, "activities", ACTIVITY, annas, comment="Annas text")
    typed = typed_in(stale, "form.conflict-form")

    send(anna, "activities", ACTIVITY, typed, **{"behall-comment": choice})

    assert Activity.objects.get(key=ACTIVITY).comment == comment


def test_a_choice_left_out_is_asked_for_again(anna, bo):
    annas = opened(anna, "activities", ACTIVITY)
    send(bo, "activities", ACTIVITY, opened(bo, "activities", ACTIVITY), comment="Bos")
    stale = send(anna, "activities", ACTIVITY, annas, comment="Annas")

    again = send(anna, "activities", ACTIVITY, typed_in(stale, "form.conflict-form"))

    assert again.status_code == 409
    assert "Välj vad som ska gälla" in page_of(again).text_content()
    assert typed_in(again, "form.conflict-form")["comment"] == ["Annas"]


def test_a_third_save_while_one_chooses_is_shown_too(anna, bo):
    annas = opened(anna, "activities", ACTIVITY)
    send(bo, "activities", ACTIVITY, opened(bo, "activities", ACTIVITY), comment="Bos")
    stale = send(anna, "activities", ACTIVITY, annas, comment="Annas")
    send(
        bo, "activities", ACTIVITY, opened(bo, "activities", ACTIVITY), comment="Bos 2"
    )

    typed = typed_in(stale, "form.conflict-form")
    again = send(anna, "activities", ACTIVITY, typed, **{"behall-comment": "andras"})

    assert again.status_code == 409
    shown = page_of(again).text_content()
    assert "Annas" in shown
    assert "Bos 2" in shown


def test_who_answers_for_it_is_part_of_what_two_may_disagree_on(anna, bo):
    annas = opened(anna, "activities", ACTIVITY)
    bos = opened(bo, "activities", ACTIVITY)
    send(bo, "activities", ACTIVITY, bos, municipalities=["salem", "tyreso"])

    stale = send(anna, "activities", ACTIVITY, annas, municipalities=["nykvarn"])
    typed = typed_in(stale, "form.conflict-form")
    send(anna, "activities", ACTIVITY, typed, **{"behall-municipalities": "bada"})

    rows = Activity.objects.get(key=ACTIVITY).responsibilities
    keys = rows.filter(municipality__isnull=False).values_list(
        "municipality__key", flat=True
    )
    assert stale.status_code == 409
    assert set(keys) == {"salem", "tyreso", "nykvarn"}


def test_the_same_form_sent_twice_is_saved_once(anna):
    typed = opened(anna, "activities", ACTIVITY)
    first = send(anna, "activities", ACTIVITY, typed, comment="En gång")
    second = send(anna, "activities", ACTIVITY, typed, comment="En gång")

    assert (first.status_code, second.status_code) == (302, 302)
    changes = Change.objects.filter(section="activities", record_key=ACTIVITY)
    assert changes.filter(action="changed").count() == 1


def test_a_new_record_sent_twice_is_one(anna):
    where = address("ny", "activities") + "?plan=plan-2026"
    typed = typed_in(anna.get(where)) | {"title": ["Mässa om vatten"]}
    before = Activity.objects.count()

    first, second = anna.post(where, typed), anna.post(where, typed)

    assert (first.status_code, second.status_code) == (302, 302)
    assert Activity.objects.count() == before + 1
    assert Activity.objects.get(title="Mässa om vatten").key == "massa-om-vatten"


def test_two_of_the_same_name_get_keys_of_their_own(anna):
    where = address("ny", "activities") + "?plan=plan-2026"
    for _each in range(2):
        anna.post(where, typed_in(anna.get(where)) | {"title": ["Mässa om vatten"]})

    keys = Activity.objects.filter(title="Mässa om vatten").values_list(
        "key", flat=True
    )
    assert sorted(keys) == ["massa-om-vatten", "massa-om-vatten-2"]


def test_a_record_removed_meanwhile_keeps_what_was_typed(anna, bo):
    typed = opened(anna, "activities", ACTIVITY)
    asked = bo.get(address("ta-bort", "activities", ACTIVITY))
    stamp = page_of(asked).cssselect("main input[name=stamp]")[0].get("value")
    bo.post(address("ta-bort", "activities", ACTIVITY), {"stamp": stamp})

    late = send(anna, "activities", ACTIVITY, typed, comment="Viktig anteckning")

    assert late.status_code == 410
    assert "Bo tog bort uppgiften" in page_of(late).text_content()
    assert "Viktig anteckning" in page_of(late).cssselect("dl.facts")[0].text_content()
    (form,) = page_of(late).cssselect("main form")
    again = anna.post(form.get("action"), dict(form.form_values()))
    assert typed_in(again)["comment"] == ["Viktig anteckning"]
    saved = anna.post(form.get("action"), typed_in(again))
    assert saved.status_code == 302
    assert Activity.objects.filter(comment="Viktig anteckning").count() == 1


def test_a_removal_tells_what_goes_too_and_can_be_taken_back(anna):
    programme = Goal.objects.first().programme
    where = address("ta-bort", "programmes", programme.key)
    goals = set(Goal.objects.values_list("key", flat=True))
    asked = anna.get(where)
    text = page_of(asked).cssselect("main")[0].text_content()
    stamp = page_of(asked).cssselect("main input[name=stamp]")[0].get("value")

    answer = anna.post(where, {"stamp": stamp})

    assert "mål" in text
    assert "antaganden" in text
    assert not Goal.objects.filter(programme__key=programme.key).exists()
    undo(anna, answer)
    assert set(Goal.objects.values_list("key", flat=True)) == goals


def test_a_removal_of_what_another_changed_is_stopped(anna, bo):
    where = address("ta-bort", "activities", ACTIVITY)
    stamp = page_of(anna.get(where)).cssselect("main input[name=stamp]")[0].get("value")
    send(bo, "activities", ACTIVITY, opened(bo, "activities", ACTIVITY), comment="Ny")

    answer = anna.post(where, {"stamp": stamp})

    assert answer.status_code == 409
    assert Activity.objects.filter(key=ACTIVITY).exists()


def test_populations_saved_by_another_are_shown_and_not_overwritten(anna, bo):
    where = address("ny", "invanarantal") + "?counted_on=2025-12-31"
    annas = typed_in(anna.get(where), "form.populations-form")
    bos = typed_in(bo.get(where), "form.populations-form")
    bo.post(where, bos | {"salem": ["17 001"]})

    stale = anna.post(where, annas | {"salem": ["17 999"]})

    assert stale.status_code == 409
    assert "Någon annan har sparat 17 001" in faults(stale)["salem"]
    assert typed_in(stale, "form.populations-form")["salem"] == ["17 999"]
    again = anna.post(where, typed_in(stale, "form.populations-form"))
    assert again.status_code == 302
    salem = Population.objects.get(
        municipality__key="salem", counted_on=date(2025, 12, 31)
    )
    assert salem.residents == 17_999
