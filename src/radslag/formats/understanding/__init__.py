"""Understands documents: what was read becomes records, each value with its words."""

from radslag.formats.understanding.model import (
    Contradiction,
    Found,
    Match,
    PartOfDocument,
    Quote,
    Understanding,
    UnderstoodDocument,
    Value,
)
from radslag.formats.understanding.reading import (
    KindSaid,
    Known,
    fingerprint,
    understand,
)

__all__ = [
    "Contradiction",
    "Found",
    "KindSaid",
    "Known",
    "Match",
    "PartOfDocument",
    "Quote",
    "Understanding",
    "UnderstoodDocument",
    "Value",
    "fingerprint",
    "understand",
]
