"""A whole meeting's attendance in one table: who, how, and at which items."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from radslag.agreement.vocabulary import AttendanceState
from radslag.services.editing import Protected
from radslag.services.editing import attendance as entering
from radslag.services.editing.attendance import AttendanceChanged, Line, Sheet
from radslag.web.gate import Visit
from radslag.web.record_words import translated
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.visiting import (
    BACK,
    DONE,
    actor_of,
    note_done,
    tell,
    visit_of,
    way_back,
)

NOT_READY, CONFLICT = 422, 409
SPARE_LINES, MOST_LINES = 4, 100
LONGEST_ROLE = 120
LINES = "lines"
COLUMNS: tuple[tuple[str, str | Promise], ...] = (
    ("party", gettext_lazy("Part")),
    ("person", gettext_lazy("Person")),
    ("role", gettext_lazy("Roll")),
    ("member", gettext_lazy("Är ledamot")),
    ("state", gettext_lazy("Närvaro")),
    ("items", gettext_lazy("Bara punkterna")),
)
Choices = list[tuple[str, Any]]


class AttendanceForm(forms.Form):
    """Everybody's attendance at a meeting, a line for each."""

    def __init__(self, typed: QueryDict | None, sheet: Sheet) -> None:
        """Show what is written, and some empty lines; or what was typed."""
        super().__init__(typed)
        self.sheet = sheet
        self.parties = {
            f"{kind}:{party.key}": (column, party)
            for kind, column, parties in (
                ("k", "municipality", sheet.municipalities),
                ("p", "outside_party", sheet.outside_parties),
            )
            for party in parties
        }
        known = [*sheet.lines, *(Line() for _place in range(SPARE_LINES))]
        self.number = len(known) if typed is None else _number(typed, len(known))
        for place in range(self.number):
            self._add_line(place)
        for place, line in enumerate(known[: self.number]):
            self.initial = {**self.initial, **self._shown(place, line)}

    def _add_line(self, place: int) -> None:
        made: dict[str, forms.Field] = {
            "party": forms.ChoiceField(
                choices=[
                    ("", "–"),
                    *((key, str(each)) for key, (_c, each) in self.parties.items()),
                ],
                required=False,
            ),
            "person": fields.RecordField(
                records=self.sheet.people,
                names=[name_of(each) for each in self.sheet.people],
                required=False,
            ),
            "role": fields.TextField(required=False, max_length=LONGEST_ROLE),
            "member": forms.BooleanField(required=False),
            "state": forms.ChoiceField(choices=_states(), required=False),
            "items": fields.RecordsField(
                records=self.sheet.items,
                names=[str(each.number) for each in self.sheet.items],
            ),
        }
        for name, label in COLUMNS:
            field = made[name]
            field.label = _("%(column)s, rad %(number)s") % {
                "column": label,
                "number": place + 1,
            }
            self.fields[f"{name}-{place}"] = field

    def _shown(self, place: int, line: Line) -> dict[str, Any]:
        party = line.municipality or line.outside_party
        kind = "k" if line.municipality else "p"
        return {
            f"party-{place}": f"{kind}:{party.key}" if party else "",
            f"person-{place}": line.person.key if line.person else "",
            f"role-{place}": line.role,
            f"member-{place}": line.is_member,
            f"state-{place}": line.state,
            f"items-{place}": [item.key for item in line.items],
        }

    def clean(self) -> dict[str, Any]:
        """Ask who it is on each line that says how somebody took part."""
        for place in range(self.number):
            # One fault at a time: what could not be read says nothing yet.
            if any(f"{name}-{place}" in self.errors for name, _label in COLUMNS):
                continue
            line = self._line(place)
            is_named = line.municipality or line.outside_party or line.person
            if line.state and not (is_named or line.role):
                self.add_error(f"party-{place}", _("Ange vem det är."))
            if not line.state and (line.items or line.person):
                self.add_error(
                    f"state-{place}",
                    _("Välj hur, eller töm raden om den inte ska finnas."),
                )
        return self.cleaned_data

    def lines(self) -> list[Line]:
        """Return what was typed."""
        return [self._line(place) for place in range(self.number)]

    def _line(self, place: int) -> Line:
        said = {
            name: self.cleaned_data.get(f"{name}-{place}") for name, _label in COLUMNS
        }
        column, party = self.parties.get(said["party"] or "", ("municipality", None))
        return Line(
            **{column: party},  # type: ignore[arg-type]  # the column and its party go together
            person=said["person"],
            role=said["role"] or "",
            is_member=bool(said["member"]),
            state=said["state"] or "",
            items=tuple(said["items"] or ()),
        )

    @property
    def table(self) -> Iterator[list[tuple[str | Promise, forms.BoundField]]]:
        """Return the fields line by line, each with its column."""
        for place in range(self.number):
            yield [(label, self[f"{name}-{place}"]) for name, label in COLUMNS]


