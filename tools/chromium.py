"""Sees to it that the browser tests have a browser, where that may be done.

Debian's Chromium is installed when it is missing and root is asking, and the letters
that the tests' documents are printed in. Otherwise the tests that need a browser skip
and say why, and documents are printed in what letters there are; nothing fails here.
"""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome")
HOW = "To run the browser tests too: apt-get install chromium fonts-liberation"
LETTERS, LETTERS_PACKAGE = "Liberation Sans", "fonts-liberation"


def find() -> str | None:
    """Return the path of a browser that the tests can drive."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def has_letters() -> bool:
    """Tell whether the letters of the tests' documents are here."""
    command = shutil.which("fc-match")
    if command is None:
        return False
    answer = subprocess.run(
        [command, "--format=%{family}", LETTERS], capture_output=True, check=False
    )
    return answer.stdout.decode() == LETTERS


def main() -> None:
    """Install Chromium and the letters if they are missing and may be installed."""
    if find() is not None and has_letters():
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        print(f"No Chromium here, or not its letters: tests may be skipped. {HOW}")
        return
    print("Installing Debian's Chromium for the browser tests ...")
    packages = ("chromium", LETTERS_PACKAGE)
    if not (apt("update") and apt("install", "--no-install-recommends", *packages)):
        print(f"Chromium could not be installed; the browser tests will skip. {HOW}")


def apt(*arguments: str) -> bool:
    """Run apt-get quietly; tell whether it went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "--yes", "--quiet=2", *arguments]
    answer = subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, check=False
    )
    return answer.returncode == 0


if __name__ == "__main__":
    main()
