"""Drawn pieces: a part of a page, drawn once for the same facts.

A page that is made anew because one thing has changed finds the rest as it was. The
facts are the whole key: a piece sees nothing of the request, the viewer or the page.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from radslag.web.lately import Lately

Facts = TypeVar("Facts", bound=Hashable)
Show = Callable[[Any], dict[str, Any]]

# What has not been asked for lately is drawn again. Each process keeps its own.
MOST_CHARACTERS = 8_000_000
# What a piece takes besides its text: its key, above all.
BESIDES_CHARACTERS = 500


def drawn(template: str, facts: Facts, show: Callable[[Facts], Any]) -> SafeString:
    """Return a piece of a page, drawn by a template from what `show` makes of facts.

    Facts that are alike give the same piece, in the language in force: everything in
    them must compare by what it says, as values and answers to kept questions do and
    rows of the database do not. `show` must ask for nothing else. In development a
    template is read anew each time.
    """
    name = (template, facts, show, get_language())
    found = None if settings.DEBUG else _pieces.get(name)
    return _draw(name) if found is None else found


def forget() -> None:
    """Forget every piece, so that the next of each is drawn."""
    _pieces.clear()


def _draw(name: tuple[str, Any, Show, str | None]) -> SafeString:
    template, facts, show, _language = name
    # Past Django's wrapper, which would bring in the request's own words.
    found = cast("Any", get_template(template)).template
    piece = cast("SafeString", found.render(Context(show(facts))))
    _pieces.put(name, piece, len(piece) + BESIDES_CHARACTERS)
    return piece


_pieces: Lately[Hashable, SafeString] = Lately(MOST_CHARACTERS)
