"""Terms read out of agreements' sentences, in the many ways they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.terms import read_term
from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.agreements import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.wording.numbers import number_of
from tests.formats.understanding.reading_text import portion_of
from tests.formats.understanding.terms_said import TERMS

OPENING = """Samverkansavtal för Mälarkanten

Avtal mellan Enköpings kommun, Håbo kommun och Strängnäs kommun.

§ 1 Tid

Avtalet gäller från och med den 1 juli 2021.

§ 2 {heading}

{text}
"""


def gathered(text: str, heading: str = "Övrigt") -> Gathering:
    gathering = Gathering()
    whole = OPENING.format(heading=heading, text=text)
    extract(portion_of(whole, DocumentKind.AGREEMENT), gathering)
    return gathering


def term(text: str, kind: str, heading: str = "Övrigt") -> Found | None:
    found = [f for f in gathered(text, heading).of("terms") if f["kind"] == kind]
    return found[0] if found else None


WITHDRAWALS = [
    ("Uppsägningstiden är tolv månader.", 12),
    ("Avtalet kan sägas upp med sex (6) månaders uppsägningstid.", 6),
    ("För avtalet gäller en ömsesidig uppsägningstid om 18 månader.", 18),
    (
        "Part som vill lämna samverkan ska säga upp avtalet senast 9 månader i förväg.",
        9,
    ),
    ("Avtalet löper tills vidare med ett års uppsägningstid.", 12),
    ("Avtalet löper tills vidare med en uppsägningstid av två år.", 24),
    ("Utträde kan ske efter uppsägning som görs minst tjugofyra månader före.", 24),
    ("Avtalet kan sägas upp med ett halvårs uppsägningstid.", 6),
]


@pytest.mark.parametrize(("text", "months"), WITHDRAWALS)
def test_withdrawal_months_are_read_in_words_and_figures(
    text: str, months: int
) -> None:
    found = term(text, "withdrawal")
    assert found is not None
    assert found["value"]["months"] == months
    assert found["paragraph"] == "2"


@given(months=st.integers(min_value=1, max_value=60), in_figures=st.booleans())
def test_withdrawal_months_are_read_as_they_are_written(
    months: int, in_figures: bool
) -> None:
    words = str(months) if in_figures else spelled(months)
    found = term(f"Uppsägningstiden är {words} månader.", "withdrawal")
    assert found is not None
    assert found["value"]["months"] == months


def spelled(number: int) -> str:
    return next(word for word in candidates() if number_of(word) == number)


def candidates() -> list[str]:
    ones = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
    teens = ["tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton"]
    teens += ["sjutton", "arton", "nitton"]
    tens = ["tjugo", "trettio", "fyrtio", "femtio", "sextio"]
    return ones + teens + [ten + one for ten in tens for one in ["", *ones]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Uppsägningstiden är 12 månader räknat från månadsskiftet efter "
            "uppsägningen.",
            {"counted_from": "next_month_turn"},
        ),
        (
            "Uppsägningstiden är 6 månader räknat från den dag då uppsägningen kom in.",
            {"counted_from": "day_received"},
        ),
        (
            "Uppsägningstiden är 6 månader. Uppsägning beslutas av "
            "kommunfullmäktige och "
            "lämnas till kansliet.",
            {"decided_by": "municipal_council", "received_by": "secretariat"},
        ),
        (
            "Uppsägning ska ske skriftligen och tillställas styrgruppens ordförande. "
            "Uppsägningstiden är ett år.",
            {"received_by": "committee_chair", "months": 12},
        ),
        (
            "Uppsägningstiden är ett år. Vid utträde återbetalas kommunens andel av "
            "kvarvarande medel.",
            {"refund": True},
        ),
    ],
)
def test_withdrawal_says_whose_hands_it_goes_through(text: str, said: dict) -> None:
    found = term(text, "withdrawal")
    assert found is not None
    assert said.items() <= found["value"].items()


def test_withdrawal_that_counts_otherwise_is_doubtful() -> None:
    found = term(
        "Uppsägningstiden är ett år räknat från nästa årsskifte.", "withdrawal"
    )
    assert found is not None
    assert "counted_from" not in found["value"]
    assert found.values["value"].certainty is Certainty.DOUBTFUL


@pytest.mark.parametrize(("kind", "text", "said"), TERMS)
def test_term_is_read_in_many_wordings(kind: str, text: str, said: dict) -> None:
    found = term(text, kind)
    assert found is not None
    assert said.items() <= found["value"].items(), found["value"]
    assert found.values["value"].quotes


@pytest.mark.parametrize(("kind", "text", "said"), TERMS)
def test_term_that_is_whole_can_be_read_by_the_rules(
    kind: str, text: str, said: dict
) -> None:
    found = term(text, kind)
    assert found is not None
    needed = {"initiative": 4, "due": 4, "dissolution": 2, "withdrawal": 4}
    partial = kind in needed and len(found["value"]) < needed[kind]
    if kind not in ("financing",) and not partial:
        read_term(kind, found["value"])


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("quorum", "Styrgruppen är beslutför när minst fem ledamöter är närvarande."),
        ("meetings", "Styrgruppen sammanträder högst sex gånger per år."),
        ("fee", "Kostnaden fördelas efter folkmängd."),
        ("fee", "Särskilda projekt får kosta högst 50 000 kr."),
        ("due", "Fakturan betalas inom 30 dagar."),
        ("remote", "Sammanträden får inte hållas på distans."),
        ("decision", "Ordföranden utser en sekreterare."),
        ("withdrawal", "Tvister avgörs inom sex månader."),
        ("adoption", "Programmet beslutas av styrgruppen."),
    ],
)
def test_what_is_not_said_is_not_read(kind: str, text: str) -> None:
    assert term(text, kind) is None


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("meetings", "Styrgruppen sammanträder fyra gånger per år."),
        ("quorum", "Styrgruppen är beslutför när hälften av ledamöterna är med."),
        ("decision", "Styrgruppen ska eftersträva konsensus i sina beslut."),
        (
            "duration",
            "Avtalet gäller till och med 2026-12-31 och förlängs sedan ett år i taget.",
        ),
        (
            "composition",
            "Styrgruppen består av två ledamöter från varje kommun, varav en är "
            "kommunstyrelsens ordförande.",
        ),
    ],
)
def test_what_is_said_by_halves_is_not_certain(kind: str, text: str) -> None:
    found = term(text, kind)
    assert found is not None
    value = found.values["value"]
    assert value.certainty is not Certainty.CERTAIN
    assert value.reason


@given(per_year=st.integers(min_value=2, max_value=24))
def test_meetings_a_year_are_read_as_written(per_year: int) -> None:
    found = term(f"Styrgruppen håller minst {per_year} möten per år.", "meetings")
    assert found is not None
    assert found["value"]["per_year"] == per_year


@given(day=st.dates())
def test_due_day_is_read_as_written(day) -> None:
    if (day.month, day.day) == (2, 29):
        return
    months = "januari februari mars april maj juni juli augusti september oktober"
    month = [*months.split(), "november", "december"][day.month - 1]
    found = term(f"Avgiften betalas senast den {day.day} {month}.", "due")
    assert found is not None
    assert (found["value"]["month"], found["value"]["day"]) == (day.month, day.day)


def test_two_or_more_members_can_have_an_extra_meeting() -> None:
    found = term(
        "Extra möte hålls när tre eller fler ledamöter begär det.", "extra_meeting"
    )
    assert found is not None
    assert found["value"]["members_needed"] == 3


def test_the_proposals_that_are_shown_are_those_of_the_sentence_before() -> None:
    found = term(
        "Styrgruppen fastställer varje år verksamhetsplan och budget. Förslagen ska "
        "redovisas för varje kommun innan styrgruppen beslutar.",
        "presentation",
    )
    assert found is not None
    assert found["value"]["subjects"] == ["annual_plan", "budget"]


def test_what_is_left_when_the_cooperation_ends_is_shared() -> None:
    text = "Tillgångar och skulder fördelas då efter kommunernas invånarantal."
    found = term(text, "dissolution", "När samarbetet avslutas")
    assert found is not None
    assert found["value"]["shared_by"] == "population"
