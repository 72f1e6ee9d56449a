"""What is understood of every document with a key, and that it never gets worse.

A floor is a little under what is reached. No value that is wrong may be certain.
"""

from pathlib import Path

import pytest

from radslag.formats.readers import read_many
from radslag.formats.understanding import understand
from tests.formats.understanding.made_documents import UNSEEN, make_all
from tests.formats.understanding.scoring import Score, read_key, score, total
from tools import chromium

INVENTED = UNSEEN.parent / "documents"
KEYS_OF_REAL = UNSEEN.parent / "keys"
REAL = UNSEEN.parents[4] / "shared" / "sources"
# The least recall and precision.
FLOORS_OF_INVENTED = {
    "arboga-utdrag": (0.97, 0.97),
    "asbygden-kallelse": (0.97, 0.97),
    "bergslagen-plan": (0.97, 0.97),
    "bohuskusten-arsredovisning": (0.97, 0.97),
    "dalsland-handlingsplan": (0.97, 0.97),
    "fjallkommunerna-plan": (0.97, 0.97),
    "hallandskusten-avtal": (0.97, 0.97),
    "inlandet-anteckningar": (0.97, 0.97),
    "koping-utlatande": (0.97, 0.97),
    "malarkanten-protokoll": (0.97, 0.97),
    "nordjamtland-protokoll": (0.97, 0.97),
    "norrskogen-anteckningar": (0.97, 0.97),
    "osterlen-program": (0.97, 0.97),
    "roslagen-ledamoter": (0.97, 0.97),
    "siljansbygden-kallelse": (0.97, 0.97),
    "smalandskusten-avtal": (0.97, 0.97),
    "sydbygden-protokoll": (0.97, 0.97),
    "vattenrike-remiss": (0.97, 0.97),
    "vattenrike-svar": (0.97, 0.97),
}
FLOORS_OF_UNSEEN = {
    "adalen-kallelse": (0.97, 0.97),
    "adalen-pm": (0.97, 0.97),
    "angermanland-kallelse": (0.89, 0.97),
    "asbygden-avtal": (0.89, 0.97),
    "bergslagen-digitalplan": (0.97, 0.97),
    "bergslagen-utdrag": (0.97, 0.97),
    "bergslagskanalen-arsplan": (0.97, 0.97),
    "bergslagsnoden-handlingsplan": (0.97, 0.97),
    "blekinge-anteckningar": (0.97, 0.97),
    "brakneregionen-arsredovisning": (0.97, 0.97),
    "byalven-klimatplan": (0.97, 0.97),
    "dalalven-uppdrag": (0.97, 0.97),
    "dalalvsbygden-upphandlingsnamnd": (0.97, 0.97),
    "dalamitt-direktion": (0.97, 0.97),
    "dalaregion-kallelse": (0.97, 0.97),
    "dalsland-kallelse": (0.97, 0.97),
    "dalslandet-avtal": (0.97, 0.97),
    "degerfors-utdrag": (0.97, 0.97),
    "emabygden-handlingsplan": (0.97, 0.97),
    "farsbygden-utbildningsavtal": (0.93, 0.97),
    "finnskogen-forteckning": (0.96, 0.97),
    "fjallgransen-avtal": (0.93, 0.97),
    "fjallnara-remiss": (0.97, 0.97),
    "fjallradet-program": (0.97, 0.97),
    "fjordkommunerna-program": (0.97, 0.97),
    "fyrakanten-kompetensplan": (0.97, 0.97),
    "fyrkanten-kallelse": (0.97, 0.97),
    "fyrnat-natverk": (0.97, 0.97),
    "gastrikland-handlingsplan": (0.97, 0.97),
    "gislaved-utdrag": (0.97, 0.97),
    "glasbygden-arsplan": (0.97, 0.97),
    "glaskogen-protokoll": (0.97, 0.97),
    "glasriket-program": (0.97, 0.97),
    "gnosjo-forteckning": (0.97, 0.97),
    "goinge-plan": (0.97, 0.97),
    "granbygden-direktion": (0.97, 0.97),
    "hallandskusten-uppdrag": (0.97, 0.97),
    "hallandsasen-remiss": (0.97, 0.97),
    "halsinge-samrad": (0.97, 0.97),
    "halsingland-handlingsplan": (0.97, 0.97),
    "halsingland-remiss": (0.97, 0.97),
    "halsingland-svar": (0.97, 0.97),
    "hammarbygden-strategi": (0.97, 0.97),
    "hanobukten-ledamoter": (0.97, 0.97),
    "harjan-anteckningar": (0.97, 0.97),
    "hjalmaren-klimatnatverk": (0.97, 0.97),
    "hogakusten-avtal": (0.97, 0.97),
    "hoglandet-plan": (0.97, 0.97),
    "holaveden-styrgrupp": (0.97, 0.97),
    "hoor-platsannons": (0.97, 0.97),
    "indalsnatet-avtal": (0.97, 0.97),
    "inlandsalvar-valfardsteknik": (0.97, 0.97),
    "inlandsbagen-foredragningslista": (0.97, 0.97),
    "itnamnden-kallelse": (0.97, 0.97),
    "jarnriket-avtal": (0.97, 0.97),
    "kalmarsund-kallelse": (0.97, 0.97),
    "kalmarsyd-avtal": (0.97, 0.97),
    "karlshamn-utdrag": (0.97, 0.97),
    "karlstadsregionen-kallelse": (0.97, 0.97),
    "kavlinge-utdrag": (0.97, 0.97),
    "kinnekulle-plan": (0.97, 0.97),
    "klaralven-forbundsordning": (0.97, 0.97),
    "knol-folkhalsa": (0.97, 0.97),
    "koping-plan": (0.97, 0.97),
    "kranskommunerna-renhallningsplan": (0.97, 0.97),
    "kustbygden-beslut": (0.97, 0.97),
    "kustlandet-arsredovisning": (0.96, 0.97),
    "lagadalen-styrelseprotokoll": (0.97, 0.97),
    "lapplandskusten-beslutslogg": (0.97, 0.97),
    "lillaedet-tjansteskrivelse": (0.97, 0.97),
    "ljusnanregionen-kommunchefsmote": (0.96, 0.97),
    "lovsundet-sammantrade": (0.97, 0.97),
    "malavagen-handlingsplan": (0.97, 0.97),
    "malmfalten-anteckningar": (0.97, 0.97),
    "markaryd-utdrag": (0.79, 0.97),
    "medelpad-forbundsordning": (0.97, 0.97),
    "mellansiljan-ledamoter": (0.97, 0.97),
    "mellansormland-inriktning": (0.97, 0.97),
    "mellerud-utdrag": (0.97, 0.97),
    "mittskogen-yttrande": (0.97, 0.97),
    "moreoland-bibliotekstraff": (0.97, 0.97),
    "mullsjo-utdrag": (0.97, 0.97),
    "nedredal-avtal": (0.97, 0.97),
    "nissan-strategi": (0.97, 0.97),
    "nora-utdrag": (0.97, 0.97),
    "norduppland-avtal": (0.97, 0.97),
    "nordvast-protokoll": (0.97, 0.97),
    "norrabohuslan-arsredovisning": (0.97, 0.97),
    "norrabohuslan-avtal": (0.97, 0.97),
    "norrahalland-plan": (0.95, 0.97),
    "norraskargarden-arsplan": (0.97, 0.97),
    "norrasmaland-naringsliv": (0.97, 0.97),
    "norravastmanland-avtal": (0.97, 0.97),
    "norrbotten-plan": (0.92, 0.97),
    "norrbottenskusten-anteckningar": (0.97, 0.97),
    "nybro-remissvar": (0.97, 0.97),
    "osteraker-kallelse": (0.97, 0.97),
    "osteraker-tjansteutlatande": (0.97, 0.97),
    "osterlen-protokoll": (0.97, 0.97),
    "osterlen-utvecklingsprogram": (0.97, 0.97),
    "ostgotakusten-arsberattelse": (0.97, 0.97),
    "ostkusten-protokoll": (0.97, 0.97),
    "ostranorrbotten-remiss": (0.97, 0.97),
    "ostranorrbotten-svar": (0.97, 0.97),
    "ostrasormland-protokoll": (0.97, 0.97),
    "ostravarmland-handlingsplan": (0.97, 0.97),
    "ovansiljan-budget": (0.97, 0.97),
    "pitealven-kallelse": (0.97, 0.97),
    "ringsjo-arsredovisning": (0.97, 0.97),
    "ronnean-handlingsplan": (0.9, 0.97),
    "roslagsbagen-mejlkallelse": (0.97, 0.97),
    "roslagskusten-strategi": (0.96, 0.97),
    "salen-protokoll": (0.97, 0.97),
    "saveastraket-anteckningar": (0.97, 0.97),
    "sigtuna-tjansteutlatande": (0.97, 0.97),
    "siljansvik-arsredovisning": (0.97, 0.97),
    "sjuharad-avtal": (0.97, 0.97),
    "skaraborg-program": (0.97, 0.97),
    "skargard-program": (0.97, 0.97),
    "skargardsradet-kallelse": (0.97, 0.97),
    "skelleftealven-anteckningar": (0.87, 0.97),
    "smaland-remissvar": (0.97, 0.97),
    "smalandskusten-avtal": (0.97, 0.97),
    "soderasen-verksamhetsplan": (0.97, 0.97),
    "soderslatt-program": (0.95, 0.97),
    "sodrabohuslan-avtal": (0.86, 0.97),
    "sodrasmaland-program": (0.97, 0.97),
    "sommenbygden-arsredovisning": (0.97, 0.97),
    "sormland-beslutslogg": (0.97, 0.97),
    "sormland-kallelse": (0.97, 0.97),
    "stangabygden-lonenamnd": (0.97, 0.97),
    "storsjobygden-avtal": (0.97, 0.97),
    "strangnas-tjansteskrivelse": (0.97, 0.97),
    "stromsund-remissvar": (0.97, 0.97),
    "sunne-utdrag": (0.97, 0.97),
    "sunnerbo-kallelse": (0.97, 0.97),
    "sunnerbo-verksamhetsplan": (0.97, 0.97),
    "sydlappland-program": (0.97, 0.97),
    "sydnarke-arsberattelse": (0.97, 0.97),
    "sydostradalarna-protokoll": (0.97, 0.97),
    "tibro-tjansteskrivelse": (0.97, 0.97),
    "tiveden-protokoll": (0.97, 0.97),
    "tjorn-tjansteskrivelse": (0.97, 0.97),
    "tranemo-utdrag": (0.97, 0.97),
    "trekant-plan": (0.97, 0.97),
    "trosa-utdrag": (0.97, 0.97),
    "ulricehamn-utdrag": (0.97, 0.97),
    "umeregionen-uppdrag": (0.97, 0.97),
    "upplandsslatten-avtal": (0.97, 0.97),
    "vadstena-utdrag": (0.97, 0.97),
    "vanerkusten-plan": (0.97, 0.97),
    "vanernatet-anteckningar": (0.97, 0.97),
    "vanerslatten-direktion": (0.97, 0.97),
    "vannas-utdrag": (0.97, 0.97),
    "vasterdalarna-anteckningar": (0.97, 0.97),
    "vastrabergslagen-arsredovisning": (0.89, 0.97),
    "vastramalardalen-arsplan": (0.97, 0.97),
    "vastraost-arsredovisning": (0.97, 0.97),
    "vastraostergotland-miljonamnd": (0.97, 0.97),
    "vastraskaraborg-folkhalsa": (0.96, 0.97),
    "vastrasormland-program": (0.96, 0.94),
    "vastravanern-verksamhetsplan": (0.97, 0.97),
    "vastvarmland-plan": (0.97, 0.97),
    "vatterbygden-kallelse": (0.97, 0.97),
    "vatterstranden-anteckningar": (0.97, 0.97),
    "vikbolandet-protokoll": (0.97, 0.97),
    "vildmarksvagen-styrgrupp": (0.97, 0.97),
    "vindelfjallen-samverkan": (0.97, 0.97),
    "voxnan-minnesanteckningar": (0.97, 0.97),
}
FLOORS_OF_REAL = {
    "000-002": (0.95, 0.97),
    "000-004": (0.95, 0.97),
    "002": (0.95, 0.97),
    "003": (0.95, 0.97),
    "004": (0.95, 0.97),
}
EVERY = (
    (INVENTED, FLOORS_OF_INVENTED),
    (UNSEEN, FLOORS_OF_UNSEEN),
    (KEYS_OF_REAL, FLOORS_OF_REAL),
)
pytestmark = pytest.mark.xdist_group("scores")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unseen")
    make_all(folder)
    return folder


