"""A form over a record: its columns as fields, and what is kept beside it.

A form says which columns it holds and in what order; the fields follow from the
tables. Choices are always those of the chosen cooperation.
"""

import copy
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from radslag.records.models import Record
from radslag.records.sections import section_of
from radslag.services import editing
from radslag.services.belonging import facts_of
from radslag.services.editing import Beside
from radslag.web.record_words import translated
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.shown_facts import shown_fact

Words = str | Promise


class RecordForm(forms.Form):
    """What somebody may type about one record."""

    model: ClassVar[type[Record]]
    columns: ClassVar[Sequence[str]]
    # What the record belongs to: named in the address, not chosen in the form.
    parents: ClassVar[Sequence[str]] = ()
    # Columns that the tables leave open and that a person must fill in.
    needed: ClassVar[frozenset[str]] = frozenset()
    labels: ClassVar[Mapping[str, Words]] = {}
    helps: ClassVar[Mapping[str, Words]] = {}
    kept_beside: ClassVar[Sequence[Beside]] = ()
    # The fields in another order than columns first; those left out stand last.
    order: ClassVar[Sequence[str]] = ()

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        record: Record,
        today: date,
        chosen: Mapping[str, Any] | None = None,
    ) -> None:
        """Show the record, or what was typed; `chosen` fills in a new one."""
        super().__init__(typed)
        self.record, self.today = record, today
        self.standing = (
            [[] for _each in self.kept_beside]
            if record.pk is None
            else [editing.beside_rows(record, each) for each in self.kept_beside]
        )
        for name in self.columns:
            self.fields[name] = self.field_of(name)
        self.add_fields()
        self.order_fields(list(self.order) or None)
        self.initial = self.facts() | dict(chosen or {})
        self._stand_last()

    def add_fields(self) -> None:
        """Add fields that are no columns."""

    def facts(self) -> dict[str, Any]:
        """Return what the record says, as it would be typed."""
        (facts,) = facts_of([self.record])
        return {
            name: shown_fact(self.fields[name], facts[name])
            for name in self.columns
            if name in facts
        }

    def _stand_last(self) -> None:
        """Propose the place after the last one for a new record."""
        place = next((each for each in _PLACES if each in self.columns), "")
        if self.record.pk is not None or self.is_bound or not (place and self.parents):
            return
        parents = {name: getattr(self.record, name) for name in self.parents}
        rows = self.model.objects.filter(**parents)
        last = rows.aggregate(last=models.Max(place))["last"]
        if not isinstance(last, str):
            self.initial[place] = str((last or 0) + 1)

    def subject(self) -> str:
        """Return what a new record is about, beside what it belongs to."""
        return ""

    def afterword(self) -> str:
        """Return what more there is to say when the record has been saved."""
        return ""

    @classmethod
    def prepare(cls, record: Record, query: QueryDict) -> bool:
        """Make a new record ready for the form; say no when it needs more."""
        return True

    @classmethod
    def first_question(cls) -> forms.Form:
        """Return what must be asked before the form itself can be shown."""
        raise NotImplementedError

    @property
    def stamp(self) -> str:
        """Return the mark of what the form was opened on."""
        return editing.stamp_of(self.record, self.standing)

    def options(self, name: str) -> Iterable[Record]:
        """Return the records that may be chosen in a column."""
        related = cast("type[Record]", self.model._meta.get_field(name).related_model)
        return related.objects.all()

    def field_of(self, name: str) -> forms.Field:
        """Make the field of a column."""
        column: Any = self.model._meta.get_field(name)
        is_flag = isinstance(column, models.BooleanField)
        options = {
            "label": self.labels.get(name) or capfirst(translated(column.verbose_name)),
            "help_text": self.helps.get(name, ""),
            "required": name in self.needed or not (column.blank or is_flag),
        }
        if isinstance(column, models.ForeignKey):
            return self.choice_of(name, **options)
        return _plain_field(column, options)

    def choice_of(self, name: str, **options: Any) -> fields.RecordField:
        """Make a field where a record is chosen, the present one always among them."""
        records = list(self.options(name))
        present = getattr(self.record, name, None) if self.record.pk else None
        if present is not None and present not in records:
            records.append(present)
        return fields.RecordField(
            records=records, names=[name_of(each) for each in records], **options
        )

    def clean(self) -> dict[str, Any]:
        """Ask what must hold between records, once every field can be read."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        for name, sentences in self.problems().items():
            target = name if name in self.fields else None
            for sentence in sentences:
                self.add_error(target, ValidationError(_(sentence)))
        return cleaned

    def problems(self) -> editing.Problems:
        """Return what is wrong with the record as it would be saved."""
        return editing.problems_of(self.candidate(), self.today)

    def candidate(self) -> Record:
        """Return the record as it would be saved."""
        candidate = copy.copy(self.record)
        for name, value in self.values().items():
            setattr(candidate, name, value)
        return candidate

    def values(self) -> dict[str, Any]:
        """Return what is to be saved in the record's columns."""
        return {
            name: _kept(self.model._meta.get_field(name), self.cleaned_data[name])
            for name in self.columns
        }

    def besides(self) -> tuple[Beside, ...]:
        """Return what is to stand beside the record."""
        return ()

    @property
    def section(self) -> str:
        """Return the section the record belongs to."""
        return section_of(self.model)


