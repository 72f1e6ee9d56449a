"""Lists whose lines have run together keep who served and who only listened apart."""

import pytest

from radslag.agreement.vocabulary import Certainty
from tests.formats.understanding.minutes_read import BEGINNING, ITEMS, gathered, row


@pytest.mark.parametrize(
    "label", ["Ej tjänstgörande ersättare", "Icke tjänstgörande ersättare"]
)
def test_the_next_label_may_end_a_line_of_several(label: str) -> None:
    found = gathered(
        f"{BEGINNING}Beslutande: Anna Ek (S), Haninge\n"
        f"Bo Lind (M), Tyresö Eva Alm (C), Salem {label}\n\nUlf Dal (M), Tyresö{ITEMS}"
    )

    assert row(found, "eva-alm")["municipality"] == "salem"
    assert row(found, "eva-alm")["is_member"] is True
    assert row(found, "ulf-dal")["is_member"] is False


def test_a_label_after_one_name_is_what_that_one_is() -> None:
    found = gathered(
        f"{BEGINNING}Närvarande:\nAnna Ek (S)\nBo Lind (M) Ej tjänstgörande ersättare\n"
        f"Eva Alm (C){ITEMS}"
    )

    assert row(found, "eva-alm")["is_member"] is not False


@pytest.mark.parametrize(
    "label", ["Övriga deltagande", "Övriga närvarande", "Inbjudna"]
)
def test_others_are_no_members_but_not_surely(label: str) -> None:
    found = gathered(
        f"{BEGINNING}Beslutande: Anna Ek (S), Haninge\n\n"
        f"{label}:\nEva Alm, ekonom\nUlf Dal, sekreterare{ITEMS}"
    )

    said = row(found, "eva-alm").values["is_member"]
    assert said.value is False
    assert said.certainty is Certainty.PROBABLE
