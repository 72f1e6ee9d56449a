"""The kinds of value an entry holds: how each is read, and its name in Swedish.

Text is never turned into a number; only money may be written either way. What was
read is a plain Python value: text, int, bool, date, time or Decimal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeAlias

from annotated_types import Ge, Le
from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from radslag.agreement.vocabulary import (
    ActivityKind,
    ActivityStatus,
    AdoptionOutcome,
    AttendanceState,
    BodyKind,
    BudgetSide,
    Certainty,
    DocumentKind,
    GoalLevel,
    ItemKind,
    MatterState,
    MeetingKind,
    MeetingStatus,
    MinutesKind,
    Outcome,
    PlanStatus,
    PlanSubject,
    ReportStatus,
    Role,
    Word,
)

# Control characters that neither YAML nor PostgreSQL can keep.
_KEEPABLE = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
_KEY = r"^[a-z0-9][a-z0-9.-]*$"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
_AMOUNT = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SMALL, _LARGE = 32767, 2147483647


@dataclass(frozen=True)
class Says:
    """What a kind of value is called, and what is expected where it stands."""

    noun: str
    expected: str


@dataclass(frozen=True)
class Reference:
    """The text is the key of a record in this section."""

    section: str


@dataclass(frozen=True)
class OneOf:
    """The text is one word of a closed list."""

    words: type[Word]

    @property
    def values(self) -> list[str]:
        """Return the words as files spell them."""
        return [str(word.value) for word in self.words]

    def __get_pydantic_core_schema__(
        self, source: object, inner: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Refuse every other word."""
        return core_schema.literal_schema(self.values)


def _day(raw: object) -> object:
    if not isinstance(raw, str) or not _DAY.fullmatch(raw):
        raise ValueError
    return date.fromisoformat(raw)


def _clock(raw: object) -> object:
    if not isinstance(raw, str) or not _TIME.fullmatch(raw):
        raise ValueError
    return time.fromisoformat(raw)


def _number(raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | str | Decimal):
        raise ValueError
    if isinstance(raw, str) and not _AMOUNT.fullmatch(raw):
        raise ValueError
    return Decimal(raw)


def _exactly(raw: object, step: str) -> Decimal:
    try:
        number = _number(raw)
        exact = number.quantize(Decimal(step))
    except InvalidOperation:
        raise ValueError from None
    if exact != number:
        raise ValueError
    # Minus nothing is nothing, in every database.
    return abs(exact) if exact == 0 else exact


def _money(raw: object) -> Decimal:
    return _exactly(raw, "0.01")


def _measure(raw: object) -> Decimal:
    return _exactly(raw, "0.0001")


def _label(raw: object) -> object:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return str(raw)
    return raw


def _plain(raw: object) -> object:
    """Turn numbers with decimals into text, which JSON columns keep exactly."""
    if isinstance(raw, Decimal):
        return str(raw)
    if isinstance(raw, Mapping):
        return {key: _plain(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [_plain(value) for value in raw]
    return raw


_AMOUNT_SCHEMA = {"type": ["number", "string"], "pattern": f"^{_AMOUNT.pattern}$"}

Text: TypeAlias = Annotated[
    str,
    Field(pattern=_KEEPABLE),
    Says("en text", "en text (sätt citattecken om den ser ut som ett tal)"),
]
Label: TypeAlias = Annotated[
    str,
    BeforeValidator(_label),
    Field(pattern=_KEEPABLE),
    WithJsonSchema({"type": ["string", "integer"]}),
    Says("en beteckning", "en text eller ett heltal"),
]
Key: TypeAlias = Annotated[
    str,
    Field(pattern=_KEY, max_length=160),
    Says("en nyckel", "en nyckel av a–z, 0–9, bindestreck och punkt"),
]
Flag: TypeAlias = Annotated[bool, Says("ja eller nej", "true eller false")]
Day: TypeAlias = Annotated[
    date,
    BeforeValidator(_day),
    Says("ett datum som finns", "ett datum skrivet som 2026-12-31"),
]
Clock: TypeAlias = Annotated[
    time,
    BeforeValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": f"^{_TIME.pattern}$"}),
    Says("ett klockslag", 'ett klockslag skrivet som "13:00"'),
]
Residents: TypeAlias = Annotated[
    int, Ge(0), Le(_LARGE), Says("ett invånarantal", "ett heltal från 0 och uppåt")
]
Year: TypeAlias = Annotated[
    int, Ge(1900), Le(2200), Says("ett årtal", "ett årtal som 2026")
]
Position: TypeAlias = Annotated[
    int,
    Ge(0),
    Le(_LARGE),
    Says("ett ordningsnummer", "ett heltal från 0 och uppåt"),
]
Count: TypeAlias = Annotated[
    int, Ge(0), Le(_SMALL), Says("ett antal", f"ett heltal från 0 till {_SMALL}")
]
Money: TypeAlias = Annotated[
    Decimal,
    BeforeValidator(_money),
    Field(gt=-(10**12), lt=10**12),
    WithJsonSchema(_AMOUNT_SCHEMA),
    Says("ett belopp", 'kronor och hela ören, som 52500 eller "52500.50",'),
]
Charge: TypeAlias = Annotated[
    Decimal,
    BeforeValidator(_money),
    Field(ge=0, lt=10**12),
    WithJsonSchema(_AMOUNT_SCHEMA),
    Says("ett belopp som inte är negativt", 'kronor, som 52500 eller "52500.50",'),
]
Measure: TypeAlias = Annotated[
    Decimal,
    BeforeValidator(_measure),
    Field(gt=-(10**16), lt=10**16),
    WithJsonSchema(_AMOUNT_SCHEMA),
    Says("ett mätvärde", "ett tal med högst fyra decimaler"),
]
MunicipalityCode: TypeAlias = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}$"),
    Says("en kommunkod", 'fyra siffror inom citattecken, som "0126",'),
]
Checksum: TypeAlias = Annotated[
    str,
    Field(pattern=r"^[0-9a-f]{64}$"),
    Says("en kontrollsumma", "64 hexadecimala siffror"),
]
Email: TypeAlias = Annotated[
    str,
    Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=254),
    Says("en e-postadress", "en adress som namn@kommun.se"),
]
Website: TypeAlias = Annotated[
    str,
    Field(pattern=r"^https?://[^\s]+$", max_length=200),
    Says("en webbadress", "en adress som börjar med https://"),
]
TermValue: TypeAlias = Annotated[
    dict[str, Any], BeforeValidator(_plain), Says("ett värde", "nycklar med värden")
]

