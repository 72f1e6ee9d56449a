"""Damaged words are mended and told of; all else is left as it was read."""

import subprocess
import sys
from time import process_time

import pytest

from radslag.agreement.vocabulary import Certainty
from radslag.formats.mending import Lexicon, Mended, mend
from radslag.formats.readers.model import Document, Place, Span, Word
from tests.formats.mending.damaged_words import OWN_WORDS
from tests.formats.mending.drafting import paragraphs, with_table

DAMAGED = (
    "Kommunstyrelsen foreslar att avgiften for nasta ar ska gilla frin den 1 mars. "
    "Det ar ett forslag som ocksa har forankrats hos kommunerna pa Sodertorn."
)
WHOLE = (
    "Kommunstyrelsen föreslår att avgiften för nästa år ska gälla från den 1 mars. "
    "Det är ett förslag som också har förankrats hos kommunerna på Södertörn."
)


def mended_text(text: str, *own: str) -> str:
    return mend(paragraphs(text), own or OWN_WORDS).document.plain_text()


def changes(mended: Mended) -> dict[str, str]:
    return {each.original: each.mended for each in mended.mendings}


def test_damaged_text_is_mended_word_by_word() -> None:
    assert mended_text(DAMAGED) == WHOLE


def test_whole_text_is_the_very_same_document() -> None:
    document = paragraphs(WHOLE, "Avgiften är 4 kronor per invånare och år.")

    assert mend(document, OWN_WORDS).document is document


@pytest.mark.parametrize(
    "kept",
    [
        "frin@forvaltning.example",
        "https://forslag.example/for/ar",
        "forvaltningen.se",
        "KS 2019/324",
        "2013-04-29",
        "§ 78",
        "500 00 kr",
        "E4/E20",
        "Kent Sjostrom",
        "Asa Lindstrom-Oberg",
        "Bjorn Hogstrom",
        "RUFSS",
        "Botkyrka (Pia)",
        "Stina Hollmark",
        "Nils Osterback",
        "E-post 6 st",
    ],
)
def test_names_numbers_and_addresses_are_left(kept: str) -> None:
    sentence = f"Det ar ett forslag fran {kept} om avgifter for kommunerna."

    assert kept in mended_text(sentence)


def test_name_of_someone_known_is_mended() -> None:
    sentence = "Det ar ett forslag fran Kent Sjostrom om avgifter for kommunerna."

    assert "Kent Sjöström" in mended_text(sentence, "Kent Sjöström")


@pytest.mark.parametrize("misread", ["Faninge", "Håninge"])
def test_municipality_misread_in_a_whole_text_is_mended(misread: str) -> None:
    mended = mend(paragraphs(WHOLE, f"Mötet hålls i {misread}, som är värd."))

    assert changes(mended) == {misread: "Haninge"}
    assert mended.mendings[0].certainty is Certainty.PROBABLE
    assert "bokstav" in mended.mendings[0].reason


@pytest.mark.parametrize(
    "name", ["Haningebo", "Anna Faninge", "Hånsson", "Tyresta", "Salén", "Sundsvik"]
)
def test_name_that_only_resembles_a_known_one_is_left(name: str) -> None:
    document = paragraphs(WHOLE, f"Mötet leds av {name} i kommunhuset.")

    assert mend(document, ("Hansson",)).mendings == ()


def test_words_of_another_language_are_left() -> None:
    foreign = "The rules for the far region are over and the plan is for all of us."
    document = paragraphs(*[DAMAGED] * 3, foreign)

    assert mend(document, OWN_WORDS).document.plain_text().endswith(foreign)


def test_document_in_another_language_is_the_very_same() -> None:
    foreign = "The list of rules is for all of us, and the plan is over at last."
    document = paragraphs(*[foreign] * 9, "It lists what the host asks for.")

    assert mend(document, OWN_WORDS).document is document


def test_whole_part_of_a_partly_damaged_document_is_left() -> None:
    whole = (
        "Kommunen har en fast lag om val och mat. Hon var här när han gillade "
        "förslaget på mötet, där också nämnden från början såg över målen för åren."
    )
    document = paragraphs(*[whole] * 12, *[DAMAGED] * 12)

    texts = [block.text for block in mend(document, OWN_WORDS).document.blocks]

    assert texts == [whole] * 12 + [WHOLE] * 12


def test_mending_tells_what_stood_there_and_how_sure_it_is() -> None:
    mended = mend(paragraphs(DAMAGED), OWN_WORDS)
    first = mended.mendings[0]

    assert (first.original, first.mended) == ("foreslar", "föreslår")
    assert paragraphs(DAMAGED).words_at(first.span) == "foreslar"
    assert all(each.reason.endswith(".") for each in mended.mendings)
    assert {each.certainty for each in mended.mendings} <= set(Certainty)


