"""Reads docs/access.md: what people have approved is what the gate is held to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from radslag.agreement.vocabulary import AccessRole
from tests.house.tree import DOCS
from tests.web.people import Visitor

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
READ, SEND, YES, WHEN_OPEN = "läsa", "skicka", "ja", "öppen"
ROLES = {role.swedish: role for role in AccessRole}
ADMINISTRATOR = "administratör"
WITHOUT = {"utan inloggning": False, "utan roll": True}


@dataclass(frozen=True)
class Row:
    """One address as it is written: how it is used, and the answer to each."""

    name: str
    address: str
    uses: frozenset[str]
    answers: dict[str, str]

    @property
    def is_in_cooperation(self) -> bool:
        """Say whether the address names a cooperation."""
        return "{samverkan}" in self.address

    @property
    def methods(self) -> set[str]:
        """Return the methods that the address takes from those who may."""
        found = {"OPTIONS"} if self.uses else set()
        found |= {"GET", "HEAD"} if READ in self.uses else set()
        return found | ({"POST"} if SEND in self.uses else set())

    @property
    def is_closed(self) -> bool:
        """Say whether nobody may do anything here."""
        return not self.uses

    def lets_in(self, visitor: Visitor, *, is_here: bool, is_open: bool) -> bool:
        """Say whether somebody may: is_here tells that the cooperation exists."""
        columns = {
            column
            for column, is_signed_in in WITHOUT.items()
            if visitor.is_signed_in == is_signed_in
        }
        columns |= {name for name, role in ROLES.items() if role in visitor.roles}
        columns |= {ADMINISTRATOR} if visitor.is_administrator else set()
        answers = {self.answers[column] for column in columns}
        if self.is_in_cooperation and not is_here:
            return False
        return YES in answers or (WHEN_OPEN in answers and is_open)


def rows() -> Iterator[Row]:
    """Give every row of both tables of the page."""
    titles: list[str] = []
    for line in (DOCS / "access.md").read_text(encoding="utf-8").splitlines():
        if not line.startswith("| "):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "namn":
            titles = cells
            continue
        told = dict(zip(titles, cells, strict=True))
        yield Row(
            name=told["namn"],
            address=told["adress"].strip("`"),
            uses=frozenset({READ, SEND} & set(re.findall(r"\w+", told["hur"]))),
            answers=told,
        )
