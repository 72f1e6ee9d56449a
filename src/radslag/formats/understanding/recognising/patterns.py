"""Patterns made of alternatives, for text in small letters without å, ä and ö."""

import re


def any_of(*patterns: str) -> "re.Pattern[str]":
    """Return a pattern that fits where any of these does; ^ and $ are of each line."""
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)
