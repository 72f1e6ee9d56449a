"""How the time to read a thing grows with its length, told by ratios in one run.

A machine that is slow or shared is slow for the short and for the long alike; seconds
would say how busy it is, not whether the code is right.
"""

from collections.abc import Callable
from time import process_time

# Four times as much takes four times as long where each part is read in its turn, and
# sixteen where each part is held against every other.
TIMES, MOST_TIMES, ATTEMPTS = 4, 9, 5
# Under this the clock and what is always done say more than the length does.
LEAST_SECONDS = 0.02


def grows_with_length(read: Callable[[int], object], length: int) -> bool:
    """Tell whether reading a thing of this length is in proportion to a quarter of it.

    `read` makes a thing of the length it is given, and reads it. What takes too long is
    read again, so that only what is slow every time counts.
    """
    return any(_times(read, length) < MOST_TIMES for _ in range(ATTEMPTS))


def _times(read: Callable[[int], object], length: int) -> float:
    short = max(_seconds(read, length // TIMES), LEAST_SECONDS)
    return _seconds(read, length) / short


def _seconds(read: Callable[[int], object], length: int) -> float:
    start = process_time()
    read(length)
    return process_time() - start
