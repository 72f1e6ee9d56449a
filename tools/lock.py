"""Locks every dependency: exact versions with hashes, and no addresses."""

import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
# The development list holds the running one too, at the same versions.
LISTS = {
    "run": ["pyproject.toml", "--extra", "postgres", "--extra", "ocr"],
    "dev": ["pyproject.toml", "--group", "dev", "-c", "requirements/run.txt"],
    "node": ["requirements/node.in"],
}
UV = [
    *("uv", "pip", "compile", "--quiet", "--upgrade", "--universal"),
    *("--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-header"),
]
NPM = ["npm", "install", "--package-lock-only", "--omit-lockfile-registry-resolved"]


def main() -> None:
    """Write the three Python lists and the npm list."""
    missing = [tool for tool in ("uv", "npm") if shutil.which(tool) is None]
    if missing:
        sys.exit(f"make lock needs {' and '.join(missing)} on the path.")
    for name, sources in LISTS.items():
        target = f"requirements/{name}.txt"
        subprocess.run([*UV, *sources, "--output-file", target], cwd=TOP, check=True)
    subprocess.run([*NPM, "--no-audit", "--no-fund"], cwd=TOP, check=True)


if __name__ == "__main__":
    main()
