"""Two who edit one record: both texts are shown, and neither is lost."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from radslag.services import editing
from radslag.web.gate import Visit
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.editors import Editor
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.pages import history
from radslag.web.secretariat.editing.record_forms import RecordForm
from radslag.web.secretariat.editing.shown_facts import (
    in_words,
    is_same,
    shown_fact,
)
from radslag.web.secretariat.editing.visiting import BACK

SETTLES = "avgor"
CHOICE = "behall-"
MINE, THEIRS, BOTH = "min", "andras", "bada"
CONFLICT = 409
# Longer texts are marked whole: comparing every word with every other takes too long.
MOST_COMPARED = 1_000_000


def settles(typed: QueryDict) -> bool:
    """Say whether somebody has chosen between two texts."""
    return SETTLES in typed


def differ(typed: QueryDict, present: RecordForm) -> bool:
    """Say whether anything typed is other than what is saved now."""
    return any(_differing(typed, present))


def page(visit: Visit, editor: Editor, present: RecordForm) -> HttpResponse:
    """Show what was typed beside what another has saved, field by field."""
    typed, record = visit.POST, present.record
    return render(
        visit,
        "secretariat/editing/conflict.html",
        {
            "heading": _("Någon annan har sparat medan du skrev"),
            "about": name_of(record),
            "rows": rows_of(typed, present, _before(typed, present)),
            "hidden": list(typed_pairs(typed, present)),
            "stamp": present.stamp,
            "settles": SETTLES,
            "back_name": BACK,
            "back": typed.get(BACK, ""),
            "latest": next(iter(history(editor, record.key)), None),
            "must_choose": settles(typed) and settled(typed, present) is None,
        },
        status=CONFLICT,
    )


def rows_of(
    typed: QueryDict, present: RecordForm, before: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return the two texts of each field where they differ, and the likely choice.

    `before` is what those fields said that another has changed, before she did.
    """
    return [_row(name, typed, present, before) for name in _differing(typed, present)]


def settled(typed: QueryDict, present: RecordForm) -> QueryDict | None:
    """Return what is to be saved after the choices; nothing when one is left out."""
    result = typed.copy()
    for name in _differing(typed, present):
        choice = typed.get(CHOICE + name)
        if choice not in (MINE, THEIRS, BOTH):
            return None
        mine, theirs = typed_value(typed, name, present), present.initial.get(name)
        if choice == THEIRS:
            _put(result, name, present.fields[name], theirs)
        elif choice == BOTH:
            _put(result, name, present.fields[name], _both(mine, theirs, present, name))
    return result


def typed_value(typed: QueryDict, name: str, form: RecordForm) -> Any:  # noqa: ANN401 - as sent
    """Return what was sent in a field, the way the field reads it."""
    return form.fields[name].widget.value_from_datadict(typed, {}, name)


def _differing(typed: QueryDict, present: RecordForm) -> Iterator[str]:
    for name, field in present.fields.items():
        mine = typed_value(typed, name, present)
        if not is_same(field, mine, present.initial.get(name)):
            yield name


def _before(typed: QueryDict, present: RecordForm) -> dict[str, Any]:
    """Return what the fields said that others have changed, before they did."""
    version = typed.get("stamp", "").partition("-")[0]
    if not version.isdigit():
        return {}
    before: dict[str, Any] = {}
    for change in editing.changes_since(present.record, int(version)):
        before |= change.before
    return before


def _row(
    name: str, typed: QueryDict, present: RecordForm, before: dict[str, Any]
) -> dict[str, Any]:
    field = present.fields[name]
    mine, theirs = typed_value(typed, name, present), present.initial.get(name)
    return {
        "name": CHOICE + name,
        "label": field.label,
        "mine": _marked(in_words(field, mine), in_words(field, theirs)),
        "theirs": _marked(in_words(field, theirs), in_words(field, mine)),
        "may_keep_both": isinstance(field, fields.TextField | forms.MultipleChoiceField)
        and bool(mine)
        and bool(theirs),
        "chosen": typed.get(CHOICE + name) or _likely(name, field, mine, before),
    }


def _marked(text: str, other: str) -> list[tuple[str, bool]]:
    """Return the text in pieces, each with whether the other text lacks it."""
    words, others = (re.findall(r"\s+|\S+", each) for each in (text, other))
    if len(words) * len(others) > MOST_COMPARED:
        return [(text, text != other)] if text else []
    steps = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    return [
        ("".join(words[start:end]), step != "equal")
        for step, start, end, _from, _to in steps
        if start < end
    ]


def _likely(name: str, field: forms.Field, mine: Any, before: dict[str, Any]) -> str:  # noqa: ANN401 - as sent
    """Return the choice that loses nothing, where only one of two has changed it."""
    if name not in before:
        return MINE
    return THEIRS if is_same(field, mine, shown_fact(field, before[name])) else ""


def _both(mine: Any, theirs: Any, present: RecordForm, name: str) -> Any:  # noqa: ANN401 - as sent
    field = present.fields[name]
    if isinstance(mine, list):
        return [*mine, *(each for each in theirs if each not in mine)]
    is_long = isinstance(field, fields.TextField) and field.lines > 1
    return f"{theirs}\n\n{mine}" if is_long else f"{theirs} – {mine}"


def _put(typed: QueryDict, name: str, field: forms.Field, value: Any) -> None:  # noqa: ANN401 - as shown
    """Put a value where a browser would have sent it."""
    if isinstance(field, forms.BooleanField):
        typed.pop(name, None)
        if value:
            typed[name] = "on"
    else:
        typed.setlist(name, value if isinstance(value, list) else [str(value)])


def typed_pairs(typed: QueryDict, present: RecordForm) -> Iterator[tuple[str, str]]:
    """Give what was sent in each field, to be sent again."""
    for name in present.fields:
        for value in typed.getlist(name):
            yield name, value
