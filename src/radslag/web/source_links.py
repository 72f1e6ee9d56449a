"""Källa: which figures of a page have a source, and the way to it.

A page gathers its sources in one question, and shows the small link where there is
one. The public has no page to be led to, so nothing is asked and nothing shown.
"""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse

from radslag.services.citing import Named, cited
from radslag.web.gate import Visit


def gather(visit: Visit, *sections: str) -> None:
    """Remember which records of some sections have a source, in one question."""
    visit.cited = set() if visit.viewer.is_public else cited(sections)


def remember(visit: Visit, records: Iterable[Named]) -> None:
    """Remember which records have a source, where the page has asked already."""
    visit.cited = set() if visit.viewer.is_public else set(records)


def source_url(request: HttpRequest | None, section: str, key: str) -> str:
    """Return where a record's sources are told; nothing where there is none."""
    if (section, key) not in getattr(request, "cited", ()):
        return ""
    cooperation: str = request.cooperation.key  # type: ignore[union-attr]  # gathered by a page
    return record_source_url(cooperation, section, key)


def record_source_url(cooperation: str, section: str, key: str) -> str:
    """Return where a record's words are shown, for a page that knows there are any.

    That page leads on to the record's own where no document is kept.
    """
    return reverse("source", args=[cooperation, section, key])
