"""Makes the project's own Python environment on a fresh machine.

``environment.py create`` makes ``.venv`` and fills it from the locked list;
``environment.py install ...`` installs more into it. Only the standard library is
used, and the machine's own Python is never changed.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
VENV = TOP / ".venv"
PYTHON = VENV / "bin/python"
LOCKED = ["--require-hashes", "-r", "requirements/dev.txt"]
# The project itself: every build tool is in the locked list, so none is fetched.
PROJECT = ["--no-deps", "--no-build-isolation", "--editable", "."]
OLDEST_PYTHON = (3, 11)


def main() -> None:
    """Do what the first argument says."""
    verb, *rest = sys.argv[1:] or ["create"]
    if verb == "install":
        install(rest)
        return
    require_new_python()
    if not PYTHON.exists():
        create()
    install(LOCKED)
    install(PROJECT)


def require_new_python() -> None:
    """Stop with a plain sentence when Python is too old."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:2])
        sys.exit(
            f"Rådslag behöver Python 3.11 eller senare; här finns {found}.\n"
            "Rådslag needs Python 3.11 or later. Try: make setup PYTHON=python3.12"
        )


def create() -> None:
    """Make the environment, with or without a pip of its own."""
    if not has("ensurepip") and not has("pip"):
        install_debian_package()
    own_pip = [] if has("ensurepip") else ["--without-pip"]
    run([sys.executable, "-m", "venv", *own_pip, str(VENV)])


def install_debian_package() -> None:
    """Ask Debian for the missing part, or say what is needed."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        sys.exit(
            "Python saknar både pip och venv. Kör: sudo apt-get install python3-venv\n"
            "Python lacks both pip and venv. Run: sudo apt-get install python3-venv"
        )
    run(["apt-get", "install", "--yes", "--quiet", "python3-venv"])


def install(arguments: list[str]) -> None:
    """Install into the environment with its own pip, or with the machine's."""
    quiet = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-input"]
    run([*pip(), "install", *quiet, *arguments])


def pip() -> list[str]:
    """Return the pip to use: the environment's own when it has one."""
    own = [str(PYTHON), "-m", "pip"]
    if subprocess.run([*own, "--version"], check=False, capture_output=True).returncode:
        machine = getattr(sys, "_base_executable", sys.executable)
        return [machine, "-m", "pip", "--python", str(PYTHON)]
    return own


def has(module: str) -> bool:
    """Tell whether this Python carries the module."""
    return importlib.util.find_spec(module) is not None


def run(command: list[str]) -> None:
    """Run a command from the top folder; stop when it fails."""
    answer = subprocess.run(command, cwd=TOP, check=False)
    if answer.returncode != 0:
        sys.exit(answer.returncode)


if __name__ == "__main__":
    main()
