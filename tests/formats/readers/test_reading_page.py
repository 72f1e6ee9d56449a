"""The page on reading says what the readers do now."""

from docs.reading_page import PAGE, reading_page


def test_reading_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reading_page()
