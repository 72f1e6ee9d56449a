"""The guide for the secretariat shows pages that are there, and explains each."""

import re
from pathlib import Path

from radslag.web.frame import NAVIGATION
from tests.house.test_docs import anchors
from tests.house.tree import DOCS, TOP
from tools.pictures import FOLDER, LARGEST_BYTES, PICTURES

GUIDE = DOCS / "using.md"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+\.png)\)|<img src=\"([^\"]+\.png)\" alt=\"([^\"]*)\"")  # fmt: skip  # noqa: E501 - one pattern


def pictures_in(page: Path) -> dict[Path, str]:
    """Return each picture that a page shows, with what it says instead of it."""
    return {
        (page.parent / (match[2] or match[3])).resolve(): match[1] or match[4]
        for match in PICTURE.finditer(page.read_text(encoding="utf-8"))
    }


def test_script_makes_exactly_the_pictures_that_are_kept() -> None:
    made = {FOLDER / f"{picture.name}.png" for picture in PICTURES}

    assert made == set(FOLDER.iterdir())
    assert len(made) == len(PICTURES)


def test_every_picture_is_shown_and_every_shown_picture_is_there() -> None:
    shown = pictures_in(GUIDE) | pictures_in(TOP / "README.md")

    assert set(shown) == set(FOLDER.glob("*.png"))


def test_every_picture_is_told_in_words() -> None:
    shown = pictures_in(GUIDE) | pictures_in(TOP / "README.md")

    assert [path.name for path, words in shown.items() if len(words.split()) < 3] == []


def test_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}

    assert {name for name, size in sizes.items() if size > LARGEST_BYTES} == set()


def test_guide_explains_every_main_page() -> None:
    chapters = anchors(GUIDE)

    assert [label for _, label in NAVIGATION if label.lower() not in chapters] == []


def test_readme_shows_a_picture_and_leads_to_the_guide() -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")

    assert len(pictures_in(TOP / "README.md")) == 1
    assert "(docs/using.md)" in readme
    assert len(readme.splitlines()) < 150
