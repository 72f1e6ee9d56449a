"""Entries of meetings: notice, agenda, attendance, decisions, minutes."""

from typing import Annotated

from pydantic import Field

from radslag.formats.cooperation_file.entries.adoptions import DissentEntry
from radslag.formats.cooperation_file.entry import (
    DerivedEntry,
    KeyedEntry,
    Nested,
    Numbered,
)
from radslag.formats.cooperation_file.types import (
    AttendanceStateWord,
    BodyKey,
    Clock,
    Count,
    Day,
    Flag,
    ItemKindWord,
    ItemNumber,
    MatterKey,
    MeetingKey,
    MeetingKindWord,
    MeetingStatusWord,
    MinutesKindWord,
    MunicipalityKey,
    OutcomeWord,
    OutsidePartyKey,
    PersonKey,
    Text,
)


class MeetingNoticeEntry(DerivedEntry):
    """En kallelse (notice of meeting) som den sändes ut."""

    belongs_to = "meeting_notices"
    ordered_by = ("sent_on",)
    derived = ("meeting", "sent_on")
    implied = ("meeting",)

    sent_on: Day
    recipients: Text = ""


class DecisionEntry(DerivedEntry):
    """Ett beslut (decision), eller en annan utgång, av en punkt."""

    belongs_to = "decisions"
    ordered_by = ("position",)
    derived = ("item", "position")
    implied = ("item",)

    position: Count = 1
    wording: Text = ""
    outcome: OutcomeWord = "decided"
    has_consensus: Flag | None = Field(default=None, description="Rådde enighet?")
    votes_for: Count | None = None
    votes_against: Count | None = None
    postponed_to: MeetingKey | None = None
    is_public: Flag = False
    dissents: Annotated[list[DissentEntry], Nested("decision")] = []


class AgendaItemEntry(DerivedEntry):
    """En punkt (agenda item) på dagordningen."""

    belongs_to = "agenda_items"
    ordered_by = ("number",)
    derived = ("meeting", "number")
    implied = ("meeting",)
    unique = (("meeting", "number"),)

    number: Count
    title: Text = Field(min_length=1, max_length=300)
    kind: ItemKindWord = "information"
    matter: MatterKey | None = None
    register_number: Text = Field(default="", max_length=60)
    text: Text = ""
    decisions: Annotated[list[DecisionEntry], Nested("item")] = []


class AttendanceEntry(DerivedEntry):
    """Närvaro (attendance) vid hela mötet eller vid en punkt."""

    belongs_to = "attendance"
    derived = ("meeting", "item", "municipality|outside_party", "role")
    implied = ("meeting",)
    numbered = Numbered("item", "agenda_items", "meeting")

    item: ItemNumber | None = Field(
        default=None, description="Punktens nummer; utelämnas för hela mötet."
    )
    municipality: MunicipalityKey | None = None
    outside_party: OutsidePartyKey | None = None
    person: PersonKey | None = None
    role: Text = Field(default="", max_length=120)
    is_member: Flag = False
    state: AttendanceStateWord = "present"


class VerifierEntry(DerivedEntry):
    """En justerare (verifier)."""

    belongs_to = "verifiers"
    derived = ("minutes", "municipality", "role")
    implied = ("minutes",)

    municipality: MunicipalityKey | None = None
    person: PersonKey | None = None
    role: Text = Field(default="", max_length=120)
    verified_on: Day | None = None


class MinutesEntry(DerivedEntry):
    """Minnesanteckningar eller protokoll (minutes) från mötet."""

    belongs_to = "minutes"
    derived = ("meeting",)
    implied = ("meeting",)
    unique = (("meeting",),)

    kind: MinutesKindWord = "notes"
    written_on: Day | None = None
    verified_on: Day | None = None
    secretary: Text = Field(default="", max_length=160)
    text: Text = ""
    is_public: Flag = False
    verifiers: Annotated[list[VerifierEntry], Nested("minutes")] = []


class MeetingEntry(KeyedEntry):
    """Ett möte (meeting), också som datum i kalendern."""

    belongs_to = "meetings"
    ordered_by = ("held_on", "starts_at")
    same_or_later = (("held_on", "ends_on"),)

    body: BodyKey
    kind: MeetingKindWord = "ordinary"
    status: MeetingStatusWord = "planned"
    held_on: Day
    ends_on: Day | None = None
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    weekday_as_written: Text = Field(default="", max_length=20)
    place: Text = Field(default="", max_length=200)
    host: MunicipalityKey | None = None
    is_digital: Flag = False
    note: Text = Field(default="", max_length=300)
    is_public: Flag = False
    notices: Annotated[list[MeetingNoticeEntry], Nested("meeting")] = []
    items: Annotated[list[AgendaItemEntry], Nested("meeting")] = []
    attendance: Annotated[list[AttendanceEntry], Nested("meeting")] = []
    minutes: Annotated[MinutesEntry | None, Nested("meeting")] = None
