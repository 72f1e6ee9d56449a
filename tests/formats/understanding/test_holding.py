"""What cannot all be right in documents that are read together, and what follows."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.readers.model import ReadResult, Span
from radslag.formats.understanding import understand
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.holding import Together, contradictions
from radslag.formats.understanding.inferring import infer
from radslag.formats.understanding.model import Quote, Value
from tests.formats.understanding.reading_text import document_of, portion_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"
PLAN = DocumentKind.ANNUAL_PLAN


def clashes(*texts: str, gathering: Gathering | None = None) -> list[str]:
    portions = [portion_of(text, PLAN, 2025, f"d{n}") for n, text in enumerate(texts)]
    together = Together(portions, gathering or Gathering())
    return [clash.sentence for clash in contradictions(together)]


def said(value: object, words: str = "ord", document: str = "d") -> Value:
    return Value(value, (Quote(document, Span(0, len(words)), words),))


def test_a_right_document_is_silent() -> None:
    assert (
        clashes("# Verksamhetsplan 2025\n\n## 1. Inledning\n\nVi arbetar ihop.\n") == []
    )


def test_a_chapter_number_that_is_used_twice() -> None:
    chapters = ("1. Mål", "2. Möten", "2. Budget")
    text = "# Plan\n\n" + "\n\n".join(f"## {one}\n\nText." for one in chapters)

    assert clashes(text) == ["Numret 2 står vid 2 rubriker i samma handling."]


def test_a_malformed_sum_is_held_against_the_budget() -> None:
    gathering = Gathering()
    gathering.add(
        "budget_lines",
        "rad",
        {"name": said("Konsulter"), "amount_sek": said(Decimal(250000))},
    )

    (sentence,) = clashes("Kostnaden är ca 250 00 kr.", gathering=gathering)

    assert sentence == (
        "Beloppet ”ca 250 00 kr” är skrivet så att det inte kan läsas. I budgeten står "
        "250\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}kr för ”Konsulter”."
    )


@pytest.mark.parametrize("amount", ["250 000 kr", "12 kr", "1 250 000 kr", "25 000:-"])
def test_a_well_formed_sum_is_no_contradiction(amount: str) -> None:
    assert clashes(f"Kostnaden är {amount}.") == []


def test_a_plan_s_shortened_name_in_two_spellings() -> None:
    assert clashes("Enligt TRUM 2040.", "Enligt TRUMM 2040 ska vi.") == [
        "”TRUM 2040” och ”TRUMM 2040” är troligen samma sak."
    ]


def test_two_plans_of_different_years_are_two_plans() -> None:
    assert clashes("Enligt TRUM 2040.", "Enligt TRUMM 2050 ska vi.") == []


def test_a_level_of_goals_that_is_misspelt() -> None:
    assert clashes("Övergripnde mål: Ett Åsbygden som håller ihop.") == [
        "”Övergripnde” ska troligen vara ”övergripande”."
    ]


def test_a_letter_too_many_at_the_joint_of_a_word() -> None:
    text = "Klimatarbetet och klimatmålen kräver omställning."

    assert clashes(text, "Alla vill ha klimateomställning.") == [
        "”klimateomställning” ska troligen vara ”klimatomställning”."
    ]


def test_words_that_are_joined_with_a_vowel_by_right_are_left_alone() -> None:
    text = "Gator och gatuarbeten, gatukontoret. Vi ser till gatuunderhållet."

    assert clashes(text, "Kontoret och underhållet sköts.") == []


def calendar(count: int, *, status: str = "planned") -> Gathering:
    gathering = Gathering()
    gathering.add("plans", "plan-2025", {"year": said(2025)})
    gathering.add("bodies", "kommitten", {"kind": said("committee")})
    promise = {"body": "committee", "per_year": 4, "qualifier": "at_least"}
    term = {"kind": said("meetings"), "value": said(promise), "paragraph": said("5")}
    gathering.add("terms", "meetings", term)
    for month in range(1, count + 1):
        day = {"held_on": said(date(2025, month, 3)), "body": said("kommitten")}
        gathering.add("meetings", f"m{month}", day | {"status": said(status)})
    return gathering


def test_fewer_meetings_than_promised() -> None:
    assert clashes("Text.", gathering=calendar(3)) == [
        "Kalendern för 2025 har tre möten med samarbetskommittén; § 5 säger minst fyra "
        "om året."
    ]


@pytest.mark.parametrize(("count", "status"), [(4, "planned"), (3, "cancelled")])
def test_as_many_meetings_as_promised_or_no_calendar_at_all(
    count: int, status: str
) -> None:
    assert clashes("Text.", gathering=calendar(count, status=status)) == []


def test_one_name_under_an_agreement_for_two_municipalities() -> None:
    gathering = Gathering()
    for key, name in (("arboga", "Arboga"), ("koping", "Köping")):
        gathering.add("municipalities", key, {"name": said(name)})
        values = {"agreement": said("avtal"), "municipality": said(key)}
        signed = values | {"signed_by": said("Eva Alm")}
        gathering.add("signatures", f"avtal-{key}", signed)

    assert clashes("Text.", gathering=gathering) == [
        "Samma namn har lästs som underskrift för Arboga och Köping; underskrifterna "
        "är troligen fellästa."
    ]


def test_two_rules_for_the_fee_at_once() -> None:
    gathering = Gathering()
    for year, rule in ((2010, "indexed"), (2017, "per_resident")):
        value = {"kind": said("fee"), "value": said({"rule": rule})}
        gathering.add("terms", f"fee-{year}", value | {"applies_from": said(year)})

    assert len(clashes("Text.", gathering=gathering)) == 1


def recipients(*keys: str) -> Gathering:
    gathering = Gathering()
    for key in ("arboga", "koping", "kungsor", "hallsta"):
        gathering.add("municipalities", key, {"name": said(key.title())})
        gathering.add("memberships", key, {"municipality": said(key)})
    gathering.add("adoptions", "beslut", {"paragraph": said("§ 9", document="utdrag")})
    gathering.recipients["utdrag"] = [said(key) for key in keys]
    infer(Together((), gathering), {})
    return gathering


def test_the_board_that_is_missing_among_the_recipients_is_inferred() -> None:
    gathering = recipients("arboga", "koping", "kungsor")
    (adoption,) = gathering.of("adoptions")
    board = adoption.values["board"]

    assert board.value == "ks-hallsta"
    assert board.is_inference
    assert board.certainty is not Certainty.CERTAIN
    assert len(board.steps) == 3
    body = gathering.get("bodies", "ks-hallsta")
    assert body is not None
    assert body["municipality"] == "hallsta"


@pytest.mark.parametrize(
    "keys",
    [
        ("arboga", "koping"),
        ("arboga", "koping", "kungsor", "hallsta"),
        ("arboga", "koping", "kungsor", "annan"),
        (),
    ],
)
def test_nothing_is_inferred_when_more_than_one_answer_is_possible(
    keys: tuple[str, ...],
) -> None:
    (adoption,) = recipients(*keys).of("adoptions")

    assert adoption["board"] is None


def test_the_real_documents_and_what_is_wrong_in_them() -> None:
    if not SOURCES.is_dir():
        pytest.skip("The documents are not beside the repository.")
    results = [
        ReadResult(path.name, document_of(path.read_text("utf-8")))
        for path in sorted(SOURCES.glob("*.txt"))
    ]

    told = " ".join(clash.sentence for clash in understand(results).contradictions)

    for word in ("Håninge", "Faninge", "RUFSS", "Översikande", "500 00", "Numret 7"):
        assert word in told


def test_a_plan_that_is_only_spoken_of_gets_a_name_to_confirm() -> None:
    gathering = Gathering()
    gathering.add("plans", "plan-2023", {"year": said(2023, "2023")})
    gathering.add("plans", "plan-2024", {"year": said(2024), "title": said("VP 24")})
    infer(Together((), gathering), {})
    unnamed, named = gathering.of("plans")

    assert unnamed["title"] == "Verksamhetsplan 2023"
    assert unnamed.values["title"].is_inference
    assert named["title"] == "VP 24"
    assert not named.values["title"].is_inference


def attended(*rows: tuple[str, str, str | None], kind: str) -> list[bool | None]:
    gathering = Gathering()
    gathering.add("bodies", "organ", {"kind": said(kind)})
    gathering.add("meetings", "mote", {"body": said("organ")})
    for number, (municipality, state, item) in enumerate(rows):
        values = {"meeting": said("mote"), "state": said(state), "item": said(item)}
        values["municipality"] = said(municipality)
        gathering.add("attendance", f"n{number}", values)
    infer(Together((), gathering), {})
    return [found["is_member"] for found in gathering.of("attendance")]


def test_who_sat_the_whole_meeting_for_a_municipality_is_its_member() -> None:
    rows = (
        ("arboga", "present", None),
        ("arboga", "present", "2"),
        ("koping", "absent", None),
        ("kungsor", "remote", None),
        ("hallsta", "present", None),
        ("hallsta", "present", None),
    )

    assert attended(*rows, kind="committee") == [True, None, None, True, True, None]
    assert attended(*rows, kind="network") == [None] * 6
