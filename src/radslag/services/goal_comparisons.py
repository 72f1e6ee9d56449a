"""Comparing two programmes: which goals are kept, changed, dropped and new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from radslag.records.models import Goal, Programme


@dataclass(frozen=True)
class Piece:
    """A piece of a wording: the same in both, or only in this one."""

    text: str
    is_changed: bool


@dataclass(frozen=True)
class GoalPair:
    """A goal and the one it continues, with what differs between their words."""

    before: Goal
    after: Goal
    before_words: tuple[Piece, ...]
    after_words: tuple[Piece, ...]


@dataclass(frozen=True)
class Comparison:
    """What became of a programme's goals in a later programme."""

    kept: tuple[GoalPair, ...]
    changed: tuple[GoalPair, ...]
    dropped: tuple[Goal, ...]
    new: tuple[Goal, ...]


def compare_programmes(
    *, earlier: Programme, later: Programme, goals: Sequence[Goal]
) -> Comparison:
    """Return what became of each goal of the earlier programme in the later one.

    A goal is followed through the programmes between them. Every goal of the two
    stands in the answer: one that is continued in a pair, any other by itself.
    """
    by_id = {goal.pk: goal for goal in goals}
    pairs, new = [], []
    for goal in goals:
        if goal.programme_id != later.pk:
            continue
        before = _origin(goal, earlier, by_id)
        if before:
            pairs.append(_pair(before, goal))
        else:
            new.append(goal)
    continued = {pair.before.pk for pair in pairs}
    return Comparison(
        kept=tuple(pair for pair in pairs if _is_kept(pair)),
        changed=tuple(pair for pair in pairs if not _is_kept(pair)),
        dropped=tuple(
            goal
            for goal in goals
            if goal.programme_id == earlier.pk and goal.pk not in continued
        ),
        new=tuple(new),
    )


def _origin(goal: Goal, earlier: Programme, by_id: dict[int, Goal]) -> Goal | None:
    passed = {goal.pk}
    before = by_id.get(goal.continues_id or 0)
    while before and before.pk not in passed:
        if before.programme_id == earlier.pk:
            return before
        passed.add(before.pk)
        before = by_id.get(before.continues_id or 0)
    return None


def _pair(before: Goal, after: Goal) -> GoalPair:
    before_words, after_words = word_differences(words_of(before), words_of(after))
    return GoalPair(before, after, before_words, after_words)


def _is_kept(pair: GoalPair) -> bool:
    pieces = (*pair.before_words, *pair.after_words)
    return not any(piece.is_changed for piece in pieces)


def words_of(goal: Goal) -> str:
    """Return a goal's wording, or its name when it has no other."""
    return goal.title or goal.name


def word_differences(
    before: str, after: str
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces, word by word, marking what the other lacks.

    The pieces put together are the words of each text; space alone is no difference.
    """
    old, new = before.split(), after.split()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        tuple(_pieces(old, [(step[0], step[1], step[2]) for step in steps])),
        tuple(_pieces(new, [(step[0], step[3], step[4]) for step in steps])),
    )


def _pieces(words: list[str], steps: list[tuple[str, int, int]]) -> Iterator[Piece]:
    for tag, start, end in steps:
        if start < end:
            yield Piece(" ".join(words[start:end]), is_changed=tag != "equal")
