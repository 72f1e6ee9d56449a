"""Extracts from minutes: outcome, board, days, voices and recipients."""

from datetime import date
from pathlib import Path

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.extracts import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from tests.formats.understanding.reading_text import portion_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"

BOARD = """Strängnäs kommun
Kommunstyrelsen

Protokollsutdrag
Sammanträdesdatum 2022-10-26

§ 187

Mälarkantens utvecklingsprogram 2030
Dnr KS/2022:415-019

Kommunstyrelsens beslut
{decision}

Reservation
Eva Nordqvist (M) och Lars Hedman (KD) reserverar sig mot beslutet.

Särskilt yttrande
Petra Lindvall (V) lämnar ett särskilt yttrande.

Beslutet skickas till
Enköpings kommun
Håbo kommun
Mälarkantens kansli

Justerat 2022-11-01
Anslaget 2022-11-02
"""

UNNAMED = """Dnr KS 2023/88

§ 14 Norrskogens utvecklingsprogram 2040

Sammanfattning

Programmet gäller för Norrskogen.

Arbetsutskottets förslag till kommunstyrelsen
Kommunstyrelsen beslutar

1. Norrskogens utvecklingsprogram 2040 avslås.

Beslutsgång

Ordföranden finner att det bara finns ett förslag.

Kommunstyrelsens beslut

1. Norrskogens utvecklingsprogram 2040 godkänns.

Expedieras: Kommunerna Mora, Orsa och Rättvik.
"""

COUNCIL = """# Utdrag ur protokoll

Kommunfullmäktige i Orsa, 3 februari 2021 § 12

Diarienummer: KS 2020/00451

## Norrskogens utvecklingsprogram 2021–2024

**Beslut:** {decision}

Mot beslutet reserverar sig Anna Holmsten (S).
"""

OUTCOMES = [
    ("Kommunstyrelsen beslutar att anta utvecklingsprogrammet.", "adopted"),
    ("Kommunstyrelsen godkänner Mälarkantens utvecklingsprogram 2030.", "adopted"),
    ("Programmet fastställs.", "adopted"),
    ("Kommunstyrelsen ställer sig bakom förslaget till program.", "adopted"),
    ("Programmet antas med tillägget att mål 2 också rör skolan.", "changed"),
    ("Programmet godkänns med följande ändringar: mål 3 stryks.", "changed"),
    ("Kommunstyrelsen avslår förslaget till program.", "rejected"),
    ("Kommunstyrelsen beslutar att inte anta programmet.", "rejected"),
    ("Ärendet återremitteras för att belysa kostnaderna.", "referred_back"),
    ("Ärendet bordläggs.", "pending"),
    ("Kommunstyrelsen föreslår kommunfullmäktige att anta programmet.", None),
    ("Kommunstyrelsen tackar för informationen.", None),
]


def gathered(text: str) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.MINUTES_EXTRACT, key="utdrag"), gathering)
    return gathering


def adoption(text: str) -> Found:
    (found,) = gathered(text).of("adoptions")
    return found


@pytest.mark.parametrize(("decision", "outcome"), OUTCOMES)
def test_outcome_is_read_from_the_decision(decision: str, outcome: str | None) -> None:
    assert adoption(BOARD.format(decision=decision))["outcome"] == outcome


def test_outcome_as_proposed_is_what_the_proposal_says_and_not_certain() -> None:
    text = UNNAMED.replace(
        "1. Norrskogens utvecklingsprogram 2040 godkänns.",
        "1. Kommunstyrelsen beslutar enligt arbetsutskottets förslag.",
    )
    outcome = adoption(text).values["outcome"]
    assert outcome.value == "rejected"
    assert outcome.certainty is Certainty.PROBABLE


def test_a_decision_is_read_with_all_its_days_and_numbers() -> None:
    found = adoption(BOARD.format(decision="Programmet antas."))
    assert found["paragraph"] == "§ 187"
    assert found["register_number"] == "KS/2022:415-019"
    assert found["decided_on"] == date(2022, 10, 26)
    assert found["verified_on"] == date(2022, 11, 1)
    assert found["announced_on"] == date(2022, 11, 2)
    assert found["board"] == "ks-strangnas"
    assert found["programme"] == "malarkantens-utvecklingsprogram-2030"


def test_the_decision_and_not_the_proposal_counts() -> None:
    assert adoption(UNNAMED)["outcome"] == "adopted"


def test_a_board_whose_municipality_is_not_named_is_left_out() -> None:
    gathering = gathered(UNNAMED)
    (found,) = gathering.of("adoptions")
    assert "board" not in found.values
    assert gathering.of("bodies") == []
    recipients = gathering.recipients["utdrag"]
    assert [value.value for value in recipients] == ["mora", "orsa", "rattvik"]


def test_a_council_in_a_heading_is_read() -> None:
    gathering = gathered(COUNCIL.format(decision="Kommunfullmäktige antar programmet."))
    (found,) = gathering.of("adoptions")
    assert found["board"] == "kf-orsa"
    assert found["paragraph"] == "§ 12"
    assert found["decided_on"] == date(2021, 2, 3)
    assert [d["dissenter"] for d in gathering.of("dissents")] == ["Anna Holmsten (S)"]


