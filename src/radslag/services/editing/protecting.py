"""What is no longer edited: the minutes that are verified, and what they record."""

from radslag.records.models import (
    AgendaItem,
    Attendance,
    Decision,
    Minutes,
    Record,
)


class Protected(Exception):
    """The record may not be changed; the Swedish sentence says why and what to do."""


def refuse_protected(record: Record) -> None:
    """Raise Protected when the meeting's minutes are verified.

    A correction is then a new decision at a later meeting.
    """
    meeting_id = _meeting_of(record)
    if meeting_id is None:
        return
    verified = Minutes.objects.filter(meeting=meeting_id, verified_on__isnull=False)
    if verified.exists():
        raise Protected(
            "Mötets minnesanteckningar är justerade. Det som står i dem ändras inte: "
            "rätta genom ett nytt beslut på ett senare möte. Inget är sparat."
        )


def _meeting_of(record: Record) -> int | None:
    """Return the meeting whose minutes hold the record, if minutes hold such."""
    if isinstance(record, Minutes | AgendaItem | Attendance):
        return record.meeting_id
    if isinstance(record, Decision):
        return record.item.meeting_id
    return None
