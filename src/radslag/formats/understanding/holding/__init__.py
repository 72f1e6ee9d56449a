"""Holds what was found together: what follows from it, and what cannot all be right.

Each rule looks at everything that was read together, and at what the cooperation has.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from radslag.formats.understanding.gathering import Gathering
from radslag.formats.understanding.model import Contradiction
from radslag.formats.understanding.portion import Portion


@dataclass(frozen=True)
class Together:
    """Everything that is read together."""

    portions: Sequence[Portion]
    gathering: Gathering


Rule = Callable[[Together], Iterator[Contradiction]]

RULES: Final = (
    "numbering",
    "spelling",
    "sums",
    "told_totals",
    "signatures",
    "rules_of_fees",
    "promised_meetings",
)


def contradictions(together: Together) -> Iterator[Contradiction]:
    """Give every contradiction that a rule finds, the same one once."""
    seen = set()
    for name in RULES:
        rule: Rule = import_module(f"{__name__}.{name}").contradictions
        for clash in rule(together):
            told = (clash.rule, clash.sentence)
            if told not in seen:
                seen.add(told)
                yield clash
