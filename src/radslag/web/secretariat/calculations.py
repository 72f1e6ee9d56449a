"""What-if: a municipality that leaves, and a special project's shares."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from radslag.agreement.fees import Charge, Charges, LeavingEffect
from radslag.agreement.parties import Party
from radslag.agreement.terms import NoTermInForce
from radslag.agreement.wording import listed
from radslag.services import calculations, populations
from radslag.services.calculations import ProjectAnswer, WithdrawalAnswer
from radslag.web import showing
from radslag.web.gate import Visit

MOST_SEK = Decimal(1_000_000_000)


class WithdrawalForm(forms.Form):
    """Who leaves, and on which day the notice was received."""

    municipality = forms.ChoiceField(label=gettext_lazy("Kommun som säger upp avtalet"))
    received_on = forms.DateField(
        label=gettext_lazy("Uppsägningen kom fram"),
        help_text=gettext_lazy("Till exempel 2026-03-10."),
        input_formats=["%Y-%m-%d", "%d/%m %Y", "%d.%m.%Y"],
        error_messages={
            "invalid": gettext_lazy("Skriv dagen som år-månad-dag: 2026-03-10."),
            "required": gettext_lazy("Skriv vilken dag uppsägningen kom fram."),
        },
    )

    def __init__(
        self, *args: Any, choices: list[tuple[str, str]], **options: Any
    ) -> None:
        """Offer the members to choose between."""
        super().__init__(*args, **options)
        cast("forms.ChoiceField", self.fields["municipality"]).choices = choices


class ProjectForm(forms.Form):
    """What the project costs."""

    total_sek = forms.DecimalField(
        label=gettext_lazy("Projektets kostnad i kronor"),
        min_value=Decimal(0),
        max_value=MOST_SEK,
        decimal_places=2,
        localize=True,
        error_messages={
            "invalid": gettext_lazy(
                "Skriv kostnaden som ett tal, till exempel 400000."
            ),
            "required": gettext_lazy("Skriv vad projektet kostar."),
            "min_value": gettext_lazy("Kostnaden kan inte vara mindre än noll."),
            "max_value": gettext_lazy("Kostnaden får vara högst en miljard kronor."),
            "max_decimal_places": gettext_lazy("Skriv högst två decimaler."),
        },
    )


def withdrawal(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Work out what follows from a withdrawal."""
    visit = cast("Visit", request)
    members = populations.by_name(populations.members(visit.today))
    form = WithdrawalForm(
        request.GET or None, choices=[(each.key, each.name) for each in members]
    )
    answer, problem = None, ""
    if form.is_valid():
        answer, problem = _withdrawal(form.cleaned_data)
    return render(
        request,
        "secretariat/withdrawal.html",
        {
            "form": form,
            "answer": answer,
            "problem": problem,
            "effects": _effects(answer.effect, answer.leaving) if answer else [],
            "told": _names(answer.told) if answer else "",
        },
    )


def _withdrawal(cleaned: dict[str, Any]) -> tuple[WithdrawalAnswer | None, str]:
    try:
        return (
            calculations.answer_withdrawal(
                cleaned["municipality"], cleaned["received_on"]
            ),
            "",
        )
    except NoTermInForce as silence:
        return None, str(silence)
    except LookupError:
        return None, str(gettext_lazy("Kommunen var inte medlem den dagen."))


def _names(parties: Iterable[Party]) -> str:
    return listed(party.name for party in populations.by_name(parties))


def _effects(effect: LeavingEffect, leaving: Party) -> list[showing.Shown]:
    """Return each member's fee before and after, by name; none after for who leaves."""
    before = effect.before.amounts_sek
    after = effect.after.amounts_sek if effect.after else {}
    return [
        {
            "name": party.name,
            "before_sek": before[party],
            "after_sek": after.get(party),
            "is_leaving": party == leaving,
        }
        for party in populations.by_name(before)
    ]


def special_project(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Share what a special project costs."""
    visit = cast("Visit", request)
    form = ProjectForm(request.GET or None)
    answer: ProjectAnswer | None = None
    problem = ""
    if form.is_valid():
        try:
            answer = calculations.answer_special_project(
                form.cleaned_data["total_sek"], visit.today
            )
        except NoTermInForce as silence:
            problem = str(silence)
    return render(
        request,
        "secretariat/special_project.html",
        {
            "form": form,
            "answer": answer,
            "problem": problem,
            "charges": _by_name(answer.charges) if answer else [],
            "missing": _names(each.party for each in answer.charges.missing)
            if answer
            else "",
        },
    )


def _by_name(charges: Charges) -> list[Charge]:
    of_party = {charge.party: charge for charge in charges.charges}
    return [of_party[party] for party in populations.by_name(of_party)]
