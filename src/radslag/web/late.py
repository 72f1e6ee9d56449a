"""Late pages: those that read a large part of the program, and are seldom asked for.

A worker reads them when somebody first asks, and not before it can answer anybody.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse


def late(module: str, name: str) -> Callable[..., HttpResponse]:
    """Return a page that reads its module at the first request for it."""

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        view: Callable[..., HttpResponse] = getattr(import_module(module), name)
        return view(request, *args, **kwargs)

    return answer
