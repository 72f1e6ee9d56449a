"""The offices that a board's own minutes tell: who leads it, and who writes."""

import re
from typing import Final

from radslag.agreement.vocabulary import Certainty, MinutesKind, Role
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value

BY_THE_MINUTES: Final = "Uppdraget är det som protokollet säger vid mötet."
_ROLES: Final = (
    (
        Role.VICE_CHAIR,
        re.compile(r"(?i)^(?:\d:?[ae]\s+|förste\s+|andre\s+)?vice\s+ordf"),
    ),
    (Role.CHAIR, re.compile(r"(?i)^ordf")),
    (Role.SECRETARY, re.compile(r"(?i)^(?:nämnd|mötes|förbunds)?sekreterare\b")),
)


def add_offices(kind: Value | None, meeting: Found, gathering: Gathering) -> None:
    """Add the chairs and the secretary whom a protocol's rows of attendance tell of.

    Who leads a talk that there are only notes of has no office by it.
    """
    if kind is None or kind.value != MinutesKind.PROTOCOL.value:
        return
    taken: set[Role] = set()
    for row in gathering.of("attendance"):
        is_here = row["meeting"] == meeting.key and row["state"] != "absent"
        role = _role(row) if is_here and row["person"] else None
        if role and role not in taken:
            taken.add(role)
            _add(row, role, meeting, gathering)


def _role(row: Found) -> Role | None:
    said = str(row["role"] or "")
    is_seated = row["municipality"] is not None
    fits = (role for role, pattern in _ROLES if pattern.search(said))
    return next((r for r in fits if is_seated or r is Role.SECRETARY), None)


def _add(row: Found, role: Role, meeting: Found, gathering: Gathering) -> None:
    said = row.values["role"].as_value(role.value)
    values: dict[str, Value | None] = {
        "body": meeting.values.get("body"),
        "role": said.doubted(Certainty.PROBABLE, BY_THE_MINUTES),
        "municipality": row.values.get("municipality"),
        "person": row.values["person"],
    }
    whose = row["municipality"] or row["person"]
    parts = (meeting["body"] or "uppdrag", role.value.replace("_", "-"), whose)
    gathering.add("appointments", "-".join(map(str, parts)), values)
