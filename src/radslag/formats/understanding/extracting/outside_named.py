"""The regions, authorities and companies that a document names, whatever its kind."""

import re
from collections.abc import Iterator
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers.model import Table
from radslag.formats.slugs import slug
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.outside import outside_parties_in

NAMED: Final = "Nämns i handlingen; vilken del den har i arbetet sägs inte alltid."
_SOURCE: Final = re.compile(r"(?i)\s*(?:data)?källa\b")


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add whoever outside the cooperation the document names."""
    for piece in _pieces(portion):
        for party in outside_parties_in(piece):
            key = slug(party.text)
            if gathering.get("outside_parties", key) is None:
                name = party.value(None, Certainty.PROBABLE, NAMED)
                gathering.add("outside_parties", key, {"name": name})


def _pieces(portion: Portion) -> Iterator[Piece]:
    """Give the text and the cells; who only counts a figure takes no part."""
    for block in portion.blocks:
        if not isinstance(block, Table):
            yield portion.piece(block)
            continue
        heads = [cell.text for cell in block.rows[0]] if block.rows else []
        for row in block.rows:
            for head, cell in zip(heads, row, strict=False):
                if not _SOURCE.match(head):
                    yield portion.source.piece(cell)
