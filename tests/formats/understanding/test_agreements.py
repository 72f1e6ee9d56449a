"""Agreements in many layouts: title, parties, days, paragraphs and signatures."""

from datetime import date
from pathlib import Path

import pytest

from radslag.agreement.terms import read_term
from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.agreements import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import portion_of, source_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"


def gathered(*texts: str) -> Gathering:
    gathering = Gathering()
    for number, text in enumerate(texts):
        portion = portion_of(text, DocumentKind.AGREEMENT, key=f"text-{number}")
        extract(portion, gathering)
    return gathering


SIGNED_SIGNS = """Samarbetsavtal om Dalkommunernas samarbetskommitté

Nedanstående avtal är träffat mellan kommunerna Mora, Orsa och Rättvik.

§ 1 Syfte

Kommitténs namn är Dalkommunernas samarbetskommitté.

§ 2 Avtalstid

Detta avtal gäller fr.o.m. den 1 mars 2015 och tills vidare.

Mora den 3/2 2015

Stina Blomgren
......

Orsa den 4/2 2015

......

Rättvik den 10/2 2015

Olof Rask
"""

ARTICLES = """# Överenskommelse om samverkan inom Åsbygden

Parter

Kinda kommun, Ydre kommun och Åtvidabergs kommun har ingått denna överenskommelse.

## Artikel 1 Ändamål

Samverkan ska stärka bygden.

## Artikel 2 Giltighet

Överenskommelsen träder i kraft den 1 januari 2022 och gäller till och med den 31
december 2025.

## Artikel 3 Ekonomi

Avgiften är 3 kr per invånare.

| Kommun | Datum | Underskrift |
|---|---|---|
| Kinda | 2021-11-02 | Berit Sandgren |
| Ydre | 2021-11-09 | |
| Åtvidaberg | 2021-11-11 | Nils Brodin |
"""

SECTIONS = """SAMVERKANSAVTAL FÖR NORRSKOGEN

1 § Parter
Parter är Lycksele kommun, Storumans kommun och Sorsele kommun.

2 § Styrgrupp
Styrgruppen består av en ledamot från varje kommun.

3 § Avtalstid
Avtalet löper från och med 2019-01-01 och tills vidare.

Detta avtal har undertecknats i tre exemplar.

För Lycksele kommun
Lycksele 2018-12-03
Sixten Dalberg

För Storumans kommun
Storuman 2018-12-05
Runa Mossvik

För Sorsele kommun
Sorsele 2018-12-06
"""

HEADINGS = """# Avtal om samverkan i Siljansbygden

Avtalet är slutet mellan Leksands kommun och Gagnefs kommun.

## Organisation

Samverkan leds av ett presidium.

## Avtalets längd

Avtalet gäller från den 1 april 2023 till den 31 mars 2027.
"""


@pytest.mark.parametrize(
    ("text", "parties", "start", "numbers"),
    [
        (SIGNED_SIGNS, ["mora", "orsa", "rattvik"], date(2015, 3, 1), ["1", "2"]),
        (
            ARTICLES,
            ["kinda", "ydre", "atvidaberg"],
            date(2022, 1, 1),
            ["1", "2", "3"],
        ),
        (
            SECTIONS,
            ["lycksele", "storuman", "sorsele"],
            date(2019, 1, 1),
            ["1", "2", "3"],
        ),
    ],
)
def test_parties_days_and_paragraphs_are_read_in_many_layouts(
    text: str, parties: list[str], start: date, numbers: list[str]
) -> None:
    gathering = gathered(text)
    (agreement,) = gathering.of("agreements")
    assert agreement["in_force_from"] == start
    assert agreement.key == f"avtal-{start.year}"
    assert [m["municipality"] for m in gathering.of("memberships")] == parties
    assert {m["member_from"] for m in gathering.of("memberships")} == {start}
    assert [p["number"] for p in gathering.of("paragraphs")] == numbers
    assert all(p["agreement"] == agreement.key for p in gathering.of("paragraphs"))


