"""What a DOCX file draws in parts of their own: diagrams and charts, counted twice."""

import html
import re
from collections.abc import Iterator, Mapping

from radslag.formats.readers.archives import one_byte
from radslag.formats.readers.characters import letters
from radslag.formats.readers.composing import Draft, Spot
from radslag.formats.readers.docx_charts import Chart
from radslag.formats.readers.docx_diagrams import Diagram
from radslag.formats.readers.model import Count, Part
from radslag.formats.readers.relations import named, relations
from radslag.formats.readers.xml_parts import parse

CHARTS = re.compile(r"word/charts/[^/]+\.xml$")
# The same words stand again in a part that is only how the diagram was last drawn.
DIAGRAMS = re.compile(r"word/diagrams/data[^/]*\.xml$")
WORDS = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]+)</")
VALUE = re.compile(rb"<(?:\w+:)?(?:v|pt)(?:\s[^>]*)?>\s*[^<\s][^<]*</")


class Drawings:
    """The diagrams and charts of a DOCX file; counts what it has read of them."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.read: set[str] = set()
        self.letters = 0
        self.values = 0
        # All letters given, also those that only say a value in another way.
        self.shown = 0

    def drafts(self, source: str, number: str, spot: Spot) -> Iterator[Draft]:
        """Give what a part of the file draws under a number, the first time it does."""
        names = {at: name for at, _, name in relations(self.parts, source)}
        name = names.get(number, "")
        if name not in self.parts or name in self.read:
            return
        self.read.add(name)
        root = parse(self.parts[name])
        is_chart = next(named(root, "chart"), None) is not None
        drawing = Chart(root) if is_chart else Diagram(root)
        for draft in drawing.drafts(spot):
            texts = (draft.text, *(cell for row in draft.rows for cell in row))
            self.shown += letters("\n".join(texts))
            yield draft._replace(part=Part.TEXT_BOX)
        self.letters += drawing.letters
        self.values += drawing.values

    def counts(self) -> Iterator[Count]:
        """Give how much was read of what the bytes hold, where they hold any."""
        words = values = 0
        for name, part in self.parts.items():
            if CHARTS.match(name) or DIAGRAMS.match(name):
                said = b"\n".join(WORDS.findall(one_byte(part)))
                words += letters(html.unescape(said.decode("utf-8", "replace")))
            if CHARTS.match(name):
                values += len(VALUE.findall(one_byte(part)))
        if words or self.letters:
            yield Count("bokstäver i diagram", self.letters, words)
        if values or self.values:
            yield Count("värden i diagram", self.values, values)
