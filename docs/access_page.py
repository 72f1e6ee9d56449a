"""Writes access.md: who may open which address, for somebody who reads no code.

Run it from the repository's top, with the program installed:
`python docs/access_page.py`.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import django
from django.urls import URLPattern, URLResolver, get_resolver

from radslag.agreement.vocabulary import AccessRole
from radslag.web.access import TABLE, Entry

PAGE = Path(__file__).resolve().parent / "access.md"
YES, WHEN_OPEN, NO = "ja", "öppen", "–"
READ, SEND = "läsa", "skicka"
WITHOUT_ROLE = ("utan inloggning", "utan roll", "administratör")
WORDS = {
    "programme": "program",
    "board": "styrelse",
    "goal": "mål",
    "cooperation": "samverkan",
    "year": "år",
    "anchor": "iakttagelse",
    "section": "postslag",
    "record_key": "nyckel",
    "change": "ändring",
    "way": "skrivsätt",
}

HEAD = """# Vem får öppna vad

Skriven av `python docs/access_page.py` ur programmets egen tabell; ändras aldrig för
hand. Testerna läser den här sidan och prövar varje adress som varje slags besökare. En
adress som inte står här är stängd för alla.

- **ja**: får öppna sidan.
- **öppen**: får öppna sidan när samverkan är märkt som offentlig, och ser då bara det
  som är märkt som offentligt.
- *Administratör* är den som får öppna nya samverkan; det ger ingen roll i någon.
- **–**: får inte. Den som är inloggad får svaret att sidan inte finns; den som inte är
  inloggad leds till inloggningen. Svaret är detsamma för en samverkan som inte finns.
  En adress med – för alla är stängd, och finns inte för någon.

En roll gäller i en samverkan, från sin första dag till och med dagen före sin sista.
Den vars roll är slut, inte har börjat eller finns i en annan samverkan räknas som
*utan roll*. Den vars konto är avstängt räknas som *utan inloggning*.
"""


def access_page() -> str:
    """Return the whole page, from the table as it is now."""
    addresses = dict(all_addresses())
    titles = (*["namn", "adress", "vad", "hur"], *WITHOUT_ROLE)
    top = [
        line(*titles, *(role.swedish for role in AccessRole)),
        "|---" * (len(titles) + len(AccessRole)) + "|",
    ]
    parts = [HEAD]
    for title, is_inside in (("I en samverkan", True), ("Utanför", False)):
        rows = [
            row_of(name, addresses[name], entry)
            for name, entry in TABLE.items()
            if entry.needs_cooperation is is_inside
        ]
        parts.append("\n".join([f"## {title}\n", *top, *rows]) + "\n")
    return "\n".join(parts)


def row_of(name: str, address: str, entry: Entry) -> str:
    """Return an address's row of the table."""
    if entry.is_closed:
        answers = [NO] * (len(WITHOUT_ROLE) + len(AccessRole))
    elif entry.needs_cooperation:
        without = WHEN_OPEN if entry.is_public else NO
        roles = [YES if role in entry.roles else without for role in AccessRole]
        answers = [*[without] * len(WITHOUT_ROLE), *roles]
    else:
        anybody = YES if entry.is_public else NO
        signed_in = anybody if entry.for_administrator else YES
        answers = [anybody, signed_in, YES, *[signed_in] * len(AccessRole)]
    return line(name, f"`{address}`", entry.what, uses(entry.methods), *answers)


def line(*cells: str) -> str:
    """Return the cells as a line of a table."""
    return f"| {' | '.join(cells)} |"


def uses(methods: tuple[str, ...]) -> str:
    """Say whether an address is read, sent to, or both."""
    said = [
        word for word, method in ((READ, "GET"), (SEND, "POST")) if method in methods
    ]
    return ", ".join(said) or NO


def all_addresses() -> Iterator[tuple[str, str]]:
    """Give each URL name of the program with its address, in people's words."""
    for name, route in routes(get_resolver().url_patterns):
        yield name, "/" + re.sub(r"<(?:\w+:)?(\w+)>", parameter, route)


def routes(
    patterns: list[URLPattern | URLResolver], before: str = ""
) -> Iterator[tuple[str, str]]:
    """Give each name with its route; an address without a name has an empty one."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield pattern.name or "", plain(route)


def plain(route: str) -> str:
    """Return a route without the signs of a regular expression."""
    named = re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", route)
    return named.replace("^", "").removesuffix("$")


def parameter(match: re.Match[str]) -> str:
    """Return a part of the address that varies, as people call it."""
    return "{" + WORDS.get(match[1], match[1]) + "}"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
    django.setup()
    PAGE.write_text(access_page(), encoding="utf-8")
