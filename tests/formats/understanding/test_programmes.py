"""Programmes: what they are called, when they hold, who adopted them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import programmes
from radslag.formats.understanding.extracting.programme_names import (
    programme_of,
    programmes_in,
    short_name_of,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Value
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_programmes import (
    LABELLED,
    NUMBERED,
    gathered,
    the,
)
from tests.formats.understanding.reading_text import source_of

SOURCES = Path(__file__).resolve().parents[4] / "shared" / "sources"


def test_a_programme_says_its_name_years_decision_and_what_it_replaces() -> None:
    gathering = gathered(NUMBERED)
    programme = gathering.of("programmes")[0]

    assert programme.key == "malprogram-for-asbygden-2024-2027"
    assert programme["name"] == "Målprogram för Åsbygden 2024–2027"
    assert the(programme, "valid_from", "valid_to", "decided_on") == [
        date(2024, 1, 1),
        date(2027, 12, 31),
        date(2023, 11, 16),
    ]
    assert programme["replaces"] == "malprogram-for-asbygden-2020-2023"
    assert programme["relates_to"] == "Agenda 2030"
    assert programme.values["valid_from"].certainty is Certainty.CERTAIN
    assert programme.values["decided_on"].quotes[0].words == "2023-11-16"


def test_the_programme_before_it_gets_the_years_of_its_name_but_not_surely() -> None:
    gathering = gathered(NUMBERED)
    earlier = gathering.get("programmes", "malprogram-for-asbygden-2020-2023")

    assert earlier is not None
    assert the(earlier, "valid_from", "valid_to") == [
        date(2020, 1, 1),
        date(2023, 12, 31),
    ]
    assert earlier.certainty is Certainty.PROBABLE


def test_each_council_has_its_own_day_of_adoption() -> None:
    gathering = gathered(LABELLED)

    assert {a["board"]: a["decided_on"] for a in gathering.of("adoptions")} == {
        "kf-arvidsjaur": date(2023, 6, 12),
        "kf-sorsele": date(2023, 6, 26),
    }
    assert {a["outcome"] for a in gathering.of("adoptions")} == {"adopted"}
    programme = gathering.of("programmes")[0]
    assert the(programme, "short_name", "valid_from", "valid_to") == [
        "NUS 2035",
        date(2023, 7, 1),
        date(2027, 6, 30),
    ]
    assert programme["decided_on"] is None


def test_one_day_for_several_boards_is_not_sure() -> None:
    gathering = gathered(
        "Målprogram för Åsbygden 2024–2027\n\n"
        "Antaget av kommunstyrelserna i Arboga, Köping och Kungsör den 4 mars 2024\n"
    )

    adoptions = gathering.of("adoptions")
    assert [a["board"] for a in adoptions] == ["ks-arboga", "ks-koping", "ks-kungsor"]
    assert {a.values["decided_on"].certainty for a in adoptions} == {Certainty.PROBABLE}
    assert {a.values["outcome"].certainty for a in adoptions} == {Certainty.CERTAIN}


@given(
    first=st.integers(2000, 2090),
    length=st.integers(1, 6),
    sign=st.sampled_from(["-", "–", " – ", "—"]),
    is_short=st.booleans(),
)
def test_the_years_of_a_name_are_read_as_they_are_written(
    first: int, length: int, sign: str, *, is_short: bool
) -> None:
    last = first + length
    written = (
        f"{last % 100:02}" if is_short and last // 100 == first // 100 else f"{last}"
    )
    title = f"Målprogram för Åsbygden {first}{sign}{written}"
    programme = gathered(f"{title}\n\nVision\n\nEtt helt Åsbygden\n").of("programmes")[
        0
    ]

    assert programme["valid_from"] == date(first, 1, 1)
    assert programme["valid_to"] == date(last, 12, 31)
    assert programme.values["valid_to"].certainty is Certainty.PROBABLE


@given(st.sampled_from(["SUP", "NUS", "MP", "ÅSUP"]), st.integers(1950, 2150))
def test_letters_with_a_year_are_the_same_name_with_and_without_a_space(
    letters: str, year: int
) -> None:
    assert short_name_of(f"{letters}{year}") == short_name_of(f"{letters} {year}")


def test_what_others_have_decided_is_no_programme_of_the_cooperation() -> None:
    source = source_of(
        "Den regionala utvecklingsstrategin 2030 och RUFS 2050 samt KS 2019/324"
    )
    piece = source.piece(source.document.blocks[0])

    assert list(programmes_in(piece)) == []
    assert programme_of(piece, Gathering()) is None


def test_a_programme_is_known_by_its_letters_and_by_its_years() -> None:
    gathering = gathered(LABELLED, NUMBERED)
    source = source_of("målen i NUS2035\n\nMålprogram för Åsbygden 2024-2027\n")
    first, second = (source.piece(block) for block in source.document.blocks)

    known = [programme_of(first, gathering), programme_of(second, gathering)]
    assert [v.value for v in known if v] == [
        "nus-2035",
        "malprogram-for-asbygden-2024-2027",
    ]


def _source_portions(number: str) -> list[Portion]:
    files = sorted(SOURCES.glob(f"{number}_*.txt"))
    if not files:
        pytest.skip("handlingarna finns inte här: ../shared/sources")
    source = source_of(files[0].read_text(), number)
    parts = recognise(source)
    return [Portion(source, part, None, parts[0].kind) for part in parts]


@pytest.mark.parametrize(
    ("number", "key", "years", "levels"),
    [
        (
            "002",
            "sup-2035",
            (2019, 2022),
            {"vision": 1, "overarching": 1, "focus_area": 4, "sub_goal": 11},
        ),
        (
            "004",
            "sup-2040",
            (2023, 2026),
            {"vision": 1, "overarching": 1, "focus_area": 1, "long_term": 2},
        ),
    ],
)
def test_the_real_programmes_have_their_whole_trees(
    number: str, key: str, years: tuple[int, int], levels: dict[str, int]
) -> None:
    gathering = Gathering()
    for portion in _source_portions(number):
        if portion.kind is DocumentKind.PROGRAMME:
            programmes.extract(portion, gathering)

    programme = gathering.get("programmes", key)
    assert programme is not None
    assert (programme["valid_from"].year, programme["valid_to"].year) == years
    found = [g["level"] for g in gathering.of("goals")]
    assert {level: found.count(level) for level in set(found)} == levels
    assert all(g["parent"] for g in gathering.of("goals")[1:])


def test_the_programme_of_2023_was_decided_in_january_and_adopted_by_eight() -> None:
    gathering = Gathering()
    for portion in _source_portions("004"):
        if portion.kind is DocumentKind.PROGRAMME:
            programmes.extract(portion, gathering)

    assert gathering.of("programmes")[0]["decided_on"] == date(2023, 1, 12)
    assert len(gathering.of("adoptions")) == 8
    assert not any(a["decided_on"] for a in gathering.of("adoptions"))


def test_what_a_programme_says_of_its_time_goes_before_the_years_of_its_name() -> None:
    gathering = gathered(
        "# Samverkansprogram 2023–2026 (KSP 2030)\n\n"
        "| Beslutsdatum | 2023-02-17 |\n|---|---|\n"
        "| Giltighetstid | 2023-03-01 – 2026-12-31 |\n"
    )
    programme = gathering.of("programmes")[0]

    assert the(programme, "valid_from", "valid_to", "decided_on") == [
        date(2023, 3, 1),
        date(2026, 12, 31),
        date(2023, 2, 17),
    ]
    assert programme["name"] == "Samverkansprogram 2023–2026"
    assert programme.certainty is Certainty.CERTAIN
    assert gathering.contradictions == []


TOLD_IN_ONE_SENTENCE = """
# Målprogram för Åsbygden 2024–2027

