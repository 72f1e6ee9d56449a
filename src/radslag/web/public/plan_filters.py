"""Choosing among a plan's activities: a form that asks with the address."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.agreement.vocabulary import ActivityKind, ActivityStatus, Word
from radslag.services.plan_selections import (
    CONTINUOUS,
    NO_TIME,
    SEASONS,
    Selection,
    times,
)
from radslag.services.plans import PlanFacts, answering
from radslag.web.kept_selects import KeptSelect
from radslag.web.record_words import translated
from radslag.web.templatetags.radslag_text import month_name, word

Choices = list[tuple[str, str]]
# The words of the address, and what each asks of the plan.
_ASKED = {
    "mal": "goal",
    "organ": "body",
    "kommun": "municipality",
    "tid": "time",
    "lage": "status",
    "slag": "kind",
}


class PlanFilter(forms.Form):
    """What to see of a plan; offers only what stands in it."""

    use_required_attribute = False

    mal = forms.ChoiceField(
        label=gettext_lazy("Mål"), required=False, widget=KeptSelect
    )
    organ = forms.ChoiceField(
        label=gettext_lazy("Organ"), required=False, widget=KeptSelect
    )
    kommun = forms.ChoiceField(
        label=gettext_lazy("Kommun"), required=False, widget=KeptSelect
    )
    tid = forms.ChoiceField(
        label=gettext_lazy("Tid"), required=False, widget=KeptSelect
    )
    lage = forms.ChoiceField(
        label=gettext_lazy("Läge"), required=False, widget=KeptSelect
    )
    slag = forms.ChoiceField(
        label=gettext_lazy("Slag"), required=False, widget=KeptSelect
    )

    def __init__(
        self, facts: PlanFacts, asked: Mapping[str, str] | None = None
    ) -> None:
        """Offer what the plan holds; `asked` is the address, or nothing."""
        super().__init__(None if asked is None else dict(asked))
        answers = [
            each for activity in facts.activities for each in answering(activity)
        ]
        offered: dict[str, Choices] = {
            "mal": [(goal.key, goal.name) for goal in facts.goals],
            "organ": _named(each.body for each in answers),
            "kommun": _named(each.municipality for each in answers),
            "tid": [(each, _time(each)) for each in times()],
            "lage": _words(ActivityStatus),
            "slag": _words(ActivityKind),
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type
            field.choices = [("", _("Alla")), *choices]

    def selection(self) -> Selection:
        """Return what is asked for; of nonsense, nothing."""
        if not self.is_valid():
            return Selection()
        return Selection(
            **{what: self.cleaned_data[name] for name, what in _ASKED.items()}
        )

    def problem(self) -> str:
        """Say what in the address is not understood, or nothing."""
        if self.is_valid():
            return ""
        return _(
            "Adressen frågar efter något som inte finns i planen (%(fields)s). "
            "Därför visas hela planen. Välj på nytt nedan."
        ) % {"fields": ", ".join(str(self[name].label) for name in self.errors)}


def asked_of_plan(address: QueryDict) -> tuple[tuple[str, str], ...]:
    """Return what an address asks of a plan, as far as the form asks it."""
    return tuple((name, str(address[name])) for name in _ASKED if name in address)


def _named(rows: Iterable[Any]) -> Choices:
    found = {row.key: str(row) for row in rows if row is not None}
    return sorted(found.items(), key=lambda pair: pair[1].casefold())


def _words(words: type[Word]) -> Choices:
    return [(str(each.value), word(each).capitalize()) for each in words]


def _time(asked: str) -> str:
    special = {CONTINUOUS: _("Löpande"), NO_TIME: _("Utan tid som går att förstå")}
    if asked in special:
        return special[asked]
    if asked in SEASONS:
        return translated(SEASONS[asked]).capitalize()
    return month_name(int(asked)).capitalize()
