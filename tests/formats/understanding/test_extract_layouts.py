"""Extracts as boards and councils write them, each laid out in its own way."""

from datetime import date

import pytest

from radslag.agreement.vocabulary import Certainty, DocumentKind
from radslag.formats.understanding.extracting.extracts import extract
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.recognising import recognise
from tests.formats.understanding.reading_text import portion_of, source_of

FALKENBERG = """FALKENBERGS KOMMUN
SAMMANTRÄDESPROTOKOLL  Sida 14 (32)
Kommunstyrelsen  Sammanträdesdatum 2024-04-09

§ 112/2024
Målbild 2035 för Kattegattkusten. KS 2024-143

Beslut
Kommunstyrelsen beslutar att ställa sig bakom Målbild 2035 för Kattegattkusten.

Beslutet skickas till
Varbergs kommun, Halmstads kommun, Hylte kommun

Justerat den 16 april 2024, anslaget den 17 april 2024
"""

SUNNE = """Sunne kommun
Kommunfullmäktige
Protokollsutdrag
2023-11-27

KF § 98   Dnr 2023.412

Gemensam strategi för samverkan i Fryksdalen 2024–2030

Kommunfullmäktiges beslut

1. Strategin antas.
2. Strategin gäller från och med den 1 januari 2024.

Skickas till
Torsby kommun
Samverkansnämnden i Fryksdalen

Paragrafen är omedelbart justerad.
Anslagsdatum: 2023-11-28
"""

GISLAVED = """Gislaveds kommun
Protokoll | Kommunstyrelsen | 2022-05-18

Ks § 87   Dnr: KS.2022.55

Vision 2040 för Bolmenbygden

Kommunstyrelsen beslutar

att anta Vision 2040 för Bolmenbygden med tillägget att kollektivtrafiken nämns.

Ärendebeskrivning

Bolmenbygdens styrgrupp har enats om en gemensam vision.

Yrkanden

Siv Almroth (C) yrkar bifall till förslaget.

Expedieras till:
Bolmenbygdens styrgrupp
Hylte kommun

Justerat 2022-05-25
"""

KALIX = """Kalix kommun
Utdrag ur protokoll fört vid sammanträde med kommunstyrelsen den 3 juni 2024

§ 141
Plan för samverkan i Kustlandet 2025-2028
(Diarienr 00218-2024)

Kommunstyrelsen beslutar avslå förslaget till plan för samverkan i Kustlandet 2025-2028.

Reservation
Mot beslutet reserverar sig Bertil Snöberg (V) till förmån för eget yrkande.

Delges: Överkalix kommun, Haparanda stad

Protokollet justerat 2024-06-10. Tillkännagivet genom anslag 2024-06-11.
"""

MORA = """Mora kommun, Kommunstyrelsen
PROTOKOLLSUTDRAG
Sammanträdesdatum: 12 mars 2025

Ärende 7
§ 45 Antagande av Siljansbygdens näringslivsstrategi 2025–2032
MK KS 2025/00077

Beslut
Kommunstyrelsen antar Siljansbygdens näringslivsstrategi 2025–2032.
Beslutet var enhälligt.

Sändlista
Rättviks kommun
Leksands kommun

Justerad 2025-03-19    Anslagen 2025-03-20    Tas ned 2025-04-11
"""

YSTAD = """Ystads kommun
Kommunstyrelsen                       Sammanträdesprotokoll 2021-09-15   Blad 9

KS § 203                              KS 2021/188

Förslag till gemensamt folkhälsoprogram för Österlenkommunerna åren 2022–2026

Kommunstyrelsens beslut

Ärendet bordläggs till nästa sammanträde.

Sammanfattning av ärendet

Kommunerna i Österlen har tagit fram ett gemensamt folkhälsoprogram.

Justerandes sign
Utdragsbestyrkande
"""

