"""Forms for annual plans, activities and follow-up."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, cast

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from radslag.agreement.calendar import understand_time
from radslag.records.models import (
    Activity,
    ActivityResponsibility,
    AnnualPlan,
    FollowUp,
    Goal,
    Municipality,
    Presentation,
    Record,
)
from radslag.services.editing import Beside
from radslag.web.secretariat.editing import fields
from radslag.web.secretariat.editing.forms.goals import keys_of, working_bodies
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.naming import name_of
from radslag.web.secretariat.editing.record_forms import RecordForm
from radslag.web.templatetags.radslag_text import day

A_DAY = timedelta(days=1)


class PlanForm(RecordForm):
    """A year's plan and budget."""

    model = AnnualPlan
    columns = (
        "year",
        "title",
        "programme",
        "status",
        "adopted_on",
        "budget_adopted_on",
        "introduction",
        "is_public",
    )
    labels = {
        "programme": _("Utvecklingsprogram"),
        "is_public": _("Får visas för alla"),
    }
    helps = {"adopted_on": DAY_HELP}

    def field_of(self, name: str) -> Any:  # noqa: ANN401 - any field
        """Keep the year among years."""
        field = super().field_of(name)
        if isinstance(field, fields.WholeField):
            field.least, field.most = 1990, 2150
        return field


class PresentationForm(RecordForm):
    """A plan or budget presented to a municipality before it is adopted."""

    model = Presentation
    parents = ("plan",)
    columns = ("municipality", "subject", "presented_on", "note")
    labels = {"municipality": _("Kommun")}


class ActivityForm(RecordForm):
    """An activity: what, for which goal, by whom, when, at what cost."""

    model = Activity
    parents = ("plan",)
    columns = (
        "title",
        "status",
        "goal",
        "kind",
        "comment",
        "responsible_as_written",
        "time_as_written",
        "starts_from",
        "ends_until",
        "cost_as_written",
        "cost_sek",
        "position",
    )
    labels = {
        "goal": _("Mål"),
        "comment": _("Kommentar"),
        "starts_from": _("Första dagen"),
        "ends_until": _("Dagen efter den sista"),
        "position": _("Plats i ordningen"),
    }
    helps = {
        "time_as_written": _(
            "Skriv som i planen, till exempel höst, april eller löpande. Dagarna "
            "förstås av orden om du inte anger dem själv."
        ),
        "starts_from": _("Bara om du vill ange den exakt."),
        "ends_until": _("Bara om du vill ange den exakt."),
        "cost_as_written": _("Skriv som i planen, till exempel inom ram."),
        "cost_sek": _("Bara när summan är känd, till exempel 52 500."),
        "position": _("Lägst nummer kommer först."),
    }
    kept_beside = (Beside(ActivityResponsibility, "activity"),)
    order = ("title", "status", "goal", "kind", "bodies", "municipalities")

    def options(self, name: str) -> Iterable[Record]:
        """Offer the goals of the plan's own programme."""
        plan = cast("Activity", self.record).plan
        goals = Goal.objects.filter(programme=plan.programme_id)
        return goals if plan.programme_id else []

    def add_fields(self) -> None:
        """Ask who answers for the activity."""
        for name, label, records in (
            ("bodies", _("Ansvariga organ"), working_bodies()),
            ("municipalities", _("Ansvariga kommuner"), list(_municipalities())),
        ):
            self.fields[name] = fields.RecordsField(
                records=records, names=[name_of(each) for each in records], label=label
            )

    def facts(self) -> dict[str, Any]:
        """Return the activity's facts, and who answers for it."""
        standing = self.standing[0]
        return super().facts() | {
            "bodies": keys_of(self.fields["bodies"], standing, "body_id"),
            "municipalities": keys_of(
                self.fields["municipalities"], standing, "municipality_id"
            ),
        }

    def clean(self) -> dict[str, Any]:
        """Understand the words for the time, unless days are given."""
        cleaned = self.cleaned_data
        words = cleaned.get("time_as_written") or ""
        is_new_words = words != getattr(self.record, "time_as_written", "")
        days = (cleaned.get("starts_from"), cleaned.get("ends_until"))
        are_old_days = days == (self._stored("starts_from"), self._stored("ends_until"))
        if words and (days == (None, None) or (is_new_words and are_old_days)):
            time = understand_time(words, cast("Activity", self.record).plan.year)
            cleaned["starts_from"], cleaned["ends_until"] = time.from_on, time.until_on
        return super().clean()

    def afterword(self) -> str:
        """Say which days the words for the time were understood as."""
        said = self.cleaned_data
        words, first, until = (
            said["time_as_written"],
            said["starts_from"],
            said["ends_until"],
        )
        if not words or (first is None and until is None):
            return ""
        told = {"words": words, "first": day(first) if first else ""}
        if until is None:
            return gettext("Tiden ”%(words)s” förstås som från %(first)s.") % told
        days = f"{told['first']} – {day(until - A_DAY)}".strip()
        return gettext("Tiden ”%(words)s” förstås som %(days)s.") % {
            "words": words,
            "days": days,
        }

    def _stored(self, name: str) -> object:
        return getattr(self.record, name) if self.record.pk else None

    def besides(self) -> tuple[Beside, ...]:
        """Return those who are to answer for it."""
        bodies = [{"body": each} for each in self.cleaned_data["bodies"]]
        own = [{"municipality": each} for each in self.cleaned_data["municipalities"]]
        return (Beside(ActivityResponsibility, "activity", (*bodies, *own)),)


def _municipalities() -> Iterable[Municipality]:
    return Municipality.objects.all()


class FollowUpForm(RecordForm):
    """A note on how an activity goes."""

    model = FollowUp
    parents = ("activity",)
    columns = ("noted_on", "text", "status")
    labels = {"text": _("Vad har hänt?")}
    helps = {
        "noted_on": DAY_HELP,
        "status": _("Aktivitetens eget läge ändras inte av anteckningen."),
    }
