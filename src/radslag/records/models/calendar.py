"""What is held besides meetings: conferences and their hosts."""

from django.db import models

from radslag.agreement.vocabulary import MeetingStatus
from radslag.records.models.parties import Municipality
from radslag.records.models.tenancy import Record, holds_word, word_field


class Conference(Record):
    """A conference (Rådslag, temadag) with theme and target groups."""

    name = models.CharField("namn", max_length=200)
    held_on = models.DateField("datum", null=True, blank=True)
    ends_on = models.DateField("slutar", null=True, blank=True)
    place = models.CharField("plats", max_length=200, blank=True)
    theme = models.CharField("tema", max_length=300, blank=True)
    target_groups = models.CharField("målgrupp", max_length=400, blank=True)
    purpose = models.TextField("syfte", blank=True)
    status = word_field(MeetingStatus, "läge", default=MeetingStatus.PLANNED)
    is_public = models.BooleanField("offentlig", default=False)

    class Meta(Record.Meta):
        verbose_name = "konferens"
        verbose_name_plural = "konferenser"
        ordering = ["-held_on", "name"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("status", MeetingStatus, "conference_status_known"),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class ConferenceHost(Record):
    """A municipality that hosts (är värd för) a conference."""

    conference = models.ForeignKey(
        Conference, on_delete=models.CASCADE, related_name="hosts"
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="hosted_conferences"
    )

    class Meta(Record.Meta):
        verbose_name = "värdskap"
        verbose_name_plural = "värdskap"
        ordering = ["conference", "municipality__name"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["conference", "municipality"], name="conference_host_once"
            ),
        ]
