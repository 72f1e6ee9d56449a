"""Titles in lists of contents, and titles that end as sentences do."""

import pytest

from tests.formats.growth import grows_with_length
from tests.formats.understanding.minutes_read import BEGINNING, gathered

CONTENTS = {
    "bare": "65 Budget 4\n66 Remiss om skog 6\n67 Rapport 6\n68 Avgift 2031 12",
    "dots": (
        "§ 65 Dnr KS 2031/1\nBudget ......... 4\n§ 66 Dnr KS 2031/2\nRemiss om skog"
        " ..... 6\n§ 67 Dnr KS 2031/3\nRapport . . . . 6\n§ 68 Dnr KS 2031/4\n"
        "Avgift 2031 …… 12"
    ),
}


def _items(text):
    return gathered(BEGINNING + text).of("agenda_items")


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS.keys())
def test_the_pages_of_a_list_are_no_part_of_titles(contents):
    items = _items(contents)
    assert [i["title"] for i in items] == [
        "Budget",
        "Remiss om skog",
        "Rapport",
        "Avgift 2031",
    ]


def test_years_and_numbers_that_titles_end_with_stay():
    items = _items("1 Budget 31\n\nText om den.\n\n2 Etapp 2\n\n3 Avslut")
    assert [i["title"] for i in items] == ["Budget 31", "Etapp 2", "Avslut"]


def test_a_title_after_a_sign_may_end_with_a_full_stop():
    items = _items(
        "§ 35. Mötet öppnas.\nAlla hälsas välkomna till mötet.\n\n"
        "§ 36. Val av justerare samt tid för justering.\nDirektionen beslutar:\n"
        "Utse Anna Ek.\n\n§ 37. Budget m.m.\nText."
    )
    assert [(i["number"], i["title"]) for i in items] == [
        (35, "Mötet öppnas"),
        (36, "Val av justerare samt tid för justering"),
        (37, "Budget m.m."),
    ]


def test_a_paragraph_of_an_agreement_that_text_speaks_of_begins_no_item():
    items = _items(
        "§ 1 Avgift\n\n§ 2 i avtalet säger att alla ska betala lika mycket.\n\n"
        "§ 2 Avslut\n\nTack."
    )
    assert [i["title"] for i in items] == ["Avgift", "Avslut"]


def test_a_long_title_after_a_sign_is_a_title():
    title = "Redogörelse för verksamheter och ekonomi " + "med deras samordnare " * 6
    items = _items(f"§ 87 Runda\n\n§ 88 {title}\n\n§ 89 Avslut")
    assert [i["number"] for i in items] == [87, 88, 89]


@pytest.mark.parametrize(
    ("end", "kind"),
    [(". Beslutsärende", "decision"), (", informationsärende", "information")],
)
def test_what_an_item_is_for_may_end_its_title(end, kind):
    items = _items(f"§ 1 Internkontroll{end}\n\n§ 2 Avslut")
    assert (items[0]["title"], items[0]["kind"]) == ("Internkontroll", kind)


def test_a_line_of_dots_is_read_in_its_turn():
    def read(dots):
        return _items(f"1 Budget {'.' * dots}x\n2 Mark {'. ' * (dots // 2)}\n3 Slut")

    assert grows_with_length(read, 10_000)


def test_register_numbers_that_end_several_titles_are_theirs():
    items = _items(
        "1 Upprop\n2 Avfallstaxa 2031/61\n3 Rapport SoL och LSS 2031/152\n"
        "4 Val av ombud 2031/8\n5 Läsåret 2031/32\n"
    )
    assert [(i["title"], i["register_number"]) for i in items] == [
        ("Upprop", None),
        ("Avfallstaxa", "2031/61"),
        ("Rapport SoL och LSS", "2031/152"),
        ("Val av ombud", "2031/8"),
        ("Läsåret 2031/32", None),
    ]


def test_one_pair_of_numbers_is_no_register_number():
    items = _items("1 Upprop\n2 Budget 2031/61\n3 Avslut\n")
    assert items[1]["title"] == "Budget 2031/61"


def test_a_decision_that_was_joined_with_its_heading_is_without_it():
    gathering = gathered(
        BEGINNING + "§ 1 Avtal\n\nBeslut att godkänna avtalet.\n\n§ 2 Hus\n\n"
        "Beslut att bygga togs i maj.\n\n§ 3 Avslut"
    )
    wordings = {str(d["item"])[-1]: d["wording"] for d in gathering.of("decisions")}
    assert wordings["1"] == "att godkänna avtalet."
    assert wordings.get("2") != "att bygga togs i maj."


def test_rows_may_have_the_bodys_letters_and_the_number_before_the_title():
    items = _items(
        "Ks § 108\tDnr 00041/2031\tRapport från chefen\n"
        "Ks § 109\tDnr 00017/2031\tUppföljning av parker\n"
    )
    assert [(i["number"], i["title"], i["register_number"]) for i in items] == [
        (108, "Rapport från chefen", "00041/2031"),
        (109, "Uppföljning av parker", "00017/2031"),
    ]


def test_the_only_item_of_minutes_may_be_known_by_its_register_number():
    items = _items("KS § 110   KS/2031:512\nAvtal om mark\nKommunen äger marken.\n")
    assert [(i["number"], i["title"]) for i in items] == [(110, "Avtal om mark")]


def test_what_was_decided_on_another_day_is_no_decision_of_this():
    gathering = gathered(
        BEGINNING + "§ 1 Avtal\n\nUtskottet beslutade den 27 augusti 2030, § 123, att"
        " godkänna avtalet.\n\n§ 2 Avslut\n\nTack."
    )
    assert gathering.of("decisions") == []
