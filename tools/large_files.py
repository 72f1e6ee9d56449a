"""Refuses files too large for the repository."""

import sys
from pathlib import Path

LARGEST_KILOBYTES = 500


def main(names: list[str]) -> int:
    """Name each file that is too large; return 1 when there is one."""
    limit = LARGEST_KILOBYTES * 1000
    large = [name for name in names if Path(name).stat().st_size > limit]
    for name in large:
        print(f"{name} is larger than {LARGEST_KILOBYTES} kB.")
    return int(bool(large))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
