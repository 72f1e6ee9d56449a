"""How a thing of each kind is known again: by what never changes, else by its name."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from rapidfuzz import fuzz, process

from radslag.agreement.vocabulary import BodyKind, Certainty
from radslag.formats.cooperation_file import Row
from radslag.formats.understanding.model import Found, Match

# From here two names are the same but for a slip, and from there probably the same.
SAME, ALIKE = 99, 86
_SPACES: Final = re.compile(r"\W+")
ALONE: Final = (
    BodyKind.COMMITTEE.value,
    BodyKind.MANAGEMENT_GROUP.value,
    BodyKind.SECRETARIAT.value,
)


Matcher = Callable[[Found, Sequence[Row]], Match | None]


def plain(text: object) -> str:
    """Return a text in small letters, words and figures only."""
    return " ".join(_SPACES.split(str(text or "").casefold())).strip()


def by(*columns: str) -> Matcher:
    """Return a matcher of records that agree in every one of the columns."""

    def match(found: Found, rows: Sequence[Row]) -> Match | None:
        if any(found[column] is None for column in columns):
            return None
        wanted = [_said(found[column]) for column in columns]
        for row in rows:
            if [_said(row.get(column)) for column in columns] == wanted:
                return Match(found.section, found.key, row["key"], _how(columns))
        return None

    return match


def _said(value: Any) -> Any:  # noqa: ANN401 - values of every kind.
    return plain(value) if isinstance(value, str) else value


def _how(columns: Sequence[str]) -> str:
    return f"samma {' och '.join(SWEDISH.get(name, name) for name in columns)}"


SWEDISH: Final = {
    "code": "kommunkod",
    "name": "namn",
    "year": "år",
    "held_on": "dag",
    "number": "nummer",
    "body": "organ",
    "in_force_from": "första dag",
    "municipality": "kommun",
    "kind": "slag",
    "applies_from": "första dag",
    "register_number": "diarienummer",
}


def named(*names: str, within: Sequence[str] = ()) -> Matcher:
    """Return a matcher of records alike in name, that agree in the `within` columns."""

    def match(found: Found, rows: Sequence[Row]) -> Match | None:
        near = [
            row
            for row in rows
            if all(_said(row.get(column)) == _said(found[column]) for column in within)
        ]
        wanted = [plain(found[name]) for name in names if found[name]]
        best = max(
            ((*_likeness(wanted, row, names), row["key"]) for row in near),
            default=(0.0, "", ""),
        )
        return _judged(found, *best)

    return match


def _likeness(
    wanted: Sequence[str], row: Row, names: Sequence[str]
) -> tuple[float, str]:
    said = [str(row[name]) for name in names if row.get(name)]
    choices = {text: plain(text) for text in said}
    found = [
        process.extractOne(each, choices, scorer=fuzz.ratio) for each in wanted if each
    ]
    return max(((hit[1], hit[2]) for hit in found if hit), default=(0.0, ""))


def _judged(found: Found, likeness: float, name: str, key: str) -> Match | None:
    if likeness < ALIKE:
        return None
    certainty = Certainty.CERTAIN if likeness >= SAME else Certainty.PROBABLE
    return Match(found.section, found.key, key, f"heter ”{name}”", certainty)


def either(*matchers: Matcher) -> Matcher:
    """Return a matcher that tries one way after another."""

    def match(found: Found, rows: Sequence[Row]) -> Match | None:
        return next((hit for one in matchers if (hit := one(found, rows))), None)

    return match


def _only_one_of_its_kind(found: Found, rows: Sequence[Row]) -> Match | None:
    same = [row for row in rows if row["kind"] == found["kind"]]
    if found["kind"] not in ALONE or len(same) != 1:
        return None
    how = "samverkan har ett enda sådant organ"
    return Match(found.section, found.key, same[0]["key"], how)


def _in_force_together(found: Found, rows: Sequence[Row]) -> Match | None:
    """Match agreements that begin the same day: a cooperation has one at a time."""
    return by("in_force_from")(found, rows)


MATCHERS: Final[dict[str, Matcher]] = {
    "municipalities": either(by("code"), by("name")),
    "memberships": by("municipality", "member_from"),
    "populations": by("municipality", "counted_on"),
    "terms_of_office": either(by("starts_on"), by("name")),
    "outside_parties": named("name"),
    "agreements": either(_in_force_together, named("title")),
    "paragraphs": by("agreement", "number"),
    "signatures": by("agreement", "municipality"),
    "bodies": either(
        by("kind", "municipality"),
        _only_one_of_its_kind,
        named("name", "short_name"),
    ),
    "people": either(by("name"), by("email")),
    "programmes": either(
        by("short_name"), named("name", "short_name"), by("valid_from")
    ),
    "goals": named("name", "title", "other_names", within=("programme",)),
    "indicators": either(by("outside_code"), named("name")),
    "plans": by("year"),
    "presentations": by("plan", "municipality", "subject"),
    "activities": named("title", within=("plan",)),
    "budget_lines": named("name", within=("plan", "side")),
    "fees": by("year", "municipality"),
    "special_grants": named("name"),
    "conferences": named("name", within=("held_on",)),
    "meetings": by("body", "held_on"),
    "agenda_items": by("meeting", "number"),
    "adoptions": by("programme", "board"),
    "matters": either(by("register_number"), named("title")),
    "referrals": either(by("register_number"), named("title")),
    "papers": named("title", within=("meeting",)),
    "documents": by("sha256"),
}
