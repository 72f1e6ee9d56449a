"""Who answers for which goal where that is told apart, and who decided a programme."""

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

PROGRAMME = """
# Utvecklingsprogram 2024–2027

{top}

## Målområde 1: Resor och bredband

Långsiktigt mål: Det är lätt att resa

## Målområde 2: Skola

Långsiktigt mål: Alla tar examen

## Genomförande

{text}
"""


def read(text: str, top: str = "Beslutat av Fjällrådet den 14 juni 2023") -> Gathering:
    gathering = Gathering()
    whole = PROGRAMME.format(text=text, top=top)
    extract(portion_of(whole, DocumentKind.PROGRAMME), gathering)
    return gathering


def answers(gathering: Gathering) -> list[tuple[str, str]]:
    names = {found.key: found["name"] for found in gathering}
    told = gathering.of("goal_responsibilities")
    return sorted((names[one["body"]], names[one["goal"]]) for one in told)


BOTH = [("Skolgruppen", "Skola"), ("Trafiknätverket", "Resor och bredband")]
WORDS = {
    "a list": "Nätverken ansvarar för var sitt målområde:\n\n"
    "- Trafiknätverket – Resor och bredband\n- Skolgruppen – Skola",
    "goal first": "Ansvar:\n\nResor och bredband: Trafiknätverket\n\n"
    "Skola: Skolgruppen",
    "by number": "Ansvar:\n\n- Målområde 1: Trafiknätverket\n"
    "- Målområde 2: Skolgruppen",
    "a sentence": "Trafiknätverket ansvarar för Resor och bredband och Skolgruppen "
    "för Skola.",
    "by number in a sentence": "Trafiknätverket svarar för målområde 1 och Skolgruppen "
    "svarar för målområde 2.",
    "goals first": "Resor och bredband samordnas av Trafiknätverket och Skola av "
    "Skolgruppen.",
    "a table": "| Ansvar | |\n|---|---|\n| Skola | Skolgruppen |\n"
    "| Resor och bredband | Trafiknätverket |",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_who_answers_for_a_goal_may_stand_apart_from_it(words: str) -> None:
    assert answers(read(words)) == BOTH


@pytest.mark.parametrize(
    "words",
    [
        "Trafiknätverket och Skolgruppen ansvarar för Skola.",
        "Trafiknätverket träffas varje månad. Skola är viktigt.",
        "- Trafiknätverket – fyra möten\n- Skola – viktigt",
    ],
)
def test_where_nobody_is_said_to_answer_alone_nothing_is(words: str) -> None:
    assert answers(read(words)) == []


def test_what_a_sentence_orders_is_only_probable_and_an_announced_list_certain() -> (
    None
):
    for words, certainty in (
        (WORDS["a list"], Certainty.CERTAIN),
        (WORDS["a sentence"], Certainty.PROBABLE),
    ):
        told = read(words).of("goal_responsibilities")
        (one,) = [each for each in told if each["body"] == "trafiknatverket"]
        assert one.values["body"].certainty is certainty


def test_who_decided_and_who_serves_are_bodies() -> None:
    found = read("Ledningsgruppen följer arbetet. Kansliet samordnar det.")
    bodies = {body["kind"]: body["name"] for body in found.of("bodies")}
    assert bodies == {
        "committee": "Fjällrådet",
        "management_group": "Ledningsgruppen",
        "secretariat": "Kansliet",
    }


def test_a_council_that_only_is_mentioned_is_no_committee() -> None:
    found = read("Tillväxtrådet lämnade synpunkter.", "Gäller 2024–2027")
    assert found.of("bodies") == []


VISIONS = [
    "I fjällen räcker livet hela året: här finns plats för alla.",
    "Här växer människor och företag.",
    "Under samma himmel bygger vi framtiden.",
]


@pytest.mark.parametrize("vision", VISIONS)
def test_vision_right_below_its_heading_may_begin_as_any_sentence(vision: str) -> None:
    found = read("", f"## Vision 2040\n\n{vision}")
    (told,) = [g for g in found.of("goals") if g["level"] == "vision"]
    assert told["title"] == vision.rstrip(".")


def test_vision_that_is_only_told_of_takes_no_other_goal_s_words() -> None:
    about = "## Vision 2040\n\nVisionen är en riktning och den nås inte nu."
    text = "Det är lätt att ta sig till fjällen."
    found = read(text, about)
    assert [g for g in found.of("goals") if g["level"] == "vision"] == []


@pytest.mark.parametrize(
    ("words", "section", "who"),
    [
        ("I Kinda lämnade Vänsterpartiet ett särskilt yttrande.",
         "separate_statements", "Vänsterpartiet"),
        ("Moderaterna i Kinda reserverade sig.", "dissents", "Moderaterna"),
    ],
)  # fmt: skip
def test_who_had_another_view_is_told_by_the_adoption(
    words: str, section: str, who: str
) -> None:
    found = read(
        "## Antagande\n\n| Kommunstyrelse | Beslut | Datum |\n|---|---|---|\n"
        f"| Kinda | antaget | 2023-09-10 |\n| Ydre | antaget | 2023-09-12 |\n\n{words}"
    )
    (voice,) = found.of(section)
    column = "dissenter" if section == "dissents" else "stated_by"
    assert voice[column] == who
    adoption = found.get("adoptions", voice["adoption"])
    assert adoption is not None
    assert adoption["board"] == "ks-kinda"


def test_goals_numbered_with_letters_are_within_the_goal_of_their_number() -> None:
    found = read(
        "## Inriktningsmål och effektmål\n\n### Inriktningsmål 1. Friskt hav\n\n"
        "Havet ska må bra.\n\n- Effektmål 1a: Minska utsläppen\n"
        "- Effektmål 1b: Alla har en plan\n"
    )
    goals = {goal["name"]: goal for goal in found.of("goals")}
    hav = goals["Friskt hav"]
    assert (hav["level"], hav["title"]) == ("long_term", "Havet ska må bra")
    for name in ("Minska utsläppen", "Alla har en plan"):
        assert (goals[name]["level"], goals[name]["parent"]) == ("sub_goal", hav.key)
