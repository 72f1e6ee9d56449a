"""Which records have a source: asked along with the records, or for whole sections."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from radslag.records.models import Citation
from radslag.records.questions import Answers, answered_as

# Section and key of a record.
Named = tuple[str, str]
MOST_GATHERED = 50


def cited(sections: Iterable[str]) -> frozenset[Named]:
    """Return section and key of the records that have a source, in one query."""
    return _gathered(_cited(sections=tuple(sections)))


@answered_as(tuple)
def _cited(*, sections: tuple[str, ...]) -> QuerySet[Citation, Any]:
    rows = Citation.objects.filter(section__in=sections).order_by()
    return rows.values_list("section", "record_key").distinct()


@lru_cache(maxsize=MOST_GATHERED)
def _gathered(rows: Answers[Named]) -> frozenset[Named]:
    return frozenset(rows)


def has_source(section: str, key: str = "key") -> Exists:
    """Return what a query of a section's records asks besides: whether one is cited.

    The key is where that query finds the record's key: "key", or "minutes__key".
    """
    return Exists(Citation.objects.filter(section=section, record_key=OuterRef(key)))
