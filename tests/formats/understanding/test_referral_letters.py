"""Referrals with a stamp in their head, and answers that came by mail."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import portion_of, source_of

REFERRAL = """
| SKOLINSPEKTIONEN | REMISS | {stamp} |
|---|---|---|
| | Datum: 2031-02-03 | |
| | Diarienummer: SI 2031:77 | |

Enligt sändlista

# Nya regler för fjärrundervisning

Ni ges härmed möjlighet att lämna synpunkter på rubricerat förslag.

## Så svarar ni

Yttrandet ska ha kommit in till myndigheten senast den 30 april 2031.

Frågor om remissen besvaras av en utredare.

### Sändlista

Region Dalarna; Mora kommun; Orsa kommun
"""
ANSWER = """
# Remissvar SI 2031:77, fjärrundervisning

Hej!

Här kommer vårt svar.

Med vänlig hälsning

Vidar Rosenmåne utbildningssamordnare

Skolsamverkan Ovanå, vidar.rosenmane@mora.example

YTTRANDE 22 april 2031 Dnr SO 2031-9 Till

Skolinspektionen

Nya regler för fjärrundervisning (er referens SI 2031:77)

Skolsamverkan Ovanå är ett samarbete mellan Mora, Orsa och Älvdalen. Vi fick remissen \
den 5 februari 2031. Sista dag för svar är den

30 april 2031.

Vi tillstyrker förslaget.

{taken}
"""


def read(text: str, kind: DocumentKind) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text.replace("\\\n", ""), kind), gathering)
    return gathering


def test_a_letter_that_asks_for_views_is_a_referral() -> None:
    text = REFERRAL.format(stamp="Inkom 2031-02-05 Dnr SO 2031-9")

    (part,) = recognise(source_of(text))

    assert part.kind is DocumentKind.REFERRAL


@pytest.mark.parametrize(
    "stamp", ["Inkom 2031-02-05 Dnr SO 2031-9", "ANKOM 2031-02-05 Diarienr SO 2031-9"]
)
def test_the_stamp_is_the_receivers_and_the_rest_the_senders(stamp: str) -> None:
    gathering = read(REFERRAL.format(stamp=stamp), DocumentKind.REFERRAL)

    (referral,) = gathering.of("referrals")
    assert referral["title"] == "Nya regler för fjärrundervisning"
    assert referral["register_number"] == "SI 2031:77"
    assert referral["received_on"] == date(2031, 2, 5)
    assert referral["due_on"] == date(2031, 4, 30)
    assert [p["name"] for p in gathering.of("outside_parties")] == ["Skolinspektionen"]
    (document,) = gathering.of("documents")
    assert document["dated_on"] == date(2031, 2, 3)
    assert document["register_number"] == "SI 2031:77"


def test_a_letter_in_a_mail_has_its_own_title_and_numbers() -> None:
    gathering = read(ANSWER.format(taken=""), DocumentKind.REFERRAL_RESPONSE)

    (referral,) = gathering.of("referrals")
    assert referral["title"] == "Nya regler för fjärrundervisning"
    assert referral["register_number"] == "SI 2031:77"
    assert referral["received_on"] == date(2031, 2, 5)
    assert referral["due_on"] == date(2031, 4, 30)
    (document,) = gathering.of("documents")
    assert document["register_number"] == "SO 2031-9"


def test_a_mail_without_a_letter_is_about_what_its_subject_says() -> None:
    text = ANSWER.split("YTTRANDE", maxsplit=1)[0] + "Vi tillstyrker förslaget.\n"

    gathering = read(text, DocumentKind.REFERRAL_RESPONSE)

    (referral,) = gathering.of("referrals")
    assert referral["title"] == "Fjärrundervisning"


def test_a_signature_gives_name_and_the_address_of_that_name() -> None:
    gathering = read(ANSWER.format(taken=""), DocumentKind.REFERRAL_RESPONSE)

    (person,) = gathering.of("people")
    assert person["name"] == "Vidar Rosenmåne"
    assert person["email"] == "vidar.rosenmane@mora.example"


@pytest.mark.parametrize(
    ("town", "taken"),
    [
        (
            "orsa",
            "Yttrandet har beslutats av Skolrådet den 20 april 2031, § 8. Orsa kommun "
            "har även lämnat ett eget yttrande den 12 april 2031.",
        ),
        (
            "alvdalen",
            "Skolrådet antog svaret den 20 april 2031. Älvdalen avgav sitt eget "
            "remissvar den 12 april 2031.",
        ),
    ],
)
def test_an_answer_tells_who_took_it_and_who_answers_alone(
    town: str, taken: str
) -> None:
    gathering = read(ANSWER.format(taken=taken), DocumentKind.REFERRAL_RESPONSE)

    answers = {
        r["municipality"]: r["answered_on"] for r in gathering.of("referral_responses")
    }
    assert answers == {None: date(2031, 4, 22), town: date(2031, 4, 12)}
    (meeting,) = gathering.of("meetings")
    body = gathering.get("bodies", meeting["body"])
    assert meeting["held_on"] == date(2031, 4, 20)
    assert body is not None
    assert body["name"] == "Skolrådet"


def test_an_own_answer_that_is_only_promised_is_none_yet() -> None:
    taken = "Orsa kommun har meddelat att den dessutom lämnar ett eget svar."

    gathering = read(ANSWER.format(taken=taken), DocumentKind.REFERRAL_RESPONSE)

    assert [r["municipality"] for r in gathering.of("referral_responses")] == [None]
