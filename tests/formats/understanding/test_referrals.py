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


@pytest.mark.parametrize(
    ("text", "received", "due"),
    [
        (
            "Remissen kom till kansliet den 2 juni 2025 och ska besvaras senast den "
            "30 september 2025.",
            date(2025, 6, 2),
            date(2025, 9, 30),
        ),
        (
            "Åtgärderna ska vara genomförda senast den 31 december 2030.",
            None,
            None,
        ),
    ],
)
def test_an_answer_tells_when_it_was_asked_for(
    text: str, received: date | None, due: date | None
) -> None:
    title = "Yttrande över förslag till transportplan"
    answer = f"{title}\n\nRegion Skåne\n\n2025-09-11\n\n{text}\n"
    gathering = gathered((answer, DocumentKind.REFERRAL_RESPONSE))
    (referral,) = gathering.of("referrals")
    assert (referral["received_on"], referral["due_on"]) == (received, due)


def test_a_day_until_which_answers_may_come_is_no_day_of_receiving() -> None:
    letter = (
        "Remiss\n\nRemissdatum\n2026-05-18\n\nFörslag till gemensamt program\n\n"
        "Svaret ska ha kommit till kansliet senast den 30 september 2026.\n"
    )
    (referral,) = gathered((letter, DocumentKind.REFERRAL)).of("referrals")
    assert referral["title"] == "Förslag till gemensamt program"
    assert referral["received_on"] is None
    assert referral["due_on"] == date(2026, 9, 30)


def received_in(told: str) -> date | None:
    answer = f"Yttrande över förslag till vattenplan\n\nRegion Skåne\n\n{told}\n"
    gathering = gathered((answer, DocumentKind.REFERRAL_RESPONSE))
    return gathering.of("referrals")[0]["received_on"]


@pytest.mark.parametrize(
    "told",
    [
        "Förbundet har den 4 april 2024 tagit emot rubricerad remiss.",
        "Den 4 april 2024 mottog nämnden regionens remiss om vattenplanen.",
        "Remissen inkom den 4 april 2024.",
        "Remissen mottogs den 4 april 2024 och har beretts av kommunerna.",
    ],
)
def test_the_day_of_receiving_stands_before_or_after_the_verb(told: str) -> None:
    assert received_in(told) == date(2024, 4, 4)


@pytest.mark.parametrize(
    "told",
    [
        "Svar på remissen ska ha inkommit till regionen den 4 april 2024.",
        "Yttrandet ska ha inkommit senast den 4 april 2024.",
        "Den 4 april 2024 fick förbundet en ny ordförande.",
    ],
)
def test_what_is_to_come_in_has_not_been_received(told: str) -> None:
    assert received_in(told) is None


def test_who_lends_the_address_is_not_the_sender() -> None:
    answer = (
        "Samverkan Nedre Ån\nc/o Håbo kommun\n746 80 Bålsta\n\n"
        "Yttrande över förslag till vattenplan\n\nRegion Skåne\n\nVi tillstyrker.\n\n"
        "För Samverkan Nedre Ån\n\nPer Lodin\n\nSamverkan Nedre Ån, c/o Håbo kommun\n"
    )
    gathering = gathered((answer, DocumentKind.REFERRAL_RESPONSE))
    (response,) = gathering.of("referral_responses")
    assert "municipality" not in response.values
    assert response["text"] == "Vi tillstyrker."


def test_the_number_beside_the_referral_in_the_text_is_theirs() -> None:
    answer = (
        "Samverkan Nedre Ån\nDnr SNÅ 2024/7\n\n"
        "Yttrande över förslag till vattenplan\n\n"
        "Havs- och vattenmyndigheten\n\n"
        "Vi har tagit del av remissen (HAV-03318-24) och tillstyrker.\n"
    )
    gathering = gathered((answer, DocumentKind.REFERRAL_RESPONSE))
    assert gathering.of("referrals")[0]["register_number"] == "HAV-03318-24"
    assert gathering.of("documents")[0]["register_number"] == "SNÅ 2024/7"
