"""Changing a proposed record: the fields that were read, and those that are missing."""

import copy
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.text import capfirst

from radslag.agreement.terms import KINDS, KeyShape
from radslag.formats.cooperation_file import SHAPES, plain
from radslag.records.models import ProposedRecord, Record, Term
from radslag.records.sections import SECTIONS
from radslag.services.editing import Problems
from radslag.services.naming import kind_of, label_of
from radslag.services.readings import choosing
from radslag.services.readings.choosing import Seen
from radslag.services.readings.composing import existing_rows
from radslag.services.readings.listing import options_for
from radslag.services.readings.proposing import merged_values
from radslag.web.gate import Visit
from radslag.web.record_words import translated
from radslag.web.secretariat.editing import fields, term_words
from radslag.web.secretariat.editing.forms.agreements import PREFIX, TermForm
from radslag.web.secretariat.editing.record_forms import RecordForm
from radslag.web.secretariat.editing.shown_facts import shown_fact
from radslag.web.secretariat.readings.choices import answered, is_part
from radslag.web.secretariat.readings.clashing import (
    Clash,
    clash_page,
    is_clash,
    seen_in,
    stamp_of,
)
from radslag.web.secretariat.readings.ways import (
    actor_of,
    cooperation_of,
    number_in,
    reading_of,
    review_url,
    ways_of,
)

_UNASKED = frozenset({"key", "sha256", "position"})
_NAMES_MUNICIPALITY = frozenset({"host", "invoiced_by"})


class _ProposedForm(RecordForm):
    """A form over a record that is not there yet, with the values it would have."""

    proposal: ProposedRecord
    merged: dict[str, Any]
    is_stale = False

    def facts(self) -> dict[str, Any]:
        """Return what the record would say, as it would be typed."""
        return {
            name: shown_fact(self.fields[name], self.merged.get(name))
            for name in self.columns
        }

    def said(self) -> dict[str, Any]:
        """Return what the record would say, as a file writes it."""
        return {name: self.merged.get(name) for name in self.columns}

    def choice_of(self, name: str, **options: Any) -> Any:  # noqa: ANN401 - a field of keys
        """Offer what the reading proposes, and what is there already."""
        section = SHAPES[self.proposal.section].references[name]
        label = capfirst(translated(label_of(self.proposal.section, name)))
        choices = self.names_in(section, name)
        return fields.WordField(choices=choices, **(options | {"label": label}))

    def names_in(self, section: str, name: str = "") -> Sequence[tuple[str, str]]:
        """Return key and name of what may be chosen, the present one among them."""
        reading = self.proposal.reading
        found = dict(options_for(reading, section, reading.cooperation))
        present = self.merged.get(name)
        if isinstance(present, str) and present not in found:
            found[present] = present
        return list(found.items())

    def problems(self) -> Problems:
        """Leave the asking to the reading, which knows what else is proposed."""
        return {}

    def typed_values(self) -> dict[str, Any]:
        """Return what was typed, as a file writes it."""
        return {name: plain(value) for name, value in self.values().items()}


class _ProposedTermForm(_ProposedForm, TermForm):
    """A form over a proposed term, key by key."""

    def add_fields(self) -> None:
        """Ask for each key of the value, before the days."""
        days = dict(self.fields)
        self.fields.clear()
        for key in self.keys():
            self.fields[PREFIX + key.key] = self.field_for(key)
        self.fields |= days

    def field_for(self, key: KeyShape) -> forms.Field:
        """Make the field of one key; municipalities are those that are proposed too."""
        present = self.term.value.get(key.key)
        if key.key not in _NAMES_MUNICIPALITY:
            return term_words.field_of(key, present)
        return fields.WordField(
            choices=self.names_in("municipalities"),
            label=term_words.LABELS[key.key],
            required=key.default is None,
        )

    def facts(self) -> dict[str, Any]:
        """Return the days, and each key as it would be typed."""
        typed = {
            PREFIX + key.key: _key_typed(
                self.fields[PREFIX + key.key], self.term.value.get(key.key)
            )
            for key in self.keys()
        }
        return super().facts() | typed

    def said(self) -> dict[str, Any]:
        """Return the days, and each key of the value."""
        keys = {PREFIX + key.key: self.term.value.get(key.key) for key in self.keys()}
        return super().said() | keys


def _key_typed(field: forms.Field, value: Any) -> Any:  # noqa: ANN401 - any key's value
    if isinstance(value, dict):
        return "\n".join(f"{name} {share}" for name, share in value.items())
    return shown_fact(field, value)


def form_for(
    record: ProposedRecord, typed: QueryDict | None, visit: Visit
) -> _ProposedForm:
    """Return the form of a proposed record: what was read, and what is missing."""
    before = existing_rows(record.reading.cooperation, {record.section})
    row = before.get(record.section, {}).get(record.key)
    merged = merged_values(record.section, row, record.values, record.chosen)
    model = SECTIONS[record.section]
    kind = str(merged.get("kind", ""))
    is_term = record.section == "terms" and kind in KINDS
    shape = type(
        "ProposedForm",
        (_ProposedTermForm if is_term else _ProposedForm,),
        {
            "model": model,
            "columns": _columns(record, is_term=is_term),
            "parents": (),
            "proposal": record,
            "merged": merged,
        },
    )
    value = merged.get("value")
    instance: Record = (
        Term(kind=kind, value=value if isinstance(value, dict) else {})
        if is_term
        else model()
    )
    made = shape(typed, record=instance, today=visit.today)
    return cast("_ProposedForm", made)


