"""Reading in for good, what came of it, and taking it back."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.agreement.vocabulary import ReadingState
from radslag.records.models import Reading
from radslag.records.sections import SECTIONS
from radslag.services.readings import keeping, working
from radslag.services.readings.applying import (
    CannotApply,
    NewCooperation,
    Trouble,
    apply,
)
from radslag.services.readings.listing import files_of, numbers_of
from radslag.services.readings.needing import needed
from radslag.services.readings.taking_back import (
    CannotTakeBack,
    kept_told,
    outlook_of,
    take_back,
)
from radslag.web.gate import Visit
from radslag.web.record_words import translated
from radslag.web.secretariat.readings.ways import (
    Ways,
    actor_of,
    reading_of,
    ways_of,
)

SHOWN_TROUBLES = 50


class NewCooperationForm(forms.Form):
    """What the cooperation that is set up is called."""

    name = forms.CharField(
        label=gettext_lazy("Samverkans namn"),
        max_length=200,
        error_messages={"required": gettext_lazy("Skriv vad samverkan heter.")},
    )
    key = forms.RegexField(
        r"^[a-z0-9][a-z0-9-]*$",
        label=gettext_lazy("Kort namn i adressen"),
        max_length=60,
        help_text=gettext_lazy(
            "Små bokstäver a–z, siffror och bindestreck. Det kan inte ändras sedan."
        ),
        error_messages={
            "required": gettext_lazy("Skriv ett kort namn, till exempel sjoviken."),
            "invalid": gettext_lazy("Använd bara a–z, siffror och bindestreck."),
        },
    )


def apply_reading(
    request: HttpRequest, number: int, cooperation: str = ""
) -> HttpResponse:
    """Show what will be read in, and do it when somebody says yes."""
    reading = reading_of(request, number)
    ways = ways_of(request)
    if reading.state != ReadingState.READ:
        return redirect(ways.to("one", reading.pk))
    form = _form(request, reading)
    troubles: tuple[Trouble, ...] = ()
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            return _applied(request, reading, form)
        except CannotApply as cannot:
            troubles = cannot.troubles
    return render(
        request,
        "secretariat/readings/apply.html",
        {
            "reading": reading,
            "form": form,
            "numbers": numbers_of(reading),
            "troubles": [_trouble_shown(each, reading, ways) for each in troubles][
                :SHOWN_TROUBLES
            ],
            "further_troubles": max(0, len(troubles) - SHOWN_TROUBLES),
            "number_of_troubles": len(troubles),
            "back_url": ways.to("one", reading.pk),
            "address": ways.to("apply", reading.pk),
            "needed": len(needed(reading)),
            "choose_url": ways.to("choose", reading.pk),
        },
    )


def _form(request: HttpRequest, reading: Reading) -> NewCooperationForm | None:
    if reading.cooperation is not None:
        return None
    initial = {"name": reading.proposed_name, "key": reading.proposed_key}
    return NewCooperationForm(request.POST or None, initial=initial)


def _applied(
    request: HttpRequest, reading: Reading, form: NewCooperationForm | None
) -> HttpResponse:
    new = None
    if form is not None:
        said = form.cleaned_data
        opener = cast("User", request.user)
        new = NewCooperation(said["name"], said["key"], opener)
    report = apply(actor_of(request), reading, cast("Visit", request).today, new)
    messages.success(request, _("Handlingarna är inlästa."))
    return redirect(Ways(report.key).to("one", reading.pk))


def _trouble_shown(trouble: Trouble, reading: Reading, ways: Ways) -> dict[str, str]:
    if trouble.record is None:
        return {"label": "", "said": trouble.said, "url": ""}
    return {
        "label": trouble.record.label,
        "said": trouble.said,
        "url": ways.to("change", reading.pk, trouble.record.pk),
    }


def applied(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Show what a reading added and changed, and whether it was taken back."""
    ways = ways_of(request)
    told = reading.outcome.get("taken_back")
    return render(
        request,
        "secretariat/readings/applied.html",
        {
            "reading": reading,
            "is_undone": reading.state == ReadingState.UNDONE,
            "rows": _rows(reading),
            "kept": _kept(told) if told else [],
            "taken_back": told,
            "files": [
                {"name": file.name, "title": file.title, "document": file.document_key}
                for file in files_of(reading)
                if file.document_key
            ],
            "undo_url": ways.to("undo", reading.pk) if ways.cooperation else "",
            "list_url": ways.to(),
        },
    )


def _rows(reading: Reading) -> list[dict[str, Any]]:
    sections = reading.outcome.get("sections", {})
    return [
        {
            "name": translated(SECTIONS[name]._meta.verbose_name_plural).capitalize(),
            "added": added,
            "changed": changed,
        }
        for name in SECTIONS
        if name in sections
        for added, changed, _unchanged in [sections[name]]
        if added or changed
    ]


def _kept(told: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"section": section, "key": key, "why": why}
        for section, key, why in told["kept"]
        if section != "citations"
    ]


def undo_reading(request: HttpRequest, number: int, cooperation: str) -> HttpResponse:
    """Show what taking the reading back would do, and do it."""
    reading = reading_of(request, number)
    ways = ways_of(request)
    try:
        if request.method == "POST":
            taken = take_back(actor_of(request), reading)
            messages.success(request, _("Inläsningen är ångrad."))
            if kept_told(taken):
                messages.warning(request, _("Det som ändrats efteråt står kvar."))
            return redirect(ways.to("one", reading.pk))
        outlook = outlook_of(reading)
    except CannotTakeBack as cannot:
        messages.error(request, str(cannot))
        return redirect(ways.to("one", reading.pk))
    return render(
        request,
        "secretariat/readings/undo.html",
        {
            "reading": reading,
            "removed": len([p for p in outlook.removed if p[0] != "citations"]),
            "restored": len(outlook.restored),
            "kept": kept_told(outlook),
            "back_url": ways.to("one", reading.pk),
        },
    )


def start_again(
    request: HttpRequest, number: int, cooperation: str = ""
) -> HttpResponse:
    """Let a reading that failed wait for a worker again."""
    reading = reading_of(request, number)
    working.start_again(reading)
    return redirect(ways_of(request).to("one", reading.pk))


def forget(request: HttpRequest, number: int, cooperation: str = "") -> HttpResponse:
    """Throw away a reading that was never read in, with its files."""
    reading = reading_of(request, number)
    if reading.applied_at is not None:
        messages.error(request, _("En inläst handling kastas inte. Ångra inläsningen."))
        return redirect(ways_of(request).to("one", reading.pk))
    keeping.forget(reading)
    messages.success(request, _("Inläsningen är kastad. Inga uppgifter är ändrade."))
    return redirect(ways_of(request).to())
