"""A programme's tables of measures by mark, and of how each board treated it."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

PROGRAMME = """
# Strategi för Åsbygdens skogar 2026–2033

Dnr ÅSB 2025:7

Kommunerna Sala, Heby och Tierp har länge brukat skogen tillsammans.

## Fokusområde A. Levande skog

**Långsiktigt mål:** Skogen är rik på arter.

Delmål

- A1. En femtedel av skogen är äldre än hundra år.
- A2. Två våtmarker är återställda.

{answers}

## Fokusområde B. Skog för alla

**Långsiktigt mål:** Alla har nära till skog.

Delmål

- B1. Tre stigar är tillgängliga.

Ansvarig: Stiggruppen

## Uppföljning

{table}

## Kommunernas ställningstaganden

{sent}

| Kommunstyrelse | Datum | Paragraf | Dnr | Utfall |
|---|---|---|---|---|
| Sala | 2025-09-03 | § 81 | KS 2025/12 | Antogs |
| Heby | 2025-09-10 | § 66 | KS 2025/40 | Antogs med tillägget att A2 ska nås 2028 |
| Tierp | 2025-09-17 | § 90 | KS 2025/7 | Antogs. Särskilt yttrande: Miljöpartiet. |
"""
TABLE = """
| Indikator | Delmål | Läge | | Riktning |
|---|---|---|---|---|
| | | 2024 | Enhet | |
| Andel gammal skog | A1 | 14,5 | procent | ökar |
| Återställda våtmarker | Delmål A2 | 1 | antal | ökar |
| Okänt mått | A9 | 3 | antal | ökar |
"""


def read(answers: str = "Ansvarig: Skogsgruppen", sent: str = "") -> Gathering:
    gathering = Gathering()
    text = PROGRAMME.format(answers=answers, table=TABLE, sent=sent)
    extract(portion_of(text, DocumentKind.PROGRAMME), gathering)
    return gathering


def named(gathering: Gathering) -> dict[str, str]:
    return {found.key: found["name"] for found in gathering}


def test_a_goal_is_known_by_its_mark_alone() -> None:
    gathering = read()

    names = named(gathering)
    goals = {i["name"]: names.get(i["goal"]) for i in gathering.of("indicators")}
    assert goals == {
        "Andel gammal skog": "En femtedel av skogen är äldre än hundra år",
        "Återställda våtmarker": "Två våtmarker är återställda",
        "Okänt mått": None,
    }
    assert not {"A1", "A2", "A9"} & set(names.values())


def test_a_head_of_two_rows_is_one_head() -> None:
    gathering = read()

    first = gathering.of("indicators")[0]
    assert (first["unit"], first["wanted"]) == ("procent", "ökar")
    seen = gathering.of("observations")[0]
    assert (seen["value"], seen["observed_on"]) == (Decimal("14.5"), date(2024, 12, 31))


def test_who_stands_last_in_an_area_with_one_goal_answers_for_it_too() -> None:
    gathering = read()

    names = named(gathering)
    told = [
        (names[r["body"]], names[r["goal"]])
        for r in gathering.of("goal_responsibilities")
    ]
    assert told == [
        ("Skogsgruppen", "Levande skog"),
        ("Skogsgruppen", "Skogen är rik på arter"),
        ("Stiggruppen", "Skog för alla"),
        ("Stiggruppen", "Alla har nära till skog"),
    ]


def test_who_stands_after_one_goal_of_several_answers_for_that_goal() -> None:
    more = "Ansvarig: Skogsgruppen\n\n**Långsiktigt mål:** Skogen brukas varsamt."
    gathering = read(more)

    names = named(gathering)
    first = gathering.of("goal_responsibilities")[0]
    assert names[first["goal"]] == "Skogen är rik på arter"


@pytest.mark.parametrize(
    "sent",
    [
        "Förslaget skickades till kommunstyrelserna den 2 juni 2025.",
        "Den 2 juni 2025 sändes förslaget till kommunerna för antagande.",
        "Rådet godkände förslaget den 28 maj 2025 och sände det den 2 juni 2025 till "
        "kommunerna.",
    ],
)
def test_the_boards_are_told_with_when_they_were_sent_it(sent: str) -> None:
    adoptions = read(sent=sent).of("adoptions")

    assert [a["outcome"] for a in adoptions] == ["adopted", "changed", "adopted"]
    assert [a["paragraph"] for a in adoptions] == ["§ 81", "§ 66", "§ 90"]
    assert {a["sent_on"] for a in adoptions} == {date(2025, 6, 2)}


def test_what_was_sent_for_views_is_not_sent_to_be_adopted() -> None:
    sent = "Remissen skickades till kommunerna den 2 februari 2025."

    assert {a["sent_on"] for a in read(sent=sent).of("adoptions")} == {None}


def test_a_row_tells_who_stated_something_of_their_own() -> None:
    gathering = read()

    (statement,) = gathering.of("separate_statements")
    adoption = gathering.get("adoptions", statement["adoption"])
    assert statement["stated_by"] == "Miljöpartiet"
    assert adoption is not None
    assert adoption["paragraph"] == "§ 90"


def test_its_number_and_the_municipalities_are_told_at_the_top() -> None:
    gathering = read()

    assert [d["register_number"] for d in gathering.of("documents")] == ["ÅSB 2025:7"]
    assert [m["name"] for m in gathering.of("municipalities")][:3] == [
        "Sala",
        "Heby",
        "Tierp",
    ]
