"""The gate: every request passes here before any page is asked.

Nothing is open unless the table in `radslag.web.access` says so. What somebody may
not see answers as if it did not exist.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from radslag.agreement.terms import BadTerm
from radslag.records.models import Cooperation, choose
from radslag.services.access import Viewer, viewer_in, viewer_outside
from radslag.web import clock
from radslag.web.access import TABLE, Entry


class Visit(HttpRequest):
    """A request that has passed the gate: who looks, at what, on which day."""

    viewer: Viewer
    cooperation: Cooperation
    today: date
    cited: frozenset[tuple[str, str]]
    is_kept: bool


class GateMiddleware:
    """Let through what the table allows; refuse all else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, and forget the chosen cooperation afterwards."""
        with ExitStack() as stack:
            request.gate = stack  # type: ignore[attr-defined]  # ours, for this request
            return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """Choose the cooperation that the address names, or refuse."""
        match = request.resolver_match
        entry = TABLE.get(match.view_name if match else "")
        # No key holds the character NUL, and PostgreSQL refuses even to look for it.
        if entry is None or entry.is_closed or "\0" in request.path:
            raise Http404
        if request.method not in entry.methods:
            return HttpResponseNotAllowed(entry.methods)
        refusal = (
            _choose(request, entry, kwargs["cooperation"])
            if entry.needs_cooperation
            else _outside(request, entry)
        )
        return refusal or _methods_told(request, entry)

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """Say which term cannot be read, rather than answer without it."""
        if not isinstance(error, BadTerm):
            return None
        context = {"problem": str(error)}
        return render(request, "unreadable_term.html", context, status=500)


def _choose(request: HttpRequest, entry: Entry, key: str) -> HttpResponse | None:
    cooperation, viewer = viewer_in(key, request.user, clock.today())
    is_open = entry.is_public and cooperation is not None and cooperation.is_public
    if cooperation is None or not (viewer.has_any(entry.roles) or is_open):
        _note(request, None, viewer_outside(request.user))
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise Http404
    _note(request, cooperation, viewer)
    request.gate.enter_context(choose(cooperation))  # type: ignore[attr-defined]  # see Visit
    return None


def _outside(request: HttpRequest, entry: Entry) -> HttpResponse | None:
    """Let through to a page that stands outside every cooperation, or refuse."""
    _note(request, None, viewer_outside(request.user))
    if entry.is_public:
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if entry.for_administrator and not is_administrator(request):
        raise Http404
    return None


def is_administrator(request: HttpRequest) -> bool:
    """Say whether the one who looks may open new cooperations here."""
    user = getattr(request, "user", None)
    return bool(user and user.is_active and getattr(user, "is_staff", False))


def _methods_told(request: HttpRequest, entry: Entry) -> HttpResponse | None:
    """Answer OPTIONS here, so that no page has to."""
    if request.method != "OPTIONS":
        return None
    return HttpResponse(
        status=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(entry.methods)}
    )


def _note(
    request: HttpRequest, cooperation: Cooperation | None, viewer: Viewer
) -> None:
    request.cooperation = cooperation  # type: ignore[attr-defined]  # see Visit
    request.viewer = viewer  # type: ignore[attr-defined]  # see Visit
    request.today = clock.today()  # type: ignore[attr-defined]  # see Visit
    request.is_kept = False  # type: ignore[attr-defined]  # see Visit
