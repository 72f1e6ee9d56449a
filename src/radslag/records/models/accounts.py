"""Who may do what: a user's role in a cooperation, from–until."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from radslag.agreement.vocabulary import AccessRole
from radslag.records.models.tenancy import (
    Cooperation,
    holds_word,
    period_in_order,
    word_field,
)


class AccessGrant(models.Model):
    """A role (behörighet) given to a user in one cooperation.

    Read before any cooperation is chosen, so it stands outside the wall; only the
    access module reads it. A grant whose last day has passed gives nothing.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="grants"
    )
    cooperation = models.ForeignKey(
        Cooperation, on_delete=models.CASCADE, related_name="grants"
    )
    role = word_field(AccessRole, "roll")
    municipality_key = models.CharField("kommun", max_length=160, blank=True)
    body_key = models.CharField("organ", max_length=160, blank=True)
    granted_from = models.DateField("från")
    granted_until = models.DateField("till (ej med)", null=True, blank=True)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        verbose_name = "behörighet"
        verbose_name_plural = "behörigheter"
        ordering = ["cooperation", "role", "user"]
        constraints = [
            holds_word("role", AccessRole, "access_grant_role_known"),
            period_in_order("granted_from", "granted_until", "grant_in_order"),
            models.UniqueConstraint(
                fields=["user", "cooperation", "role"], name="access_grant_once"
            ),
        ]

    def __str__(self) -> str:
        """Return the role's word."""
        return AccessRole(self.role).swedish
