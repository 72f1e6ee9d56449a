"""The tools behind make do what they say, above all when something is missing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import TOP
from tools import frontend, large_files, with_postgresql

TOOL = [sys.executable, str(TOP / "tools/with_postgresql.py"), sys.executable, "-c"]
ASK = """
import os, sys, dj_database_url, psycopg
place = dj_database_url.parse(os.environ["DATABASE_URL"])
with psycopg.connect(host=place["HOST"], user=place["USER"], dbname=place["NAME"]) as c:
    print(place["HOST"], c.execute("SHOW listen_addresses").fetchone()[0] == "")
sys.exit(7)
"""


def test_postgresql_answers_locally_and_leaves_nothing() -> None:
    if with_postgresql.find_programs() is None:
        pytest.skip("no PostgreSQL here; to have one: apt-get install postgresql")

    answer = subprocess.run([*TOOL, ASK], capture_output=True, text=True, check=False)

    folder, is_local_only = answer.stdout.split()
    assert (answer.returncode, is_local_only) == (7, "True")
    assert not Path(folder).exists()


def test_missing_postgresql_is_told_and_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(with_postgresql, "DEBIAN", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    status = with_postgresql.main()

    assert status == 0
    assert "apt-get install postgresql" in capsys.readouterr().out


def test_newest_postgresql_is_chosen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for version in ("9.6", "15", "14"):
        programs = tmp_path / version / "bin"
        programs.mkdir(parents=True)
        (programs / "initdb").touch()
    monkeypatch.setattr(with_postgresql, "DEBIAN", tmp_path)

    assert with_postgresql.find_programs() == tmp_path / "15/bin"


def test_large_file_is_refused(tmp_path: Path) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(b"0" * 500_000)
    large.write_bytes(b"0" * 500_001)

    assert large_files.main([str(small)]) == 0
    assert large_files.main([str(small), str(large)]) == 1


def test_font_rule_names_the_copied_file_only() -> None:
    rule = (
        "@font-face {\n  src: url(./files/a.woff2) format('woff2'), url(./b.woff);\n}"
    )

    kept = frontend.with_one_source(rule, "a")

    assert kept == ("@font-face {\n  src: url(fonts/a.woff2) format('woff2');\n}\n")


def test_lock_files_hold_hashes_and_no_addresses() -> None:
    for name in ("run", "dev", "node"):
        text = (TOP / f"requirements/{name}.txt").read_text(encoding="utf-8")
        entries = text.replace("\\\n", " ").splitlines()
        pinned = [
            line for line in entries if line and not line.lstrip().startswith("#")
        ]

        assert "://" not in text
        assert [
            line for line in pinned if "==" not in line or "sha256:" not in line
        ] == []


def test_npm_lock_holds_hashes_and_no_addresses() -> None:
    lock = json.loads((TOP / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: facts for name, facts in lock["packages"].items() if name}

    assert [name for name, facts in packages.items() if "resolved" in facts] == []
    assert [
        name
        for name, facts in packages.items()
        if "integrity" not in facts and not facts.get("inBundle")
    ] == []


def test_make_help_lists_every_target() -> None:
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")
    phony = makefile.split(".PHONY:")[1].splitlines()[0].split()

    answer = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=TOP,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=True,
    )

    told = {line.split()[1] for line in answer.stdout.splitlines()}
    assert told == set(phony)
