"""Every rule names its paragraph, and the page made of them is current."""

import ast
import importlib.util
from types import ModuleType

from tests.house.tree import DOCS, PACKAGE, name_of, python_files, syntax

ROOM = "src/radslag/agreement"
# Reading and wording are tools of the rules, not rules; they decide nothing.
NOT_RULES = {
    "check_numbers",
    "easter",
    "is_rest_day",
    "months_from",
    "names_of",
    "one_period",
    "period_of",
    "population_step",
    "residents_on",
    "rounded",
    "season_of",
    "span_of",
}
NOT_RULE_FILES = {"citation.py", "vocabulary.py", "wording.py"}


def page_maker() -> ModuleType:
    path = DOCS / "agreement_page.py"
    spec = importlib.util.spec_from_file_location("agreement_page", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def uncited(tree: ast.Module) -> set[str]:
    """Name the public functions of a module that cite no paragraph."""
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and not any("cites(" in ast.unparse(mark) for mark in node.decorator_list)
    }


def test_agreement_page_is_current() -> None:
    page = (DOCS / "agreement.md").read_text(encoding="utf-8")

    assert page == page_maker().agreement_page(), "run: python docs/agreement_page.py"


def test_every_rule_cites_its_paragraph() -> None:
    found = {
        name_of(path): uncited(syntax(path)) - NOT_RULES
        for path in python_files(ROOM)
        if path.name not in NOT_RULE_FILES
        and PACKAGE / "agreement/terms" not in path.parents
    }

    assert {name: rules for name, rules in found.items() if rules} == {}


def test_every_rule_has_a_test_of_its_own() -> None:
    maker = page_maker()
    tested = maker.tests_by_name()

    untested = [rule.name for rule in maker.all_rules() if not tested[rule.name]]

    assert untested == []


def test_an_uncited_rule_is_noticed() -> None:
    tree = ast.parse('@cites("§ 1")\ndef a(): ...\ndef b(): ...\ndef _c(): ...')

    assert uncited(tree) == {"b"}
