"""Programmes with plain names that boards and officers tell of in other orders."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered

HEAD = """Säffle kommun

Dnr KS 2029-77

# {title}

Förslag till beslut

Kommunstyrelsen beslutar

att anta {name}.

## Sammanfattning

{told}
"""


def told(
    told, title="Antagande av ny strategi", name="Strategi för rent vatten 2030-2035"
):
    text = HEAD.format(title=title, name=name, told=told)
    subjects = ("party_names", "proposals", "annexes", "told_programmes", "told_fees")
    return gathered(text, *subjects, kind=DocumentKind.PROPOSAL, year=2029)


@pytest.mark.parametrize(
    "name",
    [
        "Strategi för rent vatten 2030-2035",
        "Program för god och jämlik hälsa 2030–2033",
        "Gemensamt program för trygga lokalsamhällen 2030–2034",
        "Inriktning för äldres hälsa, 2030–2034",
    ],
)
def test_a_subject_in_small_letters_with_years_is_a_name(name: str) -> None:
    gathering = told("Rådet har berett ärendet.", name=name)
    (programme,) = gathering.of("programmes")
    assert programme["name"] == name
    assert programme["valid_from"] == date(2030, 1, 1)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Levande Bygder – gemensamt utvecklingsprogram 2030–2034", True),
        ("Nordsjön i Förändring – vårt gemensamma samverkansprogram 2030–2034", True),
        ("Kraft 2034 – ett utvecklingsprogram 2030–2034", True),
        ("Säffle kommun – utvecklingsprogram 2030–2034", False),
    ],
)
def test_an_own_name_before_a_dash_belongs_to_it(name: str, *, whole: bool) -> None:
    (programme,) = told("Rådet har berett ärendet.", name=name).of("programmes")
    assert (programme["name"] == name) is whole


@pytest.mark.parametrize(
    "sentence",
    [
        "Det ersätter Vattenplan 2022-2029.",
        "Den nya strategin tar vid efter Vattenplan 2022-2029.",
        "Strategin avlöser den tidigare Vattenplan 2022-2029.",
    ],
)
def test_what_it_replaces_may_be_any_plan_with_years(sentence: str) -> None:
    gathering = told(sentence)
    names = {p["name"]: p["replaces"] for p in gathering.of("programmes")}
    assert names == {
        "Strategi för rent vatten 2030-2035": "vattenplan-2022-2029",
        "Vattenplan 2022-2029": None,
    }


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Strategin har tre inriktningar: friska sjöar, trygg dagvattenhantering "
            "samt gemensam beredskap.",
            ["Friska sjöar", "Trygg dagvattenhantering", "Gemensam beredskap"],
        ),
        (
            "Den har två prioriteringar: sjöar och vattendrag samt beredskap.",
            ["Sjöar och vattendrag", "Beredskap"],
        ),
        (
            "Strategin gäller till 2035 och har två pelare: vatten samt luft.",
            ["Vatten", "Luft"],
        ),
        ("Programmet har tre spår: Sjö, Land och Luft.", ["Sjö", "Land", "Luft"]),
        ("Rådet har tre inriktningar för i år: spara mera.", []),
    ],
)
def test_what_it_counts_up_are_its_areas(sentence: str, names: list[str]) -> None:
    assert column(told(sentence), "goals", "name") == names


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        (
            "Strategin ska gälla från den 1 juli 2030. Den gäller till och med den "
            "30 juni 2036.",
            date(2030, 7, 1),
            date(2036, 6, 30),
        ),
        (
            "Strategin antas att gälla fr.o.m. 2030-03-01.",
            date(2030, 3, 1),
            date(2035, 12, 31),
        ),
        (
            "Programmet gäller t.o.m. den 31 augusti 2036.",
            date(2030, 1, 1),
            date(2036, 8, 31),
        ),
    ],
)
def test_its_first_and_last_day_may_stand_apart(
    sentence: str, first: date, last: date
) -> None:
    (programme,) = told(sentence).of("programmes")
    assert (programme["valid_from"], programme["valid_to"]) == (first, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sjörådet Norra Vänern antog den 4 maj 2029 ett förslag till ny strategi.",
        "Sjörådet, där Karlstad, Säffle och Åmål ingår, beslutade den 4 maj 2029 om en "
        "ny gemensam strategi.",
        "Samverkansrådet, som består av Karlstad, Säffle och Åmål, godkände den "
        "4 maj 2029 strategin.",
    ],
)
def test_its_body_decided_on_a_day(sentence: str) -> None:
    (programme,) = told(sentence).of("programmes")
    assert programme["decided_on"] == date(2029, 5, 4)


def test_a_body_has_the_names_right_after_its_word() -> None:
    sentence = (
        "Sjörådet Norra Vänern antog den 4 maj 2029 ett förslag till ny strategi."
    )
    assert "Sjörådet Norra Vänern" in column(told(sentence), "bodies", "name")


@pytest.mark.parametrize(
    "sentence",
    [
        "Sjörådet, där Karlstad, Säffle och Åmål ingår, har berett ärendet.",
        "Beslutet gäller under förutsättning att även Karlstad och Åmål antar det.",
        "Sjöbygdens kommunsamarbete (Karlstad, Säffle och Åmål) har berett ärendet.",
        "Strategin förutsätter att också Karlstad och Åmål beslutar lika.",
    ],
)
def test_who_they_are_is_told_beside(sentence: str) -> None:
    towns = set(column(told(sentence), "municipalities", "name"))
    assert towns == {"Karlstad", "Säffle", "Åmål"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Säffles avgift till rådet är för 2030 beslutad till 64 500 kronor.",
        "Kostnaden ryms i kommunens avgift, som för år 2030 är 64 500 kr.",
        "Säffles del ryms i avgiften till rådet, som 2030 uppgår till 64 500 kronor.",
    ],
)
def test_the_municipalitys_own_fee_is_told_in_a_sentence(sentence: str) -> None:
    fees = [
        (f["year"], f["municipality"], f["amount_sek"])
        for f in told(sentence).of("fees")
    ]
    assert fees == [(2030, "saffle", 64500)]


def test_a_fee_that_somebody_else_pays_is_not_its_own() -> None:
    text = "Avgiften för deltagare är 2030 beslutad till 500 kronor."
    assert not told(text).of("fees")


@pytest.mark.parametrize(
    "line",
    ["Samrådssvar, bilaga 2", "Samrådssvar (bilaga 2)", "Samrådssvar – Bil. 2"],
)
def test_an_annex_may_have_its_number_last(line: str) -> None:
    papers = [(p["annex_number"], p["title"]) for p in told(line).of("papers")]
    assert papers == [("2", "Samrådssvar")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karlstad och Åmål antog strategin i april.",
        "Karlstad och Åmål har redan antagit strategin.",
        "Hittills har Karlstad och Åmål antagit programmet.",
    ],
)
def test_others_may_have_adopted_it_without_a_day(sentence: str) -> None:
    found = {
        a["board"]: (a["outcome"], a["decided_on"])
        for a in told(sentence).of("adoptions")
        if a["outcome"] == "adopted"
    }
    assert found == {
        "ks-karlstad": ("adopted", None),
        "ks-amal": ("adopted", None),
    }
