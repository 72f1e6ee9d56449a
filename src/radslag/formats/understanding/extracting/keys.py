"""Keys that several extractors make, so that a thing is one in all documents."""

from datetime import date

from radslag.formats.slugs import slug


def plan_key(year: int) -> str:
    """Return the key of a year's plan, "plan-2026"."""
    return f"plan-{year}"


def meeting_key(body: str, day: date) -> str:
    """Return the key of a body's meeting on a day, "kommitten-2026-01-22"."""
    return f"{body}-{day.isoformat()}"


def conference_key(name: str, year: int | None) -> str:
    """Return the key of a conference: its name, and the year where it is known."""
    return f"{slug(name)}-{year}" if year and str(year) not in name else slug(name)
