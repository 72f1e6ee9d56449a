"""The index of search: what each record is called and which words it holds.

Everything here is made from the records and can be made again; no row is ever read
as a fact. The databases' own search tables are in `radslag.records.search_tables`.
"""

from typing import ClassVar, Self

from django.db import models

from radslag.records.models.tenancy import Cooperation, ScopedManager


class SearchEntry(models.Model):
    """A record as search knows it (sökpost): its name, its text, its words.

    `words` are the small letters of name and text, `stems` the same without endings;
    both are made by `radslag.services.search.words` and by nothing else.
    """

    cooperation = models.ForeignKey(
        Cooperation, on_delete=models.CASCADE, related_name="+"
    )
    section = models.CharField("postslag", max_length=60)
    record_key = models.CharField("post", max_length=160)
    name = models.CharField("namn", max_length=300)
    text = models.TextField("text", blank=True)
    dated_on = models.DateField("datum", null=True)
    lasts_from = models.DateField("varar från", null=True)
    lasts_until = models.DateField("varar till (ej med)", null=True)
    weight = models.PositiveSmallIntegerField("tyngd", default=0)
    name_words = models.TextField("namnets ord", blank=True)
    words = models.TextField("ord", blank=True)
    name_stems = models.TextField("namnets ordstammar", blank=True)
    stems = models.TextField("ordstammar", blank=True)

    objects: ClassVar[ScopedManager[Self]] = ScopedManager()

    class Meta:
        verbose_name = "sökpost"
        verbose_name_plural = "sökposter"
        ordering = ["weight", "name", "record_key"]
        indexes = [
            # Few records last, so a day is asked for without reading the others.
            models.Index(
                fields=["cooperation", "lasts_from"],
                condition=models.Q(lasts_from__isnull=False),
                name="search_entry_lasts",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["cooperation", "section", "record_key"],
                name="search_entry_once",
            )
        ]

    def __str__(self) -> str:
        """Return the record's name."""
        return self.name
