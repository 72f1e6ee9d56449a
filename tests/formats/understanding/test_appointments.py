"""Lists of members and appointments, as tables and as lines."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import DocumentKind
from tests.formats.understanding.gathered import certainties, column, gathered


def listed(text):
    return gathered(
        text, "organisation", "appointments", kind=DocumentKind.APPOINTMENT_LIST
    )


def who(gathering):
    return [
        (found["role"], found["municipality"], found["person"])
        for found in gathering.of("appointments")
    ]


TABLE = """# Ledamöter i styrgruppen, mandatperioden 2023–2026

| Kommun | Ledamot | Parti | Uppdrag | E-post | Ersättare |
|---|---|---|---|---|---|
| Enköping | Karin Wall | S | Ordförande | karin.wall@enkoping.example | Bo Lind (M) |
| Köping | Nils Berg | M | Vice ordförande | nils.berg@koping.example | |
| Sala | Eva Strand (C) | | Ledamot | | Lars Ek |
"""
LINES = """# Styrgruppen, mandatperioden 2023–2026

Ordinarie ledamöter
- Karin Wall (S), Enköping, ordförande
- Nils Berg (M), Köping, vice ordförande
- Eva Strand (C), Sala
Ersättare
- Bo Lind (M), Enköping
- Lars Ek, Sala
"""
EXPECTED = {
    ("chair", "enkoping", "karin-wall"),
    ("substitute", "enkoping", "bo-lind"),
    ("vice_chair", "koping", "nils-berg"),
    ("member", "sala", "eva-strand"),
    ("substitute", "sala", "lars-ek"),
}


@pytest.mark.parametrize("text", [TABLE, LINES])
def test_a_list_is_the_same_as_a_table_and_as_lines(text):
    gathering = listed(text)
    assert set(who(gathering)) == EXPECTED
    assert set(column(gathering, "appointments", "body")) == {"kommitten"}
    assert set(column(gathering, "appointments", "appointed_from")) == {
        date(2023, 1, 1)
    }
    assert set(certainties(gathering, "appointments", "appointed_from")) == {"probable"}
    (term,) = gathering.of("terms_of_office")
    assert (term.key, term["ends_on"]) == ("2023-2026", date(2026, 12, 31))
    assert gathering.contradictions == []


def test_addresses_and_parties_are_each_persons_own():
    gathering = listed(TABLE)
    karin = gathering.get("people", "karin-wall")
    assert karin["email"] == "karin.wall@enkoping.example"
    assert gathering.get("people", "bo-lind")["email"] is None
    notes = dict(
        zip(
            column(gathering, "appointments", "person"),
            column(gathering, "appointments", "note"),
            strict=True,
        )
    )
    assert notes["karin-wall"] == "(S)"
    assert notes["bo-lind"] == "(M)"
    assert notes["lars-ek"] is None


def test_days_in_a_row_are_the_rows_own():
    gathering = listed("""Namn\tKommun\tRoll\tFrån\tTill
Karin Wall\tEnköping\tLedamot\t2023-01-01\t2026-12-31
Nils Berg\tSala\tErsättare\t2024-03-01\t
""")
    first, second = gathering.of("appointments")
    assert first["appointed_from"] == date(2023, 1, 1)
    assert first["appointed_until"] == date(2027, 1, 1)
    assert first.values["appointed_from"].certainty == "certain"
    assert second["appointed_until"] is None
    assert first["body"] is None


def test_a_list_by_municipality_with_networks():
    gathering = listed("""Kontaktlista 2026

Nätverket för digitalisering
Enköping: Per Öman, per.oman@enkoping.example
Sala: Stina Falk
""")
    assert who(gathering) == [
        ("member", "enkoping", "per-oman"),
        ("member", "sala", "stina-falk"),
    ]
    assert set(certainties(gathering, "appointments", "role")) == {"probable"}
    assert gathering.get("people", "per-oman")["email"] == "per.oman@enkoping.example"


def test_a_sentence_about_an_office_is_read_once():
    text = (
        "# Styrgruppen 2026\nOrdförande i styrgruppen 2026 är Karin Wall, Enköping.\n"
    )
    assert who(listed(text)) == [("chair", "enkoping", "karin-wall")]


def test_a_term_of_office_with_whole_days():
    gathering = listed("""Förteckning över ledamöter i Roslagsrådet
Mandatperioden 2023-01-01 – 2026-12-31

Namn\tParti\tKommun\tUppdrag
Anders Wik\tM\tNorrtälje\tOrdförande
Karin Sjö\tS\tÖsthammar\tVice ordförande
""")
    (term,) = gathering.of("terms_of_office")
    assert (term["starts_on"], term["ends_on"]) == (
        date(2023, 1, 1),
        date(2026, 12, 31),
    )
    assert term.certainty == "certain"
    assert set(column(gathering, "appointments", "appointed_until")) == {
        date(2027, 1, 1)
    }


def test_first_and_last_names_in_columns_of_their_own():
    gathering = listed("""# Förtroendevalda i Samverkansrådet 2023–2026

| Förnamn | Efternamn | Kommun | Uppdrag |
|---|---|---|---|
| Anna | Wik | Gnosjö | Ordförande |
| Bo | Lind | Värnamo | Ersättare |
""")
    assert who(gathering) == [
        ("chair", "gnosjo", "anna-wik"),
        ("substitute", "varnamo", "bo-lind"),
    ]
    assert column(gathering, "people", "name") == ["Anna Wik", "Bo Lind"]
