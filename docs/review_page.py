"""Writes review.md: every check of the review, and what to do about what it finds.

Run it from the repository's top, with the program installed:
`python docs/review_page.py`.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from radslag.services.review import Check

PAGE = Path(__file__).resolve().parent / "review.md"

HEAD = """# Granskningens kontroller

Skriven av `python docs/review_page.py` ur kontrollernas register; ändras aldrig för
hand.

En kontroll rättar ingenting: den säger vad den ser, på vilken grund, och vad som kan
göras. Grunden är samverkans egen paragraf där avtalet har ett villkor om saken;
paragrafen i tabellen är modellavtalets. En iakttagelse kan godtas med ett skäl och
vilar då tills uppgifterna den gäller ändras. Det som gäller år före förra året blir
högst ett påpekande, utom där en summa är fel.
"""

CHAPTERS = {
    "parties": "Kommuner och invånarantal",
    "agreements": "Avtalet och dess villkor",
    "bodies": "Organ och uppdrag",
    "goals": "Utvecklingsprogram och mål",
    "plans": "Verksamhetsplan och budget",
    "fees": "Avgifter och särskilda anslag",
    "meetings": "Möten och beslut",
    "minutes": "Minnesanteckningar",
    "registry": "Källor",
    "wording": "Hur det är skrivet",
}


def review_page() -> str:
    """Return the whole page, from the register as it is now."""
    # The register is filled by tables, which are there only once Django has begun.
    from radslag.services.review import all_checks  # noqa: PLC0415 - see above

    parts = [HEAD]
    for chapter, checks in groupby(all_checks(), key=lambda check: check.chapter):
        rows = "\n".join(rows_of(checks))
        parts.append(
            f"\n## {CHAPTERS[chapter]}\n\n"
            "| kontroll | namn | allvar | paragraf | vad man gör |\n"
            f"|---|---|---|---|---|\n{rows}\n"
        )
    return "".join(parts)


def rows_of(checks: "Iterable[Check]") -> Iterator[str]:
    """Give the checks of a chapter as lines of a table."""
    for check in checks:
        cells = (
            check.title,
            f"`{check.name}`",
            check.severity.swedish,
            check.paragraph,
            check.cure,
        )
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.config.settings")
    django.setup()
    PAGE.write_text(review_page(), encoding="utf-8")
