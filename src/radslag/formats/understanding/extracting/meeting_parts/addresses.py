"""The e-mail addresses that notes give for people they name."""

from collections.abc import Iterable

from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.extracting.organisation_parts.holders import email_in
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.recognising.titles import folded


def add_addresses(lines: Iterable[Line], gathering: Gathering) -> None:
    """Give a person the address that has both her first and her last name in it."""
    for line in lines:
        email = email_in(line.piece)
        user = folded(email.text).partition("@")[0] if email else ""
        for person in gathering.of("people") if email else ():
            words = folded(str(person["name"])).split()
            if email and not person["email"] and all(w in user for w in words):
                gathering.add("people", person.key, {"email": email.value()})
