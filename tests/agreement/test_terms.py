"""Terms: read and written back, and refused with the key named."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from radslag.agreement.terms import (
    KINDS,
    BadTerm,
    PerResidentFee,
    keys_of,
    kind_of,
    read_term,
    schema_of,
    write_term,
)

HALVES = {"alby": "1/2", "boda": "1/2"}
BODY = {"body": "committee"}
GOOD = [
    ("duration", {"runs": "until_further_notice"}),
    ("duration", {"runs": "until", "until": "2030-12-31"}),
    (
        "withdrawal",
        {
            "months": 12,
            "counted_from": "next_month_turn",
            "decided_by": "municipal_council",
            "received_by": "committee_chair",
            "refund": True,
        },
    ),
    (
        "composition",
        BODY
        | {
            "seats_per_municipality": 1,
            "office": "board_chair",
            "attending": ["chief_executive"],
        },
    ),
    (
        "officers",
        BODY | {"roles": ["chair"], "elected_each": "term_of_office", "from": "anyone"},
    ),
    ("decision", BODY | {"rule": "consensus", "unless_agreed_by": "all_members"}),
    ("decision", BODY | {"rule": "qualified_majority", "share": "2/3", "of": "all"}),
    ("quorum", BODY | {"boundary": "at_least", "share": "1/2"}),
    ("remote", BODY | {"means": ["telephone", "network"]}),
    ("minutes", BODY | {"delivered_to": "each_municipality"}),
    (
        "initiative",
        BODY
        | {
            "raised_by": "any_member",
            "agenda_decided_by": "chair",
            "called_by": "chair",
            "notice_days": 14,
        },
    ),
    (
        "meetings",
        BODY | {"per_year": 6, "qualifier": "about", "planning_conference": True},
    ),
    ("extra_meeting", BODY | {"members_needed": 5, "chair_may_call": False}),
    ("presentation", {"subjects": ["annual_plan", "budget"]}),
    (
        "secretariat",
        {"host": "alby", "full_time_officials": 1, "paid_at": "cost_price"},
    ),
    (
        "financing",
        {"common": "budget", "some_but_important": "budget", "only_some": "concerned"},
    ),
    ("special_project", {"shared_by": "population"}),
    ("special_project", {"shared_by": "fixed_shares", "shares": HALVES}),
    ("fee", {"rule": "per_resident", "rate_sek": "0.125", "rounded_to": "krona"}),
    (
        "fee",
        {
            "rule": "base_and_rate",
            "base_sek": "75000",
            "rate_sek": "9",
            "rounded_to": "krona",
        },
    ),
    (
        "fee",
        {
            "rule": "indexed",
            "first_year": 2010,
            "first_total_sek": "860000",
            "first_population_on": "2009-12-31",
            "population_day": "11-01",
            "population_years_before": 2,
        },
    ),
    (
        "fee",
        {
            "rule": "shared_total",
            "total_sek": "1000.50",
            "shared_by": "fixed_shares",
            "shares": HALVES,
        },
    ),
    ("due", {"of": "fee", "month": 3, "day": 15, "invoiced_by": "alby"}),
    ("dissolution", {"decided_by": "committee", "shared_by": "fee"}),
    ("adoption", {"subject": "programme", "by": "each_board"}),
]


@pytest.mark.parametrize(("kind", "mapping"), GOOD, ids=str)
def test_term_is_written_as_it_was_read(kind, mapping) -> None:
    value = read_term(kind, mapping)

    assert write_term(value) == mapping
    assert read_term(kind, write_term(value)) == value
    assert kind_of(value).key == kind


@pytest.mark.parametrize(("kind", "mapping"), GOOD, ids=str)
def test_schema_accepts_what_is_read(kind, mapping) -> None:
    value = read_term(kind, mapping)

    assert list(Draft202012Validator(schema_of(type(value))).iter_errors(mapping)) == []


@pytest.mark.parametrize(("kind", "mapping"), GOOD, ids=str)
def test_each_required_key_is_asked_for_by_name(kind, mapping) -> None:
    value = read_term(kind, mapping)
    required = [key.key for key in keys_of(type(value)) if key.required]

    for key in required:
        left = {each: mapping[each] for each in mapping if each != key}

        with pytest.raises(BadTerm) as refusal:
            read_term(kind, left)

        assert (refusal.value.kind, refusal.value.key) == (kind, key)
        assert list(Draft202012Validator(schema_of(type(value))).iter_errors(left))


@pytest.mark.parametrize(("kind", "mapping"), GOOD, ids=str)
def test_unknown_keys_and_wrong_types_are_refused(kind, mapping) -> None:
    with pytest.raises(BadTerm) as refusal:
        read_term(kind, mapping | {"colour": "blue"})
    assert refusal.value.key == "colour"

    for key in mapping:
        for wrong in ([[]], "", True, -1, 1.5):
            if wrong is True and isinstance(mapping[key], bool):
                continue
            with pytest.raises(BadTerm) as refusal:
                read_term(kind, mapping | {key: wrong})
            assert refusal.value.key == key


def test_every_kind_has_a_swedish_name_and_an_example() -> None:
    assert {kind for kind, _ in GOOD} == set(KINDS)
    assert len({kind.name for kind in KINDS.values()}) == len(KINDS)
    assert KINDS["quorum"].name == "beslutförhet"
    assert [kind.key for kind in KINDS.values() if not kind.has_body] == [
        "duration",
        "withdrawal",
        "presentation",
        "secretariat",
        "financing",
        "special_project",
        "fee",
        "due",
        "dissolution",
        "adoption",
    ]


FEE = {"rule": "per_resident", "rate_sek": "4"}
TOTAL = {"rule": "shared_total", "total_sek": "10", "shared_by": "equal"}
QUORUM = BODY | {"boundary": "at_least", "share": "1/2"}
DUE = {"of": "fee", "month": 3, "day": 15, "invoiced_by": "alby"}


@pytest.mark.parametrize(
    ("kind", "mapping", "sentence"),
    [
        (
            "quorum",
            QUORUM | {"share": "3/2"},
            'Villkoret ”quorum”: nyckeln ”share” är "3/2"; där ska stå en andel mellan '
            '0 och 1, till exempel "1/2".',
        ),
        (
            "quorum",
            QUORUM | {"share": "1/0"},
            'Villkoret ”quorum”: nyckeln ”share” är "1/0"; där ska stå en andel mellan '
            '0 och 1, till exempel "1/2".',
        ),
        (
            "quorum",
            QUORUM | {"boundary": "more_than", "share": "1"},
            "Villkoret ”quorum”: nyckeln ”share”: mer än alla ledamöter kan aldrig "
            "vara närvarande.",
        ),
        (
            "quorum",
            BODY | {"boundary": "at_least"},
            "Villkoret ”quorum”: nyckeln ”share”: saknas; där ska stå en andel mellan "
            '0 och 1, till exempel "1/2".',
        ),
        (
            "quorum",
            QUORUM | {"shore": "1/2"},
            "Villkoret ”quorum”: nyckeln ”shore”: finns inte; nycklarna är body, "
            "boundary, share.",
        ),
        (
            "quorum",
            QUORUM | {"body": None},
            'Villkoret ”quorum”: nyckeln ”body” är "tomt"; där ska stå en text som '
            "inte är tom.",
        ),
        ("quorum", ["1/2"], "Villkoret ”quorum”: värdet ska vara nycklar med värden."),
        (
            "special_project",
            {"shared_by": "fixed_shares", "shares": {"a": "1/2", "b": "1/3"}},
            "Villkoret ”special_project”: nyckeln ”shares” är \"{'a': '1/2', 'b': "
            "'1/3'}\"; där ska stå andelar per kommun som tillsammans är precis 1.",
        ),
        (
            "special_project",
            {"shared_by": "fixed_shares"},
            "Villkoret ”special_project”: nyckeln ”shares”: måste finnas när kostnaden "
            "delas efter fasta andelar.",
        ),
        (
            "special_project",
            {"shared_by": "equal", "shares": HALVES},
            "Villkoret ”special_project”: nyckeln ”shares”: får bara finnas när "
            "shared_by är fixed_shares.",
        ),
        (
            "decision",
            BODY | {"rule": "qualified_majority"},
            "Villkoret ”decision”: nyckeln ”share”: ska finnas precis när rule är "
            "qualified_majority.",
        ),
        (
            "duration",
            {"runs": "until"},
            "Villkoret ”duration”: nyckeln ”until”: ska finnas precis när runs "
            "är until.",
        ),
        (
            "duration",
            {"runs": "until", "until": "2030-02-30"},
            'Villkoret ”duration”: nyckeln ”until” är "2030-02-30"; där ska stå ett '
            "datum som finns, till exempel 2026-12-31, eller null.",
        ),
        (
            "due",
            DUE | {"month": 13},
            'Villkoret ”due”: nyckeln ”month” är "13"; där ska stå ett heltal från 1 '
            "till 12.",
        ),
        (
            "due",
            DUE | {"month": 2, "day": 29},
            "Villkoret ”due”: nyckeln ”day”: en dag som finns i månaden varje år.",
        ),
        (
            "fee",
            {"rate_sek": "4"},
            "Villkoret ”fee”: nyckeln ”rule”: något av per_resident, base_and_rate, "
            "indexed, shared_total.",
        ),
        (
            "fee",
            FEE | {"rule": "guess"},
            'Villkoret ”fee”: nyckeln ”rule” är "guess"; där ska stå något av '
            "per_resident, base_and_rate, indexed, shared_total.",
        ),
        (
            "fee",
            FEE | {"rate_sek": "-4"},
            'Villkoret ”fee”: nyckeln ”rate_sek” är "-4"; där ska stå ett belopp i '
            'kronor som inte är negativt, till exempel "4" eller "0.50".',
        ),
        (
            "fee",
            FEE | {"population_day": "02-29"},
            'Villkoret ”fee”: nyckeln ”population_day” är "02-29"; där ska stå en '
            "månad och dag som finns varje år, till exempel 12-31.",
        ),
        (
            "fee",
            TOTAL | {"total_sek": "10.50", "rounded_to": "krona"},
            "Villkoret ”fee”: nyckeln ”total_sek”: ska vara hela kronor när rounded_to "
            "är krona.",
        ),
        (
            "fee",
            TOTAL | {"total_sek": "10.505"},
            'Villkoret ”fee”: nyckeln ”total_sek” är "10.505"; där ska stå ett belopp '
            'i kronor och hela ören som inte är negativt, till exempel "860000".',
        ),
    ],
)
def test_bad_term_says_which_key_and_what_was_expected(kind, mapping, sentence) -> None:
    with pytest.raises(BadTerm) as refusal:
        read_term(kind, mapping)

    assert str(refusal.value) == sentence


def test_unknown_kind_names_those_there_are() -> None:
    with pytest.raises(BadTerm, match="”colour”: känns inte igen; välj något av dur"):
        read_term("colour", {})


@given(st.text(), st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_anything_else_is_refused_and_never_breaks(kind, mapping) -> None:
    for each in (kind, "fee", "quorum"):
        with pytest.raises(BadTerm):
            read_term(each, mapping)


def test_numbers_and_dates_may_be_bare() -> None:
    assert read_term("fee", FEE | {"rate_sek": 4}) == PerResidentFee(
        rate_sek=Decimal(4)
    )
    assert read_term(
        "duration", {"runs": "until", "until": date(2030, 12, 31)}
    ) == read_term("duration", {"runs": "until", "until": "2030-12-31"})
    assert (
        read_term("decision", BODY | {"rule": "majority", "share": None}).share is None
    )
