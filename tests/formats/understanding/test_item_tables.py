"""Items, decisions and whole logs that stand in tables, told by the tables' heads."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting import notices
from radslag.formats.understanding.extracting.meeting_parts.item_tables import (
    Column,
    columns_of,
    head_word,
)
from radslag.formats.understanding.extracting.meeting_parts.lines import lines_of
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.minutes_read import gathered, held
from tests.formats.understanding.reading_text import portion_of, source_of

HEAD = "# Beslutsprotokoll\n\nSamverkansrådet\n\nDatum: 2024-05-16\n\n"
DECIDED = (
    f"{HEAD}| Ärende | Dnr | Beslut | Anm. |\n|---|---|---|---|\n"
    "| Dagordning | | Godkänns. | |\n"
    "| Ny skylt | SR 2024/7 | Skylten antas. | Enhälligt |\n"
    "| Ny färja | SR 2024/8 | Förslaget avslås. | Bo Alm reserverar sig |\n"
    "| Upphandling | | Enligt underlag. | Ej offentligt |\n"
    "| Badplats | | Badplatsen byggs. | 4 röster för, 2 emot |\n"
)
LOG = (
    "# Beslutslogg 2024\n\nStyrgruppen\n\n"
    "| Möte | § | Ärende | Beslut | Utgång |\n|---|---|---|---|---|\n"
    "| 8 februari | 1 | Växel | Bordläggs till mötet den 4 april. | Bordlagt |\n"
    "| | 2 | Bokslut | Bokslutet godkänns. | Beslutat |\n"
    "| 4 april (extra) | 3 | Växel | Växeln köps. | Beslutat |\n"
    "| 6 juni | Mötet ställdes in | | | |\n"
)


def called(text: str) -> Gathering:
    gathering = Gathering()
    notices.extract(portion_of(text, DocumentKind.MEETING_NOTICE), gathering)
    return gathering


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("Ärende", Column.TITLE),
        ("Typ*", Column.KIND),
        ("Kommitténs beslut", Column.DECISION),
        ("Utgång", Column.OUTCOME),
        ("Anm.", Column.REMARK),
        ("Handlingar", Column.PAPER),
        ("Belopp", None),
        ("Godkänns.", None),
    ],
)
def test_a_head_tells_what_a_column_holds(words: str, column: Column | None) -> None:
    assert head_word(words) is column


def test_of_two_columns_with_titles_the_first_has_the_numbers() -> None:
    text = "| Punkt | Ärende | Beslut |\n|---|---|---|\n| 1 | Val | Bo väljs |\n"
    head = lines_of(portion_of(text, DocumentKind.MINUTES))[0]
    columns = columns_of(head)
    assert columns
    assert list(columns.names.values()) == [
        Column.NUMBER,
        Column.TITLE,
        Column.DECISION,
    ]


def test_rows_without_numbers_are_items_with_decisions() -> None:
    gathering = gathered(DECIDED)

    items = gathering.of("agenda_items")
    assert [i["number"] for i in items] == [1, 2, 3, 4, 5]
    assert items[0].values["number"].certainty is Certainty.PROBABLE
    assert items[1]["register_number"] == "SR 2024/7"
    decisions = gathering.of("decisions")
    assert [d["wording"] for d in decisions][:2] == ["Godkänns.", "Skylten antas."]
    assert decisions[1]["has_consensus"] is True
    assert decisions[2]["outcome"] == "rejected"
    assert decisions[3]["is_public"] is False
    votes = decisions[4]
    assert (votes["votes_for"], votes["votes_against"]) == (4, 2)
    assert votes["has_consensus"] is False
    assert [d["dissenter"] for d in gathering.of("dissents")] == ["Bo Alm"]


def test_a_table_of_decisions_is_minutes_whatever_it_is_called() -> None:
    parts = recognise(source_of(DECIDED))
    assert [part.kind for part in parts] == [DocumentKind.MINUTES]


def test_a_table_of_what_to_do_has_no_items() -> None:
    gathering = gathered(
        "Anteckningar styrgruppen\n\nDatum: 2024-05-16\n\n# Läget\n\nBo berättade.\n\n"
        "# Badet\n\nEva frågade.\n\n"
        "| Ärende | Ansvarig | Klart |\n|---|---|---|\n"
        "| Ring Bo | Eva | 1/6 |\n| Skriv till Ulf | Eva | 2/6 |\n| Mät | Bo | 3/6 |\n"
    )
    assert [i["title"] for i in gathering.of("agenda_items")] == ["Läget", "Badet"]


def test_a_log_holds_many_meetings_with_their_own_items() -> None:
    gathering = gathered(LOG)

    meetings = {m["held_on"]: m for m in gathering.of("meetings")}
    assert {day: m["status"] for day, m in meetings.items()} == {
        date(2024, 2, 8): "held",
        date(2024, 4, 4): "held",
        date(2024, 6, 6): "cancelled",
    }
    assert meetings[date(2024, 4, 4)]["kind"] == "extra"
    assert meetings[date(2024, 2, 8)].values["status"].certainty is Certainty.PROBABLE
    of = [(i["number"], i["meeting"][-10:]) for i in gathering.of("agenda_items")]
    assert of == [(1, "2024-02-08"), (2, "2024-02-08"), (3, "2024-04-04")]
    decisions = gathering.of("decisions")
    assert [d["outcome"] for d in decisions] == ["postponed", "decided", "decided"]
    assert decisions[0]["postponed_to"] == meetings[date(2024, 4, 4)].key
    assert gathering.of("minutes") == []


def test_a_log_may_have_its_days_on_rows_of_their_own() -> None:
    gathering = gathered(
        "# Beslutslista\n\nStyrgruppen\n\n"
        "| Nr | Ärende | Beslut |\n|---|---|---|\n"
        "| Möte 2024-02-08 | | |\n| 1 | Växel | Växeln köps. |\n"
        "| Möte 2024-04-04 | | |\n| 1 | Bad | Badet antas. |\n| | | Eva utses. |\n"
    )
    assert [m["held_on"].month for m in gathering.of("meetings")] == [2, 4]
    assert [d.key[-14:] for d in gathering.of("decisions")] == [
        "2024-02-08-1-1",
        "2024-04-04-1-1",
        "2024-04-04-1-2",
    ]


def test_a_table_of_one_meeting_is_no_log() -> None:
    assert held(gathered(DECIDED))["held_on"] == date(2024, 5, 16)


def test_an_agenda_by_the_clock_has_kinds_presenters_and_papers() -> None:
    gathering = called(
        "# Kallelse till ledningsgruppen\n\nDatum: 2024-11-08\n\n"
        "| Tid | Punkt | Typ | Föredragande | Handling |\n|---|---|---|---|---|\n"
        "| 09.00 | Dagens möte | F | Ordföranden | – |\n"
        "| 09.10 | Budget 2025 | B | Eva Alm | Förslag, bilaga 2; Kalkyl, bilaga 3 |\n"
        "| 09.40 | Fika | | | |\n"
        "| 10.00 | Läget i nätverken | I | Alla | Delas ut på mötet |\n"
    )
    items = gathering.of("agenda_items")
    assert [i["title"] for i in items] == [
        "Dagens möte",
        "Budget 2025",
        "Läget i nätverken",
    ]
    assert [i["kind"] for i in items] == ["formality", "decision", "information"]
    papers = [(p["annex_number"], p["title"]) for p in gathering.of("papers")]
    assert papers == [("2", "Förslag"), ("3", "Kalkyl")]


def test_annexes_have_their_titles_from_a_list_below_the_agenda() -> None:
    gathering = called(
        "Kallelse till styrgruppen\n\nTid: 2024-11-08 kl. 9\n\n"
        "1. Föregående protokoll (bilaga 1)\n\n2. Ny taxa\n\nBilaga 2 och 3\n\n"
        "3. Övrigt\n\nVälkommen!\n\nBilagor\n\n"
        "1 Protokoll den 2 september 2024\n2 Tjänsteskrivelse om taxan\n3 Kalkyl\n"
    )
    papers = {p["annex_number"]: p for p in gathering.of("papers")}
    assert {n: p["title"] for n, p in papers.items()} == {
        "1": "Protokoll den 2 september 2024",
        "2": "Tjänsteskrivelse om taxan",
        "3": "Kalkyl",
    }
    assert papers["1"]["kind"] == "minutes"
    assert papers["1"]["dated_on"] == date(2024, 9, 2)
    assert papers["2"]["kind"] == "proposal"
    assert papers["2"]["item"] == papers["3"]["item"]
    assert papers["3"]["kind"] is None


def test_titles_may_have_their_numbers_in_them_and_talk_beside_them() -> None:
    gathering = gathered(
        "# Anteckningar ledningsgruppen\n\nDatum: 2024-05-16\n\n"
        "| Punkt | Diskussion | Beslut/åtgärd | Ansvarig |\n|---|---|---|---|\n"
        "| 1. Inledning | Eva hälsar. | | |\n"
        "| 2. Bad | Bo berättar. | Noteras. | Bo |\n"
    )
    first, second = gathering.of("agenda_items")
    assert (first["number"], first["title"]) == (1, "Inledning")
    assert second["text"] == "Bo berättar."
    assert [d["outcome"] for d in gathering.of("decisions")] == ["noted"]


def test_the_days_of_a_log_may_be_short() -> None:
    gathering = gathered(
        "# Beslutslogg ledningsgruppen\n\n"
        "| Datum | Ärende | Beslut |\n|---|---|---|\n"
        "| 24-09-12 | Jour | Bordlagd |\n| 24-11-07 | Jour | Godkänd |\n"
    )
    days = [m["held_on"] for m in gathering.of("meetings")]
    assert days == [date(2024, 9, 12), date(2024, 11, 7)]
    assert gathering.of("matters") == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Inbjudan till nätverksträff för chefer", DocumentKind.MEETING_NOTICE),
        ("Anteckningar it-nätverket", DocumentKind.MINUTES),
    ],
)
def test_invitations_and_notes_are_known_by_their_titles(
    title: str, kind: DocumentKind
) -> None:
    assert recognise(source_of(f"# {title}\n\nHej.\n"))[0].kind is kind
