"""Drawn pieces: a row of a page, drawn once for the same facts.

A page that is made anew because one row has changed finds the others as they were. The
facts are the whole key: a piece sees nothing of the request, the viewer or the page.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

Facts = TypeVar("Facts", bound=Hashable)
Show = Callable[[Any], dict[str, Any]]

# Some kilobytes each at the most; what has not been asked for lately is drawn again.
MOST_PIECES = 4_000


def drawn(template: str, facts: Facts, show: Callable[[Facts], Any]) -> SafeString:
    """Return a piece of a page, drawn by a template from what `show` makes of facts.

    Facts that are alike give the same piece, in the language in force: everything in
    them must compare by what it says, which rows of the database do not. `show` must
    ask for nothing else. In development a template is read anew each time.
    """
    draw = _draw.__wrapped__ if settings.DEBUG else _draw
    return draw(template, facts, show, get_language())


@lru_cache(maxsize=MOST_PIECES)
def _draw(
    template: str, facts: Hashable, show: Show, _language: str | None
) -> SafeString:
    # Past Django's wrapper, which would bring in the request's own words.
    found = cast("Any", get_template(template)).template
    return cast("SafeString", found.render(Context(show(facts))))
