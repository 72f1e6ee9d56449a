"""Meetings: who may meet, how often, and when what they say is a decision.

Source: §§ 3 and 4 of the model agreement.
Units: members and meetings in whole numbers, shares as fractions.
"""

from radslag.agreement.meetings.calling import (
    fewest_meetings,
    is_called_in_time,
    keeps_promise,
    may_call_extra_meeting,
    may_call_meeting,
    may_decide_agenda,
    may_raise_matter,
    must_be_called_by,
)
from radslag.agreement.meetings.decisions import OtherOrder, Stances, decision_stands
from radslag.agreement.meetings.membership import (
    has_minutes_delivered,
    has_officers,
    is_composed,
)
from radslag.agreement.meetings.quorum import (
    MoreThanAll,
    is_quorate,
    may_decide_remotely,
    members_needed,
)

__all__ = [
    "MoreThanAll",
    "OtherOrder",
    "Stances",
    "decision_stands",
    "fewest_meetings",
    "has_minutes_delivered",
    "has_officers",
    "is_called_in_time",
    "is_composed",
    "is_quorate",
    "keeps_promise",
    "may_call_extra_meeting",
    "may_call_meeting",
    "may_decide_agenda",
    "may_decide_remotely",
    "may_raise_matter",
    "members_needed",
    "must_be_called_by",
]
