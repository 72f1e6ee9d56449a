"""The reading process: takes files on its input, gives documents on its output.

Each message is a line of JSON that says how many bytes follow, and then the bytes. The
process is started by `sandbox`, and can do nothing but read and answer.
"""

import gc
import json
import sys
from typing import BinaryIO

from radslag.formats.readers import confinement
from radslag.formats.readers.asking import READY
from radslag.formats.readers.dispatch import read_here
from radslag.formats.readers.limits import LIMITS
from radslag.formats.readers.model import ReadResult
from radslag.formats.readers.refusals import refusal
from radslag.formats.readers.wire import pack_result

COLLECT_AFTER = 200_000


def main() -> None:
    """Answer until the input ends."""
    confinement.confine()
    # A document is many small things that all live until it is sent.
    gc.set_threshold(COLLECT_AFTER)
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    # Whatever a library prints must not come between the answers.
    sys.stdout = sys.stderr
    while head := questions.readline():
        question = json.loads(head)
        content = questions.read(question["bytes"])
        confinement.allow_processor(LIMITS.processor_seconds)
        result = attempt(content, question["name"])
        answer(answers, packed(result, with_content=question["with_content"]))


def attempt(content: bytes, name: str) -> ReadResult:
    """Return what became of the file, also when a library has a fault of its own."""
    try:
        return read_here(content, name)
    except Exception as fault:
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)  # noqa: T201 - for the log.
        return ReadResult(name, refusal=refusal("fell"))


def packed(result: ReadResult, *, with_content: bool) -> bytes:
    """Return the result as one line; without the bytes of files in it, if too much."""
    try:
        told = pack_result(result, with_content=with_content)
        line = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return line.encode("utf-8", "replace")
    except MemoryError:
        if not with_content:
            raise
        return packed(result, with_content=False)


def answer(answers: BinaryIO, line: bytes) -> None:
    """Send one line."""
    answers.write(line)
    answers.write(READY)
    answers.flush()


if __name__ == "__main__":
    main()
