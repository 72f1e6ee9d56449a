"""The journal: who changed what, and when, on everything.

Rows are added, never changed and never deleted; databases refuse both.
"""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from radslag.records.models.tenancy import Cooperation, ScopedManager


class Change(models.Model):
    """A change (ändring) of one record: the fields before and after."""

    class Action(models.TextChoices):
        """What was done."""

        CREATED = "created", "tillagd"
        CHANGED = "changed", "ändrad"
        DELETED = "deleted", "borttagen"

    cooperation = models.ForeignKey(
        Cooperation, on_delete=models.CASCADE, related_name="+"
    )
    section = models.CharField("postslag", max_length=60)
    record_key = models.CharField("post", max_length=160)
    action = models.CharField("vad", max_length=10, choices=Action.choices)
    before = models.JSONField("före", default=dict)
    after = models.JSONField("efter", default=dict)
    changed_at = models.DateTimeField("när")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
    )
    changed_by_name = models.CharField("vem", max_length=160)
    occasion = models.CharField("anledning", max_length=200, blank=True)

    objects: ClassVar[ScopedManager[Self]] = ScopedManager()

    class Meta:
        verbose_name = "ändring"
        verbose_name_plural = "ändringar"
        ordering = ["-changed_at", "-id"]
        indexes = [
            models.Index(fields=["cooperation", "section", "record_key"]),
            models.Index(fields=["cooperation", "-changed_at"]),
        ]

    def __str__(self) -> str:
        """Return what was changed."""
        return f"{self.section}/{self.record_key}: {self.action}"
