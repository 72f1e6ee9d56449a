"""Plans of joint boards: units in the text, budgets of two years, who is named."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.outside import outside_parties_in
from tests.formats.understanding.gathered import column, gathered
from tests.formats.understanding.reading_text import source_of

ACTIVITIES = """
| Aktivitet | Ansvarig | Tid | Kostnad |
|---|---|---|---|
| Läxhjälp | Kansliet | maj | 45 |
"""


@pytest.mark.parametrize(
    "remark",
    [
        "Alla belopp anges i tkr.",
        "Kostnaden är i tusen kronor. Streck betyder egen tid.",
        "## Det vi gör (tkr)",
    ],
)
def test_a_remark_above_a_table_gives_its_costs_their_unit(remark: str) -> None:
    text = f"# Handlingsplan 2026\n\n## Insatser\n\n{remark}\n{ACTIVITIES}"
    found = gathered(text, "activities", kind=DocumentKind.ACTION_PLAN)

    assert column(found, "activities", "cost_sek") == [Decimal(45000)]


def test_a_remark_of_another_chapter_gives_no_unit() -> None:
    text = f"# Plan 2026\n\n## Budget\n\nBelopp i tkr.\n\n## Insatser\n{ACTIVITIES}"
    found = gathered(text, "activities", kind=DocumentKind.ACTION_PLAN)

    assert column(found, "activities", "cost_sek") == [Decimal(45)]
    assert found.of("activities")[0].values["cost_sek"].certainty is not (
        Certainty.CERTAIN
    )


def test_years_under_a_common_head_part_a_budgets_columns() -> None:
    text = """# Verksamhetsplan 2027

## Budget

| Tkr | Plan | |
|---|---|---|
| | 2026 | 2027 |
| Kostnader | | |
| Hyra | 80 | 90 |
| Löner | 700 | 740 |
"""
    found = gathered(text, "budgets", year=2027)

    assert column(found, "budget_lines", "amount_sek") == [90000, 740000]
    assert column(found, "budget_lines", "side") == ["cost", "cost"]


@pytest.mark.parametrize(
    "head", ["Bidrag 2026 (kr)", "Ägartillskott, kr", "Kommunbidrag kr", "Insats kr"]
)
def test_what_each_municipality_pays_may_be_called_a_contribution(head: str) -> None:
    rows = "| Nora | 450 000 |\n| Laxå | 310 000 |\n"
    text = f"# Budget 2026\n\n| Kommun | {head} |\n|---|---|\n{rows}"
    found = gathered(text, "populations")

    assert column(found, "fees", "amount_sek") == [450000, 310000]


def test_the_budget_is_adopted_with_the_plan_that_holds_it() -> None:
    text = "# Årsplan med budget 2026\n\nAntagen av nämnden den 3 december 2025\n"
    found = gathered(text, "plans")

    assert column(found, "plans", "budget_adopted_on") == [date(2025, 12, 3)]


def test_a_meeting_may_be_placed_elsewhere() -> None:
    text = """# Verksamhetsplan 2026

## Sammanträden 2026

Nämnden sammanträder klockan 9 i Nora.

- 4 mars
- 7 oktober, förläggs till Laxå
"""
    found = gathered(text, "calendar")

    assert column(found, "meetings", "place")[-1] == "Laxå"


def test_the_board_has_the_name_of_the_documents_head() -> None:
    text = """Tretalens lönenämnd

# Verksamhetsplan 2026

Nämnden sammanträder den 4 mars och den 7 oktober.
"""
    found = gathered(text, "calendar", "body_names")

    assert column(found, "bodies", "name") == ["Tretalens lönenämnd"]


def test_numbers_before_the_names_of_cards_are_no_part_of_them() -> None:
    text = "# Handlingsplan 2026\n" + "".join(
        f"\n| {title} | |\n|---|---|\n| Ansvarig | Nora |\n| Tidplan | maj |\n\nText.\n"
        for title in ("1 Lärlingsvecka", "2 Öppna lab", "24 Timmar för hälsan")
    )
    found = gathered(text, "activities", kind=DocumentKind.ACTION_PLAN)

    assert column(found, "activities", "title") == [
        "Lärlingsvecka",
        "Öppna lab",
        "24 Timmar för hälsan",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Skrivelsen går till Energimyndigheten.", ["Energimyndigheten"]),
        ("Arbetsförmedlingen och Hallandstrafik är med.", None),
        ("Enligt Region Hallands strategi.", ["Region Halland"]),
        ("Kollektivtrafiken och Skolnätverket.", []),
        ("Regelverket är tillsynsmyndighetens. Energibolaget svarar.", []),
    ],
)
def test_only_names_of_others_are_taken_for_such(
    text: str, names: list[str] | None
) -> None:
    source = source_of(text)
    found = [p.text for p in outside_parties_in(Piece(source, 0, len(source.text)))]

    wanted = ["Arbetsförmedlingen", "Hallandstrafik"] if names is None else names
    assert found == wanted


def test_whoever_is_named_outside_is_known_but_not_for_certain() -> None:
    text = """# Handlingsplan 2026

| Aktivitet | Ansvarig | Källa |
|---|---|---|
| Bussbyte | Västtrafik och Nora | Boverket |
"""
    found = gathered(text, "outside_named").of("outside_parties")

    assert [party["name"] for party in found] == ["Västtrafik"]
    assert found[0].certainty is Certainty.PROBABLE


def test_a_number_that_counts_what_is_done_is_part_of_the_name() -> None:
    text = "# Handlingsplan 2026\n" + "".join(
        f"\n| {title} | |\n|---|---|\n| Ansvarig | Nora |\n| Tidplan | maj |\n\nText.\n"
        for title in ("1 maj-firande på torget", "2 nya cykelvägar", "3 Maj åker buss")
    )
    found = gathered(text, "activities", kind=DocumentKind.ACTION_PLAN)

    assert column(found, "activities", "title") == [
        "1 maj-firande på torget",
        "2 nya cykelvägar",
        "3 Maj åker buss",
    ]
