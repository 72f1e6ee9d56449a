"""All members' populations for a counting day, entered at once."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.agreement.wording import long_date
from radslag.records.models import Population
from radslag.services.editing import populations as entering
from radslag.services.editing.populations import CountsChanged, DayCounts
from radslag.web.gate import Visit
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.shown_facts import shown_fact
from radslag.web.secretariat.editing.visiting import (
    BACK,
    actor_of,
    tell,
    visit_of,
    way_back,
)
from radslag.web.templatetags.radslag_text import day, number

NOT_READY, CONFLICT = 422, 409
LONGEST_SOURCE = 300


class CountedOnForm(forms.Form):
    """Which day the populations were counted."""

    counted_on = fields.DayField(
        label=gettext_lazy("Räknedag"),
        help_text=gettext_lazy("Oftast den 31 december, till exempel 2025-12-31."),
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        """Take no day that has not been."""
        super().__init__(*args, **options)
        self.today = today

    def clean_counted_on(self) -> date:
        """Refuse a day that has not been."""
        day: date = self.cleaned_data["counted_on"]
        if day > self.today:
            raise forms.ValidationError(_("Räknedagen har inte varit än."))
        return day


class PopulationsForm(forms.Form):
    """How many live in each municipality on the day."""

    def __init__(self, typed: QueryDict | None, counts: DayCounts) -> None:
        """Ask for each member, with what is known filled in."""
        super().__init__(typed)
        self.counts = counts
        for municipality in counts.municipalities:
            self.fields[municipality.key] = fields.WholeField(
                label=municipality.name,
                required=False,
                help_text=_known_before(counts.earlier.get(municipality.pk)),
            )
        self.fields["source"] = fields.TextField(
            label=gettext_lazy("Källa"),
            required=False,
            max_length=LONGEST_SOURCE,
            help_text=gettext_lazy("Varifrån siffrorna kommer, till exempel SCB."),
        )
        self.initial = {
            municipality.key: shown_fact(
                self.fields[municipality.key], counts.residents(municipality)
            )
            for municipality in counts.municipalities
        } | {"source": counts.source}

    def clean(self) -> dict[str, Any]:
        """Keep a figure that is saved: it is corrected, not emptied, here."""
        for municipality in self.counts.municipalities:
            is_empty = self.cleaned_data.get(municipality.key, "") is None
            if is_empty and self.counts.residents(municipality) is not None:
                self.add_error(
                    municipality.key,
                    _("Siffran finns redan. Rätta den, eller ta bort den för sig."),
                )
        return self.cleaned_data

    def tell_of_others(self) -> None:
        """Say at each field what another has saved meanwhile."""
        for municipality in self.counts.municipalities:
            saved = self.counts.residents(municipality)
            if saved is not None and self.cleaned_data.get(municipality.key) != saved:
                shown = shown_fact(self.fields[municipality.key], saved)
                self.add_error(
                    municipality.key,
                    _(
                        "Någon annan har sparat %(saved)s medan du skrev. Skriv den "
                        "siffran, eller spara igen för att behålla din."
                    )
                    % {"saved": shown},
                )


def _known_before(row: Population | None) -> str:
    """Say what was counted last, so that a slip of the pen is seen."""
    return f"{number(row.residents)}, {day(row.counted_on)}" if row else ""


def populations(request: HttpRequest, cooperation: str) -> HttpResponse:
    """Ask for the day, and then for every member's population."""
    visit = visit_of(request)
    is_asked = "counted_on" in request.GET
    asked = CountedOnForm(request.GET if is_asked else None, today=visit.today)
    if not asked.is_valid():
        last = date(visit.today.year - 1, 12, 31)
        asked.initial = {"counted_on": last.isoformat()}
        status = NOT_READY if is_asked else 200
        return _show(visit, asked, {"is_first": True}, status=status)
    counts = entering.counts_on(asked.cleaned_data["counted_on"])
    if request.method == "POST":
        return _enter(visit, counts)
    return _page(visit, PopulationsForm(None, counts))


def _enter(visit: Visit, counts: DayCounts) -> HttpResponse:
    form = PopulationsForm(visit.POST, counts)
    if not form.is_valid():
        return _page(visit, form, status=NOT_READY)
    actor = actor_of(visit)
    residents = {
        each: form.cleaned_data[each.key]
        for each in counts.municipalities
        if form.cleaned_data[each.key] is not None
    }
    try:
        entering.enter(
            actor,
            counts,
            residents,
            source=form.cleaned_data["source"],
            stamp=visit.POST.get("stamp", ""),
        )
    except CountsChanged as changed:
        form.counts = changed.counts
        form.tell_of_others()
        return _page(visit, form, status=CONFLICT)
    tell(visit, actor, _("Sparat"))
    year = counts.counted_on.year + 1
    return redirect(
        way_back(visit) or reverse("economy-year", args=[visit.cooperation.key, year])
    )


def _page(visit: Visit, form: PopulationsForm, *, status: int = 200) -> HttpResponse:
    shown = {
        "is_first": False,
        "day": long_date(form.counts.counted_on),
        "stamp": form.counts.stamp,
        "number": len(form.counts.municipalities),
    }
    return _show(visit, form, shown, status=status)


def _show(
    visit: Visit, form: forms.Form, shown: dict[str, Any], *, status: int
) -> HttpResponse:
    back = way_back(visit)
    return render(
        visit,
        "secretariat/editing/populations.html",
        {
            "form": form,
            "back": back,
            "back_name": BACK,
            "cancel_url": back or reverse("economy", args=[visit.cooperation.key]),
            **shown,
        },
        status=status,
    )
