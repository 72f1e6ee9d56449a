"""How long somebody stays signed in: until idle too long, or for a working day at most.

The moments are kept in the session itself and noted now and then, not at every page,
so that looking at pages writes nothing.
"""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from radslag.web import clock

BEGAN: Final = "signed_in_at"
SEEN: Final = "last_seen_at"
A_MINUTE_SECONDS: Final = 60
AN_HOUR_SECONDS: Final = 3600
# The last visit is noted when it is older than so many seconds.
NOTED_AFTER_SECONDS: Final = 60
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class SessionEndMiddleware:
    """Sign out whoever has been away too long, and say why at the door."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or lead to the sign-in page and back again."""
        if BEGAN not in request.session:
            return self.get_response(request)
        why = _why_ended(request.session)
        if why:
            return _lead_to_door(request, why)
        _note_seen(request.session)
        return self.get_response(request)


def note_sign_in(request: HttpRequest, **_facts: object) -> None:
    """Note when somebody signed in, as the session is written anyway."""
    moment = clock.now().timestamp()
    request.session[BEGAN] = request.session[SEEN] = moment


def _why_ended(session: Any) -> str:  # noqa: ANN401 - Django's own session
    now = clock.now().timestamp()
    idle = settings.RADSLAG_IDLE_MINUTES
    longest = settings.RADSLAG_SIGNED_IN_HOURS
    if now - session.get(SEEN, now) >= idle * A_MINUTE_SECONDS:
        return ngettext(
            "Du loggades ut eftersom inget hade hänt på %(count)s minut.",
            "Du loggades ut eftersom inget hade hänt på %(count)s minuter.",
            idle,
        ) % {"count": idle}
    if now - session[BEGAN] >= longest * AN_HOUR_SECONDS:
        return ngettext(
            "Du loggades ut eftersom det gått %(count)s timme sedan du loggade in.",
            "Du loggades ut eftersom det gått %(count)s timmar sedan du loggade in.",
            longest,
        ) % {"count": longest}
    return ""


def _note_seen(session: Any) -> None:  # noqa: ANN401 - as above
    now = clock.now().timestamp()
    if now - session.get(SEEN, 0) >= NOTED_AFTER_SECONDS:
        session[SEEN] = now


def _lead_to_door(request: HttpRequest, why: str) -> HttpResponse:
    """Sign out and ask to sign in, to come back to where the visitor was."""
    is_sent = request.method not in SAFE
    logout(request)
    safe = (
        _(
            "Det du just skickade är inte sparat. Formuläret erbjuder dig det du "
            "skrev, om skript är påslagna i webbläsaren."
        )
        if is_sent
        else _("Allt som var sparat finns kvar.")
    )
    back = _("Logga in igen, så kommer du tillbaka till samma sida.")
    messages.warning(request, f"{why} {safe} {back}")
    answer = redirect_to_login(_came_from(request, is_sent=is_sent))
    if request.headers.get("HX-Request"):
        # A piece of a page cannot hold the door: the whole page goes there.
        return HttpResponse(headers={"HX-Redirect": answer.headers["Location"]})
    return answer


def _came_from(request: HttpRequest, *, is_sent: bool) -> str:
    """Return the page the visitor looked at: the form, when one was sent."""
    is_piece = request.headers.get("HX-Request")
    told = request.headers.get("HX-Current-URL" if is_piece else "Referer", "")
    is_own = url_has_allowed_host_and_scheme(told, allowed_hosts={request.get_host()})
    if (is_sent or is_piece) and is_own:
        parts = urlsplit(told)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return reverse("start") if is_sent and not told else request.get_full_path()
