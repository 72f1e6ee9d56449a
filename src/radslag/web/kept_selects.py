"""A choice in an address's form, drawn once for the same alternatives.

Django draws a list of choices with a template for each, and the forms that choose what
a page shows stand on pages that are made anew all day.
"""

from functools import lru_cache
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.utils.safestring import SafeString
from django.utils.translation import get_language

MOST_LISTS = 200


class KeptSelect(forms.Select):
    """A list to choose one from, drawn once for the same alternatives and choice."""

    def render(
        self,
        name: str,
        value: Any,  # noqa: ANN401 - as Django has it
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        """Return the list; nonsense that is chosen is not kept."""
        chosen = "" if value is None else str(value)
        choices = tuple((str(each), str(label)) for each, label in self.choices)
        if chosen and chosen not in dict(choices):
            return super().render(name, value, attrs, renderer)
        own = self.build_attrs(self.attrs, attrs)
        return _drawn(name, chosen, tuple(own.items()), choices, get_language())


@lru_cache(maxsize=MOST_LISTS)
def _drawn(
    name: str,
    chosen: str,
    attributes: tuple[tuple[str, Any], ...],
    choices: tuple[tuple[str, str], ...],
    _language: str | None,
) -> SafeString:
    return forms.Select(choices=choices).render(name, chosen, dict(attributes))
