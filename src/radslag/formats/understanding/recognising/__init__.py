"""Which kind of document it is, and the parts of one that holds several."""

from radslag.formats.understanding.recognising.parts import recognise

__all__ = ["recognise"]
