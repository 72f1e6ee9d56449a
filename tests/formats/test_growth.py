"""What grows with the square of its length is told from what grows with its length."""

from tests.formats.growth import grows_with_length


def test_each_part_in_its_turn_grows_with_length() -> None:
    assert grows_with_length(lambda length: sum(range(length)), 8_000_000)


def test_each_part_against_every_other_does_not() -> None:
    def compare(length: int) -> None:
        for _ in range(length):
            sum(range(length))

    assert not grows_with_length(compare, 4_000)
