"""What was asked for lately is kept, never more than there is room for."""

import pytest
from django.core.cache import caches
from hypothesis import given
from hypothesis import strategies as st

from radslag.web.lately import Lately
from radslag.web.page_store import BESIDES_BYTES, PageStore

MOST = 100
STEPS = st.lists(st.tuples(st.integers(0, 8), st.integers(1, MOST // 2)), max_size=60)


@given(STEPS)
def test_never_more_than_there_is_room_for_and_the_newest_is_there(steps):
    kept: Lately[int, tuple[int, int]] = Lately(MOST)
    said: dict[int, int] = {}

    for name, size in steps:
        kept.put(name, (name, size), size)
        said[name] = size
        assert kept.get(name) == (name, size)
        assert kept.get(steps[0][0]) in {None, (steps[0][0], said[steps[0][0]])}
        held = [*kept._new.values(), *kept._old.values()]
        assert sum(each for _, each in held) <= MOST


def test_a_forgotten_thing_leaves_room():
    kept: Lately[str, str] = Lately(10)
    kept.put("a", "x", 5)

    assert kept.forget("a")
    assert not kept.forget("a")
    assert kept.get("a") is None
    kept.put("b", "y", 5)
    assert kept.get("b") == "y"


@pytest.fixture
def pages(settings):
    """Return a small place for pages, and clear it afterwards."""
    store = {"BACKEND": "radslag.web.page_store.PageStore", "LOCATION": "10000"}
    settings.CACHES = settings.CACHES | {"pages": store}
    yield caches["pages"]
    caches["pages"].clear()


def test_pages_are_kept_by_their_bytes(pages):
    for number in range(100):
        pages.set(str(number), b"x" * 1_000)

    kept = [number for number in range(100) if pages.get(str(number))]
    assert kept[-1] == 99
    assert len(kept) * (1_000 + BESIDES_BYTES) <= 10_000


def test_a_page_too_big_for_the_room_pushes_nothing_out(pages):
    pages.set("small", b"x")
    pages.set("big", b"x" * 6_000)

    assert pages.get("big") is None
    assert pages.get("small") == b"x"
    assert pages.delete("small")
    assert pages.get("small", "gone") == "gone"


def test_threads_share_one_place(pages):
    pages.set("a", b"x")

    assert PageStore("10000", {}).get("a") == b"x"
