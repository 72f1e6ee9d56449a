"""What stands about an agreement beside its paragraphs: its number, its bodies."""

from dataclasses import replace

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.readers.model import Part
from radslag.formats.understanding.extracting.agreements import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import PartOfDocument
from radslag.formats.understanding.portion import Portion
from radslag.formats.understanding.source import Source
from tests.formats.understanding.reading_text import source_of
from tests.formats.understanding.test_agreements import gathered


@pytest.mark.parametrize(
    "sort",
    [
        "ett gemensamt organ, Sjörådet Värmeln (Rådet).",
        "ett politiskt samverkansorgan som kallas Sjörådet.",
        "ett gemensamt forum, Sjörådet.",
    ],
)
def test_a_body_is_named_after_what_sort_it_is(sort: str) -> None:
    found = gathered(
        "Samverkansavtal\n\nMellan Orsa och Mora.\n\n1 § Organ\n\n"
        f"Samverkan leds av {sort}"
    )

    (body,) = found.of("bodies")
    assert (body["kind"], body["name"]) == ("committee", "Sjörådet")


def test_the_number_of_an_agreement_may_stand_at_the_page_head() -> None:
    text = "Samverkansavtal\n\nMellan Orsa och Mora.\n\n1 § Syfte\n\nAlla.\n\n"
    whole = source_of(f"{text}Dnr SJR 2026/8 · Undertecknad version").document
    head = replace(whole.blocks[-1], part=Part.HEADER)
    source = Source("text", replace(whole, blocks=whole.blocks[:-1], aside=(head,)))
    part = PartOfDocument(DocumentKind.AGREEMENT, "", 0, len(whole.blocks) - 1)
    found = Gathering()
    extract(Portion(source, part, None, DocumentKind.AGREEMENT), found)

    assert found.of("documents")[0]["register_number"] == "SJR 2026/8"


@pytest.mark.parametrize(
    "title",
    [
        "Överenskommelse om Värmelrådet",
        "Samverkansavtal för Klarnämnden",
        "Avtal angående Vattenberedningen",
    ],
)
def test_a_title_may_be_all_that_names_the_body(title: str) -> None:
    found = gathered(
        f"{title}\n\nMellan Orsa kommun och Mora kommun.\n\n1 § Syfte\n\nAlla.\n"
    )

    (body,) = found.of("bodies")
    assert body["kind"] == "committee"
    assert body["name"] == title.rsplit(maxsplit=1)[-1]
    assert body.values["kind"].certainty is Certainty.PROBABLE


def test_a_title_of_a_matter_names_no_body() -> None:
    found = gathered(
        "Samverkansavtal om vatten\n\nMellan Orsa kommun och Mora kommun.\n\n"
        "1 § Syfte\n\nAlla.\n"
    )
    assert found.of("bodies") == []
