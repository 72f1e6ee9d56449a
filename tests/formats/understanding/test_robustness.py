"""Whatever a document holds, it is understood without a fall and within its time."""

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

SECONDS, LARGE, SECONDS_OF_LARGE = 2, 1_000_000, 10
# What no remark may say, whatever the kind and the title.
MARK = NOT_UNDERSTOOD.partition("”")[2].rpartition("({error})")[0].rpartition("”")[2]
RUN = 3_000
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
    limit = SECONDS_OF_LARGE if len(document.whole_text()) > LARGE else SECONDS
    start = process_time()
    understanding = understand([ReadResult("a.txt", document)])
    taken = process_time() - start

    assert [remark for remark in understanding.remarks if MARK in remark] == []
    assert taken < limit
    return understanding


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Read the lists of words before anything is timed."""
    understand([ReadResult("a.txt", document_of("Samarbetsavtal\n\n§ 1 Parter\n"))])


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


@given(LAYOUT, st.lists(LINE, min_size=1, max_size=8))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_blocks_and_tables_are_understood(layout: str, lines: list[str]) -> None:
    document = document_of(
        layout.replace("{}", "\n".join(lines), 1).replace("{}", lines[0])
    )

    assert understood(document).documents[0].result.document is document
