"""An agreement whose bodies have names of their own, signed in a table of cells."""

from datetime import date

from radslag.agreement.vocabulary import DocumentKind
from radslag.formats.readers import read_many
from radslag.formats.understanding import understand
from radslag.formats.understanding.source import Piece
from radslag.formats.understanding.wording.numbers import share_of_all
from tests.formats.understanding.gathered import gathered
from tests.formats.understanding.made_documents import as_docx
from tests.formats.understanding.reading_text import source_of

AGREEMENT = """
# Samverkansavtal om gymnasieskola i Sjöbygden

## 1 Parter

Parter är Habo kommun, Mullsjö kommun, Hjo kommun och Tibro kommun.

## 2 Ledning

### 2.1 Skolrådet

För den politiska ledningen finns Sjöbygdens skolråd. I rådet har varje kommun en
ledamot.

Rådet är beslutfört när ledamöter från minst tre av de fyra kommunerna är närvarande.

### 2.2 Rektorsgruppen

Rektorsgruppen förbereder rådets ärenden och leder arbetet.

### 2.3 Nätverk

Under rektorsgruppen arbetar Praktiknätverket och Syvnätverket.

### 2.4 Plan

Rådet beslutar om verksamhetsplan och budget. Förslaget skickas dessförinnan till
samtliga kommuner.

## 3 Avtalstid

Avtalet gäller från den 1 juli 2031 och tills vidare.

## Parternas beslut

Avtalet finns i fyra exemplar.

"""
SIGNED = """
<h1>Samverkansavtal om gymnasieskola i Sjöbygden</h1>
<h2>1 Parter</h2><p>Parter är Habo kommun och Hjo kommun.</p>
<h2>2 Avtalstid</h2><p>Avtalet gäller från den 1 juli 2031 och tills vidare.</p>
<h2>Parternas beslut</h2><p>Avtalet finns i två exemplar.</p>
<table>
<tr><td>För Habo kommun<br>Habo den 14 april 2031<br><br>.........<br>Gerd Almskog</td>
<td>För Hjo kommun<br>Hjo den 3 april 2031<br><br>.........<br>Olle Sandhem</td></tr>
</table>
"""


def read():
    return gathered(AGREEMENT, "agreements", kind=DocumentKind.AGREEMENT)


def test_bodies_of_own_names_are_known_by_what_they_do():
    bodies = {(str(b["kind"]), b["name"]) for b in read().of("bodies")}
    assert bodies >= {
        ("committee", "Sjöbygdens skolråd"),
        ("management_group", "Rektorsgruppen"),
        ("network", "Praktiknätverket"),
        ("network", "Syvnätverket"),
    }


def test_a_quorum_may_be_some_of_all():
    (quorum,) = [t for t in read().of("terms") if t["kind"] == "quorum"]
    assert quorum["value"]["share"] == "3/4"
    assert quorum["value"]["boundary"] == "at_least"


def test_some_of_all_is_no_more_than_all():
    source = source_of("sju av fem kommuner")
    assert share_of_all(Piece(source, 0, len(source.text))) is None


def test_a_plan_that_is_sent_to_all_before_is_presented():
    (shown,) = [t for t in read().of("terms") if t["kind"] == "presentation"]
    assert shown["value"]["to"] == "each_municipality"


def test_who_signs_may_have_all_in_a_cell(tmp_path):
    path = tmp_path / "avtal.docx"
    path.write_bytes(as_docx(SIGNED))
    signed = understand(read_many([path])).of("signatures")
    assert [found["signed_on"] for found in signed] == [
        date(2031, 4, 14),
        date(2031, 4, 3),
    ]


def test_a_group_of_no_name_is_called_what_it_was_before():
    text = AGREEMENT.replace("Rektorsgruppen förbereder", "Gruppen förbereder")
    gathering = gathered(text, "agreements", kind=DocumentKind.AGREEMENT)
    assert "Gruppen" not in [found["name"] for found in gathering.of("bodies")]
