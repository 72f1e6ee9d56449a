"""Attendance: who was there, from where, as what, at which items, and who was not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from radslag.agreement.vocabulary import AttendanceState, Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.meeting_parts.attendance_lists import (
    AttendanceLists,
    is_header,
    officers_of,
)
from radslag.formats.understanding.extracting.meeting_parts.attendees import (
    Attendee,
)
from radslag.formats.understanding.extracting.meeting_parts.item_numbers import (
    numbers_in,
)
from radslag.formats.understanding.extracting.meeting_parts.labels import (
    ATTENDING,
    Label,
    label_of,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import Line
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value
from radslag.formats.understanding.source import Piece

AMONG_OTHERS: Final = "Står bland övriga närvarande."
FROM_OUTSIDE: Final = "Står bland deltagarna men kommer från en annan organisation."
UNKNOWN_PLACE: Final = "Organisationen är ingen känd kommun."
FOLLOWS_FROM_ROLE: Final = "Att vara ledamot följer av rollen."
UNPARTED: Final = "Inget skiljetecken står mellan namnet och kommunen."
MANY_WORDS: Final = "Orden är många för ett namn; flera kan ha flutit ihop."
_LONGEST_NAME: Final = 4
_SHORTEST_TITLE: Final = 6
_AT_ITEM: Final = re.compile(
    r"(?i)^(?:(?:endast|enbart|bara|deltog|deltar|under|vid|på|för|om|punkten|ärendet"
    r"|frågan)\s+)+"
)
RUN_TOGETHER: Final = "Raderna har flutit ihop; rollen kan vara nästa persons."
TWO: Final = "Namnet har många ord och kan vara två namn som flutit ihop."
_TWO_NAMES: Final = 4
FROM_GROUP: Final = "Kommunen står som rubrik över namnet."
_OUTSIDE: Final = re.compile(
    r"""(?ix)
      \bregion(?:en)?\b | \blänsstyrelsen?\b | verket\b | myndigheten\b | \bab\b
    | \bhb\b
    | förbund(?:et)?\b | universitet(?:et)?\b | högskolan?\b | \bskr\b | \bpolisen\b
    | landstinget\b | bolaget\b | institutet\b | stiftelsen?\b | föreningen?\b | konsult
    | \bsl\b | \bvgr\b | \bsweco\b | \bramboll\b | \bnäringsliv | handelskammaren?\b
    """
)
_OWN: Final = re.compile(
    r"(?i)^(?:samverkans|samarbets)?kansli(?:et)?\b|^sekretariat|^förvaltning(?:en)?$"
    r"|^samordning(?:en)?$|^samverkanskontoret$"
)
# "Ådalskommunernas kansli": the office of those whose name the head has.
_OFFICE_OF: Final = re.compile(
    r"(?P<whose>[A-ZÅÄÖ][a-zåäöé]{3,40}s) (?i:kansli|sekretariat)(?:et)?$"
)
_ENDING: Final = re.compile(r"(?:ernas|ens|ets|erna|nas|en|et|as|s|n)$")
_MEMBER: Final = re.compile(
    r"(?i)^(?:(?:\d:?[ae] )?(?:v(?:ice|\.)\s*)?ord(?:f|förande)|ledamot|tjänstgörande"
    r"|tjg\b)"
)
# Among those who decide, who stands in for a member has her seat.
_IN_PLACE_OF: Final = re.compile(
    r"(?i)^ers(?:ättare|\.)? (?:för|åt)\b|^ersätter\b|^ers\. (?-i:[A-ZÅÄÖ])"
)
_NOT_MEMBER: Final = re.compile(r"(?i)^(?:ej |icke)|^ers(?:ättare|\b)")
_ABBREVIATED: Final = (
    (re.compile(r"(?i)\bv(?:ice|\.)?\s*ordf\b\.?"), "vice ordförande"),
    (re.compile(r"(?i)\bordf\b\.?|\bordföranden\b"), "ordförande"),
    (
        re.compile(r"(?i)\btj(?:g|änstg)\.?\s+ers(?:ättare)?\b\.?"),
        "tjänstgörande ersättare",
    ),
    (re.compile(r"(?i)\bers\b\.?"), "ersättare"),
    (re.compile(r"(?i)\bsekr\b\.?"), "sekreterare"),
)
_STATE_OF: Final = {
    Label.ABSENT: AttendanceState.ABSENT,
    Label.GUESTS: AttendanceState.GUEST,
    Label.REMOTE: AttendanceState.REMOTE,
}


@dataclass
class Lists:
    """The rows of attendance of one meeting, while they are put together."""

    meeting: Found
    titles: Mapping[int, str]
    own_words: str
    gathering: Gathering
    named: set[str] = field(default_factory=set)

    def add(self, each: Attendee, label: Label) -> None:
        """Add somebody who stands under a label."""
        values = self._values(each, label)
        if each.name:
            values["person"] = _person(each.name, self.gathering)
        who = values.get("person") or values.get("municipality")
        who = who or values.get("outside_party")
        if who is None:
            return
        key = f"{self.meeting.key}-{slug(str(who.value))}"
        self.named.add(str(who.value))
        numbers = self._numbers(each.items) if each.items else None
        if each.items is None or not numbers:
            self.gathering.add("attendance", key, values)
            return
        for number in numbers:
            item = {"item": each.items.value(str(number))}
            self.gathering.add(
                "attendance",
                f"{self.meeting.key}-{number}-{slug(str(who.value))}",
                values | item,
            )

    def _numbers(self, items: Piece) -> list[int] | None:
        """Return the items that words name, by their titles or by their numbers."""
        named = [
            number
            for number, title in self.titles.items()
            if len(title) > _SHORTEST_TITLE and title.lower() in items.text.lower()
        ]
        begun = [] if named else self._begun(items.text)
        return named or begun or numbers_in(items.text, list(self.titles))

    def _begun(self, words: str) -> list[int]:
        """Return the only item whose title begins as words do: "under Budgeten"."""
        said = _AT_ITEM.sub("", words).strip(" .").lower()
        begun = [
            n for n, title in self.titles.items() if title.lower().startswith(said)
        ]
        return begun if len(said) >= _SHORTEST_TITLE and len(begun) == 1 else []

    def add_role(self, name: Piece, role: Piece) -> None:
        """Say what somebody who is listed already is, where no row of hers does."""
        for row in self.gathering.of("attendance"):
            is_hers = row["person"] == slug(name.text)
            if is_hers and row["meeting"] == self.meeting.key and row["role"] is None:
                row.values["role"] = role.value(_in_full(role.text))

    def _values(self, each: Attendee, label: Label) -> dict[str, Value | None]:
        values: dict[str, Value | None] = {}
        self._place(each, values)
        is_outside = "outside_party" in values
        is_own = each.organisation is not None and not is_outside
        said = each.name or each.municipality or each.organisation
        if said is None:
            return values
        values["meeting"] = said.value(self.meeting.key)
        values["state"] = _state(each, label, said, (is_outside, is_own))
        values["role"] = _role(each, is_own=is_own, label=label)
        values["is_member"] = _is_member(each, label)
        return values

    def _place(self, each: Attendee, values: dict[str, Value | None]) -> None:
        if each.municipality:
            place = self.gathering.municipality(each.municipality)
            if place and each.is_from_above:
                place = place.doubted(Certainty.PROBABLE, FROM_GROUP)
            if place and each.is_unparted:
                place = place.doubted(Certainty.PROBABLE, UNPARTED)
            values["municipality"] = place
        elif each.organisation and not self._is_own(each.organisation.text):
            values["outside_party"] = self._outside(each.organisation)

    def _is_own(self, name: str) -> bool:
        """Tell whether an organisation is the cooperation's own secretariat."""
        if _OWN.match(name):
            return True
        office = _OFFICE_OF.match(name)
        name = office["whose"] if office else name
        stem = _ENDING.sub("", name.strip().lower())
        return len(stem) > 4 and stem in self.own_words  # noqa: PLR2004 - a word of its own.

    def _outside(self, piece: Piece) -> Value:
        key = slug(piece.text)
        name = piece.value()
        if not _OUTSIDE.search(piece.text):
            name = name.doubted(Certainty.PROBABLE, UNKNOWN_PLACE)
        if len(piece.text.split()) > _LONGEST_NAME:
            name = name.doubted(Certainty.DOUBTFUL, MANY_WORDS)
        self.gathering.add("outside_parties", key, {"name": name})
        return name.as_value(key)


