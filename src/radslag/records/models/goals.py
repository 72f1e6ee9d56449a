"""Development programmes with their goal trees, and what is measured."""

from django.db import models
from django.db.models import F, Q

from radslag.agreement.vocabulary import GoalLevel
from radslag.records.models.bodies import Body
from radslag.records.models.parties import Municipality, TermOfOffice
from radslag.records.models.tenancy import Record, holds_word, word_field


class Programme(Record):
    """A development programme (utvecklingsprogram); it replaces the one before."""

    name = models.CharField("namn", max_length=200)
    short_name = models.CharField("kort namn", max_length=60, blank=True)
    term_of_office = models.ForeignKey(
        TermOfOffice,
        on_delete=models.SET_NULL,
        related_name="programmes",
        null=True,
        blank=True,
    )
    valid_from = models.DateField("gäller från")
    valid_to = models.DateField("gäller till och med")
    decided_on = models.DateField("beslutat av kommittén", null=True, blank=True)
    replaces = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="replaced_by",
        null=True,
        blank=True,
    )
    summary = models.TextField("sammanfattning", blank=True)
    relates_to = models.TextField("förhåller sig till", blank=True)
    is_public = models.BooleanField("offentlig", default=False)

    class Meta(Record.Meta):
        verbose_name = "utvecklingsprogram"
        verbose_name_plural = "utvecklingsprogram"
        ordering = ["-valid_from"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_to__gt=F("valid_from")), name="programme_in_order"
            ),
        ]

    def __str__(self) -> str:
        """Return the name people use."""
        return self.short_name or self.name


class Goal(Record):
    """A goal (mål) at its level in a programme's tree."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="goals"
    )
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, related_name="children", null=True, blank=True
    )
    level = word_field(GoalLevel, "nivå")
    position = models.PositiveIntegerField("ordning", default=0)
    name = models.CharField("namn", max_length=120)
    title = models.CharField("lydelse", max_length=400, blank=True)
    other_names = models.CharField("skrivs även", max_length=200, blank=True)
    group_name = models.CharField("område", max_length=120, blank=True)
    text = models.TextField("beskrivning", blank=True)
    continues = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="continued_by",
        null=True,
        blank=True,
    )

    class Meta(Record.Meta):
        verbose_name = "mål"
        verbose_name_plural = "mål"
        ordering = ["programme", "position"]
        constraints = [
            *Record.Meta.constraints,
            holds_word("level", GoalLevel, "goal_level_known"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="goal_not_its_own_parent",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class GoalResponsibility(Record):
    """The body that answers for a goal (ansvarigt nätverk)."""

    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, related_name="responsibilities"
    )
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="goals")

    class Meta(Record.Meta):
        verbose_name = "målansvar"
        verbose_name_plural = "målansvar"
        ordering = ["goal", "body__name"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["goal", "body"], name="goal_responsibility_once"
            ),
        ]


class Indicator(Record):
    """An indicator or key figure (indikator, nyckeltal) for a goal."""

    goal = models.ForeignKey(
        Goal,
        on_delete=models.SET_NULL,
        related_name="indicators",
        null=True,
        blank=True,
    )
    name = models.CharField("namn", max_length=200)
    unit = models.CharField("enhet", max_length=60, blank=True)
    outside_code = models.CharField("kod hos källan", max_length=60, blank=True)
    wanted = models.CharField("önskad riktning", max_length=120, blank=True)

    class Meta(Record.Meta):
        verbose_name = "indikator"
        verbose_name_plural = "indikatorer"
        ordering = ["name"]


class Observation(Record):
    """A measured value of an indicator, for all or for one municipality."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="observations"
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="observations",
        null=True,
        blank=True,
    )
    observed_on = models.DateField("avser")
    value = models.DecimalField("värde", max_digits=20, decimal_places=4)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta(Record.Meta):
        verbose_name = "observation"
        verbose_name_plural = "observationer"
        ordering = ["-observed_on"]
