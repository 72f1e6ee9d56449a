"""What stands below an indicator or in brackets after it: "Nuläge 2021: 79 %"."""

import re
from typing import Final, NamedTuple

from radslag.agreement.vocabulary import Certainty
from radslag.formats.slugs import slug
from radslag.formats.understanding.extracting.goal_trees.indicator_columns import (
    Holds,
    holds,
)
from radslag.formats.understanding.extracting.goal_trees.measures import (
    measure_in,
    observed_on,
)
from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Found
from radslag.formats.understanding.source import Piece, tidy

A_TARGET: Final = "Det är målvärdet, inte en riktning."
_LONGEST: Final = 200
_LABELLED: Final = re.compile(r"^(?P<head>[^:\n]{2,40}):\s*(?P<said>[^\n]+)$")
_PARTS: Final = r"\n|;\s*|,\s+(?=[^:,]{2,40}:)"
_BRACKET: Final = re.compile(r"\(([^()]*:[^()]*)\)\s*$")
_LINES: Final = (Holds.UNIT, Holds.SOURCE, Holds.WANTED, Holds.TARGET, Holds.VALUE)


class _Said(NamedTuple):
    holds: Holds
    head: Piece
    words: Piece


def details_in(piece: Piece) -> list[_Said]:
    """Return what a line says of an indicator; nothing where any of it is else."""
    parts = [_said(part) for part in piece.split(_PARTS)]
    is_short = len(piece.text) <= _LONGEST
    return [s for s in parts if s] if parts and is_short and all(parts) else []


def bracket_in(piece: Piece) -> Piece | None:
    """Return the brackets after an indicator's name that hold such details."""
    inside = piece.find(_BRACKET)
    return inside if inside and details_in(inside) else None


def _said(part: Piece) -> _Said | None:
    match = _LABELLED.match(part.text)
    kind = holds(match["head"]) if match else None
    if match is None or kind not in _LINES:
        return None
    words = part.group(match, "said").strip(" .")
    is_figure = kind in (Holds.TARGET, Holds.VALUE)
    if is_figure and not re.search(r"\d", words.text):
        return None
    return _Said(kind, part.group(match, "head"), words)


def say(found: Found, details: list[_Said], gathering: Gathering) -> None:
    """Add the details to an indicator, and the values as observations of it."""
    for said in details:
        if said.holds is Holds.VALUE:
            _observe(found, said, gathering)
        elif said.holds is Holds.SOURCE:
            for one in gathering.of("observations"):
                if one["indicator"] == found.key:
                    values = {"source": said.words.value()}
                    gathering.add("observations", one.key, values)
        elif said.holds is Holds.TARGET:
            words = f"{tidy(str(said.head))}: {tidy(str(said.words))}"
            wanted = said.words.value(words, Certainty.PROBABLE, A_TARGET)
            gathering.add("indicators", found.key, {"wanted": wanted})
        else:
            column = "unit" if said.holds is Holds.UNIT else "wanted"
            gathering.add("indicators", found.key, {column: said.words.value()})


def _observe(found: Found, said: _Said, gathering: Gathering) -> None:
    measure = measure_in(said.words)
    if measure is None:
        return
    days = (observed_on(piece) for piece in (measure.year, said.head) if piece)
    on = next(filter(None, days), None)
    values = {
        "indicator": measure.value.as_value(found.key),
        "observed_on": on,
        "value": measure.value,
    }
    key = slug(f"{found.key}-{on.value if on else ''}")
    gathering.add("observations", key, values)
    if measure.unit and not found["unit"]:
        gathering.add("indicators", found.key, {"unit": measure.unit.value()})
