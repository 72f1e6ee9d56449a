"""What follows from several documents together though none of them says it.

An inference is never certain. It carries the steps that led to it, and always asks.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from radslag.agreement.vocabulary import AttendanceState, BodyKind, Certainty
from radslag.agreement.wording import listed
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.goals_belonging import give_goals_a_programme
from radslag.formats.understanding.holding import Together
from radslag.formats.understanding.model import Found, Value

FEWEST: Final = 3
TOOK_PART: Final = (AttendanceState.PRESENT.value, AttendanceState.REMOTE.value)
SEATED: Final = (BodyKind.COMMITTEE.value, BodyKind.MANAGEMENT_GROUP.value)
ONE_FROM_EACH: Final = "Den som satt hela mötet för sin kommun antas vara dess ledamot."
TWO_FROM_ONE: Final = (
    "Två från kommunen satt hela mötet; den som står först antas vara dess ledamot."
)
REASON: Final = "Slutledning ur vilka som fick beslutet; bekräfta den."


def infer(together: Together, known: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Add what follows to the records that lack it."""
    gathering = together.gathering
    _name_plans(gathering)
    give_goals_a_programme(gathering, known)
    _find_members(gathering)
    parties = _parties(gathering, known)
    for document, recipients in gathering.recipients.items():
        missing = _missing(parties, {value.value for value in recipients})
        if missing:
            _infer_board(gathering, document, missing, parties, recipients)


def _find_members(gathering: Gathering) -> None:
    """Take those who sat a whole meeting for their municipality for its members.

    A committee and a management group have one from each; where two of a municipality
    sat through the meeting the minutes do not say which, and the first is asked about.
    """
    seated: dict[tuple[str, str], list[Found]] = {}
    for found in gathering.of("attendance"):
        is_whole = found["item"] is None and found["state"] in TOOK_PART
        if is_whole and found["municipality"] and _has_seats(gathering, found):
            place = (str(found["meeting"]), str(found["municipality"]))
            seated.setdefault(place, []).append(found)
    for same in seated.values():
        if not any("is_member" in found.values for found in same):
            _seat(same[0], is_only=len(same) == 1)


def _has_seats(gathering: Gathering, attendance: Found) -> bool:
    meeting = gathering.get("meetings", str(attendance["meeting"]))
    body = gathering.get("bodies", str(meeting["body"])) if meeting else None
    return bool(body and body["kind"] in SEATED)


def _seat(found: Found, *, is_only: bool) -> None:
    quotes = found.values["municipality"].quotes
    certainty = Certainty.PROBABLE if is_only else Certainty.DOUBTFUL
    reason = ONE_FROM_EACH if is_only else TWO_FROM_ONE
    is_member = Value(value=True, quotes=quotes, certainty=certainty, reason=reason)
    found.values["is_member"] = is_member


def _name_plans(gathering: Gathering) -> None:
    """Name the plans that a report or a decision speaks of without their names."""
    for plan in gathering.of("plans"):
        year = plan.values.get("year")
        if plan["title"] is None and year:
            plan.values["title"] = Value(
                f"Verksamhetsplan {year.value}",
                year.quotes,
                Certainty.PROBABLE,
                "Bekräfta planens namn.",
                is_inference=True,
                steps=(
                    f"Handlingen gäller året {year.value}.",
                    "Den säger inte vad årets plan heter.",
                ),
            )


def _parties(
    gathering: Gathering, known: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, str]:
    """Return the names of the cooperation's municipalities by key."""
    members = {str(found["municipality"]) for found in gathering.of("memberships")}
    members |= {str(row["municipality"]) for row in known.get("memberships", ())}
    names = {
        str(row["key"]): str(row["name"]) for row in known.get("municipalities", ())
    }
    names |= {each.key: str(each["name"]) for each in gathering.of("municipalities")}
    return {key: names.get(key, key) for key in sorted(members)}


def _missing(parties: dict[str, str], recipients: set[str]) -> str:
    """Return the one party that did not get the decision, when all others did."""
    others = set(parties) - recipients
    is_told = len(parties) >= FEWEST and recipients < set(parties)
    return others.pop() if is_told and len(others) == 1 else ""


def _infer_board(
    gathering: Gathering,
    document: str,
    missing: str,
    parties: dict[str, str],
    recipients: list[Value],
) -> None:
    quotes = tuple(quote for value in recipients for quote in value.quotes)
    told = listed(parties[str(value.value)] for value in recipients)
    steps = (
        f"Samverkan har {len(parties)} kommuner: {listed(parties.values())}.",
        f"Beslutet sänds till {told}.",
        f"Den som inte får det är den som själv har beslutat: {parties[missing]}.",
    )
    for found in gathering.of("adoptions"):
        if found["board"] is None and _is_of(found, document):
            key = f"ks-{missing}"
            board = Value(
                key, quotes, Certainty.PROBABLE, REASON, is_inference=True, steps=steps
            )
            found.values["board"] = board
            _add_board(gathering, key, missing, parties[missing], board)


def _is_of(found: Found, document: str) -> bool:
    return any(
        quote.document == document
        for value in found.values.values()
        for quote in value.quotes
    )


def _add_board(
    gathering: Gathering, key: str, municipality: str, name: str, board: Value
) -> None:
    if gathering.get("bodies", key) is None:
        gathering.add(
            "bodies",
            key,
            {
                "kind": board.as_value(BodyKind.BOARD.value),
                "name": board.as_value(f"Kommunstyrelsen i {name}"),
                "municipality": board.as_value(municipality),
            },
        )