HJO = """Hjo kommun
Kommunstyrelsen
2023-03-08

§ 31

Dnr 2023-61

Utvecklingsstrategi Guldkroken 2030

Kommunstyrelsens förslag till kommunfullmäktige

Att anta Utvecklingsstrategi Guldkroken 2030.

Beslutet till:
Kommunfullmäktige
Karlsborgs kommun

Protokollet är justerat 2023-03-15 och tillkännages på anslagstavlan 2023-03-16.
"""

TIDAHOLM = """Protokollsutdrag
Tidaholms kommun
Kommunstyrelsen

Datum
2024-02-28

Paragraf
§ 52

Diarienummer
KS 2024/71

Rubrik
Samarbetsprogram för kommunerna i Hökensås, 2024 till 2027

Beslut
Kommunstyrelsen godkänner samarbetsprogrammet.

Mottagare
Samarbetskommittén

Justerat
2024-03-06

Anslag
2024-03-07
"""

NYBRO = """BESLUT
Nybro kommun | Kommunstyrelsen
Mötesdatum 2025-05-20

KS § 12
Delaktighet i Glasbygdens utvecklingsplan

Kommunstyrelsen beslutar att anta Glasbygdens utvecklingsplan 2026–2029 under
förutsättning att övriga kommuner fattar motsvarande beslut.

Förslag till beslut
Kommunstyrelsen beslutar att avslå Glasbygdens utvecklingsplan 2026–2029.

Kopia till: Emmaboda kommun, Lessebo kommun

Justerat digitalt 2025-05-27
"""

EDA = """Eda kommun
Kommunfullmäktige 2022-06-15

§ 66 Revidering av Miljöprogram för Gränskommunerna

Kommunfullmäktige beslutade att återremittera Miljöprogram för
Gränskommunerna 2023–2027 till styrgruppen.

Beslutet expedieras till
Årjängs kommun
"""

LAYOUTS = [
    (
        FALKENBERG,
        {
            "board": "ks-falkenberg",
            "outcome": "adopted",
            "decided_on": date(2024, 4, 9),
            "paragraph": "§ 112",
            "register_number": "KS 2024-143",
            "verified_on": date(2024, 4, 16),
            "announced_on": date(2024, 4, 17),
            "name": "Målbild 2035 för Kattegattkusten",
        },
    ),
    (
        SUNNE,
        {
            "board": "kf-sunne",
            "outcome": "adopted",
            "decided_on": date(2023, 11, 27),
            "paragraph": "§ 98",
            "register_number": "2023.412",
            "verified_on": date(2023, 11, 27),
            "announced_on": date(2023, 11, 28),
            "name": "Gemensam strategi för samverkan i Fryksdalen 2024–2030",
        },
    ),
    (
        GISLAVED,
        {
            "board": "ks-gislaved",
            "outcome": "changed",
            "decided_on": date(2022, 5, 18),
            "paragraph": "§ 87",
            "register_number": "KS.2022.55",
            "verified_on": date(2022, 5, 25),
            "name": "Vision 2040 för Bolmenbygden",
        },
    ),
    (
        KALIX,
        {
            "board": "ks-kalix",
            "outcome": "rejected",
            "decided_on": date(2024, 6, 3),
            "paragraph": "§ 141",
            "register_number": "00218-2024",
            "verified_on": date(2024, 6, 10),
            "announced_on": date(2024, 6, 11),
            "name": "Plan för samverkan i Kustlandet 2025-2028",
        },
    ),
    (
        MORA,
        {
            "board": "ks-mora",
            "outcome": "adopted",
            "decided_on": date(2025, 3, 12),
            "paragraph": "§ 45",
            "register_number": "MK KS 2025/00077",
            "verified_on": date(2025, 3, 19),
            "announced_on": date(2025, 3, 20),
            "name": "Siljansbygdens näringslivsstrategi 2025–2032",
        },
    ),
    (
        YSTAD,
        {
            "board": "ks-ystad",
            "outcome": "pending",
            "decided_on": date(2021, 9, 15),
            "paragraph": "§ 203",
            "register_number": "KS 2021/188",
            "name": "Folkhälsoprogram för Österlenkommunerna åren 2022–2026",
        },
    ),
    (
        HJO,
        {
            "board": "ks-hjo",
            "decided_on": date(2023, 3, 8),
            "paragraph": "§ 31",
            "register_number": "2023-61",
            "verified_on": date(2023, 3, 15),
            "announced_on": date(2023, 3, 16),
            "name": "Utvecklingsstrategi Guldkroken 2030",
        },
    ),
    (
        TIDAHOLM,
        {
            "board": "ks-tidaholm",
            "outcome": "adopted",
            "decided_on": date(2024, 2, 28),
            "paragraph": "§ 52",
            "register_number": "KS 2024/71",
            "verified_on": date(2024, 3, 6),
            "announced_on": date(2024, 3, 7),
            "name": "Samarbetsprogram för kommunerna i Hökensås, 2024 till 2027",
        },
    ),
    (
        NYBRO,
        {
            "board": "ks-nybro",
            "outcome": "adopted",
            "decided_on": date(2025, 5, 20),
            "paragraph": "§ 12",
            "verified_on": date(2025, 5, 27),
            "name": "Glasbygdens utvecklingsplan 2026–2029",
        },
    ),
    (
        EDA,
        {
            "board": "kf-eda",
            "outcome": "referred_back",
            "decided_on": date(2022, 6, 15),
            "paragraph": "§ 66",
            "name": "Miljöprogram för Gränskommunerna 2023–2027",
        },
    ),
]

