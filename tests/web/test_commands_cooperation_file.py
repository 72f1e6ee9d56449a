"""The commands load, export and schema: what they say, and that they say it well."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from radslag.formats.cooperation_file.schema import schema_text
from radslag.records.models import Change, Cooperation, choose

TOP = Path(__file__).resolve().parent.parent.parent
TEXT = """format: radslag/1
cooperation:
  key: prov
  name: Prov

municipalities:
- key: salem
  code: '0128'
  name: Salem

populations:
- municipality: salem
  counted_on: 2019-12-31
  residents: 16750
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "prov.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words: object) -> tuple[int, str, str]:
    """Return exit status, what was said, and what was complained about."""
    out, complaints = io.StringIO(), io.StringIO()
    try:
        call_command(*map(str, words), stdout=out, stderr=complaints)
    except SystemExit as stopped:
        return int(stopped.code or 0), out.getvalue(), complaints.getvalue()
    return 0, out.getvalue(), complaints.getvalue()


@pytest.mark.django_db
def test_load_says_what_was_added_and_then_that_nothing_is_new(file: Path) -> None:
    first = run("load", file)
    second = run("load", file)

    assert first == (
        0,
        "  kommuner: 1 nya\n  invånarantal: 1 nya\n"
        "Samverkan prov är tillagd: 2 nya, 0 oförändrade.\n",
        "",
    )
    assert second == (0, "Inget nytt i prov.yaml: prov är redan så (2 poster).\n", "")


@pytest.mark.django_db
def test_load_with_replace_says_what_was_removed_and_changed(file: Path) -> None:
    run("load", file)
    shorter = TEXT[: TEXT.index("populations")].replace("Salem", "Salems kommun")
    file.write_text(shorter, encoding="utf-8")

    assert run("load", file, "--replace") == (
        0,
        "  kommuner: 1 ändrade\n  invånarantal: 1 borttagna\n"
        "Samverkan prov är uppdaterad: 1 ändrade, 1 borttagna, 0 oförändrade.\n",
        "",
    )


@pytest.mark.django_db
def test_load_names_who_acted_and_from_which_file(file: Path) -> None:
    run("load", file, "--as", "Kansliet")

    with choose(Cooperation.objects.get()):
        told = set(Change.objects.values_list("changed_by_name", "occasion"))
    assert told == {("Kansliet", "inläsning av prov.yaml")}


@pytest.mark.django_db
def test_dry_run_saves_nothing_and_says_so(file: Path) -> None:
    status, said, complaints = run("load", file, "--dry-run")

    assert (status, complaints) == (0, "")
    assert said.endswith("Detta var en provkörning. Ingenting har sparats.\n")
    assert not Cooperation.objects.exists()


@pytest.mark.django_db
def test_load_of_a_bad_file_complains_saves_nothing_and_fails(file: Path) -> None:
    file.write_text(TEXT.replace("16750", "-5"), encoding="utf-8")

    assert run("load", file) == (
        1,
        "",
        "prov.yaml kan inte läsas in:\n"
        'rad 14, populations[0].residents: "-5" är inte ett invånarantal; ett heltal '
        "från 0 och uppåt väntades\n"
        "Ingenting har sparats.\n",
    )
    assert not Cooperation.objects.exists()


@pytest.mark.django_db
def test_load_of_no_file_says_so(tmp_path: Path) -> None:
    missing = tmp_path / "borta.yaml"

    assert run("load", missing) == (
        1,
        "",
        f"Filen {missing} finns inte.\nIngenting har sparats.\n",
    )
    assert run("load", tmp_path) == (
        1,
        "",
        f"{tmp_path} är en mapp, inte en fil.\nIngenting har sparats.\n",
    )


@pytest.mark.django_db
def test_export_prints_the_file_and_nothing_else(file: Path) -> None:
    run("load", file)

    assert run("export", "prov") == (0, TEXT, "")


@pytest.mark.django_db
def test_export_to_a_file_can_be_loaded_again(file: Path, tmp_path: Path) -> None:
    run("load", file)
    output = tmp_path / "ut.json"

    exported = run("export", "prov", "--json", "--output", output)

    assert exported == (0, "", "")
    assert json.loads(output.read_text("utf-8"))["format"] == "radslag/1"
    assert run("load", output)[1] == (
        "Inget nytt i ut.json: prov är redan så (2 poster).\n"
    )


@pytest.mark.django_db
def test_export_says_what_it_cannot_do(file: Path, tmp_path: Path) -> None:
    run("load", file)

    assert run("export", "annan") == (
        1,
        "",
        "Ingen samverkan har nyckeln ”annan”. Här finns: prov.\n",
    )
    assert run("export", "prov", "--output", tmp_path) == (
        1,
        "",
        f"{tmp_path} är en mapp; ange en fil.\n",
    )


def test_schema_prints_the_schema_and_nothing_else() -> None:
    assert run("schema") == (0, schema_text(), "")


@pytest.mark.django_db
def test_database_of_a_newer_version_is_refused(file: Path) -> None:
    MigrationRecorder(connection).record_applied("records", "9999_future")

    newer = (
        "Databasen är från en nyare version av Rådslag än den här. Uppdatera "
        "programmet, eller läs in en exporterad samverkansfil i en ny databas.\n"
    )
    assert run("load", file) == (1, "", f"{newer}Ingenting har sparats.\n")
    assert run("export", "prov") == (1, "", newer)


@pytest.mark.django_db
def test_database_of_an_older_version_is_refused(file: Path) -> None:
    recorder = MigrationRecorder(connection)
    last = max(name for app, name in recorder.applied_migrations() if app == "records")
    recorder.record_unapplied("records", last)

    older = (
        "Databasen är från en äldre version av Rådslag. Ta en säkerhetskopia, kör "
        "”radslag migrate” och försök igen.\n"
    )
    assert run("load", file) == (1, "", f"{older}Ingenting har sparats.\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "Databasen är tom. Kör ”radslag migrate” och försök igen.\n"),
        (
            "bara text, ingen databas alls",
            "Databasen går inte att öppna eller är ingen databas. Se efter vad "
            "DATABASE_URL pekar på; en ny skapas med ”radslag migrate” (file is not a "
            "database)\n",
        ),
    ],
)
def test_what_is_no_ready_database_says_what_to_run(
    content: str | None, said: str, file: Path, tmp_path: Path
) -> None:
    database = tmp_path / "prov.sqlite3"
    if content is not None:
        database.write_text(content * 100, encoding="utf-8")

    # Another process, since this one has its database already.
    done = subprocess.run(
        [sys.executable, "manage.py", "load", str(file)],
        cwd=TOP,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{database}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{said}Ingenting har sparats.\n"
