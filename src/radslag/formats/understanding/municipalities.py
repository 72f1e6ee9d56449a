"""The municipalities of Sweden, by their four-figure codes."""

from typing import Final

MUNICIPALITIES: Final[dict[str, str]] = {
    "0126": "Huddinge",
    "0127": "Botkyrka",
    "0128": "Salem",
    "0136": "Haninge",
    "0138": "Tyresö",
    "0140": "Nykvarn",
    "0181": "Södertälje",
    "0192": "Nynäshamn",
}
_CODES: Final = {name: code for code, name in MUNICIPALITIES.items()}


def code_of(name: str) -> str:
    """Return the four-figure code of a municipality by its whole name."""
    return _CODES[name]


def known_name(words: str) -> str | None:
    """Return the municipality that words name, or None: "Huddinge kommuns"."""
    bare = words.strip().removesuffix("kommuns").removesuffix("kommun").strip()
    return bare if bare in _CODES else None
