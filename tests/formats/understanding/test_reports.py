"""Annual reports: what became of the activities, in tables, lists and chapters."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import activities, plans, reports
from radslag.formats.understanding.extracting.action_tables.recording import status_of
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of, source_of

PLAN = """
# Verksamhetsplan 2025

| Aktivitet | Ansvarig |
|---|---|
| Läxhjälp på nätet | Köping |
| Mässa för yrken | Arboga |
| Lärlingskampanj | Kungsör |
"""
TABLE = """
# Årsredovisning 2025

Åsbygdens samverkan

Godkänd av styrgruppen 2026-02-12

| Aktivitet | Status | Kommentar |
|---|---|---|
| Läxhjälp på nätet | Genomförd | 412 elever deltog |
| Mässa för yrken | Framflyttad | Till våren 2026 |
| Lärlingskampanj | Pågår | |
| Något nytt | Klar | Kom till under året |

## Ekonomi

| Post | Budget | Utfall |
|---|---|---|
| Personal | 350 000 | 342 500 |
"""
LISTS = """
Verksamhetsberättelse 2025

Genomförda aktiviteter

- Läxhjälp på nätet
- Mässa för yrken

Inställda aktiviteter

- Lärlingskampanj
"""
CHAPTERS = """
# Årsredovisning 2025

Utkast

## Uppföljning

### Läxhjälp på nätet

Status: Pågår

Eleverna har hittat dit. Den går vidare nästa år.

### Mässa för yrken

Mässan blev välbesökt. Den kostade mindre än väntat.
"""


def reported(text: str) -> Gathering:
    """Return what a report tells when its plan is known."""
    gathering = Gathering()
    plan = portion_of(PLAN, DocumentKind.ANNUAL_PLAN, key="plan")
    plans.extract(plan, gathering)
    activities.extract(plan, gathering)
    reports.extract(portion_of(text, DocumentKind.ANNUAL_REPORT), gathering)
    return gathering


def followed(gathering: Gathering) -> list[tuple[str, str | None, str]]:
    """Return activity, status and text of each follow-up."""
    return [
        (f["activity"].removeprefix("2025-"), f["status"], f["text"])
        for f in gathering.of("follow_ups")
    ]


def test_a_report_says_its_title_and_its_decision() -> None:
    report = reported(TABLE).of("annual_reports")[0]

    assert report["plan"] == "plan-2025"
    assert report["title"] == "Årsredovisning 2025"
    assert report["status"] == "decided"
    assert report["decided_on"] == date(2026, 2, 12)
    assert report["summary"] is None
    assert report.certainty is Certainty.CERTAIN


def test_what_follows_a_fixed_order_is_not_decided_by_that() -> None:
    text = TABLE.replace(
        "Godkänd av styrgruppen 2026-02-12",
        "Ordföranden byts enligt fastställd ordning.",
    )

    assert reported(text).of("annual_reports")[0]["status"] != "decided"


def test_a_table_follows_up_the_plan_s_own_activities() -> None:
    gathering = reported(TABLE)

    assert followed(gathering) == [
        ("laxhjalp-pa-natet", "done", "412 elever deltog"),
        ("massa-for-yrken", "postponed", "Till våren 2026"),
        ("larlingskampanj", "ongoing", "Pågår"),
        ("nagot-nytt", "done", "Kom till under året"),
    ]
    assert len(gathering.of("activities")) == 4
    assert gathering.get("activities", "2025-personal") is None


def test_the_day_of_a_follow_up_is_inferred_and_asks_to_be_confirmed() -> None:
    noted = reported(TABLE).of("follow_ups")[0].values["noted_on"]

    assert noted.value == date(2025, 12, 31)
    assert noted.is_inference
    assert noted.certainty is Certainty.PROBABLE
    assert noted.steps == ("Rapporten gäller 2025.",)


def test_a_report_until_a_day_follows_up_to_that_day() -> None:
    text = TABLE.replace("Årsredovisning 2025", "Delårsrapport per den 31 augusti 2025")
    noted = reported(text).of("follow_ups")[0].values["noted_on"]

    assert noted.value == date(2025, 8, 31)
    assert not noted.is_inference


def test_lists_under_headings_tell_the_state_of_what_they_list() -> None:
    assert followed(reported(LISTS)) == [
        ("laxhjalp-pa-natet", "done", "Genomförda"),
        ("massa-for-yrken", "done", "Genomförda"),
        ("larlingskampanj", "cancelled", "Inställda"),
    ]


def test_a_chapter_named_as_an_activity_follows_it_up() -> None:
    gathering = reported(CHAPTERS)

    assert followed(gathering) == [
        (
            "laxhjalp-pa-natet",
            "ongoing",
            "Eleverna har hittat dit. Den går vidare nästa år.",
        ),
        (
            "massa-for-yrken",
            None,
            "Mässan blev välbesökt. Den kostade mindre än väntat.",
        ),
    ]
    assert gathering.of("annual_reports")[0]["status"] == "draft"
    texts = {f.values["text"].certainty for f in gathering.of("follow_ups")}
    assert texts == {Certainty.PROBABLE}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Klar", "done"),
        ("Genomfört", "done"),
        ("Pågår enligt plan", "ongoing"),
        ("Delvis genomförd", "ongoing"),
        ("Ej påbörjad", "planned"),
        ("Inte påbörjad", "planned"),
        ("Framflyttad till 2026", "postponed"),
        ("Skjuts upp", "postponed"),
        ("Utgår", "cancelled"),
        ("Inställd", "cancelled"),
        ("Vet inte", None),
        ("Inte klar", None),
        ("Se bilaga", None),
    ],
)
def test_a_state_is_told_by_its_words(words: str, status: str | None) -> None:
    source = source_of(words)
    value = status_of(source.piece(source.document.blocks[0]))

    assert (value.value if value else None) == status


def test_a_state_in_a_long_text_is_not_sure() -> None:
    source = source_of(
        "Arbetet pågår i alla kommuner och väntas ta hela nästa år också"
    )
    value = status_of(source.piece(source.document.blocks[0]))

    assert value is not None
    assert value.certainty is Certainty.PROBABLE


def test_an_activity_has_the_state_a_report_gives_it_where_the_plan_gives_none() -> (
    None
):
    found = reported(TABLE).of("activities")

    assert [a["status"] for a in found] == ["done", "postponed", "ongoing", "done"]


BARE_HEADINGS = """
Verksamhetsberättelse 2025

