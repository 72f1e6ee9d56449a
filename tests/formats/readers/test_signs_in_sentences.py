"""A § that a line begins with, in the middle of a sentence, is no heading."""

import pytest

from radslag.formats.readers.model import Heading
from radslag.formats.readers.plain_text import read_plain_text


@pytest.mark.parametrize(
    "before",
    [
        "Orsa antog planen den 4 maj 2026,",
        "Frågan avgörs enligt",
        "Det står i protokoll",
    ],
)
def test_a_sign_that_a_line_leads_to_goes_on(before: str) -> None:
    text = f"{before}\n§ 12. Mora tar upp planen i\njuni.\n"

    (block,) = read_plain_text(text.encode()).blocks

    assert block.text == f"{before} § 12. Mora tar upp planen i juni."


def test_a_sign_below_a_whole_sentence_is_a_heading() -> None:
    text = "Planen antas.\n§ 12 Budget\nBudgeten antas och läggs till handlingarna.\n"

    blocks = read_plain_text(text.encode()).blocks

    assert [b.text for b in blocks if isinstance(b, Heading)] == ["§ 12 Budget"]
