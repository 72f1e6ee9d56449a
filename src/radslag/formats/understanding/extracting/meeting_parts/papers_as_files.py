"""Papers that an item names by their files, each alone on its line."""

import re
from typing import Final

from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.item_starts import Item
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found

_FILE: Final = re.compile(r"[\w(][^\n:;,|]{1,110}\.(?:pdf|docx?|xlsx?|pptx?|odt|ods)")


def add_files(item: Item, found: Found, meeting: Found, gathering: Gathering) -> None:
    """Add each file that stands alone on a line of an item, called by its name."""
    for line in item.lines:
        if line.is_row or not _FILE.fullmatch(line.text):
            continue
        values = {
            "title": line.piece.value(),
            "meeting": line.piece.value(meeting.key),
            "item": line.piece.value(found.key),
        }
        gathering.add("papers", slug(f"{found.key}-{line.text}"), values)