Samverkansrådet {decided} den 14 december 2023 och det har sedan antagits av \
kommunstyrelserna i Mora 2024-01-29 § 12,
Orsa 2024-02-05 § 21, Flen 2024-01-31, § 8 och Vingåker 2024-02-12 § 17.
"""


@pytest.mark.parametrize(
    "decided", ["ställde sig bakom programmet", "beslutade om programmet"]
)
def test_the_council_and_each_board_have_their_own_day_in_one_sentence(
    decided: str,
) -> None:
    gathering = gathered(TOLD_IN_ONE_SENTENCE.format(decided=decided))

    assert gathering.of("programmes")[0]["decided_on"] == date(2023, 12, 14)
    told = [
        the(a, "board", "decided_on", "paragraph") for a in gathering.of("adoptions")
    ]
    assert told == [
        ["ks-mora", date(2024, 1, 29), "§ 12"],
        ["ks-orsa", date(2024, 2, 5), "§ 21"],
        ["ks-flen", date(2024, 1, 31), "§ 8"],
        ["ks-vingaker", date(2024, 2, 12), "§ 17"],
    ]


def test_a_list_of_boards_goes_on_in_the_next_paragraph() -> None:
    broken = TOLD_IN_ONE_SENTENCE.replace("§ 12,\n", "§ 12,\n\n")
    gathering = gathered(broken.format(decided="ställde sig bakom programmet"))

    assert [a["paragraph"] for a in gathering.of("adoptions")] == [
        "§ 12",
        "§ 21",
        "§ 8",
        "§ 17",
    ]


def named(heading: str) -> Value:
    """Return the name of a programme whose kind stands below its heading."""
    gathering = gathered(
        f"# {heading}\n\nGemensamt utvecklingsprogram för Mora, Orsa och Leksand\n\n"
        "Programperiod: 2024-07-01 – 2028-06-30\n"
    )
    return gathering.of("programmes")[0].values["name"]


@pytest.mark.parametrize("title", ["Tre orter, en bygd", "Vi växer tillsammans"])
def test_the_heading_over_its_kind_is_the_title_but_not_surely(title: str) -> None:
    assert (named(title).value, named(title).certainty) == (title, Certainty.PROBABLE)


@pytest.mark.parametrize(
    "heading",
    [
        "Siljansbygdens politiska samarbetskommitté",
        "Mora, Orsa och Leksand",
        "Dnr RS 17 bilaga",
        "Siljansbygden",
    ],
)
def test_whose_programme_it_is_says_the_heading_and_not_the_title(heading: str) -> None:
    assert named(heading).value == (
        "Gemensamt utvecklingsprogram för Mora, Orsa och Leksand"
    )


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("Programmet gäller till och med 2031.", date(2031, 12, 31)),
        ("Strategin gäller t.o.m. den 30 juni 2029.", date(2029, 6, 30)),
        ("Giltighetstid: till och med 2029-06-30", date(2029, 6, 30)),
        ("Programmet gäller tills vidare.", None),
        ("Programmet ska ha lett till och med 2031 års bokslut.", None),
    ],
)
def test_a_programme_may_say_only_until_when_it_holds(
    said: str, last: date | None
) -> None:
    gathering = gathered(f"# Samverkansprogram för Åsbygden\n\n{said}\n")
    (programme,) = gathering.of("programmes")
    assert the(programme, "valid_from", "valid_to") == [None, last]
