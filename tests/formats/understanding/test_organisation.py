"""Who leads the bodies, where the secretariat is, and which networks there are."""

from datetime import date

import pytest

from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.bodies import bodies_in, body_in
from tests.formats.understanding.gathered import gathered, words_of
from tests.formats.understanding.reading_text import source_of


def appointments(text, **more):
    return [
        (found["body"], found["role"], found["municipality"], found["person"])
        for found in gathered(text, "organisation", **more).of("appointments")
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Samarbetskommittémöten", "committee"),
        ("Mälarkantens styrgrupp", "committee"),
        ("Samverkansnämnden", "committee"),
        ("den politiska ledningsgruppen", "committee"),
        ("Förbundsdirektionen", "committee"),
        ("Presidiet", "committee"),
        ("Ledningsgruppsmöten", "management_group"),
        ("Tjänstemannagruppens möten", "management_group"),
        ("Kommundirektörsgruppen", "management_group"),
        ("Direktörsgrupp", "management_group"),
        ("Kommunchefsmöten", "management_group"),
        ("Åsbygdens kansli", "secretariat"),
        ("Nätverket för klimatstrateger", "network"),
        ("Näringslivsnätverket", "network"),
        ("Arbetsgruppen för e-arkiv", "working_group"),
    ],
)
def test_bodies_go_by_many_words(words, kind):
    source = source_of(f"Text om {words} i år")
    found = body_in(Piece(source, 0, len(source.text)))
    assert found.kind == kind


def test_a_weak_word_counts_only_where_no_other_stands():
    source = source_of("Kommundirektörerna deltar i styrgruppen.")
    (found,) = bodies_in(Piece(source, 0, len(source.text)))
    assert found.kind == "committee"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Ordförande i styrgruppen år 2026 är Enköpings kommun och vice ordförande "
            "Kungsörs kommun.",
            [
                ("kommitten", "chair", "enkoping", None),
                ("kommitten", "vice_chair", "kungsor", None),
            ],
        ),
        (
            "Ordförande och vice ordförande i samverkansnämnden 2026 är Karin Wall, "
            "Enköpings kommun och Nils Berg, Västerås stad.",
            [
                ("kommitten", "chair", "enkoping", "karin-wall"),
                ("kommitten", "vice_chair", "vasteras", "nils-berg"),
            ],
        ),
        (
            "Ordförande i ledningsgruppen är Ola Frisk, Arboga kommun.",
            [("ledningsgruppen", "chair", "arboga", "ola-frisk")],
        ),
        (
            "Kommunchefsgruppens ordförande är Ola Frisk.",
            [("ledningsgruppen", "chair", None, "ola-frisk")],
        ),
        (
            "Under 2026 är Kumla kommun ordförande i styrgruppen och Örebro kommun "
            "vice ordförande.",
            [
                ("kommitten", "chair", "kumla", None),
                ("kommitten", "vice_chair", "orebro", None),
            ],
        ),
        (
            "Tjänstemannagruppen leds av Petra Lind, kommundirektör i Köping.",
            [("ledningsgruppen", "chair", "koping", "petra-lind")],
        ),
    ],
)
def test_chairs_are_read(sentence, expected):
    assert appointments(f"# Plan 2026\n## Organisation\n{sentence}\n") == expected


def test_chairs_under_a_bodys_heading():
    text = """# Plan 2026
## Organisation
### Styrgruppen
Ordförande: Karin Wall (S), Enköping
Vice ordförande: Nils Berg (M), Sala kommun
### Kansli
Kansliet är placerat i Enköpings kommun.
"""
    assert appointments(text) == [
        ("kommitten", "chair", "enkoping", "karin-wall"),
        ("kommitten", "vice_chair", "sala", "nils-berg"),
    ]
    gathering = gathered(text, "organisation")
    chair = gathering.of("appointments")[0]
    assert chair.values["body"].certainty == "probable"
    assert chair["note"] == "(S)"
    assert gathering.get("bodies", "kansliet")["municipality"] == "enkoping"


def test_the_year_that_is_said_is_the_year_of_the_office():
    text = "# Plan 2026\nOrdförande i styrgruppen 2027 är Kumla kommun.\n"
    (found,) = gathered(text, "organisation").of("appointments")
    assert found["appointed_from"] == date(2027, 1, 1)
    assert found["appointed_until"] == date(2028, 1, 1)
    assert found.values["appointed_from"].certainty == "probable"
    assert words_of(found, "role") == ["Ordförande"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Styrgruppen ska årligen inom sig utse ordförande och vice ordförande.",
        "I styrgruppen ingår kommunstyrelsens ordförande från Kumla kommun.",
        "Ledningsgruppen leds av en ordförande som utses inom ledningsgruppen.",
        "Ordförandeskapet roterar mellan Kumla kommun och Örebro kommun.",
        "Tidigare ordförande i styrgruppen var Kumla kommun.",
    ],
)
def test_rules_about_chairs_name_no_chair(sentence):
    assert appointments(f"# Plan 2026\n{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kumla kommun tillhandahåller ett kansli för samverkan.",
        "Värdkommun för kansliet är Kumla kommun.",
        "Sekretariatet är placerat hos Kumla kommun.",
        "Kansliets personal är anställd i Kumla kommun.",
    ],
)
def test_the_secretariats_host(sentence):
    gathering = gathered(f"# Plan 2026\n{sentence}\n", "organisation")
    assert gathering.get("bodies", "kansliet")["municipality"] == "kumla"


def test_networks_with_a_purpose():
    text = """# Plan 2026
## Nätverk
- Näringslivsnätverket: utbyter kunskap om etableringar
- Nätverket för digitalisering – samordnar upphandling av system
- Arbetsgruppen för e-arkiv: tar fram ett gemensamt arkiv
"""
    found = gathered(text, "organisation").of("bodies")
    assert [(each["kind"], each["name"], each["purpose"]) for each in found] == [
        ("network", "Näringslivsnätverket", "utbyter kunskap om etableringar"),
        (
            "network",
            "Nätverket för digitalisering",
            "samordnar upphandling av system",
        ),
        ("working_group", "Arbetsgruppen för e-arkiv", "tar fram ett gemensamt arkiv"),
    ]


def test_chairs_told_after_the_body_in_the_same_paragraph():
    text = """# Plan 2027
**Politiska styrgruppen** består av presidierna. Ordförandeskapet 2027 innehas av \
Sollefteå kommun och vice ordförandeskapet av Kramfors kommun.

**Samordningskansliet** har sitt säte i Sollefteå kommun.
"""
    assert appointments(text, year=2027) == [
        ("kommitten", "chair", "solleftea", None),
        ("kommitten", "vice_chair", "kramfors", None),
    ]
    gathering = gathered(text, "organisation", year=2027)
    assert gathering.get("bodies", "kansliet")["municipality"] == "solleftea"


def test_a_paragraph_that_tells_of_several_bodies_has_a_political_chair():
    text = (
        "# Årsredovisning 2025\n\nStyrgruppen består av en ledamot från varje kommun. "
        "Ledningsgruppen bereder ärendena. Till stöd finns ett kansli i Arboga. "
        "Ordförande under året var Ingmar Fälth, Köping.\n"
    )
    gathering = gathered(text, "organisation")
    (chair,) = gathering.of("appointments")
    assert (chair["body"], chair["person"]) == ("kommitten", "ingmar-falth")
    assert chair.values["body"].certainty == "probable"
    seat = gathering.get("bodies", "kansliet")
    assert seat["municipality"] == "arboga"
