"""Who signs, where a label does not stand before one name alone."""

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import BEGINNING, ITEMS, gathered

PRESENT = "Beslutande\nAnna Ek (S)\nBo Lind (M)\nEva Alm (C)\n\n"


def _verifiers(gathering):
    return {v["person"]: v["role"] for v in gathering.of("verifiers")}


def test_two_verifiers_on_one_line_are_two_persons():
    gathering = gathered(
        BEGINNING + PRESENT + "Underskrifter\nSekreterare   Siv Ros\n"
        "Ordförande   Anna Ek\nJusterande   Bo Lind   Eva Alm" + ITEMS
    )
    assert _verifiers(gathering) == {
        "anna-ek": "ordförande",
        "bo-lind": "justerare",
        "eva-alm": "justerare",
    }
    assert gathering.of("minutes")[0]["secretary"] == "Siv Ros"


def test_a_long_name_that_nobody_else_has_stays_one():
    gathering = gathered(BEGINNING + PRESENT + "Justeras: Karl Erik Sten Berg" + ITEMS)
    assert list(_verifiers(gathering)) == ["karl-erik-sten-berg"]


def test_the_role_may_stand_after_the_name_under_a_line():
    gathering = gathered(
        BEGINNING + PRESENT + "Underskrifter\n____________\nAnna Ek, ordförande\n"
        "____________\nSiv Ros, sekreterare\n____________\nBo Lind, justerare" + ITEMS
    )
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}
    assert gathering.of("minutes")[0]["secretary"] == "Siv Ros"


def test_a_sentence_says_who_writes_and_who_verifies_beside_the_chair():
    gathering = gathered(
        BEGINNING + PRESENT + "Justering och sekreterare\n\nAtt jämte vice ordförande"
        " Anna Ek justera dagens protokoll valdes Bo Lind. Sekreterare är Siv Ros."
        + ITEMS
    )
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}
    assert gathering.of("minutes")[0]["secretary"] == "Siv Ros"
    chair = next(v for v in gathering.of("verifiers") if v["person"] == "anna-ek")
    assert chair.values["person"].certainty is Certainty.PROBABLE


def test_a_line_of_dots_is_no_name():
    gathering = gathered(
        BEGINNING + PRESENT + "Underskrifter\nOrdförande: ……………………..\nAnna Ek\n\n"
        "Justerare: ……………………..\nBo Lind" + ITEMS
    )
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}


def test_who_opens_the_meeting_signs_nothing_by_that():
    gathering = gathered(
        BEGINNING + PRESENT + "Ordförande Anna Ek hälsade alla välkomna." + ITEMS
    )
    assert _verifiers(gathering) == {}


def test_two_names_below_two_labels_on_one_line_are_two():
    gathering = gathered(
        BEGINNING + PRESENT + "Ordförande  __________   Justerare  __________\n"
        "            Anna Ek                  Bo Lind\n\n"
        "Nämndsekreterare  __________\n                  Siv Ros" + ITEMS
    )
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}
    assert gathering.of("minutes")[0]["secretary"] == "Siv Ros"


def test_names_between_slashes_sign_as_what_stands_after_them():
    gathering = gathered(
        BEGINNING + PRESENT + "Underskrifter  ..........   ..........\n"
        "/Anna Ek, ordförande/   /Siv Ros, sekreterare/\n"
        "/Bo Lind, protokollsjusterare/" + ITEMS
    )
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}


def test_which_items_are_verified_is_not_who_writes():
    gathering = gathered(
        BEGINNING + PRESENT + "Underskrifter\nSekreterare  ______  Paragrafer §§ 1-3\n"
        "             Siv Ros\nOrdförande   __________\n             Anna Ek\n"
        "Justerande   __________\n             Bo Lind" + ITEMS
    )
    assert gathering.of("minutes")[0]["secretary"] == "Siv Ros"
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}


def test_a_label_wider_than_its_column_is_whole_again():
    gathering = gathered(
        BEGINNING + PRESENT + "Justeringens plats och\ttid\tÅby, 2031-04-22\n"
        "Underskrifter\t\t\nSekreterare\tSiv Ros\tParagrafer 1-3" + ITEMS
    )
    assert str(gathering.of("minutes")[0]["verified_on"]) == "2031-04-22"


def test_offices_may_stand_below_the_names():
    gathering = gathered(
        BEGINNING + PRESENT + "UNDERSKRIFTER\n\nSiv Ros\nSekreterare\n\nAnna Ek\n"
        "Ordförande\n\nBo Lind\nJusterare" + ITEMS
    )
    assert gathering.of("minutes")[0]["secretary"] == "Siv Ros"
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}


def test_the_office_and_a_comma_may_stand_before_the_name():
    gathering = gathered(
        BEGINNING + PRESENT + "Underskrifter\n\n________\nSekreterare, Siv Ros\n\n"
        "________\nOrdförande, Anna Ek\n\n________\nJusterande, Bo Lind" + ITEMS
    )
    assert gathering.of("minutes")[0]["secretary"] == "Siv Ros"
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}


def test_the_day_of_verifying_may_share_a_line_with_the_meetings():
    gathering = gathered(
        "Protokoll styrgruppen\n\nANSLAG\nSammanträdesdatum 2031-05-10"
        "   Justeringsdatum 2031-05-14\n" + ITEMS
    )
    assert [str(m["held_on"]) for m in gathering.of("meetings")] == ["2031-05-10"]
    assert str(gathering.of("minutes")[0]["verified_on"]) == "2031-05-14"


def test_who_was_chosen_to_verify_beside_the_chair_verifies():
    gathering = gathered(
        BEGINNING + "1. Öppnande\n\n2. Bo Lind valdes att jämte ordförande justera"
        " protokollet.\n\n3. Avslut\n"
    )
    assert _verifiers(gathering) == {"bo-lind": "justerare"}


def test_minutes_may_say_in_words_which_items_they_hold():
    gathering = gathered(
        "Protokoll\n\nDatum: 2031-03-05\n\n"
        + PRESENT
        + "Protokollet innehåller paragraferna\n§§ 117-131\n\n"
        "Ordförande\nAnna Ek (S)\n\n"
        "Justerare\nBo Lind (M)\n\nSekreterare\nSiv Ros\n"
    )
    assert gathering.of("agenda_items") == []
    assert _verifiers(gathering) == {"anna-ek": "ordförande", "bo-lind": "justerare"}
    assert gathering.of("minutes")[0]["secretary"] == "Siv Ros"
