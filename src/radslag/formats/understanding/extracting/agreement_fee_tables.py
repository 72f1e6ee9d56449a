"""Tables of residents and fees that an agreement shows to explain its fee."""

from radslag.formats.understanding.extracting.populations import read_tables
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion


def extract(portion: Portion, gathering: Gathering) -> None:
    """Add what the tables of an agreement give each municipality."""
    read_tables(portion, gathering)
