"""What repeats at the pages' edges, and what only looks as if it did."""

import pytest

from radslag.formats.readers.margins import is_page_label, repeated, sameness


def test_items_that_begin_their_pages_are_no_running_head() -> None:
    again = repeated({1: ["Protokoll 1"], 2: ["§ 18  Dnr 7"], 3: ["§ 20  Dnr 9"]})

    assert sameness("§ 18  Dnr 7") not in again


def test_items_with_their_bodys_letters_are_no_running_head() -> None:
    again = repeated({1: ["NÄM § 18  Dnr 7"], 2: ["NÄM § 20  Dnr 9"]})

    assert sameness("NÄM § 18  Dnr 7") not in again


def test_an_item_that_goes_on_over_pages_is_a_running_head() -> None:
    again = repeated({1: ["§ 18 Avgift"], 2: ["§ 18 Avgift"], 3: ["Övrigt"]})

    assert sameness("§ 18 Avgift") in again


@pytest.mark.parametrize("text", ["2/7", "Sida 2 av 7", "3 (12)", "7/7"])
def test_page_of_all_pages_is_a_label(text: str) -> None:
    assert is_page_label(text)


@pytest.mark.parametrize("text", ["2026/29", "11/4"])
def test_figures_beyond_the_last_page_are_no_label(text: str) -> None:
    assert not is_page_label(text)
