"""A short plain text is read at once: by our own code, and as a process reads it."""

import subprocess
import sys

import pytest

from radslag.formats.readers import read_file
from radslag.formats.readers.dispatch import read_here
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.plain_text import document_of
from radslag.formats.readers.sandbox import Reader
from tests.formats.growth import grows_with_length

TEXT = b"Verksamhetsplan 2027\n\nKommunerna samverkar om e-arkiv.\n"
LONGEST = LIMITS.text_here_bytes
# Nothing that a process is started with may be used, or even imported.
ALONE = """
import sys
def forbid(event, arguments):
    if event in ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.exec"):
        raise RuntimeError(event)
sys.addaudithook(forbid)
from radslag.formats.readers import read_file
result = read_file({content!r}, "a.txt")
print(bool(result.document), "subprocess" in sys.modules)
"""


def alone(content: bytes) -> str:
    run = subprocess.run(
        [sys.executable, "-c", ALONE.format(content=content)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return run.stdout.strip() or run.stderr.strip().splitlines()[-1]


def test_a_short_text_needs_no_process() -> None:
    assert alone(TEXT) == "True False"


@pytest.mark.parametrize(
    "content", [TEXT * 2000, b"<html><body>Text</body></html>", b"%PDF-1.4\n"]
)
def test_anything_else_is_read_in_a_process_of_its_own(content: bytes) -> None:
    assert alone(content) == "RuntimeError: subprocess.Popen"


@pytest.mark.parametrize("content", [TEXT, "Å\n".encode("cp1252"), b"# A\n\n| b | c |"])
def test_a_short_text_is_read_as_a_process_reads_it(content: bytes) -> None:
    with Reader() as reader:
        assert read_file(content, "a.txt") == reader.read(content, "a.txt")


def test_a_name_that_lies_is_told_of_without_a_process_too() -> None:
    document = read_file(TEXT, "a.pdf").document

    assert document is not None
    assert document.remarks


LONG = {
    "lines that go on": "aa\n",
    "words broken at hyphens": "a-\nb-\n",
    "remarks that never end": "<!--",
    "tables that never end": "<table><tr><td>",
    "brackets": "[",
    "stars": "**a ",
    "columns": "Aa   Bb   cc\nDd   Ee   Ff\n",
    "items": "1. \n",
    "pages": "a\f\n",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_whatever_stands_in_a_short_text_is_read_in_its_turn(piece: str) -> None:
    def read(letters: int) -> None:
        text = piece * (letters // len(piece))
        assert read_here(text.encode(), "a.txt").document is not None

    assert grows_with_length(read, LONGEST)


def test_words_over_many_lines_become_plain_once() -> None:
    (block,) = document_of("Vi **samverkar\nom allt** och  gör\ndet väl.\n").blocks

    assert block.text == "Vi samverkar om allt och gör det väl."


def test_what_is_remarked_on_in_a_text_is_left_out_and_the_rest_is_not() -> None:
    document = document_of("Ett <!-- dolt --> två <!-- tre\n")

    assert document.plain_text() == "Ett två <!-- tre"
    assert document.is_complete
