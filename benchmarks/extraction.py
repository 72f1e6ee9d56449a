"""How much of what documents say is understood, and how much of it is right.

Precision and recall by field, over the documents of the tests with keys written by
hand, and over the real documents where they are beside the repository.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from radslag.formats.readers import read_many
from radslag.formats.understanding import understand
from tests.formats.understanding.made_documents import UNSEEN, make_all
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
    with tempfile.TemporaryDirectory(prefix="radslag-extraction-") as folder:
        make_all(Path(folder))
        for key, paths in keyed(Path(folder)):
            if asked and not any(word in key.name for word in asked):
                continue
            scores = score(key, understand(read_many(paths)))
            print(told(key.name, total(scores)))
            for name, one in scores.items():
                whole.setdefault(name, Score()).add(one)
    print()
    print("\n".join(lines_of(whole)))
    return 0


def told(name: str, whole: Score) -> str:
    """Return a key's line: how much of it was found, and how much of that is right."""
    shares = f"precision {whole.precision:.1%}, recall {whole.recall:.1%}"
    return f"{name}: {shares}, wrong but certain {len(whole.wrong_but_certain)}"


def keyed(made: Path) -> Iterator[tuple[Key, list[Path]]]:
    """Give every key with the files it is of; those whose files are missing not.

    The documents of the unseen set were made in the folder given.
    """
    folders = ((INVENTED, INVENTED), (UNSEEN, made), (KEYS_OF_REAL, REAL))
    for folder, beside in folders:
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
