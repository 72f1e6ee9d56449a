"""Readings: files that somebody sent, what was understood of them, what was chosen.

A reading is work on its way to the records and not a record itself: the first one in
an empty installation stands in no cooperation yet. Once it is applied it belongs to
one, and its files are what every källa leads to.
"""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from radslag.agreement.vocabulary import (
    Certainty,
    Choice,
    DocumentKind,
    ProposedChange,
    ReadingState,
)
from radslag.records.models.tenancy import Cooperation, holds_word, word_field


class Reading(models.Model):
    """Some files sent together (inläsning), and how far they have come.

    `steps` are earlier choices, last first, so that each can be taken back.
    `kinds_said` are the kinds somebody has said that files are of, by their SHA-256.
    """

    cooperation = models.ForeignKey(
        Cooperation, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    started_by_name = models.CharField("av", max_length=160)
    started_at = models.DateTimeField("startad")
    state = word_field(ReadingState, "skede", default=ReadingState.WAITING)
    worker = models.CharField("arbetare", max_length=60, blank=True)
    beat_at = models.DateTimeField("senaste livstecken", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("försök", default=0)
    fault = models.TextField("fel", blank=True)
    proposed_key = models.SlugField("nyckel", max_length=60, blank=True)
    proposed_name = models.CharField("namn", max_length=200, blank=True)
    contradictions = models.JSONField("motsägelser", default=list)
    remarks = models.JSONField("anmärkningar", default=list)
    findings = models.JSONField("iakttagelser", default=list)
    steps = models.JSONField("val i ordning", default=list)
    kinds_said = models.JSONField("angivna slag", default=dict)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        verbose_name = "inläsning"
        verbose_name_plural = "inläsningar"
        ordering = ["-started_at", "-id"]
        constraints = [holds_word("state", ReadingState, "reading_state_known")]
        indexes = [models.Index(fields=["state", "id"])]

    def __str__(self) -> str:
        """Return the number people see."""
        return f"inläsning {self.pk}"


class ReadingFile(models.Model):
    """A file of a reading: its bytes as sent, and its text as it was read.

    `places` are the beginnings of what stands in the text, each with character, page
    and line, so that a place in the file can be told of any character. A file that
    came inside another, as with a letter, has that one as `within`.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="files")
    within = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        related_name="inner_files",
        null=True,
        blank=True,
    )
    position = models.PositiveSmallIntegerField("ordning")
    name = models.CharField("namn", max_length=255)
    size_bytes = models.PositiveBigIntegerField("storlek")
    sha256 = models.CharField("kontrollsumma", max_length=64, db_index=True)
    content = models.BinaryField("innehåll")
    document_key = models.CharField("källdokument", max_length=160, blank=True)
    title = models.CharField("rubrik", max_length=300, blank=True)
    kind = word_field(DocumentKind, "slag", default=DocumentKind.PAPER)
    kind_certainty = word_field(Certainty, "säkerhet", default=Certainty.CERTAIN)
    text = models.TextField("text", blank=True)
    places = models.JSONField("ställen", default=list)
    parts = models.JSONField("delar", default=list)
    remarks = models.JSONField("anmärkningar", default=list)
    is_read = models.BooleanField("läst", default=False)
    is_whole = models.BooleanField("helt läst", default=True)
    outcome = models.TextField("utfall", blank=True)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        verbose_name = "inläst fil"
        verbose_name_plural = "inlästa filer"
        ordering = ["reading", "position"]
        constraints = [
            holds_word("kind", DocumentKind, "reading_file_kind_known"),
            holds_word(
                "kind_certainty", Certainty, "reading_file_kind_certainty_known"
            ),
            models.UniqueConstraint(
                fields=["reading", "position"], name="reading_file_once_a_place"
            ),
        ]

    def __str__(self) -> str:
        """Return the name it was sent under."""
        return self.name


class PagePicture(models.Model):
    """The picture of a page of a file, with the page's own size in points."""

    file = models.ForeignKey(
        ReadingFile, on_delete=models.CASCADE, related_name="pictures"
    )
    page = models.PositiveIntegerField("sida")
    width_points = models.FloatField("bredd")
    height_points = models.FloatField("höjd")
    png = models.BinaryField("bild")

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        verbose_name = "sidbild"
        verbose_name_plural = "sidbilder"
        ordering = ["file", "page"]
        constraints = [
            models.UniqueConstraint(fields=["file", "page"], name="picture_once_a_page")
        ]

    def __str__(self) -> str:
        """Return which page it is of."""
        return f"sidan {self.page}"


class Applying(models.Model):
    """One time (omgång) that what was accepted in a reading became records.

    What was left undecided may be taken in a later one; each is taken back by itself.
    """

    reading = models.ForeignKey(
        Reading, on_delete=models.CASCADE, related_name="applyings"
    )
    number = models.PositiveSmallIntegerField("omgång")
    applied_at = models.DateTimeField("inläst")
    applied_by_name = models.CharField("inläst av", max_length=160)
    undone_at = models.DateTimeField("ångrad", null=True, blank=True)
    undone_by_name = models.CharField("ångrad av", max_length=160, blank=True)
    outcome = models.JSONField("utfall", default=dict)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        verbose_name = "omgång av inläsning"
        verbose_name_plural = "omgångar av inläsning"
        ordering = ["reading", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "number"], name="applying_once_a_number"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="applying_counts"),
        ]

    def __str__(self) -> str:
        """Return which time it was."""
        return f"omgång {self.number}"


