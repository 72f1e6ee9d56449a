"""Documents with unusual titles are known by how they are built."""

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import source_of

BUILT = {
    DocumentKind.ANNUAL_PLAN: """# Så tar vi oss an 2026

## Mål 1 Fler cyklar

Cykelveckan. Nora ordnar den i maj, kostnad 30 000 kr.

## Mål 2 Färre bilar

Samåkning. Kansliet gör en kampanj under hösten, 45 000 kr.
""",
    DocumentKind.ANNUAL_REPORT: """# Ett år till handlingarna

Det gick bra.

| Post | Utfall |
|---|---|
| Avgifter | 400 000 |
| Kostnader för buss | 380 000 |
| Summa | 20 000 |
""",
    DocumentKind.PROGRAMME: """# Tillsammans mot havet

## Mål 1 Rena stränder

Alla stränder är rena.

## Mål 2 Levande hamnar

I hamnarna händer det saker.

## Mål 3 Fisk

Fisken finns kvar.
""",
    DocumentKind.AGREEMENT: """# Det här har vi kommit överens om

Kommunerna ska hjälpa varandra med räddningstjänst.

Rådet ska mötas två gånger om året.

Kommunerna ska betala två kronor per invånare i avgift.

Rådet ska ha ett kansli.

En kommun ska säga upp det ett år i förväg om den lämnar samverkan.
""",
    DocumentKind.MINUTES: """# Rapport från torsdagen

1. Bussen

Bra samtal.

Vi bestämde att fråga Västtrafik.

2. Tåget

Vi enades om att vänta.

3. Båten

Beslut: båten går i maj.
""",
}


@pytest.mark.parametrize("kind", BUILT)
def test_what_is_built_like_a_kind_is_taken_for_it_but_not_for_certain(
    kind: DocumentKind,
) -> None:
    part = recognise(source_of(BUILT[kind]))[0]

    assert part.kind is kind
    assert part.certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "text",
    [
        "# Parkering i centrum\n\nDet kostar 20 kr i timmen från och med maj.",
        "# Välkommen till badet\n\nÖppet 10.00–18.00 hela sommaren. Ta med handduk.",
        "# Kontakta oss\n\n- Eva Alm, Nora\n- Bo Ek, Laxå",
    ],
)
def test_what_is_built_like_no_kind_is_a_paper(text: str) -> None:
    assert recognise(source_of(text))[0].kind is DocumentKind.PAPER


def test_the_first_words_below_a_title_may_say_what_it_is() -> None:
    text = (
        "# Två år med Tretal\n\nTretals verksamhetsplan med budget. Antagen av rådet "
        "den 3 december 2025, sedan alla kommuner hade sagt sitt.\n\n## Budget\n\nText."
    )

    assert recognise(source_of(text))[0].kind is DocumentKind.ANNUAL_PLAN


def test_a_sentence_that_tells_of_a_plan_names_no_kind() -> None:
    text = (
        "# Nytt från Tretal\n\nVerksamhetsplanen är klar. Den antogs av rådet den 3 "
        "december 2025, sedan alla kommuner hade sagt sitt om den."
    )

    assert recognise(source_of(text))[0].kind is DocumentKind.PAPER