FIELDS = (
    "board",
    "outcome",
    "decided_on",
    "paragraph",
    "register_number",
    "verified_on",
    "announced_on",
)
OF_THE_REGION = """Mora kommun
Kommunstyrelsen 2024-03-05

§ 17

Remiss om regional utvecklingsstrategi 2025–2035

Kommunstyrelsens beslut
Förslaget tillstyrks.

Beslutet till
Region Dalarna
"""
ITS_OWN = """Mora kommun
Kommunstyrelsen 2024-03-05

§ 18 Vision 2040 för Mora kommun

Beslut
Kommunstyrelsen antar visionen.

Beslutet till
Samtliga nämnder
"""


def gathered(text: str) -> Gathering:
    gathering = Gathering()
    extract(portion_of(text, DocumentKind.MINUTES_EXTRACT, key="utdrag"), gathering)
    return gathering


@pytest.mark.parametrize(("text", "said"), LAYOUTS)
def test_adoption_is_read_in_any_layout(text: str, said: dict[str, object]) -> None:
    gathering = gathered(text)
    (found,) = gathering.of("adoptions")
    programme = gathering.get("programmes", str(found["programme"]))
    assert programme is not None
    read = {name: found[name] for name in FIELDS} | {"name": programme["name"]}
    assert {name: value for name, value in read.items() if value is not None} == said


@pytest.mark.parametrize("text", [text for text, _ in LAYOUTS])
def test_extract_is_known_as_one_whatever_it_is_about(text: str) -> None:
    (part,) = recognise(source_of(text))
    assert part.kind is DocumentKind.MINUTES_EXTRACT


def test_day_of_what_was_verified_at_once_is_probable() -> None:
    (found,) = gathered(SUNNE).of("adoptions")
    value = found.values["verified_on"]
    assert value.certainty is Certainty.PROBABLE
    assert value.reason == "Paragrafen justerades omedelbart, alltså på mötets dag."


def test_recipients_stand_under_many_labels() -> None:
    told = {
        "hylte": GISLAVED,
        "torsby": SUNNE,
        "karlsborg": HJO,
        "lessebo": NYBRO,
        "haparanda": KALIX,
    }
    for municipality, text in told.items():
        recipients = gathered(text).recipients["utdrag"]
        assert municipality in [value.value for value in recipients]


@pytest.mark.parametrize("text", [OF_THE_REGION, ITS_OWN])
def test_what_is_not_the_cooperations_own_is_no_adoption(text: str) -> None:
    gathering = gathered(text)
    assert gathering.of("adoptions") == []
    assert gathering.of("programmes") == []
    assert len(gathering.of("matters")) == 1
