"""Help beside a word: what it means, folded until somebody asks."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.safestring import SafeString

from radslag.web.drawn import drawn
from radslag.web.help import explained
from radslag.web.sight import sight_in

register = template.Library()


@register.simple_tag(takes_context=True)
def help_with(context: Context, *names: str) -> SafeString:
    """Explain one word or some: ``{% help_with "quorate" "consensus" %}``."""
    facts = (names, sight_in(context).cooperation)
    return drawn("parts/_help.html", facts, _help_shown)


def _help_shown(facts: tuple[tuple[str, ...], str]) -> dict[str, Any]:
    names, cooperation = facts
    address = reverse("words", args=[cooperation]) if cooperation else ""
    return {"words": explained(names), "all_url": address}
