"""Every table of the house, by subject."""

from radslag.records.models.accounts import AccessGrant
from radslag.records.models.agreements import Agreement, Paragraph, Signature, Term
from radslag.records.models.bodies import Appointment, Body, Person
from radslag.records.models.calendar import Conference, ConferenceHost
from radslag.records.models.fees import (
    AnnualReport,
    BudgetLine,
    BudgetOutcome,
    Fee,
    GrantShare,
    SpecialGrant,
)
from radslag.records.models.goals import (
    Goal,
    GoalResponsibility,
    Indicator,
    Observation,
    Programme,
)
from radslag.records.models.history import Change
from radslag.records.models.matters import Matter, MatterEvent
from radslag.records.models.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MeetingNotice,
    Minutes,
    Verifier,
)
from radslag.records.models.parties import (
    Membership,
    Municipality,
    OutsideParty,
    Population,
    TermOfOffice,
)
from radslag.records.models.plans import (
    Activity,
    ActivityResponsibility,
    AnnualPlan,
    FollowUp,
    Presentation,
)
from radslag.records.models.readings import (
    Applying,
    PagePicture,
    ProposedRecord,
    Reading,
    ReadingFile,
)
from radslag.records.models.registry import (
    Adoption,
    Advocacy,
    Citation,
    Delivery,
    Dissent,
    Document,
    Paper,
    Referral,
    ReferralResponse,
    SeparateStatement,
)
from radslag.records.models.reviews import AcceptedFinding
from radslag.records.models.search import SearchEntry
from radslag.records.models.tenancy import (
    Cooperation,
    NoCooperationChosen,
    Record,
    choose,
)

__all__ = [
    "AcceptedFinding",
    "AccessGrant",
    "Activity",
    "ActivityResponsibility",
    "Adoption",
    "Advocacy",
    "AgendaItem",
    "Agreement",
    "AnnualPlan",
    "AnnualReport",
    "Applying",
    "Appointment",
    "Attendance",
    "Body",
    "BudgetLine",
    "BudgetOutcome",
    "Change",
    "Citation",
    "Conference",
    "ConferenceHost",
    "Cooperation",
    "Decision",
    "Delivery",
    "Dissent",
    "Document",
    "Fee",
    "FollowUp",
    "Goal",
    "GoalResponsibility",
    "GrantShare",
    "Indicator",
    "Matter",
    "MatterEvent",
    "Meeting",
    "MeetingNotice",
    "Membership",
    "Minutes",
    "Municipality",
    "NoCooperationChosen",
    "Observation",
    "OutsideParty",
    "PagePicture",
    "Paper",
    "Paragraph",
    "Person",
    "Population",
    "Presentation",
    "Programme",
    "ProposedRecord",
    "Reading",
    "ReadingFile",
    "Record",
    "Referral",
    "ReferralResponse",
    "SearchEntry",
    "SeparateStatement",
    "Signature",
    "SpecialGrant",
    "Term",
    "TermOfOffice",
    "Verifier",
    "choose",
]
