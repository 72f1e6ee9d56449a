"""Pieces are drawn once for the same facts, in each language, and never for others."""

from typing import NamedTuple

import pytest
from django.utils import translation

from radslag.web import drawn as pieces
from radslag.web.drawn import drawn
from radslag.web.lately import Lately


class Facts(NamedTuple):
    word: str
    decided: int = 0


@pytest.fixture
def shown() -> list[Facts]:
    return []


def draw(facts: Facts, shown: list[Facts], show: object = None) -> str:
    def count(each: Facts) -> dict[str, object]:
        shown.append(each)
        return {"kind": "danger", "word": each.word}

    return drawn("parts/_status.html", facts, show or count)


def test_piece_is_drawn_once_for_the_same_facts(shown):
    def show(each: Facts) -> dict[str, object]:
        shown.append(each)
        return {"kind": "danger", "word": each.word}

    first = draw(Facts("inställt"), shown, show)
    again = draw(Facts("inställt"), shown, show)
    other = draw(Facts("flyttat"), shown, show)

    assert first is again
    assert "flyttat" in other
    assert shown == [Facts("inställt"), Facts("flyttat")]


def test_piece_is_drawn_in_the_language_in_force(shown):
    def show(_: Facts) -> dict[str, object]:
        shown.append(_)
        return {"word": translation.gettext("Visa")}

    with translation.override("sv"):
        swedish = draw(Facts("x"), shown, show)
    with translation.override("en"):
        english = draw(Facts("x"), shown, show)

    assert ">Visa<" in swedish
    assert ">Visa<" not in english


def test_piece_writes_out_what_could_be_taken_for_code():
    assert "<script>" not in draw(Facts("<script>"), [])


def test_piece_is_drawn_anew_in_development(settings, shown):
    settings.DEBUG = True

    draw(Facts("x"), shown)
    draw(Facts("x"), shown)

    assert len(shown) == 2


def test_what_is_asked_for_lately_is_kept_and_the_rest_forgotten(shown, monkeypatch):
    def show(each: Facts) -> dict[str, object]:
        shown.append(each)
        return {"word": "x" * 1_000}

    monkeypatch.setattr(pieces, "_pieces", Lately(20_000))
    for number in range(40):
        draw(Facts("ofta"), shown, show)
        draw(Facts("en gång", number), shown, show)

    assert shown.count(Facts("ofta")) == 1
    draw(Facts("en gång", 39), shown, show)
    assert shown.count(Facts("en gång", 39)) == 1
    draw(Facts("en gång", 0), shown, show)
    assert shown.count(Facts("en gång", 0)) == 2
