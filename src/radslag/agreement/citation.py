"""Citation: which paragraphs of the model agreement each rule answers to.

Source: the paragraphs are those of Södertörn's agreement of 2010, the model every
rule was read out of. A cooperation's own paragraph comes with its dated term.
Units: none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Rule = TypeVar("Rule", bound=Callable[..., Any])


@dataclass(frozen=True, order=True)
class CitedRule:
    """A rule (regel) with the paragraphs of the model agreement that it runs on."""

    module: str
    name: str
    paragraphs: tuple[str, ...]
    promise: str


@dataclass(frozen=True)
class Ruling:
    """An answer (besked): allowed or not, and why, in one plain Swedish sentence.

    The paragraph is that of the cooperation's own term, empty when it names none.

    >>> bool(Ruling(allowed=False, because="Ingen ledamot är närvarande."))
    False
    """

    allowed: bool
    because: str
    paragraph: str = ""

    def __bool__(self) -> bool:
        """Let a ruling be asked directly: `if is_quorate(...)`."""
        return self.allowed


_RULES: dict[tuple[str, str], CitedRule] = {}


def cites(*paragraphs: str) -> Callable[[Rule], Rule]:
    """Mark a function as a rule that follows from these paragraphs.

    >>> @cites("§ 3")
    ... def rule_of_the_example() -> None: ...
    >>> rule_of_the_example.__name__
    'rule_of_the_example'
    """
    if not paragraphs:
        message = "A rule must cite at least one paragraph."
        raise ValueError(message)

    def remember(rule: Rule) -> Rule:
        promise = (rule.__doc__ or "").strip().partition("\n")[0]
        _RULES[rule.__module__, rule.__qualname__] = CitedRule(
            rule.__module__, rule.__qualname__, paragraphs, promise
        )
        return rule

    return remember


def cited_rules() -> tuple[CitedRule, ...]:
    """Return every rule met so far, ordered by module and name."""
    return tuple(sorted(_RULES.values()))
