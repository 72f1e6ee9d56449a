"""A diagram's words in a DOCX file (SmartArt): its points, each with those below it."""

from collections.abc import Iterator, Sequence

from radslag.formats.readers.characters import letters
from radslag.formats.readers.composing import Draft, Spot, list_item
from radslag.formats.readers.relations import named, text_of
from radslag.formats.readers.xml_parts import Element

CHILD, WHOLE = "parOf", "doc"
DEEPEST = 30


class Diagram:
    """A diagram on its way to become drafts; counts the letters that it has read."""

    def __init__(self, root: Element) -> None:
        points = list(named(root, "pt"))
        self.words = {str(point.get("modelId")): words_of(point) for point in points}
        self.top = [
            str(point.get("modelId")) for point in points if point.get("type") == WHOLE
        ]
        self.below = children(root)
        self.told: set[str] = set()
        self.letters = 0
        self.values = 0

    def drafts(self, spot: Spot) -> Iterator[Draft]:
        """Give the points from the top down, and then those that hang on none."""
        for number, level in self.walk([*self.top, *self.words], 0):
            text = self.words.get(number, "")
            self.letters += letters(text)
            if text:
                yield list_item(text, spot, marker="", level=max(level, 1))

    def walk(self, numbers: Sequence[str], depth: int) -> Iterator[tuple[str, int]]:
        """Give each point once with how far down it stands; rings end somewhere."""
        for number in numbers:
            if number in self.told or depth > DEEPEST:
                continue
            self.told.add(number)
            yield number, depth
            yield from self.walk(self.below.get(number, ()), depth + 1)


def words_of(point: Element) -> str:
    """Return a point's words, its paragraphs one after the other."""
    paragraphs = ("".join(map(text_of, named(p, "t"))) for p in named(point, "p"))
    return " ".join(filter(None, paragraphs))


def children(root: Element) -> dict[str, list[str]]:
    """Return which points stand below which, in their order."""
    links = [link for link in named(root, "cxn") if link.get("type", CHILD) == CHILD]
    below: dict[str, list[str]] = {}
    for link in sorted(links, key=order_of):
        below.setdefault(str(link.get("srcId")), []).append(str(link.get("destId")))
    return below


def order_of(link: Element) -> int:
    """Return where among others a point stands below its own."""
    stated = str(link.get("srcOrd") or "")
    return int(stated) if stated.isdecimal() else 0
