"""What a text is read line by line as."""

from typing import NamedTuple


class Line(NamedTuple):
    """A line of a file, with its number, counted from one, and its page."""

    text: str
    number: int
    page: int | None = None
