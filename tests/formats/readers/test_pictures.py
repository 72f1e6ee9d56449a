"""Text in pictures is read with its certainty, or said not to be read."""

import io

import pypdfium2
import pytest

from radslag.formats.readers import PageReading, pictures
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.test_hostile_files import all_text
from tests.formats.readers.written_files import Pdf, pdf, shown

WORDS = "Kommunerna samverkar om vatten"


def scanned(inside: str = shown(WORDS, size=24)) -> bytes:
    """Return a PDF whose only page is a grey picture of words."""
    drawn = pdf(inside, page="/MediaBox [0 0 595 842]")
    with pypdfium2.PdfDocument(drawn) as file:
        picture = file[0].render(scale=200 / 72, grayscale=True)
        width, height, stride = picture.width, picture.height, picture.stride
        rows = bytes(picture.buffer)
    made = Pdf()
    plain = b"".join(rows[at * stride : at * stride + width] for at in range(height))
    shape = (
        f"/Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace /DeviceGray"
    )
    image = made.stream(plain, f"/Type /XObject /Subtype /Image {shape}")
    content = made.stream(b"q 595 0 0 842 0 0 cm /P Do Q")
    one = made.add(
        f"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
        f"/Resources << /XObject << /P {image} 0 R >> >> >>"
    )
    made.add(f"<< /Type /Pages /Kids [{one} 0 R] /Count 1 >>")
    return made.file(made.add("<< /Type /Catalog /Pages 4 0 R >>"))


def test_scanned_page_is_read_with_its_certainty() -> None:
    if not pictures.can_read():
        pytest.skip(
            "no Tesseract here; apt-get install tesseract-ocr tesseract-ocr-swe"
        )

    document = read_here(scanned(), "").document

    assert document is not None
    assert document.plain_text() == WORDS
    assert [word.text for word in document.words] == WORDS.split()
    assert [document.words_at(word.place.span) for word in document.words] == [
        word.text for word in document.words
    ]
    assert all(0.5 < word.certainty <= 1 for word in document.words)
    assert [page.reading for page in document.pages] == [PageReading.PICTURE]


SIGNED = [
    f"{name} den 10/6 2031" for name in ("Arvika", "Eda", "Grums", "Kil", "Sunne")
]


def test_lines_among_dots_and_figures_alone_are_looked_for_once_more() -> None:
    if not pictures.can_read():
        pytest.skip(
            "no Tesseract here; apt-get install tesseract-ocr tesseract-ocr-swe"
        )
    page = "".join(
        shown(f"{at}. Kommunerna samverkar om vatten och om vägar", 72, 780 - 30 * at)
        + shown(str(at), 520, 780 - 30 * at)
        for at in range(1, 9)
    )
    for at, line in enumerate(SIGNED):
        page += shown(line, 72, 480 - 26 * at, 11)
        page += shown(".....", 72, 467 - 26 * at, 11)

    document = read_here(scanned(page), "").document

    assert document is not None
    text = document.whole_text()
    assert [line for line in SIGNED if line not in text] == []
    assert text.index(SIGNED[0]) < text.index(SIGNED[-1])
    assert document.is_complete


def test_scan_without_the_program_is_refused_with_its_install_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("radslag.formats.readers.pdf.can_read", lambda: False)

    refusal = read_here(scanned(), "").refusal

    assert refusal is not None
    assert refusal.code == "no_text_reader"
    assert "apt-get install tesseract-ocr" in refusal.cure


def test_scan_among_pages_of_text_is_marked_as_unread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("radslag.formats.readers.pdf.can_read", lambda: False)
    with pypdfium2.PdfDocument(pdf(shown("En sida med text."))) as file:
        with pypdfium2.PdfDocument(scanned()) as other:
            file.import_pages(other)
        path = io.BytesIO()
        file.save(path)

    document = read_here(path.getvalue(), "").document

    assert document is not None
    assert [page.reading for page in document.pages] == [
        PageReading.TEXT, PageReading.UNREAD,
    ]  # fmt: skip
    assert not document.is_complete
    assert "sida 2: Ej läst." in all_text(document)
