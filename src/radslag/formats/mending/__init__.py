"""Mends what reading out of pictures has damaged in a document's words.

Nothing is mended in silence: every word that is changed is told of, with what stood
there, how sure the mending is and why. Numbers, dates, addresses and the names of
people nobody knows are left as they stand.
"""

from radslag.formats.mending.lexicon import Lexicon
from radslag.formats.mending.mended import Mended, Mending
from radslag.formats.mending.mender import mend

__all__ = ["Lexicon", "Mended", "Mending", "mend"]
