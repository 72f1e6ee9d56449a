"""Parts: how a template fills a component and draws a form field.

``{% part "card" title=heading %} … {% endpart %}`` shows ``parts/_card.html`` with
the enclosed text as ``body``. Parts without a body are plain includes.
"""

from typing import Any, cast

from django import template
from django.forms import BoundField, CheckboxInput, RadioSelect
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.utils.safestring import SafeString

from radslag.web import edit_links, record_words, source_links
from radslag.web.sight import sight_in

register = template.Library()


class PartNode(template.Node):
    """A component around a piece of template."""

    def __init__(
        self,
        name: FilterExpression,
        parameters: dict[str, FilterExpression],
        nodelist: NodeList,
    ) -> None:
        """Keep what the tag said."""
        self.name = name
        self.parameters = parameters
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Show the component with the enclosed piece as its body."""
        values = {
            name: value.resolve(context) for name, value in self.parameters.items()
        }
        values["body"] = self.nodelist.render(context)
        engine = cast("Any", context.template).engine
        part = engine.get_template(f"parts/_{self.name.resolve(context)}.html")
        # A part sees only what it is given, never the page's own words.
        return cast("SafeString", part.render(context.new(values)))


@register.tag("part")
def part(parser: Parser, token: Token) -> PartNode:
    """Read ``{% part "name" one=… two=… %}`` up to ``{% endpart %}``."""
    words = token.split_contents()[1:]
    if not words:
        raise template.TemplateSyntaxError("part needs the name of a component")
    name = parser.compile_filter(words.pop(0))
    parameters = token_kwargs(words, parser)
    if words:
        raise template.TemplateSyntaxError(f"part does not understand {words[0]!r}")
    nodelist = parser.parse(("endpart",))
    parser.delete_first_token()
    return PartNode(name, parameters, nodelist)


@register.filter
def translated(word: object) -> str:
    """Write a word of the records in the language of the page."""
    return record_words.translated(word)


@register.filter
def field_input(field: BoundField) -> SafeString:
    """Draw a field's control with the design system's look and no placeholder."""
    # False leaves an attribute out: a placeholder vanishes when it is needed most.
    attributes: dict[str, Any] = {"class": "ds-input", "placeholder": False}
    return field.as_widget(attrs=attributes)


@register.filter
def is_choice(field: BoundField) -> bool:
    """Tell whether the label stands beside its control."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def is_group(field: BoundField) -> bool:
    """Tell whether the field is several controls under one heading."""
    return isinstance(field.field.widget, RadioSelect)


@register.filter
def undo_address(message: object) -> str:
    """Give where what a message tells of is taken back, if it can be."""
    told = str(getattr(message, "extra_tags", "") or "")
    return told.removeprefix("undo:") if told.startswith("undo:") else ""


@register.simple_tag(takes_context=True)
def edit_url(context: Context, section: str, key: str) -> str:
    """Give the address where a record is edited, or nothing to who may not.

    ``{% edit_url "goals" goal.key as address %}{% if address %}<a …>{% endif %}``
    """
    return edit_links.edit_url(sight_in(context), section, key)


@register.simple_tag(takes_context=True)
def add_url(context: Context, section: str, **chosen: object) -> str:
    """Give the address where a record is added, or nothing to who may not.

    ``{% add_url "activities" plan=plan.key as address %}``
    """
    return edit_links.add_url(sight_in(context), section, **chosen)


@register.simple_tag(takes_context=True)
def sections_url(context: Context) -> str:
    """Give the address where all that can be edited is listed, to who may."""
    return edit_links.sections_url(sight_in(context))


@register.inclusion_tag("parts/_edit_link.html", takes_context=True)
def edit_link(
    context: Context, section: str, key: str, about: object = ""
) -> dict[str, object]:
    """Show a small link Ändra, read aloud with what it is about."""
    return {"url": edit_url(context, section, key), "about": about}


@register.inclusion_tag("parts/_add_link.html", takes_context=True)
def add_link(
    context: Context, section: str, label: object, **chosen: object
) -> dict[str, object]:
    """Show a link with the words that say what is added."""
    return {"url": add_url(context, section, **chosen), "label": label}


@register.inclusion_tag("parts/_source_link.html", takes_context=True)
def source_link(
    context: Context, section: str, key: object, about: object = ""
) -> dict[str, object]:
    """Show a small link källa to where a record was read, if the page knows it."""
    address = source_links.source_url(sight_in(context), section, str(key))
    return {"url": address, "about": about}