def test_figure_within_a_word_is_a_letter_but_never_certain() -> None:
    mended = mend(paragraphs("Det ar ett m6te f6r kommunerna den 6 mars 2026."))

    assert (
        mended.document.plain_text()
        == "Det är ett möte för kommunerna den 6 mars 2026."
    )
    assert all(
        each.certainty is not Certainty.CERTAIN
        for each in mended.mendings
        if "6" in each.original
    )


def test_capitals_are_kept() -> None:
    damaged = f"{DAMAGED} FORSLAG TILL BESLUT."

    assert mended_text(damaged).endswith("FÖRSLAG TILL BESLUT.")


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("S6dertérn", "Södertörn"), ("Tyres6", "Tyresö"), ("tillgAnglig", "tillgänglig"),
     ("6vriga", "övriga"), ("Sdédertornskommunernas", "Södertörnskommunernas")],
)  # fmt: skip
def test_figures_and_capitals_that_were_letters_are_mended(
    damaged: str, whole: str
) -> None:
    assert mended_text(f"{DAMAGED} Det galler {damaged}.").endswith(f" {whole}.")


def test_two_words_run_together_are_parted_but_never_certain() -> None:
    mended = mend(paragraphs(f"{DAMAGED} Ett utvecklingsprogramfor alla."), OWN_WORDS)

    parted = next(each for each in mended.mendings if " " in each.mended)
    assert parted.mended == "utvecklingsprogram för"
    assert parted.certainty is Certainty.PROBABLE


def test_word_read_with_doubt_is_mended_in_a_whole_text() -> None:
    at = len(WHOLE) + 1 + len("Det är en ")
    sure, unsure = (
        Word("samatbete", share, Place(Span(at, at + 9))) for share in (0.95, 0.3)
    )
    texts = (WHOLE, "Det är en samatbete som gäller.")

    assert mend(paragraphs(*texts, words=(sure,))).mendings == ()
    assert changes(mend(paragraphs(*texts, words=(unsure,)))) == {
        "samatbete": "samarbete"
    }


def test_words_read_with_certainty_keep_their_places() -> None:
    at = DAMAGED.index("mars")
    word = Word("mars", 0.99, Place(Span(at, at + 4), page=1))

    mended = mend(paragraphs(DAMAGED, words=(word,)), OWN_WORDS).document

    assert mended.words_at(mended.words[0].place.span) == "mars"


def test_cells_are_mended_where_they_stand() -> None:
    rows = [["Mal", "Atgird"], ["", "Forslag fran kommunen"], ["12", ""]]
    mended = mend(with_table(DAMAGED, rows), OWN_WORDS).document

    (table,) = mended.tables()
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Mål", "Åtgärd"], ["", "Förslag från kommunen"], ["12", ""],
    ]  # fmt: skip
    for cell in (cell for row in table.rows for cell in row):
        assert mended.words_at(cell.place.span) == cell.text
    assert mended.words_at(table.place.span) == table.text


def test_span_of_a_mended_word_leads_back_to_what_was_read() -> None:
    damaged = paragraphs("Forst ett.", f"{DAMAGED} Ett utvecklingsprogramfor alla.")
    mended = mend(damaged, OWN_WORDS)
    text = mended.document.whole_text()

    for word, read in (("program för", "utvecklingsprogramfor"), ("mars", "mars")):
        at = text.index(word)
        span = mended.original_span(Span(at, at + len(word)))
        assert damaged.words_at(span) == read


def test_lexicon_knows_inflections_and_names() -> None:
    lexicon = Lexicon(["Södertörns samarbetskommitté"])

    for word in (
        "kommunernas",
        "Samarbetskommitté",
        "Södertörn",
        "Haninges",
        "nämnden",
    ):
        assert lexicon.is_word(word)
    assert not lexicon.is_word("Sodertorns")


def test_importing_reads_no_word_lists() -> None:
    code = (
        "import sys, radslag.formats.mending as m; "
        "assert not {'wordfreq', 'rapidfuzz', 'pydantic', 'django'} & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", code], check=True)


def test_deciding_that_nothing_is_damaged_is_quick() -> None:
    whole, damaged = (paragraphs(*[text] * 700) for text in (WHOLE, DAMAGED))
    mend(whole, OWN_WORDS)

    # One three-hundredth of this is usual.
    assert seconds_to_mend(whole) < seconds_to_mend(damaged) / 10


def seconds_to_mend(document: Document) -> float:
    """Return how long mending took the processor."""
    start = process_time()
    mend(document, OWN_WORDS)
    return process_time() - start
