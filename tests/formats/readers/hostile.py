"""What a hostile or poor file is expected to become, and all such files by group."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

READ = "läst"
INCOMPLETE = "ofullständigt läst"


@dataclass(frozen=True)
class Case:
    """A file, what it is, and what must become of it.

    `outcome` is READ, INCOMPLETE or the code of a refusal; `says` must be found in the
    document's text or in what is remarked, and `hides` must be found in neither.
    """

    group: str
    what: str
    make: Callable[[], bytes]
    outcome: str = READ
    says: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    name: str = "fil"


def all_cases() -> Iterator[Case]:
    """Give every case, group by group."""
    from tests.formats.readers import (  # noqa: PLC0415 - they need what is above.
        hostile_archives,
        hostile_office,
        hostile_pages,
        hostile_text,
        hostile_xml,
    )

    yield from hostile_archives.CASES
    yield from hostile_xml.CASES
    yield from hostile_office.CASES
    yield from hostile_pages.CASES
    yield from hostile_text.CASES
