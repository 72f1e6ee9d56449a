"""What is named after minutes or a proposal and is none; agendas with proposals."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import source_of

RULES = """
§ 1 Antal ledamöter

Rådet har nio ledamöter.

§ 2 Presidium

Rådet väljer ordförande.

§ 3 Tid och plats

Rådet möts varje månad.

§ 4 Protokoll

Protokoll förs vid varje möte.
"""
AGENDA = """Åby kommun > Skolutskottet > Sammanträde 2031-09-13

Sammanträde 2031-09-13

Klockan
18:30

1 Rapport från skolorna

Dnr 2031/KS 0001

Skolutskottets förslag till beslut
- Rapporten noteras.

Beskrivning av ärendet
Kontoret rapporterar.

2 Ny idrottshall

Dnr 2031/KS 0604

Skolutskottets förslag till kommunstyrelsen
1. Hallen byggs.

Beskrivning av ärendet
Hallen är gammal.
"""
ANSWER = """PM 2031:12 (Dnr 110-299/2031)

Skogen framåt (SOU 2031:5)
Remiss från Skogsdepartementet

Beredningen föreslår att kommunstyrelsen beslutar följande.

Som svar på remissen hänvisas till vad som sägs i promemorian.

Ärendet

Departementet har remitterat betänkandet.
"""


def _kind(text):
    return recognise(source_of(text))[0].kind


@pytest.mark.parametrize(
    "title", ["Arbetsordning för Sjörådet", "Reglemente för rådet"]
)
def test_rules_of_procedure_are_no_agreement(title):
    assert _kind(f"{title}\n{RULES}") is DocumentKind.PAPER


@pytest.mark.parametrize("title", ["Så läser du ett protokoll", "Mall för protokoll"])
def test_advice_on_minutes_is_no_minutes(title):
    text = f"{title}\n\nBeslutsunderlag\n\nEn förteckning över handlingar.\n"
    assert _kind(text) is DocumentKind.PAPER


def test_an_agenda_with_proposals_is_a_notice():
    assert _kind(AGENDA) is DocumentKind.MEETING_NOTICE


@pytest.mark.parametrize(
    "text",
    [
        "Sammanträde 2031-04-20\n\nKlockan\n19.00\nPlats\nSkolan\n\n1 Upprop\n\n2 Svar"
        " på skrivelse\n\n3 Bidrag\n\n4 Ombyggnad\n\n5 Rapport\n",
        "Kommunstyrelsen\nÄrendelista 11 maj 2031\n\n1. Upprop\n2. Skog\n3. Rapport\n",
        "Möte mellan rådet och styrelsen\n\nLedamöter inbjuds att delta i styrelsens"
        " sammanträde fredagen 12 maj kl 9.30.\n\nVid förhinder, meddela Siv Ros.\n",
    ],
)
def test_a_list_of_what_is_to_come_is_a_notice(text):
    assert _kind(text) is DocumentKind.MEETING_NOTICE


def test_what_a_board_is_proposed_to_decide_is_a_proposal():
    text = (
        "Dnr: 31-03\nTill\nRådet\n\nVal av ombud\n\nFörbundsstyrelsen föreslås besluta"
    )
    assert _kind(f"{text}\n\natt utse Anna Ek.\n") is DocumentKind.PROPOSAL


def test_members_of_a_meeting_are_no_list_of_appointments():
    text = (
        "Utskottet 2031-01-15\n\nBeslutande\nLedamöter   Se bilagd förteckning\n\n"
        "Justerare   Bo Lind\n\nANSLAG/BEVIS\n\n§ 1\nDagordning\nGodkänns.\n"
    )
    assert _kind(text) is DocumentKind.MINUTES


def test_a_proposed_answer_is_no_referral():
    assert _kind(ANSWER) is DocumentKind.PROPOSAL


def test_an_extract_stays_one_when_a_letter_is_among_its_papers():
    text = (
        "§ 41 Dnr 2031-0012\n\nNy brygga\n\nBeslutsunderlag\n\n"
        "Tjänsteutlåtande 2031-02-11\n\nÅby hamn\n\nBeslut\n\nAtt bygga bryggan.\n"
    )
    assert _kind(text) is DocumentKind.MINUTES_EXTRACT


@pytest.mark.parametrize(
    "text",
    [
        "Kallelser och protokoll\n\nHär hittar du protokoll och kallelser från"
        " nämnderna i Åby.\n\nProtokoll 2031\n",
        "Föredragningslista\n\nFöredragningslistan eller dagordningen är en lista över"
        " det som mötet tar upp.\n",
        "Kallelse till mötet\n\nOrdföranden ansvarar för att kallelse utfärdas.\n\n"
        "Kallelsen anger tid och plats.\n",
        "Kallelse\n\nEnligt reglementet ska kallelsen vara skriftlig.\n",
        "Åby nämnds protokoll\n\nProtokoll från nämnden hittar du i menyn nedan.\n",
        "Arbetsutskottet\n\nUtskottet är ett beredande organ med fem ledamöter.\n\n"
        "Protokoll\n",
        "Sammanställning av inkomna remissyttranden\n\nSju kommuner har svarat.\n",
    ],
)
def test_a_page_about_papers_is_none_of_them(text):
    assert _kind(text) is DocumentKind.PAPER


def test_notes_from_a_groups_meeting_may_begin_with_its_name():
    text = "ÅRS. Anteckningar från gruppens möte 3-4 maj 2031\n\nPlats: Åby\n"
    assert _kind(text) is DocumentKind.MINUTES
