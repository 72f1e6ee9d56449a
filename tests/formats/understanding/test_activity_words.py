"""Who answers for an activity, and what it costs, as plans write it."""

from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from tests.formats.understanding.reading_plans import (
    TABLE,
    activity,
    answering,
    gathered,
    read_into,
    said,
    table,
)
from tests.formats.understanding.reading_text import portion_of


def test_who_answers_is_bodies_municipalities_or_the_secretariat_by_its_name() -> None:
    gathering = gathered(TABLE)

    assert answering(gathering, "Läxhjälp på nätet") == ["skolchefsnatverket"]
    assert answering(gathering, "Mässa för yrken") == ["koping", "arboga"]
    assert answering(gathering, "Lärlingskampanj") == ["kansliet"]
    own = next(
        r
        for r in gathering.of("activity_responsibilities")
        if r["activity"] == "2025-larlingskampanj"
    )
    assert said(own, "body").certainty is Certainty.PROBABLE
    assert "kansliet" in said(own, "body").reason
    assert (
        activity(gathering, "Lärlingskampanj")["responsible_as_written"] == "Åsbygden"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Köping och Arboga", ["koping", "arboga"]),
        ("Köping (sammankallande), Arboga", ["koping", "arboga"]),
        ("Köpings kommun", ["koping"]),
        ("Åsbygden + Skolchefsnätverket", ["kansliet", "skolchefsnatverket"]),
        ("Nätverket för klimat och energi", ["natverket-for-klimat-och-energi"]),
        ("Tekniska chefer", ["tekniska-chefer"]),
        ("Trafikgruppen m.fl.", ["trafikgruppen"]),
        ("Alla som vill", []),
        ("Anna", []),
    ],
)
def test_words_for_who_answers_are_understood_or_left(
    written: str, expected: list[str]
) -> None:
    text = table(["Aktivitet", "Ansvarig"], ["Möte i Åsbygden", written])
    text = text.replace("2025\n", "2025 för Åsbygden\n", 1)
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    assert answering(gathering, "Möte i Åsbygden") == expected
    assert activity(gathering, "Möte i Åsbygden")["responsible_as_written"] == written


def test_all_municipalities_are_the_members_that_are_known() -> None:
    gathering = Gathering()
    for key in ("arboga", "koping"):
        gathering.add("memberships", key, {"municipality": Value(key)})
    text = table(["Aktivitet", "Vem"], ["Möte", "Samtliga kommuner"])
    read_into(gathering, portion_of(text, DocumentKind.ACTION_PLAN))

    assert answering(gathering, "Möte") == ["arboga", "koping"]
    certainties = {
        said(r, "municipality").certainty
        for r in gathering.of("activity_responsibilities")
    }
    assert certainties == {Certainty.PROBABLE}


@pytest.mark.parametrize(
    ("written", "amount", "certainty"),
    [
        ("ca 60 tkr", Decimal(60_000), Certainty.CERTAIN),
        ("1,2 mnkr", Decimal(1_200_000), Certainty.CERTAIN),
        ("250 000", Decimal(250_000), Certainty.PROBABLE),
        ("500 00 kr", None, Certainty.DOUBTFUL),
        ("50 000 kr eller 70 000 kr", None, Certainty.PROBABLE),
        ("ingår i budgeten", None, Certainty.CERTAIN),
    ],
)
def test_a_cost_is_a_sum_only_where_the_words_are_one(
    written: str, amount: Decimal | None, certainty: Certainty
) -> None:
    text = table(["Aktivitet", "Vem", "Kostnad"], ["Mässa", "Köping", written])
    found = activity(gathered(text, DocumentKind.ACTION_PLAN), "Mässa")

    assert found["cost_as_written"] == written
    assert found["cost_sek"] == amount
    column = "cost_sek" if amount else "cost_as_written"
    assert said(found, column).certainty is certainty


def test_a_cost_in_the_comment_is_found_and_doubted_where_it_is_misspelt() -> None:
    text = table(
        ["Aktivitet", "Kommentar"],
        ["Underlag", "Konsult anlitas. Uppskattad kostnad ca 500 00 kr. Mer följer."],
        ["Film", "Beräknad kostnad: 40 000 kr."],
    )
    gathering = gathered(text, DocumentKind.ACTION_PLAN)

    study = activity(gathering, "Underlag")
    assert study["cost_as_written"] == "ca 500 00 kr"
    assert study["cost_sek"] is None
    assert said(study, "cost_as_written").certainty is Certainty.DOUBTFUL
    film = activity(gathering, "Film")
    assert film["cost_sek"] == Decimal(40_000)
    assert said(film, "cost_sek").certainty is Certainty.PROBABLE
