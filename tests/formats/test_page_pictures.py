"""Pictures of pages are drawn outside this process, and a bad file gives none."""

from io import BytesIO

import pytest
from PIL import Image

from radslag.formats.page_pictures import WIDTH_PIXELS, draw_pages
from tests.formats.readers.written_files import pdf, shown


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    return pdf(shown("Första sidan"), shown("Andra sidan"))


def test_wanted_pages_are_drawn_with_their_size_in_points(two_pages: bytes) -> None:
    drawn = draw_pages(two_pages, [2])

    assert [each.page for each in drawn] == [2]
    picture = Image.open(BytesIO(drawn[0].png))
    assert picture.format == "PNG"
    assert picture.width == pytest.approx(WIDTH_PIXELS, abs=1)
    ratio = drawn[0].height_points / drawn[0].width_points
    assert picture.height / picture.width == pytest.approx(ratio, rel=0.01)


def test_picture_is_its_own_page() -> None:
    kept = BytesIO()
    Image.new("RGB", (3000, 1500), "white").save(kept, "JPEG")

    (drawn,) = draw_pages(kept.getvalue(), [1])

    assert (drawn.width_points, drawn.height_points) == (3000, 1500)
    assert Image.open(BytesIO(drawn.png)).size == (WIDTH_PIXELS, WIDTH_PIXELS // 2)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 trasig", b"ingen bild alls", b"\x89PNG\r\n\x1a\n"]
)
def test_bad_file_gives_no_picture_and_no_error(content: bytes) -> None:
    assert draw_pages(content, [1]) == []


def test_page_that_is_not_there_is_left_out(two_pages: bytes) -> None:
    assert [each.page for each in draw_pages(two_pages, [1, 9])] == [1]


def test_nothing_wanted_starts_nothing() -> None:
    assert draw_pages(b"%PDF-", []) == []
