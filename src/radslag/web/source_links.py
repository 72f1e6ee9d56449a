"""Källa: which figures of a page have a source, and the way to it.

A page gathers its sources in one question, and shows the small link where there is
one. The public has no page to be led to, so nothing is asked and nothing shown.
"""

from django.urls import reverse

from radslag.services.citing import cited
from radslag.web.gate import Visit
from radslag.web.sight import Sight


def gather(visit: Visit, *sections: str) -> None:
    """Remember which records of some sections have a source, in one question."""
    visit.cited = frozenset() if visit.viewer.is_public else cited(sections)


def source_url(sight: Sight, section: str, key: str) -> str:
    """Return where a record's sources are told; nothing where there is none.

    That page leads on to the record's own where no document is kept.
    """
    if (section, key) not in sight.cited:
        return ""
    return reverse("source", args=[sight.cooperation, section, key])
