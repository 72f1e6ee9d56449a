"""What an unquoted word means, and what keys are made of."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.formats.cooperation_file import derived_key, read, slug
from radslag.formats.cooperation_file.scalars import meaning


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("4", 4), ("-4", -4), ("+4", 4), ("0", 0), ("0.50", Decimal("0.50")),
        ("1e5", Decimal("1e5")), ("true", True), ("False", False), ("null", None),
        ("~", None), ("", None), ("0126", "0126"), ("00", "00"), ("-01", "-01"),
        ("0x1f", "0x1f"), ("0o17", "0o17"), ("1_000", "1_000"), ("13:00", "13:00"),
        ("2026-01-22", "2026-01-22"), ("no", "no"), ("yes", "yes"), ("on", "on"),
        (".5", ".5"), ("5.", "5."), (".inf", ".inf"), (".nan", ".nan"), ("-", "-"),
        ("9" * 41, "9" * 41),
    ],
)  # fmt: skip
def test_unquoted_words_mean_what_yaml_1_2_says(word: str, value: object) -> None:
    found = meaning(word)

    assert (found, type(found)) == (value, type(value))


def test_unquoted_code_with_a_leading_zero_is_a_code() -> None:
    text = "format: radslag/1\ncooperation: {key: a, name: A}\nmunicipalities:\n"

    file = read(text + "- {key: salem, code: 0128, name: Salem}\n")

    assert file.problems == []
    assert file.flat.rows["municipalities"][0]["code"] == "0128"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Södertälje & Åby", "sodertalje-aby"),
        ("§ 3, andra stycket", "3-andra-stycket"),
        ("kommun.direktör", "kommun.direktor"),
        ("--a--", "a"),
        ("Café", "cafe"),
        ("x" * 200, "x" * 160),
        ("日本", ""),
    ],
)
def test_slug_keeps_small_letters_figures_hyphens_and_full_stops(
    text: str, key: str
) -> None:
    assert slug(text) == key


@given(st.text())
def test_slug_of_a_slug_is_itself(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("section", "row", "key"),
    [
        ("populations", {"municipality": "salem", "counted_on": "2019-12-31"},
         "salem-2019-12-31"),
        ("populations", {"municipality": None, "counted_on": "2019-12-31"},
         "alla-2019-12-31"),
        ("terms", {"kind": "quorum", "value": {"body": "board"},
         "applies_from": "2010-01-01"}, "quorum-board-2010-01-01"),
        ("terms", {"kind": "fee", "value": {"rule": "indexed"},
         "applies_from": "2010-01-01"}, "fee-2010-01-01"),
        ("activity_responsibilities", {"activity": "a", "body": None,
         "municipality": "salem"}, "a-salem"),
        ("attendance", {"meeting": "m", "item": "4", "municipality": "salem",
         "outside_party": None, "role": "Kommundirektör"},
         "m-4-salem-kommundirektor"),
        ("attendance", {"meeting": "m", "item": None, "municipality": None,
         "outside_party": "region", "role": ""}, "m-region"),
        ("deliveries", {"minutes": None, "meeting_notice": None, "paper": None,
         "plan": "vp-2026", "municipality": "salem"}, "vp-2026-salem"),
        ("referral_responses", {"referral": "r", "municipality": None},
         "r-gemensamt"),
        ("dissents", {"decision": "m-1-1", "adoption": None,
         "dissenter": "Nykvarns ordförande"}, "m-1-1-nykvarns-ordforande"),
    ],
)  # fmt: skip
def test_derived_keys_are_made_of_what_tells_records_apart(
    section: str, row: dict[str, object], key: str
) -> None:
    assert derived_key(section, row) == key
