"""The review as it last came out, kept until a record or the day changes.

A review reads the whole cooperation; a page must not. So it is kept under the
cooperation's edition, which the database counts up with every row of the journal:
a kept review can never be older than the facts.
"""

from datetime import date

from django.core.cache import cache

from radslag import __version__
from radslag.records.models import Cooperation
from radslag.records.models.tenancy import chosen_id
from radslag.services.review import Review, review

A_DAY_SECONDS = 24 * 60 * 60


def latest_review(today: date, edition: int | None = None) -> Review:
    """Return the chosen cooperation's review, worked out only when something is new.

    One query when nothing is, and none with the edition known; otherwise those of the
    review, the same number however large the cooperation is.
    """
    if edition is None:
        edition = Cooperation.objects.values_list("edition", flat=True).get(
            pk=chosen_id()
        )
    name = f"review:{__version__}:{chosen_id()}:{edition}:{today.isoformat()}"
    kept: Review | None = cache.get(name)
    if kept is None:
        kept = review(today)
        cache.set(name, kept, timeout=A_DAY_SECONDS)
    return kept
