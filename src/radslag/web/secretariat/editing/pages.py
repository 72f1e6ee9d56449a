"""The page that a form stands on: heading, what belongs to the record, its history."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from radslag.records.models import Change, Record
from radslag.services import journal, naming
from radslag.web import edit_links
from radslag.web.gate import Visit
from radslag.web.record_words import translated
from radslag.web.secretariat.editing.editors import EDITORS, Editor
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.record_forms import RecordForm
from radslag.web.secretariat.editing.visiting import BACK, DONE, way_back

MOST_CHILDREN = 60
LATEST = 8


def form_page(
    visit: Visit,
    editor: Editor,
    form: RecordForm,
    *,
    once: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show a form with all that surrounds it."""
    record = form.record
    is_new = record.pk is None
    back = way_back(visit)
    shown = {
        "form": form,
        "is_new": is_new,
        "heading": editor.adds if is_new else _heading(editor),
        "about": _belongs_to(editor, form) if is_new else name_of(record),
        "thing": editor.thing,
        "once": once,
        "mark": once or mark_of(editor, record, form.stamp),
        "done": visit.session.get(DONE, ""),
        "back": back,
        "cancel_url": back or _otherwise(editor, record, visit),
        "back_name": BACK,
    }
    if not is_new:
        shown |= _surroundings(visit, editor, record)
    return render(visit, "secretariat/editing/form.html", shown, status=status)


def mark_of(editor: Editor, record: Record, stamp: str) -> str:
    """Return a mark for a form opened on a record as it stood."""
    return f"{editor.section}/{record.key}/{stamp}"


def _heading(editor: Editor) -> str:
    return _("Ändra %(thing)s") % {"thing": editor.thing}


def _otherwise(editor: Editor, record: Record, visit: Visit) -> str:
    if record.pk is None:
        return reverse("edit-section", args=[visit.cooperation.key, editor.section])
    return editor.returns_to(record, visit.cooperation.key)


def _belongs_to(editor: Editor, form: RecordForm) -> str:
    parents = [name_of(getattr(form.record, name)) for name in editor.form.parents]
    return ", ".join(words for words in (form.subject(), *parents) if words)


def _surroundings(visit: Visit, editor: Editor, record: Record) -> dict[str, Any]:
    cooperation = visit.cooperation.key
    return {
        "remove_url": reverse(
            "remove-record", args=[cooperation, editor.section, record.key]
        ),
        "children": [
            _children(visit, EDITORS[section], record) for section in editor.children
        ],
        "history": history(editor, record.key),
        "amend_url": _amend_url(visit, editor, record),
        "attendance_url": edit_links.attendance_url(visit, record.key)
        if editor.section == "meetings"
        else "",
    }


def _children(visit: Visit, editor: Editor, parent: Record) -> dict[str, Any]:
    column = _column_of(editor, parent)
    found = editor.records().filter(**{column: parent})
    rows: list[Record] = list(found[: MOST_CHILDREN + 1])
    return {
        "title": capfirst(editor.plural),
        "rows": [
            (name_of(row), edit_links.edit_url(visit, editor.section, row.key))
            for row in rows[:MOST_CHILDREN]
        ],
        "has_more": len(rows) > MOST_CHILDREN,
        "list_url": reverse(
            "edit-section", args=[visit.cooperation.key, editor.section]
        ),
        "adds": editor.adds,
        "add_url": edit_links.add_url(visit, editor.section, **{column: parent.key}),
    }


def _column_of(editor: Editor, parent: Record) -> str:
    """Return the column by which a section's records belong to the parent."""
    for name in (*editor.form.parents, *editor.form.columns):
        if editor.form.model._meta.get_field(name).related_model is type(parent):
            return name
    raise LookupError(editor.section)


def _amend_url(visit: Visit, editor: Editor, record: Any) -> str:  # noqa: ANN401 - any record
    """Return where a term gets a follower that says something new from a day."""
    if editor.section != "terms":
        return ""
    return edit_links.add_url(
        visit, "terms", agreement=record.agreement.key, efter=record.key
    )


def history(editor: Editor, key: str) -> list[dict[str, Any]]:
    """Return who last changed the record and what, newest first."""
    changes = journal.history_of(editor.section, key)[:LATEST]
    return [
        {
            "at": change.changed_at,
            "who": change.changed_by_name,
            "what": translated(Change.Action(change.action).label),
            "fields": list(_changed_fields(editor, change)),
        }
        for change in changes
    ]


def _changed_fields(
    editor: Editor, change: Change
) -> Iterable[tuple[str, object, object]]:
    if change.action != Change.Action.CHANGED:
        return
    for name, after in change.after.items():
        yield label_of(editor, name), change.before.get(name), after


def label_of(editor: Editor, name: str) -> str:
    """Return what a column is called on the editor's form, or else in the tables."""
    label = editor.form.labels.get(name)
    return capfirst(str(label or translated(naming.label_of(editor.section, name))))
