"""What was asked for lately, in the process's own memory: never more than so much."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
Thing = TypeVar("Thing")


class Lately(Generic[Name, Thing]):
    """Things of a size, under names: at most so much in all, in two halves.

    When the new half is full it becomes the old one, and what of that is never asked
    for again is forgotten with it. So a thing that is found costs one look.
    """

    def __init__(self, most: int) -> None:
        """Keep things whose sizes are at most `most` together."""
        self._most_in_half = most // 2
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._new: dict[Name, tuple[Thing, int]] = {}
        self._old: dict[Name, tuple[Thing, int]] = {}
        self._size = 0

    def get(self, name: Name) -> Thing | None:
        """Return what is kept under a name, or None."""
        found = self._new.get(name)
        if found is None and (found := self._old.get(name)) is not None:
            self.put(name, *found)
        return None if found is None else found[0]

    def put(self, name: Name, thing: Thing, size: int) -> None:
        """Keep a thing, and forget what there is no room for."""
        if self._size + size > self._most_in_half:
            self._old, self._new, self._size = self._new, {}, 0
        self._new[name] = (thing, size)
        self._size += size

    def forget(self, name: Name) -> bool:
        """Forget one thing; say whether it was there."""
        found = self._new.pop(name, None)
        if found is not None:
            self._size -= found[1]
        return bool(found) | (self._old.pop(name, None) is not None)
