"""Templates obey the security policy: nothing inline, nothing unescaped."""

import re
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, name_of, tracked_files

FORBIDDEN = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\ssrc=)", re.IGNORECASE),
    "script with a body": re.compile(r"<script\b[^>]*>\s*[^<\s]", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "script in an address": re.compile(r"javascript:", re.IGNORECASE),
    "evaluated htmx": re.compile(r"\bhx-on\b|['\"{]\s*js:", re.IGNORECASE),
    "unescaped text": re.compile(
        r"\|\s*safe(?:seq)?\b|autoescape\s+off|\{%\s*filter\s+safe"
    ),
    "address of another site": re.compile(
        r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=['\"](?:https?:)?//",
        re.IGNORECASE,
    ),
}
NAME = re.compile(r"(?:[a-z0-9_]+/)*_?[a-z0-9_]+\.[a-z]+")
COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.DOTALL)


def templates() -> list[Path]:
    root = PACKAGE / "web/templates"
    return [path for path in tracked_files() if root in path.parents]


def faults(template: str) -> list[str]:
    """Name each rule the template breaks."""
    text = COMMENT.sub("", template)
    return [rule for rule, pattern in FORBIDDEN.items() if pattern.search(text)]


def test_templates_obey_the_policy() -> None:
    broken = {
        name_of(path): found
        for path in templates()
        if (found := faults(path.read_text(encoding="utf-8")))
    }

    assert broken == {}


def test_template_names_follow_the_house() -> None:
    root = PACKAGE / "web/templates"
    names = [path.relative_to(root).as_posix() for path in templates()]

    assert [name for name in names if not NAME.fullmatch(name)] == []


@pytest.mark.parametrize(
    ("template", "rule"),
    [
        ('<p style="width:40%">', "inline style"),
        ("<script>go()</script>", "inline script"),
        ('<script src="x.js">go()</script>', "script with a body"),
        ('<button type="button" onclick="go()">', "event attribute"),
        ('<a href="javascript:go()">', "script in an address"),
        ("<div hx-vals='js:{a: b()}'>", "evaluated htmx"),
        ("{{ text|safe }}", "unescaped text"),
        ("{{ text|linebreaks | safe }}", "unescaped text"),
        ("{% autoescape off %}", "unescaped text"),
        ('<img alt="" src="//other.example/x.png">', "address of another site"),
    ],
)
def test_a_broken_rule_is_noticed(template: str, rule: str) -> None:
    assert rule in faults(template)


@pytest.mark.parametrize(
    "template",
    [
        '<script src="{% static "site.js" %}" defer></script>',
        '<p class="one-style">on = two</p>',
        "{{ text|escape }} {# never |safe #}",
    ],
)
def test_a_good_template_is_left_alone(template: str) -> None:
    assert faults(template) == []
