"""What people have said of the review's findings."""

from django.db import models

from radslag.records.models.tenancy import Record


class AcceptedFinding(Record):
    """A finding (iakttagelse) accepted with a reason; it rests while facts stand.

    `facts` is a fingerprint of what the finding was about; when the facts change
    the fingerprint no longer fits and the finding comes back.
    """

    check_name = models.CharField("kontroll", max_length=80)
    subject = models.CharField("avser", max_length=200)
    facts = models.CharField("uppgifternas avtryck", max_length=64)
    reason = models.TextField("skäl")
    accepted_on = models.DateField("godtagen")
    accepted_by = models.CharField("av", max_length=160, blank=True)

    class Meta(Record.Meta):
        verbose_name = "godtagen iakttagelse"
        verbose_name_plural = "godtagna iakttagelser"
        ordering = ["-accepted_on"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["cooperation", "check_name", "subject"],
                name="accepted_finding_once",
            ),
        ]
