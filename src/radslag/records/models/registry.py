"""The register: adoptions, referrals, papers, deliveries, documents, citations.

An original document is kept bit for bit; everything derived can be made again.
"""

from django.db import models
from django.db.models import Q

from radslag.agreement.vocabulary import AdoptionOutcome, Certainty, DocumentKind
from radslag.records.models.bodies import Body
from radslag.records.models.goals import Programme
from radslag.records.models.meetings import (
    AgendaItem,
    Decision,
    Meeting,
    MeetingNotice,
    Minutes,
)
from radslag.records.models.parties import Municipality, OutsideParty
from radslag.records.models.plans import Activity, AnnualPlan
from radslag.records.models.tenancy import Record, holds_word, word_field


class Adoption(Record):
    """One board's decision on a joint proposal (antagande)."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="adoptions"
    )
    board = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="adoptions")
    outcome = word_field(AdoptionOutcome, "utfall", default=AdoptionOutcome.PENDING)
    sent_on = models.DateField("utsänt", null=True, blank=True)
    decided_on = models.DateField("beslutat", null=True, blank=True)
    paragraph = models.CharField("§", max_length=20, blank=True)
    register_number = models.CharField("diarienummer", max_length=60, blank=True)
    verified_on = models.DateField("justerat", null=True, blank=True)
    announced_on = models.DateField("anslaget", null=True, blank=True)
    is_inferred = models.BooleanField("slutledning", default=False)
    note = models.CharField("anmärkning", max_length=400, blank=True)

    class Meta(Record.Meta):
        verbose_name = "antagande"
        verbose_name_plural = "antaganden"
        ordering = ["programme", "board__name"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("outcome", AdoptionOutcome, "adoption_outcome_known"),
            models.UniqueConstraint(
                fields=["programme", "board"], name="adoption_once_a_board"
            ),
        ]


class SeparateStatement(Record):
    """A separate statement (särskilt yttrande) beside an adoption."""

    adoption = models.ForeignKey(
        Adoption, on_delete=models.CASCADE, related_name="separate_statements"
    )
    stated_by = models.CharField("av", max_length=160)
    text = models.TextField("yttrande", blank=True)

    class Meta(Record.Meta):
        verbose_name = "särskilt yttrande"
        verbose_name_plural = "särskilda yttranden"
        ordering = ["adoption", "id"]


class Dissent(Record):
    """A recorded dissent (reservation) against a decision or an adoption."""

    adoption = models.ForeignKey(
        Adoption,
        on_delete=models.CASCADE,
        related_name="dissents",
        null=True,
        blank=True,
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.CASCADE,
        related_name="dissents",
        null=True,
        blank=True,
    )
    dissenter = models.CharField("av", max_length=160)
    text = models.TextField("reservation", blank=True)

    class Meta(Record.Meta):
        verbose_name = "reservation"
        verbose_name_plural = "reservationer"
        ordering = ["id"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(adoption__isnull=True) ^ Q(decision__isnull=True),
                name="dissent_against_one",
            ),
        ]


class Referral(Record):
    """A referral for comment (remiss) that the cooperation may answer."""

    title = models.CharField("remiss", max_length=300)
    outside_party = models.ForeignKey(
        OutsideParty,
        on_delete=models.SET_NULL,
        related_name="referrals",
        null=True,
        blank=True,
    )
    register_number = models.CharField("diarienummer", max_length=60, blank=True)
    received_on = models.DateField("inkommen", null=True, blank=True)
    due_on = models.DateField("svar senast", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = "remiss"
        verbose_name_plural = "remisser"
        ordering = ["-received_on", "title"]


class ReferralResponse(Record):
    """A response (remissyttrande), joint or by one municipality."""

    referral = models.ForeignKey(
        Referral, on_delete=models.CASCADE, related_name="responses"
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.SET_NULL,
        related_name="referral_responses",
        null=True,
        blank=True,
    )
    answered_on = models.DateField("besvarad", null=True, blank=True)
    text = models.TextField("yttrande", blank=True)

    class Meta(Record.Meta):
        verbose_name = "remissyttrande"
        verbose_name_plural = "remissyttranden"
        ordering = ["referral", "id"]


class Advocacy(Record):
    """A letter or other advocacy (skrivelse, påverkansarbete)."""

    title = models.CharField("skrivelse", max_length=300)
    outside_party = models.ForeignKey(
        OutsideParty,
        on_delete=models.SET_NULL,
        related_name="advocacy",
        null=True,
        blank=True,
    )
    activity = models.ForeignKey(
        Activity,
        on_delete=models.SET_NULL,
        related_name="advocacy",
        null=True,
        blank=True,
    )
    sent_on = models.DateField("avsänd", null=True, blank=True)
    text = models.TextField("innehåll", blank=True)

    class Meta(Record.Meta):
        verbose_name = "skrivelse"
        verbose_name_plural = "skrivelser"
        ordering = ["-sent_on", "title"]


class Document(Record):
    """A source document (källdokument), kept as received."""

    title = models.CharField("rubrik", max_length=300)
    kind = word_field(DocumentKind, "slag", default=DocumentKind.PAPER)
    dated_on = models.DateField("daterat", null=True, blank=True)
    received_on = models.DateField("inkommet", null=True, blank=True)
    register_number = models.CharField("diarienummer", max_length=60, blank=True)
    file_name = models.CharField("filnamn", max_length=255, blank=True)
    sha256 = models.CharField("kontrollsumma", max_length=64, blank=True)
    note = models.TextField("anmärkning", blank=True)

    class Meta(Record.Meta):
        verbose_name = "källdokument"
        verbose_name_plural = "källdokument"
        ordering = ["-dated_on", "title"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("kind", DocumentKind, "document_kind_known"),
        ]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class Paper(Record):
    """A paper (handling) or annex of a meeting or an item."""

    title = models.CharField("rubrik", max_length=300)
    kind = word_field(DocumentKind, "slag", default=DocumentKind.PAPER)
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.SET_NULL,
        related_name="papers",
        null=True,
        blank=True,
    )
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.SET_NULL,
        related_name="papers",
        null=True,
        blank=True,
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.SET_NULL,
        related_name="papers",
        null=True,
        blank=True,
    )
    annex_number = models.CharField("bilaga", max_length=20, blank=True)
    dated_on = models.DateField("daterad", null=True, blank=True)
    is_public = models.BooleanField("offentlig", default=False)

    class Meta(Record.Meta):
        verbose_name = "handling"
        verbose_name_plural = "handlingar"
        ordering = ["-dated_on", "title"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("kind", DocumentKind, "paper_kind_known"),
        ]


class Delivery(Record):
    """A delivery (delgivning) to a municipality, with its receipt."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, related_name="deliveries"
    )
    minutes = models.ForeignKey(
        Minutes,
        on_delete=models.CASCADE,
        related_name="deliveries",
        null=True,
        blank=True,
    )
    meeting_notice = models.ForeignKey(
        MeetingNotice,
        on_delete=models.CASCADE,
        related_name="deliveries",
        null=True,
        blank=True,
    )
    paper = models.ForeignKey(
        Paper,
        on_delete=models.CASCADE,
        related_name="deliveries",
        null=True,
        blank=True,
    )
    plan = models.ForeignKey(
        AnnualPlan,
        on_delete=models.CASCADE,
        related_name="deliveries",
        null=True,
        blank=True,
    )
    sent_on = models.DateField("sänd")
    received_on = models.DateField("mottagen", null=True, blank=True)
    their_register_number = models.CharField(
        "mottagarens diarienummer", max_length=60, blank=True
    )

    class Meta(Record.Meta):
        verbose_name = "delgivning"
        verbose_name_plural = "delgivningar"
        ordering = ["sent_on", "municipality__name"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(minutes__isnull=False)
                | Q(meeting_notice__isnull=False)
                | Q(paper__isnull=False)
                | Q(plan__isnull=False),
                name="delivery_of_something",
            ),
        ]


