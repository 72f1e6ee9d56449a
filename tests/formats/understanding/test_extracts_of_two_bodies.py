"""An extract with the board's decision first and its committee's proposal after it."""

from datetime import date

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.gathered import column, gathered

EXTRACT = """Sala kommun

Protokollsutdrag

Kommunstyrelsen §§ 118–131

Tid: 2026-09-15, kl. 13.15–16.40

# § 124

# Samverkansprogram för Ådalen 2027–2030

Diarienummer: KS 2026/402

## Beslut

Kommunstyrelsen beslutar

1. Samverkansprogram för Ådalen 2027–2030 antas.
2. Direktören redovisar arbetet i mars varje år.

## Reservation

Bo Lind (M) och Eva Alm (M) reserverar sig till förmån för Bo Linds ändringsförslag.

## Sammanfattning

Ådalens samverkansnämnd enades den 12 juni 2026 om ett nytt program. Visionen är en dal
där alla får plats. I Falköping antogs programmet redan i augusti.

Kommunstyrelsens arbetsutskott §§ 80–95

# § 88

# Samverkansprogram för Ådalen 2027–2030

## Beslut

Arbetsutskottet föreslår kommunstyrelsen besluta

1. Samverkansprogram för Ådalen 2027–2030 antas.
"""


def read() -> Gathering:
    subjects = ("extracts", "told_programmes")
    return gathered(EXTRACT, *subjects, kind=DocumentKind.MINUTES_EXTRACT)


def test_the_boards_own_decision_is_the_outcome() -> None:
    gathering = read()

    assert column(gathering, "adoptions", "outcome") == ["adopted", "adopted"]
    assert column(gathering, "adoptions", "board") == ["ks-sala", "ks-falkoping"]


def test_the_items_of_the_whole_meeting_are_not_its_paragraph() -> None:
    assert column(read(), "adoptions", "paragraph")[0] == "§ 124"


def test_whose_proposal_it_was_is_no_dissenter() -> None:
    assert column(read(), "dissents", "dissenter") == ["Bo Lind (M)", "Eva Alm (M)"]


def test_what_they_agreed_on_was_decided() -> None:
    assert column(read(), "programmes", "decided_on") == [date(2026, 6, 12)]


def test_a_vision_told_in_a_sentence_is_probable() -> None:
    (vision,) = read().of("goals")

    assert vision["level"] == "vision"
    assert vision.values["level"].certainty is Certainty.PROBABLE
