"""The day that a referral came in, where its year stands elsewhere."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.referrals import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

ANSWER = """Till Region Dalarna
Er beteckning: RD 2028/11

Yttrande över förslag till cykelplan 2029-2033

{told}

Vi tillstyrker förslaget.
"""


def received(told: str) -> tuple[object, object]:
    gathering = Gathering()
    text = ANSWER.format(told=told)
    extract(portion_of(text, DocumentKind.REFERRAL_RESPONSE), gathering)
    (found,) = gathering.of("referrals")
    value = found.values.get("received_on")
    return (value.value, value.certainty) if value else (None, None)


@pytest.mark.parametrize(
    "told",
    [
        "Remissen kom in den 4 april. Svarstiden går ut den 9 juni 2028.",
        "Förslaget inkom 4 april och ska besvaras senast den 9 juni 2028.",
        "Remissen mottogs den 4 april. Sista svarsdag är 2028-06-09.",
        "Rådet fick remissen den 4 april. Svar ska lämnas senast 9 juni 2028.",
        "Remissen nådde oss den 4 april, och svarstiden är till den 9 juni 2028.",
    ],
)
def test_the_year_is_that_of_the_day_to_answer(told: str) -> None:
    assert received(told) == (date(2028, 4, 4), Certainty.PROBABLE)


def test_a_day_in_the_next_sentence_is_not_the_day_it_came() -> None:
    told = "Remissen kom in under våren. Svarstiden går ut den 9 juni 2028."
    assert received(told) == (None, None)


def test_a_day_late_in_the_year_before_the_answer_is_of_that_year() -> None:
    told = "Remissen kom in den 2 december. Svarstiden går ut den 9 februari 2028."
    assert received(told) == (date(2027, 12, 2), Certainty.PROBABLE)


def test_a_written_year_is_certain() -> None:
    told = "Remissen kom in den 4 april 2028."
    assert received(told) == (date(2028, 4, 4), Certainty.CERTAIN)