def _plain_field(column: Any, options: dict[str, Any]) -> forms.Field:  # noqa: ANN401 - any column
    if column.choices:
        return fields.WordField(
            choices=[(word, translated(name)) for word, name in column.choices],
            **options,
        )
    if isinstance(column, models.BooleanField):
        if column.null:
            return fields.YesNoField(**options)
        return forms.BooleanField(**options)
    for kind, make in _MAKERS:
        if isinstance(column, kind):
            return make(column, options)
    raise TypeError(column)


def _kept(column: Any, value: Any) -> Any:  # noqa: ANN401 - any column, any value
    """Return nothing as the column keeps it: an empty text, or no value."""
    if value is None and not column.null and column.empty_strings_allowed:
        return ""
    return value


def _text(column: Any, options: dict[str, Any]) -> forms.Field:  # noqa: ANN401 - any column
    lines = 5 if isinstance(column, models.TextField) else 1
    most = column.max_length or MOST_CHARACTERS
    return fields.TextField(lines=lines, max_length=most, **options)


def _address(column: Any, options: dict[str, Any]) -> forms.Field:  # noqa: ANN401 - any column
    return column.formfield(  # type: ignore[no-any-return]  # Django's own field
        widget=forms.TextInput, assume_scheme="https", **options
    )


def _email(column: Any, options: dict[str, Any]) -> forms.Field:  # noqa: ANN401 - any column
    return column.formfield(**options)  # type: ignore[no-any-return]  # Django's own field


def _whole(column: Any, options: dict[str, Any]) -> forms.Field:  # noqa: ANN401 - any column
    is_small = isinstance(column, models.PositiveSmallIntegerField)
    most = SMALL_WHOLE if is_small else fields.LARGEST_WHOLE
    return fields.WholeField(most=most, **options)


def _decimal(column: Any, options: dict[str, Any]) -> forms.Field:  # noqa: ANN401 - any column
    if column.decimal_places == ORE_DECIMALS:
        return fields.SumField(**options)
    return fields.NumberField(decimals=column.decimal_places, **options)


ORE_DECIMALS = 2
MOST_CHARACTERS = 100_000
_PLACES = ("position", "number")
SMALL_WHOLE = 32_767
_MAKERS = (
    (models.URLField, _address),
    (models.EmailField, _email),
    ((models.CharField, models.TextField), _text),
    (models.DateField, lambda column, options: fields.DayField(**options)),
    (models.TimeField, lambda column, options: fields.HourField(**options)),
    (models.DecimalField, _decimal),
    (models.IntegerField, _whole),
)
