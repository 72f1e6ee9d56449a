"""Whatever a document holds, it is understood without a fall, and no part blows up.

How long a document may take is told against a plain plan read on the same machine at
the same time: a machine that is slow or shared is slow for both.
"""

from functools import cache
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from radslag.formats.readers import ReadResult, read_many
from radslag.formats.readers.model import Document
from radslag.formats.understanding import Understanding, understand
from radslag.formats.understanding.reading import NOT_UNDERSTOOD
from tests.formats.readers.hostile import all_cases
from tests.formats.understanding.reading_text import document_of

# How many plain plans' time a document may take: as much as two seconds once were.
# So much for every part as long as a plain plan, and never more than the most.
PLANS, PART_LETTERS, MOST_PLANS, ATTEMPTS = 20, 10_000, 100, 3
PLAIN = "Den 4 februari 2025 beslutar Haninge kommun att betala 150 000 kr. " * 45
# What no remark may say, whatever the kind and the title.
MARK = NOT_UNDERSTOOD.partition("”")[2].rpartition("({error})")[0].rpartition("”")[2]
RUN, LONG_RUN = 3_000, 10_000
UNITS = [
    " ", "1", "a", "A", ".", "-", "_", ",", "§", "/", "1 ", "a ", "Ab ", "1.", "a.",
    "kr ", "1 000 ", "den ", "och ", "(", "- ", "Anna Alm, ", "§ 1 ", "2025-01-01 ",
    "12 maj ", "kl. 9 ", "beslutar att ", "ordförande ", "Haninge, ", "tkr ", ": ",
    "\N{NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT OVERRIDE}", "\t", "x\t", "1/", "Dnr KS/",
    "väcks av ", "kommunstyrelsen i ", "- a\n", "Ab Cd\n", "1. Ab\n", "\n",
]  # fmt: skip
LAYOUTS = (
    "Samarbetsavtal\n\nMellan Haninge kommun och Tyresö kommun.\n\n§ 1 Samarbete\n\n{}"
    "\n\n§ 2 Avgift\n\nAvgiften är 2 kr. {}\n",
    "Minnesanteckningar\n\nStyrgruppen den 4 februari 2025\n\nNärvarande: {}\n\n"
    "1. Mötet öppnas\n\n{}\n\n2. Nästa möte\n\n{}\n",
    "Verksamhetsplan och budget 2025\n\n1. Mål\n\nÖvergripande mål: {}\n\n"
    "2. Aktiviteter\n\nAktivitet\tAnsvarig\tTid\n{}\t{}\tvt\n\n3. Budget\n\n"
    "Post\tKronor\nMöten\t{}\n\n4. Kalender\n\n{}\n",
    "Protokollsutdrag\n\nKommunstyrelsen 2025-02-03\n\n§ 12 Dnr KS/2025:12\n\n{}\n\n"
    "Beslut\n\nKommunstyrelsen beslutar att {}\n\nBeslutet skickas till\n{}\n",
    "Kallelse\n\nTid: den 4 februari 2025 kl. 9.00\nPlats: {}\n\nDagordning\n\n1. {}\n",
    "Utvecklingsprogram 2024-2030\n\nHuvudmål 1. {}\n\nDelmål 1.1 {}\n",
    "Remiss\n\nSvar senast den 4 februari 2025\n\n{}\n\nSändlista: {}\n",
    "Ledamöter\n{}\nErsättare\n{}\n",
)
SAID = """Huvudmål Delmål Aktivitet Ansvarig Kostnad 2025 150 000 kr tkr § 4 Tid: kl.
9.00 den februari beslutar att Haninge kommun Tyresö Anna Alm ordförande Närvarande
Frånvarande Bilaga 1 Budget Summa Dnr avtalet avgift invånare procent hälften senast
månader uppsägning kallelse nästa möte - • ( ) ”"""
WORDS = st.sampled_from(SAID.split())
CELL = st.lists(WORDS, max_size=5).map(" ".join)
ROW = st.lists(CELL, min_size=2, max_size=7).map("\t".join)
RUNS = st.tuples(st.sampled_from(UNITS), st.sampled_from([3, 30, 60, 300, 10_000])).map(
    lambda run: (run[0] * run[1])[: run[1]]
)
LINE = st.one_of(
    st.lists(WORDS, min_size=1, max_size=14).map(" ".join),
    ROW, ROW, RUNS, st.text(max_size=40), st.just(""),
)  # fmt: skip
LAYOUT = st.sampled_from((*LAYOUTS, "{}"))


