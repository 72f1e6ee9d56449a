"""The wall around a cooperation: every row belongs to exactly one.

A query without a chosen cooperation fails rather than returning everything.
Never read a record through `_base_manager` to get around that: the manager of
forward references is the only thing that uses it, and it starts from a row that
was already inside the wall.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from radslag.agreement.vocabulary import Word


class NoCooperationChosen(RuntimeError):
    """A question was put to the records before a cooperation was chosen."""


class Cooperation(models.Model):
    """A cooperation (samverkan): its municipalities and their agreement."""

    key = models.SlugField("nyckel", max_length=60, unique=True)
    name = models.CharField("namn", max_length=200)
    short_name = models.CharField("kort namn", max_length=80, blank=True)
    purpose = models.TextField("syfte", blank=True)
    records_holder = models.CharField("arkivbildare", max_length=200, blank=True)
    is_demonstration = models.BooleanField("exempel", default=False)
    is_public = models.BooleanField("offentlig", default=False)
    version = models.PositiveIntegerField(default=1)
    # Counted up by the database with every row of the journal: see records/walls.py.
    edition = models.PositiveBigIntegerField(default=0, editable=False)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        verbose_name = "samverkan"
        verbose_name_plural = "samverkan"
        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name people use."""
        return self.short_name or self.name


_chosen: ContextVar[int | None] = ContextVar("chosen_cooperation", default=None)


@contextmanager
def choose(cooperation: Cooperation) -> Iterator[Cooperation]:
    """Answer every question from this cooperation's rows, and no other's."""
    token = _chosen.set(cooperation.pk)
    try:
        yield cooperation
    finally:
        _chosen.reset(token)


def chosen_id() -> int:
    """Return the chosen cooperation's id; raise NoCooperationChosen without one."""
    cooperation_id = _chosen.get()
    if cooperation_id is None:
        raise NoCooperationChosen(
            "Ingen samverkan är vald; välj en med choose() innan posterna läses."
        )
    return cooperation_id


RecordT = TypeVar("RecordT", bound="models.Model")


class ScopedManager(models.Manager[RecordT]):
    """Reads only rows of the chosen cooperation; refuses when none is chosen."""

    def get_queryset(self) -> models.QuerySet[RecordT]:
        """Return the rows inside the wall."""
        return super().get_queryset().filter(cooperation_id=chosen_id())


class Record(models.Model):
    """A row of a cooperation, with the stable key that files use."""

    cooperation = models.ForeignKey(
        Cooperation, on_delete=models.CASCADE, related_name="+", editable=False
    )
    key = models.CharField("nyckel", max_length=160)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[ScopedManager[Self]] = ScopedManager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["cooperation", "key"], name="%(class)s_key_once"
            )
        ]

    def __str__(self) -> str:
        """Return the key; pages use the names instead."""
        return self.key


def word_field(
    words: type[Word], label: str, **options: Any
) -> "models.CharField[str, str]":
    """Return a column that holds one word of a closed list."""
    return models.CharField(label, max_length=40, choices=words.choices(), **options)


def holds_word(column: str, words: type[Word], name: str) -> models.CheckConstraint:
    """Return a constraint: the column holds one of the words, nothing else."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{column}__in": [str(word) for word in words]}),
        name=name,
    )


def period_in_order(
    column_from: str, column_until: str, name: str
) -> models.CheckConstraint:
    """Return a constraint: a half-open period ends after it begins."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{column_until}__isnull": True})
        | models.Q(**{f"{column_until}__gt": models.F(column_from)}),
        name=name,
    )
