"""What a board did with a programme, as a word and a mark."""

from django.utils.translation import gettext as _

from radslag.services.adoptions import Cell
from radslag.web.record_words import translated
from radslag.web.templatetags.radslag_text import kind


def mark_of(cell: Cell) -> str:
    """Return the kind of mark that goes with a cell."""
    if cell.is_said_only or cell.is_inferred:
        return "info"
    return kind(cell.outcome) if cell.outcome else "neutral"


def word_of(cell: Cell) -> str:
    """Return a cell in a word or two."""
    if cell.outcome is None:
        return _("Ingen uppgift")
    if cell.is_said_only:
        return _("Sägs vara antaget")
    return translated(cell.outcome.swedish)
