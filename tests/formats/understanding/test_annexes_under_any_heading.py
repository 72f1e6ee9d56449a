"""Notices whose annexes are listed under any heading, and called networks."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import gathered as gathered_by

NOTICE = """Orsa den 12 februari 2027

# Välkommen till vårens första nätverksträff!

Orsa är värd för kulturnätverket under 2027 och bjuder in till träff onsdagen den 10
mars. {before}

**När:** onsdag 10 mars, kl. 9.30–15.15

**Var:** Biblioteket i Orsa

## Agenda

1. Öppnande
2. Öppettider
{more}
3. Nästa träff

## {heading}

- Bilaga A. Enkät om öppettider
- Bilaga B. Avtalsutkast

Övriga träffar under 2027: 19 maj (digitalt) och 22 september.
"""


def read(
    heading: str = "Att läsa före träffen", before: str = "", more: str = ""
) -> Gathering:
    text = NOTICE.format(heading=heading, before=before, more=more)
    return gathered_by(text, "notices", year=2027, kind=DocumentKind.MEETING_NOTICE)


@pytest.mark.parametrize("heading", ["Att läsa före träffen", "Underlag till mötet"])
def test_listed_annexes_are_of_no_item_that_does_not_name_them(heading: str) -> None:
    assert read(heading).of("papers") == []


def test_an_annex_to_read_is_a_paper_of_its_item() -> None:
    found = read(more="\nLäs bilaga A och B\n")
    papers = [(p["annex_number"], p["title"]) for p in found.of("papers")]
    assert papers == [("A", "Enkät om öppettider"), ("B", "Avtalsutkast")]


def test_a_network_has_its_whole_name() -> None:
    assert [b["name"] for b in read().of("bodies")] == ["kulturnätverket"]


def test_other_meetings_to_come_may_be_listed_last() -> None:
    planned = [m["held_on"] for m in read().of("meetings") if m["status"] == "planned"]
    assert planned == [date(2027, 5, 19), date(2027, 9, 22)]


def test_the_last_meeting_is_told_of_with_its_town() -> None:
    before = "Förra gången, den 2 december i Mora, hann vi inte med allt."
    found = next(m for m in read(before=before).of("meetings") if m["status"] == "held")
    assert (found["held_on"], found["place"]) == (date(2026, 12, 2), "Mora")


def test_the_referral_an_item_answers_is_known_by_its_annex() -> None:
    more = "Läs bilaga B. Regionen vill ha svar senast 30 april."
    text = NOTICE.format(heading="Att läsa", before="", more=f"\n{more}\n")
    text = text.replace("2. Öppettider", "2. Region Dalarnas biblioteksplan, vårt svar")
    text = text.replace("Bilaga B. Avtalsutkast", "Bilaga B. Remissversion av planen")
    found = gathered_by(text, "notices", year=2027, kind=DocumentKind.MEETING_NOTICE)

    referral = found.of("referrals")[0]
    assert (referral["title"], referral["outside_party"]) == (
        "Planen",
        "region-dalarna",
    )
    assert referral["due_on"] == date(2027, 4, 30)
