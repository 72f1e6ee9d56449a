"""Exporting: a stored cooperation as the text of a file."""

from django.db import transaction

from radslag.formats.cooperation_file import Row, Rows, write_json, write_yaml
from radslag.records.models import Cooperation, choose
from radslag.records.sections import SECTIONS
from radslag.services.cooperation_file.stored import Stored

OWN_FACTS = (
    "key",
    "name",
    "short_name",
    "purpose",
    "records_holder",
    "is_demonstration",
    "is_public",
)


class NoSuchCooperation(Exception):
    """No cooperation has the key; the sentence says which there are."""

    def __init__(self, key: str) -> None:
        keys = list(Cooperation.objects.values_list("key", flat=True))
        there = f"Här finns: {', '.join(keys)}." if keys else "Här finns ingen ännu."
        super().__init__(f"Ingen samverkan har nyckeln ”{key}”. {there}")


def own_facts(cooperation: Cooperation) -> Row:
    """Return what a file says of the cooperation itself."""
    return {name: getattr(cooperation, name) for name in OWN_FACTS}


def rows_of(cooperation: Cooperation) -> Rows:
    """Return everything a cooperation holds as flat rows, one query a section."""
    with choose(cooperation):
        return Stored(SECTIONS).all_rows()


def export(cooperation: Cooperation | str, *, as_json: bool = False) -> str:
    """Write a whole cooperation as a file.

    The same facts give the same text, and loading it elsewhere gives the same
    cooperation. Raises NoSuchCooperation for a key that nothing has.
    """
    if isinstance(cooperation, str):
        cooperation = _with_key(cooperation)
    write = write_json if as_json else write_yaml
    # In one transaction, so that what is read belongs together.
    with transaction.atomic():
        return write(own_facts(cooperation), rows_of(cooperation))


def known_cooperation(key: str) -> tuple[Rows, Row]:
    """Return all that a cooperation holds, and its own facts, for readings to compare.

    Raises NoSuchCooperation for a key that nothing has.
    """
    cooperation = _with_key(key)
    with transaction.atomic():
        return rows_of(cooperation), own_facts(cooperation)


def _with_key(key: str) -> Cooperation:
    found = Cooperation.objects.filter(key=key).first()
    if found is None:
        raise NoSuchCooperation(key)
    return found
