"""Who handles a letter's matter, and who has signed it."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import column, gathered


def officers(text):
    return gathered(text, "officers", kind=DocumentKind.PROPOSAL)


@pytest.mark.parametrize(
    "text",
    [
        "Handläggare\nSiri Almberg, utredare\nsiri.almberg@hoor.example\n",
        "Handläggare: Siri Almberg, siri.almberg@hoor.example\n",
        "Handläggare Siri Almberg, utredare, siri.almberg@hoor.example\n",
        "Kontaktperson: Siri Almberg\nE-post: siri.almberg@hoor.example\n",
    ],
)
def test_who_handles_the_matter_has_an_address(text):
    gathering = officers(text)
    assert column(gathering, "people", "name") == ["Siri Almberg"]
    assert column(gathering, "people", "email") == ["siri.almberg@hoor.example"]


@pytest.mark.parametrize(
    "text",
    [
        "Förslaget antas.\n\nBo Lindmark\n\nkommundirektör\n",
        "Förslaget antas.\n\nBo Lindmark, tf. kommunchef\n",
        "Förslaget antas.\n\n| Bo Lindmark | Ida Rask |\n|---|---|\n"
        "| Ordförande | Samordnare |\n",
    ],
)
def test_a_name_with_a_title_has_signed(text):
    assert "Bo Lindmark" in column(officers(text), "people", "name")


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lindmark och kommundirektören har träffat rådet.\n",
        "Södra Roslagen\n\nBudgeten är i balans.\n",
        "Handläggare\n\nTill kommunstyrelsen\n",
    ],
)
def test_a_name_in_a_sentence_or_without_a_title_has_not_signed(text):
    assert column(officers(text), "people", "name") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Frågor besvaras av strateg Siri Almberg, siri.almberg@hoor.example.",
            ["Siri Almberg"],
        ),
        ("Frågor: Siri Almberg, samordnare, siri@hoor.example", ["Siri Almberg"]),
        ("Siri Almberg och Bo Lindmark svarar på info@hoor.example.", []),
        ("Siri Almberg arbetar med planen.", []),
    ],
)
def test_who_answers_questions_stands_beside_an_address(text, names):
    assert column(officers(text), "people", "name") == names


@pytest.mark.parametrize(
    "line",
    [
        "Siri Almberg Bo Ek kommundirektör ekonom",
        "Siri Almberg (S) Bo Ek ordförande nämndsekreterare",
        "Siri Almberg Bo Ek Förbundschef Samordnare",
    ],
)
def test_two_who_sign_beside_each_other_may_stand_on_one_line(line):
    assert column(officers(f"Hej.\n\n{line}\n"), "people", "name") == [
        "Siri Almberg",
        "Bo Ek",
    ]


def test_two_who_are_told_of_have_signed_nothing():
    line = "Siri Almberg och Bo Ek är kommundirektör och ekonom."
    assert officers(f"Hej.\n\n{line}\n").of("people") == []
