"""Reads files in a process of its own, which may fall without anybody noticing.

The asking process never opens a file with a library: it sends the bytes, waits no
longer than it must, and gets a document or a refusal back.
"""

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any

from radslag.formats.readers import names
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import ReadResult
from radslag.formats.readers.refusals import refusal
from radslag.formats.readers.wire import unpack_result

# Neither the user's own packages nor the start-up files of the environment are looked
# for; the process is told where to find what it needs, which also starts it sooner.
START = (
    "import sys; sys.path[:0] = {paths!r}; "
    "from radslag.formats.readers.child import main; main()"
)
PIECE = 1 << 16
PACKAGES = ("site-packages", "dist-packages")
# Nothing of the asking process's surroundings goes along: no secrets, no settings.
KEPT_SETTINGS = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX")
# What a process is told to end with when it has used up its processor time or memory.
OUT_OF_TIME = -24
# A library that gets no memory stops itself, and says nothing.
ABORTED = (-4, -5, -6)
OUT_OF_MEMORY = ("MemoryError", "bad_alloc", "out of memory", "OutOfMemory")


class TooLate(Exception):
    """The reading process did not answer in time."""


class Reader:
    """A reading process, started when first asked; used for one file after another.

    It is never trusted with a new file after one that was refused.
    """

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.files = 0

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> subprocess.Popen[bytes]:
        """Return the process, started if it was not."""
        if self.process is None:
            paths = [str(Path(__file__).parents[3]), *library_paths()]
            self.files = 0
            self.process = subprocess.Popen(  # noqa: S603 - this interpreter, our words.
                [sys.executable, "-I", "-S", "-c", START.format(paths=paths)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=settings(),
                cwd="/",
            )
            for pipe in (self.process.stdout, self.process.stderr, self.process.stdin):
                os.set_blocking(pipe.fileno(), False)  # type: ignore[union-attr]  # all three are pipes
        return self.process

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
                pipe.close()  # type: ignore[union-attr]  # all three are pipes
            self.process = None

    def read(
        self, content: bytes, name: str, *, with_content: bool = False
    ) -> ReadResult:
        """Return what became of the file; never raises for what a file may hold.

        Files inside it are given with their bytes only where asked for.
        """
        shown = names.shown_name(name)
        if len(content) > LIMITS.file_bytes:
            return ReadResult(shown, refusal=refusal("too_large"))
        try:
            question = {"name": shown, "with_content": with_content}
            answer, said = self.converse(content, question)
        except TooLate:
            self.stop()
            return ReadResult(shown, refusal=refusal("clock"))
        if answer is None:
            return ReadResult(shown, refusal=refusal(self.cause_of_fall(said)))
        result = unpack_result(answer)
        if result.refusal is not None:
            self.stop()
        return result

    def cause_of_fall(self, said: bytes) -> str:
        """Return why the process ended without an answer, and forget it."""
        process = self.start()
        process.wait()
        status = process.returncode
        self.stop()
        if status == OUT_OF_TIME:
            return "processor"
        if status in ABORTED and not said:
            return "memory"
        text = said.decode(errors="replace")
        return "memory" if any(word in text for word in OUT_OF_MEMORY) else "fell"

    def converse(
        self, content: bytes, question: dict[str, Any]
    ) -> tuple[list[Any] | None, bytes]:
        """Send the file and wait for the answer; None if the process ended first."""
        if self.files >= LIMITS.files_each:
            self.stop()
        process = self.start()
        self.files += 1
        head = json.dumps({"bytes": len(content), **question}).encode() + b"\n"
        conversation = Conversation(process, memoryview(head + content))
        return conversation.hold()


class Conversation:
    """One question to a reading process, its answer, and what it says beside."""

    def __init__(self, asked: subprocess.Popen[bytes], question: memoryview) -> None:
        self.process = asked
        self.question = question
        self.heard = b""
        self.said = b""
        self.start = monotonic()
        self.until = self.start + LIMITS.clock_seconds
        self.answer: list[Any] | None = None
        self.has_ended = False

    def hold(self) -> tuple[list[Any] | None, bytes]:
        """Return the answer, and what was said on the side; raises TooLate."""
        hear: dict[Any, Callable[[], None]] = {
            self.process.stdin: self.send,
            self.process.stdout: self.listen,
            self.process.stderr: self.overhear,
        }
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdin, selectors.EVENT_WRITE)  # type: ignore[arg-type]  # a pipe
            selector.register(self.process.stdout, selectors.EVENT_READ)  # type: ignore[arg-type]  # a pipe
            selector.register(self.process.stderr, selectors.EVENT_READ)  # type: ignore[arg-type]  # a pipe
            while self.answer is None and not self.has_ended:
                left = self.until - monotonic()
                if left <= 0:
                    raise TooLate
                for key, _ in selector.select(left):
                    hear[key.fileobj]()
                if not self.question and self.process.stdin in selector.get_map():
                    selector.unregister(self.process.stdin)  # type: ignore[arg-type]  # a pipe
        return self.answer, self.said

    def send(self) -> None:
        """Send as much of the file as the pipe takes."""
        try:
            sent = os.write(self.process.stdin.fileno(), self.question[:PIECE])  # type: ignore[union-attr]  # a pipe
            self.question = self.question[sent:]
        except BrokenPipeError:
            self.question = memoryview(b"")

    def listen(self) -> None:
        """Take in a piece of the answer, or a request for more time."""
        piece = os.read(self.process.stdout.fileno(), 1 << 20)  # type: ignore[union-attr]  # a pipe
        self.has_ended = not piece
        self.heard += piece
        while b"\n" in piece and b"\n" in self.heard:
            line, self.heard = self.heard.split(b"\n", maxsplit=1)
            message = json.loads(line)
            if isinstance(message, list):
                self.answer = message
            else:
                self.allow(message["pictures"])

    def allow(self, pictures: int) -> None:
        """Allow more time for pages that are read as pictures."""
        seconds = LIMITS.clock_seconds + pictures * LIMITS.picture_page_seconds
        self.until = self.start + min(seconds, LIMITS.longest_clock_seconds)

    def overhear(self) -> None:
        """Take in what the process complains of."""
        piece = os.read(self.process.stderr.fileno(), PIECE)  # type: ignore[union-attr]  # a pipe
        self.has_ended = not piece
        self.said = (self.said + piece)[-PIECE:]


def library_paths() -> list[str]:
    """Return where the libraries are that readers use."""
    return [path for path in sys.path if path.endswith(PACKAGES)]


def settings() -> dict[str, str]:
    """Return the few settings that go along to the reading process."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT_SETTINGS}
    # Two readers on two cores: each picture is read by one thread.
    return kept | {"OMP_THREAD_LIMIT": "1", "PYTHONDONTWRITEBYTECODE": "1"}
