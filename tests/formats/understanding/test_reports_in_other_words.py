"""Annual reports that ask whether things were done, and tell of fees in sentences."""

from datetime import date
from decimal import Decimal

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.action_tables.states import status_in
from tests.formats.understanding.gathered import certainties, column, gathered

REPORT = """
# Årsberättelse med bokslut 2031

Samverkansnämnden för norra Dalsland

Dnr ND-2032-4

Nämnden har haft två möten under året: 4 mars och 9 oktober. Beredningsgruppen har \
träffats fyra gånger.

## Vad hände?

| Insats | Ansvarig | Blev det av? | Kommentar |
|---|---|---|---|
| Ridled runt sjön | Bengtsfors | Ja | 40 km |
| Delad simlärare | Mellerud | Delvis | Halvtid |
| Kulturkarta | Dals-Ed | Nej, skjuts till 2032 | Ingen tid |
| Jobbmässa | Åmål | Nej | Ingen lokal |

## Nyckeltal

| Nyckeltal | 2030 | 2031 |
|---|---|---|
| Besök på badplatser, tusental | 61 | 64,5 |

## Bokslut

Samtliga belopp i tkr.

| Post | Utfall 2031 | Budget 2031 |
|---|---|---|
| INTÄKTER | | |
| Medlemsavgifter | 700 | 710 |

Avgifterna för 2031 fördelades så: Mellerud 310 000 kr, Bengtsfors 290 000 kr och \
Dals-Ed 110 000 kr.

Ett nytt program tas fram. Det nuvarande, Dalsland 2035, gäller till och med \
utgången av 2033.

Ed i januari 2032

Gun Dalskog

tf. samordnare
"""
SUBJECTS = (
    "reports",
    "calendar",
    "populations",
    "budgets",
    "officers",
    "bodies_that_met",
    "body_names",
)


def read(text=REPORT):
    return gathered(text, *SUBJECTS, year=2031, kind=DocumentKind.ANNUAL_REPORT)


def test_yes_partly_and_no_are_states():
    gathering = read()
    assert column(gathering, "activities", "status") == [
        "done",
        "ongoing",
        "postponed",
        "cancelled",
    ]
    assert certainties(gathering, "activities", "status")[-1] == "doubtful"


@pytest.mark.parametrize(
    "words", ["Nej, klart i maj", "Ännu inte klar", "Ej helt genomförd", "Nej"]
)
def test_what_is_denied_is_not_done(words):
    assert status_in(words) is None


def test_indicators_of_a_report_have_units_and_values():
    gathering = read()
    (indicator,) = gathering.of("indicators")
    assert (indicator["name"], indicator["unit"]) == (
        "Besök på badplatser",
        "tusental",
    )
    assert column(gathering, "observations", "value") == [61, Decimal("64.5")]


def test_a_remark_over_the_table_gives_its_unit():
    (line,) = read().of("budget_lines")
    assert (line["name"], line["amount_sek"]) == ("Medlemsavgifter", 710000)


def test_a_sentence_gives_each_municipality_its_fee():
    gathering = read()
    assert column(gathering, "fees", "amount_sek") == [310000, 290000, 110000]
    assert set(column(gathering, "fees", "year")) == {2031}


@pytest.mark.parametrize(
    "sentence",
    [
        "Avgiften höjs för Mellerud 10 000 kr och för Bengtsfors 9 000 kr.",
        "Avgiften var tidigare Mellerud 10 000 kr och Bengtsfors 9 000 kr.",
        "Avgiften för Mellerud 10 000 kr.",
    ],
)
def test_other_sums_in_sentences_are_no_fees(sentence):
    text = f"# Årsberättelse 2031\n\n{sentence}\n"
    kind = DocumentKind.ANNUAL_REPORT
    assert not gathered(text, "populations", year=2031, kind=kind).of("fees")


def test_bodies_that_met_are_told_and_named_in_full():
    bodies = [(b["kind"], b["name"]) for b in read().of("bodies")]
    assert ("committee", "Samverkansnämnden för norra Dalsland") in bodies
    assert ("management_group", "Beredningsgruppen") in bodies


def test_its_number_its_writer_and_the_programme_of_now():
    gathering = read()
    (document,) = gathering.of("documents")
    assert document["register_number"] == "ND-2032-4"
    assert "Gun Dalskog" in column(gathering, "people", "name")
    (programme,) = gathering.of("programmes")
    assert (programme["name"], programme["valid_to"]) == (
        "Dalsland 2035",
        date(2033, 12, 31),
    )
    assert programme.values["name"].certainty is Certainty.PROBABLE


@pytest.mark.parametrize("head", ["Resultat", "Utfall", "Hur gick det?", "Uppföljning"])
def test_a_result_that_only_says_how_far_it_came_is_its_state(head):
    gathering = read(REPORT.replace("Blev det av?", head).replace("Nej, sk", "Sk"))
    assert column(gathering, "activities", "status")[1:3] == ["ongoing", "postponed"]


@pytest.mark.parametrize("day", ["31 december 2031", "2031-12-31", "per år 2031"])
def test_the_head_over_the_names_dates_all_values(day):
    table = (
        f"| Nyckeltal ({day}) | Åmål | Mellerud |\n|---|---|---|\n| Lån | 5,4 | 4,9 |"
    )
    start = REPORT.index("| Nyckeltal |")
    found = read(REPORT[:start] + table + REPORT[REPORT.index("\n\n## Bokslut") :])
    assert column(found, "observations", "observed_on") == [date(2031, 12, 31)] * 2


@pytest.mark.parametrize(
    "heading", ["Så är vi organiserade", "Organisation", "Så styrs samverkan", "Roller"]
)
def test_bodies_that_are_described_are_there(heading):
    text = (
        f"# Årsberättelse 2031\n\n## {heading}\n\nLedningsgruppen\n\n"
        "De fyra kommundirektörerna.\n\nMiljönätverket: sju ekologer.\n\n"
        "Styrgruppen ger ut en skrift.\n\n## Vad hände?\n\nSkolnätverket: ett möte.\n"
    )
    names = column(read(text), "bodies", "name")
    assert names == ["Ledningsgruppen", "Miljönätverket"]


@pytest.mark.parametrize("heading", ["Organisation", "Möten och organisation"])
def test_who_is_who_is_no_activity(heading):
    text = (
        f"# Årsberättelse 2031\n\n## {heading}\n\n- Ledningsgruppen: kommuncheferna.\n"
        "- Samordnare: Bo Ek.\n\n## Vad hände?\n\nEn hel del hände under året.\n"
    )
    assert read(text).of("activities") == []


def test_what_happened_is_the_text_of_what_became_of_an_activity() -> None:
    text = (
        "# Verksamhetsberättelse 2031\n\n"
        "| Uppdrag | Status | Vad som hände under året |\n|---|---|---|\n"
        "| Ny badbrygga | Klar | Invigd på midsommar |\n"
        "| Delad vaktmästare | Pågår | Annonsen gav tre svar |\n"
    )
    found = gathered(
        text, "plans", "reports", year=2031, kind=DocumentKind.ANNUAL_REPORT
    )

    texts = column(found, "follow_ups", "text")
    assert texts == ["Invigd på midsommar", "Annonsen gav tre svar"]
    assert column(found, "follow_ups", "status") == ["done", "ongoing"]
