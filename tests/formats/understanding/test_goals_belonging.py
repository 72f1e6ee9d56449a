"""Goals of a plan that names no programme belong to one all the same, and ask."""

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.readers import ReadResult
from radslag.formats.understanding import Found, Known, Understanding, understand
from tests.formats.understanding.reading_text import document_of

PLAN = """Verksamhetsplan och budget 2027

Samverkan Vättersund består av Laxå och Askersund.

Handlingsplan

Mål\tAktivitet\tAnsvarig\tTid
Fler båtplatser\tRäkna bryggorna\tLaxå\thösten 2027
Renare vatten\tProvta vid tre stränder\tAskersund\tmaj 2027
"""
PROGRAMME = {"key": "vatten-2030", "name": "Vattenprogrammet 2024–2030"}


def understood(known: Known | None = None, text: str = PLAN) -> Understanding:
    return understand([ReadResult("plan.txt", document_of(text))], known)


def of(understanding: Understanding, section: str) -> list[Found]:
    return [found for found in understanding.found if found.section == section]


def programmes(understanding: Understanding) -> set[object]:
    return {goal["programme"] for goal in of(understanding, "goals")}


def test_they_get_one_of_their_own_where_there_is_none() -> None:
    understanding = understood()

    (programme,) = of(understanding, "programmes")
    assert programmes(understanding) == {programme.key}
    assert len(of(understanding, "goals")) == 2
    name = programme.values["name"]
    assert name.certainty is Certainty.DOUBTFUL
    assert name.is_inference
    assert len(name.steps) == 2
    assert (programme["valid_from"].year, programme["valid_to"].year) == (2027, 2027)
    every = [goal.values["programme"] for goal in of(understanding, "goals")]
    assert all(each.is_inference and each.quotes for each in every)
    assert Certainty.CERTAIN not in {each.certainty for each in every}


@pytest.mark.parametrize(
    ("first", "last", "belongs"),
    [
        ("2024-01-01", "2030-12-31", True),
        ("2027-01-01", "2027-12-31", True),
        ("2028-01-01", "2030-12-31", False),
        ("2020-01-01", "2026-12-31", False),
    ],
)
def test_they_belong_to_the_only_one_in_force(
    first: str, last: str, *, belongs: bool
) -> None:
    known = {"programmes": [{**PROGRAMME, "valid_from": first, "valid_to": last}]}

    understanding = understood(known)

    assert (programmes(understanding) == {"vatten-2030"}) is belongs
    assert bool(of(understanding, "programmes")) is not belongs


def test_of_two_that_are_in_force_none_is_chosen() -> None:
    years = {"valid_from": "2024-01-01", "valid_to": "2030-12-31"}
    two = [{**PROGRAMME, **years}, {**PROGRAMME, **years, "key": "annat"}]

    assert programmes(understood({"programmes": two})) <= {"program-2027"}


def test_a_plan_that_names_its_programme_keeps_it() -> None:
    named = PLAN.replace(
        "Handlingsplan\n",
        "Planen bygger på Vättersunds utvecklingsprogram 2025–2030.\n\nHandlingsplan\n",
    )

    found = of(understood(text=named), "programmes")

    assert [each["name"] for each in found] != ["Målen i verksamhetsplanen 2027"]
    assert not any(each.values["name"].is_inference for each in found)
