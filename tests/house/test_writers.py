"""Only services write, and in services only the journal does, so nothing is unseen."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.tree import name_of, python_files, syntax

WRITERS = {
    "save", "asave", "create", "acreate", "update", "aupdate", "delete", "adelete",
    "bulk_create", "abulk_create", "bulk_update", "abulk_update",
    "get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create",
    "create_user", "create_superuser", "execute", "executemany",
}  # fmt: skip
JOURNAL = "src/radslag/services/journal.py"
# Each call that bears a writer's name without being one, or with good right, and why.
ACCOUNTS = "src/radslag/services/accounts.py"
OUTSIDE = "Accounts and grants belong to no cooperation's records."
INDEX = "src/radslag/services/search/indexing.py"
DERIVED = "The index of search is made of the records and can be made again."
PICTURES = "src/radslag/formats/page_pictures.py"
READINGS = "src/radslag/services/readings/keeping.py"
UNDER_WAY = "A reading is on its way to the records; applied, it goes by the journal."
ALLOWED: dict[tuple[str, str], str] = {
    (ACCOUNTS, "get_or_create"): OUTSIDE,
    (ACCOUNTS, "update_or_create"): OUTSIDE,
    (ACCOUNTS, "save"): OUTSIDE,
    (PICTURES, "save"): "A drawn page is kept in memory, not in the database.",
    (READINGS, "save"): UNDER_WAY,
    (READINGS, "update"): UNDER_WAY,
    (READINGS, "delete"): UNDER_WAY,
    (READINGS, "bulk_create"): UNDER_WAY,
    (READINGS, "bulk_update"): UNDER_WAY,
    (INDEX, "bulk_create"): DERIVED,
    (INDEX, "delete"): DERIVED,
}


def writing_calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Give the name and line of each call that may write to the database."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in WRITERS
        ):
            yield node.func.attr, node.lineno


def found_in(folder: str) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for path in python_files(folder):
        if name_of(path) == JOURNAL:
            continue
        for method, line in writing_calls(syntax(path)):
            found.setdefault((name_of(path), method), []).append(line)
    return found


@pytest.mark.parametrize("room", ["web", "formats", "agreement", "config", "services"])
def test_only_the_journal_writes(room: str) -> None:
    found = found_in(f"src/radslag/{room}")

    unexpected = {key: at for key, at in found.items() if key not in ALLOWED}

    assert unexpected == {}


def test_every_allowance_is_still_needed() -> None:
    assert set(ALLOWED) <= set(found_in("src/radslag"))


@pytest.mark.parametrize(
    "line",
    ["plan.save()", "Plan.objects.create(year=1)", "plans.filter(a=1).update(a=2)"],
)
def test_a_writing_view_is_noticed(line: str) -> None:
    assert list(writing_calls(ast.parse(line)))


def test_a_reading_view_is_left_alone() -> None:
    tree = ast.parse("plans = Plan.objects.filter(year=1); names = sorted(plans)")

    assert list(writing_calls(tree)) == []
