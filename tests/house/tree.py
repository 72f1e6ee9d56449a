"""Reads the repository for the rules of the house: which files, which words."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
PACKAGE = TOP / "src/radslag"
DOCS = TOP / "docs"
TEXT = {
    ".cfg", ".css", ".html", ".ini", ".js", ".json", ".md", ".po", ".py", ".svg",
    ".toml", ".txt", ".yaml", ".yml", "",
}  # fmt: skip


def tracked_files() -> list[Path]:
    """Return every file of the repository: kept by git, or about to be."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (TOP / name for name in listing.stdout.split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def text_files() -> list[Path]:
    """Return the repository's files that hold text."""
    return [path for path in tracked_files() if path.suffix in TEXT]


def python_files(*folders: str) -> list[Path]:
    """Return the Python files under the folders, migrations left out."""
    roots = [TOP / folder for folder in folders] or [TOP]
    return [
        path
        for path in tracked_files()
        if path.suffix == ".py"
        and "migrations" not in path.parts
        and any(root in path.parents for root in roots)
    ]


def name_of(path: Path) -> str:
    """Return the path as people write it, from the repository's top."""
    return path.relative_to(TOP).as_posix()


def syntax(path: Path) -> ast.Module:
    """Return the file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def lines(path: Path) -> Iterator[tuple[str, str]]:
    """Give each line of a file with the place it stands in."""
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        yield f"{name_of(path)}:{number}", line
