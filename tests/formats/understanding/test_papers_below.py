"""Papers that minutes list under an item, and written dissents after them."""

from datetime import date

from tests.formats.understanding.minutes_read import gathered

MINUTES = """Gemensamma nämnden Åbygden

Protokoll 2031-02-17

§ 1 Bokslut 2030

Nämndens beslut

Bokslutet godkänns.

Reservation

Eva Alm (M) reserverar sig skriftligt, bilaga § 1.

Beslutsunderlag

Bokslut den 29 januari 2031
Tjänsteskrivelse den 3 februari 2031
Frågan har väckts av revisorerna

§ 2 Delgivningar

Nämndens beslut

Delgivningarna läggs till handlingarna.

| Dnr | Datum | Från | Handling |
|---|---|---|---|
| 2030/3-1 | 2030-12-15 | Länsstyrelsen | Skrivelse om statistik |

{annex}
"""
ANNEX = """Bilaga § 1

Skriftlig reservation

Underlaget är för gammalt. Ärendet borde ha gått tillbaka.

Eva Alm
"""


def test_papers_with_days_are_of_their_item() -> None:
    papers = gathered(MINUTES.format(annex="")).of("papers")

    assert [(str(p["item"])[-1], p["title"], p["dated_on"]) for p in papers] == [
        ("1", "Bokslut den 29 januari 2031", date(2031, 1, 29)),
        ("1", "Tjänsteskrivelse den 3 februari 2031", date(2031, 2, 3)),
        ("2", "Skrivelse om statistik", date(2030, 12, 15)),
    ]


def test_a_written_dissent_has_the_words_of_its_annex() -> None:
    (dissent,) = gathered(MINUTES.format(annex=ANNEX)).of("dissents")

    assert dissent["dissenter"] == "Eva Alm"
    assert str(dissent["text"]).startswith("Underlaget är för gammalt.")


def test_a_dissent_of_another_s_name_is_given_to_nobody() -> None:
    annex = ANNEX.replace("Eva Alm", "Bo Lind")
    (dissent,) = gathered(MINUTES.format(annex=annex)).of("dissents")

    assert dissent["dissenter"] == "Eva Alm"
    assert "för gammalt" not in str(dissent["text"])
