"""Sees to it that the tests can read text in pictures, where that may be done.

Debian's Tesseract with Swedish is installed when it is missing and root is asking.
Otherwise the tests that need it skip and say why; nothing fails here.
"""

import os
import shutil

from tools.chromium import apt

PACKAGES = ("tesseract-ocr", "tesseract-ocr-swe")
HOW = f"To read pictures in the tests too: apt-get install {' '.join(PACKAGES)}"


def main() -> None:
    """Install Tesseract if it is missing and may be installed."""
    if shutil.which("tesseract") is not None:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        print(f"No Tesseract here, so no test reads a scanned page. {HOW}")
        return
    print("Installing Debian's Tesseract for the tests of scanned pages ...")
    if not (apt("update") and apt("install", "--no-install-recommends", *PACKAGES)):
        print(f"Tesseract could not be installed; its tests will skip. {HOW}")


if __name__ == "__main__":
    main()
