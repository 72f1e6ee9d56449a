"""The same thing gets the same key, and how it was known again is told."""

from datetime import date
from typing import Any

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.linking import link
from radslag.formats.understanding.model import Found, Understanding, Value

KNOWN: dict[str, list[dict[str, Any]]] = {
    "municipalities": [{"key": "arboga-stad", "code": "1984", "name": "Arboga"}],
    "bodies": [
        {
            "key": "styret",
            "kind": "committee",
            "name": "Styrgruppen",
            "short_name": "",
            "municipality": None,
        },
        {
            "key": "skolnatet",
            "kind": "network",
            "name": "Nätverket för skolchefer",
            "short_name": "Skolnätet",
            "municipality": None,
        },
    ],
    "programmes": [
        {
            "key": "malet",
            "name": "Målprogram för Åsbygden",
            "short_name": "ÅMP 27",
            "valid_from": date(2024, 1, 1),
        }
    ],
    "goals": [
        {
            "key": "skolan",
            "programme": "malet",
            "name": "Skola för alla",
            "title": "",
            "other_names": "",
        }
    ],
    "meetings": [
        {"key": "mote-1", "body": "styret", "held_on": date(2025, 2, 4)},
    ],
}


def found(section: str, key: str, **values: Any) -> Found:
    return Found(section, key, {name: Value(value) for name, value in values.items()})


def linked(*records: Found) -> list[Found]:
    return list(link(Understanding((), records), KNOWN).found)


def test_the_cooperation_s_own_keys_win_and_references_follow() -> None:
    body, meeting, item = linked(
        found("bodies", "kommitten", kind="committee", name="Politiska styrgruppen"),
        found(
            "meetings", "kommitten-2025-02-04", body="kommitten",
            held_on=date(2025, 2, 4),
        ),
        found(
            "agenda_items", "kommitten-2025-02-04-1", meeting="kommitten-2025-02-04",
            number=1, title="Öppnande",
        ),
    )  # fmt: skip

    assert (body.key, meeting.key) == ("styret", "mote-1")
    assert meeting["body"] == "styret"
    assert item["meeting"] == "mote-1"
    assert item.key == "mote-1-1"


def test_a_code_tells_a_municipality_whatever_its_key() -> None:
    (municipality,) = linked(found("municipalities", "arboga", code="1984", name="X"))

    assert municipality.key == "arboga-stad"


def test_names_alike_are_the_same_and_it_is_told_how_sure() -> None:
    understanding = Understanding(
        (), (found("bodies", "n", kind="network", name="Nätverk för skolchefer"),)
    )

    result = link(understanding, KNOWN)

    assert next(iter(result.found)).key == "skolnatet"
    (match,) = result.matches
    assert match.how == "heter ”Nätverket för skolchefer”"
    assert match.certainty is Certainty.PROBABLE


def test_a_goal_is_looked_for_in_its_own_programme_only() -> None:
    programme, same, other = linked(
        found("programmes", "p", short_name="ÅMP 27", valid_from=date(2024, 1, 1)),
        found("goals", "g", programme="p", name="Skola för alla"),
        found("goals", "h", programme="annat", name="Skola för alla"),
    )

    assert programme.key == "malet"
    assert same.key == "skolan"
    assert same["programme"] == "malet"
    assert other.key == "h"


def test_what_is_new_keeps_its_key() -> None:
    (network,) = linked(found("bodies", "vatten", kind="network", name="Vattengruppen"))

    assert network.key == "vatten"


def test_two_found_things_never_become_the_same_record() -> None:
    one, two = linked(
        found("bodies", "a", kind="network", name="Nätverket för skolchefer"),
        found("bodies", "b", kind="network", name="Nätverket för skolchefen"),
    )

    assert one.key == "skolnatet"
    assert two.key == "b"


def test_indicators_and_presentations_are_known_again() -> None:
    known: dict[str, list[dict[str, Any]]] = {
        "plans": [{"key": "vp-26", "year": 2026}],
        "municipalities": [{"key": "arboga", "code": "1984", "name": "Arboga"}],
        "presentations": [
            {
                "key": "12",
                "plan": "vp-26",
                "municipality": "arboga",
                "subject": "annual_plan",
            }
        ],
        "indicators": [{"key": "examen", "name": "Andel med examen"}],
    }
    read = (
        found("plans", "2026", year=2026),
        found(
            "presentations",
            "2026-annual-plan-arboga",
            plan="2026",
            municipality="arboga",
            subject="annual_plan",
        ),
        found("indicators", "andel-med-examen", name="Andel med examen"),
    )

    keys = [each.key for each in link(Understanding((), read), known).found]
    assert keys == ["vp-26", "12", "examen"]
