"""Notes that set their decisions apart, name who writes, and list meetings to come."""

from datetime import date, time

import pytest

from tests.formats.understanding.minutes_read import gathered, held, row

NOTES = """# Minnesanteckningar, styrgruppen för Åleden

**Datum:** onsdag 4 mars 2026, 9.00–11.00
**Anteckningar:** Eva Alm

## Deltagare

| Kommun | Namn | Roll |
|---|---|---|
| Orsa | Bo Ek | {first} |
| Mora | Ulla Dal | {second} |

Dessutom deltog Ulf Lind från {guest} under punkt 2.

## 1. Ekonomi

Bo visade utfallet.

> Styrgruppen beslutade att köpa in nya broar.

## 2. Remiss om skyltar

Region Dalarna vill ha svar senast den 15 {month}.

> Frågan bordläggs till nästa möte.

## Kommande möten

- onsdag 6 maj kl. 9–11, Mora
- onsdag 2 september kl. 9–11, digitalt
- onsdag 4 november kl. 13–15
"""
WORDS = {
    "first": "kommundirektör",
    "second": "kommunchef",
    "guest": "Trafikverket",
    "month": "april",
}


def read(**other: str):
    return gathered(NOTES.format(**WORDS | other))


def test_what_is_set_apart_is_decided() -> None:
    first, last = read().of("decisions")
    assert first["wording"] == "Styrgruppen beslutade att köpa in nya broar."
    assert last["outcome"] == "postponed"
    assert str(last["postponed_to"]).endswith("2026-05-06")


def test_what_is_quoted_from_a_letter_is_not() -> None:
    letter = NOTES.replace("> Frågan", "Bo Ek skrev i ett brev:\n\n> Frågan")
    assert gathered(letter.format(**WORDS)).of("decisions") == []


def test_who_writes_stands_after_the_word_for_notes() -> None:
    assert read().of("minutes")[0]["secretary"] == "Eva Alm"


def test_every_line_of_a_list_is_a_meeting_to_come() -> None:
    planned = [m for m in read().of("meetings") if m["status"] == "planned"]
    assert [(m["held_on"], m["starts_at"]) for m in planned] == [
        (date(2026, 5, 6), time(9)),
        (date(2026, 9, 2), time(9)),
        (date(2026, 11, 4), time(13)),
    ]


@pytest.mark.parametrize("guest", ["Trafikverket", "Länsstyrelsen", "Sydkraft"])
def test_where_a_guest_comes_from_is_no_role(guest: str) -> None:
    lind = row(read(guest=guest), "ulf-lind")
    assert (lind["outside_party"], lind["role"]) == (
        guest.lower().replace("ä", "a"),
        None,
    )


@pytest.mark.parametrize(("month", "due"), [("april", 2026), ("januari", 2027)])
def test_an_answer_is_due_after_the_meeting(month: str, due: int) -> None:
    (referral,) = read(month=month).of("referrals")
    assert referral["due_on"].year == due


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("kommundirektör", "kommunchef", "management_group"),
        ("tf kommunchef", "näringslivschef", "management_group"),
        ("kommunalråd", "kommunchef", "committee"),
        ("kommunstyrelsens ordförande", "kommunstyrelsens ordförande", "committee"),
    ],
)
def test_a_steering_group_of_chiefs_is_theirs(
    first: str, second: str, kind: str
) -> None:
    found = read(first=first, second=second)
    body = next(b for b in found.of("bodies") if b.key == held(found)["body"])
    assert body["kind"] == kind


def test_chiefs_who_are_there_beside_others_make_no_group_theirs() -> None:
    others = "".join(f"| Mora | {n} Ahl | |\n" for n in ("Siv", "Per", "Jan", "Eva"))
    notes = NOTES.format(**WORDS).replace("| Orsa |", f"{others}| Orsa |", 1)
    found = gathered(notes)
    body = next(b for b in found.of("bodies") if b.key == held(found)["body"])
    assert body["kind"] == "committee"
