"""Reading in for good, what came of it, and taking it back."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.agreement.vocabulary import Choice, ReadingState
from radslag.records.models import Applying, ProposedRecord, Reading
from radslag.records.sections import SECTIONS
from radslag.services.naming import kind_of, label_of
from radslag.services.readings import keeping, working
from radslag.services.readings.applying import (
    CannotApply,
    HasMoved,
    NewCooperation,
    Trouble,
    apply,
)
from radslag.services.readings.choosing import UNDER_REVIEW
from radslag.services.readings.founding import Holds
from radslag.services.readings.listing import files_of, numbers_of, placed
from radslag.services.readings.needing import blocked, needed
from radslag.services.readings.taking_back import (
    CannotTakeBack,
    Taken,
    kept_told,
    outlook_of,
    take_back,
)
from radslag.web.gate import Visit, is_administrator
from radslag.web.record_words import translated
from radslag.web.secretariat.readings.shown import certainty_shown
from radslag.web.secretariat.readings.ways import (
    Ways,
    actor_of,
    number_in,
    reading_of,
    review_url,
    ways_of,
)

SHOWN_TROUBLES = 50
SHOWN_NEEDED = 20
# Sent with the yes to taking a reading back, when its cooperation goes too.
TAKES_COOPERATION = "samverkan"
HOLDS = {
    Holds.OTHER_FACTS: gettext_lazy(
        "Något annat har lagts till eller ändrats i den efter inläsningen."
    ),
    Holds.OWN_FACTS: gettext_lazy("Samverkans egna uppgifter är ändrade."),
    Holds.OTHER_READINGS: gettext_lazy(
        "Andra handlingar är inlästa i den eller väntar på granskning. Ångra eller "
        "kasta de inläsningarna först."
    ),
    Holds.OTHER_PEOPLE: gettext_lazy("Andra har fått en roll i den."),
    Holds.NO_ADMINISTRATOR: gettext_lazy(
        "Bara en administratör kan ta bort en samverkan."
    ),
}


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
    numbers = numbers_of(reading)
    # Sent twice: the first has read it in already.
    is_done = request.method == "POST" and not numbers.accepted
    if reading.state not in UNDER_REVIEW or (is_done and reading.applyings.exists()):
        return redirect(ways.to("one", reading.pk))
    form = _form(request, reading)
    troubles: tuple[Trouble, ...] = ()
    has_moved = False
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            return _applied(request, reading, form)
        except CannotApply as cannot:
            troubles, has_moved = cannot.troubles, isinstance(cannot, HasMoved)
    stuck = blocked(reading)
    return render(
        request,
        "secretariat/readings/apply.html",
        {
            "reading": reading,
            "form": form,
            "numbers": numbers,
            "troubles": [
                _trouble_shown(each, reading, ways, has_moved=has_moved)
                for each in troubles[:SHOWN_TROUBLES]
            ],
            "further_troubles": max(0, len(troubles) - SHOWN_TROUBLES),
            "number_of_troubles": len(troubles),
            "back_url": review_url(ways, reading),
            "address": ways.to("apply", reading.pk),
            "is_later": reading.applyings.exists(),
            "needed": _named(needed(reading), reading, ways),
            "blocked": _named(stuck.records, reading, ways),
            "lacking": [_lacking_shown(each, reading, ways) for each in stuck.lacking],
            "most_shown": f":{SHOWN_NEEDED}",
            "further_from": f"{SHOWN_NEEDED}:",
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


def _lacking_shown(
    record: ProposedRecord, reading: Reading, ways: Ways
) -> dict[str, Any]:
    """Return a record that others hang below, what it lacks, and where it is met."""
    names = [name for name, *_said in record.missing if name]
    return {
        "label": record.label,
        "kind": translated(kind_of(record.section)),
        "lacks": [translated(label_of(record.section, name)) for name in names],
        "is_skipped": record.choice == Choice.SKIPPED,
        "url": ways.to("change", reading.pk, record.pk),
    }


def _named(
    records: list[ProposedRecord], reading: Reading, ways: Ways
) -> list[dict[str, Any]]:
    """Return records by name, each with the way to look at it in the review."""
    return [
        {
            "label": each.label,
            "kind": translated(kind_of(each.section)),
            "certainty": certainty_shown(each.certainty),
            "url": review_url(ways, reading, post=each.pk, page=page),
        }
        for each, page in placed(reading, records)
    ]


def _trouble_shown(
    trouble: Trouble, reading: Reading, ways: Ways, *, has_moved: bool
) -> dict[str, str]:
    record = trouble.record
    if record is None:
        return {"label": "", "said": trouble.said, "url": ""}
    # What is to be looked at again is looked at beside what there is.
    url = (
        review_url(ways, reading, post=record.pk)
        if has_moved
        else ways.to("change", reading.pk, record.pk)
    )
    return {"label": record.label, "said": trouble.said, "url": url}


def applied(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Show what a reading added and changed each time, and what is left of it."""
    ways = ways_of(request)
    rounds = [_round(each, ways) for each in reading.applyings.order_by("-number")]
    return render(
        request,
        "secretariat/readings/applied.html",
        {
            "reading": reading,
            "is_undone": reading.state == ReadingState.UNDONE,
            "rounds": rounds,
            "left": numbers_of(reading).left,
            "files": [
                {"name": file.name, "title": file.title, "document": file.document_key}
                for file in files_of(reading)
                if file.document_key
            ],
            "review_url": review_url(ways, reading),
            "choose_url": ways.to("choose", reading.pk),
            "list_url": ways.to(),
        },
    )


