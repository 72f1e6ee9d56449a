"""Agendas whose items have a clock before their number, with papers listed last."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.notices import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

NOTICE = """Kallelse Samverkansrådet

Välkomna till möte med Samverkansrådet för övre Ljusnan

När: tisdag 12 maj 2026, kl. 9.00-11.30
Var: Härjedalens kommunhus, Sveg

Dagordning

| 9.00 | 1 | Mötet öppnas | |
|---|---|---|---|
| 9.05 | 2 | Antagande av gemensam taxa | BESLUT |
| 9.40 | 3 | Vägen över fjället | INFORMATION |

Gäst: Trafikverket, Ylva Norrby

10.30 4 Förhyrning av lager DISKUSSION

Dnr ROL 26/14. Handling: bilaga 1 och 2

10.50 5 Nästa möte (torsdag 20 augusti, Sveg)

Bilagor
1. Taxa 2027, förslag
2. Remissvar

Lämna återbud till kansliet senast den 8 maj.
"""


def read(text: str = NOTICE) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.MEETING_NOTICE, 2026), gathering)
    return gathering


def test_the_number_after_a_clock_is_the_items() -> None:
    items = [(i["number"], i["title"]) for i in read().of("agenda_items")]
    assert items == [
        (1, "Mötet öppnas"),
        (2, "Antagande av gemensam taxa"),
        (3, "Vägen över fjället"),
        (4, "Förhyrning av lager"),
        (5, "Nästa möte (torsdag 20 augusti, Sveg)"),
    ]


def test_one_word_in_capitals_says_what_an_item_is_for() -> None:
    kinds = [i["kind"] for i in read().of("agenda_items")][1:4]
    assert kinds == ["decision", "information", "discussion"]


def test_papers_named_by_number_have_the_titles_of_the_list_below() -> None:
    papers = [(p["annex_number"], p["title"]) for p in read().of("papers")]
    assert papers == [("1", "Taxa 2027, förslag"), ("2", "Remissvar")]


def test_the_longer_name_of_the_body_is_taken() -> None:
    (body,) = read().of("bodies")
    assert body["name"] == "Samverkansrådet för övre Ljusnan"


def test_a_guests_authority_is_added() -> None:
    assert [p["name"] for p in read().of("outside_parties")] == ["Trafikverket"]


def test_the_next_meeting_stands_in_the_title_of_its_item() -> None:
    held = [m["held_on"] for m in read().of("meetings")]
    assert held == [date(2026, 5, 12), date(2026, 8, 20)]


@pytest.mark.parametrize("clock", ["9.00", "09:00", "9.00–9.15"])
def test_the_clock_may_be_written_in_any_way(clock: str) -> None:
    text = NOTICE.replace("10.30 4", f"{clock} 4")
    assert [i["number"] for i in read(text).of("agenda_items")] == [1, 2, 3, 4, 5]
