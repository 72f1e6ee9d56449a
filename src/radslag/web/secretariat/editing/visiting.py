"""What the editing pages share: who acts, where one came from, what is said after."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from radslag.services import editing
from radslag.services.journal import Actor
from radslag.web import clock
from radslag.web.gate import Visit
from radslag.web.secretariat.editing.editors import EDITORS, Editor

BACK = "tillbaka"
UNDO = "undo:"
DONE = "saved_form"
_EDITING = ("andra", "ny", "ta-bort", "angra")


def visit_of(request: HttpRequest) -> Visit:
    """Return the request as it is after the gate."""
    return cast("Visit", request)


def editor_of(section: str) -> Editor:
    """Return the section's editor; there is no page without one."""
    if section not in EDITORS:
        raise Http404
    return EDITORS[section]


def actor_of(visit: Visit) -> Actor:
    """Return who acts, at this moment."""
    return Actor(visit.viewer.name, clock.now(), visit.viewer.user_id)


def way_back(visit: Visit) -> str:
    """Return the page of this cooperation that the visitor came from, if any.

    Kept in the form, so that one returns there however many times it is sent.
    """
    told = visit.POST.get(BACK) or visit.GET.get(BACK)
    came_from = told or visit.headers.get("Referer", "")
    host = {visit.get_host()}
    if not url_has_allowed_host_and_scheme(came_from, allowed_hosts=host):
        return ""
    path = came_from.removeprefix(f"{visit.scheme}://{visit.get_host()}")
    start = f"/{visit.cooperation.key}/"
    within = path.removeprefix(start).split("/")[0]
    return path if path.startswith(start) and within not in _EDITING else ""


def tell(visit: Visit, actor: Actor, what: str, more: str = "") -> None:
    """Say what was done and when, with a way to take it back."""
    change = editing.latest_of(actor)
    if change is None:
        messages.info(visit, _("Inget är ändrat: uppgifterna är som förut."))
        return
    address = reverse("undo-change", args=[visit.cooperation.key, change])
    moment = timezone.localtime(actor.at)
    messages.success(
        visit,
        f"{what} {moment:%H:%M}. {more}".strip(),
        extra_tags=UNDO + address,
    )


def note_done(visit: Visit, mark: str) -> None:
    """Remember what was saved last, so that the browser need not keep it."""
    visit.session[DONE] = mark