def add_attendance(
    lines: list[Line], meeting: Found, titles: Mapping[int, str], gathering: Gathering
) -> None:
    """Add all who the lists of a head, or of a page of their own, name."""
    lists = Lists(meeting, titles, _own_words(lines, gathering), gathering)
    for label, each in AttendanceLists(lines):
        lists.add(each, label)
    for found, each in officers_of(lines):
        if each.name and slug(each.name.text) not in lists.named:
            each.roles = [*each.roles, found.name]
            lists.add(each, Label.PRESENT)
        elif each.name:
            lists.add_role(each.name, found.name)


def _state(
    each: Attendee, label: Label, said: Piece, place: tuple[bool, bool]
) -> Value:
    is_outside, is_own = place
    state = _STATE_OF.get(label, AttendanceState.PRESENT)
    if each.state and each.state is not AttendanceState.PRESENT:
        return said.value(each.state.value)
    if state is AttendanceState.ABSENT:
        return said.value(state.value)
    if is_outside and label is not Label.MEMBERS:
        return _guest(each, label, said)
    if each.remote:
        return each.remote.value(AttendanceState.REMOTE.value)
    shown = AttendanceState.PRESENT if is_own else state
    if label in (Label.OTHERS, Label.GUESTS):
        return said.value(shown.value, Certainty.PROBABLE, AMONG_OTHERS)
    return said.value(shown.value)


