"""What is proposed: new, changed or there already, and what asks comes first."""

import pytest

from radslag.agreement.vocabulary import Certainty, ProposedChange
from radslag.formats.understanding import Found, Understanding, Value
from radslag.records.models import Cooperation
from radslag.services.cooperation_file import load, rows_of
from radslag.services.readings.proposing import (
    CERTAIN,
    CONTRADICTED,
    LACKING,
    REPLACING,
)
from tests.services.readings.invented import (
    ACTOR,
    proposed,
    quoted,
    record,
    said,
    understanding,
)

pytestmark = pytest.mark.django_db

THERE = """format: radslag/1
cooperation: {key: sjoviken, name: Samverkan Sjöviken}
municipalities:
- {key: norrsjo, code: '9001', name: Norrsjö}
- {key: sodersjo, code: '9002', name: Södra sjön}
"""


def there() -> Cooperation:
    load(THERE, actor=ACTOR)
    return Cooperation.objects.get(key="sjoviken")


def test_what_asks_most_comes_first() -> None:
    reading = proposed()

    ranks = [each.rank for each in reading.proposals.order_by("rank", "position")]

    assert ranks == sorted(ranks)
    assert record(reading, "plans", "plan-2026").rank == CONTRADICTED
    assert record(reading, "budget_lines", "konsulter").rank == LACKING
    assert record(reading, "municipalities", "norrsjo").rank == CERTAIN


def test_missing_value_is_told_in_swedish() -> None:
    missing = record(proposed(), "budget_lines", "konsulter").missing

    (found,) = missing
    assert found[0] == "amount_sek"
    assert found[1].startswith("uppgiften saknas")


def test_record_is_held_against_what_is_there() -> None:
    cooperation = there()

    reading = proposed(cooperation, existing=rows_of(cooperation))

    assert record(reading, "municipalities", "norrsjo").change == ProposedChange.SAME
    other = record(reading, "municipalities", "sodersjo")
    assert other.change == ProposedChange.CHANGED
    assert other.values["name"]["before"] == "Södra sjön"
    assert other.values["code"]["before"] == "9002"


def test_inference_is_told_with_its_steps() -> None:
    value = Value(
        "nynas", (quoted("Norrsjö"),), Certainty.PROBABLE, "", True, ("Sju mottagare.",)
    )
    found = Found("people", "nynas", {"name": value})

    inferred = record(proposed(understood=understanding(found)), "people", "nynas")

    assert inferred.is_inference
    assert inferred.values["name"]["steps"] == ["Sju mottagare."]


def test_quotes_lead_to_the_file_and_the_words() -> None:
    reading = proposed()
    (file,) = reading.files.all()

    (quote,) = record(reading, "municipalities", "norrsjo").values["name"]["quotes"]

    assert file.text[quote["start"] : quote["end"]] == quote["words"] == "Norrsjö"
    assert (quote["file"], quote["document"]) == (file.pk, "plan")


def test_records_without_a_name_are_called_by_what_they_tie_together() -> None:
    membership = Found(
        "memberships",
        "norrsjo-2026-03-04",
        {
            "municipality": said("norrsjo", "Norrsjö"),
            "member_from": said("2026-03-04", "den 4 mars 2026"),
        },
    )

    reading = proposed(understood=understanding(membership))

    found = record(reading, "memberships", "norrsjo-2026-03-04")
    assert found.label == "Norrsjö, 4 mars 2026"


def test_reference_by_number_is_the_record_it_means() -> None:
    agreement = Found(
        "agreements",
        "avtal",
        {
            "title": said("Avtal", "Norrsjö"),
            "in_force_from": said("2010-01-01", "2026"),
        },
    )
    paragraph = Found(
        "paragraphs",
        "avtal-p8",
        {
            "agreement": said("avtal", "Norrsjö"),
            "number": said("8", "2026"),
            "heading": said("Avgift", "2026"),
        },
    )
    term = Found(
        "terms",
        "fee-2010-01-01",
        {
            "agreement": said("avtal", "Norrsjö"),
            "paragraph": said("8", "2026"),
            "kind": said("fee", "2026"),
            "value": said({"rule": "per_resident", "rate_sek": "4"}, "2026"),
            "applies_from": said("2010-01-01", "2026"),
        },
    )

    reading = proposed(understood=understanding(term, agreement, paragraph))

    found = record(reading, "terms", "fee-2010-01-01")
    assert found.values["paragraph"]["value"] == "avtal-p8"
    assert found.missing == []


def test_what_would_be_written_over_is_never_among_the_certain() -> None:
    cooperation = there()
    found = Found("municipalities", "norrsjo", {"name": said("Norra sjön", "Norrsjö")})
    filled = Found(
        "municipalities", "sodersjo", {"website": said("https://sjo.se", "Norrsjö")}
    )
    changes = Understanding((), (found, filled))

    reading = proposed(cooperation, changes, rows_of(cooperation))

    assert record(reading, "municipalities", "norrsjo").rank == REPLACING
    assert record(reading, "municipalities", "sodersjo").rank == CERTAIN
