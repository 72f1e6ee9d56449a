"""The whole file: the cooperation itself and one list of entries for each section."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from radslag.formats.cooperation_file.entries.agreements import AgreementEntry
from radslag.formats.cooperation_file.entries.bodies import (
    AppointmentEntry,
    BodyEntry,
    PersonEntry,
)
from radslag.formats.cooperation_file.entries.fees import FeeEntry, SpecialGrantEntry
from radslag.formats.cooperation_file.entries.goals import (
    IndicatorEntry,
    ProgrammeEntry,
)
from radslag.formats.cooperation_file.entries.matters import (
    ConferenceEntry,
    MatterEntry,
)
from radslag.formats.cooperation_file.entries.meetings import MeetingEntry
from radslag.formats.cooperation_file.entries.parties import (
    MembershipEntry,
    MunicipalityEntry,
    OutsidePartyEntry,
    PopulationEntry,
    TermOfOfficeEntry,
)
from radslag.formats.cooperation_file.entries.plans import AnnualPlanEntry
from radslag.formats.cooperation_file.entries.readings import ReadingNote
from radslag.formats.cooperation_file.entries.registry import (
    AcceptedFindingEntry,
    AdvocacyEntry,
    CitationEntry,
    DeliveryEntry,
    DocumentEntry,
    PaperEntry,
    ReferralEntry,
)
from radslag.formats.cooperation_file.entry import Entry
from radslag.formats.cooperation_file.types import Flag, Says, Text

FORMAT = "radslag/1"
Format: TypeAlias = Literal["radslag/1"]
CooperationKey: TypeAlias = Annotated[
    str,
    Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60),
    Says("en nyckel", "en nyckel av a–z, 0–9 och bindestreck, högst 60 tecken,"),
]


class CooperationEntry(Entry):
    """Samverkan själv (cooperation). Med bara nyckeln lämnas den som den är."""

    belongs_to = "cooperation"

    key: CooperationKey = Field(description="Samverkans nyckel, högst 60 tecken.")
    name: Text = Field(
        default="", max_length=200, description="Måste anges för en ny samverkan."
    )
    short_name: Text = Field(default="", max_length=80)
    purpose: Text = ""
    records_holder: Text = Field(default="", max_length=200)
    is_demonstration: Flag = False
    is_public: Flag = False


class WholeFile(BaseModel):
    """En samverkansfil."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: Format = Field(description="Formatets namn och nummer.")
    cooperation: CooperationEntry
    municipalities: list[MunicipalityEntry] = []
    memberships: list[MembershipEntry] = []
    populations: list[PopulationEntry] = []
    terms_of_office: list[TermOfOfficeEntry] = []
    outside_parties: list[OutsidePartyEntry] = []
    agreements: list[AgreementEntry] = []
    bodies: list[BodyEntry] = []
    people: list[PersonEntry] = []
    appointments: list[AppointmentEntry] = []
    programmes: list[ProgrammeEntry] = []
    indicators: list[IndicatorEntry] = []
    plans: list[AnnualPlanEntry] = []
    fees: list[FeeEntry] = []
    special_grants: list[SpecialGrantEntry] = []
    conferences: list[ConferenceEntry] = []
    matters: list[MatterEntry] = []
    meetings: list[MeetingEntry] = []
    referrals: list[ReferralEntry] = []
    advocacy: list[AdvocacyEntry] = []
    documents: list[DocumentEntry] = []
    papers: list[PaperEntry] = []
    deliveries: list[DeliveryEntry] = []
    citations: list[CitationEntry] = []
    accepted_findings: list[AcceptedFindingEntry] = []
    reading: ReadingNote | None = None
