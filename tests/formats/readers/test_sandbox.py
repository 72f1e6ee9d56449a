"""The reading process can do nothing but read, and its end is nobody else's."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from radslag.formats import readers
from radslag.formats.readers import (
    FileKind,
    limits,
    read_file,
    read_many,
    sandbox,
)
from radslag.formats.readers.sandbox import Reader, library_paths, settings

TRY = """
import sys; sys.path[:0] = {paths!r}
from radslag.formats.readers.confinement import confine
confine()
try:
    {what}
except (PermissionError, OSError, MemoryError) as refused:
    print(type(refused).__name__)
else:
    print("done")
"""


def confined(what: str) -> str:
    """Return what becomes of an attempt in a confined process."""

    paths = [str(Path(readers.__file__).parents[3]), *library_paths()]
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", TRY.format(paths=paths, what=what)],
        capture_output=True, text=True, check=True, env=settings(),
    )  # fmt: skip
    return run.stdout.strip()


@pytest.mark.parametrize(
    "what",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "open('/dev/shm/x', 'w')",
        "import os; os.open('/dev/shm/x', os.O_WRONLY | os.O_CREAT)",
        "import os; os.remove('/dev/shm/x')",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import subprocess; subprocess.run(['true'])",
        "bytearray(600_000_000)",
    ],
)
def test_reader_may_not(what: str) -> None:
    assert confined(what) in {"Forbidden", "MemoryError"}


def test_reader_has_nobody_on_its_network() -> None:
    listed = "print(open('/proc/self/net/dev').read().count(':'), end=' ')"

    assert confined(listed) in {"1 done", "0 done"}


def test_reader_may_read() -> None:
    assert confined("open('/dev/null').read()") == "done"


def test_reader_knows_nothing_of_our_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADSLAG_SECRET_KEY", "secret")

    assert "RADSLAG_SECRET_KEY" not in settings()


def test_killed_reader_is_told_and_replaced() -> None:
    with Reader() as reader:
        process = reader.start()
        os.kill(process.pid, signal.SIGKILL)
        fallen = reader.read(b"Text.\n", "a.txt")
        after = reader.read(b"Text.\n", "b.txt")

    assert fallen.refusal is not None
    assert fallen.refusal.code == "fell"
    assert after.document is not None


def test_silent_reader_is_ended_when_its_time_is_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sandbox, "LIMITS", limits.Limits(clock_seconds=1))
    with Reader() as reader:
        process = reader.start()
        os.kill(process.pid, signal.SIGSTOP)
        result = reader.read(b"Text.\n", "a.txt")

    assert result.refusal is not None
    assert result.refusal.code == "clock"


def test_missing_file_is_refused(tmp_path: Path) -> None:
    result = read_file(tmp_path / "finns inte.docx")

    assert result.refusal is not None
    assert (result.refusal.code, result.name) == ("missing", "finns inte.docx")


def test_many_files_come_in_order_and_others_go_on() -> None:
    files = [
        (f"{at}.txt", b"" if at % 5 == 0 else b"Text %d.\n" % at) for at in range(40)
    ]

    results = list(read_many(files))

    assert [result.name for result in results] == [name for name, _ in files]
    assert [result.refusal is None for result in results] == [
        at % 5 != 0 for at in range(40)
    ]


def test_many_files_leave_no_process(tmp_path: Path) -> None:
    before = threading.active_count()
    for result in read_many([("a.txt", b"Text.\n")] * 5):
        assert result.document is not None
        break

    assert threading.active_count() <= before


def test_kind_is_told_from_the_content() -> None:
    result = read_file(b"<html><body><p>Text</p></body></html>", "a.docx")

    assert result.document is not None
    assert result.document.kind is FileKind.HTML
    assert "ett DOCX-dokument" in str(result.document.remarks[0])


def test_calling_process_opens_no_library() -> None:
    code = "import sys, radslag.formats.readers as r; r.read_file(b'Text.', 'a'); "
    code += "print({'lxml', 'pypdfium2', 'openpyxl', 'django'} & {*sys.modules})"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "set()"
