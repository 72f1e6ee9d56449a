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


def bodies_of(gathering):
    return [
        (found["body"], found["role"], found["municipality"], found["person"])
        for found in gathering.of("appointments")
    ]


ACROSS = """# Kontaktpersoner i nätverken, gäller från och med 1 mars 2024

| Nätverk | Höör | Eslöv |
|---|---|---|
| Klimatnätverket | Siri Alm | Tom Hult |
| Skolnätverket | | Omar Rask |
"""
DOWN = """# Kontaktpersoner i nätverken, gäller från och med 1 mars 2024

| Kommun | Klimatnätverket | Skolnätverket |
|---|---|---|
| Höör | Siri Alm | |
| Eslöv | Tom Hult | Omar Rask |
"""


@pytest.mark.parametrize("text", [ACROSS, DOWN])
def test_a_table_with_networks_one_way_and_municipalities_the_other(text):
    gathering = listed(text)
    assert set(bodies_of(gathering)) == {
        ("klimatnatverket", "contact", "hoor", "siri-alm"),
        ("klimatnatverket", "contact", "eslov", "tom-hult"),
        ("skolnatverket", "contact", "eslov", "omar-rask"),
    }
    assert set(column(gathering, "appointments", "appointed_from")) == {
        date(2024, 3, 1)
    }


def test_the_head_of_a_column_of_persons_says_their_role():
    gathering = listed("""# Styrgruppen

| Kommun | Ordförande | Vice ordförande | Ersättare |
|---|---|---|---|
| Höör | Siri Alm (S) | Per Ek (M) | Åsa Lind (C) |
| Eslöv | Tom Hult | Ida Rask | Bo Wik |

# Ledningsgruppen

| Kommun | Kommundirektör | E-post | I gruppen från |
|---|---|---|---|
| Höör | Eva Strand | eva.strand@hoor.example | 2021-08-16 |
""")
    assert ("kommitten", "vice_chair", "hoor", "per-ek") in bodies_of(gathering)
    assert ("kommitten", "substitute", "eslov", "bo-wik") in bodies_of(gathering)
    eva = gathering.of("appointments")[-1]
    assert (eva["body"], eva["role"]) == ("ledningsgruppen", "chief_executive")
    assert eva["appointed_from"] == date(2021, 8, 16)
    assert gathering.get("people", "eva-strand")["email"] == "eva.strand@hoor.example"


def test_cells_tell_what_columns_without_known_heads_hold():
    gathering = listed("""# Styrgruppen

| Vem | Var | I egenskap av | Nås på |
|---|---|---|---|
| Siri Alm | Höör | Ordförande | siri.alm@hoor.example |
| Tom Hult | Eslöv | Ledamot | tom.hult@eslov.example |
""")
    assert who(gathering) == [
        ("chair", "hoor", "siri-alm"),
        ("member", "eslov", "tom-hult"),
    ]
    assert gathering.get("people", "tom-hult")["email"] == "tom.hult@eslov.example"


def test_who_keeps_the_list_is_not_whom_it_is_of():
    gathering = listed("""Ledamöter i styrgruppen
Uppdaterad 2025-02-03 av kansliet

Namn\tKommun\tRoll
Karin Wall\tEnköping\tLedamot
""")
    assert bodies_of(gathering) == [("kommitten", "member", "enkoping", "karin-wall")]


def test_a_heading_of_something_else_ends_what_the_one_before_said():
    gathering = listed("""# Styrgruppen

| Namn | Kommun | Roll |
|---|---|---|
| Karin Wall | Enköping | Ledamot |

# Tjänstepersoner

| Namn | Kommun | Roll |
|---|---|---|
| Nils Berg | Sala | Kommundirektör |
""")
    assert bodies_of(gathering)[1] == (None, "chief_executive", "sala", "nils-berg")


def test_two_names_after_one_role_have_it_both():
    text = (
        "# Direktionen\n\n## Hjo kommun\n\nLedamot: Eva Alm (s) och Bo Ek (m)\n\n"
        "Ersättare: Siv Ahl (c) och Per Ask (s)\n"
    )
    gathering = listed(text)

    assert column(gathering, "appointments", "role") == [
        "member",
        "member",
        "substitute",
        "substitute",
    ]
    assert set(certainties(gathering, "appointments", "role")) == {"certain"}


