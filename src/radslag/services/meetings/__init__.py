"""Reading meetings: the list, the attendance over time, and one meeting whole."""

from radslag.services.meetings.attendance import (
    AttendanceRow,
    Presence,
    Quorum,
    Standing,
    best,
    quorum_of,
    standing_of,
)
from radslag.services.meetings.listing import (
    HeatMap,
    HeatRow,
    Lines,
    ListChoice,
    MapMeeting,
    MeetingLine,
    Offered,
    attendance_map,
    coming_meetings,
    earlier_meetings,
    offered_choices,
)
from radslag.services.meetings.sitting import (
    DecisionLine,
    Delivered,
    ItemLine,
    Notice,
    Sitting,
    sitting,
)

__all__ = [
    "AttendanceRow",
    "DecisionLine",
    "Delivered",
    "HeatMap",
    "HeatRow",
    "ItemLine",
    "Lines",
    "ListChoice",
    "MapMeeting",
    "MeetingLine",
    "Notice",
    "Offered",
    "Presence",
    "Quorum",
    "Sitting",
    "Standing",
    "attendance_map",
    "best",
    "coming_meetings",
    "earlier_meetings",
    "offered_choices",
    "quorum_of",
    "sitting",
    "standing_of",
]
