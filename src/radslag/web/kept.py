"""Pages kept as they came out, for as long as nothing they rest on has changed.

Every write goes through the journal, and the database counts up the cooperation's
edition with each row there. So a page is a function of the edition, the day, the
address, the language and what the viewer may see; who the viewer is shows only as a
name and a token, which are put in afresh each time. A kept page can therefore never
be older than the facts, in any process: see docs/decisions/0012-pages-are-kept.md.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.messages import get_messages
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.response import SimpleTemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.html import escape
from django.utils.translation import get_language

from radslag import __version__
from radslag.web.gate import Visit, is_administrator
from radslag.web.marks import NAME_MARK, TOKEN_MARK

View = Callable[..., HttpResponse]


def kept(view: View) -> View:
    """Answer a page that only reads from what was kept, where nothing has changed."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or len(get_messages(request)):
            return view(request, *args, **kwargs)
        visit = cast("Visit", request)
        pages, name = caches["pages"], _name(visit)
        content: bytes | None = pages.get(name)
        if content is None:
            visit.is_kept = True
            response = view(request, *args, **kwargs)
            content = response.content
            if response.status_code == HttpResponse.status_code:
                pages.set(name, content)
            response.content = _for(visit, content)
            return response
        return HttpResponse(_for(visit, content))

    return answer


def kept_for_strangers(view: View) -> View:
    """Answer who is not signed in with the page as it was drawn, form and all.

    Only the bare address is kept: what is added to it would fill the room of others.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not _is_stranger(request):
            return view(request, *args, **kwargs)
        visit = cast("Visit", request)
        pages, name = caches["pages"], _name_outside(visit)
        content: bytes | None = pages.get(name)
        if content is None:
            visit.is_kept = True
            response = view(request, *args, **kwargs)
            if isinstance(response, SimpleTemplateResponse):
                response.render()
            content = response.content
            pages.set(name, content)
        answered = HttpResponse(_for(visit, content))
        add_never_cache_headers(answered)
        return answered

    return answer


def _is_stranger(request: HttpRequest) -> bool:
    is_bare = request.method in ("GET", "HEAD") and not request.META["QUERY_STRING"]
    return is_bare and not request.user.is_authenticated and not get_messages(request)


def _name_outside(visit: Visit) -> str:
    facts = (
        __version__,
        visit.today,
        get_language(),
        visit.path,
        visit.META.get("HTTP_HOST", ""),
    )
    return _hashed(facts)


def _for(visit: Visit, content: bytes) -> bytes:
    """Put in the viewer's own name and token."""
    if TOKEN_MARK.encode() in content:
        content = content.replace(TOKEN_MARK.encode(), get_token(visit).encode())
    return content.replace(NAME_MARK.encode(), escape(visit.viewer.name).encode())


def _name(visit: Visit) -> str:
    facts = (
        __version__,
        visit.cooperation.pk,
        visit.cooperation.version,
        visit.cooperation.edition,
        visit.today,
        get_language(),
        sorted(visit.viewer.roles),
        visit.viewer.municipality_key,
        visit.viewer.is_signed_in,
        is_administrator(visit),
        visit.get_full_path(),
        visit.META.get("HTTP_HOST", ""),
        visit.headers.get("HX-Request", ""),
    )
    return _hashed(facts)


def _hashed(facts: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(facts).encode()).hexdigest()
