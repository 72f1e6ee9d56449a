"""A meeting known only from its minutes, which a later meeting goes through."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.model import Found
from tests.formats.understanding.minutes_read import gathered

HEAD = "Anteckningar nätverket för personalchefer\n\nDatum: 2025-02-12\n\n"


def earlier(title: str, told: str) -> list[Found]:
    text = f"{HEAD}1. {title}\n\n{told}\n\n2. Läget\n\nGott.\n\n3. Avslut\n\nTack.\n"
    meetings = gathered(text).of("meetings")
    return [each for each in meetings if each["held_on"] < date(2025, 2, 12)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "Föregående mötes anteckningar",
            "Anteckningarna från den 5 december 2024 lades till handlingarna.",
        ),
        ("Sedan sist", "Protokollet från 2024-12-05 gicks igenom."),
        ("Föregående protokoll (2024-12-05)", "Inget att anmärka."),
        (
            "Sedan sist",
            "Minnesanteckningar från förra mötet den 5 december godkändes.",
        ),
    ],
)
def test_the_minutes_that_are_gone_through_tell_of_their_meeting(
    title: str, told: str
) -> None:
    (meeting,) = earlier(title, told)
    assert meeting["held_on"] == date(2024, 12, 5)
    assert meeting["body"] == "natverket-for-personalchefer"
    assert meeting["status"] == "held"
    assert meeting.certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "told",
    [
        "Protokollet från ledningsgruppens möte den 5 december 2024 gicks igenom.",
        "Anteckningarna från den 5 december 2019 gicks igenom.",
        "Enkäten från den 5 december 2024 gicks igenom.",
        "Protokollet från den 5 december 2024 saknas.",
    ],
)
def test_other_papers_and_other_bodies_tell_of_no_own_meeting(told: str) -> None:
    assert earlier("Sedan sist", told) == []
