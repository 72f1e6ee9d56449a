"""How much of what documents say is understood, and how much of it is right.

Precision and recall by field, over the documents of the tests with keys written by
hand, and over the real documents where they are beside the repository.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from radslag.formats.readers import read_many
from radslag.formats.understanding import understand
from tests.formats.understanding.scoring import (
    Key,
    Score,
    lines_of,
    read_key,
    score,
    total,
)

TOP = Path(__file__).resolve().parent.parent
INVENTED = TOP / "tests" / "formats" / "understanding" / "documents"
KEYS_OF_REAL = TOP / "tests" / "formats" / "understanding" / "keys"
REAL = TOP.parent / "shared" / "sources"


def main() -> int:
    """Print the tables; with words, only of the keys whose names hold one of them."""
    asked = sys.argv[1:]
    whole: dict[str, Score] = {}
    for key, paths in keyed():
        if asked and not any(word in key.name for word in asked):
            continue
        scores = score(key, understand(read_many(paths)))
        told = total(scores)
        print(f"{key.name}: precision {told.precision:.1%}, recall {told.recall:.1%}")
        for name, one in scores.items():
            whole.setdefault(name, Score()).add(one)
    print()
    print("\n".join(lines_of(whole)))
    return 0


def keyed() -> Iterator[tuple[Key, list[Path]]]:
    """Give every key with the files it is of; those whose files are missing not."""
    for folder, beside in ((INVENTED, INVENTED), (KEYS_OF_REAL, REAL)):
        for path in sorted(folder.glob("*.key.yaml")):
            key = read_key(path)
            paths = [found for name in key.files for found in beside.glob(f"{name}*")]
            paths = [found for found in paths if not found.name.endswith(".key.yaml")]
            if len(paths) == len(key.files):
                yield key, paths
            else:
                print(f"{key.name}: its documents are not beside the repository.")


if __name__ == "__main__":
    sys.exit(main())
