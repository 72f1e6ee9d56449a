"""Notes told freely: who was there after a question, clocks in words, who wrote."""

from datetime import date, time

import pytest

from tests.formats.understanding.minutes_read import gathered, held, names, row

NOTES = """Anteckningar från vattengruppen, 3 mars 2025

Siljansbygden. {wrote}

Vi sågs i Medborgarhuset i Orsa, måndagen den 3 mars {clock}.

{asked} Eva Alm och Bo Ek från Mora, Pia Dal från Orsa (på länk) samt Ulf Sten från
Leksand. Från Dalarnas Energikontor kom Mia Torp. Rättvik hade anmält förhinder.

## Sedan sist

Anteckningarna från mötet den 9 april hade skickats ut. De läggs till handlingarna.

## Medlen

{decided}

Frågor? eva.alm@mora.example
"""


def read(
    wrote="Skrivet av Eva Alm.",
    clock="mellan nio och kvart i tolv",
    asked="Vilka var med?",
    decided="Gruppen sade ja till det.",
):
    text = NOTES.format(wrote=wrote, clock=clock, asked=asked, decided=decided)
    return gathered(text, 2025)


@pytest.mark.parametrize(
    "asked",
    ["Vilka var med?", "Vilka deltog?", "Vilka var där?", "Vem var med på mötet?"],
)
def test_who_was_there_follows_on_a_question(asked: str) -> None:
    gathering = read(asked=asked)
    assert names(gathering, state="present") == ["eva-alm", "bo-ek", "ulf-sten"]
    assert names(gathering, state="remote") == ["pia-dal"]
    towns = {r["person"]: r["municipality"] for r in gathering.of("attendance")}
    assert towns["eva-alm"] == towns["bo-ek"] == "mora"
    assert towns[None] == "rattvik"
    guest = row(gathering, "mia-torp")
    assert (guest["state"], guest["outside_party"]) == (
        "guest",
        "dalarnas-energikontor",
    )


@pytest.mark.parametrize(
    ("clock", "starts", "ends"),
    [
        ("mellan nio och kvart i tolv", time(9), time(11, 45)),
        ("från halv tio till tolv", time(9, 30), time(12)),
        ("klockan kvart över ett", time(13, 15), None),
        ("mellan ett och halv fyra", time(13), time(15, 30)),
        ("mellan två och tre timmar", None, None),
    ],
)
def test_clocks_may_be_told_in_words(clock: str, starts: time, ends: time) -> None:
    meeting = held(read(clock=clock))
    assert (meeting["starts_at"], meeting["ends_at"]) == (starts, ends)


@pytest.mark.parametrize(
    "wrote",
    [
        "Skrivet av Eva Alm.",
        "Antecknat av Eva Alm, Mora.",
        "Anteckningarna är skrivna av Eva Alm.",
        "Eva Alm skrev.",
        "Eva Alm antecknade.",
    ],
)
def test_who_wrote_is_the_secretary(wrote: str) -> None:
    (minutes,) = read(wrote=wrote).of("minutes")
    assert minutes["secretary"] == "Eva Alm"


def test_an_address_is_that_of_the_person_it_names() -> None:
    emails = {p["name"]: p["email"] for p in read().of("people")}
    assert emails["Eva Alm"] == "eva.alm@mora.example"


def test_a_meeting_whose_notes_are_read_is_not_to_come() -> None:
    days = [m["held_on"] for m in read().of("meetings")]
    assert date(2026, 4, 9) not in days


@pytest.mark.parametrize(
    "decided",
    [
        "Gruppen sade ja till det.",
        "Vi sa ja till förslaget.",
        "Alla sade nej till resan.",
        "Nätverket gav klartecken till köpet.",
    ],
)
def test_a_yes_is_a_decision(decided: str) -> None:
    wordings = [d["wording"].rstrip(".") for d in read(decided=decided).of("decisions")]
    assert decided.rstrip(".") in wordings
