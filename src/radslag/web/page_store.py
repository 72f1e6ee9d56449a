"""Where pages are kept as they came out: see `web/kept.py`.

Django's own store counts pages, not bytes; three hundred long ones would fill memory
after a day of changes, though no page of an older edition is ever asked for again.
"""

from functools import cache
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from radslag.web.lately import Lately

# What a kept page takes besides its bytes: its name, above all.
BESIDES_BYTES = 300


@cache
def _of_process(most_bytes: int) -> Lately[str, bytes]:
    """Return the room that all threads of the process share."""
    return Lately(most_bytes)


class PageStore(BaseCache):
    """Pages in the process's own memory, at most `LOCATION` bytes of them.

    Each process keeps its own, shared by its threads; nothing grows old by the clock,
    as a page's name says all it rests on. A page bigger than half the room is not kept.
    """

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        """Make room; `location` is the most bytes, as digits."""
        super().__init__(params)
        self._most_bytes = int(location)
        self._pages = _of_process(self._most_bytes)

    def get(
        self,
        key: str,
        default: bytes | None = None,
        version: int | None = None,
    ) -> bytes | None:
        """Return a page, or the default."""
        page = self._pages.get(key)
        return default if page is None else page

    def set(
        self,
        key: str,
        value: bytes,
        timeout: float | object | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Keep a page, for as long as there is room."""
        size = len(value) + BESIDES_BYTES
        if size <= self._most_bytes // 2:
            self._pages.put(key, value, size)

    def clear(self) -> None:
        """Forget every page."""
        self._pages.clear()

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a page; say whether it was kept."""
        return self._pages.forget(key)
