"""The programme that a plan's goals belong to, where the plan names none.

A goal is a programme's. A plan that has goals and names no programme gives them the
only one there is, or else one of its own; neither is certain, and both ask.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found, Value

NONE_NAMED: Final = "Planen har mål men säger inte vilket program de hör till."
THE_ONLY: Final = "Det finns ett enda program som gäller då: {name}."
NONE_THERE: Final = "Det finns inget program att lägga dem under."
CONFIRM: Final = "Slutledning; bekräfta vilket program målen hör till."
NAME_IT: Final = "Planen nämner inget program. Ange programmets namn och år."

Known = Mapping[str, Sequence[Mapping[str, Any]]]


def give_goals_a_programme(gathering: Gathering, known: Known) -> None:
    """Let goals that a plan has without naming a programme belong to one."""
    for plan in gathering.of("plans"):
        goals = [*_bare_goals(gathering, plan)]
        if goals and isinstance(plan["year"], int):
            programme = _only_one(gathering, known, plan["year"])
            value = programme or _own(gathering, plan, goals[0])
            for goal in goals:
                quotes = next(iter(goal.values.values())).quotes
                goal.values["programme"] = Value(
                    value.value,
                    quotes,
                    Certainty.PROBABLE,
                    CONFIRM,
                    is_inference=True,
                    steps=value.steps,
                )


def _bare_goals(gathering: Gathering, plan: Found) -> Iterator[Found]:
    """Yield the goals without a programme that stand in the plan's document."""
    documents = _documents(plan)
    for goal in gathering.of("goals"):
        if goal["programme"] is None and _documents(goal) & documents:
            yield goal


def _documents(found: Found) -> set[str]:
    return {quote.document for each in found.values.values() for quote in each.quotes}


def _only_one(gathering: Gathering, known: Known, year: int) -> Value | None:
    """Return the one programme that is in force during the year, if there is one."""
    rows = [
        (str(row["key"]), row.get("name"), row.get("valid_from"), row.get("valid_to"))
        for row in known.get("programmes", ())
    ]
    rows += [
        (each.key, each["name"], each["valid_from"], each["valid_to"])
        for each in gathering.of("programmes")
    ]
    of_year = {key: name for key, name, *ends in rows if _covers(ends, year)}
    if len(of_year) != 1:
        return None
    (key, name), *_ = of_year.items()
    return Value(key, steps=(NONE_NAMED, THE_ONLY.format(name=name)))


def _covers(ends: Sequence[Any], year: int) -> bool:
    first, last = (_year(end) for end in ends)
    return (first is None or first <= year) and (last is None or year <= last)


def _year(day: Any) -> int | None:  # noqa: ANN401 - a day, as read or as in a file
    return day.year if isinstance(day, date) else int(str(day)[:4]) if day else None


def _own(gathering: Gathering, plan: Found, goal: Found) -> Value:
    """Return a programme for the plan's own goals, to be named by who reviews."""
    year = plan["year"]
    quotes = next(iter(goal.values.values())).quotes
    steps = (NONE_NAMED, NONE_THERE)

    def asked(value: object) -> Value:
        return Value(
            value, quotes, Certainty.DOUBTFUL, NAME_IT, is_inference=True, steps=steps
        )

    key = f"program-{year}"
    values: dict[str, Value | None] = {
        "name": asked(f"Målen i verksamhetsplanen {year}"),
        "valid_from": asked(date(year, 1, 1)),
        "valid_to": asked(date(year, 12, 31)),
    }
    gathering.add("programmes", key, values)
    return asked(key)
