"""Which kind a document is, and where its parts begin."""

import itertools
from pathlib import Path

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import source_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"
AGREEMENT = """
§ 1 Ändamål

Parterna ska verka för Mälarkanten.

§ 2 Giltighet

Detta avtal gäller från den 1 januari 2015. Uppsägningstiden är sex månader.

§ 3 Styrgrupp

Styrgruppen består av en ledamot per kommun.

§ 4 Avgift

Varje kommun betalar tre kronor per invånare.
"""
DOCUMENTS = {
    DocumentKind.AGREEMENT: "Samverkansavtal för Mälarkanten\n" + AGREEMENT,
    DocumentKind.PROGRAMME: """
Målprogram för Åsbygden 2024–2027

Vision

Ett Åsbygden som håller ihop

Fokusområden

Skola

Långsiktigt mål: Alla klarar gymnasiet

Programmet gäller under mandatperioden.
""",
    DocumentKind.ANNUAL_PLAN: """
Verksamhetsplan med budget 2025

1. Inledning

Åsbygdens kommuner arbetar ihop.

2. Budget

Intäkter 500 000 kr

3. Mötesplan

4 februari, styrgrupp
""",
    DocumentKind.ACTION_PLAN: """
Aktivitetsplan 2025

| Mål | Aktivitet | Ansvarig | Klart |
|---|---|---|---|
| Skola | Läxhjälp | Skolchefer | Maj |
""",
    DocumentKind.MEETING_NOTICE: """
Kallelse till styrgruppen

Tid: 4 februari 2025 kl. 9.00

Plats: Stadshuset

Ärenden

1. Mötets öppnande

2. Budget 2025

Anmäl förhinder till kansliet.
""",
    DocumentKind.MINUTES: """
Protokoll från styrgruppen

Datum: 2025-02-04

Närvarande: Anna Ek (S), Bo Lind (M)

§ 1 Mötets öppnande

Ordföranden öppnar mötet.

§ 2 Budget 2025

Beslut

Styrgruppen fastställer budgeten.

Justeras

Bo Lind
""",
    DocumentKind.MINUTES_EXTRACT: """
Protokollsutdrag

Kommunstyrelsen 2024-05-06

§ 88 Målprogram för Åsbygden 2024–2027

Dnr KS 2024/77

Kommunstyrelsens beslut

Programmet antas.

Beslutet skickas till: samtliga kommuner i Åsbygden
""",
    DocumentKind.PROPOSAL: """
Tjänsteskrivelse

Målprogram för Åsbygden 2024–2027

Förslag till beslut

Kommunstyrelsen föreslås anta programmet.

Beskrivning av ärendet

Åsbygden har tagit fram ett program.

Maria Berg, kommundirektör
""",
    DocumentKind.ANNUAL_REPORT: """
Årsredovisning 2024 för Åsbygdens samverkan

Under året har fyra möten hållits.

Utfall

Årets resultat blev 12 000 kr.
""",
    DocumentKind.REFERRAL: """
Remiss av förslag till regional kollektivtrafikplan

Region Mittlandet skickar förslaget på remiss.

Remissinstanser

Svar ska lämnas senast den 30 september 2025.
""",
    DocumentKind.REFERRAL_RESPONSE: """
Remissyttrande över förslag till regional kollektivtrafikplan

Åsbygdens kommuner har beretts tillfälle att yttra sig. Vi tillstyrker förslaget.
""",
    DocumentKind.APPOINTMENT_LIST: """
Förteckning över ledamöter i styrgruppen 2023–2026

| Namn | Kommun | Uppdrag |
|---|---|---|
| Anna Ek | Arboga | Ordförande |
""",
    DocumentKind.PAPER: """
Recept på kanelbullar

Blanda mjöl, smör och kardemumma. Grädda tio minuter.
""",
}


@pytest.mark.parametrize("kind", DOCUMENTS, ids=str)
def test_each_kind_is_recognised(kind: DocumentKind) -> None:
    (part,) = recognise(source_of(DOCUMENTS[kind]))

    assert part.kind is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Remissvar över förslag till transportplan", DocumentKind.REFERRAL_RESPONSE),
        ("Åsbygdens yttrande över transportplan", DocumentKind.REFERRAL_RESPONSE),
        ("Begäran om yttrande över förslag till plan", DocumentKind.REFERRAL),
    ],
)
def test_a_referral_and_its_answer_are_told_apart(
    title: str, kind: DocumentKind
) -> None:
    answer = "Kommunerna tillstyrker förslaget."
    question = "Yttrande ska vara oss tillhanda senast den 3 maj 2025."
    text = answer if kind is DocumentKind.REFERRAL_RESPONSE else question
    (part,) = recognise(source_of(f"{title}\n\n{text}\n"))
    assert part.kind is kind


def test_what_is_of_no_kind_is_a_paper_and_said_to_be_so() -> None:
    (part,) = recognise(source_of(DOCUMENTS[DocumentKind.PAPER]))

    assert part.reason == (
        "Handlingen är av inget slag som känns igen och förvaras som den är."
    )


