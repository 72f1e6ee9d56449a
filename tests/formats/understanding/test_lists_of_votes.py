"""Lists of attendance and votes in one: who was there, and who sat for whom."""

from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.minutes_read import ITEMS, gathered, names, row

LIST = """Protokoll styrgruppen

Datum: 2024-03-05

Beslutande: Enligt närvaro- och voteringslista på sidan 2

| Ledamöter (3) | Parti | Kommun | Närv. | Tjänstgörande ersättare / anm. | § 2 | | |
|---|---|---|---|---|---|---|---|
| | | | | | Ja | Nej | Avst. |
| Bo Lind, ordförande | S | Boden | 1 | | X | | |
| Eva Alm | M | Kalix | – | Siv Ek (M) | | X | |
| Per Dahl | C | Piteå | – | | | | |
| Summa | | | | | 1 | 1 | 0 |
"""


def listed() -> Gathering:
    return gathered(LIST + ITEMS)


def test_who_has_no_mark_in_a_column_of_those_present_was_absent() -> None:
    gathering = listed()

    assert names(gathering, state="absent") == ["eva-alm", "per-dahl"]


def test_who_sits_for_an_absent_member_is_of_the_same_municipality() -> None:
    substitute = row(listed(), "siv-ek")

    assert substitute["state"] == "present"
    assert substitute["municipality"] == "kalix"
    assert substitute["role"] == "tjänstgörande ersättare"


def test_sums_and_heads_and_other_pages_are_nobody() -> None:
    gathering = listed()

    assert len(gathering.of("attendance")) == 4
    assert gathering.of("outside_parties") == []