def _columns(record: ProposedRecord, *, is_term: bool) -> list[str]:
    """Return the columns to ask for, in the order of the file."""
    shape = SHAPES[record.section]
    asked = {name for name, *_said in record.missing} | set(record.values)
    asked |= {name for name in shape.fields if name not in shape.defaults}
    asked |= set(record.chosen)
    if is_term:
        asked -= {"kind", "value"}
    return [name for name in shape.columns if name in asked and name not in _UNASKED]


def change(
    request: HttpRequest, number: int, record: int, cooperation: str = ""
) -> HttpResponse:
    """Ask for other values of a proposed record, and accept it with them."""
    found = _asked(request, number, record)
    if request.method == "POST":
        return _changed(request, found)
    return _asking(request, found, form_for(found, None, cast("Visit", request)))


def _asked(request: HttpRequest, number: int, record: int) -> ProposedRecord:
    reading = reading_of(request, number)
    found: ProposedRecord | None = reading.proposals.filter(pk=record).first()
    # What was read in while somebody typed is told of, and her words are kept.
    if found is None or (found.applying_id and request.method != "POST"):
        raise Http404
    found.reading = reading
    return found


def _changed(request: HttpRequest, found: ProposedRecord) -> HttpResponse:
    """Save what was typed, unless another choice was made meanwhile."""
    if is_clash(request.POST, found):
        return _settled(request, found)
    form = form_for(found, request.POST, cast("Visit", request))
    return _saved(request, found, form)


def _settled(request: HttpRequest, found: ProposedRecord) -> HttpResponse:
    """Let somebody choose between two, and save what she has chosen."""
    visit = cast("Visit", request)
    present = form_for(found, None, visit)
    before = _before(found, present, seen_in(request.POST), visit)
    clash = Clash(request.POST, found, present, before)
    if clash.is_open:
        return clash_page(
            request, clash, _address(request, found), _back(request, found)
        )
    if clash.is_stale or clash.holds_theirs:
        return _done(request, found)
    return _saved(request, found, form_for(found, clash.settled, visit))


def _before(
    found: ProposedRecord, present: _ProposedForm, seen: Seen | None, visit: Visit
) -> dict[str, Any]:
    """Return what those fields said that another has changed since it was seen."""
    if seen is None:
        return {}
    earlier = copy.copy(found)
    earlier.chosen = seen.chosen
    then, now = form_for(earlier, None, visit).said(), present.said()
    return {name: value for name, value in then.items() if value != now.get(name)}


def _saved(
    request: HttpRequest, found: ProposedRecord, form: _ProposedForm
) -> HttpResponse:
    if form.is_valid() and _is_saved(request, found, form):
        return _done(request, found)
    if form.is_stale:
        found.refresh_from_db(fields=["choice", "chosen", "chosen_by_name"])
        return _settled(request, found)
    return _asking(request, found, form)


def _is_saved(request: HttpRequest, found: ProposedRecord, form: _ProposedForm) -> bool:
    actor, values, seen = actor_of(request), form.typed_values(), Seen.of(found)
    try:
        choosing.change(actor, found.reading, found.pk, values, seen=seen)
    except choosing.ChosenMeanwhile:
        form.is_stale = True
    except choosing.Faulty as faulty:
        _tell(form, faulty)
    except choosing.CannotChoose as cannot:
        form.add_error(None, str(cannot))
    else:
        return True
    return False


def _done(request: HttpRequest, found: ProposedRecord) -> HttpResponse:
    if is_part(request):
        return answered(request, found.reading, [found.pk])
    return redirect(_back(request, found))


def _asking(
    request: HttpRequest, found: ProposedRecord, form: _ProposedForm
) -> HttpResponse:
    name = "_change" if is_part(request) else "change"
    return render(
        request,
        f"secretariat/readings/{name}.html",
        {
            "form": form,
            "label": found.label,
            "kind": translated(kind_of(found.section)),
            "record_id": found.pk,
            "address": _address(request, found),
            "stamp": stamp_of(Seen.of(found)),
            "back_url": _back(request, found),
            "is_first": cooperation_of(request) is None,
        },
    )


def _tell(form: _ProposedForm, faulty: choosing.Faulty) -> None:
    for name, sentences in faulty.faults.items():
        place = name if name in form.fields else None
        for sentence in sentences:
            form.add_error(place, capfirst(sentence))


def _address(request: HttpRequest, record: ProposedRecord) -> str:
    return ways_of(request).to("change", record.reading_id, record.pk)


def _back(request: HttpRequest, record: ProposedRecord) -> str:
    page = number_in(request, "page")
    ways = ways_of(request)
    return review_url(ways, record.reading, post=record.pk, page=page)
