"""Forms for the agreement: its signatures, its paragraphs and its dated terms.

A term's value is filled in key by key, as its kind says; never as it is stored. A
term that is to say something new from a later day is a new term.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from radslag.agreement.terms import (
    KINDS,
    BadTerm,
    KeyShape,
    keys_of,
    read_term,
    write_term,
)
from radslag.agreement.wording import capitalised
from radslag.records.models import (
    Agreement,
    Municipality,
    Paragraph,
    Record,
    Signature,
    Term,
)
from radslag.services.editing import Problems
from radslag.web.record_words import translated
from radslag.web.secretariat.editing import fields, reading, term_words
from radslag.web.secretariat.editing.forms.parties import DAY_HELP, UNTIL_HELP
from radslag.web.secretariat.editing.record_forms import RecordForm

PREFIX = "value_"


class AgreementForm(RecordForm):
    """An agreement and when it is in force."""

    model = Agreement
    columns = (
        "title",
        "signed_on",
        "in_force_from",
        "in_force_until",
        "note",
        "is_public",
    )
    labels = {"is_public": _("Får visas för alla")}
    helps = {"in_force_from": DAY_HELP, "in_force_until": UNTIL_HELP}


class SignatureForm(RecordForm):
    """A municipality's signature under an agreement, and the day if it is known."""

    model = Signature
    parents = ("agreement",)
    columns = ("municipality", "signed_on", "signed_by")
    labels = {"signed_by": _("Undertecknat av")}
    helps = {
        "signed_on": DAY_HELP,
        "signed_by": _("Namn eller uppdrag, som det står under avtalet."),
    }


class ParagraphForm(RecordForm):
    """A paragraph in a short paraphrase."""

    model = Paragraph
    parents = ("agreement",)
    columns = ("number", "heading", "text", "position")
    labels = {"position": _("Plats i ordningen")}
    helps = {
        "number": _("Bara numret, utan §."),
        "text": _("Återge kort vad paragrafen säger, med egna ord."),
        "position": _("Lägst nummer kommer först."),
    }


def kinds() -> list[tuple[str, str, str]]:
    """Return every kind of term with its rule, if it has several, and its name."""
    found = []
    for kind in KINDS.values():
        rules = [_rule_of(each) for each in kind.classes]
        for rule in rules if len(rules) > 1 else [""]:
            name = translated(kind.name)
            name = f"{name}: {term_words.WORDS[rule]}" if rule else name
            found.append((kind.key, rule, name))
    return found


class KindForm(forms.Form):
    """Which kind of term to add."""

    slag = fields.WordField(choices=[], label=_("Vad ska villkoret handla om?"))

    def __init__(self) -> None:
        """Offer every kind there is."""
        super().__init__()
        cast("forms.ChoiceField", self.fields["slag"]).choices = [
            (f"{key}.{rule}" if rule else key, name[:1].upper() + name[1:])
            for key, rule, name in kinds()
        ]


