"""The addresses of registries, and who else a referral is sent to."""

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import certainties, column, gathered


def read(text):
    return gathered(text, "registries", kind=DocumentKind.REFERRAL)


@pytest.mark.parametrize(
    "text",
    [
        "Remissinstanser\n\n| 1 | Höörs kommun | registrator@hoor.example |\n"
        "|---|---|---|\n| 2 | Eslövs kommun | registrator@hoor.example.se |\n",
        "Höörs kommun, registrator@hoor.example\n",
        "Höörs kommun: registrator@hoor.example\n",
        "Höör (diarium@hoor.example)\n",
    ],
)
def test_a_registry_beside_its_municipality(text):
    gathering = read(text)
    assert "hoor.example" in gathering.get("municipalities", "hoor")["registry_email"]


def test_a_common_address_is_only_probable():
    gathering = read("Höörs kommun, kommunen@hoor.example\n")
    assert certainties(gathering, "municipalities", "registry_email") == ["probable"]


@pytest.mark.parametrize(
    "text",
    [
        "Höörs kommun, siri.almberg@hoor.example\n",
        "Höörs kommun, Eslövs kommun, registrator@hoor.example\n",
        "Skicka svaret till registrator@hoor.example.\n",
    ],
)
def test_a_persons_address_and_one_of_several_are_left(text):
    assert not any(column(read(text), "municipalities", "registry_email"))


def test_who_is_told_is_outside_the_cooperation():
    gathering = read(
        "# Remiss\n\nText.\n\n# För kännedom\n\nRegion Skåne\n\nHöörs kommun\n\n"
        "Länsstyrelsen i Skåne län\n"
    )
    assert column(gathering, "outside_parties", "name") == [
        "Region Skåne",
        "Länsstyrelsen i Skåne län",
    ]
