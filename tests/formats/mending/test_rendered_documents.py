"""The same words come back from a DOCX file, and from a scan once it is mended."""

import pytest

from benchmarks.rendering_documents import CannotRender, render
from radslag.formats.mending import mend
from radslag.formats.readers import Heading, ListItem, PageReading, pictures
from radslag.formats.readers.dispatch import read_here

TEXT = """Om avgiften

Kommunerna på Södertörn betalar en avgift för år 2031 - 2032.

- Avgiften är lika för alla invånare.
- Den gäller från den 1 mars.

Kommun\tAvgift
Haninge\t12 000 kr
Tyresö\t9 500 kr
"""


def test_docx_holds_the_headings_items_tables_and_words_of_the_text() -> None:
    document = read_here(render(TEXT, "docx"), "").document

    assert document is not None
    assert [heading.text for heading in document.headings()] == ["Om avgiften"]
    assert isinstance(document.blocks[0], Heading)
    assert sum(isinstance(block, ListItem) for block in document.blocks) == 2
    assert [len(table.rows) for table in document.tables()] == [3]
    assert "år 2031 - 2032." in document.plain_text()


def test_scan_is_pictures_only_and_is_read_to_its_words() -> None:
    if not pictures.can_read():
        pytest.skip(
            "no Tesseract here; apt-get install tesseract-ocr tesseract-ocr-swe"
        )
    try:
        scan = render(TEXT, "scan")
    except CannotRender as reason:
        pytest.skip(str(reason))

    document = read_here(scan, "").document

    assert document is not None
    assert [page.reading for page in document.pages] == [PageReading.PICTURE]
    text = mend(document).document.plain_text()
    for words in ("på Södertörn", "Haninge", "Tyresö", "9 500 kr", "den 1 mars"):
        assert words in text
