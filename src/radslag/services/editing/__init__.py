"""Adding, correcting, removing and restoring records, one at a time, by hand."""

from radslag.services.editing.besides import Beside, beside_rows, stamp_of
from radslag.services.editing.removing import Protected, Removal, removal_of, remove
from radslag.services.editing.rules import Problems, problems_of
from radslag.services.editing.saving import (
    Collision,
    RemovedMeanwhile,
    add,
    change,
    changes_since,
)
from radslag.services.editing.undoing import CannotUndo, latest_of, undo

__all__ = [
    "Beside",
    "CannotUndo",
    "Collision",
    "Problems",
    "Protected",
    "Removal",
    "RemovedMeanwhile",
    "add",
    "beside_rows",
    "change",
    "changes_since",
    "latest_of",
    "problems_of",
    "removal_of",
    "remove",
    "stamp_of",
    "undo",
]
