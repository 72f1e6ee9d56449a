"""Officers' proposals: the matter, what is proposed and what was decided before."""

from datetime import date
from pathlib import Path

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.proposals import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"

LETTER = """Strängnäs kommun
Kommunstyrelsekontoret

Tjänsteskrivelse
Datum: 2022-09-14
Dnr: KS/2022:415-019
Handläggare: Mona Rydell

Till kommunstyrelsen

Mälarkantens utvecklingsprogram 2030

Förslag till beslut
att anta Mälarkantens utvecklingsprogram 2030, som ersätter det program som
kommunstyrelsen antog den 12 mars 2018, § 41.

Sammanfattning
Styrgruppen har tagit fram ett förslag.

Mona Rydell
Strateg
"""

UNNAMED = """TJÄNSTEUTLÅTANDE
Kommunledningsförvaltningen

Diarienummer 2023/112
2023-02-20

Ärende: Avgift till Åsbygdens samverkan 2024

Kommunledningsförvaltningens förslag till beslut
1. Kommunfullmäktige godkänner avgiften.

Tidigare beslut
Kommunfullmäktige beslutade § 87 den 14 juni 2021 om gällande avgift.
"""


def gathered(text: str) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.PROPOSAL, key="skrivelse"), gathering)
    return gathering


@pytest.mark.parametrize(
    ("text", "title", "number", "written"),
    [
        (
            LETTER,
            "Mälarkantens utvecklingsprogram 2030",
            "KS/2022:415-019",
            date(2022, 9, 14),
        ),
        (
            UNNAMED,
            "Avgift till Åsbygdens samverkan 2024",
            "2023/112",
            date(2023, 2, 20),
        ),
    ],
)
def test_matter_is_read_with_title_number_and_day(
    text: str, title: str, number: str, written: date
) -> None:
    gathering = gathered(text)
    (matter,) = gathering.of("matters")
    assert matter["title"] == title
    assert matter["register_number"] == number
    document = gathering.get("documents", "skrivelse")
    assert document is not None
    assert document["dated_on"] == written


def test_day_without_a_label_is_not_certain() -> None:
    document = gathered(UNNAMED).get("documents", "skrivelse")
    assert document is not None
    assert document.values["dated_on"].certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    ("text", "day", "sign"),
    [(LETTER, date(2018, 3, 12), "§ 41"), (UNNAMED, date(2021, 6, 14), "§ 87")],
)
def test_earlier_decision_is_kept_with_day_and_paragraph(
    text: str, day: date, sign: str
) -> None:
    events = gathered(text).of("matter_events")
    (earlier,) = [event for event in events if event["state"] == "decided"]
    assert earlier["happened_on"] == day
    assert sign in earlier["note"]


def test_what_is_proposed_is_the_summary() -> None:
    (matter,) = gathered(UNNAMED).of("matters")
    assert matter["summary"] == "Kommunfullmäktige godkänner avgiften."


def test_municipality_is_told_only_where_it_is_named() -> None:
    (named,) = gathered(LETTER).of("matters")
    (unnamed,) = gathered(UNNAMED).of("matters")
    assert named["raised_by"] == "strangnas"
    assert "raised_by" not in unnamed.values


def test_a_real_proposal_names_no_municipality() -> None:
    paths = sorted(SOURCES.glob("001*.txt"))
    if not paths:
        pytest.skip("källhandlingarna finns inte på den här datorn")
    gathering = gathered(paths[0].read_text("utf-8"))
    (matter,) = gathering.of("matters")
    assert "raised_by" not in matter.values
    assert gathering.of("municipalities") == []
    (event,) = gathering.of("matter_events")
    assert event["happened_on"] == date(2013, 4, 29)
    assert "§ 78" in event["note"]


def test_head_below_the_name_of_the_kind_is_read() -> None:
    gathering = gathered(
        "BESLUTSUNDERLAG\nVara kommun\n2024-03-11\nDnr: KS 2024/58\n\n"
        "Ärende: Yttrande om kollektivtrafik\n\nFörslag till beslut\nYttrandet antas.\n"
    )
    document = gathering.get("documents", "skrivelse")
    assert document is not None
    assert document["dated_on"] == date(2024, 3, 11)
    assert document["register_number"] == "KS 2024/58"


def test_the_title_is_the_heading_and_not_the_sentence_below_it() -> None:
    text = (
        "Dnr: 16-4\n\nTill styrelsen\n\nVal av ombud till vattenbolagets stämma\n\n"
        "Presidiet har uppdraget att föreslå ombud till bolagets stämma i år.\n\n"
        "Förslag till beslut\n\nAtt till ombud utse ordföranden.\n"
    )

    (matter,) = gathered(text).of("matters")

    assert matter["title"] == "Val av ombud till vattenbolagets stämma"
