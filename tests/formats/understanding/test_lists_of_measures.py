"""Plans by other names, and boards that adopted with a change or not at all."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import portion_of, source_of

PLAN = """
# {title}

## Område A: Beredskap

### Reservkraft

Ansvar: Mora
Tidplan: 2031-02-01--2031-11-30
Status: Pågår

### Övning

Ansvar: Orsa
Tidplan: v. 45
Status: Klar
"""
PROGRAMME = """
# Programmet för friluftsliv 2031–2034

Beslutad av Friluftsrådet 2030-10-08

## Kommunernas beslut

- Mora kommunfullmäktige 2030-11-24, § 112, antog programmet
- Orsa kommunfullmäktige 2030-11-30, § 140, antog programmet med ett tillägg om leder
- Älvdalens kommunfullmäktige har {did} ärendet
"""


@pytest.mark.parametrize(
    "title",
    [
        "Åtgärdslista 2031",
        "Insatsplan 2031–2032",
        "Aktivitetsförteckning 2031",
        "Det här gör vi tillsammans 2031",
    ],
)
def test_a_plan_is_known_by_name_or_by_what_its_lines_say(title: str) -> None:
    (part,) = recognise(source_of(PLAN.format(title=title)))

    assert part.kind is DocumentKind.ACTION_PLAN


def test_a_line_of_an_activity_is_no_title_of_the_plan() -> None:
    gathering = Gathering()
    text = PLAN.format(title="Åtgärdslista 2031")
    extract(portion_of(text, DocumentKind.ACTION_PLAN, 2031), gathering)

    assert [plan["title"] for plan in gathering.of("plans")] == ["Åtgärdslista 2031"]


def test_one_line_that_says_who_makes_no_plan() -> None:
    text = "# Ledstrategi\n\nAnsvar: Mora\n\nTid: våren\n\nLeden är populär.\n"

    (part,) = recognise(source_of(text))

    assert part.kind is not DocumentKind.ACTION_PLAN


@pytest.mark.parametrize(
    ("did", "outcome"),
    [("återremitterat", "referred_back"), ("avslagit", "rejected")],
)
def test_each_board_did_what_its_line_says(did: str, outcome: str) -> None:
    gathering = Gathering()
    text = PROGRAMME.format(did=did)
    extract(portion_of(text, DocumentKind.PROGRAMME), gathering)

    adoptions = {a["board"]: a["outcome"] for a in gathering.of("adoptions")}
    assert adoptions == {
        "kf-mora": "adopted",
        "kf-orsa": "changed",
        "kf-alvdalen": outcome,
    }