@pytest.mark.parametrize(
    ("text", "days", "names"),
    [
        (
            SIGNED_SIGNS,
            [date(2015, 2, 3), date(2015, 2, 4), date(2015, 2, 10)],
            ["Stina Blomgren", None, "Olof Rask"],
        ),
        (
            ARTICLES,
            [date(2021, 11, 2), date(2021, 11, 9), date(2021, 11, 11)],
            ["Berit Sandgren", None, "Nils Brodin"],
        ),
        (
            SECTIONS,
            [date(2018, 12, 3), date(2018, 12, 5), date(2018, 12, 6)],
            ["Sixten Dalberg", "Runa Mossvik", None],
        ),
        (
            SECTIONS[: SECTIONS.index("För Lycksele")]
            + "Lycksele 2018-12-03   Storuman 2018-12-05   Sorsele 2018-12-06\n",
            [date(2018, 12, 3), date(2018, 12, 5), date(2018, 12, 6)],
            [None, None, None],
        ),
    ],
)
def test_signatures_are_read_in_many_layouts(
    text: str, days: list[date], names: list[str | None]
) -> None:
    gathering = gathered(text)
    signatures = gathering.of("signatures")
    assert [each["signed_on"] for each in signatures] == days
    assert [each["signed_by"] for each in signatures] == names
    assert all(
        each.values["signed_by"].certainty is not Certainty.CERTAIN
        for each in signatures
        if "signed_by" in each.values
    )
    (agreement,) = gathering.of("agreements")
    assert agreement["signed_on"] == max(days)
    assert agreement.values["signed_on"].certainty is Certainty.PROBABLE


def test_place_of_signing_is_no_party() -> None:
    text = SECTIONS.replace("Lycksele 2018-12-03", "Umeå 2018-12-03")
    signatures = gathered(text).of("signatures")
    assert [each["municipality"] for each in signatures] == [
        "lycksele",
        "storuman",
        "sorsele",
    ]
    assert signatures[0]["signed_on"] == date(2018, 12, 3)


def test_headings_without_numbers_are_paragraphs_by_their_order() -> None:
    gathering = gathered(HEADINGS)
    paragraphs = gathering.of("paragraphs")
    assert [(p["number"], p["heading"]) for p in paragraphs] == [
        ("1", "Organisation"),
        ("2", "Avtalets längd"),
    ]
    assert paragraphs[0].values["number"].certainty is Certainty.PROBABLE
    (agreement,) = gathering.of("agreements")
    assert agreement["in_force_from"] == date(2023, 4, 1)
    assert agreement["in_force_until"] == date(2027, 4, 1)


def test_heading_on_the_text_s_own_line_is_told_from_it() -> None:
    text = SECTIONS.replace("2 § Styrgrupp\n", "2 § Styrgrupp. ")
    paragraph = gathered(text).get("paragraphs", "avtal-2019-2")
    assert paragraph is not None
    assert paragraph["heading"] == "Styrgrupp"
    assert paragraph["text"].startswith("Styrgruppen består")
    assert paragraph.values["heading"].certainty is Certainty.PROBABLE


def test_agreement_that_ends_is_in_force_until_the_day_after() -> None:
    (agreement,) = gathered(ARTICLES).of("agreements")
    assert agreement["in_force_until"] == date(2026, 1, 1)


def test_agreement_without_a_day_has_none() -> None:
    text = SIGNED_SIGNS.replace(
        "fr.o.m. den 1 mars 2015 och tills vidare", "tills vidare"
    )
    gathering = gathered(text)
    (agreement,) = gathering.of("agreements")
    assert "in_force_from" not in agreement.values
    assert all("member_from" not in m.values for m in gathering.of("memberships"))


def test_cooperation_and_body_are_called_what_the_agreement_says() -> None:
    gathering = gathered(SIGNED_SIGNS)
    body = gathering.get("bodies", "kommitten")
    assert body is not None
    assert body["name"] == "Dalkommunernas samarbetskommitté"
    cooperation = gathering.cooperation().values["name"]
    assert cooperation.value == "Dalkommunerna"
    assert cooperation.certainty is Certainty.PROBABLE
    assert gathered(ARTICLES).cooperation()["name"] == "Åsbygden"
    assert gathered(SECTIONS).cooperation()["name"] == "Norrskogen"


def test_two_copies_are_one_agreement_and_their_differences_are_told() -> None:
    other = SIGNED_SIGNS.replace("4/2 2015", "14/2 2015").replace(
        "tills vidare", "tillsvidare"
    )
    gathering = gathered(SIGNED_SIGNS, other)
    assert len(gathering.of("agreements")) == 1
    assert len(gathering.of("paragraphs")) == 2
    rules = {clash.rule: clash for clash in gathering.contradictions}
    assert set(rules) == {
        "signatures.signed_on",
        "agreements.signed_on",
        "paragraphs.text",
    }
    assert "”tills vidare.” mot ”tillsvidare.”" in rules["paragraphs.text"].sentence


