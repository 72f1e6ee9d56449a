"""Statutes of a federation of municipalities: an agreement by another name."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.readers.model import ReadResult
from radslag.formats.understanding.model import Understanding
from radslag.formats.understanding.reading import understand
from radslag.formats.understanding.recognising import recognise
from tests.formats.growth import grows_with_length
from tests.formats.understanding.reading_text import document_of, source_of

RESCUE = """FÖRBUNDSORDNING
för Södra Vätterns räddningstjänstförbund

Antagen av kommunfullmäktige den 9 juni 2014, § 54.
Ändrad av kommunfullmäktige den 21 september 2020, § 45.

Medlemmar
1 § Medlemmar i kommunalförbundet är Habo, Mullsjö, Tranås och Jönköpings kommuner.

Namn och säte
2 § Kommunalförbundet benämns {name} och har sitt säte i Jönköping.

Ändamål
3 § Förbundet ska hålla en gemensam räddningstjänst.

4 § Tillkännagivanden ska göras på medlemmarnas anslagstavlor.
"""
SIGNS = """Förbundsordning för Finsam Tjust – gäller from den 1 januari 2018

§ 1 Förbundets namn
Förbundets namn är Samordningsförbundet Vimmerby, Hultsfred och Västervik.

§ 2 Förbundets säte
Förbundet har sitt säte i Vimmerby.

§ 3 Förbundets medlemmar
Förbundets medlemmar är Region Kalmar län, Arbetsförmedlingen, Försäkringskassan samt
Vimmerby kommun, Hultsfreds kommun och Västerviks kommun.

§ 4 Styrelsen
Förbundet ska ledas av en styrelse med 4 ledamöter och 5 ersättare.
Varje samverkande part utser vardera en ledamot och/eller en ersättare.
"""
ABOVE = """Gäller fr o m 2007-01-01

Förbundsordning för Ådalens kommunalförbund

§ 1 Medlemskommuner

Kommunerna Kramfors, Sollefteå och Härnösand är sammanslutna till ett kommunalförbund.

§ 2 Ändamål

Förbundet ska främja kommunernas samverkan.
"""


def read(text: str) -> Understanding:
    return understand([ReadResult("stadga.txt", document_of(text))])


def keys(understanding: Understanding) -> list[str]:
    return [str(each["municipality"]) for each in understanding.of("memberships")]


def name(understanding: Understanding) -> str:
    return str(next(understanding.of("cooperation"))["name"])


@pytest.mark.parametrize("text", [RESCUE, SIGNS, ABOVE])
def test_statutes_are_an_agreement(text: str) -> None:
    (part,) = recognise(source_of(text))

    assert part.kind is DocumentKind.AGREEMENT


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (RESCUE, ["habo", "mullsjo", "tranas", "jonkoping"]),
        (SIGNS, ["vimmerby", "hultsfred", "vastervik"]),
        (ABOVE, ["kramfors", "solleftea", "harnosand"]),
    ],
)
def test_members_are_the_parties(text: str, members: list[str]) -> None:
    understanding = read(text)

    assert keys(understanding) == members
    certainties = [
        each.values["municipality"].certainty
        for each in understanding.of("memberships")
    ]
    assert set(certainties) == {Certainty.CERTAIN}


def test_a_name_goes_on_after_a_genitive_and_a_comma() -> None:
    assert name(read(SIGNS)) == "Samordningsförbundet Vimmerby, Hultsfred och Västervik"
    rescue = RESCUE.format(name="Södra Vätterns räddningstjänstförbund")
    assert name(read(rescue)) == "Södra Vätterns räddningstjänstförbund"
    assert name(read(ABOVE)) == "Ådalens kommunalförbund"


@pytest.mark.parametrize(
    ("text", "day"), [(ABOVE, date(2007, 1, 1)), (SIGNS, date(2018, 1, 1))]
)
def test_the_line_over_the_title_says_since_when(text: str, day: date) -> None:
    (agreement,) = read(text).of("agreements")

    assert agreement["in_force_from"] == day


def test_a_seat_that_may_be_a_substitute_is_no_seat_for_each() -> None:
    kinds = [term["kind"] for term in read(SIGNS).of("terms")]

    assert "composition" not in kinds


def test_the_title_ends_where_the_day_begins() -> None:
    (agreement,) = read(SIGNS).of("agreements")

    assert agreement["title"] == "Förbundsordning för Finsam Tjust"


def test_a_paper_of_no_kind_names_nothing() -> None:
    text = "Rapport\n\nNämnden benämns Vätterns brand- och räddningsnämnd.\n"

    assert next(read(text).of("cooperation"))["name"] is None


def test_many_letters_are_read_in_their_turn() -> None:
    def read_name(letters: int) -> object:
        return read(RESCUE.format(name="A" * letters + " " + "Aa " * (letters // 3)))

    assert grows_with_length(read_name, 10_000)
