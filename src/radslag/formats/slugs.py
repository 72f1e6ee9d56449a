"""Keys made of names: the same name always gives the same key."""

import re
import unicodedata

LONGEST = 160
_LETTERS = str.maketrans("åäöæøüé", "aaoaoue")
_OTHER = re.compile(r"[^a-z0-9.]+")


def slug(text: str) -> str:
    """Return the text as a key: small letters a-z, figures, full stops and hyphens.

    >>> slug("Nynäshamns kommun, § 3")
    'nynashamns-kommun-3'
    >>> slug("Sune Montán")
    'sune-montan'
    """
    plain = text.lower().translate(_LETTERS)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in parts if not unicodedata.combining(c))
    return _OTHER.sub("-", plain).strip("-.")[:LONGEST].rstrip("-")