def _round(applying: Applying, ways: Ways) -> dict[str, Any]:
    """Return one applying as its part of the page takes it."""
    told = applying.outcome.get("taken_back")
    return {
        "applying": applying,
        "is_undone": applying.undone_at is not None,
        "rows": _rows(applying),
        "taken_back": told,
        "kept": _kept(told) if told else [],
        "holds": [HOLDS[Holds(why)] for why in told.get("holds", [])] if told else [],
        "undo_url": ways.to("undo", applying.reading_id, omgang=applying.number)
        if ways.cooperation
        else "",
    }


def _rows(applying: Applying) -> list[dict[str, Any]]:
    sections = applying.outcome.get("sections", {})
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
    """Show what taking back what the reading did would do, and do it."""
    reading = reading_of(request, number)
    applying = _asked_for(reading, number_in(request, "omgang"))
    ways = ways_of(request)
    may = is_administrator(request)
    try:
        outlook = outlook_of(applying, is_administrator=may)
        takes_cooperation = bool(request.POST.get(TAKES_COOPERATION))
        is_as_shown = takes_cooperation == outlook.takes_cooperation
        if request.method == "POST" and is_as_shown:
            taken = take_back(actor_of(request), applying, is_administrator=may)
            return _taken_back(request, reading, taken)
    except CannotTakeBack as cannot:
        messages.error(request, str(cannot))
        return redirect(ways.to("one", reading.pk))
    return render(
        request,
        "secretariat/readings/undo.html",
        {
            "reading": reading,
            "is_one_of_many": reading.applyings.count() > 1,
            "number": applying.number,
            "removed": len([p for p in outlook.removed if p[0] != "citations"]),
            "restored": len(outlook.restored),
            "kept": kept_told(outlook),
            "has_founded": outlook.has_founded,
            "takes_cooperation": outlook.takes_cooperation,
            "takes_name": TAKES_COOPERATION,
            "holds": [HOLDS[why] for why in outlook.holds],
            "has_changed": request.method == "POST",
            "back_url": ways.to("one", reading.pk),
        },
    )


def _asked_for(reading: Reading, number: int | None) -> Applying:
    """Return the time that the address names, or the latest that stands."""
    rows = reading.applyings.select_related("reading")
    if number is not None:
        found = rows.filter(number=number).first()
    else:
        found = rows.filter(undone_at=None).last() or rows.last()
    if found is None:
        raise Http404
    return found


def _taken_back(request: HttpRequest, reading: Reading, taken: Taken) -> HttpResponse:
    if taken.takes_cooperation:
        name = cast("Visit", request).cooperation.name
        said = _(
            "Inläsningen är ångrad och samverkan ”%(name)s” är borttagen. Handlingarna "
            "och det du valde finns kvar nedan."
        )
        messages.success(request, said % {"name": name})
        return redirect("start")
    messages.success(request, _("Inläsningen är ångrad."))
    if kept_told(taken):
        messages.warning(request, _("Det som ändrats efteråt står kvar."))
    return redirect(ways_of(request).to("one", reading.pk))


def start_again(
    request: HttpRequest, number: int, cooperation: str = ""
) -> HttpResponse:
    """Let a reading that failed wait for a worker again."""
    reading = reading_of(request, number)
    working.start_again(reading)
    return redirect(ways_of(request).to("one", reading.pk))


def forget(request: HttpRequest, number: int, cooperation: str = "") -> HttpResponse:
    """Ask about a reading that was never read in, and throw it away with its files."""
    reading = reading_of(request, number)
    ways = ways_of(request)
    if reading.applyings.exists():
        messages.error(request, _("En inläst handling kastas inte. Ångra inläsningen."))
        return redirect(ways.to("one", reading.pk))
    if request.method == "POST":
        keeping.forget(reading)
        said = _("Inläsningen är kastad. Inga uppgifter är ändrade.")
        messages.success(request, said)
        return redirect(ways.to())
    numbers = numbers_of(reading)
    return render(
        request,
        "secretariat/readings/forget.html",
        {
            "files": files_of(reading),
            "chosen": numbers.accepted + numbers.skipped,
            "back_url": ways.to("one", reading.pk),
        },
    )