def test_a_plan_with_annexes_is_parted_at_them() -> None:
    text = "\n\n".join(
        (
            DOCUMENTS[DocumentKind.ANNUAL_PLAN],
            "Bilaga 1 Aktivitetsplan 2025",
            DOCUMENTS[DocumentKind.ACTION_PLAN].split("\n", 2)[2],
            "Bilaga 2 Samverkansavtal",
            AGREEMENT,
            "Bilaga 3 Bullar",
            DOCUMENTS[DocumentKind.PAPER],
        )
    )

    parts = recognise(source_of(text))

    assert [part.kind for part in parts] == [
        DocumentKind.ANNUAL_PLAN,
        DocumentKind.ACTION_PLAN,
        DocumentKind.AGREEMENT,
        DocumentKind.PAPER,
    ]
    assert parts[0].first == 0
    assert all(one.last == two.first for one, two in itertools.pairwise(parts))


def test_a_list_of_annexes_parts_nothing() -> None:
    text = (
        DOCUMENTS[DocumentKind.ANNUAL_PLAN]
        + "\nBilagor\n\nBilaga 1 Avtal\nBilaga 2 Program\n"
    )

    assert len(recognise(source_of(text))) == 1


def test_a_long_name_in_a_list_of_annexes_parts_nothing() -> None:
    text = (
        DOCUMENTS[DocumentKind.AGREEMENT]
        + "\nBilagor:\nBilaga 1: Karta över bygden\nBilaga 2: Hur kommunerna i bygden "
        "räknar ut vad var och en ska betala för elever som läser hos en granne och "
        "för deras resor\n\nTillägg\n\nText.\n"
    )

    assert len(recognise(source_of(text))) == 1


def test_a_decision_about_a_programme_is_no_programme() -> None:
    (part,) = recognise(source_of(DOCUMENTS[DocumentKind.MINUTES_EXTRACT]))

    assert part.kind is DocumentKind.MINUTES_EXTRACT
    assert part.certainty is Certainty.CERTAIN


def test_a_title_alone_is_not_certain() -> None:
    (part,) = recognise(source_of("Verksamhetsplan för Åsbygden\n\nText kommer.\n"))

    assert part.kind is DocumentKind.ANNUAL_PLAN
    assert part.certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    ("begins", "kinds"),
    [
        ("000", ["minutes_extract"]),
        ("001", ["proposal"]),
        ("002", ["annual_plan", "action_plan", "agreement", "programme"]),
        ("003", ["minutes"]),
        ("004", ["annual_plan", "agreement", "programme"]),
    ],
)
def test_the_real_documents(begins: str, kinds: list[str]) -> None:
    found = list(SOURCES.glob(f"{begins}_*.txt"))
    if not found:
        pytest.skip("The documents are not beside the repository.")

    parts = recognise(source_of(found[0].read_text("utf-8")))

    assert [part.kind.value for part in parts] == kinds


def test_minutes_are_not_parted_at_an_item_named_after_a_plan() -> None:
    text = DOCUMENTS[DocumentKind.MINUTES].replace(
        "Justeras",
        """§ 3 Plan

Verksamhetsplan och budget 2026

| Aktivitet | Ansvarig | Tid |
|---|---|---|
| Läxhjälp | Skolchefer | Maj |

Budget

Kalendarium och aktiviteter.

§ 4 Nästa möte

Justeras""",
    )

    parts = recognise(source_of(text))

    assert [part.kind for part in parts] == [DocumentKind.MINUTES]


def test_a_plan_keeps_its_chapter_of_activities() -> None:
    text = DOCUMENTS[DocumentKind.ANNUAL_PLAN].replace(
        "2. Budget",
        """## Handlingsplan

| Mål | Aktivitet | Ansvarig | Klart |
|---|---|---|---|
| Skola | Läxhjälp | Skolchefer | Maj |

2. Budget""",
    )

    parts = recognise(source_of(text))

    assert [part.kind for part in parts] == [DocumentKind.ANNUAL_PLAN]


def test_an_annex_that_is_named_under_an_item_begins_no_part() -> None:
    text = (
        "Kallelse till styrgruppen\n\nNi kallas till möte.\n\nFöredragningslista\n\n"
        "1. Upprop\n\n2. Yttrande över remiss\n\nSvar senast den 3 maj.\n\nBilaga 5\n\n"
        "3. Rapporter\n\n4. Beslut om resa\n\nVid protokollet\n"
    )
    assert len(recognise(source_of(text))) == 1


@pytest.mark.parametrize("label", ["Ämne", "Ärende", "Subject"])
def test_the_subject_of_a_letter_is_its_title(label: str) -> None:
    text = (
        f"Från: Elsa Norrbo\nTill: kommunchefer\n{label}: Inbjudan till arbetsmöte\n\n"
        "Hej!\n\nVälkomna till Flen den 19 februari kl 9-12.\n\nDagordning:\n\n"
        "- Läget\n- Kostnader\n"
    )
    parts = recognise(source_of(text))
    assert parts[0].kind is DocumentKind.MEETING_NOTICE
