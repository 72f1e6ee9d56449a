"""Help beside a word: what it means, folded until somebody asks."""

from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse

from radslag.web.help import explained

register = template.Library()


@register.inclusion_tag("parts/_help.html", takes_context=True)
def help_with(context: Context, *names: str) -> dict[str, Any]:
    """Explain one word or some: ``{% help_with "quorate" "consensus" %}``."""
    page: dict[str, Any] = context.get("page") or {}
    cooperation = page.get("cooperation")
    return {
        "words": explained(names),
        "all_url": reverse("words", args=[cooperation.key]) if cooperation else "",
    }