def scored(folder: Path, name: str, beside: Path) -> Score:
    """Return the score of a key; skips where one of its documents is missing."""
    key = read_key(folder / f"{name}.key.yaml")
    paths = [path for file in key.files for path in sorted(beside.glob(f"{file}*"))]
    paths = [path for path in paths if not path.name.endswith(".key.yaml")]
    if len(paths) != len(key.files):
        pytest.skip(f"Documents of {name} are not beside the repository.")
    return total(score(key, understand(read_many(paths))))


def assert_reaches(found: Score, floor: tuple[float, float]) -> None:
    recall, precision = floor
    assert found.wrong_but_certain == []
    assert found.recall >= recall, found.missing + found.wrong
    assert found.precision >= precision, found.wrong + found.extra


@pytest.mark.parametrize(("name", "floor"), FLOORS_OF_INVENTED.items())
def test_invented_document_is_understood(name: str, floor: tuple[float, float]) -> None:
    assert_reaches(scored(INVENTED, name, INVENTED), floor)


@pytest.mark.parametrize(("name", "floor"), FLOORS_OF_UNSEEN.items())
def test_document_written_blind_is_understood(
    name: str, floor: tuple[float, float], made: Path
) -> None:
    key = read_key(UNSEEN / f"{name}.key.yaml")
    has_attached = (UNSEEN / f"{name}.attached.pdf.html").exists()
    if chromium.find() is None and (has_attached or ".pdf" in key.files[0]):
        pytest.skip(chromium.HOW)
    assert_reaches(scored(UNSEEN, name, made), floor)


@pytest.mark.parametrize(("name", "floor"), FLOORS_OF_REAL.items())
def test_real_document_is_understood(name: str, floor: tuple[float, float]) -> None:
    assert_reaches(scored(KEYS_OF_REAL, name, REAL), floor)


def test_every_key_has_its_floor() -> None:
    for folder, floors in EVERY:
        keys = {
            path.name.removesuffix(".key.yaml") for path in folder.glob("*.key.yaml")
        }
        assert keys == set(floors)