Genomfört

- Läxhjälp på nätet

Pågående

- Lärlingskampanj

Ej genomförda

- Mässa för yrken
"""


def test_a_heading_that_is_only_a_status_says_it_of_its_list() -> None:
    gathering = reported(BARE_HEADINGS)
    said = {a["title"]: a["status"] for a in gathering.of("activities")}
    assert said == {
        "Läxhjälp på nätet": "done",
        "Mässa för yrken": "cancelled",
        "Lärlingskampanj": "ongoing",
    }


def test_what_was_not_done_is_doubtful_as_cancelled() -> None:
    gathering = reported(BARE_HEADINGS)
    (fair,) = (a for a in gathering.of("activities") if "Mässa" in a["title"])
    assert fair.values["status"].certainty is Certainty.DOUBTFUL


def test_a_title_goes_on_in_the_line_below_and_has_its_year_under_it() -> None:
    text = (
        "Ådalens vattenförbund\n\nÅRSREDOVISNING med tillhörande\n\n"
        "VERKSAMHETSBERÄTTELSE\n\n2030\n\n## Förbundet\n\n"
        "Förbundet bildades den 1 april 2026.\n"
    )
    gathering = Gathering()

    reports.extract(portion_of(text, DocumentKind.ANNUAL_REPORT), gathering)

    (report,) = gathering.of("annual_reports")
    assert report["plan"] == "plan-2030"
    assert report["title"] == "ÅRSREDOVISNING med tillhörande VERKSAMHETSBERÄTTELSE"
