"""What a letter or an extract tells of the programme it is about."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered

HEAD = """Höörs kommun

Dnr KS 2026-118

# Antagande av Program för Öresund 2027–2030

Förslag till beslut

Kontoret föreslår att kommunstyrelsen beslutar att anta Program för Öresund 2027–2030.

## Sammanfattning

"""


def told(text, kind=DocumentKind.PROPOSAL):
    return gathered(HEAD + text, "proposals", "told_programmes", kind=kind)


@pytest.mark.parametrize(
    ("text", "decided", "sent"),
    [
        (
            "Samverkansrådet beslutade den 29 januari 2026, § 6, om ett nytt gemensamt "
            "program. Programmet sändes den 5 februari 2026 till kommunstyrelserna.",
            date(2026, 1, 29),
            date(2026, 2, 5),
        ),
        (
            "Kommittén beslutade den 20 februari 2025 om ett förslag till nytt "
            "utvecklingsprogram och sände det den 28 februari 2025 till kommunerna för "
            "antagande.",
            date(2025, 2, 20),
            date(2025, 2, 28),
        ),
        (
            "Rådet beslutade den 7 maj 2026 att skicka förslaget på remiss. "
            "Förslaget skickades den 8 maj 2026 på remiss till kommunerna.",
            None,
            None,
        ),
    ],
)
def test_when_it_was_decided_and_sent(text, decided, sent):
    gathering = told(text)
    (programme,) = gathering.of("programmes")
    assert programme["decided_on"] == decided
    assert column(gathering, "adoptions", "sent_on") == [sent]


def test_the_municipalitys_own_adoption_waits_for_its_board():
    (adoption,) = told("").of("adoptions")
    assert (adoption["board"], adoption["outcome"]) == ("ks-hoor", "pending")
    assert adoption["register_number"] == "KS 2026-118"
    assert adoption["decided_on"] is None
    assert str(adoption.values["outcome"].certainty) == "probable"


def test_what_other_boards_did_is_told_with_day_and_paragraph():
    gathering = told(
        "Kommunstyrelsen i Eslöv antog programmet den 4 mars 2026, § 38. Hörbys "
        "kommunstyrelse antog det den 11 mars 2026, § 27, med en ändring. I Svedala "
        "återremitterade kommunstyrelsen ärendet den 9 mars 2026, § 41. "
        "Kommunstyrelsen i Lomma har ännu inte behandlat det.\n"
    )
    assert [
        (found["board"], found["outcome"], found["decided_on"], found["paragraph"])
        for found in gathering.of("adoptions")
        if found["outcome"] != "pending"
    ] == [
        ("ks-eslov", "adopted", date(2026, 3, 4), "§ 38"),
        ("ks-horby", "changed", date(2026, 3, 11), "§ 27"),
        ("ks-svedala", "referred_back", date(2026, 3, 9), "§ 41"),
    ]


def test_what_it_replaces_and_when_it_holds():
    gathering = told(
        "Programmet gäller från den 1 mars 2027 till och med den 31 december 2030.\n\n"
        "Det ersätter Program för Öresund 2023–2026, som då upphör att gälla.\n"
    )
    new, old = gathering.of("programmes")
    assert (new["valid_from"], new["valid_to"]) == (
        date(2027, 3, 1),
        date(2030, 12, 31),
    )
    assert new["replaces"] == old.key


@pytest.mark.parametrize(
    "text",
    [
        "Det har tre fokusområden: Resor och vägar, Hållbara besök samt Skola.\n",
        "Det har tre fokusområden: Resor och vägar, Hållbara besök och Skola.\n",
        "Programmet har tre fokusområden:\n\n- Resor och vägar\n- Hållbara besök\n"
        "- Skola\n",
        "Programmets fokusområden är Resor och vägar, Hållbara besök samt Skola.\n",
    ],
)
def test_focus_areas_in_running_text_and_lists(text):
    names = column(told(text), "goals", "name")
    assert names == ["Resor och vägar", "Hållbara besök", "Skola"]


def test_a_list_that_may_be_cut_in_several_ways_names_none():
    text = "Programmets fokusområden är Resor och vägar, Besök och Skola.\n"
    assert told(text).of("goals") == []


def test_a_vision_in_quotation_marks_is_its_words():
    (vision,) = told("Programmets vision är ”Nära till allt i Öresund”.\n").of("goals")
    assert (vision["level"], vision["title"]) == ("vision", "Nära till allt i Öresund")


def test_other_municipalities_are_told_of_without_their_boards():
    gathering = told(
        "Höörs samverkansråd beslutade den 5 februari 2026 om ett förslag till nytt "
        "program. Förslaget skickades till de tre kommunerna 2026-02-10.\n\n"
        "Eslöv antog programmet den 4 mars 2026 (§ 38) och Svedala den 9 mars 2026 "
        "(§ 41). Lomma har ännu inte behandlat det.\n"
    )
    others = [a for a in gathering.of("adoptions") if a["board"] != "ks-hoor"]
    assert [(a["board"], a["outcome"], a["paragraph"]) for a in others] == [
        ("ks-eslov", "adopted", "§ 38"),
        ("ks-svedala", "adopted", "§ 41"),
        ("ks-lomma", "pending", None),
    ]
    assert {str(a.values["board"].certainty) for a in others} == {"probable"}
    assert set(column(gathering, "adoptions", "sent_on")) == {date(2026, 2, 10)}
    assert gathering.of("programmes")[0]["decided_on"] == date(2026, 2, 5)


@pytest.mark.parametrize(
    "waits",
    [
        "Eslöv tar upp ärendet i mars.",
        "Eslöv behandlar programmet den 3 mars.",
        "Eslöv väntas besluta under våren.",
        "Eslöv kommun ska behandla förslaget på nästa möte.",
        "Eslöv har frågan uppe i april.",
        "Eslöv kommunstyrelse tar upp ärendet i mars.",
    ],
)
def test_what_a_municipality_is_yet_to_do_is_pending(waits):
    gathering = told(f"Programmet gäller 2027–2030. {waits}")
    outcomes = {a["board"]: a["outcome"] for a in gathering.of("adoptions")}
    assert outcomes["ks-eslov"] == "pending"


def test_what_it_has_done_is_not_to_come():
    gathering = told(
        "Programmet gäller 2027–2030. Eslöv har den 3 mars 2026 antagit det."
    )
    outcomes = {a["board"]: a["outcome"] for a in gathering.of("adoptions")}
    assert outcomes.get("ks-eslov") != "pending"


def test_the_body_that_decided_is_named():
    gathering = told(
        "Samverkansrådet för Höör och Salem beslutade den 29 januari 2026 om ett "
        "gemensamt program."
    )
    assert column(gathering, "bodies", "name")[0] == "Samverkansrådet"


@pytest.mark.parametrize(
    "words",
    [
        "Gruppens styrgrupp ställde sig den 29 januari 2026 bakom en ny färdplan.",
        "Styrgruppen ställde sig bakom färdplanen den 29 januari 2026.",
        "Samverkansrådet antog en gemensam färdriktning den 29 januari 2026.",
        "Öresundsrådet antog programmet den 29 januari 2026 och sände ut det den 5 "
        "februari 2026.",
    ],
)
def test_a_steering_group_may_stand_behind_it(words):
    (programme,) = told(f"{words} Den skickades till kommunerna.").of("programmes")
    assert programme["decided_on"] == date(2026, 1, 29)


@pytest.mark.parametrize("town", ["Mora", "Orsa", "Köping"])
def test_a_town_that_is_another_word_too_may_begin_the_sentence(town):
    gathering = told(f"Programmet gäller 2027–2030. {town} behandlar ärendet i april.")
    outcomes = {a["outcome"] for a in gathering.of("adoptions")}
    assert outcomes == {"pending"}
    assert len(gathering.of("adoptions")) == 2
