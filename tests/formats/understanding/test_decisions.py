"""Decisions, their outcomes and votes; what only looks like one decides nothing."""

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.minutes_read import (
    BEGINNING,
    gathered,
)


def decided(words: str) -> Gathering:
    return gathered(BEGINNING + f"1. Fråga\n\n{words}\n\n2. Avslut\n\nTack.\n")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Frågan bordlades på grund av tidsbrist.", "postponed"),
        ("Ärendet skjuts upp till hösten.", "postponed"),
        ("Frågan tas upp igen på nästa möte.", "postponed"),
        ("Ärendet återremitteras till kansliet.", "referred_back"),
        ("Rapporten lades till handlingarna.", "placed_on_file"),
        ("Informationen noterades.", "noted"),
        ("Informationen antecknas till protokollet.", "noted"),
        ("Förslaget avslås.", "rejected"),
        ("Styrgruppen beslutar att bygga en bro.", "decided"),
        ("Gruppen enades om en gemensam lista.", "decided"),
        ("Beslutades att avsluta arbetet.", "decided"),
        ("Kansliet fick i uppdrag att skriva svaret.", "decided"),
    ],
)
def test_a_sentence_that_decides_is_a_probable_decision(
    words: str, outcome: str
) -> None:
    decision = decided(words).of("decisions")[0]

    assert decision["outcome"] == outcome
    assert decision.values["outcome"].certainty is Certainty.PROBABLE
    assert decision.values["wording"].quotes[0].words == words


@pytest.mark.parametrize(
    "words",
    [
        "Kommunstyrelsen i Nora har beslutat att pausa arbetet.",
        "Regeringen beslutade om nya bidrag.",
        "Frågan ska beslutas av fullmäktige i höst.",
        "Flera frågor kommer tas upp på nästa möte.",
        "Anna Ek yrkar att förslaget avslås.",
        "När styrgruppen har beslutat skickas remissen.",
        "Anna Ek berättade om läget.",
    ],
)
def test_what_is_said_of_other_times_and_bodies_decides_nothing(words: str) -> None:
    assert decided(words).of("decisions") == []


DECISIONS = {
    "a heading": "Beslut\n\nStyrgruppen beslutar att anta planen.",
    "a label": "Beslut: Styrgruppen beslutar att anta planen.",
    "the body's": "Styrgruppens beslut\n\nStyrgruppen beslutar att anta planen.",
}


@pytest.mark.parametrize("words", DECISIONS.values(), ids=DECISIONS.keys())
def test_a_decision_under_its_heading_is_certain(words: str) -> None:
    gathering = decided(f"Vi talade om planen.\n\n{words}")

    decision = gathering.of("decisions")[0]
    assert decision["wording"] == "Styrgruppen beslutar att anta planen."
    assert decision.values["outcome"].certainty is Certainty.CERTAIN
    assert gathering.of("agenda_items")[0]["text"] == "Vi talade om planen."
    assert gathering.of("agenda_items")[0]["kind"] == "decision"


@pytest.mark.parametrize(
    "words",
    [
        "Styrgruppen beslutar\natt anta planen,\natt ge kansliet i uppdrag att "
        "trycka den.",
        "Styrgruppen beslutar att anta planen, och att ge kansliet i uppdrag att "
        "trycka den.",
        "Styrgruppen beslutar\n\n- att anta planen\n- att ge kansliet i uppdrag att "
        "trycka den",
        "Styrgruppen beslutar dels att anta planen, dels att ge kansliet i uppdrag att "
        "trycka den.",
    ],
)
def test_each_att_is_a_decision_of_its_own(words: str) -> None:
    found = decided(f"Beslut\n\n{words}").of("decisions")

    assert [(d["position"], d["wording"].rstrip(".")) for d in found] == [
        (1, "att anta planen"),
        (2, "att ge kansliet i uppdrag att trycka den"),
    ]


def test_what_others_are_asked_to_do_is_one_decision() -> None:
    words = "Styrgruppen föreslår kommunerna att anta planen och att betala."
    found = decided(f"Beslut\n\nBeslutades att {words}").of("decisions")

    assert len(found) == 1


def test_proposals_and_pleas_are_no_decisions_but_text() -> None:
    gathering = decided(
        "Förslag till beslut\n\natt anta planen\n\nYrkanden\n\nBo Lind yrkar avslag."
    )

    assert gathering.of("decisions") == []
    assert "att anta planen" in gathering.of("agenda_items")[0]["text"]


@pytest.mark.parametrize(
    ("words", "votes"),
    [
        ("Förslaget antogs med 7 röster mot 1.", (7, 1)),
        (
            "Med 5 röster för kansliets förslag mot 3 röster för avslag beslutades så.",
            (5, 3),
        ),
        ("Förslaget antogs med sju röster mot två.", (7, 2)),
        ("Beslutades så med 4 ja-röster och 2 nej-röster.", (4, 2)),
        ("Beslutades så. Ja: 6 Nej: 3", (6, 3)),
        ("Fyra ledamöter röstar ja och en röstar nej.", (4, 1)),
    ],
)
def test_votes_are_counted(words: str, votes: tuple[int, int]) -> None:
    decision = decided(f"Beslut\n\n{words}").of("decisions")[0]

    assert (decision["votes_for"], decision["votes_against"]) == votes


