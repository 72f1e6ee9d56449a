"""A motion that is rejected, where the programme itself is adopted."""

import pytest

from radslag.formats.understanding.extracting.case_parts.outcomes import outcome_in
from radslag.formats.understanding.source import Piece
from tests.formats.understanding.reading_text import source_of


def outcome(text: str) -> str | None:
    source = source_of(text)
    found = outcome_in(Piece(source, 0, len(source.text)))
    return str(found.outcome) if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Styrelsen antar strategin.\nEva Alms ändringsyrkande avslås.",
        "1. Avslagsyrkandet från Bo Ek avslås.\n2. Programmet antas.",
        "Kommunstyrelsen avslår Bo Eks yrkande om återremiss och antar programmet.",
        "Nämnden avslår motförslaget. Nämnden ställer sig bakom målbilden.",
        "Styrelsen godkänner programmet. Tilläggsförslaget om buss avslås.",
        "Yrkandet om återremiss avslås. Kommunstyrelsen fastställer strategin.",
        "Programmet antas. Reservanternas förslag till ändring av punkt 2 avslås.",
    ],
)
def test_the_programme_is_adopted(text: str) -> None:
    assert outcome(text) == "adopted"


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen avslår förslaget till gemensamt program.",
        "Programmet avslås. Bo Eks yrkande om bifall avslås.",
        "Kommunstyrelsen avstyrker programmet.",
        "Kommunstyrelsen bifaller Eva Alms yrkande om avslag och avslår programmet.",
    ],
)
def test_the_programme_is_rejected(text: str) -> None:
    assert outcome(text) == "rejected"


def test_a_motion_alone_says_nothing_of_the_programme() -> None:
    assert outcome("Eva Alms tilläggsyrkande avslås.") is None


def test_a_motion_to_refer_back_that_is_rejected_refers_nothing_back() -> None:
    text = "Yrkandet om att återremittera ärendet avslås. Programmet antas."
    assert outcome(text) == "adopted"