def test_an_official_of_a_board_is_no_member_of_it():
    text = "# Styrgruppen\n\nLedamöter\nEva Alm (S)\nNämndtjänsteman: Bo Ek\n"

    assert column(listed(text), "people", "name") == ["Eva Alm"]


def test_whose_federation_is_led_is_not_who_leads_it():
    text = (
        "# Direktionen\n\nArbetet inom Västra Ådalens kommunalförbund leds av en "
        "direktion.\n\nLedamöter\n\nEva Alm (S), Hjo\n"
    )

    assert column(listed(text), "people", "name") == ["Eva Alm"]


def test_an_authority_in_the_column_of_municipalities_is_of_none():
    text = (
        "# Styrgruppen\n\n| Kommun | Ledamot | Ersättare |\n|---|---|---|\n"
        "| Enköping | Eva Alm | Bo Ek |\n| Länsverket | Siv Ahl | Per Ask |\n"
    )

    assert ("member", None, "siv-ahl") in who(listed(text))


def test_an_office_over_a_list_is_said_of_the_first_below_it():
    text = (
        "# Vattennämnden för Hjo och Tibro kommuner\n\nLedamöter:\n\nOrdförande\n\n"
        "Eva Alm (S), Hjo kommun\n\nVice ordförande\n\n"
        "1:a vice Siv Ahl (C), Tibro kommun\n2:a vice Per Ask (M), Hjo kommun\n"
        "Ulla Berg (M), Tibro kommun\nJan Dal (S), Hjo kommun\n"
    )
    gathering = listed(text)

    assert who(gathering) == [
        ("chair", "hjo", "eva-alm"),
        ("vice_chair", "tibro", "siv-ahl"),
        ("vice_chair", "hjo", "per-ask"),
        ("member", "tibro", "ulla-berg"),
        ("member", "hjo", "jan-dal"),
    ]
    assert certainties(gathering, "appointments", "role")[3:] == ["probable"] * 2
    assert column(gathering, "bodies", "name") == ["Vattennämnden"]
    assert gathering.contradictions == []


def test_a_heading_that_speaks_of_the_body_again_does_not_end_it():
    text = (
        "# Direktionen\n\n## Här finns dagar för direktionens möten\n\n## Protokoll\n\n"
        "## Hjo kommun\n\nLedamot: Eva Alm (S)\n"
    )

    assert column(listed(text), "appointments", "body") == ["kommitten"]


def test_a_dash_parts_the_municipality_from_the_role():
    lines = "Eva Alm (S), Köping - vice ordförande\nBo Ek (M), Sala\n"
    text = f"# Direktionen\n\nLedamöter\n\n{lines}"

    assert ("vice_chair", "koping", "eva-alm") in who(listed(text))


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("Nämndsekreterare", "secretary"),
        ("Förbundssekreterare", "secretary"),
        ("Miljöhandläggare", "administrator"),
        ("Regionkoordinator", "strategist"),
    ],
)
def test_an_office_may_say_of_what_it_is(office, role):
    found = listed(
        "# Tjänstepersoner\n\n| Funktion | Namn | Kommun |\n|---|---|---|\n"
        f"| {office} | Karin Wall | Enköping |\n| Kontaktperson | Eva Strand | Sala |\n"
    )
    assert who(found)[0] == (role, "enkoping", "karin-wall")


def test_whom_a_substitute_is_for_is_named_in_a_row_of_her_own():
    text = """# Styrgruppen 2023–2026

| Kommun | Uppdrag | Namn | Personlig ersättare för | E-post |
|---|---|---|---|---|
| Enköping | Ledamot | Karin Wall | | karin.wall@enkoping.example |
| | Ersättare | Bo Lind | Karin Wall | bo.lind@enkoping.example |
| Köping | Ledamot | Nils Berg | | nils.berg@koping.example |
| | Ersättare | Vakant | Nils Berg | |
"""
    assert who(listed(text)) == [
        ("member", "enkoping", "karin-wall"),
        ("substitute", "enkoping", "bo-lind"),
        ("member", "koping", "nils-berg"),
    ]
