"""Referrals and responses: who asks, by when, and who answers what."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting.referrals import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

REFERRAL = """Region Sörmland
Datum 2023-02-01
Diarienummer RUN 2022-0123

Remiss av förslag till regional transportplan 2026–2037

Till kommunerna i länet

Regionen översänder härmed förslaget. Svar önskas senast den 15 juni 2023.
"""

JOINT = """Mälarkantens kansli
Datum: 2023-05-30
Vårt dnr: MK 2023-14
Ert dnr: RUN 2022-0123

Region Sörmland

Remissvar över förslag till regional transportplan 2026–2037

Mälarkanten har fått möjlighet att yttra sig. Kommunerna saknar spårutbyggnad.

Kommunerna vill särskilt lyfta pendlingen.

Med vänlig hälsning

Karin Almqvist
Ordförande
"""

ALONE = """Håbo kommun

Yttrande

Trafikverkets förslag till nationell plan 2026–2037

Håbo kommun har av Trafikverket beretts tillfälle att yttra sig.

Håbo den 3 maj 2024

Per Lodin
"""


def gathered(*papers: tuple[str, DocumentKind]) -> Gathering:
    gathering = Gathering()
    for number, (text, kind) in enumerate(papers):
        extract(portion_of(text, kind, key=f"text-{number}"), gathering)
    return gathering


def test_referral_says_who_asks_and_by_when() -> None:
    gathering = gathered((REFERRAL, DocumentKind.REFERRAL))
    (referral,) = gathering.of("referrals")
    assert referral["title"] == "Förslag till regional transportplan 2026–2037"
    assert referral["outside_party"] == "region-sormland"
    assert referral["register_number"] == "RUN 2022-0123"
    assert referral["due_on"] == date(2023, 6, 15)
    assert "received_on" not in referral.values


def test_day_when_it_came_is_read_where_it_is_said() -> None:
    text = REFERRAL.replace("Datum 2023-02-01", "Datum 2023-02-01\nInkom 2023-02-03")
    (referral,) = gathered((text, DocumentKind.REFERRAL)).of("referrals")
    assert referral["received_on"] == date(2023, 2, 3)


def test_joint_response_is_to_the_same_referral() -> None:
    gathering = gathered(
        (REFERRAL, DocumentKind.REFERRAL), (JOINT, DocumentKind.REFERRAL_RESPONSE)
    )
    (referral,) = gathering.of("referrals")
    (response,) = gathering.of("referral_responses")
    assert response["referral"] == referral.key
    assert "municipality" not in response.values
    assert response["answered_on"] == date(2023, 5, 30)
    assert response["text"].startswith("Mälarkanten har fått")
    assert response["text"].endswith("lyfta pendlingen.")
    assert gathering.contradictions == []


def test_response_of_one_municipality_says_whose_it_is() -> None:
    gathering = gathered((ALONE, DocumentKind.REFERRAL_RESPONSE))
    (response,) = gathering.of("referral_responses")
    (referral,) = gathering.of("referrals")
    assert response["municipality"] == "habo"
    assert response["answered_on"] == date(2024, 5, 3)
    assert referral["outside_party"] == "trafikverket"


@pytest.mark.parametrize(
    "title",
    [
        "Yttrande över förslag till regional transportplan 2026–2037",
        "Svar på remiss av förslag till regional transportplan 2026–2037",
        "Mälarkantens remissyttrande: Regional transportplan 2026–2037",
        "Samråd om regional transportplan 2026–2037",
    ],
)
def test_a_referral_is_one_however_it_is_answered(title: str) -> None:
    answer = JOINT.replace(
        "Remissvar över förslag till regional transportplan 2026–2037", title
    ).replace("Ert dnr: RUN 2022-0123\n", "")
    gathering = gathered(
        (REFERRAL, DocumentKind.REFERRAL), (answer, DocumentKind.REFERRAL_RESPONSE)
    )
    assert len(gathering.of("referrals")) == 1


def test_a_paper_without_a_title_gives_nothing() -> None:
    gathering = gathered(("Hej.", DocumentKind.REFERRAL))
    assert gathering.of("referrals") == []
