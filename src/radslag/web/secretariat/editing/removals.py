"""Removing a record after a question, and taking back what was just done."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from radslag.records.models import Record
from radslag.services import editing
from radslag.services.journal import ChangedMeanwhile
from radslag.web.gate import Visit
from radslag.web.record_words import translated
from radslag.web.secretariat.editing import removed
from radslag.web.secretariat.editing.editors import Editor
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.visiting import (
    BACK,
    actor_of,
    editor_of,
    tell,
    visit_of,
    way_back,
)

CONFLICT = 409


def remove(
    request: HttpRequest, cooperation: str, section: str, record_key: str
) -> HttpResponse:
    """Tell what goes with a record, and remove it when that is confirmed."""
    visit, editor = visit_of(request), editor_of(section)
    record = editor.find(record_key)
    if record is None:
        return removed.page(visit, editor, record_key)
    if request.method == "POST":
        return _remove(visit, editor, record)
    return _question(visit, editor, record)


def _remove(visit: Visit, editor: Editor, record: Record) -> HttpResponse:
    actor = actor_of(visit)
    where = _after(visit, editor, record)
    stamp = visit.POST.get("stamp", "")
    try:
        editing.remove(actor, record, editor.form.kept_beside, stamp=stamp)
    except editing.RemovedMeanwhile:
        return removed.page(visit, editor, record.key)
    except ChangedMeanwhile:
        why = _("Någon annan har ändrat uppgiften sedan du öppnade sidan.")
        return _question(visit, editor, record, why=why)
    except editing.Protected as protected:
        return _question(visit, editor, record, why=str(protected))
    tell(visit, actor, _("Borttaget"))
    return redirect(where)


def _after(visit: Visit, editor: Editor, record: Record) -> str:
    """Return a page that is there when the record is not."""
    if editor.children:
        return reverse("edit-section", args=[visit.cooperation.key, editor.section])
    return way_back(visit) or editor.returns_to(record, visit.cooperation.key)


def _question(
    visit: Visit, editor: Editor, record: Record, *, why: str = ""
) -> HttpResponse:
    removal = editing.removal_of(record)
    cooperation = visit.cooperation.key
    return render(
        visit,
        "secretariat/editing/remove.html",
        {
            "heading": _("Ta bort %(thing)s?") % {"thing": editor.thing},
            "about": name_of(record),
            "thing": editor.thing,
            "why": why,
            "gone": [_told(each) for each in removal.gone],
            "letting_go": [_told(each) for each in removal.letting_go],
            "stamp": _stamp(editor, record),
            "back": way_back(visit),
            "back_name": BACK,
            "cancel_url": reverse(
                "edit-record", args=[cooperation, editor.section, record.key]
            ),
        },
        status=CONFLICT if why else 200,
    )


def _stamp(editor: Editor, record: Record) -> str:
    """Return the mark that the record's form has, without making the form."""
    besides = editor.form.kept_beside
    rows = [editing.beside_rows(record, beside) for beside in besides]
    return editing.stamp_of(record, rows)


def _told(companions: Any) -> dict[str, object]:  # noqa: ANN401 - records of one kind
    words, number = companions.model._meta, companions.number
    noun = words.verbose_name if number == 1 else words.verbose_name_plural
    return {
        "what": f"{number} {translated(str(noun))}",
        "names": companions.names,
        "more": max(number - len(companions.names), 0) if companions.names else 0,
        "title": capfirst(translated(str(words.verbose_name_plural))),
    }


def undo(request: HttpRequest, cooperation: str, change: int) -> HttpResponse:
    """Take back what was just done, and say so."""
    visit = visit_of(request)
    actor = actor_of(visit)
    try:
        editing.undo(actor, change)
    except LookupError:
        raise Http404 from None
    except (editing.CannotUndo, editing.Protected) as why:
        messages.error(
            visit, _("Det gick inte att ångra. %(why)s") % {"why": _(str(why))}
        )
    else:
        tell(visit, actor, _("Ångrat"))
    return redirect(way_back(visit) or reverse("edit-sections", args=[cooperation]))