def understood(document: Document) -> Understanding:
    """Understand a document; assert that all of it was gone through, and in time."""
    understanding, taken_plans = in_plans(document)

    assert [remark for remark in understanding.remarks if MARK in remark] == []
    assert taken_plans < limit_plans(document)
    return understanding


def limit_plans(document: Document) -> int:
    """Say how many plain plans' time this document may take."""
    parts = len(document.whole_text()) // PART_LETTERS + 1
    return min(PLANS * parts, MOST_PLANS)


def in_plans(document: Document) -> tuple[Understanding, float]:
    """Understand a document, and say how many plain plans' time it took.

    A document that took too long is read again beside a plan read again, so that only
    what is slow every time counts.
    """
    for _ in range(ATTEMPTS):
        understanding, taken_seconds = timed(document)
        if taken_seconds < one_plan_seconds() * limit_plans(document):
            break
        one_plan_seconds.cache_clear()
    return understanding, taken_seconds / one_plan_seconds()


def timed(document: Document) -> tuple[Understanding, float]:
    """Understand a document; with the processor seconds it took."""
    start = process_time()
    understanding = understand([ReadResult("a.txt", document)])
    return understanding, process_time() - start


@cache
def one_plan_seconds() -> float:
    """Say what a plain plan takes here and now, the lists of words being read."""
    plan = document_of(LAYOUTS[2].replace("{}", PLAIN))
    return min(timed(plan)[1] for _ in range(ATTEMPTS))


def test_the_remark_is_known_when_it_comes() -> None:
    assert MARK in NOT_UNDERSTOOD.format(kind="plan", title="Plan", error="x")
    assert len(MARK) > len("kunde inte")


@pytest.mark.xdist_group("hostile")
def test_hostile_files_that_are_read_are_understood() -> None:
    results = list(read_many((case.name, case.make()) for case in all_cases()))
    documents = [result.document for result in results if result.document]

    assert len(documents) > len(results) // 3
    for document in documents:
        assert understood(document).documents


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.split()[0])
def test_a_long_run_of_anything_blows_nothing_up(layout: str) -> None:
    for unit in UNITS:
        run = (unit * RUN)[:RUN]
        assert len(understood(document_of(layout.replace("{}", run))).documents) == 1


# Each of these took a time that grew with the square of its length.
@pytest.mark.parametrize(
    ("layout", "unit"),
    [
        (0, "- a\n"),
        (1, "12 maj "),
        (1, "1. Ab\n"),
        (1, "("),
        (3, "12 maj "),
        (2, "\t"),
        *((layout, "A") for layout in range(len(LAYOUTS))),
    ],
)
def test_ten_thousand_of_a_thing_are_read_in_their_turn(layout: int, unit: str) -> None:
    run = (unit * LONG_RUN)[:LONG_RUN]
    document = document_of(LAYOUTS[layout].replace("{}", run))
    _, taken_plans = in_plans(document)

    assert taken_plans < PLANS


@given(LAYOUT, st.lists(LINE, min_size=1, max_size=8))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_blocks_and_tables_are_understood(layout: str, lines: list[str]) -> None:
    document = document_of(
        layout.replace("{}", "\n".join(lines), 1).replace("{}", lines[0])
    )

    assert understood(document).documents[0].result.document is document
