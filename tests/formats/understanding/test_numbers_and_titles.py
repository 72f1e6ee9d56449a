"""Register numbers that are none, and titles of cases as boards write them."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered

PARTIES = ", ".join(f"{name} kommun" for name in ("Ale", "Orust", "Tjörn", "Sotenäs"))


def _proposal(text):
    return gathered(text, "proposals", kind=DocumentKind.PROPOSAL)


@pytest.mark.parametrize("law", ["SFS 2003:1210", "SOU 2031:5", "PM 2031:12"])
def test_a_law_is_in_no_register(law):
    found = _proposal(
        f"Tjänsteutlåtande\n2031-10-03\n\nOm skog\n\nBakgrund\nEnligt {law} ska det.\n"
        "\nFörslag till beslut\natt godkänna"
    )
    assert column(found, "matters", "register_number") == [None]


@pytest.mark.parametrize("number", ["HSN 1109-0780", "110-299/2031"])
def test_the_number_in_the_head_is_its_number(number):
    label = "" if number[0] == "H" else "Dnr "
    found = _proposal(
        f"Tjänsteutlåtande\n2031-10-03\n{label}{number}\n\nOm skog\n\n"
        "Förslag till beslut\natt godkänna planen enligt SFS 2003:1210"
    )
    assert column(found, "matters", "register_number") == [number]


def test_a_sign_on_the_line_above_is_of_another_paper():
    found = _proposal(
        "Tjänsteskrivelse\n2031-10-03\nDnr KS 2031/4\n\nOm skog\n\nBeslutsunderlag\n"
        "Fullmäktiges beslut den 11 oktober 2030, § 202\n"
        "Nämndens tjänsteskrivelse den 15 augusti 2030\n\n"
        "Förslag till beslut\natt godkänna"
    )
    days = {str(day) for day in column(found, "matter_events", "happened_on")}
    assert "2030-08-15" not in days


def test_a_title_may_name_all_the_parties():
    title = f"Samverkansavtal mellan {PARTIES}, {PARTIES} och Åby kommun om tillsyn"
    found = gathered(
        f"SAMMANTRÄDESPROTOKOLL\nMiljönämnden\nSammanträdesdatum\n2031-04-18\n"
        f"§ 65 Dnr 2031KS133\n{title}\nBeslut\n"
        "Miljönämndens förslag till beslut i kommunfullmäktige\n"
        "Kommunfullmäktige godkänner avtalet.\n",
        "extracts",
        kind=DocumentKind.MINUTES_EXTRACT,
    )
    assert column(found, "matters", "title") == [title]


def test_what_is_anticipated_in_a_sentence_is_no_title():
    found = _proposal(
        "PM 2031:12 (Dnr 110-299/2031)\n\nSkogen framåt (SOU 2031:5)\n"
        "Remiss från Skogsdepartementet\n\nBeredningen föreslår att styrelsen beslutar"
        " följande.\n\nSom svar på remissen hänvisas till promemorian.\n"
    )
    assert column(found, "matters", "title") == ["Skogen framåt (SOU 2031:5)"]


def test_an_item_below_which_its_number_stands_is_one_item():
    found = gathered(
        "Kallelse\n\nDatum: 2031-03-05\n\n1 Avgifter *\n\nÄrende 1 Diarienummer 2031/KS"
        " 0362\n\nText.\n\n2 Skog\n\nÄrende 2 Diarienummer 2031/KS 0280\n\nText.\n",
        "notices",
        kind=DocumentKind.MEETING_NOTICE,
    )
    assert column(found, "agenda_items", "title") == ["Avgifter", "Skog"]
    assert column(found, "agenda_items", "register_number") == [
        "2031/KS 0362",
        "2031/KS 0280",
    ]


def test_items_of_an_agenda_may_end_with_full_stops():
    found = gathered(
        "Sammanträde 2031-04-20\n\nKlockan\n19.00\n\n1 Val av justerare\n\n2 Svar på"
        " remiss om skog.\n\nDnr 2031-152-307.\n\n3 Svar på skrivelse.\n",
        "notices",
        kind=DocumentKind.MEETING_NOTICE,
    )
    titles = column(found, "agenda_items", "title")
    assert titles == ["Val av justerare", "Svar på remiss om skog", "Svar på skrivelse"]


def test_what_a_board_is_proposed_to_decide_is_the_proposal():
    found = _proposal(
        "Dnr: 31-03.022\nStyrelseärende 2\n2031-02-26\n\nTill\nFörbundsstyrelsen\n\n"
        "Val av ombud till bolagen\n\nFörbundsstyrelsen föreslås besluta\n\n"
        "att utse Anna Ek.\n\nÅby 2031-02-08\n\nBo Lind\n/Siv Ros\n"
    )
    matter = found.of("matters")[0]
    assert matter["title"] == "Val av ombud till bolagen"
    assert matter["summary"].startswith("Förbundsstyrelsen föreslås besluta")


def test_a_response_may_begin_with_whose_it_is():
    found = gathered(
        "Finansdepartementet\nRef: Fi2031/00647/K\n\nÅby kommuns yttrande över"
        " utredningen Starkare skogar\n\nÅby kommun vill att skogen växer.\n",
        "referrals",
        kind=DocumentKind.REFERRAL_RESPONSE,
    )
    assert column(found, "referrals", "title") == ["Utredningen Starkare skogar"]
    assert column(found, "referrals", "register_number") == ["Fi2031/00647/K"]
    assert len(found.of("referral_responses")) == 1


def test_a_number_with_its_class_last_is_whole():
    found = gathered(
        "ÅBY KOMMUN   SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen\n2031-11-12\n\nKs § 142"
        "   Dnr 122/2031-106\nFörslag till beslut om att ombilda bolaget\n\nBeslut\n"
        "Bolaget ombildas.\n",
        "extracts",
        kind=DocumentKind.MINUTES_EXTRACT,
    )
    assert column(found, "matters", "register_number") == ["122/2031-106"]


def test_labels_of_three_columns_are_no_title():
    found = _proposal(
        "Handläggare       Tjänsteskrivelse    Diarienummer\n"
        "Siv Ros           Datum               KS-2031/112\n"
        "Vik. sekreterare  2031-03-12\n\nKommunstyrelsen\n\n"
        "Arbetssätt för skolans utskott\nKS-2031/112\n\nFörslag till beslut\n"
        "Kommunstyrelsen beslutar att anta arbetsordningen.\n"
    )
    assert column(found, "matters", "title") == ["Arbetssätt för skolans utskott"]


def test_a_colon_may_follow_an_items_number():
    found = gathered(
        "Protokoll\n\nTid: 2031-03-12 kl. 9\n\n1: Mötet öppnas\nOrdföranden öppnade.\n"
        "\n2: Rapport om skog\nRapporten gicks igenom.\n",
        "minutes",
        kind=DocumentKind.MINUTES,
    )
    assert column(found, "agenda_items", "title") == ["Mötet öppnas", "Rapport om skog"]
