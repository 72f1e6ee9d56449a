"""The parts of a document."""

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.model import PartOfDocument
from radslag.formats.understanding.source import Source


def recognise(source: Source) -> tuple[PartOfDocument, ...]:
    """Return the parts of a document, in order, each with its kind."""
    return (
        PartOfDocument(
            DocumentKind.PAPER, source.document.title, 0, len(source.document.blocks)
        ),
    )