class TermForm(RecordForm):
    """A dated term of the kind that the record has been given."""

    model = Term
    parents = ("agreement",)
    columns = ("applies_from", "applies_until", "paragraph", "decided_on", "source")
    labels = {"paragraph": _("Paragraf")}
    helps = {
        "applies_from": DAY_HELP,
        "applies_until": _(
            "Lämna tomt: ett senare villkor tar över av sig självt. Ange en dag bara "
            "när villkoret upphör utan att något nytt tar vid."
        ),
        "source": _("Beslutet eller handlingen där det står."),
    }

    @classmethod
    def prepare(cls, record: Record, query: QueryDict) -> bool:
        """Give a new term its kind, or what an earlier one says."""
        term = cast("Term", record)
        earlier = Term.objects.filter(key=query.get("efter", "")).first()
        if earlier is not None:
            term.kind, term.value = earlier.kind, dict(earlier.value)
            return True
        kind, _dot, rule = query.get("slag", "").partition(".")
        term.kind, term.value = kind, {"rule": rule} if rule else {}
        return (kind, rule) in {(key, each) for key, each, _name in kinds()}

    @classmethod
    def first_question(cls) -> forms.Form:
        """Ask what kind of term it is."""
        return KindForm()

    def subject(self) -> str:
        """Return which kind of term it is."""
        return capitalised(translated(KINDS[self.term.kind].name))

    @property
    def term(self) -> Term:
        """Return the record, which is a term."""
        return cast("Term", self.record)

    def options(self, name: str) -> Iterable[Record]:
        """Offer the paragraphs of the same agreement."""
        return Paragraph.objects.filter(agreement=self.term.agreement_id)

    def keys(self) -> list[KeyShape]:
        """Return the keys of the term's value, but for the rule that chooses them."""
        if self.term.kind not in KINDS:
            return []
        value_class = class_of(self.term.kind, self.term.value.get("rule"))
        keys = keys_of(value_class)
        is_fee = len(KINDS[self.term.kind].classes) > 1
        return [key for key in keys if not (is_fee and key.key == "rule")]

    def add_fields(self) -> None:
        """Ask for each key, before the days."""
        days = dict(self.fields)
        self.fields.clear()
        for key in self.keys():
            present = self.term.value.get(key.key)
            self.fields[PREFIX + key.key] = term_words.field_of(key, present)
        self.fields |= days

    def facts(self) -> dict[str, Any]:
        """Return the term's days, and each key of its value as it would be typed."""
        return super().facts() | {
            PREFIX + key.key: _shown(key, self.term.value) for key in self.keys()
        }

    def clean(self) -> dict[str, Any]:
        """Find the municipality of each fixed share, by its name or its key."""
        typed = self.cleaned_data.get(PREFIX + "shares")
        if typed:
            known = _municipalities()
            shares = dict(_share(line) for line in typed.splitlines() if line.strip())
            unknown = [name for name in shares if name.lower() not in known]
            for name in unknown:
                sentence = gettext("Ingen kommun heter ”%(name)s”.") % {"name": name}
                self.add_error(PREFIX + "shares", sentence)
            if not unknown:
                self.cleaned_data[PREFIX + "shares"] = {
                    known[name.lower()]: share for name, share in shares.items()
                }
        return super().clean()

    def values(self) -> dict[str, Any]:
        """Return the days, and the value as the agreement's rules read it."""
        return super().values() | {"kind": self.term.kind, "value": self._value()}

    def _value(self) -> dict[str, Any]:
        value = {
            key.key: _stored(key, self.fields[PREFIX + key.key], typed)
            for key in self.keys()
            if (typed := self.cleaned_data[PREFIX + key.key]) not in (None, "", [])
        }
        if "rule" in self.term.value and len(KINDS[self.term.kind].classes) > 1:
            value["rule"] = self.term.value["rule"]
        try:
            return write_term(read_term(self.term.kind, value))
        except BadTerm:
            # Kept as it is: the rules are asked again, and say what is wrong.
            return value

    def problems(self) -> Problems:
        """Return what is wrong, with the keys and words in Swedish."""
        return {
            name: [in_swedish(sentence) for sentence in sentences]
            for name, sentences in super().problems().items()
        }


def class_of(kind: str, rule: object) -> type:
    """Return the class of a kind's value; the rule chooses where there are several."""
    classes = KINDS[kind].classes
    if len(classes) == 1:
        return classes[0]
    return next((each for each in classes if _rule_of(each) == rule), classes[0])


def _rule_of(value_class: type) -> str:
    found = (key.default for key in keys_of(value_class) if key.key == "rule")
    return str(next(found, ""))


def _municipalities() -> dict[str, str]:
    """Return the key of each municipality by its name and by its key."""
    rows = Municipality.objects.values_list("name", "key")
    return {word.lower(): key for name, key in rows for word in (name, key)}


def _share(line: str) -> tuple[str, str]:
    words = line.replace(":", " ").split()
    return " ".join(words[:-1]), words[-1]


def _shown(key: KeyShape, value: dict[str, Any]) -> Any:  # noqa: ANN401 - any key's value
    raw = value.get(key.key)
    if raw is None:
        raw = None if key.default is None else key.shape.write(key.default)
    if isinstance(raw, dict):
        return "\n".join(f"{name} {share}" for name, share in raw.items())
    if key.key.endswith("_sek") and raw is not None:
        return reading.written_sum(Decimal(str(raw)))
    if isinstance(raw, bool | list):
        return raw
    return "" if raw is None else str(raw)


def _stored(key: KeyShape, field: forms.Field, typed: Any) -> Any:  # noqa: ANN401 - any key's value
    if isinstance(field, fields.SumField):
        return f"{typed.normalize():f}"
    if isinstance(field, fields.DayField):
        return typed.isoformat()
    return typed


def in_swedish(sentence: str) -> str:
    """Say the keys and words of a sentence about a term as the form says them."""
    kinds = {kind.key: kind.name for kind in KINDS.values()}
    said: dict[str, Any] = term_words.WORDS | kinds | term_words.LABELS

    def swedish(found: re.Match[str]) -> str:
        word = found["word"]
        return f"{found['before']}”{said[word]}”" if word in said else found[0]

    for place in _PLACES_OF_WORDS:
        sentence = re.sub(place, swedish, sentence)
    return sentence


# Where a sentence names a key or a word: in quotes, around "är", or joined by _.
_PLACES_OF_WORDS = (
    r"(?P<before>)”(?P<word>[a-z_]+)”",
    r"(?P<before>när )(?P<word>[a-z_]+)(?= är )",
    r"(?P<before> är )(?P<word>[a-z_]+)(?=\.$)",
    r"(?P<before>\b)(?P<word>[a-z]+_[a-z_]+)\b",
)
