"""Headings over lists of those present, as joint boards write them."""

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import (
    BEGINNING,
    ITEMS,
    gathered,
    names,
    row,
)

MEMBERS = ("anna-ek", "bo-lind")


def _read(lists: str):
    return gathered(BEGINNING + lists + ITEMS)


@pytest.mark.parametrize(
    "heading",
    [
        "Direktionens ledamöter",
        "Förbundsstyrelsens ledamöter:",
        "Nämndens ledamöter",
        "Ordinarie ledamöter",
        "Tjg ersättare",
    ],
)
def test_a_heading_says_whose_members_they_are(heading):
    gathering = _read(f"Närvarande\n\n{heading}\nAnna Ek (S), ordförande\nBo Lind (M)")
    assert set(names(gathering, state="present", is_member=True)) == set(MEMBERS)
    assert gathering.of("outside_parties") == []


@pytest.mark.parametrize(
    "heading",
    [
        "Ej tjänstgörande",
        "Närvarande, ej tjg ers:",
        "Ej tjg ersättare",
        "Direktionens ersättare",
        "Suppleanter",
    ],
)
def test_who_does_not_serve_is_no_member(heading):
    gathering = _read(f"Beslutande\nEva Alm (C)\n\n{heading}\nAnna Ek (S)\nBo Lind (M)")
    assert names(gathering, is_member=False) == list(MEMBERS)
    assert names(gathering, is_member=True) == ["eva-alm"]


@pytest.mark.parametrize(
    "heading",
    [
        "Närvarorätt",
        "Dessutom:",
        "Fackliga organisationer",
        "Personalföreträdare deltar under Ord.",
        "Tjänsteman",
    ],
)
def test_who_is_there_besides_is_no_member(heading):
    gathering = _read(f"Beslutande\nEva Alm (C)\n\n{heading}\nAnna Ek\nBo Lind")
    assert names(gathering, is_member=False) == list(MEMBERS)
    assert gathering.of("outside_parties") == []


def test_a_sentence_over_the_lists_takes_nobody_away():
    gathering = _read(
        "Närvarande\n\nDirektionens ledamöter och ersättare som var närvarande på"
        " mötet.\n\nDirektionens ledamöter\nAnna Ek, ordförande (S)\n"
        "Bo Lind, vice ordförande (S) §1-2"
    )
    assert set(names(gathering, is_member=True)) == set(MEMBERS)
    assert [r["item"] for r in gathering.of("attendance")][1:] == ["1", "2"]


def test_auditors_who_were_asked_to_come_are_guests():
    gathering = _read(
        "Ledamöter\nEva Alm\n\nInbjudna förtroendevalda revisorer\nAnna Ek"
    )
    assert names(gathering, state="guest") == ["anna-ek"]


@pytest.mark.parametrize("title", ["HR-chef och avdelningschef Stöd", "HR-generalist"])
def test_a_title_with_a_hyphen_is_no_organisation(title):
    gathering = _read(f"Ledamöter\nEva Alm\n\nTjänstepersoner\nAnna Ek, {title}")
    assert row(gathering, "anna-ek")["state"] == "present"
    assert gathering.of("outside_parties") == []


def test_a_partys_letter_between_commas_is_no_role():
    gathering = _read("Beslutande\nAnna Ek, s, ordförande\nBo Lind, kd")
    assert row(gathering, "anna-ek")["role"] == "ordförande"
    assert row(gathering, "bo-lind")["role"] is None


def test_who_stands_in_for_a_member_has_her_seat():
    gathering = _read("Beslutande\nAnna Ek, ersättare för Eva Alm\nBo Lind")
    said = row(gathering, "anna-ek").values["is_member"]
    assert (said.value, said.certainty) == (True, Certainty.PROBABLE)


def test_the_foot_of_the_first_page_names_nobody():
    gathering = _read(
        "Övriga\nAnna Ek, kanslichef\n\nÅforsens Räddningstjänst Norra Kajen Haninge"
        " Växel Fax E-post info@aforsen.example\n\nBo Lind, ekonomichef"
    )
    assert [r["person"] for r in gathering.of("attendance")] == list(MEMBERS)


def test_several_ranges_of_items_are_all_read():
    gathering = _read("Beslutande\nAnna Ek (S), §§ 38-40, 42 och 44\nBo Lind (M) § 1")
    items = [r["item"] for r in gathering.of("attendance") if r["person"] == "anna-ek"]
    assert items == ["38", "39", "40", "42", "44"]


def test_who_follows_items_on_a_joined_line_is_another():
    gathering = _read("Beslutande\nAnna Ek (S), ersättare §§ 2-3 Bo Lind (M), ledamot")
    assert row(gathering, "bo-lind")["role"] == "ledamot"
    assert row(gathering, "anna-ek")["role"] == "ersättare"


def test_an_office_before_a_name_with_items_is_no_part_of_her():
    gathering = _read(
        "Tjänstemän\nKommundirektör Anna Ek, ekonom Bo Lind § 2, rektor Eva Alm § 3"
    )
    assert [(r["person"], r["role"]) for r in gathering.of("attendance")] == [
        ("anna-ek", "kommundirektör"),
        ("bo-lind", "ekonom"),
        ("eva-alm", "rektor"),
    ]


