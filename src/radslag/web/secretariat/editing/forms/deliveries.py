"""Forms for what is sent out and received: notices, papers, deliveries, referrals."""

from collections.abc import Iterable
from typing import cast

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from radslag.records.models import (
    AgendaItem,
    Delivery,
    Meeting,
    MeetingNotice,
    Minutes,
    Paper,
    Record,
    Referral,
    ReferralResponse,
)
from radslag.web.secretariat.editing.forms.parties import DAY_HELP
from radslag.web.secretariat.editing.record_forms import RecordForm


class MeetingNoticeForm(RecordForm):
    """A notice of meeting as sent out."""

    model = MeetingNotice
    parents = ("meeting",)
    columns = ("sent_on", "recipients")
    labels = {"sent_on": _("Skickades den")}
    helps = {"sent_on": DAY_HELP, "recipients": _("Vilka kallelsen gick till.")}


class PaperForm(RecordForm):
    """A paper or annex of a meeting or of one of its items."""

    model = Paper
    columns = (
        "title",
        "kind",
        "meeting",
        "item",
        "document",
        "annex_number",
        "dated_on",
        "is_public",
    )
    labels = {
        "meeting": _("Möte"),
        "item": _("Punkt"),
        "document": _("Källdokument"),
        "annex_number": _("Bilagans nummer"),
        "is_public": _("Får visas för alla"),
    }
    helps = {
        "item": _("Välj mötet först: punkterna är mötets egna."),
        "dated_on": DAY_HELP,
    }

    @classmethod
    def prepare(cls, record: Record, query: QueryDict) -> bool:
        """Know the meeting that a new paper is added to, so that its items show."""
        paper = cast("Paper", record)
        key = query.get("meeting", "")
        paper.meeting = Meeting.objects.filter(key=key).first() if key else None
        return True

    def options(self, name: str) -> Iterable[Record]:
        """Offer meetings with their bodies, and the items of the paper's meeting."""
        if name == "meeting":
            return Meeting.objects.select_related("body").order_by("-held_on")
        if name == "item":
            return self._items()
        return super().options(name)

    def _items(self) -> Iterable[Record]:
        told = self.data.get("meeting") if self.is_bound else None
        items = AgendaItem.objects.select_related("meeting__body")
        if told:
            return items.filter(meeting__key=told)
        return items.filter(meeting=cast("Paper", self.record).meeting_id)


class DeliveryForm(RecordForm):
    """Something sent to a municipality, and the receipt for it."""

    model = Delivery
    columns = (
        "municipality",
        "minutes",
        "meeting_notice",
        "paper",
        "plan",
        "sent_on",
        "received_on",
        "their_register_number",
    )
    labels = {
        "municipality": _("Kommun"),
        "minutes": _("Anteckningar"),
        "meeting_notice": _("Kallelse"),
        "paper": _("Handling"),
        "plan": _("Verksamhetsplan"),
        "sent_on": _("Skickades den"),
        "received_on": _("Kvitterades den"),
    }
    helps = {
        "minutes": _("Välj en sak: anteckningar, kallelse, handling eller plan."),
        "sent_on": DAY_HELP,
        "received_on": _("Lämna tomt tills kommunen har kvitterat."),
    }

    def options(self, name: str) -> Iterable[Record]:
        """Offer the minutes and notices with their meetings, latest first."""
        if name == "minutes":
            return Minutes.objects.select_related("meeting__body")
        if name == "meeting_notice":
            notices = MeetingNotice.objects.select_related("meeting__body")
            return notices.order_by("-sent_on")
        return super().options(name)


class ReferralForm(RecordForm):
    """A referral that the cooperation may answer."""

    model = Referral
    columns = ("title", "outside_party", "register_number", "received_on", "due_on")
    labels = {"outside_party": _("Avsändare"), "title": _("Remissens rubrik")}
    helps = {"received_on": DAY_HELP, "due_on": _("Sista dagen att svara.")}


class ReferralResponseForm(RecordForm):
    """An answer to a referral, joint or by one municipality."""

    model = ReferralResponse
    parents = ("referral",)
    columns = ("municipality", "answered_on", "text")
    labels = {"municipality": _("Kommun")}
    helps = {
        "municipality": _("Lämna tomt när svaret är gemensamt."),
        "answered_on": DAY_HELP,
    }
