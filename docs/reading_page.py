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
  in `plain_text()`. `words_at(span)` gives the words back. What stands on lines of its
  own in a cell has a line break before it.
- What is not running text stands in `aside` (page headers and footers, menus), or has
  its `part` told: contents, footnote, comment, text box, deleted, hidden.
- Columns that only spaces keep apart are a table in a plain text where words head them,
  figures or days stand below each other, or three line up over three rows. Addresses,
  signatures and sentences beside each other are left as lines.
- What a DOCX file draws is read: words of shapes, a diagram's points with those below
  them, and a chart's values as a table. A form's boxes are ☒ or ☐ as they are ticked, a
  choice is the one made, and what nobody has filled in is hidden text. Struck words
  stand apart as deleted ones do. Boxes, drawn letters and values are counted a second
  way too; a field or a symbol whose worth only Word can tell is told of.
- A web page's lists keep the numbers it shows, columns of preformatted text are a
  table, and a form somebody has filled in is text with its answers. Hidden and struck
  words stand apart and are told of, and so are pictures and pages within the page. In
  DOCX files and pages alike, a headed table in a form's cell is a table of its own
  after the form; the rows of a smaller one are lines of the cell.
- Stray HTML in a text is read the same way: merged and nested cells, numbered lists,
  and forms as they are filled in.
- A comment in a workbook, with its thread, is a paragraph after the sheet's table that
  says which cell it is on and who wrote it; words in drawn boxes and in the printed
  head and foot are read too. Hidden rows and columns are read, and told of.
- A workbook's values are shown as its sheets show them: months and years, noughts in
  front, units such as § and kr. A formula without a value is told of with its cell.
- `is_complete` is false when something in the file was not read; `remarks` says what
  and where. Letters, rows, cells and pages are counted a second way, kept in `counts`.
- A table that goes on over a page's end is one table, its repeated head left out. A row
  that the page's end cuts is one row where no rule is drawn at the end; where both
  halves have rules around them, only when the first cell below is blank and every other
  one goes on in the middle of a sentence. Rows that begin the next page under the very
  same columns are the table's rest, unless words that head columns stand over them.
- A table in a PDF is found by its rules and frames, and where none close its cells by
  what stands below each other: with rules or shades between rows only, or a rule below
  its head. With nothing drawn it takes three columns, or figures below each other. It
  is taken only where it holds every letter drawn in its frame. In any table's cell a
  line whose first word would have had room above stands on a line of its own, and so
  does a bold line below one that is not.
- What stands at the edge of page after page is a head or a foot, its figures apart; an
  item with its § that begins a page is none, and nor is a number beyond the last page.
  A body's letters may stand before the §.
- A page without a text layer is read as a picture where Tesseract with Swedish is
  installed; each word keeps its certainty in `words`. Otherwise it is marked as unread,
  and never taken for blank. Rules in the picture are found first, also where paper lay
  askew by up to two degrees: they make the cells of tables, and are taken away before
  the words are read. What is drawn and no word was read of is looked at once more:
  lines among dots, and figures that stand alone. A file's pages are read side by side,
  one on each core.
- Of several forms of a letter's text one is read, the plain one unless it says less
  than another. Text whose stated encoding does not hold is read as its bytes are, what
  Outlook packed as winmail.dat is unpacked, and a signature is told of. `read_many(...,
  with_content=True)` gives the files in a letter or a PDF with their own bytes, and a
  reading in the browser keeps them bit for bit.
- `read_many` uses all cores and gives results in order; memory does not grow.

## How a file is kept from doing harm

A plain text of at most 64 kB is read at once, by our own code and no library, in little
time whatever it holds. Every other file is read in a process of its own, which gets the
bytes on its input and answers in JSON. It has a network with nobody on it where the
kernel allows that, and may open no connection anyway; it can write to no file; it knows
none of the settings of the process that asked. It ends when its time or memory is used
up, and nothing else does.
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
