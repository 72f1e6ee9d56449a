"""Orden vi använder: every word of the agreement that a page explains."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from radslag.web.help import WORDS


def words(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Show all explained words, by the alphabet."""
    return render(request, "public/words.html", {"words": WORDS.values()})
