"""Activities from lists, from labelled lines, and from rows without columns."""

from datetime import date
from decimal import Decimal

from radslag.agreement.vocabulary import Certainty, DocumentKind
from tests.formats.understanding.gathered import gathered as gathered_plan
from tests.formats.understanding.reading_plans import (
    HEAD,
    answering,
    gathered,
    said,
)

LISTS = """
# Aktivitetsplan 2026

## Planerade aktiviteter

1. Trygghetsmätning. Ansvarig: Håbo. Klart: maj.
2. Nattvandring

## Kommunikation

- Nyhetsbrev (Ansvarig: kansliet, Tid: varje månad)
- Ny webbplats

## Kansliets uppdrag

Aktivitet: Bereda möten
Ansvarig: Kansliet
Tid: Löpande
Kostnad: ingår i budgeten

### Laddkarta

Ansvarig: Miljöchefsnätverket

Tid: våren 2026

Kostnad: 90 000 kronor

## Bakgrund

- Samverkan har funnits länge
"""
GLUED = """
Handlingsplan 2026 för Norrskogen

Kompetens

Aktivitet Ansvarig Tidplan
Rekryteringsmässa i Umeå Arvidsjaur Oktober
Gemensam annonsering Kansliet Löpande
Bostadsportal för inflyttade Arvidsjaur och Sorsele Hösten
"""


def test_lists_and_labelled_lines_are_activities_of_their_chapter() -> None:
    gathering = gathered(LISTS, DocumentKind.ACTION_PLAN)
    found = {a["title"]: a for a in gathering.of("activities")}

    assert list(found) == [
        "Trygghetsmätning",
        "Nattvandring",
        "Nyhetsbrev",
        "Ny webbplats",
        "Bereda möten",
        "Laddkarta",
    ]
    assert [a["kind"] for a in found.values()] == [
        None,
        None,
        "communication",
        "communication",
        "secretariat",
        "secretariat",
    ]
    assert found["Trygghetsmätning"]["starts_from"] == date(2026, 5, 1)
    assert answering(gathering, "Trygghetsmätning") == ["habo"]
    assert said(found["Nattvandring"], "title").certainty is Certainty.PROBABLE
    assert found["Laddkarta"]["cost_sek"] == Decimal(90_000)
    assert found["Bereda möten"]["cost_as_written"] == "ingår i budgeten"


def test_lines_whose_columns_were_lost_are_parted_but_not_surely() -> None:
    gathering = gathered(GLUED, DocumentKind.ACTION_PLAN)
    found = gathering.of("activities")

    assert [(a["title"], a["time_as_written"]) for a in found] == [
        ("Rekryteringsmässa i Umeå", "Oktober"),
        ("Gemensam annonsering", "Löpande"),
        ("Bostadsportal för inflyttade", "Hösten"),
    ]
    assert answering(gathering, found[2]["title"]) == ["arvidsjaur", "sorsele"]
    assert {said(a, "title").certainty for a in found} == {Certainty.PROBABLE}


def test_a_table_read_as_running_text_is_remarked_on() -> None:
    words = "Mässa Köping Maj Film Arboga Juni och så vidare utan att det går att dela"
    gathering = gathered(f"{HEAD}Aktivitet Ansvarig Tidplan {words}\n")

    assert gathering.of("activities") == []
    assert "behöver föras in för hand" in gathering.remarks[0]


def test_a_time_after_those_responsible_is_no_part_of_them() -> None:
    gathering = gathered(
        "Handlingsplan 2026\n\nVad vi ska göra\n\n"
        "• Rita en karta (ansvar: Karlsborg, klart i mars)\n"
        "• Skriva till regeringen (ansvar: Hjo, Tibro)\n",
        DocumentKind.ACTION_PLAN,
    )
    first, second = gathering.of("activities")

    assert (first["responsible_as_written"], first["time_as_written"]) == (
        "Karlsborg",
        "klart i mars",
    )
    assert first["starts_from"] == date(2026, 3, 1)
    assert second["responsible_as_written"] == "Hjo, Tibro"
    assert answering(gathering, second["title"]) == ["hjo", "tibro"]


CARDS = """
# Åtgärdsplan 2025

**1.2 Gemensam cykelkarta**

- Vem gör det: Köping
- När: maj 2025
- Vad kostar det: 84 000 kr (bidrag från länet)
- Hur går det: klart. 400 kartor trycktes.
- Nytta: fler cyklar

**1.5 miljoner lampor byts**

- Ägare: Arboga
- Senast: 1 mars 2025
- Belopp: –
- Läget: inte påbörjat, väntar på el
"""


def test_a_number_with_a_stop_inside_is_no_part_of_a_title() -> None:
    found = gathered(CARDS, DocumentKind.ACTION_PLAN).of("activities")
    titles = [activity["title"] for activity in found]
    assert titles == ["Gemensam cykelkarta", "1.5 miljoner lampor byts"]


def test_labels_in_other_words_tell_of_the_activity_above_them() -> None:
    first, second = gathered(CARDS, DocumentKind.ACTION_PLAN).of("activities")
    assert first["cost_as_written"] == "84 000 kr (bidrag från länet)"
    assert (first["cost_sek"], first["status"]) == (Decimal(84000), "done")
    assert first["comment"] == "Nytta: fler cyklar"
    assert (second["status"], second["cost_as_written"]) == ("planned", None)
    assert second["ends_until"] == date(2025, 3, 2)


def test_words_about_when_are_no_part_of_who() -> None:
    text = (
        "# Verksamhetsplan 2027\n\n## Insatser\n\n"
        "- Ung framåt (ansvarig: Köping, pågår till 30 juni 2027, 1,1 mnkr)\n"
    )
    gathering = gathered_plan(text, "plans", "activities", year=2027)
    (activity,) = gathering.of("activities")
    assert activity["responsible_as_written"] == "Köping"
    assert activity["time_as_written"] == "pågår till 30 juni 2027"
    assert activity["cost_sek"] == 1_100_000