def test_dissents_and_statements_are_two_things() -> None:
    gathering = gathered(BOARD.format(decision="Programmet antas."))
    dissenters = [d["dissenter"] for d in gathering.of("dissents")]
    stated = [s["stated_by"] for s in gathering.of("separate_statements")]
    assert dissenters == ["Eva Nordqvist (M)", "Lars Hedman (KD)"]
    assert stated == ["Petra Lindvall (V)"]


def test_matter_and_document_bear_the_number() -> None:
    gathering = gathered(BOARD.format(decision="Programmet antas."))
    (matter,) = gathering.of("matters")
    assert matter["title"] == "Mälarkantens utvecklingsprogram 2030"
    assert matter["register_number"] == "KS/2022:415-019"
    document = gathering.get("documents", "utdrag")
    assert document is not None
    assert document["dated_on"] == date(2022, 10, 26)


def test_a_decision_on_something_else_is_only_a_matter() -> None:
    text = UNNAMED.replace("Norrskogens utvecklingsprogram 2040", "Ny brandstation")
    gathering = gathered(text)
    assert gathering.of("adoptions") == []
    assert [m["title"] for m in gathering.of("matters")] == ["Ny brandstation"]


def test_a_real_extract_is_read_and_its_board_left_out() -> None:
    paths = sorted(SOURCES.glob("000*.txt"))
    if not paths:
        pytest.skip("källhandlingarna finns inte på den här datorn")
    gathering = gathered(paths[0].read_text("utf-8"))
    (found,) = gathering.of("adoptions")
    assert (found["paragraph"], found["outcome"]) == ("§ 162", "adopted")
    assert "board" not in found.values
    assert len(gathering.recipients["utdrag"]) == 7
    assert len(gathering.of("separate_statements")) == 1
    assert gathering.of("dissents") == []


JOINT = """Kommunstyrelsen i Hjo
Sammanträdesdatum 2025-02-11

§ 19 Utvecklingsprogram för Vätterstranden 2025–2029

Kommunstyrelsens beslut
att anta Utvecklingsprogram för Vätterstranden 2025–2029.

Reservation
Bo Ekkvist (SD) reserverar sig mot beslutet.

{heading}
Ulla Stenbro (M) lämnar ett särskilt yttrande: ”Vi saknar en plan för hamnarna.”

Sammanfattning
{told}
"""
SENT = "Samverkansrådet beslutade den 21 november 2024 § 44 att {what}."


def joint(heading: str = "Särskilt yttrande", told: str = "Inget.") -> Gathering:
    gathering = Gathering()
    text = JOINT.format(heading=heading, told=told)
    extract(portion_of(text, DocumentKind.MINUTES_EXTRACT), gathering)
    return gathering


@pytest.mark.parametrize(
    "heading",
    [
        "Protokollsanteckning/särskilt yttrande",
        "Särskilt yttrande/protokollsanteckning",
        "Protokollsanteckning och särskilt yttrande",
        "Protokollsanteckning",
    ],
)
def test_who_states_is_no_dissenter_and_what_is_quoted_is_kept(heading: str) -> None:
    gathering = joint(heading)

    assert [d["dissenter"] for d in gathering.of("dissents")] == ["Bo Ekkvist (SD)"]
    stated = gathering.of("separate_statements")
    assert [s["stated_by"] for s in stated] == ["Ulla Stenbro (M)"]
    assert stated[0]["text"] == "Vi saknar en plan för hamnarna."


def test_who_states_below_a_reservation_is_no_dissenter() -> None:
    dissenters = joint("Övrigt").of("dissents")

    assert [d["dissenter"] for d in dissenters] == ["Bo Ekkvist (SD)"]


@pytest.mark.parametrize(
    "told",
    [
        SENT.format(what="sända programmet till kommunerna för antagande"),
        "Samverkansrådet beslutade 2024-11-21 om programmet och sänder det vidare.",
        "Styrgruppen godkände programmet den 21 november 2024.",
    ],
)
def test_the_day_when_the_cooperation_sent_its_programme_is_its_decision(
    told: str,
) -> None:
    programme = joint(told=told).of("programmes")[0]

    assert programme["decided_on"] == date(2024, 11, 21)
    assert programme.values["decided_on"].certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "what", ["sända programmet på remiss till kommunerna", "sända ut en enkät"]
)
def test_a_programme_sent_on_referral_is_not_decided(what: str) -> None:
    told = SENT.format(what=what)

    assert joint(told=told).of("programmes")[0]["decided_on"] is None


def test_an_agreement_named_with_all_its_parties_is_the_title() -> None:
    named = (
        "Samverkansavtal mellan Ale kommun, Härryda kommun, Kungälvs kommun, Lerums "
        "kommun, Partille kommun, Tjörns kommun och Öckerö kommun avseende kommunernas "
        "gemensamma tillsyn av badplatser, bryggor och farleder"
    )
    text = (
        f"SAMMANTRÄDESPROTOKOLL\n\nMiljönämnden\n\n§ 65 Dnr 2031/133\n\n{named}\n\n"
        "Beslut\n\nMiljönämndens förslag till beslut i kommunfullmäktige\n\n"
        "Kommunfullmäktige godkänner avtalet.\n"
    )

    (matter,) = gathered(text).of("matters")

    assert matter["title"] == named
