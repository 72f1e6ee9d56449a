"""The fields of the forms: each reads what people type, and says kindly what is wrong.

What was typed is never rewritten while a fault is left; it stands as it was.
"""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.records.models import Record
from radslag.web.secretariat.editing import reading

LARGEST_WHOLE = 2_147_483_647
LARGEST_SUM = Decimal("999999999999.99")
REQUIRED = {"required": gettext_lazy("Fyll i fältet.")}
Choice = tuple[str, str]


class TextField(forms.CharField):
    """A text: one line, or several with `lines`."""

    def __init__(self, *, lines: int = 1, **options: Any) -> None:
        """Take up so many lines on the page."""
        widget = forms.Textarea(attrs={"rows": lines}) if lines > 1 else None
        super().__init__(widget=widget, error_messages=REQUIRED, **options)
        self.lines = lines

    def to_python(self, value: Any) -> str:  # noqa: ANN401 - what a browser sent
        """Give every line the same ending; a single line has none inside."""
        text = str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")
        return text if self.lines > 1 else text.replace("\n", " ")

    def validate(self, value: Any) -> None:  # noqa: ANN401 - as above
        """Refuse what cannot be seen but turns or breaks the text."""
        super().validate(value)
        found = reading.hidden_in(value)
        if found:
            raise ValidationError(
                _(
                    "Texten innehåller ett tecken som inte syns (%(code)s) och som "
                    "kan vända eller bryta den. Skriv om stället%(place)s."
                )
                % {"code": f"U+{ord(found):04X}", "place": _place(value, found)}
            )

    def run_validators(self, value: Any) -> None:  # noqa: ANN401 - as above
        """Say how much too long a text is."""
        if self.max_length is not None and len(value) > self.max_length:
            raise ValidationError(
                _("Texten är %(length)s tecken; högst %(most)s får plats.")
                % {"length": len(value), "most": self.max_length}
            )


def _place(text: str, found: str) -> str:
    before = text[: text.index(found)].split()
    return _(" efter ”%(word)s”") % {"word": before[-1][-40:]} if before else ""


class _TypedField(forms.Field):
    """A field that is typed as text and understood as something else."""

    def __init__(self, **options: Any) -> None:
        """Be a line of text on the page."""
        super().__init__(
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            error_messages=REQUIRED,
            **options,
        )

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - whatever the field holds
        """Understand what was typed; empty is nothing."""
        text = str(value).strip() if value is not None else ""
        return self.read(text) if text else None

    def read(self, text: str) -> Any:  # noqa: ANN401 - as above
        """Understand a text that is not empty."""
        raise NotImplementedError


class DayField(_TypedField):
    """A day."""

    def read(self, text: str) -> date:
        """Understand the forms a day is written in."""
        try:
            return reading.read_day(text)
        except reading.Unclear:
            raise ValidationError(
                _("Skriv en dag som finns, som år-månad-dag: 2026-04-23.")
            ) from None


class HourField(_TypedField):
    """An hour of the day."""

    def read(self, text: str) -> time:
        """Understand the forms an hour is written in."""
        try:
            return reading.read_hour(text)
        except reading.Unclear:
            raise ValidationError(_("Skriv klockslaget så här: 13.00.")) from None


class SumField(_TypedField):
    """A sum of money in kronor."""

    def __init__(self, *, may_be_negative: bool = True, **options: Any) -> None:
        """Take sums below nothing, or not."""
        super().__init__(**options)
        self.least = -LARGEST_SUM if may_be_negative else Decimal(0)

    def read(self, text: str) -> Decimal:
        """Understand the forms a sum is written in."""
        try:
            amount = reading.read_sum(text)
        except reading.Unclear:
            raise ValidationError(
                _("Skriv summan med siffror, till exempel 2 102 500,50.")
            ) from None
        if amount < self.least:
            raise ValidationError(_("Summan kan inte vara mindre än noll."))
        if abs(amount) > LARGEST_SUM:
            raise ValidationError(_("Summan är för stor."))
        return amount.quantize(Decimal("0.01"))


