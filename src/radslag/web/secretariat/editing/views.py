"""The pages where a record is corrected and added."""

import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from radslag.records.models import Record
from radslag.services import editing
from radslag.services.journal import ChangedMeanwhile
from radslag.web.gate import Visit
from radslag.web.secretariat.editing import conflicts, removed
from radslag.web.secretariat.editing.editors import EDITORS, Editor
from radslag.web.secretariat.editing.pages import form_page, mark_of
from radslag.web.secretariat.editing.record_forms import RecordForm
from radslag.web.secretariat.editing.visiting import (
    actor_of,
    editor_of,
    note_done,
    tell,
    visit_of,
    way_back,
)

NOT_READY = 422
REFILL = "fyll-i"


def edit(
    request: HttpRequest, cooperation: str, section: str, record_key: str
) -> HttpResponse:
    """Correct a record."""
    visit, editor = visit_of(request), editor_of(section)
    record = editor.find(record_key)
    if record is None:
        return removed.page(visit, editor, record_key)
    if request.method == "POST":
        return _correct(visit, editor, record)
    form = editor.form(record=record, today=visit.today)
    return form_page(visit, editor, form)


def _correct(visit: Visit, editor: Editor, record: Record) -> HttpResponse:
    present = editor.form(record=record, today=visit.today)
    typed: QueryDict | None = visit.POST
    if visit.POST.get("stamp") != present.stamp:
        return _stale(visit, editor, present)
    if conflicts.settles(visit.POST):
        typed = conflicts.settled(visit.POST, present)
    if typed is None:
        return conflicts.page(visit, editor, present)
    form = editor.form(typed, record=record, today=visit.today)
    if not form.is_valid():
        return form_page(visit, editor, form, status=NOT_READY)
    return _save(visit, editor, form)


def _stale(visit: Visit, editor: Editor, present: RecordForm) -> HttpResponse:
    """Answer somebody who saves over what was saved meanwhile."""
    if not conflicts.settles(visit.POST) and not conflicts.differ(visit.POST, present):
        # Sent twice: the first has saved it already.
        tell(visit, actor_of(visit), "")
        return redirect(_after(visit, editor, present.record))
    return conflicts.page(visit, editor, present)


def _save(visit: Visit, editor: Editor, form: RecordForm) -> HttpResponse:
    actor, record = actor_of(visit), form.record
    try:
        editing.change(actor, record, form.values(), form.besides(), stamp=form.stamp)
    except editing.RemovedMeanwhile:
        return removed.page(visit, editor, record.key)
    except ChangedMeanwhile:
        fresh = editor.find(record.key)
        if fresh is None:
            return removed.page(visit, editor, record.key)
        present = editor.form(record=fresh, today=visit.today)
        return conflicts.page(visit, editor, present)
    except (editing.Collision, editing.Protected) as refusal:
        return _refused(visit, editor, form, refusal)
    tell(visit, actor, _("Sparat"), form.afterword())
    note_done(visit, mark_of(editor, record, visit.POST.get("stamp", "")))
    return redirect(_after(visit, editor, record))


def _refused(
    visit: Visit, editor: Editor, form: RecordForm, refusal: Exception
) -> HttpResponse:
    """Say why the record was not saved, with everything typed left standing."""
    sentence = (
        str(refusal)
        if isinstance(refusal, editing.Protected)
        else _(
            "Uppgiften går inte ihop med något som någon annan just sparade. Inget av "
            "ditt är sparat. Ladda om sidan i en ny flik och jämför."
        )
    )
    form.add_error(None, sentence)
    return form_page(visit, editor, form, status=NOT_READY)


def _after(visit: Visit, editor: Editor, record: Record) -> str:
    return way_back(visit) or editor.returns_to(record, visit.cooperation.key)


def add(request: HttpRequest, cooperation: str, section: str) -> HttpResponse:
    """Add a record."""
    visit, editor = visit_of(request), editor_of(section)
    record = editor.form.model(**_parents(editor, request.GET))
    if not editor.form.prepare(record, request.GET):
        return _ask_first(visit, editor)
    if request.method == "POST" and REFILL not in request.POST:
        return _add(visit, editor, record)
    form = editor.form(record=record, today=visit.today)
    asked = request.POST if REFILL in request.POST else request.GET
    form.initial = {
        **form.initial,
        **{
            name: asked.getlist(name)
            if isinstance(form.initial.get(name), list)
            else value
            for name, value in asked.items()
            if name in form.fields
        },
    }
    return form_page(visit, editor, form, once=secrets.token_urlsafe(16))


def _parents(editor: Editor, query: QueryDict) -> dict[str, Any]:
    """Return what the new record belongs to; it must be of this cooperation."""
    found = {}
    for name in editor.form.parents:
        target: Any = editor.form.model._meta.get_field(name).related_model
        parent = _parent(target, query.get(name, ""))
        if parent is None:
            raise Http404
        found[name] = parent
    return found


def _parent(model: type[Record], key: str) -> Record | None:
    own = next((each for each in EDITORS.values() if each.form.model is model), None)
    return own.find(key) if own else model.objects.filter(key=key).first()


def _ask_first(visit: Visit, editor: Editor) -> HttpResponse:
    return render(
        visit,
        "secretariat/editing/first_question.html",
        {
            "form": editor.form.first_question(),
            "heading": editor.adds,
            "chosen": [(name, visit.GET.get(name)) for name in editor.form.parents],
        },
    )


def _add(visit: Visit, editor: Editor, record: Record) -> HttpResponse:
    form = editor.form(visit.POST, record=record, today=visit.today)
    once = visit.POST.get("once", "")
    if not form.is_valid():
        return form_page(visit, editor, form, once=once, status=NOT_READY)
    actor, new = actor_of(visit), form.candidate()
    try:
        _key, is_new = editing.add(actor, new, form.besides(), once=once)
    except (editing.Collision, editing.Protected) as refusal:
        return _refused(visit, editor, form, refusal)
    if is_new:
        tell(visit, actor, _("Sparat"), form.afterword())
    note_done(visit, once)
    return redirect(_after(visit, editor, new))
