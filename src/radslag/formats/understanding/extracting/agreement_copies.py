"""An agreement's paragraphs as records; what two copies say differently is told."""

from difflib import SequenceMatcher
from typing import Final

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.agreement_paragraphs import AgreementText
from radslag.formats.understanding.gathering import Gathering, same
from radslag.formats.understanding.model import Contradiction, Found, Value

OTHER_WORDS: Final = "En annan avskrift har andra ord."
_MOST_TOLD: Final = 4


def record_paragraphs(
    text: AgreementText, agreement: Value, gathering: Gathering
) -> None:
    """Add the paragraphs; where another copy says other words, both are kept."""
    for chapter in text.chapters:
        key = slug(f"{agreement.value}-{chapter.number.value}")
        values = {
            "agreement": agreement,
            "number": chapter.number,
            "position": chapter.number.as_value(chapter.position),
            "heading": chapter.heading,
        }
        found = gathering.add("paragraphs", key, values)
        _record_text(found, chapter.text, gathering)


def _record_text(found: Found, text: Value | None, gathering: Gathering) -> None:
    before = found.values.get("text")
    if text is None or before is None or same(before.value, text.value):
        gathering.add("paragraphs", found.key, {"text": text})
        return
    found.values["text"] = before.doubted(Certainty.PROBABLE, OTHER_WORDS)
    gathering.contradictions.append(
        Contradiction(
            "paragraphs.text",
            f"Två avskrifter av § {found['number']} skiljer sig: "
            f"{_difference(str(before.value), str(text.value))}.",
            (*before.quotes, *text.quotes),
            "paragraphs",
            found.key,
            "text",
        )
    )


def _difference(one: str, other: str) -> str:
    """Say which words stand in one text and not in the other."""
    words, others = one.split(), other.split()
    changes = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    told = [
        f"”{' '.join(words[a:b])}” mot ”{' '.join(others[c:d])}”"
        for what, a, b, c, d in changes
        if what != "equal"
    ]
    return ", ".join(told[:_MOST_TOLD]) + (" med flera" if told[_MOST_TOLD:] else "")
