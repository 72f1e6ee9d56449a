"""`radslag read`: what is printed, what is not, and the status it ends with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from radslag.formats.cooperation_file import check, read, write_yaml
from radslag.services.cooperation_file import load
from radslag.web.read_documents import ALL_READ, NOT_ALL_READ, WRONG_USE, main
from tests.factories import cooperation_facts, exactly
from tests.services.journaling import ACTOR

MINUTES = """
Minnesanteckningar från styrgruppen

Datum: 2025-02-04 kl. 9.00–11.00

Plats: Stadshuset i Arboga

Närvarande:
Anna Ek, Arboga, ordförande
Bo Lind, Köping

1. Mötets öppnande

Ordföranden öppnar mötet.

2. Budget 2025

Beslut

Budgeten fastställs.

Vid anteckningarna

Eva Alm
"""


@pytest.fixture
def minutes(tmp_path: Path) -> str:
    path = tmp_path / "minnesanteckningar.txt"
    path.write_text(MINUTES, "utf-8")
    return str(path)


def test_a_summary_says_what_was_understood(
    minutes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([minutes]) == ALL_READ

    told = capsys.readouterr()
    assert "minnesanteckningar.txt: minnesanteckningar, helt läst" in told.out
    assert "2025-02-04" in told.out
    assert told.err == ""


def test_json_is_a_cooperation_file_and_nothing_else(
    minutes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--json", minutes]) == ALL_READ

    told = capsys.readouterr()
    file = read(told.out)
    assert check(file, existing={}, known={}, is_new=False) == []
    tree = json.loads(told.out)
    assert tree["format"] == "radslag/1"
    assert tree["documents"][0]["kind"] == "minutes"
    assert all(c["document"] == "minnesanteckningar" for c in tree["citations"])
    assert tree["reading"]["files"][0]["is_whole"] is True


def test_every_citation_s_words_stand_where_it_says(
    minutes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--json", minutes])

    citations = json.loads(capsys.readouterr().out)["citations"]
    assert citations
    for citation in citations:
        assert citation["words"].replace("\n", " ").split()[0] in MINUTES
        assert citation["ends_at_character"] > citation["starts_at_character"]
        lines = MINUTES.split("\n")
        assert citation["words"].split()[0] in lines[citation["line"] - 1]


def test_a_file_that_is_not_read_is_told_of_and_the_others_are_read(
    minutes: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "trasig.docx"
    broken.write_bytes(b"PK\x03\x04 trasig")

    assert main([str(broken), minutes]) == NOT_ALL_READ

    told = capsys.readouterr().out
    assert "trasig.docx: lästes inte." in told
    assert "minnesanteckningar.txt: minnesanteckningar, helt läst" in told


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["finns-inte.txt"]) == NOT_ALL_READ

    assert "finns-inte.txt: lästes inte." in capsys.readouterr().out


@pytest.mark.django_db
def test_a_cooperation_that_is_not_here(
    minutes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--cooperation", "okand", minutes]) == WRONG_USE

    told = capsys.readouterr()
    assert told.out == ""
    assert "okand" in told.err


@pytest.mark.django_db
def test_a_reading_uses_the_keys_of_the_cooperation_it_is_held_against(
    minutes: str, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = cooperation_facts()
    load(write_yaml(facts, exactly(1)), actor=ACTOR)

    assert main(["--json", "--cooperation", facts["key"], minutes]) == ALL_READ

    assert json.loads(capsys.readouterr().out)["cooperation"]["key"] == facts["key"]


def test_the_command_itself_starts_without_django(minutes: str) -> None:
    program = (
        "import sys; sys.argv = ['radslag', 'read', sys.argv[1]]\n"
        "from radslag.config.command import main\n"
        "try:\n    main()\n"
        "finally:\n    print('django' in sys.modules, 'pydantic' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, minutes],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )

    assert done.returncode == ALL_READ, done.stderr
    assert done.stdout.splitlines()[-1] == "False False"


def test_files_are_read_as_what_they_are_said_to_be(tmp_path, capsys):
    path = tmp_path / "blandat.txt"
    path.write_text("Blandat\n\nDet ena och det andra.\n", encoding="utf-8")

    assert main([str(path), "--json"]) == ALL_READ
    plain = json.loads(capsys.readouterr().out)
    assert main([str(path), "--json", "--kind", "annual_plan"]) == ALL_READ
    said = json.loads(capsys.readouterr().out)

    assert [each["kind"] for each in plain["reading"]["files"]] == ["paper"]
    assert [each["kind"] for each in said["reading"]["files"]] == ["annual_plan"]


def test_a_kind_that_does_not_exist_is_told_of(capsys):
    with pytest.raises(SystemExit) as end:
        main(["a.txt", "--kind", "roman"])

    assert end.value.code == WRONG_USE
    assert "annual_plan" in capsys.readouterr().err
