"""Programmes that call themselves and their goals by other words."""

from datetime import date

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.gathered import certainties, column, gathered
from tests.formats.understanding.reading_text import source_of

PROGRAMME = """
# Gemensam färdplan för Övre Dalarna 2026–2030

Färdplanen är kommunernas gemensamma utvecklingsprogram. Den gäller från den 1 mars 2026
till den 31 december 2030 och tar vid efter ”Dalapakten 2020–2025”.

Rådet ställde sig bakom målbilden den 5 februari 2026 och skickade den den 9 februari \
till kommunstyrelserna för antagande.

## Dit vill vi – vår gemensamma vision

En bygd med plats för alla

## Spår 1: Skog och fjäll

Håller i: Skogsnätverket

1a) Fler leder hålls öppna

1b) Fler gäster stannar en vecka

## Spår 2: Handel

2a) Fler butiker i byarna

## Så följer vi upp

| Vi mäter | Enhet | Värde | | Vi vill se |
|---|---|---|---|---|
| | | 2024-12-31 | 2025-12-31 | |
| Öppna leder | kilometer | 410 | 415 | fler |
| Butiker | antal | 31 | | fler |

## Antagande

| Kommunstyrelsen i | Sammanträde | Paragraf | Utfall |
|---|---|---|---|
| Mora | 2026-03-16 | § 31 | Antogs med ett särskilt yttrande (Stig Malmsjö, BYP) |
| Orsa | | | Behandlas 4 maj |
"""


def read():
    return gathered(
        PROGRAMME, "programmes", "adoption_tables", kind=DocumentKind.PROGRAMME
    )


def test_what_a_title_calls_a_plan_for_the_journey_is_a_programme():
    assert recognise(source_of(PROGRAMME))[0].kind is DocumentKind.PROGRAMME


def test_it_says_when_it_holds_what_it_replaces_and_when_it_was_decided():
    new, old = read().of("programmes")
    assert new["name"] == "Gemensam färdplan för Övre Dalarna 2026–2030"
    assert (new["valid_from"], new["valid_to"]) == (
        date(2026, 3, 1),
        date(2030, 12, 31),
    )
    assert new["decided_on"] == date(2026, 2, 5)
    assert (new["replaces"], old["name"]) == (old.key, "Dalapakten 2020–2025")


def test_lettered_goals_stand_under_the_area_with_their_number():
    goals = [(g["level"], g["title"] or g["name"]) for g in read().of("goals")]
    assert goals == [
        ("vision", "En bygd med plats för alla"),
        ("focus_area", "Skog och fjäll"),
        ("long_term", "Fler leder hålls öppna"),
        ("long_term", "Fler gäster stannar en vecka"),
        ("focus_area", "Handel"),
        ("long_term", "Fler butiker i byarna"),
    ]
    areas = [g["parent"] for g in read().of("goals") if g["level"] == "long_term"]
    assert [str(area).rpartition("-")[2] for area in areas] == ["fjall"] * 2 + [
        "handel"
    ]


def test_who_keeps_a_goal_together_answers_for_it():
    (answers,) = read().of("goal_responsibilities")
    assert answers["body"] == "skogsnatverket"
    assert answers["goal"].endswith("skog-och-fjall")


def test_the_days_of_values_may_stand_in_a_second_row_of_heads():
    gathering = read()
    assert column(gathering, "indicators", "wanted") == ["fler", "fler"]
    assert column(gathering, "indicators", "unit") == ["kilometer", "antal"]
    assert column(gathering, "observations", "observed_on") == [
        date(2024, 12, 31),
        date(2025, 12, 31),
        date(2024, 12, 31),
    ]


def test_a_row_may_wait_and_may_tell_of_a_statement():
    gathering = read()
    assert column(gathering, "adoptions", "outcome") == ["adopted", "pending"]
    assert column(gathering, "separate_statements", "stated_by") == ["Stig Malmsjö"]
    assert column(gathering, "adoptions", "sent_on") == [date(2026, 2, 9)] * 2
    assert set(certainties(gathering, "adoptions", "sent_on")) == {
        Certainty.PROBABLE.value
    }


def test_years_alone_below_the_title_are_the_programmes() -> None:
    text = "# Näringslivsprogram\n\nför Hjo kommun\n\n2031–2034\n\nFöretagen trivs.\n"

    found = gathered(text, "programmes", kind=DocumentKind.PROGRAMME)
    (programme,) = found.of("programmes")

    assert str(programme["valid_from"]) == "2031-01-01"
    assert str(programme["valid_to"]) == "2034-12-31"


def test_years_right_below_the_name_count_below_a_head_of_several_lines() -> None:
    head = "Dokumenttyp: Strategi\n\nFastställd av: Hjo råd\n\nDatum: 2030-11-20\n\n"
    text = f"{head}Landsbygdsstrategi för Hjo\n\n2031–2034\n\nFöretagen trivs.\n"

    found = gathered(text, "programmes", kind=DocumentKind.PROGRAMME)
    (programme,) = found.of("programmes")

    assert str(programme["valid_from"]) == "2031-01-01"
    assert str(programme["valid_to"]) == "2034-12-31"
