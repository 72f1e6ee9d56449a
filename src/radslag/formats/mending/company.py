"""Words known by the company they keep, where their looks do not tell them apart.

"är" and "år" are both read as "ar", and one likes nothing that "ska gilla".
"""

from radslag.formats.mending.tokens import Token

TIME_WORDS = frozenset(("år", "året", "års", "årets"))
_BEFORE_TIME = """
per varje ett två tre fyra fem sex sju åtta nio tio hela nästa nasta förra forra
innevarande föregående foregaende samma halva halv vart vartannat om
"""
BEFORE_TIME = frozenset(_BEFORE_TIME.split())
BEFORE_VERB = frozenset(
    ("ska", "skall", "skulle", "kan", "bör", "bor", "att", "upphör")
)
FITS, SEEMS_TO_FIT, LIKES_NOTHING = 200.0, 5.0, 20.0
YEAR_LENGTH = 4


def fitness(word: str, token: Token) -> float:
    """Tell how much likelier the words beside a word make it."""
    if word == "gälla":
        return LIKES_NOTHING if token.before.lower() in BEFORE_VERB else 1.0
    return fitness_of_time(token) if word in TIME_WORDS else 1.0


def fitness_of_time(token: Token) -> float:
    """Tell how much likelier a word is for time, by the figures beside it."""
    is_count = token.before.isdigit() and len(token.before) < YEAR_LENGTH
    if is_count or token.before.lower() in BEFORE_TIME:
        return FITS
    is_year = token.after.isdigit() and len(token.after) == YEAR_LENGTH
    return SEEMS_TO_FIT if is_year else 1.0
