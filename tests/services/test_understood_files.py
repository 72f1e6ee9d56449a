"""What documents tell can be loaded: a cooperation out of its own papers."""

from pathlib import Path

import pytest

from radslag.formats.readers.model import ReadResult
from radslag.formats.understanding import understand
from radslag.formats.understanding.as_file import as_json
from radslag.formats.understanding.cooperation_rows import rows_of
from radslag.records.models import Agreement, Citation, Cooperation, choose
from radslag.services.cooperation_file import load
from tests.formats.understanding.reading_text import document_of
from tests.services.journaling import ACTOR

pytestmark = pytest.mark.django_db
TOP = Path(__file__).resolve().parents[2]
INVENTED = TOP / "tests" / "formats" / "understanding" / "documents"
REAL = TOP.parent / "shared" / "sources"


def results(*paths: Path) -> list[ReadResult]:
    return [
        ReadResult(path.name, document_of(path.read_text("utf-8"))) for path in paths
    ]


@pytest.mark.parametrize(
    "path", sorted(p for p in INVENTED.iterdir() if p.suffix != ".yaml"), ids=str
)
def test_each_invented_document_gives_a_file_that_loads(path: Path) -> None:
    understanding = understand(results(path))

    # A decision alone may not say which cooperation it is of; somebody has to.
    facts = rows_of(understanding).cooperation
    named = facts | {"name": facts["name"] or "Påhittad samverkan"}
    report = load(as_json(understanding, named), actor=ACTOR)

    assert understanding.remarks == ()
    assert report.added > 1


def test_the_real_documents_give_the_cooperation(tmp_path: Path) -> None:
    if not REAL.is_dir():
        pytest.skip("The documents are not beside the repository.")
    text = as_json(understand(results(*sorted(REAL.glob("*.txt")))))

    load(text, actor=ACTOR)

    with choose(Cooperation.objects.get()):
        agreement = Agreement.objects.get()
        assert agreement.in_force_from.isoformat() == "2010-01-01"
        assert agreement.paragraphs.count() == 10
        assert Citation.objects.filter(section="terms").exists()


def test_the_same_documents_again_change_nothing() -> None:
    path = INVENTED / "osterlen-program.md"
    text = as_json(understand(results(path)))
    load(text, actor=ACTOR)

    again = load(text, actor=ACTOR)

    assert again.added == again.changed == 0
