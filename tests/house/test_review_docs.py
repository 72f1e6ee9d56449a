"""The page of checks says what the register of checks says."""

import importlib.util
from types import ModuleType

from radslag.services.review import all_checks
from tests.house.tree import DOCS


def page_maker() -> ModuleType:
    """Return the module that writes the page; it stands beside the page."""
    spec = importlib.util.spec_from_file_location(
        "review_page", DOCS / "review_page.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_review_page_is_current() -> None:
    page = (DOCS / "review.md").read_text(encoding="utf-8")

    assert page == page_maker().review_page(), "run: python docs/review_page.py"


def test_checks_say_what_they_look_for_and_what_to_do() -> None:
    titles = [check.title for check in all_checks()]

    assert len(set(titles)) == len(titles)
    assert [check.name for check in all_checks() if not check.cure.endswith(".")] == []
