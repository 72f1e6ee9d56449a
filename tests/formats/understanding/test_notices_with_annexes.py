"""Notices whose annexes stand in a list of their own, by letters or by figures."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import notices, officers
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

NOTICE = """Kallelse till {body}

Datum: 12 maj 2027
Tid: 9.00–11.30

1. Val av protokollsjusterare

2. Budget 2028
   Dnr SN 2027/14, bilaga {first}
   Föredragande: Eva Alm, ekonom

3. Taxor
   Dnr SN 2027/15, bilaga {second} och {third}

Bilagor

{list}

Bo Ek (S)          Ulla Dal
ordförande         nämndsekreterare
"""
LETTERS = (
    "A Budgetförslag (skickas ut senare) B Tjänsteskrivelse 2027-04-02\nC Taxebilaga"
)
LISTS = {
    "on lines run together": LETTERS,
    "a line each": "A. Budgetförslag\nB. Tjänsteskrivelse 2027-04-02\nC. Taxebilaga",
    "with dashes": "A – Budgetförslag\nB – Tjänsteskrivelse 2027-04-02\nC – Taxebilaga",
    "with the word": (
        "Bilaga A Budgetförslag\nBilaga B Tjänsteskrivelse 2027-04-02\n"
        "Bilaga C Taxebilaga"
    ),
    "figures": "1 Budgetförslag\n2 Tjänsteskrivelse 2027-04-02\n3 Taxebilaga",
}


def gathered(
    listed: str, body: str = "Gemensamma kostnämnden", notice: str = NOTICE
) -> Gathering:
    marks = "123" if listed[0] == "1" else "ABC"
    text = notice.format(
        list=listed, body=body, first=marks[0], second=marks[1], third=marks[2]
    )
    gathering = Gathering()
    portion = portion_of(text, DocumentKind.MEETING_NOTICE)
    notices.extract(portion, gathering)
    officers.extract(portion, gathering)
    return gathering


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS.keys())
def test_a_list_tells_the_annexes_titles(listed: str) -> None:
    found = gathered(listed)

    papers = found.of("papers")
    assert [(p["item"][-1], p["title"]) for p in papers] == [
        ("2", "Budgetförslag"),
        ("3", "Tjänsteskrivelse 2027-04-02"),
        ("3", "Taxebilaga"),
    ]
    assert [str(p["dated_on"]) for p in papers] == ["None", "2027-04-02", "None"]
    assert "Bilagor" not in found.of("agenda_items")[-1]["text"]


def test_who_presents_and_who_signs_are_people() -> None:
    found = gathered(LETTERS)

    assert {p["name"] for p in found.of("people")} == {"Eva Alm", "Bo Ek", "Ulla Dal"}


def test_electing_who_verifies_is_a_formality() -> None:
    assert gathered(LETTERS).of("agenda_items")[0]["kind"] == "formality"


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("gemensamma kostnämnden", "Gemensamma kostnämnden"),
        ("gemensamma it-nämnden för Orsa, Mora och Älvdalen", "Gemensamma it-nämnden"),
        ("va-nämnden", "Va-nämnden"),
        ("Gemensamma kostnämnden för Orsa och Mora", "Gemensamma kostnämnden"),
    ],
)
def test_a_joint_board_is_the_body_that_meets(called: str, name: str) -> None:
    found = gathered(LETTERS, called)

    (body,) = found.of("bodies")
    assert body["kind"] == "committee"
    assert body["name"].casefold() == name.casefold()


@pytest.mark.parametrize(
    "line", ["Vår beteckning SN 2027:3", "Dnr SN 2027:3", "Diarienummer: SN 2027:3"]
)
def test_the_notice_s_own_number_stands_in_its_head(line: str) -> None:
    text = NOTICE.replace("Datum:", f"{line}\n\nDatum:")
    gathering = gathered(LETTERS, "Rådet", text)

    assert gathering.of("documents")[0]["register_number"] == "SN 2027:3"


@pytest.mark.parametrize("line", ["Er beteckning RD 2027:3", "Deras dnr RD 2027:3"])
def test_another_s_number_is_not_the_notice_s_own(line: str) -> None:
    text = NOTICE.replace("Datum:", f"{line}\n\nDatum:")
    gathering = gathered(LETTERS, "Rådet", text)

    assert gathering.of("documents") == []


@pytest.mark.parametrize("kind", ["beslut", "information", "diskussion"])
def test_an_item_s_kind_may_stand_after_its_number(kind: str) -> None:
    text = NOTICE.replace("3. Taxor\n", f"3. Taxor (dnr SN 2026:41) – {kind}\n")
    gathering = gathered(LETTERS, "Rådet", text)

    item = gathering.of("agenda_items")[-1]
    assert item["title"] == "Taxor"
    assert item["kind"] == {
        "beslut": "decision",
        "diskussion": "discussion",
    }.get(kind, kind)


def test_the_next_ordinary_meeting_is_ordinary() -> None:
    text = NOTICE + "\nNästa ordinarie sammanträde är den 9 september 2027 i Orsa.\n"
    gathering = gathered(LETTERS, "Rådet", text)

    assert [m["kind"] for m in gathering.of("meetings")] == [None, "ordinary"]


def test_a_paper_s_own_day_is_not_when_the_notice_was_sent() -> None:
    assert gathered(LISTS["a line each"]).of("meeting_notices") == []
    signed = NOTICE.replace("\nBo Ek (S)", "\nOrsa den 1 maj 2027\n\nBo Ek (S)")
    (notice,) = gathered(LISTS["a line each"], "Rådet", signed).of("meeting_notices")
    assert str(notice["sent_on"]) == "2027-05-01"


@pytest.mark.parametrize("label", ["Föredragande:", "Föredras av", "Presenteras av"])
def test_who_presents_may_have_run_into_the_title(label: str) -> None:
    notice = NOTICE.replace("3. Taxor\n", f"3. Taxor 2028 {label} Siv Ahl\n")
    found = gathered(LETTERS, "Rådet", notice)
    assert found.of("agenda_items")[-1]["title"] == "Taxor 2028"
    assert "Siv Ahl" in [p["name"] for p in found.of("people")]
