"""The parts of the frame around a page, for the layout."""

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from radslag.web.frame import frame_part

register = template.Library()


@register.simple_tag(takes_context=True)
def frame(context: Context, name: str) -> SafeString:
    """Show a part of the frame: ``{% frame "header" %}`` is ``parts/_header.html``."""
    return frame_part(name, context)
