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


TERMS = [
    ("duration", "Avtalet gäller tills vidare.", {"runs": "until_further_notice"}),
    (
        "duration",
        "Avtalet löper t.o.m. den 31 december 2028.",
        {"runs": "until", "until": "2028-12-31"},
    ),
    (
        "duration",
        "Avtalstiden är 2021-07-01 – 2025-06-30.",
        {"runs": "until", "until": "2025-06-30"},
    ),
    (
        "composition",
        "Styrgruppen består av två ledamöter från varje kommun.",
        {"body": "committee", "seats_per_municipality": 2, "office": "member"},
    ),
    (
        "composition",
        "Varje kommun utser tre ledamöter och tre ersättare i samverkansnämnden.",
        {"body": "committee", "seats_per_municipality": 3, "office": "member"},
    ),
    (
        "composition",
        "Samverkansrådet utgörs av kommunstyrelsernas ordförande. Kommuncheferna "
        "adjungeras till rådets möten.",
        {
            "body": "committee",
            "seats_per_municipality": 1,
            "office": "board_chair",
            "attending": ["chief_executive"],
        },
    ),
    (
        "composition",
        "Ledningsgruppen består av kommundirektören i respektive kommun.",
        {
            "body": "management_group",
            "seats_per_municipality": 1,
            "office": "chief_executive",
        },
    ),
    (
        "officers",
        "Styrgruppen väljer inom sig ordförande och vice ordförande för två år... "
        "Valet gäller för en mandatperiod.",
        {"roles": ["chair", "vice_chair"], "elected_each": "term_of_office"},
    ),
    (
        "officers",
        "Kommittén utser årligen bland ledamöterna en ordförande.",
        {"roles": ["chair"], "elected_each": "year", "from": "members"},
    ),
    (
        "officers",
        "Ordförande och 1:e vice ordförande utses av nämnden för ett år i taget.",
        {"roles": ["chair", "vice_chair"], "elected_each": "year"},
    ),
    (
        "decision",
        "Styrgruppens beslut fattas i enighet.",
        {"body": "committee", "rule": "consensus"},
    ),
    (
        "decision",
        "Beslut i nämnden ska vara enhälliga.",
        {"rule": "unanimity"},
    ),
    (
        "decision",
        "Styrgruppen fattar beslut med enkel majoritet.",
        {"rule": "majority"},
    ),
    (
        "decision",
        "För beslut i styrgruppen krävs kvalificerad majoritet om tre fjärdedelar av "
        "samtliga ledamöter.",
        {"rule": "qualified_majority", "share": "3/4", "of": "all"},
    ),
    (
        "decision",
        "För beslut krävs att minst 2/3 av närvarande ledamöter röstar för förslaget.",
        {"rule": "qualified_majority", "share": "2/3"},
    ),
    (
        "quorum",
        "Styrgruppen är beslutsför när minst 2/3 av ledamöterna är närvarande.",
        {"boundary": "at_least", "share": "2/3"},
    ),
    (
        "quorum",
        "Rådet är beslutfört om fler än hälften av ledamöterna deltar.",
        {"boundary": "more_than", "share": "1/2"},
    ),
    (
        "quorum",
        "Nämnden är beslutsmässig när en majoritet av ledamöterna är närvarande.",
        {"boundary": "more_than", "share": "1/2"},
    ),
    (
        "quorum",
        "För att styrgruppen ska vara beslutför krävs att samtliga ledamöter deltar.",
        {"boundary": "at_least", "share": "1"},
    ),
    (
        "quorum",
        "Ledningsgruppen är beslutför när minst 75 procent av ledamöterna är med.",
        {"body": "management_group", "boundary": "at_least", "share": "3/4"},
    ),
    (
        "remote",
        "Styrgruppen får sammanträda digitalt eller per telefon.",
        {"means": ["telephone", "network"]},
    ),
    (
        "remote",
        "Ledamöter får delta i sammanträden på distans via videokonferens.",
        {"means": ["network"]},
    ),
    (
        "minutes",
        "Vid mötena förs protokoll som skickas till samtliga kommuner.",
        {"delivered_to": "each_municipality"},
    ),
    (
        "minutes",
        "Minnesanteckningar ska föras. Dessa distribueras till ledamöterna "
        "inom en vecka.",
        {"delivered_to": "each_member"},
    ),
    (
        "initiative",
        "Varje ledamot får väcka ärende i styrgruppen. Kansliet kallar till "
        "möte senast "
        "tio dagar före mötet. Ordföranden fastställer dagordningen.",
        {
            "raised_by": "any_member",
            "called_by": "secretariat",
            "agenda_decided_by": "chair",
            "notice_days": 10,
        },
    ),
    (
        "initiative",
        "Ordföranden kallar till styrgruppens möten minst två veckor innan.",
        {"called_by": "chair", "notice_days": 14},
    ),
    (
        "meetings",
        "Styrgruppen ska hålla minst fyra möten per år.",
        {"per_year": 4, "qualifier": "at_least"},
    ),
    (
        "meetings",
        "Nämnden sammanträder cirka 6 ggr/år och har en årlig planeringsdag.",
        {"per_year": 6, "qualifier": "about", "planning_conference": True},
    ),
    (
        "meetings",
        "Ledningsgruppen träffas åtminstone åtta gånger om året.",
        {"body": "management_group", "per_year": 8, "qualifier": "at_least"},
    ),
    (
        "meetings",
        "Styrgruppen möts minst två gånger per termin.",
        {"per_year": 4, "qualifier": "at_least"},
    ),
    (
        "extra_meeting",
        "Extra möte hålls om minst tre ledamöter begär det.",
        {"members_needed": 3, "chair_may_call": False},
    ),
    (
        "extra_meeting",
        "Ordföranden kan kalla till extra sammanträde, liksom då en kommun begär det.",
        {"members_needed": 1},
    ),
    (
        "presentation",
        "Innan budget och verksamhetsplan fastställs ska de presenteras för "
        "kommunerna.",
        {"subjects": ["annual_plan", "budget"]},
    ),
    (
        "secretariat",
        "Håbo kommun är värdkommun och håller samverkan med ett kansli om två "
        "heltidstjänster. Kostnaden ersätts till självkostnad.",
        {"host": "habo", "full_time_officials": 2, "paid_at": "cost_price"},
    ),
    (
        "financing",
        "Gemensamma projekt finansieras ur den gemensamma budgeten. Insatser "
        "som enbart "
        "rör vissa kommuner bekostas av de berörda kommunerna.",
        {"common": "budget", "only_some": "concerned"},
    ),
    (
        "special_project",
        "Särskilda projekt utanför budgeten delas lika mellan kommunerna.",
        {"shared_by": "equal"},
    ),
    (
        "fee",
        "Kommunerna betalar en avgift om tre kronor per invånare och år.",
        {"rule": "per_resident", "rate_sek": "3"},
    ),
    (
        "fee",
        "Avgiften är 2,50 kr/invånare beräknat på invånarantalet den 1 november "
        "föregående år.",
        {"rule": "per_resident", "rate_sek": "2.50", "population_day": "11-01"},
    ),
    (
        "fee",
        "Den årliga avgiften är sammanlagt 1 200 000 kr och fördelas efter folkmängd.",
        {"rule": "shared_total", "total_sek": "1200000", "shared_by": "population"},
    ),
    (
        "fee",
        "Kostnaden, totalt 500 tkr per år, fördelas med 50 % på Enköping, 30 % på Håbo "
        "och 20 % på Strängnäs.",
        {
            "rule": "shared_total",
            "total_sek": "500000",
            "shares": {"enkoping": "1/2", "habo": "3/10", "strangnas": "1/5"},
        },
    ),
    (
        "fee",
        "Den totala avgiften för 2021 är 700 000 kr och fördelas efter "
        "invånarantalet den "
        "31 december 2020. Avgiften räknas därefter om varje år med samma procentsats "
        "som kommunens invånarantal har förändrats.",
        {
            "rule": "indexed",
            "first_year": 2021,
            "first_total_sek": "700000",
            "first_population_on": "2020-12-31",
        },
    ),
    (
        "due",
        "Avgiften förfaller till betalning den 31 mars efter faktura från Håbo kommun.",
        {"of": "fee", "month": 3, "day": 31, "invoiced_by": "habo"},
    ),
    (
        "due",
        "Avgiften ska betalas senast den 15 februari.",
        {"month": 2, "day": 15},
    ),
    (
        "dissolution",
        "Samverkan kan upplösas genom beslut av kommunfullmäktige i samtliga kommuner. "
        "Vid upplösning fördelas tillgångar och skulder lika mellan kommunerna.",
        {"decided_by": "municipal_council", "shared_by": "equal"},
    ),
    (
        "adoption",
        "Utvecklingsprogrammet ska antas av respektive kommuns fullmäktige.",
        {"subject": "programme", "by": "each_council"},
    ),
    (
        "adoption",
        "Programmet ska beslutas i varje kommunstyrelse för att gälla.",
        {"subject": "programme", "by": "each_board"},
    ),
]


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
