"""The closed word lists of the house: English in code, Swedish on screen.

Every list that a table, a file and a page must spell alike is here once.
Source: the glossary of the cooperation's own documents.
"""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed list: its value in files, its Swedish on screen."""

    swedish: str

    def __new__(cls, value: str, swedish: str = "") -> Self:
        """Make the member equal to its value and keep the Swedish word."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.swedish = swedish
        return word

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """List value and Swedish word in the order of the list."""
        return [(str(word.value), word.swedish) for word in cls]


class BodyKind(Word):
    """Kinds of body (organ)."""

    COMMITTEE = "committee", "samarbetskommitté"
    MANAGEMENT_GROUP = "management_group", "ledningsgrupp"
    SECRETARIAT = "secretariat", "kansli"
    NETWORK = "network", "nätverk"
    WORKING_GROUP = "working_group", "arbetsgrupp"
    BOARD = "board", "kommunstyrelse"
    COUNCIL = "council", "kommunfullmäktige"
    ADMINISTRATION = "administration", "kommunförvaltning"


class Role(Word):
    """Roles (uppdrag) that an appointment gives."""

    CHAIR = "chair", "ordförande"
    VICE_CHAIR = "vice_chair", "vice ordförande"
    MEMBER = "member", "ledamot"
    SUBSTITUTE = "substitute", "ersättare"
    CHIEF_EXECUTIVE = "chief_executive", "kommundirektör"
    STRATEGIST = "strategist", "strateg"
    ADMINISTRATOR = "administrator", "administratör"
    SECRETARY = "secretary", "sekreterare"
    REGISTRAR = "registrar", "registrator"
    CONTACT = "contact", "kontaktperson"


class GoalLevel(Word):
    """Levels of a goal tree, from the top."""

    VISION = "vision", "vision"
    OVERARCHING = "overarching", "övergripande mål"
    FOCUS_AREA = "focus_area", "fokusområde"
    LONG_TERM = "long_term", "långsiktigt mål"
    SUB_GOAL = "sub_goal", "delmål"


class PlanStatus(Word):
    """How far an annual plan (verksamhetsplan) has come."""

    DRAFT = "draft", "utkast"
    PRESENTED = "presented", "redovisad"
    ADOPTED = "adopted", "fastställd"


class PlanSubject(Word):
    """What is presented to the municipalities before it is adopted."""

    ANNUAL_PLAN = "annual_plan", "verksamhetsplan"
    BUDGET = "budget", "budget"


class ActivityKind(Word):
    """What an activity (aktivitet) is part of."""

    DEVELOPMENT = "development", "utvecklingsaktivitet"
    COMMUNICATION = "communication", "kommunikation och påverkan"
    SECRETARIAT = "secretariat", "kansliets uppdrag"


class ActivityStatus(Word):
    """How far an activity has come."""

    PLANNED = "planned", "planerad"
    ONGOING = "ongoing", "pågår"
    DONE = "done", "klar"
    POSTPONED = "postponed", "framflyttad"
    CANCELLED = "cancelled", "inställd"


class BudgetSide(Word):
    """The two sides of a budget."""

    INCOME = "income", "intäkt"
    COST = "cost", "kostnad"


class MeetingKind(Word):
    """Kinds of meeting (möte)."""

    ORDINARY = "ordinary", "ordinarie möte"
    EXTRA = "extra", "extra möte"
    PLANNING_CONFERENCE = "planning_conference", "planeringskonferens"


class MeetingStatus(Word):
    """How far a meeting has come."""

    PLANNED = "planned", "planerat"
    CALLED = "called", "kallat"
    HELD = "held", "hållet"
    CANCELLED = "cancelled", "inställt"


class ItemKind(Word):
    """What an agenda item (punkt) is for."""

    DECISION = "decision", "beslut"
    INFORMATION = "information", "information"
    DISCUSSION = "discussion", "diskussion"
    FORMALITY = "formality", "formalia"


class AttendanceState(Word):
    """How somebody took part (närvaro)."""

    PRESENT = "present", "närvarande"
    REMOTE = "remote", "på distans"
    GUEST = "guest", "gäst"
    ABSENT = "absent", "frånvarande"


