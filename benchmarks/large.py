"""A large cooperation, the same at every run: what a whole country might load.

290 municipalities, 20 years, 20 000 activities, 5 000 meetings. Nothing in it is drawn
by lot and nothing is real; it is written as the tree of a cooperation file.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.large_meetings import deliveries, meetings
from benchmarks.large_sizes import (
    ACTIVITIES_A_YEAR,
    BUDGET_LINES_A_YEAR,
    FIRST_YEAR,
    LAST_YEAR,
    MAIN_GOALS,
    MUNICIPALITIES,
    NETWORKS,
    RATE_SEK,
    SUB_GOALS,
    YEARS,
    municipality,
    residents,
)

Tree = dict[str, Any]
KEY = "storlandet"
PARAGRAPHS = (
    "Avtalets längd", "Kommittén", "Möten", "Plan och budget", "Kansliet",
    "Finansiering", "Särskilda projekt", "Avgift", "Betalning", "Upplösning",
)  # fmt: skip
TERMS: tuple[tuple[str, str, Tree], ...] = (
    ("duration", "1", {"runs": "until_further_notice"}),
    (
        "withdrawal",
        "1",
        {
            "months": 12,
            "counted_from": "next_month_turn",
            "decided_by": "municipal_council",
            "received_by": "committee_chair",
        },
    ),
    (
        "composition",
        "2",
        {"body": "committee", "seats_per_municipality": 1, "office": "board_chair"},
    ),
    ("decision", "2", {"body": "committee", "rule": "consensus"}),
    ("quorum", "2", {"body": "committee", "boundary": "at_least", "share": "1/2"}),
    ("minutes", "2", {"body": "committee", "delivered_to": "each_municipality"}),
    ("meetings", "3", {"body": "committee", "per_year": 6, "qualifier": "at_least"}),
    ("presentation", "4", {"subjects": ["annual_plan", "budget"]}),
    ("special_project", "7", {"shared_by": "population"}),
    ("fee", "8", {"rule": "per_resident", "rate_sek": str(RATE_SEK)}),
    ("due", "9", {"of": "fee", "month": 3, "day": 15, "invoiced_by": "kommun-000"}),
    ("dissolution", "10", {"decided_by": "committee", "shared_by": "population"}),
    ("adoption", "4", {"subject": "programme", "by": "each_board"}),
)


def write(path: Path) -> None:
    """Write the cooperation as a file in JSON."""
    path.write_text(json.dumps(tree(), ensure_ascii=False, indent=1), encoding="utf-8")


def tree() -> Tree:
    """Return the whole cooperation as a file says it."""
    numbers = range(MUNICIPALITIES)
    return {
        "format": "radslag/1",
        "cooperation": {"key": KEY, "name": "Storlandets samverkan", "is_public": True},
        "municipalities": [
            {"key": municipality(n), "code": f"{n + 100:04}", "name": f"Kommun {n:03}"}
            for n in numbers
        ],
        "memberships": [
            {"municipality": municipality(n), "member_from": f"{FIRST_YEAR}-01-01"}
            for n in numbers
        ],
        "populations": list(populations()),
        "terms_of_office": [
            {
                "key": f"{year}-{year + 3}",
                "name": f"{year}–{year + 3}",
                "starts_on": f"{year}-01-01",
                "ends_on": f"{year + 3}-12-31",
            }
            for year in range(FIRST_YEAR, LAST_YEAR + 4, 4)
        ],
        "agreements": [agreement()],
        "bodies": list(bodies()),
        "appointments": list(appointments()),
        "programmes": [programme(year) for year in range(FIRST_YEAR, LAST_YEAR + 1, 4)],
        "plans": [plan(year) for year in YEARS],
        "fees": list(fees()),
        "meetings": list(meetings()),
        "deliveries": list(deliveries()),
    }


def populations() -> Iterator[Tree]:
    """Yield the population of each municipality on each year's last day."""
    for year in (FIRST_YEAR - 1, *YEARS):
        for number in range(MUNICIPALITIES):
            yield {
                "municipality": municipality(number),
                "counted_on": f"{year}-12-31",
                "residents": residents(number, year),
                "source": "påhittad",
            }


def agreement() -> Tree:
    """Return the agreement with its paragraphs and terms."""
    return {
        "key": "avtal",
        "title": "Samarbetsavtal",
        "in_force_from": f"{FIRST_YEAR}-01-01",
        "is_public": True,
        "paragraphs": [
            {"number": str(n), "position": n, "heading": heading}
            for n, heading in enumerate(PARAGRAPHS, start=1)
        ],
        "terms": [
            {
                "kind": kind,
                "value": value,
                "applies_from": f"{FIRST_YEAR}-01-01",
                "paragraph": number,
            }
            for kind, number, value in TERMS
        ],
    }


def bodies() -> Iterator[Tree]:
    """Yield committee, management group, networks and each member's board."""
    yield {"key": "kommitten", "kind": "committee", "name": "Samarbetskommittén"}
    yield {"key": "ledningsgruppen", "kind": "management_group", "name": "Ledningen"}
    for number in range(NETWORKS):
        yield {"key": f"natverk-{number}", "kind": "network", "name": f"Nät {number}"}
    for number in range(MUNICIPALITIES):
        yield {
            "key": f"styrelse-{municipality(number)}",
            "kind": "board",
            "name": f"Kommunstyrelsen i Kommun {number:03}",
            "municipality": municipality(number),
        }


