"""Wording: how sums, numbers, days and lists are written in Swedish reasons.

Source: Swedish typography: hard spaces between groups of three digits and before
the unit, a comma before öre, and öre shown only when the sum is not whole.
Units: money in kronor, days as calendar dates.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

HARD_SPACE: Final = "\N{NO-BREAK SPACE}"

_ORE_PLACES: Final = 2

MONTHS: Final = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS: Final = (
    "måndag",
    "tisdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lördag",
    "söndag",
)

_SHARE_WORDS: Final = {
    Fraction(1, 2): "hälften",
    Fraction(1, 3): "en tredjedel",
    Fraction(2, 3): "två tredjedelar",
    Fraction(1, 4): "en fjärdedel",
    Fraction(3, 4): "tre fjärdedelar",
    Fraction(1): "alla",
}

_BODY_NAMES: Final = {
    "committee": "samarbetskommittén",
    "management_group": "ledningsgruppen",
    "board": "kommunstyrelsen",
    "municipal_council": "kommunfullmäktige",
    "council": "kommunfullmäktige",
    "administration": "kommunförvaltningen",
    "secretariat": "kansliet",
    "network": "nätverket",
    "working_group": "arbetsgruppen",
}

# How words that bodies are called by end when they are spoken of as known.
_KNOWN_ENDINGS: Final = {
    "beredning": "en",
    "delegation": "en",
    "direktion": "en",
    "forum": "et",
    "förbund": "et",
    "grupp": "en",
    "kansli": "et",
    "kommitté": "n",
    "ledning": "en",
    "nämnd": "en",
    "nätverk": "et",
    "råd": "et",
    "styrelse": "n",
    "utskott": "et",
}

_ROLE_NAMES: Final = {
    "chair": "ordförande",
    "vice_chair": "vice ordförande",
    "member": "ledamot",
    "substitute": "ersättare",
    "chief_executive": "kommundirektör",
    "secretary": "sekreterare",
    "registrar": "registrator",
    "verifier": "justerare",
    "any_member": "varje ledamot",
    "secretariat": "kansliet",
    "municipal_council": "kommunfullmäktige",
    "council": "kommunfullmäktige",
    "board": "kommunstyrelsen",
    "board_chair": "kommunstyrelsens ordförande",
    "committee_chair": "kommitténs ordförande",
}

_SUBJECT_NAMES: Final = {
    "annual_plan": "verksamhetsplanen",
    "budget": "budgeten",
    "programme": "utvecklingsprogrammet",
}

_MEANS_NAMES: Final = {"telephone": "telefon", "network": "datanät"}


def number(value: int) -> str:
    """Write a whole number in groups of three digits.

    >>> number(1234567) == "1 234 567".replace(" ", HARD_SPACE)
    True
    """
    return f"{value:,}".replace(",", HARD_SPACE)


def kronor(amount_sek: Decimal) -> str:
    """Write a sum of money, with öre only when it is not whole.

    >>> kronor(Decimal("2102500")).replace(HARD_SPACE, " ")
    '2 102 500 kr'
    >>> kronor(Decimal("1234.5")).replace(HARD_SPACE, " ")
    '1 234,50 kr'
    """
    if amount_sek == amount_sek.to_integral_value():
        return f"{number(int(amount_sek))}{HARD_SPACE}kr"
    # A rate may be finer than an öre; then every digit of it is shown.
    places = max(_ORE_PLACES, len(f"{amount_sek.normalize():f}".partition(".")[2]))
    written = f"{amount_sek:,.{places}f}".replace(",", HARD_SPACE).replace(".", ",")
    return f"{written}{HARD_SPACE}kr"


def people(residents: int) -> str:
    """Write a number of residents.

    >>> people(92095).replace(HARD_SPACE, " ")
    '92 095 invånare'
    """
    return f"{number(residents)}{HARD_SPACE}invånare"


def long_date(day: date) -> str:
    """Write a day as it is said.

    >>> long_date(date(2026, 1, 22))
    '22 januari 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(words: Iterable[str]) -> str:
    """Write words as a Swedish list.

    >>> listed(["Salem", "Tyresö", "Järfälla"])
    'Salem, Tyresö och Järfälla'
    >>> listed(["Salem"])
    'Salem'
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} och {last}" if first else last


def share_in_words(share: Fraction) -> str:
    """Write a share as it is said, or as a fraction when it has no name.

    >>> share_in_words(Fraction(2, 3)), share_in_words(Fraction(3, 5))
    ('två tredjedelar', '3/5')
    """
    return _SHARE_WORDS.get(share, str(share))


def body_name(body: str) -> str:
    """Name a kind of body in Swedish; a kind of its own keeps its word.

    >>> body_name("committee"), body_name("styrgruppen")
    ('samarbetskommittén', 'styrgruppen')
    """
    return _BODY_NAMES.get(body, body)


def own_body_name(name: str) -> str:
    """Return a body's own name as it stands within a sentence.

    >>> own_body_name("Styrgrupp"), own_body_name("Samverkansrådet")
    ('styrgruppen', 'samverkansrådet')

    A name of several words, or of capital letters, stands as it is.

    >>> own_body_name("Dalens politiska råd"), own_body_name("KSAU")
    ('Dalens politiska råd', 'KSAU')
    """
    if " " in name or not name[1:].islower():
        return name
    word = name[:1].lower() + name[1:]
    kinds = (kind for kind in _KNOWN_ENDINGS if word.endswith(kind))
    return word + _KNOWN_ENDINGS.get(next(kinds, ""), "")


def role_name(role: str) -> str:
    """Name a role in Swedish; a role of its own keeps its word.

    >>> role_name("vice_chair")
    'vice ordförande'
    """
    return _ROLE_NAMES.get(role, role)


def subject_name(subject: str) -> str:
    """Name what is presented or adopted, in Swedish.

    >>> subject_name("annual_plan")
    'verksamhetsplanen'
    """
    return _SUBJECT_NAMES.get(subject, subject)


def means_name(means: str) -> str:
    """Name a means of meeting at a distance, in Swedish.

    >>> means_name("telephone")
    'telefon'
    """
    return _MEANS_NAMES.get(means, means)


def capitalised(sentence: str) -> str:
    """Begin a sentence with a capital letter and leave the rest as it is.

    >>> capitalised("samarbetskommittén i Salem")
    'Samarbetskommittén i Salem'
    """
    return sentence[:1].upper() + sentence[1:]


def according_to(paragraph: str) -> str:
    """Write the end of a sentence that names its paragraph, or nothing.

    >>> according_to("§ 3").replace(HARD_SPACE, " ")
    ' enligt § 3'
    >>> according_to("")
    ''
    """
    return f" enligt {paragraph.replace(' ', HARD_SPACE)}" if paragraph else ""
