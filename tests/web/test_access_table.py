"""No line of the table can change unseen: the written page changes with it.

What the page says is what every visitor is then tried against, in test_access.py.
"""

from dataclasses import replace

import pytest

from radslag.agreement.vocabulary import AccessRole
from radslag.web.access import ALL_ROLES, READ, READ_AND_SEND, SEND, TABLE, Entry
from tests.house.test_access_docs import page_maker
from tests.house.tree import DOCS


def slips(entry: Entry) -> list[Entry]:
    """Return the entry with each of its checks weakened or turned around."""
    found = [replace(entry, is_public=not entry.is_public)]
    found += [replace(entry, roles=entry.roles ^ {role}) for role in AccessRole]
    found += [replace(entry, roles=ALL_ROLES), replace(entry, roles=frozenset())]
    found += [replace(entry, methods=methods) for methods in (READ, SEND)]
    found.append(replace(entry, methods=READ_AND_SEND))
    found.append(replace(entry, is_closed=not entry.is_closed, methods=READ))
    if not (entry.needs_cooperation or entry.is_public or entry.is_closed):
        found.append(replace(entry, for_administrator=not entry.for_administrator))
    return [slip for slip in found if is_another(entry, slip)]


def is_another(entry: Entry, slip: Entry) -> bool:
    """Say whether the change makes any difference to anybody.

    Outside a cooperation there are no roles, and what is closed is closed to all.
    """
    if entry.is_closed and slip.is_closed:
        return entry.methods != slip.methods
    has_same_roles = entry.roles == slip.roles or not entry.needs_cooperation
    return not has_same_roles or replace(slip, roles=entry.roles) != entry


@pytest.mark.parametrize("name", TABLE)
def test_every_slip_in_the_table_is_seen(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    maker, entry = page_maker(), TABLE[name]
    page = (DOCS / "access.md").read_text(encoding="utf-8")
    unseen = []

    for slip in slips(entry):
        monkeypatch.setitem(TABLE, name, slip)
        if maker.access_page() == page:
            unseen.append(slip)

    assert unseen == []
    assert len(slips(entry)) >= 3
