"""Sight: all that a piece of a page may depend on of the visitor who looks at it.

It is part of a drawn piece's facts, and stands in the piece's context as `sight`, so
that the tags for links work there as on a page.
"""

from typing import Any, NamedTuple, cast

from django.http import HttpRequest
from django.template.context import Context

from radslag.services.citing import Named
from radslag.web.access import TABLE
from radslag.web.gate import Visit


class Sight(NamedTuple):
    """What is looked at, and what the visitor may do and be led to.

    The public may neither edit nor be led to a source.
    """

    cooperation: str = ""
    is_public: bool = True
    may_edit: bool = False
    cited: frozenset[Named] = frozenset()


NOTHING = Sight()


def sight_of(request: HttpRequest | None) -> Sight:
    """Return what a visitor sees by; nothing before the gate has been passed."""
    if getattr(request, "cooperation", None) is None:
        return NOTHING
    visit = cast("Visit", request)
    if visit.viewer.is_public:
        return Sight(visit.cooperation.key)
    return Sight(
        cooperation=visit.cooperation.key,
        is_public=False,
        may_edit=visit.viewer.has_any(TABLE["edit-record"].roles),
        cited=getattr(visit, "cited", frozenset()),
    )


def sight_in(context: Context) -> Sight:
    """Return the sight of a template: the piece's own, or the page's."""
    found: Any = context.get("sight")
    return found or sight_of(getattr(context, "request", None))
