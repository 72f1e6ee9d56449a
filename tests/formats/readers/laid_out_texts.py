"""Texts laid out with spaces: those that are tables, with their rows, and not."""

PLAN = """Handlingsplan 2027

Aktivitet                 Ansvarig           Tid        Kostnad
Ta fram en gemensam       Kommunchefs-       Q1–Q2      120 000 kr
strategi för e-arkiv      gruppen
Utbildning i ny           Arvika             Hösten     50 000 kr
lagstiftning
Delad växel               Eda och            2027       –
                          Sunne

Planen följs upp varje år.
"""
ONE_GOAL_OF_MANY = """Mål               Aktivitet              Ansvarig
Ökad samverkan    Gemensam jour          Arvika
                  Delad växel            Eda
Trygghet          Nattvandring           Eda
"""
HEAD_OF_TWO_LINES = """Kommun        Antal invånare     Avgift
              2026-12-31         kr

Arvika             25 800       100 000

Eda                 8 400        33 000
"""
PARTED_BY_BLANKS = """Aktivitet                Ansvarig            Tid

Ta fram ett              Arvika kommun       Våren 2027
Program för              Eda kommun
Klimatet

Skapa ett nätverk        Sunne               Hösten 2027

Följa upp                Kommunchefer        2028
"""
FIGURES = """Budget

Processledare            620 000
Leder och kartor         350 000
Fjälldagen               100 000

Efter tabellen kommer text.
"""
RULED = """Aktivitet      Ansvarig    När
---------      --------    ---
Mässa          Eda         maj
Kurs           Arvika      juni
"""
PUSHED = """Aktivitet             Ansvarig      Tid
Mässa                 Eda           maj
Ta fram en gemensam strategi  Arvika  juni
Kurs                  Sunne         juli
"""
YEARS = """Budget (kkr)
                          2027      2028
Intäkter
Bidrag                     700       720
Summa                      700       720
Kostnader
Lön och lokal             (455)     (470)
"""
DAYS = """Sammanträden

24 januari        Arvika (inställt)
10-11 september   Konferens
                  (lunch–lunch), Eda
9 oktober         Sunne
"""
WITH_HEADS_OF_ROWS = """Budget för samverkan

                                  Budget 2025     Förslag 2026
Intäkter
Avgifter från kommunerna              568 400          613 275
Bidrag                                150 000          140 000

Kostnader
Samordnare och köpta tjänster         452 000          468 000
Resultat                                    0                0

Avgiften beräknas enligt avtalet på antalet invånare och betalas i förskott.
"""
NUMBERED = """
  Nr Aktivitet                Ansvarig          Tid       Kostnad
  1    Yttrande över          Infrastruktur-    kvartal   ingår
       länsplanen             nätverket         1
  2    Studieresa till        Eslövs            september 45 tkr
       Kuhmo                  kommun
"""
TABLES = {
    "heads of rows, and a blank line": (
        WITH_HEADS_OF_ROWS,
        [
            ["", "Budget 2025", "Förslag 2026"],
            ["Intäkter", "", ""],
            ["Avgifter från kommunerna", "568 400", "613 275"],
            ["Bidrag", "150 000", "140 000"],
            ["Kostnader", "", ""],
            ["Samordnare och köpta tjänster", "452 000", "468 000"],
            ["Resultat", "0", "0"],
        ],
    ),
    "rows with numbers, and one space between two cells": (
        NUMBERED,
        [
            ["Nr", "Aktivitet", "Ansvarig", "Tid", "Kostnad"],
            [
                "1",
                "Yttrande över länsplanen",
                "Infrastrukturnätverket",
                "kvartal 1",
                "ingår",
            ],
            ["2", "Studieresa till Kuhmo", "Eslövs kommun", "september", "45 tkr"],
        ],
    ),
    "wrapped cells": (
        PLAN,
        [
            ["Aktivitet", "Ansvarig", "Tid", "Kostnad"],
            [
                "Ta fram en gemensam strategi för e-arkiv",
                "Kommunchefsgruppen",
                "Q1–Q2",
                "120 000 kr",
            ],
            ["Utbildning i ny lagstiftning", "Arvika", "Hösten", "50 000 kr"],
            ["Delad växel", "Eda och Sunne", "2027", "–"],
        ],
    ),
    "a goal over several rows": (
        ONE_GOAL_OF_MANY,
        [
            ["Mål", "Aktivitet", "Ansvarig"],
            ["Ökad samverkan", "Gemensam jour", "Arvika"],
            ["", "Delad växel", "Eda"],
            ["Trygghet", "Nattvandring", "Eda"],
        ],
    ),
    "a head of two lines": (
        HEAD_OF_TWO_LINES,
        [
            ["Kommun", "Antal invånare 2026-12-31", "Avgift kr"],
            ["Arvika", "25 800", "100 000"],
            ["Eda", "8 400", "33 000"],
        ],
    ),
    "rows that blank lines part": (
        PARTED_BY_BLANKS,
        [
            ["Aktivitet", "Ansvarig", "Tid"],
            [
                "Ta fram ett Program för Klimatet",
                "Arvika kommun Eda kommun",
                "Våren 2027",
            ],
            ["Skapa ett nätverk", "Sunne", "Hösten 2027"],
            ["Följa upp", "Kommunchefer", "2028"],
        ],
    ),
    "figures without a head": (
        FIGURES,
        [
            ["Processledare", "620 000"],
            ["Leder och kartor", "350 000"],
            ["Fjälldagen", "100 000"],
        ],
    ),
    "a rule under the head": (
        RULED,
        [
            ["Aktivitet", "Ansvarig", "När"],
            ["Mässa", "Eda", "maj"],
            ["Kurs", "Arvika", "juni"],
        ],
    ),
    "a cell that pushes the next": (
        PUSHED,
        [
            ["Aktivitet", "Ansvarig", "Tid"],
            ["Mässa", "Eda", "maj"],
            ["Ta fram en gemensam strategi", "Arvika", "juni"],
            ["Kurs", "Sunne", "juli"],
        ],
    ),
    "years, and heads of rows": (
        YEARS,
        [
            ["", "2027", "2028"],
            ["Intäkter", "", ""],
            ["Bidrag", "700", "720"],
            ["Summa", "700", "720"],
            ["Kostnader", "", ""],
            ["Lön och lokal", "(455)", "(470)"],
        ],
    ),
    "days without a head": (
        DAYS,
        [
            ["24 januari", "Arvika (inställt)"],
            ["10-11 september", "Konferens (lunch–lunch), Eda"],
            ["9 oktober", "Sunne"],
        ],
    ),
}
LETTERHEAD = """Arboga kommun                                    Sammanträdesprotokoll
Kommunstyrelsen                                  2023-04-18

Ks § 61                                          KS 120/2023
"""
FOOT_OF_LETTER = """Postadress             Besöksadress       Telefon         E-post
Box 40                 Storgatan 1        0573-140 00     kommun@eda.se
673 22 Charlottenberg  Charlottenberg
"""
ADDRESSES = """Eda kommun                 Arvika kommun
Box 66                     Box 123
673 22 Charlottenberg      671 25 Arvika
Tel 0571-281 00            Tel 0570-816 00
"""
SIGNATURES = """För Boden              För Luleå              För Piteå
Boden 2015-10-12       Luleå 2015-10-14       Piteå 2015-10-19

_______________        _______________        _______________
Anna Ek                Bo Lind                Eva Alm
kommunchef             kommunchef             kommunchef

För Kalix              För Övertorneå         För Haparanda
Kalix 2015-10-12       Luleå 2015-10-14       Piteå 2015-10-19

_______________        _______________        _______________
Siv Ek                 Per Lind               Åsa Alm
kommunchef             kommunchef             kommunchef
"""
SIGNERS = """Anna Ek                Bo Lind                Eva Alm
Ordförande             Justerare              Sekreterare
Arvika                 Eda                    Sunne
"""
SENTENCES = """Detta är en mening.  Nästa mening börjar här och är lite längre.
Den fortsätter sedan.  Och en till.  Och ännu en som slutar så.
Så slutar stycket till slut.  Det var allt.  Nästan.
"""
AGENDA = """1    Mötet öppnas
2    Val av justerare
3    Föregående protokoll
"""
LABELS = """Plats och tid           Folkets hus, kl. 10.00–12.45
Beslutande              Göran Fält (S), ordförande
                        Lisbeth Ås (C)
Utses att justera       Torbjörn Hed
"""
NO_TABLES = {
    "the head of a letter": LETTERHEAD,
    "the foot of a letter": FOOT_OF_LETTER,
    "two addresses": ADDRESSES,
    "signatures": SIGNATURES,
    "names over roles": SIGNERS,
    "two spaces after sentences": SENTENCES,
    "an agenda": AGENDA,
    "labels of minutes": LABELS,
    "labels over their values": (
        "HÖÖRS KOMMUN           PROTOKOLL\nKommunstyrelsen        2025-05-14\n"
        "Ks § 87                Dnr KS 2025/42\n"
    ),
    "signatures without a line": (
        "Höör 2025-05-14        Eslöv 2025-05-20\n"
        "Anna Alm               Bo Ek\nordförande             ordförande\n"
    ),
    "gaps by chance": (
        "Kommunerna   samverkar sedan länge om vatten,\n"
        "skola och vägar.   Samarbetet leds av en nämnd\n"
        "som möts   fyra gånger om året i Höör.\n"
    ),
    "a plain text": "En rad utan luckor.\nOch en till.\n",
    "two lines side by side": "Bokslut          Budget\nEtt par          Två par\n",
}
