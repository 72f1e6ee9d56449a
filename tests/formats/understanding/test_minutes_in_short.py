"""Minutes in few words: votes below what was proposed, guests, when it was written."""

from datetime import date

import pytest

from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.minutes_read import gathered, row

MINUTES = """Protokoll styrelsen

Datum: 2026-03-05

Beslutande
Anna Ek (S), Orsa kommun
{guest}

1. Taxa

Yrkanden

Anna Ek yrkar avslag.

Omröstning begärs. Den som röstar ja bifaller förslaget. {votes}

Styrelsen beslutar att anta förslaget till taxa.

2. Lokaler

{waits}

3. Nästa möte

Det blir i Orsa.

{written}
"""
WORDS = {
    "guest": "Bo Lind Försäkringskassan",
    "votes": "Utfall: 4 ja, 2 nej.",
    "waits": "Frågan behöver mogna; tas upp igen på nästa möte.",
    "written": "Antecknat 2026-03-08 /AE",
}


def read(**other: str) -> Gathering:
    return gathered(MINUTES.format(**WORDS | other))


@pytest.mark.parametrize(
    "votes", ["Utfall: 4 ja, 2 nej.", "Resultat: 4 ja-röster och 2 nej-röster."]
)
def test_votes_may_stand_below_what_was_proposed(votes: str) -> None:
    decision = read(votes=votes).of("decisions")[0]
    assert (decision["votes_for"], decision["votes_against"]) == (4, 2)


@pytest.mark.parametrize(
    "waits",
    [
        "Frågan behöver mogna; tas upp igen på nästa möte.",
        "Underlaget ska kompletteras; ärendet bordläggs.",
    ],
)
def test_a_matter_that_needs_more_is_postponed(waits: str) -> None:
    outcomes = [d["outcome"] for d in read(waits=waits).of("decisions")]
    assert outcomes[-1] == "postponed"


def test_what_is_to_be_decided_is_not_decided() -> None:
    waits = "Nämnden ska anta budgeten i juni."
    assert len(read(waits=waits).of("decisions")) == 1


@pytest.mark.parametrize("party", ["Försäkringskassan", "Arbetsförmedlingen"])
def test_an_authority_right_after_a_name_is_where_one_comes_from(party: str) -> None:
    found = row(read(guest=f"Bo Lind {party}"), "bo-lind")
    assert found["outside_party"] == party.lower().replace("ö", "o").replace("ä", "a")


@pytest.mark.parametrize(
    "written",
    ["Antecknat 2026-03-08 /AE", "Skrivet den 8 mars 2026", "Upprättat 2026-03-08, AE"],
)
def test_when_it_was_written_may_stand_last(written: str) -> None:
    minutes = read(written=written).of("minutes")[0]
    assert minutes["written_on"] == date(2026, 3, 8)


@pytest.mark.parametrize(
    ("told", "places"),
    [
        (
            "Vi ses den 9 juni kl 9 i Heby och den 15 september i Sala.",
            ["Heby", "Sala"],
        ),
        ("Vi ses 9 juni i Heby, därefter den 15 september i Sala.", ["Heby", "Sala"]),
        ("Vi möts i Orsa den 9 juni i Folkets hus och park.", ["Folkets hus och park"]),
    ],
)
def test_a_place_ends_where_the_next_day_is_joined_on(
    told: str, places: list[str]
) -> None:
    text = MINUTES.format(**WORDS).replace("Det blir i Orsa.", told)
    planned = [m for m in gathered(text).of("meetings") if m["status"] == "planned"]
    assert [m["place"] for m in planned] == places
