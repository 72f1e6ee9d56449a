"""Heads of minutes and notices as boards have them: names, rooms and programmes."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import notices
from radslag.formats.understanding.gathering import Gathering
from tests.formats.growth import grows_with_length
from tests.formats.understanding.minutes_read import ITEMS, gathered
from tests.formats.understanding.reading_text import portion_of


def _notice(text):
    gathering = Gathering()
    notices.extract(portion_of(text, DocumentKind.MEETING_NOTICE), gathering)
    return gathering.of("meetings")[0]


@pytest.mark.parametrize(
    "name",
    [
        "Miljö- och hälsonämnden",
        "Kultur-, fritids- och skolnämnden",
        "Åregionens primärkommunala nämnd",
        "Ådalens IT-nämnd",
        "Folkhälsoberedningen",
        "Direktionen för Åsbygdens Miljöförbund",
    ],
)
def test_a_board_of_several_tasks_has_its_whole_name(name):
    gathering = gathered(f"Protokoll\n\n{name}\n\nDatum: 2031-03-05" + ITEMS)
    assert [body["name"] for body in gathering.of("bodies")] == [name]


@pytest.mark.parametrize(
    "head",
    [
        "HÖÖRS KOMMUN   SAMMANTRÄDESPROTOKOLL   Sida\nKommunstyrelsen  2031-01-09  1",
        "Sammanträdesprotokoll 2031-01-09\n\nOrgan  Höörs kommunstyrelse",
    ],
)
def test_a_municipalitys_own_board_is_known_by_both(head):
    gathering = gathered(head + ITEMS)
    assert gathering.of("meetings")[0]["body"] == "ks-hoor"


@pytest.mark.parametrize(
    "head",
    ["Kommunstyrelsen\n2031-01-09", "Höörs kommun\nKommunstyrelsens arbetsutskott"],
)
def test_a_board_of_nobody_and_a_committee_are_none(head):
    gathering = gathered(f"Sammanträdesprotokoll\n{head}" + ITEMS)
    assert gathering.of("meetings")[0]["body"] is None


def test_a_place_does_not_begin_with_in():
    gathering = gathered(
        "Protokoll\n\nTid och plats   Onsdagen den 4 juni 2031 kl 18.00-20.20 i"
        " konferenssal Stallet, Åby." + ITEMS
    )
    assert gathering.of("meetings")[0]["place"] == "konferenssal Stallet, Åby"


@pytest.mark.parametrize("label", ["Organ", "Styrelse/Nämnd", "Instans"])
def test_the_form_of_an_announcement_names_the_body(label):
    gathering = gathered(
        "Protokoll 2031-03-05\n\nBeslutande   Anna Ek (S), Miljönämnden i Höör\n\n"
        f"ANSLAG/BEVIS\n{label}   Åns kommunalförbund, förbundsdirektionen" + ITEMS
    )
    assert [b["name"] for b in gathering.of("bodies")] == ["förbundsdirektionen"]


def test_the_clock_may_stand_below_the_place():
    gathering = gathered(
        "Protokoll\n\nPlats och tid.   Ånsalen\nMåndagen den 5 maj 2031 kl. 10:00–17:20"
        + ITEMS
    )
    meeting = gathering.of("meetings")[0]
    assert (meeting["place"], str(meeting["starts_at"])) == ("Ånsalen", "10:00:00")


def test_where_and_when_one_verifies_is_not_the_meetings():
    gathering = gathered(
        "Protokoll\n\nPlats och tid.  Ånsalen, kl 9.00-15.00\n\nJustering\nJusterande"
        "   Bo Lind (M)\nPlats och tid   2031-12-01\n" + ITEMS
    )
    meeting = gathering.of("meetings")[0]
    assert (meeting["held_on"], meeting["place"]) == (None, "Ånsalen")


def test_the_address_of_the_foot_is_no_place():
    gathering = gathered(
        "Protokoll 2031-03-05\n\nPlats och tid   Ånsalen, Kl 9.00-15.00\n\nADRESS"
        " Nämndhuset 442 81 Åby  TELEFON 0303-99 vx  FAX 0303-19  E-POST a@b.example"
        + ITEMS
    )
    assert gathering.of("meetings")[0]["place"] == "Ånsalen"


def test_the_programme_of_the_day_is_not_when_and_where_one_meets():
    meeting = _notice(
        "Kallelse\n\nStyrgruppen kallas till möte tisdagen den 5 augusti 2031, klockan"
        " 8.15, i sammanträdesrum Tallen, Åby kommunhus, för ärenden enligt lista.\n\n"
        "Kl 9.00   Information om skog\nKl 12.00  Lunch\n" + ITEMS
    )
    assert str(meeting["starts_at"]) == "08:15:00"
    assert meeting["place"] == "sammanträdesrum Tallen, Åby kommunhus"


def test_the_head_of_a_column_is_no_place():
    meeting = _notice("Kallelse\n\nSammanträdesdatum    Blad nr\n2031-03-05\n" + ITEMS)
    assert meeting["place"] is None


def test_long_lines_in_a_head_are_read_in_their_turn():
    def read(letters):
        line = "a" * letters
        return _notice(f"Kallelse\n\nVi kallas i {line}\n\nA-{line}{ITEMS}")

    assert grows_with_length(read, 10_000)


def test_who_is_sent_a_copy_does_not_meet():
    head = "Föredragningslista\n\nTill\n\nArbetsutskottets ledamöter\n\n"
    copy = "Direktionens övriga ledamöter för kännedom\n\n"
    items = "1. Val av justerare\n\n2. Vatten i Åby\n"

    assert _notice(f"{head}{copy}{items}")["body"] is None


def test_the_label_may_say_that_it_is_the_meetings_place():
    gathering = gathered(
        "Protokoll\n\nPlats och tid för sammanträdet   Kommunhuset, rum Granen, tisdag"
        " den 20 maj 2031, kl 08.15 - 15.40\n\nBeslutande   Siv Ros\n" + ITEMS
    )
    assert gathering.of("meetings")[0]["place"] == "Kommunhuset, rum Granen"
