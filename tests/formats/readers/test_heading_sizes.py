"""The sizes of lines on a page that make headings of one level."""

from hypothesis import given
from hypothesis import strategies as st

from radslag.formats.readers.page_blocks import levels_of


def test_line_measured_a_little_higher_is_of_the_same_level() -> None:
    assert levels_of([26.0, 25.5, 19.0, 15.0]) == {26.0: 1, 25.5: 1, 19.0: 2, 15.0: 3}


@given(st.sets(st.integers(20, 120)))
def test_larger_size_is_never_a_lower_level(halves: set[int]) -> None:
    sizes = sorted((half / 2 for half in halves), reverse=True)
    levels = [levels_of(sizes)[size] for size in sizes]
    assert levels == sorted(levels)
