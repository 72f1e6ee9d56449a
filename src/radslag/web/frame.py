"""The frame of every page: what stands around it, and who looks at it.

The frame is the same for all with the same roles at the same place, so its parts are
drawn once. What is the visitor's own stands in them as marks, until they are shown.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.http import HttpRequest
from django.template.context import Context
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from radslag import __version__
from radslag.agreement.vocabulary import AccessRole
from radslag.records.models import Cooperation
from radslag.services.access import NOBODY, Viewer
from radslag.web import clock
from radslag.web.access import TABLE
from radslag.web.drawn import drawn
from radslag.web.gate import is_administrator
from radslag.web.marks import HOST_MARK, NAME_MARK, PATH_MARK, TOKEN_MARK
from radslag.web.templatetags.radslag_text import word

NAVIGATION = (
    ("overview", gettext_noop("Läget")),
    ("goals", gettext_noop("Mål")),
    ("plan", gettext_noop("Plan")),
    ("meetings", gettext_noop("Möten")),
    ("economy", gettext_noop("Ekonomi")),
    ("organisation", gettext_noop("Organisation")),
    ("adoptions", gettext_noop("Antaganden")),
    ("agreement", gettext_noop("Avtalet")),
    ("review", gettext_noop("Granskning")),
    ("readings", gettext_noop("Inläsning")),
)
MOST_FRAMES = 500


class Here(NamedTuple):
    """The cooperation that a page is about, as the page names it."""

    key: str
    name: str
    short_name: str
    purpose: str


class Looking(NamedTuple):
    """Who looks at a page, as far as others with the same roles are the same."""

    roles: tuple[AccessRole, ...]
    is_signed_in: bool
    is_administrator: bool

    @property
    def is_public(self) -> bool:
        """Say whether the viewer has no role here and sees what the public sees."""
        return not self.roles

    def has_any(self, roles: frozenset[AccessRole]) -> bool:
        """Say whether the viewer holds one of the roles."""
        return not roles.isdisjoint(self.roles)


class Page(NamedTuple):
    """What every template is told of the page around it."""

    cooperation: Here | None
    viewer: Looking
    roles: tuple[str, ...]
    nav: tuple[tuple[str, str, bool], ...]
    foot: tuple[tuple[str, str], ...]
    version: str
    printed_on: date

    @property
    def is_public(self) -> bool:
        """Say whether the page is as the public sees it."""
        return self.viewer.is_public


def page_facts(request: HttpRequest) -> dict[str, Any]:
    """Give every template what the frame of the page shows."""
    viewer: Viewer = getattr(request, "viewer", NOBODY)
    looking = Looking(
        tuple(sorted(viewer.roles)), viewer.is_signed_in, is_administrator(request)
    )
    match = request.resolver_match
    page = _page(
        _here(getattr(request, "cooperation", None)),
        looking,
        match.view_name if match else "",
        clock.today(),
        get_language(),
    )
    if getattr(request, "is_kept", False):
        # What is kept is the same for all, so the marks are left standing.
        return {"page": page, "viewer_name": NAME_MARK, "csrf_token": TOKEN_MARK}
    return {"page": page, "viewer_name": viewer.name}


def frame_part(name: str, context: Context) -> SafeString:
    """Return a part of the frame, drawn once, with what is the visitor's own put in.

    The context is the page's own; where there is none, as when an error is told of
    before anything is known, the part shows what it can.
    """
    part = str(drawn(f"parts/_{name}.html", context.get("page"), _part_shown))
    for mark, own in _OWN.items():
        if mark in part:
            part = part.replace(mark, conditional_escape(own(context)))
    return mark_safe(part)  # noqa: S308 - drawn by a template; the rest is escaped


def _path(context: Context) -> str:
    request: HttpRequest | None = context.get("request")
    return request.get_full_path() if request else ""


def _host(context: Context) -> str:
    request: HttpRequest | None = context.get("request")
    return request.headers.get("Host", "") if request else ""


_OWN: Final[dict[str, Callable[[Context], str]]] = {
    TOKEN_MARK: lambda context: str(context.get("csrf_token", "")),
    NAME_MARK: lambda context: str(context.get("viewer_name", "")),
    PATH_MARK: _path,
    HOST_MARK: _host,
}


def _part_shown(page: Page | None) -> dict[str, Any]:
    return {
        "page": page,
        "csrf_token": TOKEN_MARK,
        "viewer_name": NAME_MARK,
        "path": PATH_MARK,
        "host": HOST_MARK,
    }


def _here(cooperation: Cooperation | None) -> Here | None:
    if cooperation is None:
        return None
    return Here(
        cooperation.key, cooperation.name, cooperation.short_name, cooperation.purpose
    )


@lru_cache(maxsize=MOST_FRAMES)
def _page(
    here: Here | None,
    looking: Looking,
    view_name: str,
    today: date,
    _language: str | None,
) -> Page:
    return Page(
        cooperation=here,
        viewer=looking,
        roles=tuple(word(role) for role in looking.roles),
        nav=_navigation(here, looking, view_name),
        foot=_foot(here, looking),
        version=__version__,
        printed_on=today,
    )


def _foot(here: Here | None, looking: Looking) -> tuple[tuple[str, str], ...]:
    """Return label and address of what is found at the foot of the page."""
    found = [("words", _("Orden vi använder"))]
    if looking.has_any(TABLE["edit-sections"].roles):
        found.append(("edit-sections", _("Uppgifter att ändra")))
    if looking.has_any(TABLE["cooperation-file"].roles):
        found.append(("cooperation-file", _("Samverkansfilen")))
    links = [
        (label, reverse(name, args=[here.key]))
        for name, label in found
        if here is not None
    ]
    if looking.is_administrator:
        links.append((_("Läs in en ny samverkan"), reverse("first-run")))
    return tuple(links)


def _navigation(
    here: Here | None, looking: Looking, view_name: str
) -> tuple[tuple[str, str, bool], ...]:
    """Return label, address and whether it is here, for what the viewer may open."""
    if here is None:
        return ()
    return tuple(
        (_(label), reverse(name, args=[here.key]), view_name.startswith(name))
        for name, label in NAVIGATION
        if looking.has_any(TABLE[name].roles) or TABLE[name].is_public
    )