class NumberField(_TypedField):
    """A measured number, with so many decimals at most."""

    def __init__(self, *, decimals: int, **options: Any) -> None:
        """Take numbers with so many decimals."""
        super().__init__(**options)
        self.decimals = decimals

    def read(self, text: str) -> Decimal:
        """Understand a number with or without spaces and decimals."""
        try:
            number = reading.read_number(text)
        except reading.Unclear:
            raise ValidationError(
                _("Skriv ett tal med siffror, till exempel 87,5.")
            ) from None
        if abs(number) > LARGEST_SUM:
            raise ValidationError(_("Talet är för stort."))
        exact = number.quantize(Decimal(1).scaleb(-self.decimals))
        if exact != number:
            raise ValidationError(
                _("Skriv talet med högst %(most)s decimaler.") % {"most": self.decimals}
            )
        return exact


class WholeField(_TypedField):
    """A whole number."""

    def __init__(
        self, *, least: int = 0, most: int = LARGEST_WHOLE, **options: Any
    ) -> None:
        """Take numbers within limits."""
        super().__init__(**options)
        self.least, self.most = least, most

    def read(self, text: str) -> int:
        """Understand a number with or without spaces."""
        try:
            number = reading.read_whole(text)
        except reading.Unclear:
            raise ValidationError(
                _("Skriv ett helt tal med siffror, till exempel 525 625.")
            ) from None
        if not self.least <= number <= self.most:
            raise ValidationError(
                _("Skriv ett tal från %(least)s till %(most)s.")
                % {"least": self.least, "most": self.most}
            )
        return number


class WordField(forms.ChoiceField):
    """A word of a closed list."""

    def __init__(self, *, choices: Sequence[Choice], **options: Any) -> None:
        """Offer the words, and to leave it open where it may be."""
        required = options.get("required", True)
        blank = gettext_lazy("Välj") if required else gettext_lazy("Ej angivet")
        super().__init__(
            choices=[("", blank), *choices],
            error_messages={
                "required": gettext_lazy("Välj något i listan."),
                "invalid_choice": gettext_lazy("Välj något i listan."),
            },
            **options,
        )


class YesNoField(forms.TypedChoiceField):
    """Yes, no or not known."""

    def __init__(self, **options: Any) -> None:
        """Offer all three."""
        super().__init__(
            choices=[
                ("", gettext_lazy("Ej angivet")),
                ("True", gettext_lazy("Ja")),
                ("False", gettext_lazy("Nej")),
            ],
            coerce=lambda value: value == "True",
            empty_value=None,
            **options,
        )


class RecordField(WordField):
    """Another record of the cooperation, chosen by name."""

    def __init__(
        self, *, records: Sequence[Record], names: Sequence[str], **options: Any
    ) -> None:
        """Offer the records, and no others."""
        self.records = {record.key: record for record in records}
        super().__init__(choices=list(zip(self.records, names, strict=True)), **options)

    def clean(self, value: Any) -> Record | None:  # noqa: ANN401 - what a browser sent
        """Return the record that was chosen."""
        key = super().clean(value)
        return self.records[key] if key else None


class RecordsField(forms.MultipleChoiceField):
    """Several other records of the cooperation."""

    def __init__(
        self, *, records: Sequence[Record], names: Sequence[str], **options: Any
    ) -> None:
        """Offer the records, and no others."""
        self.records = {record.key: record for record in records}
        super().__init__(
            choices=list(zip(self.records, names, strict=True)),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={
                "invalid_choice": gettext_lazy("Välj bland dem som visas.")
            },
            **options,
        )

    def clean(self, value: Any) -> list[Record]:  # noqa: ANN401 - as above
        """Return the records that were chosen, in the order of the list."""
        keys = set(super().clean(value))
        return [record for key, record in self.records.items() if key in keys]
