"""Measure the readers against the libraries they use, side by side in one run.

Times are the processor's, so that a busy machine says the same as an idle one; only the
batch, which is to use all cores, goes by the clock.

Started by `python -m benchmarks reading`.
"""

import gc
import io
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import docx
import pdfplumber
import pypdfium2

from radslag.formats.readers import read_many
from radslag.formats.readers.child import COLLECT_AFTER
from radslag.formats.readers.dispatch import read_here
from tests.formats.readers.written_files import pdf, shown

PAGES, TABLE_EVERY, TIMES = 60, 5, 7
MINUTES = 1_000
# Of Helvetica, those that are not as wide as most.
WIDTHS = {
    **dict.fromkeys("ijl", 0.222), **dict.fromkeys("tf ,.", 0.278), "r": 0.333,
    **dict.fromkeys("kvsc", 0.5), "K": 0.667, "m": 0.833,
}  # fmt: skip
SENTENCE = "Kommunerna samverkar om vatten, vägar och lokaler under hela året. "


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def page(number: int, *, has_table: bool) -> str:
    """Return what draws a page of text, and a table below it if it has one."""
    lines = [shown(f"{number}. Om samverkan", y=780, size=16)]
    count = 20 if has_table else 44
    lines += [
        shown(SENTENCE + str(at), y=750 - 15 * at, size=10) for at in range(count)
    ]
    if has_table:
        for row in range(18):
            y = 420 - 20 * row
            for column in range(4):
                x = 60 + 120 * column
                lines.append(f"{x} {y} 120 20 re S\n")
                lines.append(shown(f"ruta {row} {column}", x + 4, y + 6, 9))
    return "".join(lines)


def long_pdf(*, has_tables: bool) -> bytes:
    """Return a file of sixty pages."""
    return pdf(
        *(
            page(number, has_table=has_tables and number % TABLE_EVERY == 0)
            for number in range(1, PAGES + 1)
        )
    )


def by_letter() -> bytes:
    """Return a file of sixty pages, each letter drawn by itself as browsers do."""
    letters = "".join(
        f"({letter}) Tj {10 * WIDTHS.get(letter, 0.556)} 0 Td " for letter in SENTENCE
    )
    lines = (f"BT /F1 10 Tf 60 {750 - 15 * at} Td {letters}ET\n" for at in range(44))
    return pdf(*["".join(lines)] * PAGES)


def long_docx() -> bytes:
    """Return a DOCX file of about sixty pages, with tables."""
    made, room = docx.Document(), io.BytesIO()
    for number in range(PAGES):
        made.add_heading(f"Avsnitt {number}", 1)
        for _ in range(8):
            made.add_paragraph(SENTENCE * 5)
        grid = made.add_table(4, 4)
        for row in grid.rows:
            for cell in row.cells:
                cell.text = "en ruta"
    made.save(room)
    return room.getvalue()


def bare_text(content: bytes) -> None:
    """Take a PDF's text, and nothing else."""
    with pypdfium2.PdfDocument(content) as file:
        for one in file:
            one.get_textpage().get_text_range()


def bare_tables(content: bytes) -> None:
    """Find the tables on the pages that have any."""
    with pdfplumber.open(io.BytesIO(content)) as file:
        for number in range(TABLE_EVERY, PAGES + 1, TABLE_EVERY):
            for found in file.pages[number - 1].find_tables():
                found.extract()


def bare_docx(content: bytes) -> None:
    """Go through a DOCX file's paragraphs and cells in order."""
    for thing in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(thing, docx.table.Table):
            for row in thing.rows:
                for cell in row.cells:
                    _ = cell.text
        else:
            _ = (thing.text, thing.style)


def timed(work: Callable[[], object]) -> float:
    """Return the median processor time of some work, in milliseconds."""
    return median(taken(work) for _ in range(TIMES))


def taken(work: Callable[[], object]) -> float:
    """Return the processor time of some work, in milliseconds."""
    start = used()
    work()
    return (used() - start) * 1000


def used() -> float:
    """Return the processor time of this process and of those it has waited for."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, who))


def read(content: bytes) -> None:
    """Read a file here; it must be whole."""
    result = read_here(content, "")
    if result.document is None or not result.document.is_complete:
        sys.exit(f"The benchmark's own file was not read: {result.refusal}")


def against_libraries() -> str:
    """Compare reading with bare libraries."""
    plain, letters, tables, written = (
        long_pdf(has_tables=False),
        by_letter(),
        long_pdf(has_tables=True),
        long_docx(),
    )
    floors: tuple[tuple[str, bytes, Sequence[Callable[[bytes], None]]], ...] = (
        ("60 pages of text, PDF", plain, [bare_text]),
        ("60 pages, letter by letter, PDF", letters, [bare_text]),
        ("60 pages, 12 tables, PDF", tables, [bare_text, bare_tables]),
        ("60 pages, DOCX", written, [bare_docx]),
    )
    return table(
        ("file", "bare ms", "ours ms", "times"),
        [(name, *beside(bare, content)) for name, content, bare in floors],
    )


def beside(bare: Sequence[Callable[[bytes], None]], content: bytes) -> list[str]:
    """Return the medians of bare libraries and of ours, and of how many times.

    They take turns, so that what else the machine does is the same for both.
    """
    pairs = [
        (
            sum(taken(partial(each, content)) for each in bare),
            taken(lambda: read(content)),
        )
        for _ in range(TIMES)
    ]
    floor, ours = (median(column) for column in zip(*pairs, strict=True))
    times = median(after / before for before, after in pairs)
    return [f"{floor:.0f}", f"{ours:.0f}", f"{times:.2f}"]


def batch() -> str:
    """Read a thousand minutes on one core and on all; tell how much memory it took."""
    content = pdf(page(1, has_table=False))
    rows = []
    for cores, count in ((1, MINUTES // 5), (None, MINUTES)):
        start = perf_counter()
        peaks = []
        for at, result in enumerate(read_many([("a.pdf", content)] * count, cores)):
            if result.document is None:
                sys.exit(f"Not read: {result.refusal}")
            if at % (count // 4) == 0:
                peaks.append(own_memory())
        seconds = perf_counter() - start
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        grown = f"{peaks[0]} → {peaks[-1]}"
        rows.append((cores or "all", count, f"{count / seconds:.0f}", grown, children))
    head = ("cores", "files", "files/s", "asking process MB", "largest reader MB")
    return table(head, rows)


def own_memory() -> int:
    """Return this process's memory in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1_000_000


def starts() -> str:
    """Compare the interpreter's own start with reading a text of two pages."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.txt")
        file.write_text("\n\n".join([SENTENCE * 6] * 12), encoding="utf-8")
        code = (
            "from pathlib import Path; from radslag.formats.readers import read_file; "
            f"assert read_file(Path({str(file)!r})).document"
        )
        floor = timed(lambda: run("pass"))
        imports = timed(lambda: run("import radslag.formats.readers"))
        ours = timed(lambda: run(code))
    rows = [
        ("python -c pass", f"{floor:.0f}", "1.00"),
        ("import the readers", f"{imports:.0f}", f"{imports / floor:.2f}"),
        ("read a text of two pages", f"{ours:.0f}", f"{ours / floor:.2f}"),
    ]
    return table(("start", "ms", "times"), rows)


def run(code: str) -> None:
    """Run a line of Python in a process of its own."""
    subprocess.run([sys.executable, "-c", code], check=True)


def main() -> None:
    """Print all tables."""
    # As in the reading process.
    gc.set_threshold(COLLECT_AFTER)
    for part in (against_libraries, batch, starts):
        print(part(), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
