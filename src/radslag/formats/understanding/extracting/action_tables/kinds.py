"""Which part of the work a chapter, or a row over a whole table, is about."""

import re
from typing import Final

from radslag.agreement.vocabulary import ActivityKind

_KINDS: Final = (
    (
        ActivityKind.COMMUNICATION,
        re.compile(r"(?i)kommunikation(?!er)|påverkan|marknadsför|intressebevak"),
    ),
    (
        ActivityKind.SECRETARIAT,
        re.compile(
            r"(?i)kansli|sekretariat|samordnaren|samordningsfunktion|administrati"
        ),
    ),
    (
        ActivityKind.DEVELOPMENT,
        re.compile(r"(?i)utvecklingsaktivitet|fokusområde|målområde|insatsområde"),
    ),
)


def kind_named(text: str) -> ActivityKind | None:
    """Return the part of the work that a heading names, or None."""
    return next((kind for kind, words in _KINDS if words.search(text)), None)