def test_a_value_that_another_copy_denies_is_not_certain() -> None:
    other = SIGNED_SIGNS.replace("4/2 2015", "14/2 2015")
    orsa = gathered(SIGNED_SIGNS, other).get("signatures", "avtal-2015-orsa")
    mora = gathered(SIGNED_SIGNS, other).get("signatures", "avtal-2015-mora")
    assert orsa is not None
    assert mora is not None
    assert orsa.values["signed_on"].certainty is Certainty.DOUBTFUL
    assert mora.values["signed_on"].certainty is Certainty.CERTAIN


def test_another_agreement_of_the_same_year_is_another_one() -> None:
    other = ARTICLES.replace("2022", "2015").replace(
        "Överenskommelse om samverkan inom Åsbygden",
        "Personuppgiftsbiträdesavtal för gemensam växel",
    )
    assert len(gathered(SIGNED_SIGNS, other).of("agreements")) == 2


@pytest.mark.parametrize("beginning", ["002", "004"])
def test_agreement_of_a_real_plan_is_read_whole(beginning: str) -> None:
    paths = sorted(SOURCES.glob(f"{beginning}*.txt"))
    if not paths:
        pytest.skip("källhandlingarna finns inte på den här datorn")
    source = source_of(paths[0].read_text("utf-8"), beginning)
    gathering = Gathering()
    for part in recognise(source):
        if part.kind is DocumentKind.AGREEMENT:
            extract(Portion(source, part, None, part.kind), gathering)
    (agreement,) = gathering.of("agreements")
    assert agreement["in_force_from"] == date(2010, 1, 1)
    assert len(gathering.of("memberships")) == 8
    assert len(gathering.of("paragraphs")) == 10
    assert len(gathering.of("signatures")) == 8
    terms = {str(found["kind"]): found for found in gathering.of("terms")}
    assert len(terms) == 18
    for kind, found in terms.items():
        read_term(kind, found["value"])
    assert terms["fee"]["value"]["first_total_sek"] == "860000"
    assert terms["extra_meeting"]["value"]["members_needed"] == 5
    assert terms["withdrawal"]["paragraph"] == "2"


SIDE_BY_SIDE = """Samarbetsavtal

mellan Boden, Luleå, Piteå och Älvsbyns kommuner

1. Tid
Avtalet gäller från och med den 1 januari 2016 och tills vidare.

2. Tvist
Tvist avgörs i domstol.

Boden den 12 oktober 2015        Luleå den 14 oktober 2015

-------------------------        --------------------------
Bodens kommun                    Luleå kommun

Piteå den 19 oktober 2015        Älvsbyn den 20 oktober 2015
"""


def test_signatures_side_by_side_keep_their_own_days() -> None:
    signatures = gathered(SIDE_BY_SIDE).of("signatures")
    assert {each["municipality"]: each["signed_on"] for each in signatures} == {
        "boden": date(2015, 10, 12),
        "lulea": date(2015, 10, 14),
        "pitea": date(2015, 10, 19),
        "alvsbyn": date(2015, 10, 20),
    }


def test_day_above_an_unknown_place_never_goes_to_the_next_that_has_its_own() -> None:
    text = SIDE_BY_SIDE.replace("Boden den 12", "Sunderbyn den 12")
    days = {e["municipality"]: e["signed_on"] for e in gathered(text).of("signatures")}
    assert days.get("lulea") == date(2015, 10, 14)


@pytest.mark.parametrize(
    "title", ["SAMVERKANSÖVERENSKOMMELSE", "Samarbetsöverenskommelse för Pitedalen"]
)
def test_a_compound_of_the_word_for_agreement_is_its_title(title: str) -> None:
    text = SIDE_BY_SIDE.replace("Samarbetsavtal", f"Dnr 2015/8\n\n{title}")
    (agreement,) = gathered(text).of("agreements")
    assert agreement["title"] == title


IN_SHORT = """# Samverkansavtal för Övre Klarälvens samverkansnämnd

| Avtalet i korthet | |
|---|---|
| Parter | Hagfors kommun, Munkfors kommun, Torsby kommun |

## 1. Nämnden

I Övre Klarälvens samverkansnämnd ingår en ledamot från varje kommun. \
Samverkansnämnden möts fyra gånger per år.

## 2. Giltighet

Avtalet gäller från den 1 maj 2026 och tills vidare.
"""


def test_a_table_about_the_agreement_is_not_its_title() -> None:
    (agreement,) = gathered(IN_SHORT).of("agreements")
    title = "Samverkansavtal för Övre Klarälvens samverkansnämnd"
    assert agreement["title"] == title


def test_a_body_with_a_name_of_its_own_is_called_by_it() -> None:
    names = [body["name"] for body in gathered(IN_SHORT).of("bodies")]
    assert names == ["Övre Klarälvens samverkansnämnd"]