def _guest(each: Attendee, label: Label, said: Piece) -> Value:
    """Return that somebody is a guest; an office's name may be one of the house."""
    guest = said.value(AttendanceState.GUEST.value)
    is_known = each.organisation and _OUTSIDE.search(each.organisation.text)
    if label is Label.GUESTS or (label is Label.OTHERS and is_known):
        return guest
    return guest.doubted(Certainty.PROBABLE, FROM_OUTSIDE)


def _role(each: Attendee, *, is_own: bool, label: Label) -> Value | None:
    if is_own and each.organisation and not each.roles:
        return each.organisation.value()
    pieces = each.roles
    if not pieces:
        return None
    words = ", ".join(_in_full(piece.text) for piece in pieces)
    if label is Label.SUBSTITUTES and "ersättare" not in words:
        words = f"ersättare, {words}"
    role = pieces[0].value(words[:120])
    return (
        role.doubted(Certainty.PROBABLE, RUN_TOGETHER) if each.is_role_unsure else role
    )


def _person(name: Piece, gathering: Gathering) -> Value:
    """Return a person's key; a name of many words may be two that ran together."""
    person = gathering.person(name)
    capitals = [word for word in name.text.split() if word[0].isupper()]
    if len(capitals) < _TWO_NAMES:
        return person
    found = gathering.get("people", person.value)
    if found:
        found.values["name"] = found.values["name"].doubted(Certainty.DOUBTFUL, TWO)
    return person.doubted(Certainty.DOUBTFUL, TWO)


def _in_full(words: str) -> str:
    bare = " ".join(words.split())
    for pattern, whole in _ABBREVIATED:
        if pattern.search(bare):
            return pattern.sub(whole, bare).strip()
    return bare[:1].lower() + bare[1:] if bare.split()[0].istitle() else bare


def _is_member(each: Attendee, label: Label) -> Value | None:
    for role in each.roles:
        if label is Label.MEMBERS and _IN_PLACE_OF.match(role.text):
            return role.value(True, Certainty.PROBABLE, FOLLOWS_FROM_ROLE)  # noqa: FBT003 - the value said.
        if _NOT_MEMBER.match(role.text):
            return role.value(value=False)
        if _MEMBER.match(role.text):
            return role.value(True, Certainty.PROBABLE, FOLLOWS_FROM_ROLE)  # noqa: FBT003 - the value said.
    return _is_member_of_list(each.name, label) if each.name else None


def _is_member_of_list(name: Piece, label: Label) -> Value | None:
    """Return what the list somebody stands in says; others are no members, probably."""
    if label in (Label.OTHERS, Label.GUESTS):
        return name.value(False, Certainty.PROBABLE, AMONG_OTHERS)  # noqa: FBT003 - the value said.
    if label in (Label.MEMBERS, Label.SUBSTITUTES):
        return name.value(label is Label.MEMBERS)
    return None


def _own_words(lines: list[Line], gathering: Gathering) -> str:
    """Return the words of the head before any list, and the cooperation's name."""
    above = []
    for line in lines:
        found = label_of(line)
        if is_header(line) or (found and found.label in ATTENDING):
            break
        above.append(line.text.lower())
    name = gathering.get("cooperation", "cooperation")
    return " ".join([*above, str(name["name"] or "").lower() if name else ""])
