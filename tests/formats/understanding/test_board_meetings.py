"""A board's extract in a matter that is no programme: meeting, decision, agreement."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered

HEAD = """Höörs kommun

Kommunstyrelsen 2025-11-04

§ 233 Verksamhetsplan och budget 2026 för Samverkan Öresund

Dnr KS 2025/31

## Kommunstyrelsens beslut

att ställa sig bakom förslaget till verksamhetsplan och budget 2026.

"""


def read(text):
    subjects = ("extracts", "told_plans", "told_agreements", "told_meetings")
    return gathered(text, *subjects, kind=DocumentKind.MINUTES_EXTRACT, year=2025)


def test_the_board_met_and_decided():
    gathering = read(
        f"{HEAD}## Reservationer\n\nSiri Almberg (S) reserverar sig mot beslutet.\n\n"
        "## Omröstning\n\nOmröstningen utfaller med 8 ja-röster och 7 nej-röster.\n"
    )
    (meeting,) = gathering.of("meetings")
    assert (meeting["body"], meeting["held_on"]) == ("ks-hoor", date(2025, 11, 4))
    assert column(gathering, "agenda_items", "number") == [233]
    (decision,) = gathering.of("decisions")
    assert (decision["votes_for"], decision["has_consensus"]) == (8, False)
    assert column(gathering, "dissents", "dissenter") == ["Siri Almberg"]


@pytest.mark.parametrize(
    "text",
    [
        "Samordnaren redovisar verksamhetsplanen och budgeten på sammanträdet.",
        "Verksamhetschefen presenterade plan och budget vid mötet.",
        "Förslag till verksamhetsplan med budget föredras.",
    ],
)
def test_a_plan_that_is_presented_there_is_told_of(text):
    gathering = read(f"{HEAD}## Sammanfattning\n\n{text}\n")
    is_told = "på sammanträdet" in text or "vid mötet" in text
    assert set(column(gathering, "presentations", "municipality")) == (
        {"hoor"} if is_told else set()
    )


def test_a_meeting_to_come_is_planned_and_one_before_is_not():
    gathering = read(
        f"{HEAD}## Sammanfattning\n\nKommittén avser att fastställa planen vid sitt "
        "sammanträde den 27 november 2025. Kommittén behandlade den vid sitt "
        "sammanträde den 4 september 2025.\n"
    )
    days = column(gathering, "meetings", "held_on")
    assert days == [date(2025, 11, 4), date(2025, 11, 27)]
    assert column(gathering, "meetings", "status") == ["held", "planned"]


CHANGE = """Höörs kommun

Kommunstyrelsen 2025-10-20

§ 118 Ändring av samarbetsavtal för Öresundsrådet

## Beslut

Kommunstyrelsen godkänner att 8 § i samarbetsavtalet ändras så att avgiften från och
med den 1 januari 2026 är 31 kronor per invånare.

Beslutet är enhälligt.

## Bakgrund

Höör och Eslöv har ett samarbetsavtal för Öresundsrådet, som gäller sedan den 1 januari
2017. Avgiften regleras i 8 §, Avgifter, och är i dag 28 kronor per invånare.
"""


def test_a_changed_agreement_is_told_of_with_its_new_fee():
    gathering = read(CHANGE)
    (agreement,) = gathering.of("agreements")
    assert agreement["in_force_from"] == date(2017, 1, 1)
    (paragraph,) = gathering.of("paragraphs")
    assert (paragraph["number"], paragraph["heading"]) == ("8", "Avgifter")
    (term,) = gathering.of("terms")
    assert (term["kind"], term["applies_from"]) == ("fee", date(2026, 1, 1))
    assert term["value"]["rate_sek"] == "31"
    assert term["paragraph"] == paragraph.key
    assert str(term.values["applies_from"].certainty) == "probable"
    assert column(gathering, "decisions", "has_consensus") == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Samarbetsavtalet är gammalt. Lagen gäller sedan den 1 januari 2017.",
        "Ett nytt samarbetsavtal bör gälla från den 1 januari 2027.",
    ],
)
def test_an_agreement_without_its_day_is_none(text):
    assert read(f"{HEAD}## Bakgrund\n\n{text}\n").of("agreements") == []


def test_a_programme_is_adopted_at_a_meeting_and_reserved_against_once():
    gathering = gathered(
        "Höörs kommun\n\nKommunstyrelsen 2026-03-10\n\n"
        "§ 41 Kulturprogram för Öresund 2026–2029\n\nDnr KS 2025/31\n\n"
        "## Kommunstyrelsens beslut\n\n"
        "att anta Kulturprogram för Öresund 2026–2029.\n\n"
        "## Reservation\n\nSiri Almberg (S) reserverar sig mot beslutet.\n\n"
        "## Omröstning\n\nOmröstningen utfaller med 8 ja-röster och 7 nej-röster.\n",
        "extracts",
        kind=DocumentKind.MINUTES_EXTRACT,
        year=2026,
    )
    assert column(gathering, "meetings", "held_on") == [date(2026, 3, 10)]
    assert column(gathering, "agenda_items", "number") == [41]
    assert column(gathering, "decisions", "votes_for") == [8]
    (dissent,) = gathering.of("dissents")
    assert (dissent["decision"], dissent["adoption"] is not None) == (None, True)
