"""Writes reading.md: what is read, what is refused, and what hostile files become.

Run it from the repository's top, with the program installed:
`PYTHONPATH=. python docs/reading_page.py`.
"""

from itertools import groupby
from pathlib import Path

from radslag.formats.readers.limits import LIMITS, MEGABYTE
from radslag.formats.readers.refusals import SENTENCES
from tests.formats.readers.hostile import Case, all_cases

PAGE = Path(__file__).resolve().parent / "reading.md"
MEBIBYTE = 1024 * 1024

HEAD = """# Reading documents

Written by `python docs/reading_page.py`; never changed by hand.

`radslag.formats.readers` turns a file into one neutral text model. It knows nothing of
what the words mean.

```python
from radslag.formats.readers import read_file, read_many

result = read_file(path)  # or read_file(content, "name.pdf")
result.document  # a Document, or
result.refusal  # a Refusal: what, why and cure, in Swedish
```

- The kind is told from the content: text and Markdown, DOCX, PDF, pictures, XLSX, web
  pages and EML. A name that says otherwise is remarked on, and never believed.
- A `Document` holds `blocks` in reading order: `Heading`, `Paragraph`, `ListItem` and
  `Table`, each with a `Place`: page, line, frame on the page, and a span of characters
  in `plain_text()`. `words_at(span)` gives the words back.
- What is not running text stands in `aside` (page headers and footers, menus), or has
  its `part` told: contents, footnote, comment, text box, deleted, hidden.
- `is_complete` is false when something in the file was not read; `remarks` says what
  and where. Letters, rows, cells and pages are counted a second way, kept in `counts`.
- A page without a text layer is read as a picture where Tesseract with Swedish is
  installed; each word keeps its certainty in `words`. Otherwise it is marked as unread,
  and never taken for blank.
- `read_many` uses all cores and gives results in order; memory does not grow.

## How a file is kept from doing harm

Each file is read in a process of its own, which gets the bytes on its input and answers
in JSON. It has a network with nobody on it where the kernel allows that, and may open
no connection anyway; it can write to no file; it knows none of the settings of the
process that asked. It ends when its time or memory is used up, and nothing else does.
Before any library sees an archive, all its parts are unpacked and counted.

"""


def limits() -> str:
    """Return the table of limits."""
    rows = (
        ("file", f"{LIMITS.file_bytes // MEGABYTE} MB"),
        ("unpacked", f"{LIMITS.unpacked_bytes // MEGABYTE} MB"),
        ("unpacked against packed", f"{LIMITS.unpacked_ratio} times"),
        ("parts of an archive", str(LIMITS.members)),
        ("one XML part", f"{LIMITS.part_bytes // MEGABYTE} MB"),
        ("pages of a PDF", str(LIMITS.pdf_pages)),
        ("side of a page", "5 m"),
        ("dots of a picture", f"{LIMITS.picture_pixels // 1_000_000} million"),
        ("rows of a sheet", str(LIMITS.sheet_rows)),
        ("columns of a sheet", str(LIMITS.sheet_columns)),
        ("attachments of a letter", str(LIMITS.attachments)),
        ("letters in letters", str(LIMITS.letters_within)),
        ("memory", f"{LIMITS.memory_bytes // MEBIBYTE} MiB"),
        ("memory for pictures", f"{LIMITS.picture_memory_bytes // MEBIBYTE} MiB"),
        ("processor time", f"{LIMITS.processor_seconds} s"),
        ("clock", f"{LIMITS.clock_seconds} s, and {LIMITS.picture_page_seconds} s more "
         f"for each page read as a picture, {LIMITS.longest_clock_seconds} s at most"),
    )  # fmt: skip
    lines = [f"| {what} | {most} |" for what, most in rows]
    return "\n".join(["## Limits", "", "| what | at most |", "|---|---|", *lines, ""])


def refusals() -> str:
    """Return the table of refusals, with the sentences people read."""
    lines = [
        f"| `{code}` | {what} {why} | {cure} |"
        for code, (what, why, cure) in sorted(SENTENCES.items())
    ]
    head = ["## Refusals", "", "| code | what people read | cure |", "|---|---|---|"]
    return "\n".join([*head, *lines, ""])


def outcomes() -> str:
    """Return the tables of hostile and poor files, group by group."""
    parts = [
        "## Hostile and poor files",
        "",
        "Each is generated and read by the tests.",
        "",
    ]
    for group, cases in groupby(all_cases(), lambda case: case.group):
        lines = [outcome(case) for case in cases]
        parts += [f"### {group}", "", "| fil | utfall |", "|---|---|", *lines, ""]
    return "\n".join(parts)


def outcome(case: Case) -> str:
    """Return a case's line."""
    refused = f"nekad: `{case.outcome}`" if case.outcome in SENTENCES else case.outcome
    return f"| {case.what} | {refused} |"


def reading_page() -> str:
    """Return the whole page."""
    return HEAD + "\n".join([limits(), refusals(), outcomes()])


if __name__ == "__main__":
    PAGE.write_text(reading_page(), encoding="utf-8")
