"""What meetings decide of other records: plans, reports, offices, fees, referrals."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import notices
from radslag.formats.understanding.gathering import Gathering
from tests.formats.understanding.minutes_read import gathered
from tests.formats.understanding.reading_text import portion_of

HEAD = (
    "Protokoll samverkansrådet\n\nDatum: 2024-10-03\n\nNärvarande\n\n"
    "Eva Alm (S), Sala, ordförande\n\nBo Ek (M), Heby\n\n"
)
REST = "\n\n§ 3 Avslut\n\nTack.\n"


def decided(title: str, text: str, head: str = HEAD) -> Gathering:
    return gathered(f"{head}§ 1 Öppnande\n\nVälkomna.\n\n§ 2 {title}\n\n{text}{REST}")


def test_a_plan_is_adopted_on_the_day_a_committee_adopts_it() -> None:
    plan = decided(
        "Verksamhetsplan med budget 2025", "Beslut\n\nPlanen fastställs."
    ).of("plans")[0]
    assert (plan.key, plan["year"], plan["status"]) == ("plan-2025", 2025, "adopted")
    assert plan["adopted_on"] == plan["budget_adopted_on"] == date(2024, 10, 3)
    assert plan.values["status"].certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Tidplan för verksamhetsplan 2025", "Beslut\n\nTidplanen godkänns."),
        ("Verksamhetsplan 2025, inriktning", "Beslut\n\nKansliet får i uppdrag."),
        ("Verksamhetsplan 2025", "Beslut\n\nPlanen återremitteras."),
        ("Verksamhetsplan 2025", "Beslut\n\nRådet föreslår att planen fastställs."),
        ("Verksamhetsplan 2024–2025", "Beslut\n\nPlanen fastställs."),
    ],
)
def test_what_only_speaks_of_a_plan_adopts_none(title: str, text: str) -> None:
    assert decided(title, text).of("plans") == []


def test_officials_adopt_no_plan() -> None:
    head = HEAD.replace("samverkansrådet", "kommundirektörsgruppen")
    gathering = decided("Verksamhetsplan 2025", "Beslut\n\nPlanen godkänns.", head)
    assert gathering.of("plans") == []


def test_a_report_is_decided_on_and_belongs_to_its_years_plan() -> None:
    gathering = decided("Årsredovisning 2023", "Beslut\n\nÅrsredovisningen godkänns.")
    report = gathering.of("annual_reports")[0]
    assert (report["plan"], report["status"]) == ("plan-2023", "decided")
    assert report["decided_on"] == date(2024, 10, 3)
    assert gathering.of("plans")[0]["adopted_on"] is None


def test_a_letter_that_is_approved_is_sent_to_an_authority() -> None:
    gathering = decided(
        "Skrivelse om broar",
        "Beslut\n\nSkrivelsen godkänns och sänds till Trafikverket.",
    )
    letter = gathering.of("advocacy")[0]
    assert (letter["title"], letter["outside_party"]) == (
        "Skrivelse om broar",
        "trafikverket",
    )
    assert letter["sent_on"] is None


@pytest.mark.parametrize(
    "words",
    [
        "Rådet väljer Eva Alm (S), Sala, till ordförande och Bo Ek (M), Heby, till "
        "vice ordförande för 2025.",
        "Till ordförande för 2025 väljs Eva Alm och till vice ordförande Bo Ek (M).",
        "Eva Alm väljs till ordförande för år 2025 och Bo Ek till vice ordförande.",
    ],
)
def test_whom_a_meeting_elects_holds_an_office(words: str) -> None:
    gathering = decided("Val av ordförande", f"Beslut\n\n{words}")
    offices = {o["role"]: o for o in gathering.of("appointments")}
    assert {role: (o["person"], o["municipality"]) for role, o in offices.items()} == {
        "chair": ("eva-alm", "sala"),
        "vice_chair": ("bo-ek", "heby"),
    }
    assert offices["chair"]["body"] == "kommitten"
    assert offices["chair"]["appointed_from"] == date(2025, 1, 1)
    assert offices["chair"]["appointed_until"] == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Val av ordförande för mötet", "Bo Ek väljs till ordförande."),
        ("Val", "Bo Ek utses att justera protokollet."),
        ("Val", "Två ledamöter väljs vid nästa möte."),
        ("Val", "Bo Ek väljs till ordförande i klimatnätverket."),
    ],
)
def test_offices_of_the_day_and_of_others_are_none(title: str, words: str) -> None:
    head = HEAD.replace(", ordförande", "")
    assert decided(title, f"Beslut\n\n{words}", head).of("appointments") == []


def test_fees_in_a_table_are_decided_by_the_items_decision() -> None:
    gathering = decided(
        "Avgifter 2025",
        "| Kommun | Invånare 2023-12-31 | Avgift 2025, kr |\n|---|---|---|\n"
        "| Sala | 22 000 | 110 000 |\n| Heby | 14 000 | 70 000 |\n\n"
        "Beslut\n\nRådet fastställer avgifterna. De ska betalas senast den 28 februari "
        "2025.",
    )
    fees = {f["municipality"]: f for f in gathering.of("fees")}
    assert fees["sala"]["amount_sek"] == Decimal(110000)
    assert (fees["heby"]["year"], fees["heby"]["decided_on"]) == (
        2025,
        date(2024, 10, 3),
    )
    assert fees["heby"]["due_on"] == date(2025, 2, 28)
    assert gathering.of("populations")[0]["residents"] == 22000


def test_fees_that_are_only_shown_are_not_decided() -> None:
    gathering = decided(
        "Avgifter 2025",
        "| Kommun | Avgift 2025, kr |\n|---|---|\n| Sala | 110 000 |\n"
        "| Heby | 70 000 |\n\nBeslut\n\nInformationen antecknas.",
    )
    assert [f["decided_on"] for f in gathering.of("fees")] == [None, None]


def test_a_plan_presented_to_all_was_presented_to_each_that_met() -> None:
    gathering = decided(
        "Verksamhetsplan 2025", "Planen har redovisats för samtliga två kommuner."
    )
    towns = {p["municipality"] for p in gathering.of("presentations")}
    assert towns == {"sala", "heby"}
    assert (
        decided(
            "Verksamhetsplan 2025", "Planen har redovisats för alla fyra kommuner."
        ).of("presentations")
        == []
    )


def test_a_referral_is_told_of_with_its_last_day() -> None:
    gathering = decided(
        "Remiss – Regional cykelplan",
        "Region Gävleborg har sänt förslaget på remiss. Svar ska lämnas senast den "
        "15 december 2024.",
    )
    referral = gathering.of("referrals")[0]
    assert (referral["title"], referral["outside_party"]) == (
        "Regional cykelplan",
        "region-gavleborg",
    )
    assert referral["due_on"] == date(2024, 12, 15)
    assert referral["received_on"] is None


def test_an_answer_on_an_agenda_is_to_whoever_asked() -> None:
    gathering = Gathering()
    text = (
        "Kallelse till styrgruppen\n\nTid: 2024-11-08 kl. 9\n\n1. Upprop\n\n"
        "2. Yttrande över Region Värmlands remiss om bussar\n\n"
        "Yttrandet ska vara regionen tillhanda senast den 30 november 2024.\n\n"
        "3. Övrigt\n"
    )
    notices.extract(portion_of(text, DocumentKind.MEETING_NOTICE), gathering)
    referral = gathering.of("referrals")[0]
    assert referral["outside_party"] == "region-varmland"
    assert referral["due_on"] == date(2024, 11, 30)


def test_a_referral_of_nobody_is_none() -> None:
    assert decided("Remisser", "Inga remisser har kommit.").of("referrals") == []


def test_a_referral_says_from_whom_and_when_its_time_ends() -> None:
    gathering = decided(
        "Remiss från Trafikverket om väg 153",
        "Remisstiden går ut den 15 december 2024. Bo tar fram ett förslag.",
    )
    (referral,) = gathering.of("referrals")
    assert (referral["title"], referral["due_on"]) == ("Väg 153", date(2024, 12, 15))