MunicipalityKey: TypeAlias = Annotated[Key, Reference("municipalities")]
OutsidePartyKey: TypeAlias = Annotated[Key, Reference("outside_parties")]
PersonKey: TypeAlias = Annotated[Key, Reference("people")]
BodyKey: TypeAlias = Annotated[Key, Reference("bodies")]
TermOfOfficeKey: TypeAlias = Annotated[Key, Reference("terms_of_office")]
ProgrammeKey: TypeAlias = Annotated[Key, Reference("programmes")]
GoalKey: TypeAlias = Annotated[Key, Reference("goals")]
ActivityKey: TypeAlias = Annotated[Key, Reference("activities")]
PlanKey: TypeAlias = Annotated[Key, Reference("plans")]
MatterKey: TypeAlias = Annotated[Key, Reference("matters")]
MeetingKey: TypeAlias = Annotated[Key, Reference("meetings")]
MeetingNoticeKey: TypeAlias = Annotated[Key, Reference("meeting_notices")]
MinutesKey: TypeAlias = Annotated[Key, Reference("minutes")]
PaperKey: TypeAlias = Annotated[Key, Reference("papers")]
ItemKey: TypeAlias = Annotated[Key, Reference("agenda_items")]
DocumentKey: TypeAlias = Annotated[Key, Reference("documents")]
ParagraphNumber: TypeAlias = Annotated[Label, Reference("paragraphs")]
ItemNumber: TypeAlias = Annotated[Label, Reference("agenda_items")]

BodyKindWord: TypeAlias = Annotated[str, OneOf(BodyKind)]
RoleWord: TypeAlias = Annotated[str, OneOf(Role)]
GoalLevelWord: TypeAlias = Annotated[str, OneOf(GoalLevel)]
PlanStatusWord: TypeAlias = Annotated[str, OneOf(PlanStatus)]
PlanSubjectWord: TypeAlias = Annotated[str, OneOf(PlanSubject)]
ActivityKindWord: TypeAlias = Annotated[str, OneOf(ActivityKind)]
ActivityStatusWord: TypeAlias = Annotated[str, OneOf(ActivityStatus)]
BudgetSideWord: TypeAlias = Annotated[str, OneOf(BudgetSide)]
MeetingKindWord: TypeAlias = Annotated[str, OneOf(MeetingKind)]
MeetingStatusWord: TypeAlias = Annotated[str, OneOf(MeetingStatus)]
ItemKindWord: TypeAlias = Annotated[str, OneOf(ItemKind)]
AttendanceStateWord: TypeAlias = Annotated[str, OneOf(AttendanceState)]
OutcomeWord: TypeAlias = Annotated[str, OneOf(Outcome)]
MinutesKindWord: TypeAlias = Annotated[str, OneOf(MinutesKind)]
MatterStateWord: TypeAlias = Annotated[str, OneOf(MatterState)]
AdoptionOutcomeWord: TypeAlias = Annotated[str, OneOf(AdoptionOutcome)]
ReportStatusWord: TypeAlias = Annotated[str, OneOf(ReportStatus)]
DocumentKindWord: TypeAlias = Annotated[str, OneOf(DocumentKind)]
CertaintyWord: TypeAlias = Annotated[str, OneOf(Certainty)]
