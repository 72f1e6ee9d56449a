"""Measure on SQLite, and on PostgreSQL where it is installed; print the tables."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import large
from tools import with_postgresql

TOP = Path(__file__).resolve().parent.parent
RUN = [sys.executable, "-m", "benchmarks.running"]
SERVE = [sys.executable, "-m", "benchmarks.serving"]
SEARCH = [sys.executable, "-m", "benchmarks.search"]
READ = [sys.executable, "-m", "benchmarks.reading"]
EXTRACT = [sys.executable, "-m", "benchmarks.extraction"]
RENDER = [sys.executable, "-m", "benchmarks.rendered"]
EXTRACT_RENDERED = [sys.executable, "-m", "benchmarks.extraction_rendered"]
WITH_POSTGRESQL = [sys.executable, "tools/with_postgresql.py"]
ON_POSTGRESQL = [*WITH_POSTGRESQL, *RUN]
# Growth is seen in what a page takes to make, not in what it takes to keep.
ANEW = {"RADSLAG_BENCH_SERVES": "anew"}


def main() -> int:
    """Do all the measuring, or only what the command line names, such as search."""
    asked = sys.argv[1:] or list(MEASURINGS)
    unknown = [each for each in asked if each not in MEASURINGS]
    if unknown:
        print(f"Unknown: {' '.join(unknown)}. Known: {' '.join(MEASURINGS)}.")
        return 2
    return max(MEASURINGS[each]() for each in asked)


def work() -> int:
    """Write the large cooperation once and run on each database."""
    with workplace() as folder:
        large.write(folder / "large.json")
        return max(
            run(command, environment(folder) | ANEW) for command in (RUN, ON_POSTGRESQL)
        )


def serving() -> int:
    """Serve pages to several at once, on PostgreSQL where it is installed."""
    is_installed = with_postgresql.find_programs() is not None
    command = [*WITH_POSTGRESQL, *SERVE] if is_installed else SERVE
    with workplace() as folder:
        return run(command, environment(folder))


def search() -> int:
    """Search many records, on each database, beside the bare question."""
    print("\n### Search\n", flush=True)
    commands = [SEARCH]
    if with_postgresql.find_programs() is not None:
        commands.append([*WITH_POSTGRESQL, *SEARCH])
    return max(run(command, plain()) for command in commands)


def reading() -> int:
    """Read files, beside the libraries that read them."""
    print("\n### Reading files\n", flush=True)
    return run(READ, plain())


def extraction() -> int:
    """Score what is understood of documents with keys, field by field."""
    print("\n### What is understood\n", flush=True)
    return run(EXTRACT, plain())


def rendered() -> int:
    """Count the words lost when documents are sent as DOCX, PDF and scans."""
    print("\n### Words in other forms\n", flush=True)
    return run(RENDER, plain())


def extraction_rendered() -> int:
    """Score what is understood of documents sent as DOCX, PDF and scans."""
    print("\n### What is understood in other forms\n", flush=True)
    return run(EXTRACT_RENDERED, plain())


# One line for each: a name to ask for on the command line, and what measures it.
MEASURINGS: dict[str, Callable[[], int]] = {
    "work": work,
    "serving": serving,
    "search": search,
    "reading": reading,
    "extraction": extraction,
    "rendered": rendered,
    "extraction-rendered": extraction_rendered,
}


@contextmanager
def workplace() -> Iterator[Path]:
    """Keep a folder while something is measured."""
    with tempfile.TemporaryDirectory(prefix="radslag-bench-") as name:
        yield Path(name)


def run(command: list[str], environment: dict[str, str]) -> int:
    """Run a command at the top of the checkout; return its status, 0 when well."""
    answer = subprocess.run(command, cwd=TOP, env=environment, check=False)
    return abs(answer.returncode)


def plain() -> dict[str, str]:
    """Return what a measuring needs that makes its own folder and settings."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(TOP), str(TOP / "src")])}


def environment(folder: Path) -> dict[str, str]:
    """Return the settings of a real installation, in a folder of its own."""
    return {
        **plain(),
        "DJANGO_SETTINGS_MODULE": "benchmarks.served_settings",
        "RADSLAG_DEBUG": "0",
        "RADSLAG_FOLDER": str(folder),
        "RADSLAG_HOSTS": "testserver",
        # A proxy has sent everyone to https already.
        "RADSLAG_HTTPS_REDIRECT": "0",
        "RADSLAG_SECRET_KEY": "only-for-measuring-" + "0123456789" * 4,
        "DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}",
    }


if __name__ == "__main__":
    sys.exit(main())
