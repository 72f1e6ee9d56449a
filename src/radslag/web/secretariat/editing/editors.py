"""The editors: for each section its form, its words, and where one returns to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from radslag.records.models import Record
from radslag.records.sections import SECTIONS, references_of, section_of
from radslag.web.record_words import translated
from radslag.web.secretariat.editing.forms import (
    agreements,
    attendance,
    bodies,
    calendar,
    deliveries,
    fees,
    goals,
    measures,
    meetings,
    parties,
    plans,
    registry,
)
from radslag.web.secretariat.editing.record_forms import RecordForm

Place = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Editor:
    """How records of one section are added and corrected."""

    form: type[RecordForm]
    thing: Promise
    adds: Promise
    place: Callable[[Any], Place] | None = None
    children: tuple[str, ...] = ()

    @property
    def section(self) -> str:
        """Return the section."""
        return section_of(self.form.model)

    @property
    def plural(self) -> str:
        """Return what the records are called together."""
        return translated(self.form.model._meta.verbose_name_plural)

    def find(self, key: str) -> Record | None:
        """Return the record with all that it refers to, if it is there."""
        found: Record | None = self.records().filter(key=key).first()
        return found

    def records(self) -> Any:  # noqa: ANN401 - a queryset of whichever model
        """Return the records with what their names are made of."""
        return self.form.model.objects.select_related(*_references(self.form.model))

    def returns_to(self, record: Record, cooperation: str) -> str:
        """Return the page where the record is seen."""
        if self.place is None:
            return reverse("edit-section", args=[cooperation, self.section])
        name, arguments = self.place(record)
        return reverse(name, args=[cooperation, *arguments])


def _references(model: type[Record]) -> list[str]:
    found = []
    for field in references_of(model):
        found.append(field.name)
        found += [f"{field.name}__{name}" for name in _FURTHER.get(field.name, ())]
    return found


# What the name of a record's parent is made of in its turn.
_FURTHER = {
    "item": ("meeting", "meeting__body"),
    "meeting": ("body",),
    "postponed_to": ("body",),
    "line": ("plan",),
    "adoption": ("programme", "board"),
    "activity": ("plan",),
    "agreement": (),
    "minutes": ("meeting", "meeting__body"),
    "meeting_notice": ("meeting", "meeting__body"),
    "grant": (),
}


def _plan(record: Any) -> Place:  # noqa: ANN401 - whatever has a plan
    return "plan-year", (record.plan.year,)


def _meeting(record: Any) -> Place:  # noqa: ANN401 - whatever has a meeting
    return "meetings-one", (record.meeting.key,)


def _agreement(_record: Any) -> Place:  # noqa: ANN401 - whatever is of the agreement
    return "agreement", ()


EDITORS: dict[str, Editor] = {
    editor.section: editor
    for editor in (
        Editor(
            parties.MunicipalityForm,
            _("kommunen"),
            _("Lägg till en kommun"),
            children=("memberships", "populations"),
        ),
        Editor(
            parties.MembershipForm, _("medlemskapet"), _("Lägg till ett medlemskap")
        ),
        Editor(
            parties.PopulationForm,
            _("invånarantalet"),
            _("Lägg till ett invånarantal"),
            lambda row: ("economy-year", (row.counted_on.year + 1,)),
        ),
        Editor(
            parties.TermOfOfficeForm,
            _("mandatperioden"),
            _("Lägg till en mandatperiod"),
        ),
        Editor(parties.OutsidePartyForm, _("motparten"), _("Lägg till en motpart")),
        Editor(
            agreements.AgreementForm,
            _("avtalet"),
            _("Lägg till ett avtal"),
            _agreement,
            ("signatures", "paragraphs", "terms"),
        ),
        Editor(
            agreements.SignatureForm,
            _("underskriften"),
            _("Lägg till en underskrift"),
            _agreement,
        ),
        Editor(
            agreements.ParagraphForm,
            _("paragrafen"),
            _("Lägg till en paragraf"),
            _agreement,
        ),
        Editor(
            agreements.TermForm, _("villkoret"), _("Lägg till ett villkor"), _agreement
        ),
        Editor(
            bodies.BodyForm,
            _("organet"),
            _("Lägg till ett organ"),
            children=("appointments",),
        ),
        Editor(bodies.PersonForm, _("personen"), _("Lägg till en person")),
        Editor(bodies.AppointmentForm, _("uppdraget"), _("Lägg till ett uppdrag")),
        Editor(
            goals.ProgrammeForm,
            _("programmet"),
            _("Lägg till ett utvecklingsprogram"),
            children=("goals", "adoptions"),
        ),
        Editor(
            goals.GoalForm,
            _("målet"),
            _("Lägg till ett mål"),
            children=("indicators",),
        ),
        Editor(
            measures.IndicatorForm,
            _("indikatorn"),
            _("Lägg till en indikator"),
            children=("observations",),
        ),
        Editor(
            measures.ObservationForm,
            _("observationen"),
            _("Lägg till en observation"),
        ),
        Editor(
            plans.PlanForm,
            _("planen"),
            _("Lägg till en verksamhetsplan"),
            lambda plan: ("plan-year", (plan.year,)),
            ("activities", "budget_lines", "presentations", "deliveries"),
        ),
        Editor(
            plans.PresentationForm,
            _("redovisningen"),
            _("Lägg till en redovisning"),
            _plan,
        ),
        Editor(
            plans.ActivityForm,
            _("aktiviteten"),
            _("Lägg till en aktivitet"),
            _plan,
            ("follow_ups",),
        ),
        Editor(
            plans.FollowUpForm,
            _("uppföljningen"),
            _("Lägg till en uppföljning"),
            lambda note: ("plan-year", (note.activity.plan.year,)),
        ),
        Editor(
            fees.BudgetLineForm,
            _("budgetposten"),
            _("Lägg till en budgetpost"),
            lambda line: ("economy-year", (line.plan.year,)),
            ("budget_outcomes",),
        ),
        Editor(
            fees.BudgetOutcomeForm,
            _("utfallet"),
            _("Lägg till ett utfall"),
            lambda outcome: ("economy-year", (outcome.line.plan.year,)),
        ),
        Editor(
            fees.FeeForm,
            _("avgiften"),
            _("Lägg till en beslutad avgift"),
            lambda fee: ("economy-year", (fee.year,)),
        ),
        Editor(
            fees.SpecialGrantForm,
            _("anslaget"),
            _("Lägg till ett särskilt anslag"),
            children=("grant_shares",),
        ),
        Editor(
            fees.GrantShareForm,
            _("anslagsandelen"),
            _("Lägg till en kommuns andel"),
        ),
        Editor(calendar.ConferenceForm, _("konferensen"), _("Lägg till en konferens")),
        Editor(meetings.MatterForm, _("ärendet"), _("Lägg till ett ärende")),
        Editor(
            calendar.MeetingForm,
            _("mötet"),
            _("Lägg till ett möte"),
            lambda meeting: ("meetings-one", (meeting.key,)),
            ("agenda_items", "minutes", "meeting_notices", "papers"),
        ),
        Editor(
            deliveries.MeetingNoticeForm,
            _("kallelsen"),
            _("Lägg till en kallelse"),
            _meeting,
            ("deliveries",),
        ),
        Editor(
            meetings.AgendaItemForm,
            _("punkten"),
            _("Lägg till en punkt"),
            _meeting,
            ("decisions", "papers"),
        ),
        Editor(
            attendance.AttendanceForm,
            _("närvaron"),
            _("Lägg till en närvarande"),
            _meeting,
        ),
        Editor(
            meetings.DecisionForm,
            _("beslutet"),
            _("Lägg till ett beslut"),
            lambda decision: ("meetings-one", (decision.item.meeting.key,)),
        ),
        Editor(
            meetings.MinutesForm,
            _("anteckningarna"),
            _("Lägg till anteckningar"),
            _meeting,
            ("verifiers", "deliveries"),
        ),
        Editor(
            attendance.VerifierForm,
            _("justeraren"),
            _("Lägg till en justerare"),
            lambda verifier: ("meetings-one", (verifier.minutes.meeting.key,)),
        ),
        Editor(
            registry.AdoptionForm,
            _("antagandet"),
            _("Lägg till ett antagande"),
            children=("separate_statements", "dissents"),
        ),
        Editor(
            registry.SeparateStatementForm,
            _("yttrandet"),
            _("Lägg till ett särskilt yttrande"),
        ),
        Editor(registry.DissentForm, _("reservationen"), _("Lägg till en reservation")),
        Editor(
            deliveries.ReferralForm,
            _("remissen"),
            _("Lägg till en remiss"),
            children=("referral_responses",),
        ),
        Editor(
            deliveries.ReferralResponseForm,
            _("remissyttrandet"),
            _("Lägg till ett remissyttrande"),
        ),
        Editor(
            deliveries.PaperForm,
            _("handlingen"),
            _("Lägg till en handling"),
            children=("deliveries",),
        ),
        Editor(
            deliveries.DeliveryForm,
            _("delgivningen"),
            _("Lägg till en delgivning"),
        ),
    )
}
ORDER = tuple(section for section in SECTIONS if section in EDITORS)