@pytest.mark.parametrize(
    "instead", ["ers. E. Alm", "tjg ers för Linn Eva Alm (FI)", "ersätter Eva Alm (S)"]
)
def test_whom_somebody_sits_for_is_not_there(instead):
    gathering = _read(f"Beslutande\nAnna Ek (S), {instead}\nBo Lind (M)")
    assert names(gathering, is_member=True) == list(MEMBERS)


@pytest.mark.parametrize("office", ["Kommunchef", "IT-strateg", "Kommunjurist"])
def test_an_office_with_nothing_before_it_is_no_name(office):
    gathering = _read(f"Övriga deltagare\nAnna Ek {office}\nBo Lind Ekonom")
    assert [r["person"] for r in gathering.of("attendance")] == list(MEMBERS)


def test_an_abbreviation_after_a_name_is_whom_she_comes_from():
    gathering = _read("Närvarande\nAnna Ek PRO\nBo Lind SPF")
    assert [r["person"] for r in gathering.of("attendance")] == list(MEMBERS)
    assert {o["name"] for o in gathering.of("outside_parties")} == {"PRO", "SPF"}


def test_a_reference_to_an_item_names_nobody():
    assert _read("Övriga deltagande  Se § 83").of("attendance") == []


def test_an_office_of_the_house_is_not_surely_outside():
    gathering = _read("Övriga\nAnna Ek, Kommundirektör, KLK")
    assert row(gathering, "anna-ek").values["state"].certainty is Certainty.PROBABLE


def test_until_an_item_may_be_written_apart():
    gathering = _read("Beslutande\nAnna Ek (S)\n\nTjänstemän\nBo Lind, chef t o m § 2")
    items = [r["item"] for r in gathering.of("attendance") if r["person"] == "bo-lind"]
    assert items == ["1", "2"]


def test_a_small_partys_letters_are_no_role():
    assert row(_read("Beslutande\nAnna Ek (vl)\nBo Lind"), "anna-ek")["role"] is None


def test_a_table_of_votes_that_became_text_says_who_was_there():
    gathering = _read(
        "Beslutande\nNärvaro    §§    §§\nOrdinarie ledamöter  Tjg  Ej tjg  JA  NEJ\n"
        "Anna Ek (S)    X\nBo Lind (M)    X\n\nErsättare\nNärvaro   §§   §§\n"
        "     Tjg    Ej tjg   JA   NEJ\nEva Alm (C)    X\nSiv Ros (V)\n"
    )
    assert names(gathering, state="present", is_member=True) == list(MEMBERS)
    assert names(gathering, state="present", is_member=False) == ["eva-alm"]
    assert names(gathering, state="absent") == ["siv-ros"]
    assert gathering.of("outside_parties") == []


def test_a_cross_or_a_partys_letter_after_a_name_is_no_part_of_it():
    gathering = _read("Närvarande\nAnna Ek X\nBo Lind KD\nEva Alm Anmält förhinder")
    assert [r["person"] for r in gathering.of("attendance")] == [*MEMBERS, "eva-alm"]
    assert row(gathering, "eva-alm")["state"] == "absent"


def test_substitutes_may_be_said_not_to_serve_after_their_word():
    gathering = _read(
        "Beslutande\nEva Alm\n\nErsättare, ej tjänstgörande   Anna Ek (S)"
    )
    assert names(gathering, is_member=False) == ["anna-ek"]


def test_how_many_came_is_nobody():
    gathering = _read("Närvarande: 18 av 22\nKumla   Anna Ek (i)\n       Bo Lind (p)\n")
    assert [(r["person"], r["role"]) for r in gathering.of("attendance")] == [
        ("anna-ek", None),
        ("bo-lind", None),
    ]


def test_an_offices_tasks_are_no_municipality():
    gathering = _read(
        "Övriga\nAnna Ek, avdelningschef Miljöskydd, Mark & Vatten\nBo Lind"
    )
    assert row(gathering, "anna-ek")["municipality"] is None


def test_points_may_be_shortened_as_pkt():
    gathering = _read("Närvarande: Anna Ek (pkt 1), Bo Lind\n")
    assert "role" not in row(gathering, "anna-ek").values
    assert any("item" in found.values for found in gathering.of("attendance"))


def test_one_who_was_asked_to_come_is_a_guest_and_inbjuden_no_organisation():
    gathering = _read("Närvarande: Anna Ek\nInbjuden: Bo Lind (pkt 1)\n")
    assert names(gathering, state="guest") == ["bo-lind"]
    assert gathering.of("outside_parties") == []


def test_the_head_of_the_next_page_is_nobody():
    gathering = _read(
        "Närvarande\nAnna Ek\n\nÅREGIONEN    MINNESANTECKNINGAR    2(8)\n"
    )
    assert names(gathering) == ["anna-ek"]


@pytest.mark.parametrize("office", ["Kommundirektörer", "Skolchefer", "Handläggare"])
def test_officials_in_a_row_below_the_members_are_no_members(office):
    gathering = _read(
        "| Ledamöter | Eva Alm | Kalix |\n|---|---|---|\n| | Per Ås | Kalix |\n"
        f"| {office} | Anna Ek | Kalix |\n| | Bo Lind | Boden |\n"
    )
    assert names(gathering, is_member=False) == list(MEMBERS)
    assert names(gathering, is_member=True) == ["eva-alm", "per-as"]
