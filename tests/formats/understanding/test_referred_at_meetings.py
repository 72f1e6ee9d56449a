"""Referrals that an item of a meeting tells of, by what they themselves are called."""

import pytest

from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.minutes_read import gathered

NOTES = """Protokoll styrgruppen

Datum: 2024-03-05

1. Öppnande

Välkomna.

2. Yttrande över vägplan för väg 9

{told} Kansliet har skrivit ett svar.

3. Avslut

Tack.
"""


def referral(told: str) -> Found:
    gathering: Gathering = gathered(NOTES.format(told=told))
    (found,) = gathering.of("referrals")
    return found


def test_what_was_sent_out_under_its_own_name_is_called_so() -> None:
    found = referral(
        "Trafikverket har sänt Vägplan 9, Sala–Heby (TRV 2024/17) på remiss med svar"
        " senast den 24 april 2024."
    )

    assert found["title"] == "Vägplan 9, Sala–Heby"
    assert found["register_number"] == "TRV 2024/17"


@pytest.mark.parametrize(
    "told",
    [
        "Trafikverket har sänt ut förslaget på remiss.",
        "Trafikverket har sänt ut sin plan på remiss.",
    ],
)
def test_what_has_no_name_of_its_own_is_called_as_the_item(told: str) -> None:
    assert referral(told)["title"] == "Vägplan för väg 9"
