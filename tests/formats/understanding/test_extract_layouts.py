"""Extracts as boards and councils write them, each laid out in its own way.

They stand in `extract_layouts.yaml`, each with what it says.
"""

from pathlib import Path

import pytest
import yaml

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.extracts import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import portion_of, source_of

WHOLE = yaml.safe_load(
    Path(__file__).with_name("extract_layouts.yaml").read_text("utf-8")
)
TEXTS = {name: layout["text"] for name, layout in WHOLE.items()}
FIELDS = (
    "board",
    "outcome",
    "decided_on",
    "paragraph",
    "register_number",
    "verified_on",
    "announced_on",
)
OF_THE_REGION = """Mora kommun
Kommunstyrelsen 2024-03-05

§ 17

Remiss om regional utvecklingsstrategi 2025–2035

Kommunstyrelsens beslut
Förslaget tillstyrks.

Beslutet till
Region Dalarna
"""
OF_THE_COMMITTEE = """Åmåls kommun
Kommunstyrelsens arbetsutskott

Protokollsutdrag 2024-02-14

AU § 22

Samverkansprogram för Dalbygden 2025–2028

Arbetsutskottets förslag till kommunstyrelsen

Kommunstyrelsen antar Samverkansprogram för Dalbygden 2025–2028.

Beslutet skickas till: Kommunstyrelsen
"""
ITS_OWN = """Mora kommun
Kommunstyrelsen 2024-03-05

§ 18 Vision 2040 för Mora kommun

Beslut
Kommunstyrelsen antar visionen.

Beslutet till
Samtliga nämnder
"""


def gathered(text: str) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.MINUTES_EXTRACT, key="utdrag"), gathering)
    return gathering


@pytest.mark.parametrize("name", TEXTS)
def test_adoption_is_read_in_any_layout(name: str) -> None:
    gathering = gathered(TEXTS[name])
    (found,) = gathering.of("adoptions")
    programme = gathering.get("programmes", str(found["programme"]))
    assert programme is not None
    read = {name: found[name] for name in FIELDS} | {"name": programme["name"]}
    assert {name: value for name, value in read.items() if value is not None} == WHOLE[
        name
    ]["said"]


@pytest.mark.parametrize("name", TEXTS)
def test_extract_is_known_as_one_whatever_it_is_about(name: str) -> None:
    (part,) = recognise(source_of(TEXTS[name]))
    assert part.kind is DocumentKind.MINUTES_EXTRACT


def test_day_of_what_was_verified_at_once_is_probable() -> None:
    (found,) = gathered(TEXTS["sunne"]).of("adoptions")
    value = found.values["verified_on"]
    assert value.certainty is Certainty.PROBABLE
    assert value.reason == "Paragrafen justerades omedelbart, alltså på mötets dag."


def test_recipients_stand_under_many_labels() -> None:
    told = {
        "hylte": TEXTS["gislaved"],
        "torsby": TEXTS["sunne"],
        "karlsborg": TEXTS["hjo"],
        "lessebo": TEXTS["nybro"],
        "haparanda": TEXTS["kalix"],
    }
    for municipality, text in told.items():
        recipients = gathered(text).recipients["utdrag"]
        assert municipality in [value.value for value in recipients]


@pytest.mark.parametrize("text", [OF_THE_REGION, ITS_OWN])
def test_what_is_not_the_cooperations_own_is_no_adoption(text: str) -> None:
    gathering = gathered(text)
    assert gathering.of("adoptions") == []
    assert gathering.of("programmes") == []
    assert len(gathering.of("matters")) == 1


def test_committee_that_only_proposes_has_adopted_nothing() -> None:
    gathering = gathered(OF_THE_COMMITTEE)
    assert gathering.of("adoptions") == []
    assert len(gathering.of("programmes")) == len(gathering.of("matters")) == 1
