"""The files that ship hold together, and carry nobody's name and no borrowed text."""

import re
from pathlib import Path

import pytest

import radslag.web.demo
from radslag.formats.cooperation_file import CooperationFile, check, read

TOP = Path(__file__).resolve().parent.parent.parent
SOURCES = TOP.parent / "shared" / "sources"
SODERTORN = Path(next(iter(radslag.web.demo.__path__))) / "sodertorn.yaml"
SECOND = TOP / "tests" / "examples" / "second_cooperation.yaml"
BOTH = pytest.mark.parametrize("path", [SODERTORN, SECOND], ids=lambda path: path.stem)
# Goals keep their own wording, but nothing longer than that is repeated.
LONGEST_REPEATED = 11


def loaded(path: Path) -> CooperationFile:
    return read(path.read_bytes())


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-zåäöé0-9]+", text.lower())


def runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {
        tuple(words[place : place + length])
        for place in range(len(words) - length + 1)
    }  # fmt: skip


@pytest.fixture(scope="module")
def source_texts() -> list[str]:
    if not SOURCES.is_dir():
        pytest.skip("The documents are not beside the repository.")
    return [path.read_text("utf-8") for path in sorted(SOURCES.glob("*.txt"))]


@BOTH
def test_shipped_file_has_no_problems(path: Path) -> None:
    assert check(loaded(path), existing={}, known={}, is_new=True) == []


@BOTH
def test_shipped_file_is_a_demonstration_with_invented_people(path: Path) -> None:
    file = loaded(path)

    assert file.cooperation["is_demonstration"]
    assert {person["is_invented"] for person in file.flat.rows["people"]} == {True}


def test_no_invented_person_shares_a_name_with_another() -> None:
    names = [
        name
        for path in (SODERTORN, SECOND)
        for person in loaded(path).flat.rows["people"]
        for name in [person["name"]]
    ]

    assert len(set(names)) == len(names) == 23


@pytest.mark.sources
@BOTH
def test_no_invented_surname_occurs_in_the_sources(
    path: Path, source_texts: list[str]
) -> None:
    known = {word for text in source_texts for word in words_of(text)}

    surnames = {row["name"].split()[-1] for row in loaded(path).flat.rows["people"]}

    assert {name for name in surnames if name.lower() in known} == set()


@pytest.mark.sources
@BOTH
def test_no_long_run_of_words_is_repeated_from_the_sources(
    path: Path, source_texts: list[str]
) -> None:
    length = LONGEST_REPEATED + 1
    known = {run for text in source_texts for run in runs(words_of(text), length)}

    repeated = runs(words_of(path.read_text("utf-8")), length) & known

    assert {" ".join(run) for run in repeated} == set()


@BOTH
def test_citations_quote_a_few_words_at_most(path: Path) -> None:
    quoted = [row["words"] for row in loaded(path).flat.rows["citations"]]

    assert [words for words in quoted if len(words.split()) > 7] == []


@pytest.mark.sources
def test_citations_quote_what_the_sources_say(source_texts: list[str]) -> None:
    known = " ".join(" ".join(words_of(text)) for text in source_texts)

    quoted = {row["words"] for row in loaded(SODERTORN).flat.rows["citations"]}

    assert {each for each in quoted if " ".join(words_of(each)) not in known} == set()
