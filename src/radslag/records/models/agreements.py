"""The agreement as written: paragraphs, and the dated terms that rules read.

A term is never edited to say something new from a later day: the change is a new
term with its own first day, so that last year's answer comes out the same.
"""

from django.db import models

from radslag.records.models.parties import Municipality
from radslag.records.models.tenancy import Record, period_in_order


class Agreement(Record):
    """A cooperation agreement (samarbetsavtal) and when it is in force."""

    title = models.CharField("rubrik", max_length=200)
    signed_on = models.DateField("undertecknat", null=True, blank=True)
    in_force_from = models.DateField("gäller från")
    in_force_until = models.DateField("gäller till (ej med)", null=True, blank=True)
    note = models.TextField("anmärkning", blank=True)
    is_public = models.BooleanField("offentlig", default=False)

    class Meta(Record.Meta):
        verbose_name = "samarbetsavtal"
        verbose_name_plural = "samarbetsavtal"
        ordering = ["-in_force_from"]
        constraints = [
            *Record.Meta.constraints,
            period_in_order("in_force_from", "in_force_until", "agreement_in_order"),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class Signature(Record):
    """A municipality's signature (underskrift) under an agreement."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="signatures"
    )
    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="signatures"
    )
    signed_on = models.DateField("undertecknat", null=True, blank=True)
    signed_by = models.CharField("av", max_length=160, blank=True)

    class Meta(Record.Meta):
        verbose_name = "underskrift"
        verbose_name_plural = "underskrifter"
        ordering = ["agreement", "signed_on", "municipality__name"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agreement", "municipality"],
                name="signature_once_a_municipality",
            ),
        ]


class Paragraph(Record):
    """A paragraph (§) of the agreement, in a short paraphrase."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="paragraphs"
    )
    number = models.CharField("nummer", max_length=12)
    position = models.PositiveIntegerField("ordning", default=0)
    heading = models.CharField("rubrik", max_length=200)
    text = models.TextField("innehåll", blank=True)

    class Meta(Record.Meta):
        verbose_name = "paragraf"
        verbose_name_plural = "paragrafer"
        ordering = ["agreement", "position"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["agreement", "number"], name="paragraph_number_once"
            ),
        ]

    def __str__(self) -> str:
        """Return the paragraph as people cite it."""
        return f"§ {self.number}"


class Term(Record):
    """A term (avtalsvillkor): a dated value of one kind that rules read.

    The kinds and the shape of each value are those of `radslag.agreement.terms`.
    """

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="terms"
    )
    paragraph = models.ForeignKey(
        Paragraph,
        on_delete=models.SET_NULL,
        related_name="terms",
        null=True,
        blank=True,
    )
    kind = models.CharField("slag", max_length=40)
    value = models.JSONField("värde")
    applies_from = models.DateField("gäller från")
    applies_until = models.DateField("gäller till (ej med)", null=True, blank=True)
    decided_on = models.DateField("beslutat", null=True, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta(Record.Meta):
        verbose_name = "avtalsvillkor"
        verbose_name_plural = "avtalsvillkor"
        ordering = ["kind", "applies_from"]
        constraints = [
            *Record.Meta.constraints,
            period_in_order("applies_from", "applies_until", "term_in_order"),
        ]
        indexes = [models.Index(fields=["cooperation", "kind", "applies_from"])]
