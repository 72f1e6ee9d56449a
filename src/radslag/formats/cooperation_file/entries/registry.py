"""Entries of the register: referrals, letters, documents, papers, deliveries."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from radslag.formats.cooperation_file.entry import (
    DerivedEntry,
    KeyedEntry,
    Nested,
    refuse,
)
from radslag.formats.cooperation_file.types import (
    ActivityKey,
    CertaintyWord,
    Checksum,
    Day,
    DocumentKey,
    DocumentKindWord,
    Flag,
    ItemKey,
    Key,
    Label,
    MeetingKey,
    MeetingNoticeKey,
    MinutesKey,
    MunicipalityKey,
    OutsidePartyKey,
    PaperKey,
    PlanKey,
    Position,
    Text,
)


class ReferralResponseEntry(DerivedEntry):
    """Ett remissyttrande (response); gemensamt när ingen kommun anges."""

    belongs_to = "referral_responses"
    derived = ("referral", "municipality=gemensamt")
    implied = ("referral",)

    municipality: MunicipalityKey | None = None
    answered_on: Day | None = None
    text: Text = ""


class ReferralEntry(KeyedEntry):
    """En remiss (referral)."""

    belongs_to = "referrals"
    ordered_by = ("received_on",)

    title: Text = Field(min_length=1, max_length=300)
    outside_party: OutsidePartyKey | None = None
    register_number: Text = Field(default="", max_length=60)
    received_on: Day | None = None
    due_on: Day | None = Field(default=None, description="Svar senast.")
    responses: Annotated[list[ReferralResponseEntry], Nested("referral")] = []


class AdvocacyEntry(KeyedEntry):
    """En skrivelse eller annat påverkansarbete (advocacy)."""

    belongs_to = "advocacy"

    title: Text = Field(min_length=1, max_length=300)
    outside_party: OutsidePartyKey | None = None
    activity: ActivityKey | None = None
    sent_on: Day | None = None
    text: Text = ""


class DocumentEntry(KeyedEntry):
    """Ett källdokument (document)."""

    belongs_to = "documents"
    ordered_by = ("dated_on",)

    title: Text = Field(min_length=1, max_length=300)
    kind: DocumentKindWord = "paper"
    dated_on: Day | None = None
    received_on: Day | None = None
    register_number: Text = Field(default="", max_length=60)
    file_name: Text = Field(default="", max_length=255)
    sha256: Checksum = ""
    note: Text = ""


class PaperEntry(KeyedEntry):
    """En handling eller bilaga (paper) till ett möte eller en punkt."""

    belongs_to = "papers"

    title: Text = Field(min_length=1, max_length=300)
    kind: DocumentKindWord = "paper"
    meeting: MeetingKey | None = None
    item: ItemKey | None = Field(default=None, description="Punktens nyckel.")
    document: DocumentKey | None = None
    annex_number: Label = Field(default="", max_length=20)
    dated_on: Day | None = None
    is_public: Flag = False


class DeliveryEntry(DerivedEntry):
    """En delgivning (delivery) till en kommun, med kvittens."""

    belongs_to = "deliveries"
    ordered_by = ("sent_on",)
    derived = ("minutes|meeting_notice|paper|plan", "municipality")

    municipality: MunicipalityKey
    minutes: MinutesKey | None = None
    meeting_notice: MeetingNoticeKey | None = None
    paper: PaperKey | None = None
    plan: PlanKey | None = None
    sent_on: Day
    received_on: Day | None = None
    their_register_number: Text = Field(default="", max_length=60)

    @model_validator(mode="after")
    def _something_was_delivered(self) -> Self:
        if not (self.minutes or self.meeting_notice or self.paper or self.plan):
            refuse("säg vad som sändes: minutes, meeting_notice, paper eller plan")
        return self


class CitationEntry(DerivedEntry):
    """En källhänvisning (citation): var ett värde kommer ifrån."""

    belongs_to = "citations"
    derived = ("section", "record_key", "field", "document", "place")

    section: Text = Field(max_length=60, description="Postslaget, som goals.")
    record_key: Key
    field: Text = Field(default="", max_length=60)
    document: DocumentKey
    place: Text = Field(default="", max_length=120, description="Ställe i dokumentet.")
    page: Position | None = Field(default=None, description="Sidan, från 1.")
    line: Position | None = Field(default=None, description="Raden, från 1.")
    starts_at_character: Position | None = Field(
        default=None, description="Första tecknet i dokumentets text, från 0."
    )
    ends_at_character: Position | None = Field(
        default=None, description="Tecknet efter det sista."
    )
    words: Text = Field(default="", description="Orden som de står.")
    certainty: CertaintyWord = "certain"
    is_inference: Flag = Field(default=False, description="Slutledning, inte läst.")
    reason: Text = ""

    @model_validator(mode="after")
    def _characters_come_in_order(self) -> Self:
        starts, ends = self.starts_at_character, self.ends_at_character
        if (starts is None) != (ends is None):
            refuse("ange både starts_at_character och ends_at_character, eller ingen")
        if starts is not None and ends is not None and ends <= starts:
            refuse("ends_at_character ska vara större än starts_at_character")
        return self


class AcceptedFindingEntry(DerivedEntry):
    """En godtagen iakttagelse (accepted finding)."""

    belongs_to = "accepted_findings"
    derived = ("check_name", "subject")
    unique = (("check_name", "subject"),)

    check_name: Text = Field(min_length=1, max_length=80)
    subject: Text = Field(min_length=1, max_length=200)
    facts: Text = Field(max_length=64, description="Uppgifternas avtryck.")
    reason: Text = Field(min_length=1)
    accepted_on: Day
    accepted_by: Text = Field(default="", max_length=160)
