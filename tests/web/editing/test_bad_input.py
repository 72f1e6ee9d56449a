"""Editing: empty, endless, wrong and hostile input, in every form there is."""

from datetime import date

import pytest
from django import forms
from django.db import connection
from django.test.utils import CaptureQueriesContext

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import (
    Agreement,
    Change,
    Cooperation,
    Goal,
    Indicator,
    Membership,
    Municipality,
    Population,
    Programme,
    SpecialGrant,
    choose,
)
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.editors import EDITORS
from tests.web.editing_forms import (
    address,
    faults,
    opened,
    page_of,
    send,
    signed_in,
    some,
    typed_in,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
TURNING = "\u202e"
ENDLESS = "å" * 10_000


def with_records() -> list[str]:
    """Return the sections that the example has records in."""
    return [section for section in EDITORS if some(section)]


def fields_of(section: str) -> dict[str, forms.Field]:
    """Return the fields of the form of some record."""
    editor = EDITORS[section]
    record = editor.find(some(section))
    assert record is not None
    return dict(editor.form(record=record, today=TODAY).fields)


def texts_of(section: str) -> dict[str, fields.TextField]:
    """Return the fields where a text is written."""
    return {
        name: field
        for name, field in fields_of(section).items()
        if isinstance(field, fields.TextField) and not name.startswith("value_")
    }


def hostile_texts(texts: dict[str, fields.TextField]) -> dict[str, str]:
    """Return for each field too much where there is an end, or what turns the text."""
    return {
        name: ENDLESS
        if place % 2 and (field.max_length or 0) < len(ENDLESS)
        else f"före {TURNING}efter"
        for place, (name, field) in enumerate(texts.items())
    }


def test_endless_and_turning_text_is_refused_in_every_form(anna):
    before = Change.objects.count()
    expected = {
        ENDLESS: "10000 tecken; högst",
        f"före {TURNING}efter": "(U+202E) och som kan vända eller bryta den. Skriv om "
        "stället efter ”före”.",
    }
    for section in with_records():
        texts = hostile_texts(texts_of(section))
        if not texts:
            continue
        typed = opened(anna, section, some(section))
        answer = send(anna, section, some(section), typed, **texts)

        assert answer.status_code == 422, section
        found = faults(answer)
        assert set(found) == set(texts), section
        assert all(expected[texts[name]] in found[name] for name in texts), found
        page = page_of(answer)
        assert page.findtext(".//title").strip().startswith("Fel:")
        (summary,) = page.cssselect(".error-summary")
        assert summary.get("role") == "alert"
        # Each fault leads to its field, and what was typed is still there.
        for link in summary.cssselect("li a"):
            assert page.get_element_by_id(link.get("href")[1:]) is not None
        kept = typed_in(answer)
        assert {name: kept[name][0] for name in texts} == texts
    assert Change.objects.count() == before


def test_text_with_nul_is_refused(anna):
    for section in with_records():
        texts = dict.fromkeys(texts_of(section), "a\x00b")
        typed = opened(anna, section, some(section))
        answer = send(anna, section, some(section), typed, **texts)

        # The page cannot hold the character, so it is not parsed again here.
        assert answer.status_code == (422 if texts else 302), section
        assert answer.content.count(b"U+0000") == 2 * len(texts), section


def test_script_is_kept_as_text_and_emoji_as_emoji(anna):
    hostile = "<script>alert(1)</script> 👩\u200d👧 \"'&"
    for section in ("activities", "goals", "meetings", "budget_lines", "people"):
        key = some(section)
        name = next(
            name
            for name, field in texts_of(section).items()
            if (field.max_length or 0) > len(hostile)
        )
        answer = send(anna, section, key, opened(anna, section, key), **{name: hostile})

        assert answer.status_code == 302, (section, faults(answer))
        page = page_of(anna.get(address("andra", section, key)))
        assert page.xpath("//main//script") == []
        assert opened(anna, section, key)[name] == [hostile]


def test_an_empty_form_says_what_it_needs(anna):
    for section in with_records():
        key = some(section)
        needed = {
            name
            for name, field in fields_of(section).items()
            if field.required and not isinstance(field, forms.BooleanField)
        }
        stamp = opened(anna, section, key)["stamp"]

        answer = send(anna, section, key, {"stamp": stamp})

        assert answer.status_code == 422, section
        assert set(faults(answer)) >= needed, section


def test_a_wrong_kind_of_thing_is_refused_in_every_field(anna):
    kinds = (
        (fields.DayField, ("31 februari 2026", "2026-13-01", "i går", "0001-01-01")),
        (fields.SumField, ("tusen", "1.234.567", "1e9", "٣", "9" * 20, "NaN")),
        (fields.NumberField, ("många", "1e9", "٣", "0,12345", "9" * 50, "NaN")),
        (fields.WholeField, ("-1", "1,5", "fem", "9" * 12, "²")),
        (fields.HourField, ("25.00", "13.60", "kvart i")),
        (fields.WordField, ("finns-inte", "<b>", "1 OR 1=1")),
    )
    place = 0
    for section in with_records():
        wrong = {}
        for name, field in fields_of(section).items():
            words = next((each for kind, each in kinds if isinstance(field, kind)), ())
            if words:
                wrong[name] = words[place % len(words)]
                place += 1
        if not wrong:
            continue
        typed = opened(anna, section, some(section))
        answer = send(anna, section, some(section), typed, **wrong)

        assert set(faults(answer)) == set(wrong), section
        assert answer.status_code == 422, section
    assert place > 60


def test_records_of_another_cooperation_are_not_there(anna):
    other = Cooperation.objects.create(key="annan", name="Annan")
    with choose(other):
        Municipality.objects.create(
            cooperation=other, key="framling", code="9999", name="Främling"
        )
        programme = Programme.objects.create(
            cooperation=other, key="annat", name="Annat",
            valid_from=date(2026, 1, 1), valid_to=date(2027, 1, 1),
        )  # fmt: skip
        Goal.objects.create(
            cooperation=other,
            key="fel",
            name="Fel",
            programme=programme,
            level="vision",
        )
    for where in (
        address("andra", "municipalities", "framling"),
        address("ta-bort", "municipalities", "framling"),
        address("ny", "goals") + "?programme=annat",
        address("andra", "finns-inte", "x"),
        address("ny", "citations"),
        address("andra", "municipalities", "salem%00"),
        "/annan/andra/municipalities/framling/",
    ):
        assert anna.get(where).status_code == 404, where
    key = some("activities")
    typed = opened(anna, "activities", key)
    answer = send(
        anna, "activities", key, typed, municipalities=["framling"], goal=["fel"]
    )
    assert set(faults(answer)) == {"municipalities", "goal"}


def test_only_the_secretariat_may_write(cooperation):
    before = Change.objects.count()
    for role in set(AccessRole) - {AccessRole.SECRETARIAT}:
        client = signed_in(cooperation, role.value, role)
        for where in (
            address("andra", "municipalities", "salem"),
            address("ny", "municipalities"),
            address("ta-bort", "municipalities", "salem"),
            address("angra", "1"),
        ):
            assert client.post(where, {"stamp": "1"}).status_code == 404
    assert Change.objects.count() == before


@pytest.mark.parametrize(
    ("section", "query", "typed", "field"),
    [
        (
            "memberships",
            "?municipality=salem",
            {"member_from": "2020-01-01"},
            "member_from",
        ),
        (
            "populations",
            "",
            {"municipality": "salem", "counted_on": "2019-12-31", "residents": "1"},
            "counted_on",
        ),
        (
            "populations",
            "",
            {"counted_on": "2025-12-31", "residents": "1"},
            "counted_on",
        ),
        (
            "populations",
            "",
            {"municipality": "salem", "counted_on": "2027-12-31", "residents": "1"},
            "counted_on",
        ),
        (
            "agreements",
            "",
            {"title": "Nytt avtal", "in_force_from": "2026-01-01"},
            "in_force_from",
        ),
        (
            "programmes",
            "",
            {"name": "X", "valid_from": "2027-01-01", "valid_to": "2026-01-01"},
            "valid_to",
        ),
        (
            "signatures",
            "?agreement=avtal-2010",
            {"municipality": "salem", "signed_on": "2027-01-01"},
            "signed_on",
        ),
        ("bodies", "", {"kind": "board", "name": "Styrelsen"}, "municipality"),
        ("municipalities", "", {"name": "X", "code": "12"}, "code"),
        ("plans", "", {"year": "2026", "title": "X", "status": "draft"}, "year"),
        ("plans", "", {"year": "26", "title": "X", "status": "draft"}, "year"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(anna, section, query, typed, field):
    where = address("ny", section) + query

    answer = anna.post(where, typed_in(anna.get(where)) | typed)

    assert answer.status_code == 422
    assert set(faults(answer)) == {field}


def test_a_goal_is_never_above_itself(anna):
    child = Goal.objects.filter(parent__isnull=False, parent__parent=None).first()
    assert child is not None
    key = child.parent.key

    answer = send(anna, "goals", key, opened(anna, "goals", key), parent=child.key)

    assert "det vore en ring" in faults(answer)["parent"]


def test_nonsense_in_the_address_does_no_harm(anna):
    for where, status in (
        (
            address("ny", "activities") + "?plan=plan-2026&goal=%00&x=1&title=%F0%9F",
            200,
        ),
        (address("ny", "activities") + "?plan=", 404),
        (address("ny", "terms") + "?agreement=avtal-2010&slag=<script>", 200),
        (address("ny", "terms") + "?agreement=avtal-2010&slag=fee.finns-inte", 200),
        (address("andra", "bodies") + "?page=hej", 200),
        (address("andra", "bodies") + "?page=99999", 200),
    ):
        assert anna.get(where).status_code == status, where
    assert anna.post(address("angra", "999999")).status_code == 404
    odd = {"stamp": "x-y-z", "avgor": "1", "behall-comment": "hej"}
    key = some("activities")
    assert send(anna, "activities", key, odd).status_code == 409


def test_forms_to_add_with_ask_few_questions(anna, cooperation):
    grant = SpecialGrant.objects.create(
        cooperation=cooperation, key="prov", name="Prov", total_sek=1000
    )
    indicator = Indicator.objects.create(
        cooperation=cooperation, key="resor", name="Resor"
    )
    parents = {
        "municipality": "salem",
        "agreement": some("agreements"),
        "programme": some("programmes"),
        "plan": "plan-2026",
        "activity": some("activities"),
        "line": some("budget_lines"),
        "meeting": some("meetings"),
        "item": some("agenda_items"),
        "adoption": some("adoptions"),
        "minutes": some("minutes"),
        "referral": some("referrals"),
        "indicator": indicator.key,
        "grant": grant.key,
        "slag": "quorum",
    }
    for section in EDITORS:
        with CaptureQueriesContext(connection) as queries:
            answer = anna.get(address("ny", section), parents)

        assert answer.status_code == 200, section
        assert len(queries) <= 12, section


def test_a_membership_ends_and_begins_again(anna):
    key = Membership.objects.get(municipality__key="salem").key
    typed = opened(anna, "memberships", key)
    send(anna, "memberships", key, typed, member_until="2027-01-01")
    where = address("ny", "memberships") + "?municipality=salem"

    answer = anna.post(where, typed_in(anna.get(where)) | {"member_from": "1/1 2027"})

    assert answer.status_code == 302
    assert Membership.objects.filter(municipality__key="salem").count() == 2
    assert Agreement.objects.count() == 1
    assert Population.objects.filter(municipality__key="salem").exists()