def test_how_it_was_voted_is_no_decision_of_its_own() -> None:
    gathering = decided(
        "Förslag till beslut\n\nKansliet föreslår att planen antas.\n\nVotering\n\n"
        "Med 4 röster mot 1 beslutar nämnden enligt förslaget.\n\n"
        "Nämnden beslutar att anta planen, samt att trycka den."
    )

    assert [d["wording"] for d in gathering.of("decisions")] == [
        "att anta planen",
        "att trycka den.",
    ]
    assert gathering.of("decisions")[0]["votes_for"] == 4


def test_votes_with_the_fewer_first_are_doubtful() -> None:
    decision = decided("Beslut\n\nBeslutades så med 2 röster mot 5.").of("decisions")[0]

    assert decision.values["votes_for"].certainty is Certainty.DOUBTFUL


def test_votes_and_consensus_before_the_first_att_are_of_what_follows() -> None:
    voted = decided(
        "Nämnden beslutar efter votering med 4 röster mot 1 att anta planen, samt\n"
        "att trycka den."
    )
    agreed = decided(
        "Nämnden beslutar enhälligt\n\n- att anta planen\n- att trycka den"
    )

    assert [d["votes_for"] for d in voted.of("decisions")] == [4, None]
    assert [d["has_consensus"] for d in agreed.of("decisions")] == [True, True]


def test_consensus_is_said_only_where_it_is_written() -> None:
    agreed = decided("Beslut\n\nStyrgruppen beslutar enhälligt att anta planen.")
    silent = decided("Beslut\n\nStyrgruppen beslutar att anta planen.")

    assert agreed.of("decisions")[0]["has_consensus"] is True
    assert silent.of("decisions")[0]["has_consensus"] is None


@pytest.mark.parametrize(
    "words",
    [
        "Bo Lind (M) reserverar sig mot beslutet.",
        "Reservation\n\nBo Lind (M) reserverar sig mot beslutet.",
        "Mot beslutet reserverar sig Bo Lind (M).",
        "Reservation: Bo Lind",
        "Reservation av Bo Lind (M)",
    ],
)
def test_dissents_name_who_dissents(words: str) -> None:
    gathering = decided(f"Beslut\n\nBeslutades att anta planen.\n\n{words}")

    assert [d["dissenter"] for d in gathering.of("dissents")] == ["Bo Lind"]
    assert gathering.of("dissents")[0]["decision"] == gathering.of("decisions")[0].key


def test_who_reserves_in_the_paragraph_of_a_decision_leaves_the_decision() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n1. Öppnande\n\nVälkomna.\n\n"
        "2. Ny väg\n\nStyrgruppen beslutar att bygga vägen. Bo Ek (S) reserverar "
        "sig.\n\n"
        "3. Sist\n\nHej.\n"
    )
    (decision,) = gathering.of("decisions")
    assert decision["wording"] == "Styrgruppen beslutar att bygga vägen."
    assert [d["dissenter"] for d in gathering.of("dissents")] == ["Bo Ek"]


def test_a_word_that_ends_as_a_conjunction_is_whole() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n"
        "| Nr | Ärende | Beslut |\n|---|---|---|\n"
        "| 1 | Arkiv | Avropet görs gemensamt |\n"
        "| 2 | Bad | Badet tas upp igen i mars |\n"
    )
    first, second = gathering.of("decisions")
    assert first["wording"] == "Avropet görs gemensamt"
    assert second["outcome"] == "postponed"


def test_a_paragraph_may_end_by_leading_to_the_decision() -> None:
    gathering = gathered(
        "Protokoll styrgruppen\n\nDatum: 2024-03-05\n\n1. Öppnande\n\nVälkomna.\n\n"
        "2. Ny väg\n\nBo berättade om läget. Styrgruppen beslutade:\n\n"
        "- att bygga vägen\n- att Mora leder arbetet\n\n3. Sist\n\nHej.\n"
    )
    wordings = [d["wording"] for d in gathering.of("decisions")]
    assert wordings == ["att bygga vägen", "att Mora leder arbetet"]
    assert gathering.of("agenda_items")[1]["text"] == "Bo berättade om läget."


def test_a_group_that_was_agreed_has_decided() -> None:
    gathering = gathered(
        "Anteckningar styrgruppen\n\nDatum: 2024-03-05\n\n1. Öppnande\n\nVälkomna.\n\n"
        "2. Ny väg\n\nGruppen var enig om att bygga vägen.\n\n3. Sist\n\nHej.\n"
    )
    (decision,) = gathering.of("decisions")
    assert decision["outcome"] == "decided"
    assert decision.values["outcome"].certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "who",
    [
        "Samtliga ledamöter från (C)",
        "Ledamöterna för Centerpartiet",
        "Centerpartiet",
        "KD-gruppen",
    ],
)
def test_a_party_may_dissent_as_one(who: str) -> None:
    for words in (
        f"Styrgruppen beslutar att bygga en bro. {who} reserverar sig mot beslutet.",
        f"Beslut\n\nStyrgruppen beslutar att bygga en bro.\n\nReservation\n\n"
        f"{who} reserverar sig till förmån för eget förslag.",
    ):
        (dissent,) = decided(words).of("dissents")
        assert dissent["dissenter"] == who


def test_a_party_that_only_speaks_does_not_dissent() -> None:
    words = "Styrgruppen beslutar att bygga en bro. Centerpartiet lämnar en fråga."
    assert decided(words).of("dissents") == []
