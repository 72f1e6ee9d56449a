"""What the cooperation calls itself, in many kinds of document."""

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.naming import name_cooperation
from tests.formats.understanding.reading_text import portion_of


def named(text: str) -> tuple[str | None, Certainty | None]:
    gathering = Gathering()
    name_cooperation([portion_of(text, DocumentKind.ANNUAL_PLAN)], gathering)
    value = gathering.cooperation().values.get("name")
    return (value.value, value.certainty) if value else (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Samarbetet bedrivs under namnet Östra Kusten.", "Östra Kusten"),
        ("Rådets namn är Fjällrådet.", "Fjällrådet"),
    ],
)
def test_a_name_that_is_said_is_certain(text: str, name: str) -> None:
    assert named(f"Avtal\n\n{text}\n") == (name, Certainty.CERTAIN)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Verksamhetsplan 2025 för Åsbygden", "Åsbygden"),
        ("Kallelse till styrgruppen för Norra Slätten", "Norra Slätten"),
        ("Protokoll från ledningsgruppen i Inlandssamverkan", "Inlandssamverkan"),
        ("Åsbygdskommunernas kommitté", "Åsbygdskommunerna"),
        ("SAMVERKANSNÄMNDEN NORRA DALEN", "Norra Dalen"),
        ("Samverkansrådet Vattenrike", "Vattenrike"),
        ("Kustrådet – samverkan mellan två kommuner", "Kustrådet"),
        ("Kommittén heter Åsbygdens råd", "Åsbygden"),
        ("Norra Ådalens kommunalförbund", "Norra Ådalens kommunalförbund"),
        (
            "Samordningsförbundet Tjust, Habo och Mullsjö",
            "Samordningsförbundet Tjust, Habo och Mullsjö",
        ),
    ],
)
def test_a_name_in_a_title_is_probable(title: str, name: str) -> None:
    assert named(f"# {title}\n\nHär står något.\n") == (name, Certainty.PROBABLE)


@pytest.mark.parametrize(
    "text",
    [
        "# Protokoll\n\nInformation från Länsstyrelsen i Jämtland.\n",
        "# Plan för Huddinge\n\nText.\n",
        "# Mötet\n\nVi träffades.\n",
        "# Plan\n\nNämnden benämns Dalens brand- och räddningsnämnd.\n",
        "# Klimat- och energiplan för Klimat- och energirådet\n\nText.\n",
        "",
    ],
)
def test_where_nothing_says_it_there_is_no_name(text: str) -> None:
    assert named(text) == (None, None)
