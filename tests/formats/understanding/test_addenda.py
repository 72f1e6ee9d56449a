"""Addenda to agreements, and what else agreements of other shapes say."""

from datetime import date
from typing import Any

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.agreements import extract
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.reading_text import portion_of

AGREEMENT = """
# Samverkansavtal för Mälarkanten

Enköpings kommun, Håbo kommun och Strängnäs kommun träffar följande avtal.

## 1. Styrning

Kommunstyrelsernas ordförande bildar styrgruppen. Styrgruppen kan besluta om minst \
tre fjärdedelar av ledamöterna deltar. Kommuncheferna bildar Beredningsrådet.

## 2. Administration

Håbo kommun svarar för samverkans administration.

## 3. Avgift

Varje kommun betalar 6 kronor per invånare. Invånarantalet bestäms per den \
31 december två år före avgiftsåret.

## 4. Tid

Avtalet gäller från och med den 1 juli 2021 och tills vidare.

Enköping den 4 maj 2021\tHåbo den 11 maj 2021
Karin Ek\tOla Strand
"""
ADDENDUM = """
# Tilläggsavtal nr 1 till Samverkansavtal för Mälarkanten

Punkt 3 ska från och med den 1 januari 2024 ha följande lydelse:

Varje kommun betalar 7,50 kronor per invånare.

Styrgruppen beslutade detta 2023-10-03.
"""


def gathered(*texts: str) -> Gathering:
    gathering = Gathering()
    for number, text in enumerate(texts):
        part = portion_of(text, DocumentKind.AGREEMENT, key=f"text-{number}")
        extract(part, gathering)
    return gathering


def values(gathering: Gathering, kind: str) -> dict[Any, Any]:
    terms = [t for t in gathering.of("terms") if t["kind"] == kind]
    return {t["applies_from"]: t["value"] for t in terms}


def test_fee_of_an_addendum_applies_from_its_own_day() -> None:
    for texts in ((AGREEMENT + ADDENDUM,), (AGREEMENT, ADDENDUM)):
        found = gathered(*texts)
        rates = {d: v["rate_sek"] for d, v in values(found, "fee").items()}
        assert rates == {date(2021, 7, 1): "6", date(2024, 1, 1): "7.50"}
        assert len(found.of("agreements")) == 1


def test_population_may_be_counted_years_before() -> None:
    (fee,) = values(gathered(AGREEMENT), "fee").values()
    assert fee["population_years_before"] == 2


def test_share_that_must_take_part_is_the_quorum() -> None:
    (quorum,) = values(gathered(AGREEMENT), "quorum").values()
    assert (quorum["boundary"], quorum["share"]) == ("at_least", "3/4")


def test_administration_is_the_secretariat() -> None:
    (secretariat,) = values(gathered(AGREEMENT), "secretariat").values()
    assert secretariat["host"] == "habo"


def test_group_of_chief_executives_is_the_management_group() -> None:
    bodies = {b["name"]: b["kind"] for b in gathered(AGREEMENT).of("bodies")}
    assert bodies["Beredningsrådet"] == "management_group"


def test_cells_with_a_place_and_a_day_are_signatures() -> None:
    signed = {
        s["municipality"]: s["signed_on"] for s in gathered(AGREEMENT).of("signatures")
    }
    assert signed == {"enkoping": date(2021, 5, 4), "habo": date(2021, 5, 11)}


OTHERWISE = """
# Överenskommelse om samverkan i Norduppland

Mellan Tierps kommun och Knivsta kommun har följande överenskommelse träffats.

§1 Ledning

Ett samråd bestående av två förtroendevalda från respektive kommun leder arbetet. \
Samrådet träffas sex gånger per år och dessutom när två ledamöter så önskar.

§2 Giltighet

Överenskommelsen gäller fr.o.m. 2023-09-01 och tills vidare.

För Tierps kommun

Tierp 2023-06-12

För Knivsta kommun Knivsta 2023-06-19 ________________ Siri Backe
"""


def test_agreement_in_other_words_says_the_same() -> None:
    found = gathered(OTHERWISE)
    (seats,) = values(found, "composition").values()
    (meetings,) = values(found, "meetings").values()
    (extra,) = values(found, "extra_meeting").values()
    assert seats["seats_per_municipality"] == 2
    assert meetings["per_year"] == 6
    assert extra["members_needed"] == 2


def test_signature_whose_lines_ran_together_is_one() -> None:
    signed = {
        s["municipality"]: s["signed_on"] for s in gathered(OTHERWISE).of("signatures")
    }
    assert signed == {"tierp": date(2023, 6, 12), "knivsta": date(2023, 6, 19)}


CHANGES = "Ändringar av avtalet ska göras skriftligen."


def test_a_rule_of_changes_is_no_addendum_and_ends_no_agreement() -> None:
    text = AGREEMENT.replace("\n\nEnköping den", f"\n\n{CHANGES}\n\nEnköping den")
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.AGREEMENT), gathering)

    signed = {str(s["municipality"]) for s in gathering.of("signatures")}
    assert {"enkoping", "habo"} <= signed


def test_a_place_that_is_part_of_one_party_s_name_is_probably_that_party() -> None:
    text = (
        "# Avtal om samverkan\n\nMellan Dals-Eds kommun och Åmåls kommun har avtal"
        " träffats.\n\n## 1. Beslut\n\nStyrgruppens beslut förutsätter att"
        " de närvarande är ense.\n\n## 2. Tid\n\nAvtalet gäller tills vidare.\n\n"
        "Ed den 4 maj 2023\n\nBo Ek kommunstyrelsens ordförande Åmål den 5 maj 2023"
        "\n\nEva Ask\n"
    )
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.AGREEMENT), gathering)

    signed = {s["municipality"]: s for s in gathering.of("signatures")}
    assert signed["dals-ed"]["signed_on"] == date(2023, 5, 4)
    assert signed["amal"]["signed_on"] == date(2023, 5, 5)
    value = signed["dals-ed"].values["municipality"]
    assert value.certainty is Certainty.PROBABLE
    rules = [t["value"] for t in gathering.of("terms") if t["kind"] == "decision"]
    assert [rule["rule"] for rule in rules] == ["consensus"]
