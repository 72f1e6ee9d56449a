"""Small readers of the environment that fail loudly, in Swedish."""

import os
from datetime import date


class BadSetting(RuntimeError):
    """A variable of the environment does not say what it must."""


def text(name: str, default: str) -> str:
    """Read a text; an empty one counts as missing."""
    return os.environ.get(name, "") or default


def switch(name: str, *, default: bool) -> bool:
    """Read yes or no; raise BadSetting for anything else."""
    words = {"": default, "1": True, "true": True, "0": False, "false": False}
    value = os.environ.get(name, "").lower()
    if value not in words:
        raise BadSetting(f"{name} ska vara 1 eller 0, inte {value!r}.")
    return words[value]


def listed(name: str, default: str) -> list[str]:
    """Read a list separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def whole_number(name: str, *, default: int) -> int:
    """Read a number, zero or more; raise BadSetting for anything else."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise BadSetting(f"{name} ska vara ett heltal, inte {value!r}.")
    return int(value)


def day(name: str) -> date | None:
    """Read a day such as 2026-01-22, or nothing; raise BadSetting for anything else."""
    written = text(name, "")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as wrong:
        raise BadSetting(f"{name} ska vara en dag som 2026-01-22.") from wrong