class Citation(Record):
    """Where a value comes from: any field of any record → document, place, words."""

    section = models.CharField("postslag", max_length=60)
    record_key = models.CharField("post", max_length=160)
    field = models.CharField("fält", max_length=60, blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="citations"
    )
    place = models.CharField("ställe", max_length=120, blank=True)
    page = models.PositiveIntegerField("sida", null=True, blank=True)
    line = models.PositiveIntegerField("rad", null=True, blank=True)
    # Characters of the document's text as it was read, half-open and from zero.
    starts_at_character = models.PositiveIntegerField(
        "från tecken", null=True, blank=True
    )
    ends_at_character = models.PositiveIntegerField(
        "till tecken (ej med)", null=True, blank=True
    )
    words = models.TextField("orden", blank=True)
    certainty = word_field(Certainty, "säkerhet", default=Certainty.CERTAIN)
    is_inference = models.BooleanField("slutledning", default=False)
    reason = models.TextField("skäl", blank=True)

    class Meta(Record.Meta):
        verbose_name = "källhänvisning"
        verbose_name_plural = "källhänvisningar"
        ordering = ["section", "record_key", "field", "id"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("certainty", Certainty, "citation_certainty_known"),
            models.CheckConstraint(
                condition=Q(starts_at_character=None, ends_at_character=None)
                | Q(ends_at_character__gt=models.F("starts_at_character")),
                name="citation_characters_in_order",
            ),
        ]
        indexes = [models.Index(fields=["cooperation", "section", "record_key"])]
