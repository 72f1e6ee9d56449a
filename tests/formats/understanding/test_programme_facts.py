"""A box of facts at a programme's top: who decided, its number, what it replaces."""

import pytest

from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_programmes import gathered, the

BOX = """
# Kulturprogram för Moränbygden 2027–2030

| {kind} | Samverkansprogram |
|---|---|
| {decided} | Moränrådet, 2026-11-05 § 12 |
| Gäller | 2027-01-01 – 2030-12-31 |
| {replaces} | Kulturprogram för Moränbygden 2023–2026 |
| {number} | MR 2026/31 |
"""
LABELS = {
    "kind": "Dokumenttyp",
    "decided": "Fastställt av",
    "replaces": "Ersätter",
    "number": "Diarienummer",
}


def box(**other: str) -> Gathering:
    return gathered(BOX.format(**LABELS | other))


@pytest.mark.parametrize(
    "label", ["Beslutsinstans", "Beslutande organ", "Antaget av", "Beslutsfattare"]
)
def test_who_decided_it_stands_after_a_label(label: str) -> None:
    found = box(decided=label)

    assert str(found.of("programmes")[0]["decided_on"]) == "2026-11-05"


@pytest.mark.parametrize("label", ["Ersätter", "Avlöser", "Föregångare"])
def test_what_it_replaces_stands_after_a_label(label: str) -> None:
    found = box(replaces=label)

    new, old = found.of("programmes")
    assert new["replaces"] == old.key
    assert the(old, "name") == ["Kulturprogram för Moränbygden 2023–2026"]


@pytest.mark.parametrize("label", ["Diarienummer", "Dnr", "Ärendenummer"])
def test_its_number_stands_after_a_label(label: str) -> None:
    found = box(number=label)

    assert the(found.of("documents")[0], "kind", "register_number") == [
        "programme",
        "MR 2026/31",
    ]
