"""Which records have a source: asked along with the records, or for whole sections."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from radslag.records.models import Citation

# Section and key of a record.
Named = tuple[str, str]


def cited(sections: Iterable[str]) -> set[Named]:
    """Return section and key of the records that have a source, in one query."""
    rows = Citation.objects.filter(section__in=list(sections)).order_by()
    return set(rows.values_list("section", "record_key").distinct())


def has_source(section: str, key: str = "key") -> Exists:
    """Return what a query of a section's records asks besides: whether one is cited.

    The key is where that query finds the record's key: "key", or "minutes__key".
    """
    return Exists(Citation.objects.filter(section=section, record_key=OuterRef(key)))
