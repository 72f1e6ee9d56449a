"""Editing by subject: times, sums, populations, adoptions and terms."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.records.models import (
    Activity,
    Adoption,
    BudgetLine,
    Municipality,
    Population,
    SeparateStatement,
    Signature,
    Term,
)
from radslag.web.secretariat.editing.editors import EDITORS
from tests.web.editing_forms import (
    address,
    faults,
    opened,
    page_of,
    said,
    send,
    typed_in,
)

pytestmark = pytest.mark.django_db
ACTIVITY = "2026-regional-plan"


def test_words_for_a_time_are_understood_and_said_back(anna):
    typed = opened(anna, "activities", ACTIVITY)

    answer = send(
        anna,
        "activities",
        ACTIVITY,
        typed,
        time_as_written="hösten",
        starts_from="",
        ends_until="",
    )

    activity = Activity.objects.get(key=ACTIVITY)
    assert (activity.starts_from, activity.ends_until) == (
        date(2026, 8, 1),
        date(2027, 1, 1),
    )
    assert "förstås som 1 augusti 2026 – 31 december 2026" in said(anna, answer)


def test_words_without_an_end_are_said_back_without_one(anna):
    typed = opened(anna, "activities", ACTIVITY)
    days = {"starts_from": "", "ends_until": ""}

    answer = send(
        anna, "activities", ACTIVITY, typed, time_as_written="fr.o.m. v. 12", **days
    )

    activity = Activity.objects.get(key=ACTIVITY)
    assert (activity.starts_from, activity.ends_until) == (date(2026, 3, 16), None)
    assert "förstås som från 16 mars 2026." in said(anna, answer)


def test_sums_and_days_are_taken_as_people_write_them(anna):
    key = "2026-personal"
    send(
        anna,
        "budget_lines",
        key,
        opened(anna, "budget_lines", key),
        amount_sek="2 102\u00a0500,50 kr",
    )
    line = BudgetLine.objects.get(key=key)
    assert line.amount_sek == Decimal("2102500.50")

    where = address("ny", "budget_outcomes") + f"?line={key}"
    typed = typed_in(anna.get(where))
    anna.post(where, typed | {"booked_on": ["23 april 2026"], "amount_sek": ["12,5"]})
    outcome = line.outcomes.get()
    assert (outcome.booked_on, outcome.amount_sek) == (
        date(2026, 4, 23),
        Decimal("12.50"),
    )


def test_eight_populations_at_once_give_the_eight_fees(anna):
    where = address("ny", "invanarantal") + "?counted_on=2025-12-31"
    typed = typed_in(anna.get(where), "form.populations-form")
    numbers = {
        key: str(60_000 + place)
        for place, key in enumerate(sorted(set(typed) - {"stamp", "source"}))
    }

    answer = anna.post(where, typed | numbers | {"source": "SCB"})

    assert answer.headers["Location"] == "/sodertorn/ekonomi/2026/"
    fees = page_of(anna.get("/sodertorn/ekonomi/2026/"))
    rows = {
        row.cssselect("th")[0].text_content().strip(): row.text_content()
        for row in fees.cssselect("tbody tr")
        if row.cssselect("th")
    }
    names = Municipality.objects.filter(key__in=numbers).order_by("key")
    for place, name in enumerate(names.values_list("name", flat=True)):
        fee = f"{240_000 + 4 * place:,} kr".replace(",", " ")
        assert fee in rows[name].replace("\u00a0", " "), name
    (form,) = fees.cssselect(".messages form")
    anna.post(form.get("action"))
    counted = Population.objects.filter(
        counted_on=date(2025, 12, 31), municipality__isnull=False
    )
    assert not counted.exists()


def test_each_population_is_asked_for_beside_the_one_before(anna):
    page = page_of(
        anna.get(address("ny", "invanarantal"), {"counted_on": "2025-12-31"})
    )

    hint = page.cssselect("#id_haninge_helptext")[0].text_content()

    assert " ".join(hint.split()) == "92 095, 31 december 2019"


def test_every_kind_with_a_form_stands_under_one_subject(anna):
    page = page_of(anna.get(address("andra")))

    listed = [link.get("href") for link in page.cssselect(".edit-sections a")]

    assert sorted(listed) == sorted(address("andra", section) for section in EDITORS)


@pytest.mark.parametrize(
    ("day", "status"),
    [("2027-12-31", 422), ("igår", 422), ("", 422), ("31/12 2024", 200)],
)
def test_a_counting_day_is_one_that_has_been(anna, day, status):
    answer = anna.get(address("ny", "invanarantal"), {"counted_on": day})

    assert answer.status_code == status


def test_an_adoption_is_recorded_with_its_separate_statement(anna):
    adoption = Adoption.objects.filter(separate_statements=None).first()
    typed = opened(anna, "adoptions", adoption.key)

    answer = send(
        anna,
        "adoptions",
        adoption.key,
        typed,
        outcome="adopted",
        decided_on="2026-04-23",
        sent_on="",
        verified_on="",
        announced_on="",
        paragraph="§ 88",
        register_number="KS 2026/77",
        stated_by="Partiet",
        statement="Vi vill mer.",
    )

    assert answer.status_code == 302, faults(answer)
    adoption.refresh_from_db()
    assert (adoption.decided_on, adoption.paragraph) == (date(2026, 4, 23), "§ 88")
    statement = SeparateStatement.objects.get(adoption=adoption)
    assert (statement.stated_by, statement.text) == ("Partiet", "Vi vill mer.")


def test_a_term_is_filled_in_key_by_key_and_amended_from_a_day(anna):
    fee = Term.objects.filter(kind="fee", value__rule="per_resident").get()
    typed = opened(anna, "terms", fee.key)
    assert typed["value_rate_sek"] == ["4"]
    where = address("ny", "terms") + f"?agreement=avtal-2010&efter={fee.key}"
    typed = typed_in(anna.get(where))

    answer = anna.post(
        where,
        typed
        | {
            "value_rate_sek": ["4,50"],
            "applies_from": ["2027-01-01"],
            "source": ["Kommitténs beslut"],
        },
    )

    assert answer.status_code == 302, faults(answer)
    newest = Term.objects.filter(kind="fee").order_by("applies_from").last()
    assert newest.value == fee.value | {"rate_sek": "4.5"}
    assert Term.objects.get(key=fee.key).value == fee.value


def test_a_fee_with_a_base_is_filled_in_as_any_other_fee(anna):
    where = address("ny", "terms") + "?agreement=avtal-2010&slag=fee.base_and_rate"
    form = anna.get(where)
    assert "Grundbelopp för varje kommun i kronor" in form.content.decode()

    answer = anna.post(
        where,
        typed_in(form)
        | {
            "value_base_sek": ["75 000"],
            "value_rate_sek": ["9"],
            "applies_from": ["2027-01-01"],
        },
    )

    assert answer.status_code == 302, faults(answer)
    newest = Term.objects.filter(kind="fee").order_by("applies_from").last()
    assert newest.value["rule"] == "base_and_rate"
    assert Decimal(newest.value["base_sek"]) == 75000


def test_a_term_that_the_rules_cannot_read_is_said_in_swedish(anna):
    where = address("ny", "terms") + "?agreement=avtal-2010&slag=decision"
    typed = typed_in(anna.get(where))

    answer = anna.post(
        where,
        typed
        | {
            "value_body": ["committee"],
            "value_rule": ["qualified_majority"],
            "value_of": ["all"],
            "applies_from": ["2027-01-01"],
        },
    )

    assert answer.status_code == 422
    assert faults(answer)["value_share"] == (
        "Villkoret ”beslutsordning”: nyckeln ”Andel”: ska finnas precis när ”Regel” är "
        "”en viss andel”."
    )


def test_every_kind_of_term_has_a_form(anna):
    where = address("ny", "terms") + "?agreement=avtal-2010"
    kinds = page_of(anna.get(where)).xpath("//select[@name='slag']/option/@value")

    for kind in kinds:
        answer = anna.get(where, {"agreement": "avtal-2010", "slag": kind})
        assert answer.status_code == 200, kind
    assert len(kinds) == 22


def test_a_signature_is_added_once_for_a_municipality(anna):
    where = address("ny", "signatures") + "?agreement=avtal-2010"
    Signature.objects.filter(municipality__key="salem").delete()
    typed = typed_in(anna.get(where)) | {
        "municipality": ["salem"],
        "signed_on": ["2010-05-03"],
        "signed_by": ["Kommunstyrelsens ordförande"],
    }

    first = anna.post(where, typed)
    again = anna.post(where, typed)

    assert first.status_code == 302, faults(first)
    signature = Signature.objects.get(municipality__key="salem")
    assert signature.agreement.key == "avtal-2010"
    assert signature.signed_on == date(2010, 5, 3)
    assert again.status_code == 422
    assert "redan en underskrift" in faults(again)["municipality"]


def test_a_signature_is_corrected(anna):
    where = address("ny", "signatures") + "?agreement=avtal-2010"
    anna.post(where, typed_in(anna.get(where)) | {"municipality": ["salem"]})
    key = Signature.objects.get().key

    answer = send(
        anna,
        "signatures",
        key,
        opened(anna, "signatures", key),
        signed_on="2010-06-01",
    )

    assert answer.status_code == 302, faults(answer)
    assert Signature.objects.get(key=key).signed_on == date(2010, 6, 1)
