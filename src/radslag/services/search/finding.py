"""Finding: which records hold the words that somebody asks for, and in which order.

A record is found when it holds every word asked for: the same word in any of its
forms, or a longer word that it is part of. First come records called exactly that,
then those whose name holds every word, then those whose text does, last those where a
word is only part of a longer one. Where that is alike the order is by kind, then the
newest first, then by name: the same on every database.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db import connection
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Collate

from radslag.records.models import SearchEntry
from radslag.services.search.kinds import KINDS, Kind
from radslag.services.search.matching import IN_NAME, holds_letters, holds_stems
from radslag.services.search.words import FUNCTION_WORDS, asked_words, stem

MOST_LETTERS = 200
MOST_WORDS = 12
# What is shorter is looked for as a word of its own, and so are figures.
SHORTEST_PART = 3
_PLAIN_ORDER = {"sqlite": "BINARY", "postgresql": "C"}


class Unsearchable(Exception):
    """What was asked for cannot be searched; the sentence says what to do."""


@dataclass(frozen=True)
class Asked:
    """The words somebody asks for, and their stems; the last may be half written."""

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    half_written: str = ""

    @property
    def parts(self) -> list[str]:
        """Return the stems that may be found within a longer word."""
        return [each for each in self.stems if _may_be_part(each)]

    @property
    def whole(self) -> list[str]:
        """Return the stems that are found as words of their own; figures are."""
        return [each for each in self.stems if not _may_be_part(each)]

    @property
    def days(self) -> dict[str, date]:
        """Return the days among the words."""
        return {each: day for each in self.stems if (day := _day(each))}

    def is_hit(self, words: Iterable[str]) -> bool:
        """Say whether any of the words is one that was asked for."""
        return any(self._is_hit(word, stem(word)) for word in words)

    def _is_hit(self, word: str, own: str) -> bool:
        begins = self.half_written and word.startswith(self.half_written)
        return bool(
            own in self.stems or begins or any(part in word for part in self.parts)
        )


def _may_be_part(each: str) -> bool:
    return len(each) >= SHORTEST_PART and each.isalpha()


def _day(each: str) -> date | None:
    if not re.fullmatch(r"\d{8}", each):
        return None
    try:
        return date.fromisoformat(each)
    except ValueError:
        return None


class Answers:
    """What was found: how many of each kind, and the answers page by page."""

    def __init__(self, asked: Asked, sections: Collection[str]) -> None:
        """Ask among the sections that the viewer may read."""
        self.asked = asked
        self.sections = sections

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many answers there are of each section, in one question."""
        rows = self._rows().order_by().values_list("section").annotate(n=Count("pk"))
        return dict(rows)

    @property
    def total(self) -> int:
        """Return how many answers there are of all kinds."""
        return sum(self.counts.values())

    def number_of(self, kind: Kind | None) -> int:
        """Return how many answers there are of a kind, or of all."""
        if kind is None:
            return self.total
        return sum(self.counts.get(section, 0) for section in kind.sections)

    @property
    def kinds(self) -> list[tuple[Kind, int]]:
        """Return the kinds that have answers, with how many."""
        counted = [(kind, self.number_of(kind)) for kind in KINDS]
        return [(kind, number) for kind, number in counted if number]

    def some(self, start: int, number: int, kind: Kind | None) -> list[SearchEntry]:
        """Return some of the answers, best first, in one question."""
        rows = self._rows()
        if kind is not None:
            rows = rows.filter(section__in=kind.sections)
        collation = _PLAIN_ORDER[connection.vendor]
        ordered = rows.annotate(fit=_fit(self.asked)).order_by(
            "fit",
            "weight",
            F("dated_on").desc(nulls_last=True),
            Collate("name", collation),
            Collate("record_key", collation),
        )
        return list(ordered[start : start + number])

    def _rows(self) -> QuerySet[SearchEntry]:
        asked, days = self.asked, self.asked.days
        rows = SearchEntry.objects.filter(section__in=self.sections)
        if asked.parts:
            rows = rows.filter(holds_letters(asked.parts))
        whole = [each for each in asked.whole if each not in days]
        if whole:
            rows = rows.filter(holds_stems(whole, begins=asked.half_written))
        for each, day in days.items():
            rows = rows.filter(_mentions(each) | _lasts_on(day))
        return rows


def _mentions(day: str) -> Q:
    """Return the condition that a day is written; what lasts is asked otherwise."""
    return Q(holds_stems([day])) & Q(lasts_from__isnull=True)


def _lasts_on(day: date) -> Q:
    """Return the condition that something lasts on a day: an appointment, a term."""
    has_not_ended = Q(lasts_until__isnull=True) | Q(lasts_until__gt=day)
    return Q(lasts_from__lte=day) & has_not_ended


def asked_for(text: str) -> Asked:
    """Read what somebody asks for; raises Unsearchable with what to do instead.

    Words that say nothing of themselves are left out when there are others.

    >>> asked_for("vem representerade Salem?").stems
    ('representer', 'salem')
    """
    trimmed = " ".join(text.split())
    if len(trimmed) > MOST_LETTERS:
        raise Unsearchable(
            f"Skriv högst {MOST_LETTERS} tecken. Korta ner till de viktigaste orden."
        )
    words = list(dict.fromkeys(asked_words(trimmed)))
    if not words:
        raise Unsearchable(
            "Skriv minst ett ord eller ett tal. Skiljetecken och bilder går inte att "
            "söka på."
        )
    telling = [word for word in words if word not in FUNCTION_WORDS] or words
    if len(telling) > MOST_WORDS:
        raise Unsearchable(
            f"Skriv högst {MOST_WORDS} ord. Ta bort de ord som säger minst."
        )
    stems = tuple(dict.fromkeys(stem(word) for word in telling))
    is_open = trimmed.lower().endswith(telling[-1]) and not _day(telling[-1])
    return Asked(trimmed, tuple(words), stems, stem(telling[-1]) if is_open else "")


def _fit(asked: Asked) -> Case:
    # Where a day stands beside other words, those tell what fits best.
    stems = [each for each in asked.stems if each not in asked.days] or asked.stems
    last = asked.half_written
    return Case(
        When(name_words=" ".join(asked.words), then=Value(0)),
        When(holds_stems(stems, begins=last, column=IN_NAME), then=Value(1)),
        When(holds_stems(stems, begins=last), then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
