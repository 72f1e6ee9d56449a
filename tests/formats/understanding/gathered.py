"""What one extractor gathers out of an invented text, told shortly for assertions."""

from importlib import import_module

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

EXTRACTING = "radslag.formats.understanding.extracting"


def gathered(text, *subjects, year=2026, kind=DocumentKind.ANNUAL_PLAN):
    """Return all that the extractors of some subjects find in a text."""
    gathering = Gathering()
    portion = portion_of(text, kind, year)
    for subject in subjects:
        import_module(f"{EXTRACTING}.{subject}").extract(portion, gathering)
    return gathering


def column(gathering, section, name):
    """Return the values of a column, in the order of the records."""
    return [found[name] for found in gathering.of(section)]


def words_of(found, name):
    """Return the words that a value comes from, as they stand in the text."""
    return [quote.words for quote in found.values[name].quotes]


def certainties(gathering, section, name):
    """Return how certain the values of a column are."""
    return [
        str(found.values[name].certainty)
        for found in gathering.of(section)
        if name in found.values
    ]