class Outcome(Word):
    """What became of an agenda item."""

    DECIDED = "decided", "beslutat"
    POSTPONED = "postponed", "bordlagt"
    REFERRED_BACK = "referred_back", "återremitterat"
    PLACED_ON_FILE = "placed_on_file", "till handlingarna"
    NOTED = "noted", "antecknat"
    REJECTED = "rejected", "avslaget"


class MinutesKind(Word):
    """Kinds of minutes."""

    NOTES = "notes", "minnesanteckningar"
    PROTOCOL = "protocol", "protokoll"


class MatterState(Word):
    """The life of a matter (ärende)."""

    RAISED = "raised", "väckt"
    PREPARED = "prepared", "berett"
    DECIDED = "decided", "beslutat"
    ADOPTED = "adopted", "antaget"
    CARRIED_OUT = "carried_out", "genomfört"
    FOLLOWED_UP = "followed_up", "uppföljt"


class AdoptionOutcome(Word):
    """What a member board did with a joint proposal (antagande)."""

    PENDING = "pending", "väntar"
    ADOPTED = "adopted", "antaget"
    CHANGED = "changed", "antaget med ändring"
    REJECTED = "rejected", "avslaget"
    REFERRED_BACK = "referred_back", "återremitterat"


class ReportStatus(Word):
    """How far an annual report (årsredovisning) has come."""

    DRAFT = "draft", "utkast"
    DECIDED = "decided", "beslutad"


class DocumentKind(Word):
    """Kinds of document (handling) the cooperation keeps."""

    AGREEMENT = "agreement", "samarbetsavtal"
    PROGRAMME = "programme", "utvecklingsprogram"
    ANNUAL_PLAN = "annual_plan", "verksamhetsplan"
    ACTION_PLAN = "action_plan", "handlingsplan"
    MEETING_NOTICE = "meeting_notice", "kallelse"
    MINUTES = "minutes", "minnesanteckningar"
    MINUTES_EXTRACT = "minutes_extract", "protokollsutdrag"
    PROPOSAL = "proposal", "tjänsteskrivelse"
    ANNUAL_REPORT = "annual_report", "årsredovisning"
    REFERRAL = "referral", "remiss"
    REFERRAL_RESPONSE = "referral_response", "remissyttrande"
    APPOINTMENT_LIST = "appointment_list", "förteckning över uppdrag"
    STATISTICS = "statistics", "statistik"
    LETTER = "letter", "skrivelse"
    PAPER = "paper", "handling"


class Certainty(Word):
    """How sure a value read from a document is."""

    CERTAIN = "certain", "säker"
    PROBABLE = "probable", "trolig"
    DOUBTFUL = "doubtful", "tveksam"


class ReadingState(Word):
    """How far a reading (inläsning) of documents has come."""

    WAITING = "waiting", "väntar"
    READING = "reading", "läses"
    READ = "read", "att granska"
    FAILED = "failed", "kunde inte läsas"
    APPLIED = "applied", "inläst"
    UNDONE = "undone", "ångrad"


class ProposedChange(Word):
    """What a proposed record would do with what is there already."""

    NEW = "new", "ny"
    CHANGED = "changed", "ändras"
    SAME = "same", "finns redan"


class Choice(Word):
    """What somebody has decided about a proposed record."""

    OPEN = "open", "inte avgjord"
    ACCEPTED = "accepted", "godkänd"
    SKIPPED = "skipped", "hoppas över"


class Severity(Word):
    """How grave a finding of the review (granskning) is."""

    ERROR = "error", "fel"
    WARNING = "warning", "varning"
    NOTE = "note", "påpekande"


class AccessRole(Word):
    """What a signed-in person is here."""

    SECRETARIAT = "secretariat", "kansli"
    COMMITTEE_MEMBER = "committee_member", "kommittéledamot"
    MANAGEMENT_GROUP = "management_group", "ledningsgrupp"
    NETWORK_MEMBER = "network_member", "nätverksmedlem"
    REGISTRAR = "registrar", "registrator"
    AUDITOR = "auditor", "revisor"
