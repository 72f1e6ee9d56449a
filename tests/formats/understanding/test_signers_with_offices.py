"""Who signs a letter with an office and a municipality, and what the letter tells."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered
from tests.formats.understanding.minutes_read import gathered as minutes

LETTER = """Till Region Dalarna
Er beteckning: RD 2028/11
Vår beteckning: SIL 2028-4

2028-05-02

Yttrande över förslag till cykelplan 2029-2033

{told}

För Siljansrådet

{signed}
"""
SUBJECTS = ("party_names", "referrals", "signers", "letters_told", "told_meetings")


def read(told="Vi tillstyrker förslaget.", signed=""):
    text = LETTER.format(told=told, signed=signed)
    return gathered(text, *SUBJECTS, kind=DocumentKind.REFERRAL_RESPONSE, year=2028)


@pytest.mark.parametrize(
    "signed",
    [
        "Eva Alm (S) Bo Ek ordförande, Mora kommun sekreterare, Orsa kommun",
        "Eva Alm (S)\nordförande, Mora kommun\n\nBo Ek\nsekreterare, Orsa kommun",
        "Eva Alm\tBo Ek\nOrdförande, Mora kommun\tSekreterare, Orsa kommun",
        "Eva Alm, ordförande, Mora kommun\n\nBo Ek, sekreterare, Orsa kommun",
    ],
)
def test_signers_have_offices_and_municipalities(signed: str) -> None:
    held = {
        (a["person"], a["role"], a["municipality"])
        for a in read(signed=signed).of("appointments")
    }
    assert held == {("eva-alm", "chair", "mora"), ("bo-ek", "secretary", "orsa")}


def test_the_number_of_ones_own_is_of_a_matter() -> None:
    assert column(read(), "matters", "register_number") == ["SIL 2028-4"]


@pytest.mark.parametrize(
    "told",
    [
        "Rådet har framfört detta till Trafikverket i en skrivelse den 4 mars 2028.",
        "Rådet påtalade det hos Trafikverket genom ett gemensamt brev den 4 mars 2028.",
        "Det har vi skrivit till Trafikverket om den 4 mars 2028.",
        "Den 4 mars 2028 uppvaktade rådet Trafikverket om saken.",
    ],
)
def test_what_was_written_to_others_before_is_kept(told: str) -> None:
    sent = [(a["outside_party"], a["sent_on"]) for a in read(told).of("advocacy")]
    assert sent == [("trafikverket", date(2028, 3, 4))]


def test_an_answer_is_no_letter_of_ones_own_motion() -> None:
    told = "Yttrandet lämnas till Region Dalarna den 4 maj 2028."
    assert not read(told).of("advocacy")


@pytest.mark.parametrize(
    "told",
    [
        "Yttrandet anmäls till samverkansrådet den 4 juni.",
        "Svaret redovisas för samverkansrådet den 4 juni 2028.",
        "Beslutet anmäls på samverkansrådets möte den 4 juni 2028.",
        "Yttrandet tas upp i samverkansrådet den 4 juni 2028.",
    ],
)
def test_a_meeting_that_it_will_be_reported_to_is_planned(told: str) -> None:
    meetings = [(m["held_on"], m["status"]) for m in read(told).of("meetings")]
    assert meetings == [(date(2028, 6, 4), "planned")]


PROTOCOL = """Protokoll, Siljansnämnden

Sammanträdesdag: 2028-05-02

Beslutande:
Eva Alm (S), Mora, ordförande
Pia Dal (M), Orsa, vice ordförande
Ulf Sten (C), Mora, tjänstgör för Stig Bro (C)

Övriga närvarande:
Bo Ek, nämndsekreterare

§ 1 Öppnande

Ordföranden öppnar.

§ 2 Avslut

Ordföranden avslutar.
"""


def test_who_leads_a_board_is_told_by_its_minutes() -> None:
    held = {
        (a["person"], a["role"], a["municipality"])
        for a in minutes(PROTOCOL).of("appointments")
    }
    assert held == {
        ("eva-alm", "chair", "mora"),
        ("pia-dal", "vice_chair", "orsa"),
        ("bo-ek", "secretary", None),
    }


def test_who_leads_notes_of_a_talk_leads_no_board() -> None:
    notes = PROTOCOL.replace("Protokoll,", "Minnesanteckningar,")
    assert not minutes(notes).of("appointments")
