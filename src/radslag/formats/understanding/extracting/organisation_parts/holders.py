"""Who holds an office: a person with party and municipality, or a municipality."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from radslag.agreement.vocabulary import Role
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.municipalities import known_name, municipalities_in
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.names import NAME, is_name, is_party

_NAME: Final = re.compile(NAME)
_WORD: Final = re.compile(r"\S+")
_IN_BRACKETS: Final = re.compile(r"\s*\(([^()]{1,12})\)")
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_OF_TOWN: Final = re.compile(
    r"(?:direktör|chef|kommunalråd|ordförande)(?:en)?\s+i\s+([A-ZÅÄÖ][a-zåäö-]+)\b"
)
_FEWEST_WORDS: Final = 2
ROLES: Final = (
    (
        Role.VICE_CHAIR,
        r"(?:1:e|2:e|förste|andre|första|andra)?\s*(?:vice|v\.)\s*-?\s*"
        r"(?:ordförande(?:skap(?:et)?|kommun(?:en)?)?|ordf\b\.?)"
        r"|[123]\s?:\s?[ae]\s+vice\b",
    ),
    (
        Role.CHAIR,
        r"ordförande(?:skap(?:et)?|kommun(?:en)?)?\b|ordf\b\.?|sammankallande\b",
    ),
    (Role.SUBSTITUTE, r"ersättare\b|suppleant(?:er)?\b"),
    (
        Role.CHIEF_EXECUTIVE,
        r"(?:kommun|stads)direktör(?:en)?\b|kommunchef(?:en)?\b|stadsdirektör\b",
    ),
    (Role.SECRETARY, r"[a-zåäö]{0,20}sekreterare\b"),
    (Role.REGISTRAR, r"registrator\b"),
    (Role.ADMINISTRATOR, r"[a-zåäö]{0,20}(?:administratör|handläggare)\b"),
    (Role.STRATEGIST, r"[a-zåäö-]{0,24}(?:strateg|samordnare|koordinator)\b"),
    (Role.CONTACT, r"kontakt(?:person)?(?:er)?\b|representant(?:er)?\b"),
    (Role.MEMBER, r"(?:ordinarie\s+)?ledam(?:ot|öter)\b|ordinarie\b|medlem(?:mar)?\b"),
)
ROLE: Final = re.compile(
    "(?i)" + "|".join(rf"\b(?P<{role.value}>{words})" for role, words in ROLES)
)
# What stands between two roles of one person: "ledamot, tillika vice ordförande".
_LEADS: Final = re.compile(
    r"(?i)(?:\s*[,/(&]\s*|\s+(?:och|samt)\s+|\s+)(?:(?:tillika|även|samt|tf\.?)\s+)?"
    r"(?=(?:(?:1:e|2:e|förste|andre|första|andra)\s+)?(?:v\.|vice)?\s*-?\s*ordf)"
)


@dataclass(frozen=True)
class Holder:
    """A person, a municipality, or a person of a municipality."""

    piece: Piece
    person: Piece | None = None
    municipality: tuple[Piece, str] | None = None
    party: Piece | None = None

    def municipality_value(self, gathering: Gathering) -> Value | None:
        """Return the municipality's key."""
        if self.municipality is None:
            return None
        return gathering.municipality(*self.municipality)

    def person_value(self, gathering: Gathering) -> Value | None:
        """Return the person's key."""
        return gathering.person(self.person) if self.person else None


def holders_in(piece: Piece, known: Collection[str] = ()) -> list[Holder]:
    """Return who is named, in order; a municipality after a person is the person's.

    Names that are words too, such as Sala, count among those that are `known`.
    """
    names = list(names_in(piece))
    towns = _towns(piece, known)
    holders = [_person(name, names, towns, piece) for name in names]
    taken = {h.municipality[0].start for h in holders if h.municipality}
    inside = [
        (town, whole)
        for town, whole in towns
        if town.start not in taken and not any(_within(town, n) for n in names)
    ]
    alone = [Holder(town, None, (town, whole)) for town, whole in inside]
    return sorted([*holders, *alone], key=lambda holder: holder.piece.start)


def names_in(piece: Piece) -> Iterator[Piece]:
    """Give the persons' names of a piece, without titles and places beside them."""
    for match in _NAME.finditer(piece.text):
        words = list(_WORD.finditer(match[0]))
        found = _best(words, match[0])
        if found:
            start, end = found
            yield piece.part(match.start() + start, match.start() + end)


def _best(words: "list[re.Match[str]]", text: str) -> tuple[int, int] | None:
    """Return the longest run of words that is a name and holds no municipality."""
    for length in range(len(words), _FEWEST_WORDS - 1, -1):
        for first in range(len(words) - length + 1):
            start, end = words[first].start(), words[first + length - 1].end()
            run = text[start:end].rstrip(".")
            parts = run.split()
            is_place = known_name(parts[-1]) and length > _FEWEST_WORDS
            if is_name(run) and not is_place:
                return start, start + len(run)
    return None


def _towns(piece: Piece, known: Collection[str]) -> list[tuple[Piece, str]]:
    """Return the municipalities; a segment that is only a name is one, Sala too."""
    found = [*municipalities_in(piece), *municipalities_in(piece, known)]
    for segment in (*piece.split(r"[,;:()\t\n]|\s?[-–]\s"), *piece.find_all(_OF_TOWN)):
        name = known_name(segment.text)
        if name:
            found.append((segment, name))
    first: dict[int, tuple[Piece, str]] = {}
    for town, name in found:
        first.setdefault(town.start, (town, name))
    return [first[start] for start in sorted(first)]


def _person(
    name: Piece, names: list[Piece], towns: list[tuple[Piece, str]], whole: Piece
) -> Holder:
    later = [other.start for other in names if other.start > name.start]
    ends = later[0] if later else whole.end
    after = [t for t in towns if name.end <= t[0].start < ends]
    text = whole.source.text
    party = _IN_BRACKETS.match(text, name.end, whole.end)
    town = after[0] if after else None
    if town and re.search(r"[.!?]\s|\bvice\b", text[name.end : town[0].start]):
        town = None
    brackets = Piece(whole.source, *party.span(1)) if party else None
    is_of_party = bool(brackets and is_party(brackets.text))
    return Holder(name, name, town, brackets if is_of_party else None)


def _within(inner: Piece, outer: Piece) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def role_in(piece: Piece) -> tuple[Role, Piece] | None:
    """Return the first role that a piece names, with its words.

    A member who is the chair too, "ledamot, ordförande", is the chair.
    """
    match = ROLE.search(piece.text)
    if match is None:
        return None
    leads = _LEADS.match(piece.text, match.end())
    if leads and match.lastgroup in (Role.MEMBER.value, Role.SUBSTITUTE.value):
        match = ROLE.match(piece.text, leads.end()) or match
    return Role(match.lastgroup or ""), piece.group(match)


def email_in(piece: Piece) -> Piece | None:
    """Return the first e-mail address of a piece."""
    return piece.find(_EMAIL)
