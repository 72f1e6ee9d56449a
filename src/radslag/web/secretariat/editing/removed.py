"""A record that somebody else removed: what was typed is shown, and can be kept."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from radslag.records.models import Change
from radslag.services import journal
from radslag.web import edit_links
from radslag.web.gate import Visit
from radslag.web.secretariat.editing.editors import Editor
from radslag.web.secretariat.editing.pages import label_of
from radslag.web.secretariat.editing.visiting import BACK

GONE = 410
_OURS = {"csrfmiddlewaretoken", "stamp", "once", BACK}


def page(visit: Visit, editor: Editor, key: str) -> HttpResponse:
    """Say who removed the record and when; what never was is not found."""
    change = journal.history_of(editor.section, key).first()
    if change is None or change.action != Change.Action.DELETED:
        raise Http404
    typed = list(_typed(visit))
    return render(
        visit,
        "secretariat/editing/removed.html",
        {
            "heading": _("Uppgiften är borttagen"),
            "change": change,
            "typed": [
                (label_of(editor, name), value)
                for name, value in typed
                if value.strip()
            ],
            "hidden": typed,
            "again_url": _again_url(visit, editor, change),
        },
        status=GONE,
    )


def _typed(visit: Visit) -> Iterator[tuple[str, str]]:
    for name, values in visit.POST.lists():
        if name not in _OURS:
            yield from ((name, str(value)) for value in values)


def _again_url(visit: Visit, editor: Editor, change: Change) -> str:
    """Return where it is added anew, if what it belonged to is still there."""
    parents = {name: change.before.get(name) for name in editor.form.parents}
    for name, key in parents.items():
        target: Any = editor.form.model._meta.get_field(name).related_model
        if not target.objects.filter(key=key).exists():
            return ""
    if editor.section == "terms":
        kind, rule = change.before.get("kind", ""), change.before.get("value", {})
        own = rule.get("rule") if kind == "fee" else ""
        parents["slag"] = f"{kind}.{own}" if own else kind
    return edit_links.add_url(visit, editor.section, **parents)
