"""Matters and their life: raised → prepared → decided → adopted → carried out."""

from django.db import models

from radslag.agreement.vocabulary import MatterState
from radslag.records.models.parties import Municipality
from radslag.records.models.tenancy import Record, holds_word, word_field


class Matter(Record):
    """A matter (ärende) with its register number."""

    title = models.CharField("ärende", max_length=300)
    register_number = models.CharField("diarienummer", max_length=60, blank=True)
    raised_on = models.DateField("väckt", null=True, blank=True)
    raised_by = models.ForeignKey(
        Municipality,
        on_delete=models.SET_NULL,
        related_name="raised_matters",
        null=True,
        blank=True,
    )
    state = word_field(MatterState, "läge", default=MatterState.RAISED)
    closed_on = models.DateField("avslutat", null=True, blank=True)
    summary = models.TextField("sammanfattning", blank=True)

    class Meta(Record.Meta):
        verbose_name = "ärende"
        verbose_name_plural = "ärenden"
        ordering = ["-raised_on", "title"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("state", MatterState, "matter_state_known"),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class MatterEvent(Record):
    """A step in a matter's life."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="events")
    happened_on = models.DateField("datum")
    state = word_field(MatterState, "läge")
    note = models.TextField("anteckning", blank=True)

    class Meta(Record.Meta):
        verbose_name = "ärendehändelse"
        verbose_name_plural = "ärendehändelser"
        ordering = ["matter", "happened_on"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("state", MatterState, "matter_event_state_known"),
        ]
