"""What a reader asks of those around it, who import it and are not imported by it.

More time for pages that are read as pictures, and that a file within a file be read.
"""

import json
import sys
from collections.abc import Callable
from typing import TypeAlias

from radslag.formats.readers.model import ReadResult

READY = b"\n"
# Reads the bytes of a file within a file: its name, and how deep it lies.
ReadWithin: TypeAlias = Callable[[bytes, str, int], ReadResult]


def ask_for_time(pages: int) -> None:
    """Tell the asking process that pages must be read as pictures, which takes time."""
    if pages and sys.stdout is sys.stderr and sys.__stdout__ is not None:
        question = json.dumps({"pictures": pages}).encode() + READY
        sys.__stdout__.buffer.write(question)
        sys.__stdout__.buffer.flush()
