"""Every hostile and poor file becomes what is written of it, and no process falls."""

import pytest

from radslag.formats.readers import Document, ReadResult, pictures, read_many
from tests.formats.readers.hostile import INCOMPLETE, READ, Case, all_cases

CASES = list(all_cases())
NO_TESSERACT = "no Tesseract here; apt-get install tesseract-ocr tesseract-ocr-swe"


def all_text(document: Document) -> str:
    """Return all that a document says, also of itself and of its attachments."""
    within = [all_text(a.document) for a in document.attachments if a.document]
    remarks = [str(remark) for remark in document.remarks]
    return "\n".join([document.whole_text(), *remarks, *within])


def outcome_of(result: ReadResult) -> str:
    if result.refusal is not None:
        return result.refusal.code
    assert result.document is not None
    return READ if result.document.is_complete else INCOMPLETE


@pytest.fixture(scope="module")
def results() -> dict[str, ReadResult]:
    answers = read_many((case.name, case.make()) for case in CASES)
    return dict(zip(map(key, CASES), answers, strict=True))


def key(case: Case) -> str:
    return f"{case.group}: {case.what}"


def test_cases_are_many_and_have_names_of_their_own() -> None:
    assert len(CASES) >= 120
    assert len({key(case) for case in CASES}) == len(CASES)


@pytest.mark.xdist_group("hostile")
@pytest.mark.parametrize("case", CASES, ids=key)
def test_file_becomes_what_is_written(
    case: Case, results: dict[str, ReadResult]
) -> None:
    result = results[key(case)]
    outcome = outcome_of(result)
    if outcome == "no_text_reader" and not pictures.can_read():
        pytest.skip(NO_TESSERACT)

    assert outcome == case.outcome
    if result.document is not None:
        text = all_text(result.document)
        assert [words for words in case.says if words not in text] == []
        assert [words for words in case.hides if words in text] == []


@pytest.mark.xdist_group("hostile")
def test_every_refusal_has_its_sentences(results: dict[str, ReadResult]) -> None:
    refusals = [result.refusal for result in results.values() if result.refusal]

    assert [r for r in refusals if not (r.what and r.why and r.cure)] == []


@pytest.mark.xdist_group("hostile")
def test_names_are_shown_without_tricks(results: dict[str, ReadResult]) -> None:
    names = [
        results[key(case)].name
        for case in CASES
        if case.group.startswith("Sökvägar") and case.what.startswith("filnamn")
    ]

    assert names == ["passwd", "abxcod.docx", "å" * 114 + "….docx"]