class ProposedRecord(models.Model):
    """A record that a reading proposes: its values with their words, and the choice.

    It stays for later until an `applying` has taken it. `values` holds for each column
    the value as a file writes it, its certainty and the places it was read at;
    `chosen` what somebody has written instead.
    """

    reading = models.ForeignKey(
        Reading, on_delete=models.CASCADE, related_name="proposals"
    )
    position = models.PositiveIntegerField("ordning")
    rank = models.PositiveSmallIntegerField("angelägenhet")
    section = models.CharField("postslag", max_length=60)
    key = models.CharField("nyckel", max_length=160)
    label = models.CharField("benämning", max_length=300)
    file = models.ForeignKey(
        ReadingFile,
        on_delete=models.SET_NULL,
        related_name="proposals",
        null=True,
        blank=True,
    )
    change = word_field(ProposedChange, "vad som sker", default=ProposedChange.NEW)
    certainty = word_field(Certainty, "säkerhet", default=Certainty.CERTAIN)
    is_inference = models.BooleanField("slutledning", default=False)
    is_contradicted = models.BooleanField("motsagd", default=False)
    matched = models.CharField("känd igen genom", max_length=300, blank=True)
    values = models.JSONField("värden", default=dict)
    chosen = models.JSONField("valda värden", default=dict)
    missing = models.JSONField("saknas", default=list)
    choice = word_field(Choice, "val", default=Choice.OPEN)
    chosen_by_name = models.CharField("valt av", max_length=160, blank=True)
    # Whose yes no longer counts, for the cooperation's own record has changed since.
    earlier_yes_by_name = models.CharField(
        "godkänt tidigare av", max_length=160, blank=True
    )
    applying = models.ForeignKey(
        Applying,
        on_delete=models.SET_NULL,
        related_name="proposals",
        null=True,
        blank=True,
    )

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        verbose_name = "föreslagen post"
        verbose_name_plural = "föreslagna poster"
        ordering = ["reading", "rank", "position"]
        constraints = [
            holds_word("change", ProposedChange, "proposed_change_known"),
            holds_word("certainty", Certainty, "proposed_certainty_known"),
            holds_word("choice", Choice, "proposed_choice_known"),
            models.UniqueConstraint(
                fields=["reading", "section", "key"], name="proposed_once"
            ),
            models.CheckConstraint(condition=~Q(key=""), name="proposed_has_a_key"),
        ]
        indexes = [models.Index(fields=["reading", "rank", "position"])]

    def __str__(self) -> str:
        """Return what it is called."""
        return self.label