def appointments() -> Iterator[Tree]:
    """Yield a seat in the committee for each municipality and term of office."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1, 4):
        for number in range(MUNICIPALITIES):
            yield {
                "body": "kommitten",
                "role": ("chair", "vice_chair", "member")[min(number, 2)],
                "municipality": municipality(number),
                "appointed_from": f"{year}-01-01",
                "appointed_until": f"{year + 4}-01-01",
            }


def programme(year: int) -> Tree:
    """Return the programme of four years, with goals and every board's adoption."""
    return {
        "key": f"program-{year}",
        "name": f"Utvecklingsprogram {year}",
        "valid_from": f"{year}-01-01",
        "valid_to": f"{year + 3}-12-31",
        "decided_on": f"{year - 1}-06-01",
        "is_public": True,
        "goals": [main_goal(year, number) for number in range(MAIN_GOALS)],
        "adoptions": [
            {
                "board": f"styrelse-{municipality(number)}",
                "outcome": "adopted",
                "decided_on": f"{year - 1}-10-01",
                "paragraph": f"§ {number + 1}",
            }
            for number in range(MUNICIPALITIES)
        ],
    }


def main_goal(year: int, number: int) -> Tree:
    """Return a focus area with its sub-goals."""
    children = range(number, SUB_GOALS, MAIN_GOALS)
    return {
        "key": f"omrade-{year}-{number}",
        "level": "focus_area",
        "position": number,
        "name": f"Område {number}",
        "title": f"Område {number} ska utvecklas",
        "responsible": [f"natverk-{number % NETWORKS}"],
        "goals": [
            {
                "key": sub_goal(year, child),
                "level": "sub_goal",
                "position": child,
                "name": f"Delmål {child}",
                "title": f"Delmål {child} ska vara nått före periodens slut",
            }
            for child in children
        ],
    }


def sub_goal(year: int, number: int) -> str:
    """Return the key of a sub-goal of the programme that covers a year."""
    return f"delmal-{year - (year - FIRST_YEAR) % 4}-{number % SUB_GOALS}"


def plan(year: int) -> Tree:
    """Return a year's plan: presentations, activities and a budget in balance."""
    return {
        "key": str(year),
        "year": year,
        "title": f"Verksamhetsplan och budget {year}",
        "programme": f"program-{year - (year - FIRST_YEAR) % 4}",
        "status": "adopted",
        "adopted_on": f"{year - 1}-12-10",
        "budget_adopted_on": f"{year - 1}-12-10",
        "is_public": True,
        "presentations": [
            {
                "municipality": municipality(number),
                "subject": subject,
                "presented_on": f"{year - 1}-11-01",
            }
            for subject in ("annual_plan", "budget")
            for number in range(MUNICIPALITIES)
        ],
        "activities": [activity(year, n) for n in range(ACTIVITIES_A_YEAR)],
        "budget_lines": list(budget_lines(year)),
    }


def activity(year: int, number: int) -> Tree:
    """Return an activity with goal, time, cost and somebody who answers for it."""
    starts_on = date(year, 1, 1) + timedelta(days=number % 300)
    return {
        "key": f"aktivitet-{year}-{number}",
        "goal": sub_goal(year, number),
        "position": number,
        "title": f"Aktivitet {number}: samordna och följa upp arbetet",
        "comment": "Redovisas för ledningsgruppen två gånger om året.",
        "responsible_as_written": f"Nät {number % NETWORKS}",
        "time_as_written": "Vår + Höst",
        "starts_from": starts_on.isoformat(),
        "ends_until": (starts_on + timedelta(days=60)).isoformat(),
        "cost_as_written": "10 tkr",
        "cost_sek": 10000,
        "status": "done" if year < LAST_YEAR else "ongoing",
        "responsible": [{"body": f"natverk-{number % NETWORKS}"}],
    }


def budget_lines(year: int) -> Iterator[Tree]:
    """Yield income from fees, and as much cost."""
    total_sek = RATE_SEK * sum(
        residents(number, year - 1) for number in range(MUNICIPALITIES)
    )
    each_sek, rest_sek = divmod(total_sek, BUDGET_LINES_A_YEAR - 1)
    yield _line(year, 0, "income", total_sek)
    for position in range(1, BUDGET_LINES_A_YEAR):
        extra_sek = rest_sek if position == 1 else 0
        yield _line(year, position, "cost", each_sek + extra_sek)


def _line(year: int, position: int, side: str, amount_sek: int) -> Tree:
    return {
        "key": f"post-{year}-{position}",
        "side": side,
        "position": position,
        "name": "Avgifter" if side == "income" else f"Kostnad {position}",
        "amount_sek": amount_sek,
    }


def fees() -> Iterator[Tree]:
    """Yield each municipality's fee for each year, as the rule says."""
    for year in YEARS:
        for number in range(MUNICIPALITIES):
            yield {
                "year": year,
                "municipality": municipality(number),
                "amount_sek": RATE_SEK * residents(number, year - 1),
                "decided_on": f"{year - 1}-12-10",
                "due_on": f"{year}-03-15",
            }