def _number(typed: QueryDict, otherwise: int) -> int:
    told = typed.get(LINES, "")
    return min(int(told), MOST_LINES) if told.isdecimal() else otherwise


def _states() -> Choices:
    words = [(str(each), translated(each.swedish)) for each in AttendanceState]
    return [("", _("Ej angivet")), *words]


def attendance(request: HttpRequest, cooperation: str, key: str) -> HttpResponse:
    """Ask how everybody took part in a meeting, and save it in one act."""
    visit = visit_of(request)
    sheet = entering.sheet_of(key)
    if sheet is None:
        raise Http404
    if request.method == "POST":
        return _enter(visit, sheet)
    return _page(visit, AttendanceForm(None, sheet))


def _enter(visit: Visit, sheet: Sheet) -> HttpResponse:
    form = AttendanceForm(visit.POST, sheet)
    if not form.is_valid():
        # The mark of when the page was opened stays, so that nobody is written over.
        return _page(visit, form, stamp=visit.POST.get("stamp"), status=NOT_READY)
    actor, key = actor_of(visit), sheet.meeting.key
    try:
        entering.enter(actor, key, form.lines(), stamp=visit.POST.get("stamp", ""))
    except AttendanceChanged as changed:
        return _page(visit, form, saved=changed.sheet, status=CONFLICT)
    except Protected as refusal:
        form.add_error(None, str(refusal))
        return _page(visit, form, status=NOT_READY)
    tell(visit, actor, _("Sparat"))
    note_done(visit, _mark(sheet, visit.POST.get("stamp", "")))
    return redirect(way_back(visit) or _meeting_url(visit, sheet))


def _meeting_url(visit: Visit, sheet: Sheet) -> str:
    return reverse("meetings-one", args=[visit.cooperation.key, sheet.meeting.key])


def _mark(sheet: Sheet, stamp: str) -> str:
    return f"attendance/{sheet.meeting.key}/{stamp}"


def _page(
    visit: Visit,
    form: AttendanceForm,
    *,
    saved: Sheet | None = None,
    stamp: str | None = None,
    status: int = 200,
) -> HttpResponse:
    back, sheet = way_back(visit), saved or form.sheet
    stamp = sheet.stamp if stamp is None else stamp
    return render(
        visit,
        "secretariat/editing/attendance.html",
        {
            "form": form,
            "about": name_of(sheet.meeting),
            "columns": [label for _name, label in COLUMNS],
            "stamp": stamp,
            "mark": _mark(sheet, stamp),
            "done": visit.session.get(DONE, ""),
            "lines_name": LINES,
            "items": sheet.items,
            "saved": list(_told(saved)) if saved else [],
            "is_conflict": saved is not None,
            "back": back,
            "back_name": BACK,
            "cancel_url": back or _meeting_url(visit, sheet),
        },
        status=status,
    )


def _told(sheet: Sheet) -> Iterator[str]:
    """Say line by line what another has saved."""
    for row in sheet.records:
        state = translated(AttendanceState(row.state).swedish)
        yield f"{name_of(row)}: {state}"
